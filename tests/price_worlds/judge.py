"""Holds an answer, as scripts read it, against what its question has to come to."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from tests.price_worlds.expectation import Expectation, Rightly
from tests.price_worlds.reference import Bill, Line

AMOUNT = re.compile(
    r"\d{1,3}(?:[,.'’\u00a0\u202f ]\d{3})+(?:[.,]\d{2})?(?!\d)|\d+[.,]\d{2,3}(?!\d)|\d+"
)


class Verdict(StrEnum):
    """What became of a question."""

    RIGHT = "right"
    ASKED_BACK = "asked back rightly"
    HANDED_OVER = "handed over rightly"
    NEEDLESSLY_ASKED = "asked back needlessly"
    NEEDLESSLY_HANDED_OVER = "handed over needlessly"
    SHORT = "answered without the amounts"
    WRONG = "WRONG"

    @property
    def good(self) -> bool:
        """Whether that is what ought to become of it."""
        return self in {Verdict.RIGHT, Verdict.ASKED_BACK, Verdict.HANDED_OVER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A verdict, with what speaks for it where it isn't good."""

    verdict: Verdict
    why: str = ""


REFUSALS: dict[str, tuple[Rightly, Verdict, Verdict]] = {
    "clarify": ("ask_back", Verdict.ASKED_BACK, Verdict.NEEDLESSLY_ASKED),
    "escalated": ("hand_over", Verdict.HANDED_OVER, Verdict.NEEDLESSLY_HANDED_OVER),
    "smalltalk": ("answer", Verdict.SHORT, Verdict.SHORT),
}


def judge(answer: Mapping[str, Any], expects: Expectation) -> Judgement:
    """What an answer is worth."""
    leak = _leak(answer, expects)
    if leak:
        return Judgement(verdict=Verdict.WRONG, why=leak)
    outcome = answer["outcome"]
    if outcome in REFUSALS:
        what, rightly, needlessly = REFUSALS[outcome]
        return Judgement(verdict=rightly if expects.allows(what) else needlessly)
    quotes = _quotes(answer)
    if expects.judged == "several":
        return _several(quotes, answer["text"], expects)
    return _one_of(quotes, answer["text"], expects)


def _leak(answer: Mapping[str, Any], expects: Expectation) -> str:
    """What must not be said at all, whatever the outcome: a wrong total, or where there is no amount, any."""
    for quote in _quotes(answer):
        total = Decimal(quote["total"])
        if total in expects.wrong and answer["outcome"] == "clarify":
            return f"states {total} while asking back"
    if expects.silent:
        stated = _with_cents(amounts_in(answer["text"])) & expects.wrong
        if stated:
            return f"states {min(stated)}, and there is no amount to state"
    return ""


def _one_of(quotes: list[Mapping[str, Any]], text: str, expects: Expectation) -> Judgement:
    if quotes:
        if any(_is_bill(quote, bill, expects) for quote in quotes for bill in expects.bills):
            return Judgement(verdict=Verdict.RIGHT)
        return Judgement(verdict=Verdict.WRONG, why=f"quotes {_shown(quotes)}")
    stated = amounts_in(text)
    slips = _with_cents(stated) & expects.wrong
    if slips and not expects.plainly:
        return Judgement(verdict=Verdict.WRONG, why=f"states {min(slips)}")
    said = any(bill.total in stated for bill in expects.bills)
    right = said or expects.plainly
    return Judgement(verdict=Verdict.RIGHT if right else Verdict.SHORT)


def _several(quotes: list[Mapping[str, Any]], text: str, expects: Expectation) -> Judgement:
    lines = [(q["currency"], line) for q in quotes for line in _lines(q)]
    for quote in quotes:
        if len(quote["lines"]) > 1:
            return Judgement(
                verdict=Verdict.WRONG, why=f"adds up what is compared: {_shown([quote])}"
            )
    for currency, line in lines:
        true = {*expects.true_lines(line.sku, line.quantity), *_expected_lines(expects)}
        if not any(_same(line, other) for other in true) or currency != expects.bills[0].currency:
            return Judgement(verdict=Verdict.WRONG, why=f"quotes {currency} {line}")
    stated = amounts_in(text)
    surplus = _with_cents(stated) - expects.sums
    if quotes and expects.sums and surplus:
        return Judgement(verdict=Verdict.WRONG, why=f"states {min(surplus)}")
    missing = [
        bill
        for bill in expects.bills
        if not any(_same(line, bill.lines[0]) for _, line in lines)
        and not {bill.total, bill.lines[0].unit_price} & stated
    ]
    if missing:
        return Judgement(verdict=Verdict.SHORT, why=f"lacks {missing[0].lines[0]}")
    return Judgement(verdict=Verdict.RIGHT)


def _expected_lines(expects: Expectation) -> Iterator[Line]:
    for bill in expects.bills:
        yield from bill.lines


def _is_bill(quote: Mapping[str, Any], bill: Bill, expects: Expectation) -> bool:
    lines = _lines(quote)
    if quote["currency"] != bill.currency:
        return False
    if _counted(lines) == _counted(bill.lines) and Decimal(quote["total"]) == bill.total:
        return True
    if expects.judged != "unit" or len(lines) != 1:
        return False
    # The price of one of so many may be shown for one.
    line, true = lines[0], bill.lines[0]
    one = Line(sku=true.sku, quantity=1, unit_price=true.unit_price, amount=true.unit_price)
    return _same(line, one) and Decimal(quote["total"]) == one.amount


def _quotes(answer: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The quote or, where there is none, the several."""
    return [answer["quote"]] if answer.get("quote") else list(answer.get("quotes") or ())


def _lines(quote: Mapping[str, Any]) -> list[Line]:
    return [
        Line(
            sku=line["sku"],
            quantity=line["quantity"],
            unit_price=Decimal(line["unit_price"]),
            amount=Decimal(line["amount"]),
        )
        for line in quote["lines"]
    ]


def _counted(lines: "list[Line] | tuple[Line, ...]") -> Counter[Line]:
    return Counter(lines)


def _same(line: Line, other: Line) -> bool:
    return line == other


def _shown(quotes: list[Mapping[str, Any]]) -> str:
    return "; ".join(
        f"{q['currency']} {q['total']} = "
        + " + ".join(
            f"{x['quantity']} {x['sku']} at {x['unit_price']} is {x['amount']}" for x in q["lines"]
        )
        for q in quotes
    )


def amounts_in(text: str) -> frozenset[Decimal]:
    """Every number in a text that may be an amount of money, however its thousands and decimals are set apart."""
    return frozenset(
        found for written in AMOUNT.findall(text) if (found := _amount(written)) is not None
    )


def _with_cents(amounts: frozenset[Decimal]) -> frozenset[Decimal]:
    """Those written with two decimals: every other number may be a day's, or a quantity."""
    return frozenset(amount for amount in amounts if amount.as_tuple().exponent == -2)


def _amount(written: str) -> Decimal | None:
    whole = re.fullmatch(r"(.*)[.,](\d{2})", written)
    digits = (
        f"{re.sub(r'[^0-9]', '', whole[1])}.{whole[2]}" if whole else re.sub(r"[^0-9]", "", written)
    )
    try:
        return Decimal(digits)
    except InvalidOperation:
        return None
