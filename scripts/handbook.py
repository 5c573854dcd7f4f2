"""The labelled questions of a handbook as answers to fit to and to measure: what both bots make of them."""

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scripts.retrieval_questions import Labelled, is_for_tuning, labelled
from scripts.tutorial_bot import TutorialBot

from partnerline.bot.bootstrap import make_answerer
from partnerline.bot.cli.eval_runner import own_index
from partnerline.bot.settings import Settings
from partnerline.evals.rows import TELLS, Row
from partnerline.knowledge.answering.answerer import Answerer
from partnerline.knowledge.confidence import kind_of
from partnerline.knowledge.model import Answer, Question, Reason
from partnerline.knowledge.partners import EVERYONE
from partnerline.knowledge.ports import Embedder

ANY_DAY = date(2026, 1, 1)
"""The handbook knows no validity, so any day is as good."""

IsRight = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question, answerable or not, with what a source and a text must be to answer it."""

    id: str
    text: str
    kind: str
    tune: bool
    label: Labelled | None

    def is_answered_by(self, source: str, text: str) -> bool:
        """Whether a text from a source answers it; never where nothing does."""
        return self.label is not None and self.label.is_answered_by(source, text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a bot would answer a question with: how sure it is, and whether that is right."""

    asked: Asked
    row: Row
    confidence: float


def questions(folder: Path) -> tuple[Asked, ...]:
    """Every question that can be understood without its page."""
    answers = {one.id: one for one in labelled(folder)}
    with (folder / "questions.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return tuple(
        Asked(
            id=row["id"],
            text=row["question"],
            kind=row["kind"],
            tune=is_for_tuning((row.get("gold_files") or [row["id"]])[0]),
            label=answers.get(row["id"]),
        )
        for row in rows
        if row.get("standalone", True)
    )


def ours(settings: Settings, folder: Path) -> tuple[Given, ...]:
    """What this bot makes of every question at a threshold of 0; what it hands over all the same has a confidence of 0."""
    there = settings.model_copy(
        update={"library": folder / "library", "answer_threshold": 0.0, "model": None}
    )
    with own_index(there) as opened:
        answerer = make_answerer(opened, there)
        return tuple(_given(asked, _answered(answerer, asked)) for asked in questions(folder))


def _answered(answerer: Answerer, asked: Asked) -> Answer:
    """The answer; one that breaks is named and counts as none."""
    try:
        return answerer.answer(Question(text=asked.text, as_of=ANY_DAY, partner=EVERYONE))
    except Exception as error:  # noqa: BLE001 - what breaks is a finding, and the rest go on
        print(f"{asked.id} broke: {type(error).__name__}: {error}", file=sys.stderr)
        return Answer(outcome="escalated", text="", confidence=0.0, reason=Reason.FAILED)


def _given(asked: Asked, answer: Answer) -> Given:
    quoted = answer.outcome == "answered" and TELLS in answer.signals
    right = any(asked.is_answered_by(one.source, one.quote) for one in answer.citations)
    row = Row(
        id=asked.id,
        signals=answer.signals if quoted else {},
        right=quoted and right,
        kind=kind_of(asked.text, voiced=bool(answer.signals.get("voiced"))),
        answerable=asked.label is not None,
    )
    return Given(asked=asked, row=row, confidence=answer.confidence if quoted else 0.0)


def tutorial(settings: Settings, folder: Path, embedder: Embedder) -> Iterator[Given]:
    """What the tutorial bot makes of every question: its top passage, as sure as the two are similar."""
    bot = TutorialBot(folder / "library", settings.home / "tutorial", embedder)
    for asked in questions(folder):
        top = bot.search(asked.text, 1)[0]
        question, passage = embedder.embed([asked.text, top.text])
        row = Row(
            id=asked.id,
            signals={},
            right=asked.is_answered_by(top.source, top.text),
            answerable=asked.label is not None,
        )
        yield Given(asked=asked, row=row, confidence=float(question @ passage))
