"""What a question has to come to."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from tests.price_worlds.nouns import Member
from tests.price_worlds.reference import Bill, Line, Nothing, Truth, Why

Rightly = Literal["answer", "ask_back", "hand_over"]
Judged = Literal["bill", "unit", "several"]

NO_LINES: frozenset[Line] = frozenset()


def _none(_sku: str, _quantity: int) -> frozenset[Line]:
    return NO_LINES


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What may come of a question.

    `bills` are the amounts that may be answered: one of them for `bill` and `unit`, all of them for `several`. `right`
    is what ought to happen, `rightly` all that may. `plainly` tells that words without an amount answer it,
    `silent` that no amount may be stated at all. `wrong` are amounts that it would be wrong to state, `sums` the only
    ones that a text which compares may hold. `true_lines` gives, for `several`, what is true of any
    product and quantity that an answer adds.
    """

    right: Rightly
    bills: tuple[Bill, ...] = ()
    rightly: frozenset[Rightly] = frozenset()
    plainly: bool = False
    silent: bool = False
    sums: frozenset[Decimal] = frozenset()
    judged: Judged = "bill"
    wrong: frozenset[Decimal] = frozenset()
    true_lines: Callable[[str, int], frozenset[Line]] = field(
        default=_none, repr=False, compare=False
    )

    def allows(self, what: Rightly) -> bool:
        """Whether that may come of it."""
        return what == self.right or what in self.rightly


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question with its expectation; `kind` names its phrasing, `world` the seed of what it is about."""

    kind: str
    world: int
    text: str
    member: Member | None
    day: date
    expects: Expectation
    history: tuple[str, ...] = ()


ONLY_ASKED = frozenset({Why.TERM_NEEDED, Why.BILLING_NEEDED})
"""What one fact more would settle: to hand it over is needless."""
ONLY_HANDED_OVER = frozenset({Why.ON_REQUEST, Why.DISAGREE, Why.STRANGER})
ASKED_BACK = frozenset({Why.TERM_NEEDED, Why.TERM_MISSING, Why.BILLING_NEEDED, Why.BROKEN_PACK, Why.BELOW_MINIMUM, Why.TWO_OFFERS})  # fmt: skip


def expected(truth: Truth, *others: Truth, wrong: Iterable[Decimal] = ()) -> Expectation:
    """What a truth asks for; `others` may be answered as well."""
    if isinstance(truth, Nothing):
        return _without_amount(truth, others, wrong)
    bills = (truth, *(other for other in others if isinstance(other, Bill)))
    return Expectation(
        right="answer",
        bills=bills,
        rightly=frozenset(),
        wrong=frozenset(wrong) - {bill.total for bill in bills},
    )


def _without_amount(
    truth: Nothing, others: Iterable[Truth], wrong: Iterable[Decimal]
) -> Expectation:
    also = [bill for bill in others if isinstance(bill, Bill)]
    bills = tuple(also + ([truth.without] if truth.without else []))
    if truth.without is not None and truth.why not in (Why.TWO_OFFERS, Why.DISAGREE):
        right: Rightly = "answer"
    else:
        right = "ask_back" if truth.why in ASKED_BACK else "hand_over"
    # What has no amount may otherwise be asked back as well as handed over: both claim nothing.
    rightly: frozenset[Rightly] = frozenset({"ask_back", "hand_over"})
    if truth.why in ONLY_ASKED | ONLY_HANDED_OVER:
        rightly = frozenset({right})
    return Expectation(
        right=right,
        bills=bills,
        rightly=rightly | ({"answer"} if bills else set()),
        silent=not bills and truth.why is not Why.DISAGREE,
        wrong=frozenset(wrong) - {bill.total for bill in bills},
    )
