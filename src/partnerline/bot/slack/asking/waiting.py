"""A question whose rep or partner asks too quickly is put off; it is never lost."""

import logging
import math

from partnerline.bot.slack.asking.rates import Rates, Turn
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.blocks import fallback, markdown
from partnerline.bot.slack.web.client import SlackRefused
from partnerline.bot.slack.web.delivery import Posting
from partnerline.bot.slack.web.message import Message

logger = logging.getLogger(__name__)


async def in_turn(parts: Parts, message: Message, turn: Turn) -> None:
    """Returns when the question has its turn, also after a crash; says so before, where the rep wasn't told of late."""
    if turn.seconds <= 0:
        return
    if turn.told:
        await _tell(parts, message, turn)
    await parts.work.pause(turn.seconds)


def word(rates: Rates, seconds: float) -> str:
    """What a rep reads who asks quicker than that."""
    mine = f"{rates.rep} questions a minute from one person" if rates.rep else ""
    ours = f"{rates.partner} from one company" if rates.partner else ""
    most = " and ".join(part for part in (mine, ours) if part)
    return (
        f"I take up to {most}, so that everybody gets their turn. None of yours is lost: "
        f"I answer them in order, this one in about {math.ceil(seconds)} seconds."
    )


async def _tell(parts: Parts, message: Message, turn: Turn) -> None:
    text = word(parts.rates, turn.seconds)
    posting = Posting(
        key=f"wait:{message.id}",
        team=message.team,
        channel=message.channel,
        thread=message.thread.ts,
        after=message.ts,
        text=fallback(text),
        blocks=(markdown(text),),
    )
    try:
        await parts.work.step("ask to wait", lambda: parts.courier.post(posting))
    except SlackRefused as refusal:
        logger.error("Slack will not ask for patience on %s: %s", message.id, refusal.code)
