"""The scenes of the demo's Slack: who says what first, what both panes show, what to press next."""

from collections.abc import Callable
from dataclasses import dataclass

from partnerline.fake_slack.people import People
from partnerline.fake_slack.scenes import Pane, Scene

Panes = tuple[Pane, Pane]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who plays: the ids of people and channels; a place that a world lacks is empty."""

    rep: str
    channel: str
    manager: str
    managers: str
    shared: str = ""
    stranger: str = ""
    open_channel: str = ""
    guest: str = ""


_PARTS = b"Part number,Quantity\nAX-200,25\nAX-400,10\n"


def scenes_for(cast: Cast) -> tuple[Scene, ...]:
    """The scenes in the order in which they tell the whole story; those that lack a player are left out."""
    before: Panes = (
        {"as": cast.rep, "channel": cast.channel},
        {"as": cast.manager, "channel": cast.managers},
    )
    played = [*_asking(cast), *_carried(cast), *_private(cast)]
    return tuple(
        Scene(id=s.id, title=s.title, look=s.look, begin=s.begin, before=before) for s in played
    )


@dataclass(frozen=True, slots=True)
class _Line:
    id: str
    title: str
    look: str
    begin: Callable[[People], Panes]


def _asking(cast: Cast) -> list[_Line]:
    return [
        _Line(
            "price",
            "Ask for a price",
            "On the left the bot answers in the thread: the point first, the table, where it stands. "
            "Press the thumb down to say what is wrong, or Get a human.",
            _mention(cast, "need a price for 100 AX-200 asap"),
        ),
        _Line(
            "fact",
            "Look a fact up",
            "The answer quotes the document it comes from. Ask on in the thread without naming the bot: and its weight?",
            _mention(cast, "how long does the AX-200-B keep going without power?"),
        ),
        _Line(
            "objection",
            "An objection",
            "A customer pushes on price: the answer is what the vendor says to that, with its source.",
            _mention(cast, "customer says Veltrax costs a fifth less than us, what do I say?"),
        ),
        _Line(
            "two",
            "Two questions at once",
            "Each of them is answered, one by one.",
            _mention(cast, "What do 10 AX-200 cost us? And how long is the warranty on it?"),
        ),
        _Line(
            "edited",
            "An edited question",
            "Point at the question on the left, open its menu (⋯), choose Edit message, make 10 into 100 and save: "
            "the same answer changes in place.",
            _mention(cast, "what do 10 AX-200 cost us?"),
        ),
        _Line(
            "file",
            "A parts list as a file",
            "The rep attached a list. The bot reads what it can read and says plainly what it can't.",
            lambda people: _said(people, cast, "what does this list cost us?", [("parts.csv", _PARTS)]),
        ),
    ]  # fmt: skip


def _carried(cast: Cast) -> list[_Line]:
    return [
        _Line(
            "escalation",
            "An escalation, taken and answered",
            "The bot can't know this. On the right the card comes up in the managers' channel: press Take it, then "
            "answer from there or in the card's thread, and watch the rep's thread.",
            _mention(cast, "does the AX-200 have an SD card slot?"),
        ),
        _Line(
            "discount",
            "A discount needs a decision",
            "Only a person may decide this. On the right the card lays out the facts, the rule and what the discount "
            "would come to: approve, counter or decline.",
            _mention(cast, "can I give 22% on 40 AX-200?"),
        ),
        _Line(
            "human",
            "Ask for a person",
            "The rep wants a person and gets one: the card is on the right, and the rep's next message in the thread "
            "goes to whoever takes it.",
            _mention(cast, "I want to talk to a person about our contract, please"),
        ),
        *_strangers(cast),
        *_shared(cast),
    ]


def _strangers(cast: Cast) -> list[_Line]:
    if not cast.stranger or not cast.open_channel:
        return []
    return [
        _Line(
            "stranger",
            "A stranger writes",
            "Nobody knows this person: they get public material and a polite way in, and the managers on the right are "
            "told once. A manager can say there which partner it is.",
            lambda people: _stranger(people, cast),
        )
    ]


def _shared(cast: Cast) -> list[_Line]:
    if not cast.shared:
        return []
    return [
        _Line(
            "partners",
            "A channel of two partners",
            "Two partners read along here, so the answer holds only what both may see; the rest is offered as a direct "
            "message.",
            lambda people: _said(people, cast, "what do 50 AX-200 cost us?", channel=cast.shared),
        )
    ]


def _private(cast: Cast) -> list[_Line]:
    lines = [
        _Line(
            "agent",
            "The bot's own pane",
            "A direct message with the bot: three things to try, made for this partner. Press one of the prompts below.",
            lambda people: _opened(people, cast, "messages"),
        ),
        _Line(
            "home",
            "Home, for a rep and for a manager",
            "On the left a rep's questions and promotions, on the right a manager's queue.",
            lambda people: _opened(people, cast, "home"),
        ),
        _Line(
            "quote",
            "A quote by /quote",
            "A command opened the form on the left: check the lines, choose a paper, and take the quote along.",
            lambda people: _ran(people, cast, "/quote", "10 AX-200, 5 AX-400"),
        ),
        _Line(
            "command",
            "A question by /partnerline",
            "Asked by a command, the question stands in the channel and its answer beneath it: open its reply. In the "
            "bot's own pane the same command stays private.",
            lambda people: _ran(people, cast, "/partnerline", "what do 20 AX-200 cost us?"),
        ),
    ]
    if not cast.guest:
        return lines
    return [
        *lines,
        _Line(
            "guest",
            "A guest of the workspace",
            "No workspace of their own tells who this is; their confirmed address does.",
            lambda people: _guest(people, cast),
        ),
    ]


def _mention(cast: Cast, text: str) -> Callable[[People], Panes]:
    return lambda people: _said(people, cast, text)


def _manager(cast: Cast) -> Pane:
    return {"as": cast.manager, "channel": cast.managers}


def _said(
    people: People,
    cast: Cast,
    text: str,
    files: list[tuple[str, bytes]] | None = None,
    *,
    channel: str = "",
) -> Panes:
    place = channel or cast.channel
    said = people.say(cast.rep, place, text, mention=True, files=files or [])
    return {"as": cast.rep, "channel": place, "thread": said.ts}, _manager(cast)


def _stranger(people: People, cast: Cast) -> Panes:
    text = "what does the AX-200 cost, and who do I talk to?"
    said = people.say(cast.stranger, cast.open_channel, text, mention=True)
    rep = {"as": cast.stranger, "channel": cast.open_channel, "thread": said.ts}
    return rep, _manager(cast)


def _guest(people: People, cast: Cast) -> Panes:
    said = people.tell(cast.guest, "what do 100 AX-200 cost us?")
    return {"as": cast.guest, "channel": said.channel, "thread": said.ts}, _manager(cast)


def _opened(people: People, cast: Cast, tab: str) -> Panes:
    people.open_home(cast.rep, tab)
    rep = {"as": cast.rep, "channel": people.direct(cast.rep).id, "tab": tab}
    if tab != "home":
        return rep, _manager(cast)
    people.open_home(cast.manager, tab)
    place = people.direct(cast.manager).id
    return rep, {"as": cast.manager, "channel": place, "tab": tab}


def _ran(people: People, cast: Cast, command: str, text: str) -> Panes:
    people.command(cast.rep, cast.channel, command, text)
    return {"as": cast.rep, "channel": cast.channel}, _manager(cast)
