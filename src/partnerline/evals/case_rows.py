"""A case as it is written in YAML, each field held to what it may be."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictInt,
    model_validator,
)

from partnerline.evals.model import Case, Expectation, ExpectedPrice, Judged, Place
from partnerline.evals.wording import fold
from partnerline.knowledge.model import Outcome, Reason, Turn


def _as_list(given: object) -> object:
    return given if isinstance(given, list) else [given]


def _as_place(given: object) -> object:
    return {"source": given} if isinstance(given, str) else given


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
_Outcomes = Annotated[tuple[Outcome, ...], _Listed]


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


class _PlaceRow(_Row):
    source: _Words
    locator: _Words | None = None

    def place(self) -> Place:
        return Place(source=self.source, locator=self.locator or "")


class _GivenRow(_Row):
    """The answer that was judged."""

    outcome: Outcome
    text: _Words | None = None
    sources: Annotated[tuple[_Words, ...], _Listed] = ()

    @model_validator(mode="after")
    def _can_be_told_from_another(self) -> "_GivenRow":
        if self.outcome == "answered" and not (self.text or self.sources):
            raise ValueError("needs text or sources: without them every answer is the one judged")
        return self


class _ExpectRow(_Row):
    outcome: Annotated[_Outcomes, Field(min_length=1)] | None = None
    reason: Annotated[tuple[Reason, ...], _Listed] = ()
    contains: Annotated[tuple[_Words, ...], _Listed] = ()
    excludes: Annotated[tuple[_Words, ...], _Listed] = ()
    sources: Annotated[tuple[_Words, ...], _Listed] = ()
    passages: Annotated[tuple[Annotated[_PlaceRow, BeforeValidator(_as_place)], ...], _Listed] = ()
    price: _PriceRow | None = None
    verdict: Literal["right", "wrong"] | None = None
    given: _GivenRow | None = None
    judge: _Words | None = None

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> "_ExpectRow":
        if (self.verdict is None) != (self.given is None):
            raise ValueError("verdict and given go together: a judgement, and the answer judged")
        if self.outcome is None and self.verdict is None:
            raise ValueError("names no outcome. Say outcome: answered, or what else is right")
        if self.reason and not {"clarify", "escalated"} & set(self._outcomes()):
            raise ValueError("a reason is given only with the outcome clarify or escalated")
        return self

    def _outcomes(self) -> tuple[Outcome, ...]:
        """What was given, or what a person found right; a wrong answer leaves open what would have been right."""
        if self.outcome is not None:
            return tuple(dict.fromkeys(self.outcome))
        return (self.given.outcome,) if self.given and self.verdict == "right" else ()

    def _judged(self) -> Judged | None:
        if self.verdict is None or self.given is None:
            return None
        own = self.given
        return Judged(
            verdict=self.verdict, outcome=own.outcome, text=own.text or "", sources=own.sources
        )

    def expectation(self) -> Expectation:
        return Expectation(
            outcomes=self._outcomes(),
            reasons=self.reason,
            contains=self.contains,
            excludes=self.excludes,
            sources=self.sources,
            passages=tuple(row.place() for row in self.passages),
            price=ExpectedPrice(**self.price.model_dump()) if self.price else None,
            judged=self._judged(),
            judge=self.judge or "",
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
    note: _Words | None = None


def case_of(row: object) -> Case:
    """The case that a row of YAML says. Raises pydantic's `ValidationError`, each fault with its field."""
    given = _CaseRow.model_validate(row)
    return Case(
        id=given.id,
        kind=given.kind,
        split=given.split,
        question=given.question,
        expected=given.expect.expectation(),
        partner=given.partner,
        as_of=given.as_of,
        asked_on=given.asked_on,
        history=tuple(Turn(role=turn.role, text=turn.text) for turn in given.history),
        note=given.note or "",
    )


def name_of(row: object, number: int) -> str:
    """What a message calls the row: its id where it has one, and its place in the file."""
    given = row.get("id") if isinstance(row, Mapping) else None
    return f"case {given!r} (number {number})" if given else f"case number {number}"
