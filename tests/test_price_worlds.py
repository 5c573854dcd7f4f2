"""Made-up vendors' prices: what is answered holds against a slow, plain reference, which is itself held to hand sums."""

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from tests.price_worlds.expectation import Expectation, expected
from tests.price_worlds.judge import Verdict, amounts_in, judge
from tests.price_worlds.nouns import Book, Fact, Item, Member, Promo, World
from tests.price_worlds.questions import kinds, questions
from tests.price_worlds.reading import differences, promotion_differences, read_library
from tests.price_worlds.reference import (
    Ask,
    Bill,
    Line,
    Nothing,
    Truth,
    Why,
    affordable,
    basket,
    price,
)
from tests.price_worlds.rounds import Round, ask_worlds
from tests.price_worlds.world import make_world

DAY = date(2026, 5, 4)
ACME = Member(
    id="acme", name="Acme", tier="gold", region="EMEA", currency="EUR", discount=Decimal("0.175")
)
ZETA = replace(ACME, id="zeta", name="Zeta", tier="silver", discount=Decimal("0.333"))
MESA = replace(ACME, id="mesa", name="Mesa", region="NA", currency="USD")
LIST = Book(
    path="price-lists/hardware.xlsx", shape="bands_wide", dress="xlsx", currency="EUR", region="EMEA",
    first=date(2026, 1, 1), last=date(2026, 12, 31),
)  # fmt: skip
OLD = replace(LIST, path="price-lists/old.xlsx", first=date(2025, 1, 1), last=date(2025, 12, 31))
NET = replace(LIST, path="price-lists/acme.xlsx", partner="acme", region="", net=True)
PROMO = Promo(
    code="MAY26", name="May offer", skus=("P-1",), percent=Decimal("0.10"), fixed=None, currency="",
    first=date(2026, 5, 1), last=date(2026, 5, 31), least=5, regions=frozenset({"EMEA"}),
)  # fmt: skip


def fact(amount: str | None, *, book: Book = LIST, sku: str = "P-1", **more: Any) -> Fact:
    return Fact(book=book, sku=sku, amount=None if amount is None else Decimal(amount), **more)


def world(*facts: Fact, **more: Any) -> World:
    given: dict[str, Any] = {
        "seed": 0,
        "today": DAY,
        "members": (ACME, ZETA, MESA),
        "items": (Item(sku="P-1", name="Pump", family="Pump", style="bands"),),
        "facts": facts,
        "promos": (PROMO,),
        "rounding": "unit",
        "deal": {"gold": Decimal("0.06")},
        "deal_lists": None,
    }
    return World(**{**given, **more})


BANDS = (
    fact("10.60", low=1, high=9),
    fact("9.99", low=10, high=99),
    fact("9.01", low=100),
)
TIERS = (*BANDS, fact("8.47", tier="gold", low=1))
PLAN = (fact("96", term=12, per="term"), fact(None, term=36, per="term"))
EITHER = (fact("7.77", per="month"), fact("80", per="year"))
PACK = (fact("12.34", pack=20, amount_is_for="pack"),)
PIECES = (fact("0.617", pack=20),)
DISAGREE = (fact("10.60"), fact("10.50", book=replace(LIST, path="price-lists/other.xlsx")))
FIXED = replace(PROMO, percent=None, fixed=Decimal("6.66"), currency="EUR")


def total(found: Truth) -> str:
    """The amount, or why there is none, and what holds without the offer."""
    if isinstance(found, Bill):
        return str(found.total.quantize(Decimal("0.01")))
    return found.why.name if found.without is None else f"{found.why.name} {total(found.without)}"


@pytest.mark.parametrize(
    ("facts", "ask", "by_hand"),
    [
        # 10.60 less 17.5 % is 8.745: half a cent goes up
        (BANDS, {"quantity": 1}, "8.75"),
        (BANDS, {"quantity": 9}, "78.75"),
        # 9.99 * 0.825 = 8.24175
        (BANDS, {"quantity": 10}, "82.40"),
        (BANDS, {"quantity": 99}, "815.76"),
        # 9.01 * 0.825 = 7.43325
        (BANDS, {"quantity": 100}, "743.00"),
        (BANDS, {"quantity": 100, "list_only": True}, "1060.00"),
        (TIERS, {"quantity": 100}, "847.00"),
        ((*TIERS, fact("7.77", book=NET)), {"quantity": 100}, "777.00"),
        ((*TIERS, fact("7.77", book=replace(NET, net=False))), {"quantity": 1}, "6.41"),
        ((*BANDS, fact("5", book=OLD)), {"quantity": 1}, "8.75"),
        ((fact("5", book=OLD),), {}, "NOT_SOLD"),
        (BANDS, {"currency": "USD"}, "NOT_SOLD"),
        ((fact(None),), {}, "ON_REQUEST"),
        ((fact("3", low=25),), {"quantity": 24}, "BELOW_MINIMUM"),
        ((fact("3", high=900),), {"quantity": 901}, "ABOVE_BANDS"),
        (DISAGREE, {}, "DISAGREE"),
        ((fact("10.60"), fact("10.60", book=DISAGREE[1].book)), {}, "8.75"),
        (PLAN, {}, "TERM_NEEDED"),
        (PLAN, {"term": 24}, "TERM_MISSING"),
        (PLAN, {"term": 36}, "ON_REQUEST"),
        (PLAN, {"term": 12, "quantity": 10}, "792.00"),
        (EITHER, {"term": 12}, "BILLING_NEEDED"),
        # 7.77 * 0.825 = 6.41025, twelve times, three times
        (EITHER, {"term": 12, "billing": "month", "quantity": 3}, "230.76"),
        (EITHER, {"term": 36, "billing": "year"}, "198.00"),
        # 12.34 * 0.825 = 10.1805 a pack
        (PACK, {"quantity": 3, "counted": "pack"}, "30.54"),
        (PACK, {"quantity": 60, "counted": "piece"}, "30.54"),
        (PACK, {"quantity": 61, "counted": "piece"}, "BROKEN_PACK"),
        # 0.617 * 0.825 = 0.509025 a piece
        (PIECES, {"quantity": 60}, "30.60"),
        (PIECES, {"quantity": 3, "counted": "pack"}, "30.60"),
        (PIECES, {"quantity": 61}, "BROKEN_PACK"),
        # 8.745 * 0.9 = 7.8705
        (BANDS, {"quantity": 5, "promos": (PROMO,)}, "39.35"),
        (BANDS, {"quantity": 4, "promos": (PROMO,)}, "PROMO 35.00"),
        (BANDS, {"quantity": 5, "promos": (FIXED,)}, "33.30"),
        ((fact("7.77", book=NET),), {"quantity": 5, "promos": (PROMO,)}, "PROMO 38.85"),
        # 8.745 * 0.94 = 8.2203
        (BANDS, {"quantity": 5, "deal": True}, "41.10"),
        ((fact("7.77", book=NET),), {"deal": True}, "DEAL 7.77"),
        (BANDS, {"quantity": 5, "deal": True, "promos": (PROMO,)}, "TWO_OFFERS 43.75"),
    ],
)  # fmt: skip
def test_the_reference_agrees_with_sums_done_by_hand(
    facts: tuple[Fact, ...], ask: Mapping[str, Any], by_hand: str
) -> None:
    assert total(price(world(*facts), ACME, DAY, Ask(sku="P-1", **ask))) == by_hand


def test_rounded_by_the_line_only_the_amount_is_rounded() -> None:
    # 8.745 * 10 = 87.45 where 8.75 * 10 would be 87.50
    by_line = world(fact("10.60"), rounding="line")
    found = price(by_line, ACME, DAY, Ask(sku="P-1", quantity=10))
    assert found == Bill(currency="EUR", lines=(line("8.75", 10, "87.45"),))


def test_a_promotion_counts_on_its_days_and_in_its_regions_only() -> None:
    asks = Ask(sku="P-1", quantity=5, promos=(PROMO,))
    made = world(*BANDS, fact("20", book=replace(LIST, currency="USD", region="NA")))
    assert total(price(made, ACME, date(2026, 5, 31), asks)) == "39.35"
    assert total(price(made, ACME, date(2026, 6, 1), asks)) == "PROMO 43.75"
    assert total(price(made, MESA, DAY, asks)) == "PROMO 82.50"


def test_nobody_is_given_anothers_price() -> None:
    made = world(fact("7.77", book=NET))
    ask = Ask(sku="P-1")
    assert total(price(made, ACME, DAY, ask)) == "7.77"
    assert total(price(made, ZETA, DAY, ask)) == "NOT_SOLD"
    assert total(price(made, None, DAY, ask)) == "STRANGER"


def test_both_days_of_a_list_count() -> None:
    for day, found in (
        (date(2025, 12, 31), "NOT_SOLD"),
        (date(2026, 1, 1), "8.75"),
        (date(2026, 12, 31), "8.75"),
        (date(2027, 1, 1), "NOT_SOLD"),
    ):
        assert total(price(world(fact("10.60")), ACME, day, Ask(sku="P-1"))) == found


def test_a_basket_is_the_sum_of_its_lines_or_nothing() -> None:
    made = world(*BANDS, fact(None, sku="P-2"))
    one, none = Ask(sku="P-1", quantity=2), Ask(sku="P-2")
    assert total(basket(made, ACME, DAY, (one, one))) == "35.00"
    assert total(basket(made, ACME, DAY, (one, none))) == "ON_REQUEST"


def test_a_budget_buys_the_most_even_past_a_dearer_quantity() -> None:
    # ninety-nine at 8.24 are 815.76, a hundred at 7.43 are 743.00
    ask = Ask(sku="P-1")
    assert total(affordable(world(*BANDS), ACME, DAY, ask, Decimal(745)) or nothing()) == "743.00"
    assert affordable(world(*BANDS), ACME, DAY, ask, Decimal("8.74")) is None


def nothing() -> Truth:
    return Nothing(why=Why.NOT_SOLD)


def line(unit: str, quantity: int, amount: str, sku: str = "P-1") -> Line:
    return Line(sku=sku, quantity=quantity, unit_price=Decimal(unit), amount=Decimal(amount))


def quote(*lines: Line, currency: str = "EUR", total: str | None = None) -> dict[str, Any]:
    return {
        "currency": currency,
        "lines": [
            {
                "sku": each.sku,
                "quantity": each.quantity,
                "unit_price": str(each.unit_price),
                "amount": str(each.amount),
            }
            for each in lines
        ],
        "total": total or str(sum(each.amount for each in lines)),
    }


def answer(*quotes: Mapping[str, Any], outcome: str = "answered", text: str = "") -> dict[str, Any]:
    one = quotes[0] if len(quotes) == 1 else None
    many = [] if one else list(quotes)
    return {"outcome": outcome, "text": text, "quote": one, "quotes": many, "reason": None}


TEN = line("8.24", 10, "82.40")
TEN_COST = expected(Bill(currency="EUR", lines=(TEN,)), wrong=[Decimal("99.90")])
UNIT = replace(TEN_COST, judged="unit")
ASK_BACK = expected(Nothing(why=Why.TERM_NEEDED), wrong=[Decimal("99.90")])
HAND_OVER = expected(Nothing(why=Why.ON_REQUEST))
SUMS = frozenset(map(Decimal, ("8.24", "82.40", "7", "700", "617.60", "1.24")))
BOTH = (quote(TEN), quote(line("7", 100, "700")))
COMPARED = Expectation(
    right="answer",
    bills=(
        Bill(currency="EUR", lines=(TEN,)),
        Bill(currency="EUR", lines=(line("7", 100, "700"),)),
    ),
    judged="several",
    sums=SUMS,
)


@pytest.mark.parametrize(
    ("given", "expects", "verdict"),
    [
        (answer(quote(TEN)), TEN_COST, Verdict.RIGHT),
        (answer(quote(line("8.24", 10, "82.41"))), TEN_COST, Verdict.WRONG),
        (answer(quote(line("8.25", 10, "82.40"))), TEN_COST, Verdict.WRONG),
        (answer(quote(line("8.24", 10, "82.40", sku="P-2"))), TEN_COST, Verdict.WRONG),
        (answer(quote(TEN, currency="USD")), TEN_COST, Verdict.WRONG),
        (answer(quote(TEN, total="82.41")), TEN_COST, Verdict.WRONG),
        (answer(quote(TEN, TEN)), TEN_COST, Verdict.WRONG),
        (answer(quote(line("10.60", 1, "10.60"))), TEN_COST, Verdict.WRONG),
        (answer(text="That is **82,40 €**."), TEN_COST, Verdict.RIGHT),
        (answer(text="That is **99,90 €**."), TEN_COST, Verdict.WRONG),
        (answer(text="See the list."), TEN_COST, Verdict.SHORT),
        (answer(outcome="clarify"), TEN_COST, Verdict.NEEDLESSLY_ASKED),
        (answer(outcome="escalated"), TEN_COST, Verdict.NEEDLESSLY_HANDED_OVER),
        (answer(outcome="smalltalk"), TEN_COST, Verdict.SHORT),
        (answer(quote(line("8.24", 1, "8.24"))), UNIT, Verdict.RIGHT),
        (answer(quote(line("8.25", 1, "8.25"))), UNIT, Verdict.WRONG),
        (answer(outcome="clarify"), ASK_BACK, Verdict.ASKED_BACK),
        (answer(outcome="escalated"), ASK_BACK, Verdict.NEEDLESSLY_HANDED_OVER),
        (answer(outcome="clarify", text="Over which term? 99.90?"), ASK_BACK, Verdict.WRONG),
        (answer(quote(TEN)), ASK_BACK, Verdict.WRONG),
        (answer(outcome="escalated"), HAND_OVER, Verdict.HANDED_OVER),
        (answer(quote(TEN)), HAND_OVER, Verdict.WRONG),
        (answer(quote(TEN), quote(line("7", 100, "700"))), COMPARED, Verdict.RIGHT),
        (answer(quote(TEN), quote(line("7", 100, "701"))), COMPARED, Verdict.WRONG),
        (answer(quote(TEN, line("7", 100, "700"))), COMPARED, Verdict.WRONG),
        (answer(quote(TEN), text="at 100: 7,00 € each"), COMPARED, Verdict.RIGHT),
        (answer(quote(TEN), text="it gets cheaper"), COMPARED, Verdict.SHORT),
        (answer(*BOTH, text="8.24 and 7.00: 1.24 less, 15.0 %"), COMPARED, Verdict.RIGHT),
        (answer(*BOTH, text="8.24 and 7.00: 1.25 less"), COMPARED, Verdict.WRONG),
    ],
)
def test_the_judge_finds_what_was_planted(
    given: Mapping[str, Any], expects: Expectation, verdict: Verdict
) -> None:
    assert judge(given, expects).verdict is verdict


def test_the_judge_reads_amounts_however_they_are_set() -> None:
    text = "1,234.50 or 1.234,50 € or $1234.50, CHF 1'234.50, 2 000 and 8.24"
    assert amounts_in(text) == {Decimal("1234.50"), Decimal(2000), Decimal("8.24")}


def test_a_seed_makes_the_same_world_and_the_same_questions_again() -> None:
    first, second = make_world(5), make_world(5)
    assert first == second
    assert list(islice(questions(first, 2), 90)) == list(islice(questions(second, 2), 90))


def test_there_are_more_than_forty_five_phrasings_and_each_can_be_asked() -> None:
    asked = {one.kind for seed in range(4) for one in islice(questions(make_world(seed), 1), 200)}
    assert len(kinds()) > 45
    assert asked == set(kinds())


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_cell_of_a_made_up_list_is_read_as_it_stands(seed: int, tmp_path: Path) -> None:
    made = make_world(seed)
    read = read_library(made, tmp_path)
    assert differences(made, read.prices) == (Counter(), Counter())
    assert promotion_differences(made, read.promotions) == (Counter(), Counter())
    assert not [line for line in read.report.lines if line.refused or line.problem]


# A hundred and fifty questions tell the share of all within four points: only the fixed ones are held to the target.
@pytest.mark.parametrize(
    ("seed", "least"),
    [(11, 0.97), (random.SystemRandom().randrange(10**6), 0.93)],
    ids=["fixed", "new"],
)
def test_no_made_up_price_is_answered_wrongly(seed: int, least: float) -> None:
    again = f"python -m scripts.price_questions --questions 150 --worlds 1 --seed {seed}"
    done = ask_worlds(150, seed=seed, worlds=1)
    wrong = [case for case in done.cases if case.judgement.verdict is Verdict.WRONG]
    assert not wrong, f"{again}: {wrong[0]}"
    assert done.share >= least, f"{again}:\n{_failing(done)}"


def _failing(done: Round) -> str:
    failing = [case for case in done.cases if not case.judgement.verdict.good]
    return "\n".join(
        f"{case.judgement.verdict}: {case.asked.history} {case.asked.text!r}" for case in failing
    )
