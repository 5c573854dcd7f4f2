"""A price that waited long to be posted is computed once more, as of the day on which it is read."""

import logging
from dataclasses import replace
from datetime import timedelta

from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.message import Message
from partnerline.bot.work import Hopeless, Payload
from partnerline.knowledge.model import Answer

logger = logging.getLogger(__name__)
LONGEST_WAIT = timedelta(minutes=15)
RENEWED = "_Slack kept me from answering for a while, so I've computed this anew, as of today._"


class Stale(Hopeless):
    """A price waited for so long that it has to be computed anew before anybody reads it."""


def check(parts: Parts, answer: Answer, at: float) -> None:
    """Raises `Stale` for a price that was computed too long ago; `at` is in seconds since 1970."""
    waited = parts.desk.clock().timestamp() - at
    if (answer.quote or answer.quotes) and waited > LONGEST_WAIT.total_seconds():
        raise Stale


async def anew(parts: Parts, message: Message, at: float) -> Payload:
    """Computes a stale price again: where it came out otherwise, as a question of its own, else nothing is written.

    Gives which question's answer is to be posted, its note, its escalation if it has one now, and the moment.
    """

    def compute() -> Payload:
        now = parts.desk.clock()
        told: Payload = {"question": message.id, "note": "", "escalation": None}
        told["at"] = now.timestamp()
        taken, given = parts.record.question(message.id), parts.record.answer(message.id)
        if taken is None or given is None:
            return told
        today = now.astimezone().date()  # the vendor's day, where the bot runs
        # What was asked of another day is still of that day.
        dated_today = taken[0].asked_on is None
        question = (
            replace(taken[0], as_of=today) if dated_today else replace(taken[0], asked_on=today)
        )
        fresh = parts.desk.look_up(question)
        if _prices(fresh) == _prices(given):
            return told
        again = f"{message.id}.{at:.0f}"  # a second pass comes to the same name
        parts.desk.take(again, question, taken[1])
        answered = parts.desk.answer(again)
        logger.info("The price for %s was computed anew as %s", message.id, again)
        return told | {
            "question": again,
            "note": RENEWED,
            "escalation": answered.escalation_id,
        }

    return await parts.work.think(compute)


def _prices(answer: Answer) -> tuple[object, ...]:
    """What must not have changed; that it is of another day by now is no change."""
    quotes = (*((answer.quote,) if answer.quote else ()), *answer.quotes)
    return answer.outcome, *(replace(quote, as_of=None) for quote in quotes)
