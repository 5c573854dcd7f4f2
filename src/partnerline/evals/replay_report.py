"""A replay as page, Markdown and data, for the one who ran it to read."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from partnerline.evals.plain import citation_object, turn_object
from partnerline.evals.replay import SORTS, Replay, Replayed, Sort, amounts_of, outcome_of
from partnerline.knowledge.errors import CasesError
from partnerline.knowledge.model import Answer

VERSION = 1
TITLES: Mapping[Sort, str] = {
    "price": "Another price",
    "broke": "Answering broke",
    "handed_over": "Now handed over",
    "asks_back": "Now asks back",
    "answered": "Newly answered",
    "otherwise": "Other words or sources",
    "same": "Unchanged",
}
HEADINGS = ("Question's id", "Question", "Was → would be", "Confidence")

_MARKUP = re.compile(r"([\\`*_\[\]#|~!])")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayReport:
    """A replay with when it was made, and what else a reader should know: the library, the threshold, the day."""

    replay: Replay
    made_at: datetime
    about: Mapping[str, str] = field(default_factory=dict)

    @property
    def counts(self) -> str:
        """How many answers would change in which way."""
        counted = ((TITLES[sort].lower(), len(self.replay.of(sort))) for sort in SORTS)
        said = ", ".join(f"{count} × {name}" for name, count in counted if count)
        without = self.replay.without_answer
        return (said or "nothing to replay") + (
            f"; {without} had no answer to compare with" if without else ""
        )


def write_replay(report: ReplayReport, folder: Path) -> Path:
    """Writes page, Markdown and data into the folder, and gives the page; they hold what people asked in their words.

    Raises `CasesError` where the folder can't be written to.
    """
    stem = folder / f"replay-{report.made_at:%Y%m%d-%H%M%S}"
    data = json.dumps(as_data(report), ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for ending, text in (
            (".json", data),
            (".md", as_markdown(report)),
            (".html", as_page(report)),
        ):
            file = stem.with_suffix(ending)
            file.touch(mode=0o600)
            file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise CasesError(
            f"{folder}: the report can't be written there. Name a folder that can be written to."
        ) from error
    return stem.with_suffix(".html")


def as_data(report: ReplayReport) -> dict[str, Any]:
    """The whole replay in JSON's types; amounts are in words."""
    return {
        "version": VERSION,
        "made_at": report.made_at.isoformat(),
        "about": dict(report.about),
        "counts": {sort: len(report.replay.of(sort)) for sort in SORTS},
        "without_answer": report.replay.without_answer,
        "questions": [_row_data(row) for row in report.replay.rows],
    }


def _row_data(row: Replayed) -> dict[str, Any]:
    asked = row.past.question
    return {
        "id": row.past.question_id,
        "asked_at": row.past.asked_at.isoformat(),
        "door": row.past.origin.door,
        "partner": row.past.asked_as,
        "question": asked.text,
        "history": [turn_object(turn) for turn in asked.history],
        "sort": row.sort,
        "says": list(row.says),
        "found": row.found or None,
        "failure": row.failure or None,
        "note": row.note or None,
        "was": _answer_data(row.was),
        "would_be": _answer_data(row.now) if row.now else None,
    }


def _answer_data(answer: Answer) -> dict[str, Any]:
    return {
        "outcome": answer.outcome,
        "reason": answer.reason.value if answer.reason else None,
        "confidence": round(answer.confidence, 4),
        "text": answer.text,
        "price": amounts_of(answer) if answer.quote or answer.quotes else None,
        "citations": [citation_object(cited) for cited in answer.citations],
    }


def as_markdown(report: ReplayReport) -> str:
    """The changes, a table a sort. Whatever came from questions or answers is escaped."""
    return "\n".join(
        (
            f"# Replay of {report.made_at:%Y-%m-%d %H:%M}",
            "",
            f"{len(report.replay.rows)} questions: {report.counts}.",
            "",
            *(f"- {_plain(name)}: {_plain(said)}" for name, said in report.about.items()),
            *(
                line
                for sort in SORTS[:-1]
                if report.replay.of(sort)
                for line in _section(sort, report.replay)
            ),
            "",
        )
    )


def _section(sort: Sort, replay: Replay) -> Iterator[str]:
    yield from ("", f"## {TITLES[sort]}: {len(replay.of(sort))}", "")
    yield f"| {' | '.join(HEADINGS)} |"
    yield f"|{' --- |' * len(HEADINGS)}"
    yield from (f"| {' | '.join(map(_plain, row))} |" for row in replayed_rows(replay.of(sort)))


def as_page(report: ReplayReport) -> str:
    """The page's HTML: no script, nothing fetched. Whatever came from questions or answers is escaped."""
    environment = Environment(
        loader=PackageLoader("partnerline.evals", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("replay.html.j2").render(
        report=report, sorts=SORTS, titles=TITLES, outcome_of=outcome_of, confidence=_confidence
    )


def replayed_rows(rows: Iterable[Replayed]) -> Iterator[tuple[str, ...]]:
    """One row a question, under `HEADINGS`."""
    for row in rows:
        says = "; ".join(filter(None, (*row.says, row.failure, row.found, row.note)))
        yield row.past.question_id, row.past.question.text, says, _confidence(row)


def _confidence(row: Replayed) -> str:
    now = f"{row.now.confidence:.2f}" if row.now else "none"
    return f"{row.was.confidence:.2f} → {now}"


def _plain(text: str) -> str:
    """The text on one line, with nothing in it that Markdown or HTML would take for its own."""
    return _MARKUP.sub(r"\\\1", html.escape(" ".join(text.split()), quote=False))
