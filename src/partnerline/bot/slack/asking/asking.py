"""From a message to a question: who asks, on whose behalf, and the question written down."""

import asyncio
import logging
from collections.abc import Sequence

from partnerline.bot.slack.asking.rates import Turn
from partnerline.bot.slack.asking.waiting import in_turn
from partnerline.bot.slack.asking.withdrawing import Withdrawn, is_withdrawn, turns_before
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.client import SlackRefused
from partnerline.bot.slack.web.message import Message
from partnerline.bot.slack.who.standings import nobody_known, readers_of, who_asks
from partnerline.bot.work import OutOfPatience, Payload
from partnerline.knowledge.model import Answer, Origin, Question
from partnerline.knowledge.model import Turn as Said

logger = logging.getLogger(__name__)


async def take_question(parts: Parts, message: Message) -> Payload:
    """Takes a message as a question, durably; gives what is known of who asked, as plain data."""
    known = await _who(parts, message)
    taken = await parts.work.step("take", lambda: _take(parts, message, known))
    if taken["gone"]:
        raise Withdrawn(message.id)
    await in_turn(parts, message, Turn(seconds=taken["seconds"], told=taken["told"]))
    return known


async def _who(parts: Parts, message: Message) -> Payload:
    """The asker as plain data; a stranger where Slack could not be asked at all."""
    try:
        return await parts.work.step("who asks", lambda: who_asks(parts, message))
    except (OutOfPatience, SlackRefused):
        logger.error("Slack never said who asked %s; a stranger is answered", message.id)
        return nobody_known(parts, message)


async def _take(parts: Parts, message: Message, known: Payload) -> Payload:
    """Writes the question down and gives it its turn; `gone` where it was deleted before that."""
    fresh = await take(parts, message, known)
    gone = await is_withdrawn(parts, message)
    counted = fresh and not gone
    turn = (
        parts.rates.turn(message.user, known["partner"] or known["company"]) if counted else Turn()
    )
    return {"gone": gone, "seconds": turn.seconds, "told": turn.told}


async def take(
    parts: Parts, message: Message, known: Payload, before: Sequence[Said] | None = None
) -> bool:
    """Writes a question down; false where it was before. `before` is what was said before it, where that isn't its own thread."""

    def write() -> bool:
        fresh = parts.desk.take(message.id, *question_of(parts, message, known, before))
        if known["said"]:
            said = Answer(outcome="smalltalk", text=known["said"], confidence=1.0)
            parts.record.keep_answer(message.id, said, parts.desk.clock())
        return fresh

    return await asyncio.to_thread(write)


def question_of(
    parts: Parts, message: Message, known: Payload, before: Sequence[Said] | None = None
) -> tuple[Question, Origin]:
    """The message as a question, and where it came from; it asks the record."""
    turns = turns_before(parts, message) if before is None else before
    question = Question(
        text=known["text"],
        as_of=parts.desk.clock().astimezone().date(),  # the vendor's day, where the bot runs
        partner=parts.directory.partner(known["partner"]),
        readers=readers_of(parts.directory, known),
        history=tuple(turn for turn in turns if turn.role == "user"),
    )
    origin = Origin(
        door="slack", thread=str(message.thread), asker=message.user, asker_name=known["name"]
    )
    return question, origin
