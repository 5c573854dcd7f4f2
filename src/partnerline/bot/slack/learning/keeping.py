"""Managers' answers that are used again: kept on sending, asked about when their time comes, confirmed or withdrawn."""

import asyncio
import logging
from datetime import date

from partnerline.bot.keeping import Keeping
from partnerline.bot.keeping_words import kept_words, refused_words
from partnerline.bot.slack.escalations.showing import say_under_card, whisper
from partnerline.bot.slack.learning.kept_card import (
    check_blocks,
    check_text,
    settled_blocks,
    settled_text,
)
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.client import SlackRefused
from partnerline.bot.slack.web.delivery import Posting
from partnerline.bot.slack.web.message import Place, place_of
from partnerline.bot.slack.web.wording import inert
from partnerline.bot.slack.who.acting import actor
from partnerline.bot.work import Payload
from partnerline.knowledge.keeping import wish_from

logger = logging.getLogger(__name__)
CHECK = "check_kept:"
"""How the keys of the messages begin that ask managers whether an answer still holds."""
UNREADABLE = "The answer is not kept for others: I could not read for whom and until when."
NOT_A_MANAGER = "Only managers can say that."
_SLACK_CLOCK = 60.0
"""Seconds by which Slack's clock may be behind ours."""


async def keep_answer(parts: Parts, payload: Payload) -> None:
    """The job of a manager's wish to have an answer used again; `keep` says for whom and until when."""
    keeping = parts.desk.keeping
    if keeping is None:
        return
    told = await parts.work.step("keep", lambda: _keep(parts, keeping, payload))
    if told.get("kept"):
        await parts.work.step("bring", lambda: _bring(keeping))
    if told.get("word"):
        try:
            await parts.work.step("say", lambda: _say(parts, payload, told["word"]))
        except SlackRefused as refusal:
            logger.error(
                "Slack will not say what became of %s: %s", payload["reply_id"], refusal.code
            )


async def sweep_kept(parts: Parts) -> None:
    """Begins to ask about every kept answer whose time has come, once, however many replicas look."""
    keeping = parts.desk.keeping
    if keeping is None or parts.managers_channel is None:
        return
    after = f"{keeping.clock().timestamp() - _SLACK_CLOCK:.6f}"
    for one in await asyncio.to_thread(keeping.answers.due, keeping.today()):
        payload = {"id": one.id, "after": after}
        await parts.work.begin(f"{CHECK}{_turn(one.id, one.check_on)}", "check_kept", payload)


async def check_kept(parts: Parts, payload: Payload) -> None:
    """The job that asks the managers whether a kept answer still holds."""
    keeping, channel = parts.desk.keeping, parts.managers_channel
    if keeping is None or channel is None:
        return
    try:
        await parts.work.step("ask", lambda: _ask(parts, keeping, channel, payload))
    except SlackRefused as refusal:
        logger.error("The managers' channel will not take %s: %s", payload["id"], refusal.code)
        return
    await parts.work.step("note", lambda: _note(keeping, payload["id"]))
    await parts.work.step("bring", lambda: _bring(keeping))


async def settle_kept(parts: Parts, payload: Payload) -> None:
    """The job of a manager's word on a kept answer, pressed on the message at `place`."""
    keeping = parts.desk.keeping
    if keeping is None:
        return
    if not await parts.work.step("settle", lambda: _settle(parts, keeping, payload)):
        place = place_of(payload["place"])
        await parts.work.step(
            "refuse",
            lambda: whisper(parts, place.channel, payload["user"], place.ts, NOT_A_MANAGER),
        )
        return
    await parts.work.step("bring", lambda: _bring(keeping))
    try:
        await parts.work.step("renew", lambda: _renew(parts, keeping, payload))
    except SlackRefused as refusal:
        logger.warning("The question about %s stays as it was: %s", payload["id"], refusal.code)


async def _keep(parts: Parts, keeping: Keeping, payload: Payload) -> Payload:
    """Keeps it where who wished so may act at present; gives whether it did and the word on it."""
    reply_id, escalation_id = payload["reply_id"], payload["escalation_id"]
    if await actor(parts, payload["user"]) is None:
        logger.warning("A wish to keep an answer by somebody who is no manager is refused")
        return {}
    wish = wish_from(payload["keep"])
    if wish is None:
        return {"word": UNREADABLE}
    kept = await asyncio.to_thread(keeping.keep_answer, reply_id, escalation_id, wish)
    if kept is None:
        logger.warning("There is no answer %s to keep", reply_id)
        return {}
    if isinstance(kept, str):
        return {"word": refused_words(kept)}
    return {"kept": kept.answer.id, "word": kept_words(kept, parts.directory)}


async def _say(parts: Parts, payload: Payload, word: str) -> None:
    escalation = await asyncio.to_thread(parts.record.escalation, payload["escalation_id"])
    if escalation is not None:
        await say_under_card(parts, escalation, f"kept:{payload['reply_id']}", inert(word))


async def _ask(parts: Parts, keeping: Keeping, channel: str, payload: Payload) -> None:
    answer = await asyncio.to_thread(keeping.answers.one, payload["id"])
    if answer is None or not answer.is_due(keeping.today()):
        return
    home = await parts.people.installation()
    turn = _turn(answer.id, answer.check_on)
    posting = Posting(
        key=CHECK + turn,
        team=home.team,
        channel=channel,
        thread=None,
        after=payload["after"],
        text=check_text(answer),
        blocks=check_blocks(answer, turn, parts.directory),
    )
    await parts.courier.post(posting)


async def _note(keeping: Keeping, answer_id: str) -> None:
    await asyncio.to_thread(keeping.answers.asked, answer_id, keeping.today())


async def _settle(parts: Parts, keeping: Keeping, payload: Payload) -> bool:
    """Keeps the word of somebody who may act; false for anybody else. A word on an earlier asking changes nothing."""
    person = await actor(parts, payload["user"])
    if person is None:
        logger.warning("A word on a kept answer by somebody who is no manager is refused")
        return False
    answer = await asyncio.to_thread(keeping.answers.one, payload["id"])
    if answer is not None and _turn(answer.id, answer.check_on) == payload["turn"]:
        act = keeping.confirm if payload["holds"] else keeping.withdraw
        await asyncio.to_thread(lambda: act(payload["id"], by=person.name))
    return True


async def _bring(keeping: Keeping) -> None:
    """Has the index hold what is kept; where another writes it just then, the step is tried again."""
    await asyncio.to_thread(keeping.bring)


async def _renew(parts: Parts, keeping: Keeping, payload: Payload) -> None:
    answer = await asyncio.to_thread(keeping.answers.one, payload["id"])
    if answer is not None:
        place: Place = place_of(payload["place"])
        shown = settled_blocks(answer, parts.directory)
        await parts.courier.change(place, settled_text(answer), shown)


def _turn(answer_id: str, check_on: date) -> str:
    """One asking about one answer."""
    return f"{answer_id}:{check_on.isoformat()}"
