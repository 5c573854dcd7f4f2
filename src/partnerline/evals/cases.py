"""Cases as a company writes them, read from YAML."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictInt,
    ValidationError,
    model_validator,
)

from partnerline.evals.complaint import complaint
from partnerline.evals.model import Case, Expectation, ExpectedPrice
from partnerline.evals.wording import fold
from partnerline.evals.yaml_file import read_yaml
from partnerline.knowledge.errors import CasesError
from partnerline.knowledge.model import Outcome, Reason, Turn

GATES_FILE = "gates.yaml"
"""The name that is never read as cases, so that gates may lie in the cases' own folder."""


def load_cases(path: Path) -> tuple[Case, ...]:
    """The cases of a file, or of every YAML file in a folder and below it, by file name and place.

    Raises `CasesError` naming file, case, field and mend; also where there is no case at all, or two with one id.
    """
    cases: dict[str, tuple[Case, Path]] = {}
    for file in _files(path):
        for case in _read(file):
            if case.id in cases:
                raise CasesError(
                    f"{file}, case {case.id!r}: the id stands in {cases[case.id][1]} too. Give one another id."
                )
            cases[case.id] = (case, file)
    if not cases:
        raise CasesError(f"{path}: holds no case. Name a YAML file or folder with at least one.")
    return tuple(case for case, _ in cases.values())


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = (file for file in path.rglob("*") if file.suffix in {".yaml", ".yml"})
    return sorted(file for file in found if file.name != GATES_FILE)


def _read(file: Path) -> list[Case]:
    rows = read_yaml(file)
    if rows is None:
        return []
    if not isinstance(rows, list):
        raise CasesError(f"{file}: isn't a list. Begin every case with a dash.")
    return [_case(file, number, row) for number, row in enumerate(rows, start=1)]


def _case(file: Path, number: int, row: object) -> Case:
    try:
        return _CaseRow.model_validate(row).case()
    except ValidationError as error:
        given = row.get("id") if isinstance(row, dict) else None
        name = f"case {given!r} (number {number})" if given else f"case number {number}"
        raise CasesError(f"{file}, {name}: {complaint(error)}") from error


def _as_list(given: object) -> object:
    return given if isinstance(given, list) else [given]


def _no_float(given: object) -> object:
    if isinstance(given, (float, bool)):
        raise ValueError("an amount must be text in quotes, so that no cent is lost")
    return given


def _with_words(text: str) -> str:
    if not fold(text):
        raise ValueError("is empty, and so would hold of every answer")
    return text


_Words = Annotated[str, AfterValidator(_with_words)]
_Amount = Annotated[Decimal, BeforeValidator(_no_float), Field(allow_inf_nan=False)]
_Listed = BeforeValidator(_as_list)


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _PriceRow(_Row):
    currency: _Words | None = None
    sku: _Words | None = None
    quantity: StrictInt | None = None
    unit_price: _Amount | None = None
    total: _Amount | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "_PriceRow":
        if not self.model_dump(exclude_none=True):
            raise ValueError("is empty, and so would hold of every quote")
        return self


class _ExpectRow(_Row):
    outcome: Annotated[tuple[Outcome, ...], _Listed, Field(min_length=1)]
    reason: Annotated[tuple[Reason, ...], _Listed] = ()
    contains: Annotated[tuple[_Words, ...], _Listed] = ()
    excludes: Annotated[tuple[_Words, ...], _Listed] = ()
    sources: Annotated[tuple[_Words, ...], _Listed] = ()
    price: _PriceRow | None = None

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> "_ExpectRow":
        if self.reason and not {"clarify", "escalated"} & set(self.outcome):
            raise ValueError("a reason is given only with the outcome clarify or escalated")
        return self

    def expectation(self) -> Expectation:
        price = ExpectedPrice(**self.price.model_dump()) if self.price else None
        return Expectation(
            outcomes=tuple(dict.fromkeys(self.outcome)),
            reasons=self.reason,
            contains=self.contains,
            excludes=self.excludes,
            sources=self.sources,
            price=price,
        )


class _TurnRow(_Row):
    role: Literal["user", "assistant"]
    text: str


class _CaseRow(_Row):
    id: _Words
    kind: _Words
    split: Literal["tune", "held_out"] = "held_out"
    question: _Words
    expect: _ExpectRow
    partner: _Words | None = None
    as_of: date | None = None
    asked_on: date | None = None
    history: tuple[_TurnRow, ...] = ()

    def case(self) -> Case:
        return Case(
            id=self.id,
            kind=self.kind,
            split=self.split,
            question=self.question,
            expected=self.expect.expectation(),
            partner=self.partner,
            as_of=self.as_of,
            asked_on=self.asked_on,
            history=tuple(Turn(role=turn.role, text=turn.text) for turn in self.history),
        )
