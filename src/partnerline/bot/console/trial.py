"""A trial conversation: questions asked on the console itself, numbered from one in a thread of their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count

from partnerline.bot.desk import Desk, new_id
from partnerline.knowledge.model import Answer, Escalation, Origin, Question
from partnerline.knowledge.partners import Partner

MOST_TURNS = 200
_THREAD = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialTurn:
    """One question of a trial and what became of it; `answer` is `None` where a crash came between."""

    number: int
    question: Question
    answer: Answer | None
    escalation: Escalation | None


def is_thread(text: str) -> bool:
    """Whether the text can name a trial."""
    return _THREAD.fullmatch(text) is not None


def question_id(thread: str, number: int) -> str:
    """The id of a trial's question, the same for the same thread and number: a form sent twice asks once."""
    return new_id("console", thread, str(number))


def turns(desk: Desk, thread: str) -> list[TrialTurn]:
    """All turns of a trial, oldest first; none where nobody asked in this thread."""
    return list(_turns(desk, thread))


def ask(
    desk: Desk, thread: str, number: int, *, text: str, partner: Partner | None, as_of: date
) -> int | None:
    """Asks in a trial, after what was said there, and gives the number of the turn; `None` where the trial is full.

    Where another question took that number meanwhile, as from a second window, the next free one is taken.
    """
    origin = Origin(door="console", thread=thread)
    for free in range(number, MOST_TURNS + 1):
        id_ = question_id(thread, free)
        taken = desk.record.question(id_)
        if taken is None:
            said = desk.record.turns(thread, "console")
            asked = Question(text=text, as_of=as_of, partner=partner, history=said)
            desk.ask(id_, asked, origin)
            return free
        if taken[0].text == text:
            desk.answer(id_)
            return free
    return None


def _turns(desk: Desk, thread: str) -> Iterator[TrialTurn]:
    for number in count(1):
        id_ = question_id(thread, number)
        taken = desk.record.question(id_)
        if taken is None:
            return
        yield TrialTurn(
            number=number,
            question=taken[0],
            answer=desk.record.answer(id_),
            escalation=desk.record.escalation_of(id_),
        )
