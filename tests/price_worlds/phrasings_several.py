"""Questions about several products, several quantities, or a sum of money."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tests.price_worlds import reference
from tests.price_worlds.expectation import Asked, Expectation, expected
from tests.price_worlds.nouns import Item
from tests.price_worlds.phrasings import phrasing
from tests.price_worlds.reference import Ask, Bill
from tests.price_worlds.setting import NoSuchQuestion, Setting


def _priced(s: Setting, count: int, quantities: Sequence[int], *styles: str) -> list[Item]:
    found = [
        item
        for item in s.items(*styles)
        if all(isinstance(s.truth(Ask(sku=item.sku, quantity=q)), Bill) for q in quantities)
    ]
    if len(found) < count:
        raise NoSuchQuestion
    return found[:count]


def _several(s: Setting, kind: str, text: str, asks: Sequence[Ask]) -> Asked:
    found = reference.basket(s.world, s.member, s.world.today, asks)
    return s.asked(kind, text, expected(found))


def _joined(s: Setting, parts: Sequence[str]) -> str:
    *most, last = parts
    return f"{', '.join(most)}{s.one_of(' and ', ', ', ' plus ')}{last}"


@phrasing("several products")
def _basket(s: Setting, kind: str) -> Asked:
    count = s.rng.choice((2, 2, 3, 4))
    quantities = [s.quantity() for _ in range(count)]
    items = _priced(s, count, (1, 10, 640), "bands", "fine", "tiered")
    parts = [
        s.one_of("{q} {p}", "{q} x {p}", "{q} of {p}").format(q=q, p=s.said(item))
        for q, item in zip(quantities, items, strict=True)
    ]
    text = s.one_of(
        "price for {x}", "what do {x} cost together?", "quote {x} please", "total for {x}?"
    )
    asks = [Ask(sku=i.sku, quantity=q) for q, i in zip(quantities, items, strict=True)]
    return _several(s, kind, text.format(x=_joined(s, parts)), asks)


@phrasing("products and seats")
def _mixed(s: Setting, kind: str) -> Asked:
    hardware = _priced(s, 1, (1, 10, 100), "bands", "fine")[0]
    quantity, seats, term = (
        s.rng.choice((1, 10, 50)),
        s.rng.choice((5, 10, 40)),
        s.rng.choice((12, 24)),
    )
    plan = s.priced("terms", quantity=seats, term=term)
    text = f"price for {quantity} {s.said(hardware)} and {seats} {s.said(plan)} for {term} months"
    asks = [Ask(sku=hardware.sku, quantity=quantity), Ask(sku=plan.sku, quantity=seats, term=term)]
    return _several(s, kind, text, asks)


@phrasing("a product without a price among several")
def _one_missing(s: Setting, kind: str) -> Asked:
    good = _priced(s, 1, (10,), "bands")[0]
    bad = s.items("request")[0]
    text = f"price for 10 {s.said(good)} and 5 {s.said(bad)}"
    return _several(s, kind, text, [Ask(sku=good.sku, quantity=10), Ask(sku=bad.sku, quantity=5)])


@phrasing("comparison of quantities")
def _comparison(s: Setting, kind: str) -> Asked:
    low, high = sorted(s.rng.sample((1, 5, 10, 20, 50, 100, 200), 2))
    item = _priced(s, 1, (low, high), "bands", "fine")[0]
    text = s.one_of(
        "how much less is {p} at {b} than at {a}?", "compare {a} and {b} {p}", "what's the difference between {a} and {b} {p}?",
        "{p}: price at {a} versus {b}?", "how much cheaper is {p} if we take {b} instead of {a}?",
    )  # fmt: skip
    asks = [Ask(sku=item.sku, quantity=q) for q in (low, high)]
    made = _all_of(s, kind, text.format(p=s.said(item), a=low, b=high), asks)
    return replace(made, expects=replace(made.expects, sums=_sums(*made.expects.bills)))


def _sums(low: Bill, high: Bill) -> frozenset[Decimal]:
    """What may be said of two bills: what each comes to, in all and for one, and the differences."""
    units = [bill.lines[0].unit_price for bill in (low, high)]
    differences = {abs(low.total - high.total), abs(units[0] - units[1])}
    return frozenset({low.total, high.total, *units, *differences})


@phrasing("comparison of terms")
def _terms(s: Setting, kind: str) -> Asked:
    item = s.priced("terms", quantity=10, term=24)
    asks = [Ask(sku=item.sku, quantity=10, term=term) for term in (12, 24)]
    text = s.one_of(
        "compare 12 and 24 months for 10 {p}", "10 {p}: 12 months versus 24 months?",
        "what's the difference between 12 and 24 months for 10 {p}?",
    )  # fmt: skip
    made = _all_of(s, kind, text.format(p=s.said(item)), asks)
    return replace(made, expects=replace(made.expects, sums=_sums(*made.expects.bills)))


@phrasing("comparison of products")
def _products(s: Setting, kind: str) -> Asked:
    items = _priced(s, 2, (10,), "bands", "fine")
    asks = [Ask(sku=item.sku, quantity=10) for item in items]
    text = s.one_of(
        "what's cheaper, 10 {p} or 10 {o}?", "compare 10 {p} with 10 {o}", "difference between 10 {p} and 10 {o}?"
    )  # fmt: skip
    first, second = (s.said(item) for item in items)
    made = _all_of(s, kind, text.format(p=first, o=second), asks)
    return replace(made, expects=replace(made.expects, sums=_sums(*made.expects.bills)))


def _all_of(s: Setting, kind: str, text: str, asks: Sequence[Ask]) -> Asked:
    bills = tuple(bill for bill in map(s.truth, asks) if isinstance(bill, Bill))
    expects = Expectation(right="answer", bills=bills, judged="several", true_lines=s.lines(*asks))
    return s.asked(kind, text, expects)


@phrasing("bands")
def _bands(s: Setting, kind: str) -> Asked:
    item = _priced(s, 1, (1, 500), "bands")[0]
    ask = Ask(sku=item.sku)
    units = {q: s.truth(replace(ask, quantity=q)) for q in (1, 5, 10, 20, 25, 50, 100, 200, 500)}
    seen: dict[Decimal, int] = {}
    for quantity, bill in units.items():
        if isinstance(bill, Bill):
            seen.setdefault(bill.lines[0].unit_price, quantity)
    text = s.one_of(
        "what are the quantity bands for {p}?",
        "volume prices for {p}?",
        "which band of {p} is cheapest?",
    )
    asks = [replace(ask, quantity=quantity) for quantity in seen.values()]
    if "cheapest" in text:
        least = min(seen)
        asks = [replace(ask, quantity=seen[least])]
    return _all_of(s, kind, text.format(p=s.said(item)), asks)


@phrasing("budget")
def _budget(s: Setting, kind: str) -> Asked:
    item = _priced(s, 1, (1, 20), "bands", "fine", "dated")[0]
    one = s.truth(Ask(sku=item.sku))
    assert isinstance(one, Bill)
    count = s.rng.choice((0, 3, 8, 9, 10, 12, 30, 49))
    budget = (one.total * count + one.total * s.rng.randint(10, 99) / 100).quantize(Decimal(1)) + 1
    money = f"{budget:,} {one.currency}" if s.rng.random() < 0.5 else _signed(budget, one.currency)
    text = s.one_of(
        "how many {p} can I get for {m}?", "I have {m}, how many {p} is that?", "budget is {m} - how many of the {p} can we buy?",
        "how many {p} do {m} buy?",
    )  # fmt: skip
    best = reference.affordable(s.world, s.member, s.world.today, Ask(sku=item.sku), budget)
    said = text.format(p=s.said(item), m=money)
    if best is None:
        # One is too dear: that is said, perhaps with the price of one.
        expects = Expectation(
            right="answer", bills=(one,), rightly=frozenset({"ask_back", "hand_over"}), plainly=True
        )
        return s.asked(kind, said, expects)
    return s.asked(kind, said, expected(best))


def _signed(budget: Decimal, currency: str) -> str:
    return f"${budget:,}" if currency == "USD" else f"{budget} €"
