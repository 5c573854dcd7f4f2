"""A file of questions, a row each: what a row may hold, and what becomes of one that can't be read."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from partnerline.knowledge.model import Answer, Question, Reason, Turn
from partnerline.knowledge.partners import Directory


class _TurnRow(BaseModel):
    model_config = ConfigDict(extra="ignore")
    role: Literal["user", "assistant"]
    text: str


class _Row(BaseModel):
    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True)
    id: str | int | None = None
    question: str = Field(min_length=1, max_length=20_000)
    partner: str | None = None
    history: list[_TurnRow] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A question of the file with its id: the row's own, or its line's number."""

    id: str
    question: Question


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRow:
    """A line that can't be read, with why, in words for the one who wrote the file."""

    id: str
    line: int
    why: str

    def answer(self) -> Answer:
        """What stands in its place in the output."""
        return Answer(
            outcome="escalated",
            text=f"Line {self.line} can't be read: {self.why}.",
            confidence=0.0,
            reason=Reason.BAD_ROW,
            doubt="The row of a batch could not be read.",
        )


def rows(
    lines: Iterable[bytes], directory: Directory, *, as_of: date, asked_on: date
) -> Iterator[Row | BadRow]:
    """The rows in order; blank lines are passed over, and a bad one never stops the rest."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _row(line, number, directory, as_of=as_of, asked_on=asked_on)


def _row(
    line: bytes, number: int, directory: Directory, *, as_of: date, asked_on: date
) -> Row | BadRow:
    try:
        fields = json.loads(line.decode("utf-8-sig"))
        json.dumps(
            fields, ensure_ascii=False
        ).encode()  # half of a character can be escaped, and nothing takes it
    except (ValueError, RecursionError):
        return BadRow(id=str(number), line=number, why="it is not one JSON object in UTF-8")
    given = fields.get("id") if isinstance(fields, dict) else None
    is_one = isinstance(given, str | int) and not isinstance(given, bool) and given != ""
    row_id = str(given) if is_one else str(number)
    try:
        row = _Row.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(
            str(part) for part in first["loc"] if not str(part).startswith("constrained-")
        )
        why = f"{place}: {first['msg']}" if place else "it is not one JSON object in UTF-8"
        return BadRow(id=row_id, line=number, why=why)
    history = tuple(Turn(role=turn.role, text=turn.text) for turn in row.history or ())
    question = Question(
        text=row.question,
        as_of=as_of,
        asked_on=asked_on,
        partner=directory.partner(row.partner),
        history=history,
    )
    return Row(id=row_id, question=question)
