"""Corrections and digests on their way: found, looked over by a manager, brought to whoever was told something else."""

import asyncio
import logging
from dataclasses import replace
from typing import Literal

from partnerline.bot.corrections.desk import CorrectionDesk
from partnerline.bot.corrections.wording import correction_text, digest_text
from partnerline.bot.slack.learning.change_card import change_blocks, change_text
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web import blocks
from partnerline.bot.slack.web.client import Json, SlackRefused
from partnerline.bot.slack.web.delivery import Posting
from partnerline.bot.slack.web.message import Message, Place, place_of
from partnerline.bot.slack.who.acting import actor
from partnerline.bot.slack.who.identity import Asker, standing
from partnerline.bot.work import Payload
from partnerline.knowledge.changes import Change, CorrectionState
from partnerline.knowledge.model import Origin, Question
from partnerline.knowledge.past import Past

logger = logging.getLogger(__name__)
_SLACK_CLOCK = 60.0
"""Seconds by which Slack's clock may be behind ours."""


async def look_for_changes(parts: Parts) -> None:
    """Notices what has changed in the library, and begins with every change that waits for something."""
    desk = parts.corrections
    if desk is None:
        return
    await asyncio.to_thread(desk.look)
    for state in ("finding", "waiting"):
        for change in await asyncio.to_thread(desk.changes.changes, state):
            await parts.work.begin(f"change:{change.id}", "find_corrections", {"id": change.id})


async def find_corrections(parts: Parts, payload: Payload) -> None:
    """The job of a change: whom it concerns, and the card that asks a manager."""
    desk, change_id = parts.corrections, payload["id"]
    if desk is None:
        return

    async def find() -> bool:
        found = await parts.work.think(lambda: desk.find(change_id))
        return found is not None and found.state == "waiting"

    if not await parts.work.step("find", find) or parts.managers_channel is None:
        return
    try:
        await parts.work.step("card", lambda: _post_card(parts, desk, change_id))
    except SlackRefused as refusal:
        logger.error("The managers' channel will not take %s: %s", change_id, refusal.code)


async def send_change(parts: Parts, payload: Payload) -> None:
    """The job of a manager's word on a change; `digest` and `corrections` say what is sent."""
    desk, change_id = parts.corrections, payload["id"]
    if desk is None:
        return

    async def decide() -> bool:
        name = await _decider(parts, payload)
        if not name:
            logger.warning("A word on a change by somebody who is no manager is refused")
            return False
        wished = payload["corrections"] or payload["digest"]
        said: Literal["sent", "dismissed"] = "sent" if wished else "dismissed"
        now = parts.desk.clock()
        await asyncio.to_thread(desk.changes.decide, change_id, said, name, now)
        decided = await asyncio.to_thread(desk.changes.change, change_id)
        return decided is not None and (decided.state, decided.decided_by) == ("sent", name)

    if await parts.work.step("decide", decide):
        await _send(parts, desk, payload)
    await parts.work.step("renew", lambda: _renew(parts, desk, change_id))


async def correct(parts: Parts, payload: Payload) -> None:
    """The job of one correction: computed once more and posted where the answer stands, unless others read there by now."""
    desk = parts.corrections
    if desk is None:
        return
    change_id, question_id = payload["change"], payload["question"]
    try:
        state = await parts.work.step("post", lambda: _correct(parts, desk, change_id, question_id))
    except SlackRefused as refusal:
        logger.error("Slack will not take a correction of %s: %s", question_id, refusal.code)
        state = "unreachable"

    async def settle() -> None:
        settle_one = desk.changes.settle_correction
        await asyncio.to_thread(settle_one, change_id, question_id, state)

    await parts.work.step("settle", settle)
    await parts.work.step("renew", lambda: _renew(parts, desk, change_id))


async def bring_digest(parts: Parts, payload: Payload) -> None:
    """The job of one channel's digest: what its partner may see, while that partner alone reads there."""
    desk = parts.corrections
    if desk is None:
        return
    try:
        await parts.work.step(
            "post", lambda: _digest(parts, desk, payload["change"], payload["channel"])
        )
    except SlackRefused as refusal:
        logger.error("Slack will not take a digest in %s: %s", payload["channel"], refusal.code)


async def _decider(parts: Parts, payload: Payload) -> str:
    """The name of whoever says what is sent, on the console or by a press; empty for who may not."""
    if "by" in payload:
        return str(payload["by"])
    person = await actor(parts, payload["user"])
    return person.name if person is not None else ""


async def _send(parts: Parts, desk: CorrectionDesk, payload: Payload) -> None:
    change_id = payload["id"]
    change = await asyncio.to_thread(desk.changes.change, change_id)
    if change is None:
        return
    if payload["corrections"]:
        for one in change.corrections:
            told = {"change": change_id, "question": one.question_id}
            await parts.work.begin(f"correct:{change_id}:{one.question_id}", "correct", told)
    if payload["digest"]:
        for partner in parts.directory.partners:
            for channel in sorted(partner.channels):
                brought = {"change": change_id, "channel": channel}
                await parts.work.begin(f"digest:{change_id}:{channel}", "bring_digest", brought)


async def _correct(
    parts: Parts, desk: CorrectionDesk, change_id: str, question_id: str
) -> CorrectionState:
    """Posts a correction as of now: a card may have waited for its word while the library changed again."""
    past = await asyncio.to_thread(parts.record.past_question, question_id)
    if past is None or not await _still_theirs(parts, past.question, past.origin):
        return "unreachable"
    correction = await parts.work.think(lambda: desk.anew(change_id, question_id))
    if correction is None:
        return "overtaken"
    thread = place_of(past.origin.thread)
    text = correction_text(correction, past.asked_at.astimezone().date())
    wish = blocks.button("Get a human", blocks.GET_HUMAN, question_id)
    actions: Json = {"type": "actions", "elements": [wish]}
    shown = (blocks.markdown(text), actions)
    await parts.courier.post(_posting(f"correction:{change_id}:{question_id}", thread, text, shown))
    return "sent"


async def _still_theirs(parts: Parts, question: Question, origin: Origin) -> bool:
    """Whether those who read the thread are those whom the answer was for; a stranger's was public."""
    if question.partner is None and not question.readers:
        return True
    message = _as_message(place_of(origin.thread), origin.asker)
    asker, room = await parts.people.asker(message), await parts.people.room(message)
    found = standing(parts.directory, asker, room)
    if question.partner is None:
        return {reader.id for reader in found.readers} == {p.id for p in question.readers}
    if found.staff:
        return found.alone
    return found.partner is not None and found.partner.id == question.partner.id


async def _digest(parts: Parts, desk: CorrectionDesk, change_id: str, channel: str) -> bool:
    change = await asyncio.to_thread(desk.changes.change, change_id)
    owners = [p for p in parts.directory.partners if channel in p.channels]
    if change is None or len(owners) != 1:
        return False
    home = await parts.people.installation()
    place = Place(team=home.team, channel=channel, ts=_moment(change))
    room = await parts.people.room(_as_message(place, ""))
    text = digest_text(change, owners[0])
    everybody = standing(parts.directory, Asker(staff=True), room).readers
    if not text or everybody != (owners[0],):
        return False
    posting = _posting(f"digest:{change_id}:{channel}", place, text, (blocks.markdown(text),))
    await parts.courier.post(_at_top(posting))
    return True


async def _post_card(parts: Parts, desk: CorrectionDesk, change_id: str) -> str | None:
    change = await asyncio.to_thread(desk.changes.change, change_id)
    if change is None or parts.managers_channel is None:
        return None
    home = await parts.people.installation()
    place = Place(team=home.team, channel=parts.managers_channel, ts=_moment(change))
    shown = await asyncio.to_thread(_card_blocks, parts, desk, change)
    text = change_text(change)
    return await parts.courier.post(_at_top(_posting(f"change:{change_id}", place, text, shown)))


async def _renew(parts: Parts, desk: CorrectionDesk, change_id: str) -> None:
    place = await parts.courier.place(f"change:{change_id}")
    change = await asyncio.to_thread(desk.changes.change, change_id)
    if place is None or change is None:
        return
    shown = await asyncio.to_thread(_card_blocks, parts, desk, change)
    try:
        await parts.courier.change(place, change_text(change), shown)
    except SlackRefused as refusal:
        logger.warning("The card of %s stays as it was: %s", change_id, refusal.code)


def _card_blocks(parts: Parts, desk: CorrectionDesk, change: Change) -> tuple[Json, ...]:
    asked = (parts.record.past_question(one.question_id) for one in change.corrections)
    names = {past.question_id: _partner_of(past) for past in asked if past is not None}
    return change_blocks(change, names, digest=desk.digest, days=desk.days)


def _partner_of(past: Past) -> str:
    partner = past.question.partner
    return partner.name if partner else "a stranger"


def _as_message(place: Place, user: str) -> Message:
    """A place as a message there, for asking who it is by and who reads along."""
    return Message(
        id="",
        team=place.team,
        channel=place.channel,
        ts=place.ts,
        thread_ts=place.ts,
        user=user,
        user_team=None,
        text="",
        direct=place.channel.startswith("D"),
        mentioned=False,
    )


def _moment(change: Change) -> str:
    return f"{change.found_at.timestamp() - _SLACK_CLOCK:.6f}"


def _posting(key: str, thread: Place, text: str, shown: tuple[Json, ...]) -> Posting:
    return Posting(
        key=key,
        team=thread.team,
        channel=thread.channel,
        thread=thread.ts,
        after=thread.ts,
        text=blocks.fallback(text),
        blocks=shown,
    )


def _at_top(posting: Posting) -> Posting:
    """The same in the channel itself, in no thread."""
    return replace(posting, thread=None)
