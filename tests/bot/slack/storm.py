"""A storm over the bot: many events, twice and out of order, over a Slack that fails, while the bot is killed.

What each rep says bears a marker of its own, so that every message of the bot tells whose it is.
"""

import json
import random
import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.bot.slack.kills import Process
from tests.bot.slack.storm_world import TEAMS, channels, rep

from partnerline.bot.slack.escalations.card_actions import SEND_SAID
from partnerline.fake_slack import FakeSlack, Message
from partnerline.fake_slack.errors import PlayError
from partnerline.fake_slack.faults import Kind

MANAGERS, DANA = "C0MANAGERS", "U0DANA"
MARKER = re.compile(r"\b[qefr]\d{6}\b")
HANDED_OVER = "so I've asked a person"
FAULTS: tuple[Kind, ...] = ("500", "html", "html_502", "reset", "slow", "lost", "ratelimited")
AT_ONCE = 100
"""How many questions may be open before reps wait for answers."""
PATIENCE = 120.0
"""Seconds without anything new after which what is missing counts as lost."""
CLICK_AGAIN = 3.0
"""Seconds after which a manager presses again: a press on a bot that is dead is lost, as in Slack."""


@dataclass(slots=True, kw_only=True)
class Asked:
    """What was said and where its answer belongs; `thread` is the first message's time stamp."""

    marker: str
    channel: str
    thread: str
    partner: str

    @property
    def escalates(self) -> bool:
        return self.marker.startswith("e")


@dataclass(slots=True, kw_only=True)
class Replied:
    """What a manager wrote under a card, for whom."""

    marker: str
    asked: Asked
    card: str
    pressed: float = 0.0


@dataclass(slots=True, kw_only=True)
class Toll:
    """What was counted at the end."""

    events: int
    kills: int
    questions: int
    escalations: int
    replies: int
    lost: list[str]
    twice: list[str]
    wrong: list[str]
    seconds: float

    @property
    def clean(self) -> bool:
        return not (self.lost or self.twice or self.wrong)


@dataclass(slots=True, kw_only=True)
class Storm:
    """Plays reps and a manager until so many events were sent, and counts."""

    slack: FakeSlack
    bots: Sequence[Process]
    seed: int = 1
    share: float = 0.05
    asked: list[Asked] = field(default_factory=list)
    noise: list[Message] = field(default_factory=list)
    replied: dict[str, Replied] = field(default_factory=dict)
    kills: int = 0
    _number: int = 0

    def play(self, events: int, kills: int, *, rate: float, say: Callable[[str], None]) -> Toll:
        """The whole of it; `rate` is in acts of people a second."""
        chance, began = random.Random(self.seed), time.monotonic()
        self.slack.chaos(self.seed, duplicate=self.share, reorder=self.share)
        self.slack.storm(self.seed, self.share, FAULTS, seconds=1.0)
        killer = threading.Thread(target=self._kill, args=(kills, events))
        killer.start()
        while len(self.slack.deliveries()) < events:
            self._act(chance)
            self._manage()
            say(f"{len(self.slack.deliveries())} events, {self.kills} kills")
            time.sleep(1 / rate)
            while len(self.asked) % AT_ONCE == 0 and len(self._lost()) > AT_ONCE:
                self._manage()
                time.sleep(0.5)
        killer.join()
        self._wait(chance, say)
        self.slack.storm(self.seed, 0.0)
        return self._count(time.monotonic() - began)

    def _kill(self, kills: int, events: int) -> None:
        """Kills each time when so many events were sent and a moment has passed."""
        chance = random.Random(self.seed + 1)
        for moment in sorted(chance.randrange(events) for _ in range(kills)):
            while len(self.slack.deliveries()) < moment:
                time.sleep(0.05)
            time.sleep(chance.uniform(0, 0.5))
            bot = chance.choice(self.bots)
            bot.kill()
            bot.start()
            self.kills += 1

    def _act(self, chance: random.Random) -> None:
        partner = chance.choice(list(TEAMS))
        channel = chance.choice(channels(partner))
        dice = chance.random()
        if dice < 0.55:
            self._ask(partner, channel, "q", "Question {}?")
        elif dice < 0.70:
            self._ask(partner, self.slack.direct(rep(channel)).id, "q", "Question {}?", channel)
        elif dice < 0.80:
            self._go_on(chance)
        elif dice < 0.88:
            self._ask(partner, channel, "e", "Please escalate {}")
        elif dice < 0.95:
            self._answer(chance)
        else:
            self.noise.append(self.slack.say(rep(channel), channel, "Lunch at noon, all of you."))

    def _ask(self, partner: str, channel: str, kind: str, text: str, home: str = "") -> None:
        marker = self._marker(kind)
        said = self.slack.say(rep(home or channel), channel, text.format(marker), mention=not home)
        self._note(marker, said, partner)

    def _go_on(self, chance: random.Random) -> None:
        """Another question in a thread that the bot is in, without naming it."""
        before = chance.choice(self.asked) if self.asked else None
        if before is None or before.escalates or before.channel.startswith("D"):
            return
        if not self.slack.replies(before.channel, before.thread):
            return  # the bot isn't in that thread yet
        marker = self._marker("f")
        said = self.slack.say(
            rep(before.channel), before.channel, f"And what of {marker}?", thread_ts=before.thread
        )
        self._note(marker, said, before.partner)

    def _answer(self, chance: random.Random) -> None:
        """Dana writes under a card that nobody has answered."""
        waiting = {a.marker: a for a in self.asked if a.escalates and a.marker not in self.replied}
        cards = [m for m in self._cards() if (_markers(m) & waiting.keys())]
        if not cards:
            return
        card = chance.choice(cards)
        asked = waiting[min(_markers(card) & waiting.keys())]
        marker = self._marker("r")
        self.slack.say(DANA, MANAGERS, f"It is {marker}.", thread_ts=card.ts)
        self.replied[asked.marker] = Replied(marker=marker, asked=asked, card=card.ts)

    def _manage(self) -> None:
        """Dana says that what she wrote is for the rep, until the bot has heard it."""
        now = time.monotonic()
        for reply in list(self.replied.values()):
            if now - reply.pressed < CLICK_AGAIN:
                continue
            for question in self.slack.replies(MANAGERS, reply.card):
                if SEND_SAID in json.dumps(question.blocks):
                    reply.pressed = now
                    self._press(question)

    def _press(self, question: Message) -> None:
        try:
            self.slack.click(DANA, MANAGERS, question.ts, SEND_SAID)
        except PlayError:  # it has just been answered
            return

    def _wait(self, chance: random.Random, say: Callable[[str], None]) -> None:
        """Until half the cards are answered and nothing is missing, or nothing has come for long."""
        patience, last = time.monotonic() + PATIENCE, -1
        half = sum(a.escalates for a in self.asked) // 2
        while time.monotonic() < patience:
            if len(self.replied) < half:
                self._answer(chance)
            self._manage()
            missing = len(self._lost()) + max(half - len(self.replied), 0)
            if not missing:
                break
            if missing != last:
                patience, last = time.monotonic() + PATIENCE, missing
            say(f"{missing} missing")
            time.sleep(0.5)
        time.sleep(5)  # what would stand twice has had its time to arrive

    def _lost(self) -> list[str]:
        return [name for name, count in self._found().items() if count == 0]

    def _count(self, seconds: float) -> Toll:
        found = self._found()
        return Toll(
            events=len(self.slack.deliveries()),
            kills=self.kills,
            questions=len(self.asked),
            escalations=sum(a.escalates for a in self.asked),
            replies=len(self.replied),
            lost=[name for name, count in found.items() if count == 0],
            twice=[name for name, count in found.items() if count > 1] + self._same_key(),
            wrong=self._wrong(),
            seconds=seconds,
        )

    def _found(self) -> dict[str, int]:
        """How often each answer, card and reply stands where it belongs."""
        cards = Counter(marker for card in self._cards() for marker in _markers(card))
        found: dict[str, int] = {}
        for asked in self.asked:
            said = self.slack.replies(asked.channel, asked.thread)
            if asked.escalates:
                found[f"answer {asked.marker}"] = sum(HANDED_OVER in m.text for m in said)
                found[f"card {asked.marker}"] = cards[asked.marker]
            else:
                found[f"answer {asked.marker}"] = sum(asked.marker in _markers(m) for m in said)
        for reply in self.replied.values():
            said = self.slack.replies(reply.asked.channel, reply.asked.thread)
            found[f"reply {reply.marker}"] = sum(reply.marker in _markers(m) for m in said)
        return found

    def _same_key(self) -> list[str]:
        keys = Counter(_key(m) for m in self.slack.messages(by_bot=True))
        return [f"key {key}" for key, count in keys.items() if key and count > 1]

    def _wrong(self) -> list[str]:
        home = {a.marker: (a.channel, a.thread) for a in self.asked}
        home |= {r.marker: (r.asked.channel, r.asked.thread) for r in self.replied.values()}
        partner = {a.channel: a.partner for a in self.asked}
        quiet = {(m.channel, m.ts) for m in self.noise}
        wrong = []
        for message in self.slack.messages(by_bot=True):
            place = (message.channel, message.thread_ts or message.ts)
            if message.channel == MANAGERS:
                continue
            strays = {m for m in _markers(message) if home[m] != place}
            other = set(TEAMS) - {partner.get(message.channel, "")}
            if strays or place in quiet or any(f"For {name}:" in message.text for name in other):
                wrong.append(f"{message.channel}/{message.ts} {sorted(strays)}")
        return wrong

    def _cards(self) -> list[Message]:
        return [m for m in self.slack.messages(MANAGERS, by_bot=True) if not m.thread_ts]

    def _note(self, marker: str, said: Message, partner: str) -> None:
        thread = said.thread_ts or said.ts
        self.asked.append(
            Asked(marker=marker, channel=said.channel, thread=thread, partner=partner)
        )

    def _marker(self, kind: str) -> str:
        self._number += 1
        return f"{kind}{self._number:06d}"


def _markers(message: Message) -> set[str]:
    return set(MARKER.findall(message.text + json.dumps(message.blocks)))


def _key(message: Message) -> str:
    told = message.metadata or {}
    return str((told.get("event_payload") or {}).get("key", ""))
