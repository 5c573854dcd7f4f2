"""What managers write in a card's thread: for the rep, or for themselves; whoever has not said so is asked once."""

import asyncio
import logging

from partnerline.bot.slack.escalations.card_actions import KEEP_SAID, SEND_SAID
from partnerline.bot.slack.escalations.card_state import has_it
from partnerline.bot.slack.escalations.claiming import CLOSED
from partnerline.bot.slack.escalations.escalating import card_for_thread, renew
from partnerline.bot.slack.escalations.holding import (
    ASIDE,
    KEEPS,
    SAID,
    SENDS,
    barred,
    bound,
    choice_of,
    reply_id_of,
    reply_of,
    said_id,
    said_place,
)
from partnerline.bot.slack.escalations.replying import NOT_SENT, begin_delivery, keep_reply
from partnerline.bot.slack.escalations.showing import posting_in, whisper
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web import blocks
from partnerline.bot.slack.web.blocks import button, context
from partnerline.bot.slack.web.client import Json, SlackRefused
from partnerline.bot.slack.web.message import Message, Place
from partnerline.bot.slack.who.acting import SOMEBODY, actor
from partnerline.bot.work import Payload
from partnerline.knowledge.model import Escalation, Step

logger = logging.getLogger(__name__)
ASK = "ask:"
UNSENT = "unsent"
NO_FILES = (
    "I can't carry attachments to the rep, only words: what is attached here has not been sent."
)
WHICH = "Send to the rep, or note to ourselves? I ask once, and keep to it for what you write in this thread."
CHOSEN = {
    SENDS: "What {name} writes in this thread goes to the rep, unless it begins by mentioning somebody or somebody else has it.",
    KEEPS: "What {name} writes in this thread stays among us; the card's buttons send to the rep.",
}


async def hear_under_card(parts: Parts, message: Message, escalation_id: str) -> None:
    """What somebody wrote under a card: kept as a note, and sent or asked about where it may be for the rep."""
    if message.text:
        meant = await parts.work.step("note", lambda: _note(parts, message, escalation_id))
        if meant == SENDS:
            reply = _reply(_said(message), message.text, message.user, escalation_id)
            await parts.work.begin(f"reply:{reply['reply_id']}", "take_reply", reply)
        elif meant == UNSENT:
            await parts.work.step("say", lambda: _say_unsent(parts, message, escalation_id))
        elif meant == "ask":
            await parts.work.step("ask", lambda: _ask(parts, message, escalation_id))
        await parts.work.step("renew", lambda: renew(parts, escalation_id))
    if message.files and not message.addressee:
        await _left_behind(parts, message)


async def choose(parts: Parts, payload: Payload) -> None:
    """The job of the choice: what its writer wrote so far is sent, or stays."""
    escalation_id = payload["escalation_id"]
    chosen = await parts.work.step("choose", lambda: _choose(parts, payload))
    if not chosen:
        return
    waiting: list[Payload] = chosen["waiting"] if chosen["choice"] == SENDS else []
    sent: list[Payload] = await parts.work.step("keep", lambda: _keep(parts, waiting))
    for said in sent:
        await begin_delivery(parts, said["reply_id"], escalation_id, said=said["said"])
    if len(sent) < len(waiting):
        await parts.work.step("say", lambda: _whisper_unsent(parts, escalation_id, payload["user"]))
    await parts.work.step("say which", lambda: _say_which(parts, payload, chosen))
    await parts.work.step("renew all", lambda: renew(parts, escalation_id))


async def _note(parts: Parts, message: Message, escalation_id: str) -> str:
    """Keeps it as a note first, so that it is never lost; says what is to become of it."""
    person = await actor(parts, message.user)
    name = person.name if person else SOMEBODY

    def note() -> str:
        escalation = parts.record.escalation(escalation_id)
        if escalation is None:
            return ""
        other = person is None or barred(escalation, person.key) is not None
        aside = bool(message.addressee) or other or escalation.state == "closed"
        place = _said(message)
        step_id = f"{ASIDE}{place}" if aside else said_id(message.user, place)
        now = parts.desk.step(step_id, escalation_id, "noted", by=name, text=message.text)
        # Read after it was written: a choice made meanwhile either is seen here or has seen this note.
        if now is None or message.addressee:
            return ""
        chosen = choice_of(now, message.user)
        if aside:
            return UNSENT if chosen == SENDS else ""
        return chosen or "ask"

    return await asyncio.to_thread(note)


async def _say_unsent(parts: Parts, message: Message, escalation_id: str) -> None:
    await _whisper_unsent(parts, escalation_id, message.user)


async def _whisper_unsent(parts: Parts, escalation_id: str, user: str) -> None:
    """Tells whoever chose to send that what they wrote stays a note, and why."""
    escalation = await asyncio.to_thread(parts.record.escalation, escalation_id)
    card = await card_for_thread(parts, escalation) if escalation else None
    if escalation is not None and card is not None:
        held = bound(escalation)
        why = f"{has_it(held)}." if held else CLOSED
        await whisper(parts, card.channel, user, card.ts, f"{why} {NOT_SENT}")


async def _ask(parts: Parts, message: Message, escalation_id: str) -> None:
    text = f"<@{message.user}> {WHICH}"
    value = f"{escalation_id}:{message.user}"
    shown: tuple[Json, ...] = (
        {"type": "section", "text": {"type": "mrkdwn", "text": text}},
        {
            "type": "actions",
            "elements": [
                button("Send to the rep", SEND_SAID, value, primary=True),
                button("Note to ourselves", KEEP_SAID, value),
            ],
        },
    )
    key = _asking(escalation_id, message.user)
    try:
        await parts.courier.post(posting_in(message.thread, key, text, shown))
    except SlackRefused as refusal:
        logger.error("Slack will not take a question on %s: %s", escalation_id, refusal.code)


async def _choose(parts: Parts, payload: Payload) -> Payload:
    """The choice that counts, the first, with what waited for it."""
    person = await actor(parts, payload["user"])
    if person is None:
        return {}

    def keep() -> Payload:
        escalation_id, user = payload["escalation_id"], payload["user"]
        escalation = parts.record.escalation(escalation_id)
        if escalation is None:
            return {}
        if choice_of(escalation, user) is None:
            wish = SENDS if payload["send"] else KEEPS
            step_id, text = f"{wish}{escalation_id}:{user}", CHOSEN[wish].format(name=person.name)
            now = parts.desk.step(step_id, escalation_id, "noted", by=person.name, text=text)
            escalation = now or escalation
        waiting = [
            _reply(said_place(step), step.text, user, escalation_id)
            for step in _unsent(escalation, user)
        ]
        choice = choice_of(escalation, user)
        return {"choice": choice, "name": person.name, "waiting": waiting}

    return await asyncio.to_thread(keep)


def _unsent(escalation: Escalation, user: str) -> list[Step]:
    sent = {reply.id for reply in escalation.replies}
    mine = (step for step in escalation.steps if step.id.startswith(f"{SAID}{user}:"))
    return [step for step in mine if reply_of(step) not in sent]


async def _keep(parts: Parts, waiting: list[Payload]) -> list[Payload]:
    """Keeps what waited, one after the other, so that it is read in that order; gives what may be sent."""
    return [reply for reply in waiting if (await keep_reply(parts, reply)).get("reply")]


def _reply(place: str, text: str, user: str, escalation_id: str) -> Payload:
    return {
        "reply_id": reply_id_of(place),
        "escalation_id": escalation_id,
        "user": user,
        "text": text,
        "said": place,
    }


async def _say_which(parts: Parts, payload: Payload, chosen: Payload) -> None:
    place = await parts.courier.place(_asking(payload["escalation_id"], payload["user"]))
    if place is None:
        return
    text = CHOSEN[chosen["choice"]].format(name=blocks.fallback(chosen["name"]))
    try:
        await parts.courier.change(place, text, (context(text),))
    except SlackRefused as refusal:
        logger.warning("The question at %s stays as it was: %s", place, refusal.code)


async def _left_behind(parts: Parts, message: Message) -> None:
    """Tells a manager, in the card's thread, that a file of theirs stays there."""
    posting = posting_in(
        message.thread, f"files:{message.id}", NO_FILES, (blocks.markdown(NO_FILES),)
    )
    try:
        await parts.work.step("files", lambda: parts.courier.post(posting))
    except SlackRefused as refusal:
        logger.error("Slack will not take a word on the files of %s: %s", message.id, refusal.code)


def _asking(escalation_id: str, user: str) -> str:
    return f"{ASK}{escalation_id}:{user}"


def _said(message: Message) -> str:
    return str(Place(team=message.team, channel=message.channel, ts=message.ts))
