"""Who may take a price along: the company that asked for it, and nobody else."""

import asyncio
from dataclasses import dataclass

from partnerline.bot.quotes.paper import Paper, paper_of
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.client import SlackRefused
from partnerline.bot.slack.web.message import Place
from partnerline.bot.slack.web.pressed import Press
from partnerline.bot.slack.who.acting import actor
from partnerline.bot.slack.who.standings import standing_of
from partnerline.knowledge.model import Answer, Origin, Question

NOT_THEIRS = (
    "Only the company that asked for this price can open or take along its quote. "
    "Ask me yourself, and I price it for yours."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A price that was answered, with the question and its thread."""

    question: Question
    answer: Answer
    thread: Place

    def paper(self, parts: Parts) -> Paper | None:
        """The price on paper as of today; `None` where the answer has none."""
        today = parts.desk.clock().astimezone().date()  # the vendor's day, where the bot runs
        return paper_of(self.answer, self.question, vendor=parts.vendor, issued_on=today)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTheirs:
    """The price is another company's."""


async def take(parts: Parts, press: Press) -> Taken | NotTheirs | None:
    """What a press on a price's button leads to; `None` where there is no such price in this channel.

    Raises `SlackAway` where Slack won't say who presses.
    """
    thread = await parts.asked_in(press.value, press.channel)
    found = await asyncio.to_thread(_find, parts, press.value)
    if thread is None or found is None:
        return None
    question, origin, answer = found
    if not await _theirs(parts, press, question, origin):
        return NotTheirs()
    return Taken(question=question, answer=answer, thread=thread)


async def tell(parts: Parts, press: Press, text: str) -> None:
    """Says something to whoever pressed, and to nobody else; that it can't be said loses nothing."""
    try:
        await parts.api.write(
            "chat.postEphemeral",
            team=press.team or None,
            channel=press.channel,
            user=press.user,
            thread_ts=press.thread,
            text=text,
        )
    except SlackRefused:
        return


def _find(parts: Parts, question_id: str) -> tuple[Question, Origin, Answer] | None:
    taken, answer = parts.record.question(question_id), parts.record.answer(question_id)
    return (*taken, answer) if taken and answer else None


async def _theirs(parts: Parts, press: Press, question: Question, origin: Origin) -> bool:
    """Whether whoever presses stands for the partner that asked; a stranger stands for nobody else.

    One of the vendor's own who asked as that partner may, where still nobody but the vendor's people reads.
    """
    if question.partner is None:  # or one that is no partner any more
        return press.user == origin.asker
    found = await standing_of(parts, press.message((await parts.people.installation()).team))
    if found.alone and press.user == origin.asker:
        return found.vouched or await actor(parts, press.user) is not None
    return found.partner is not None and found.partner.id == question.partner.id
