"""What follows from an answer's own prices is no figure from nowhere; anything else is."""

from dataclasses import replace
from decimal import Decimal

from partnerline.evals.derived import derived
from partnerline.knowledge.model import Answer
from partnerline.knowledge.pricing.quote import Quote, QuoteLine

LINE = QuoteLine(
    sku="A", name="A", quantity=1, unit="each", list_price=Decimal("10.00"), unit_price=Decimal("8.00"),
    amount=Decimal("8.00"), term_months=None, applied=(), cell="S!A1", row="A 10.00",
)  # fmt: skip
ONE = Quote(
    currency="EUR", lines=(LINE,), total=Decimal("8.00"), price_list="a.csv", valid_from=None, valid_until=None,
)  # fmt: skip
OTHER = replace(
    ONE,
    lines=(replace(LINE, unit_price=Decimal("6.00"), amount=Decimal("6.00")),),
    total=Decimal("6.00"),
)


def answer(*quotes: Quote) -> Answer:
    return Answer(outcome="answered", text="", confidence=1.0, quotes=quotes)


def test_the_difference_of_two_prices_and_its_share_follow_from_them() -> None:
    figures = set(derived(answer(ONE, OTHER), "the difference?"))
    assert {"2.00", "25.0"} <= figures
    assert "3.00" not in figures


def test_what_is_left_of_a_budget_follows_from_it() -> None:
    assert "92.00" in set(derived(answer(ONE), "how many for 100 EUR"))
    assert "92.00" not in set(derived(answer(ONE), "how many"))
