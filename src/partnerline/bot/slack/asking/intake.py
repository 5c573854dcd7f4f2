"""What happens to a message before it is a question: its files are read, and what may be none is looked at twice."""

import logging

from partnerline.bot.slack.answers.answering import answer_message
from partnerline.bot.slack.asking.asking import question_of
from partnerline.bot.slack.asking.attaching import with_files
from partnerline.bot.slack.asking.withdrawing import Withdrawn
from partnerline.bot.slack.escalations.following_up import add_to_waiting
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.client import SlackRefused
from partnerline.bot.slack.web.message import Message
from partnerline.bot.slack.who.acting import actor
from partnerline.bot.slack.who.standings import who_asks
from partnerline.bot.work import Payload

logger = logging.getLogger(__name__)


async def take_in(parts: Parts, payload: Payload) -> None:
    """The job of one message: answered, or left alone where it turns out to be nobody's question."""
    message = Message(**payload)
    if message.overheard and await parts.work.step("manages", lambda: _manages(parts, message)):
        return
    if message.unclear and not await parts.work.step("sure", lambda: _is_sure(parts, message)):
        await add_to_waiting(parts, message)
        return
    message = await with_files(parts, message)
    try:
        await answer_message(parts, message.as_payload())
    except Withdrawn:
        logger.info("%s was deleted and is not answered", message.id)


async def _manages(parts: Parts, message: Message) -> bool:
    return await actor(parts, message.user) is not None


async def _is_sure(parts: Parts, message: Message) -> bool:
    """Whether what may be no question has an answer all the same, which is then kept."""
    try:
        known = await who_asks(parts, message)
    except SlackRefused:
        return False
    if known["said"]:
        return False

    def try_it() -> bool:
        return parts.desk.answer_if_sure(message.id, *question_of(parts, message, known))

    return await parts.work.think(try_it)
