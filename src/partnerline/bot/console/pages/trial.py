"""Trying the bot as any partner, or as a stranger, on any day."""

import re
import secrets
from dataclasses import dataclass
from datetime import date
from time import perf_counter
from typing import cast, get_args

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from partnerline.bot.console import trial
from partnerline.bot.console.csrf import Form
from partnerline.bot.console.site import Console, LoggedIn, Sent, Site
from partnerline.bot.console.trial import TrialTurn
from partnerline.knowledge.partners import Partner
from partnerline.knowledge.ports import Verdict

router = APIRouter(prefix="/try", dependencies=[LoggedIn])

MOST_CHARACTERS = 4_000
_NUMBER = re.compile(r"[1-9][0-9]{0,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The form of a new trial as it was filled in, with what is wrong about each field."""

    partner: str = ""
    day: str
    question: str = ""
    partner_problem: str = ""
    day_problem: str = ""
    question_problem: str = ""

    @property
    def ready(self) -> bool:
        """Whether it can be asked."""
        return not (self.partner_problem or self.day_problem or self.question_problem)


@router.get("")
def begin(request: Request, site: Console) -> Response:
    """The form of a new trial."""
    return _opening_page(request, site, Opening(day=site.clock().astimezone().date().isoformat()))


@router.post("")
def ask_first(request: Request, site: Console, form: Sent) -> Response:
    """Asks the first question, which fixes for whom and for which day the trial is."""
    thread = _known_thread(form.get("thread", ""))
    opening = _read(site, form)
    if not opening.ready:
        return _opening_page(request, site, opening, status=422)
    partner = site.directory.partner(opening.partner or None)
    return _ask(site, thread, 1, opening.question, partner, date.fromisoformat(opening.day))


@router.get("/{thread}")
def show(request: Request, site: Console, thread: str) -> Response:
    """A trial's conversation."""
    return _conversation_page(request, site, thread)


@router.post("/{thread}")
def ask_on(request: Request, site: Console, thread: str, form: Sent) -> Response:
    """Asks a follow-up, as the same partner and for the same day."""
    first = _turns(site, thread)[0].question
    question = form.get("question", "").strip()
    problem = _question_problem(question)
    if problem:
        return _conversation_page(request, site, thread, question, problem)
    return _ask(site, thread, _number(form), question, first.partner, first.as_of)


@router.post("/{thread}/human")
def fetch_human(site: Console, thread: str, form: Sent) -> Response:
    """Hands one of the trial's questions to a manager."""
    number = _number(form)
    if site.desk.fetch_human(trial.question_id(_known_thread(thread), number)) is None:
        raise HTTPException(404)
    return site.goto(f"/try/{thread}#turn-{number}", "A person was asked; the reply comes here.")


@router.post("/{thread}/feedback")
def judge(site: Console, thread: str, form: Sent) -> Response:
    """Keeps a thumb on one of the trial's answers."""
    number, verdict = _number(form), form.get("verdict", "")
    id_ = trial.question_id(_known_thread(thread), number)
    if verdict not in get_args(Verdict) or site.desk.record.answer(id_) is None:
        raise HTTPException(422)
    site.desk.feedback(id_, "console", cast("Verdict", verdict))
    said = "that it helped" if verdict == "up" else "that it didn't help"
    return site.goto(f"/try/{thread}#turn-{number}", f"Thank you. We noted {said}.")


def _ask(
    site: Site, thread: str, number: int, text: str, partner: Partner | None, as_of: date
) -> Response:
    began = perf_counter()
    turn = trial.ask(site.desk, thread, number, text=text, partner=partner, as_of=as_of)
    if turn is None:
        return site.goto(f"/try/{thread}", "This conversation is full; begin a new one.")
    took_ms = max(1, round((perf_counter() - began) * 1000))
    return site.goto(f"/try/{thread}#turn-{turn}", f"The bot took {took_ms:,} ms.")


def _read(site: Site, form: Form) -> Opening:
    """The opening form's fields, each with what is wrong about it."""
    partner, day = form.get("partner", ""), form.get("day", "").strip()
    question = form.get("question", "").strip()
    unknown = bool(partner) and site.directory.partner(partner) is None
    return Opening(
        partner=partner,
        day=day,
        question=question,
        partner_problem="Choose a partner from the list." if unknown else "",
        day_problem="" if _is_day(day) else "Give a day as 2026-11-23.",
        question_problem=_question_problem(question),
    )


def _question_problem(question: str) -> str:
    if not question:
        return "Write a question first."
    if len(question) > MOST_CHARACTERS:
        return f"That is {len(question):,} characters; at most {MOST_CHARACTERS:,} can be asked."
    return ""


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _number(form: Form) -> int:
    number = form.get("number", "")
    if not _NUMBER.fullmatch(number):
        raise HTTPException(422)
    return int(number)


def _known_thread(thread: str) -> str:
    if not trial.is_thread(thread):
        raise HTTPException(404)
    return thread


def _turns(site: Site, thread: str) -> list[TrialTurn]:
    turns = trial.turns(site.desk, _known_thread(thread))
    if not turns:
        raise HTTPException(404)
    return turns


def _opening_page(request: Request, site: Site, opening: Opening, status: int = 200) -> Response:
    return site.page(
        request,
        "try.html",
        status=status,
        opening=opening,
        directory=site.directory,
        thread=secrets.token_hex(8),
        most=MOST_CHARACTERS,
    )


def _conversation_page(
    request: Request, site: Site, thread: str, question: str = "", problem: str = ""
) -> Response:
    turns = _turns(site, thread)
    return site.page(
        request,
        "trial.html",
        status=422 if problem else 200,
        thread=thread,
        turns=turns,
        partner=turns[0].question.partner,
        as_of=turns[0].question.as_of,
        question=question,
        problem=problem,
        most=MOST_CHARACTERS,
    )
