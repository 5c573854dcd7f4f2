"""Questions about what is bought for a term, and about days."""

from dataclasses import replace
from datetime import date, timedelta

from tests.price_worlds.expectation import Asked
from tests.price_worlds.phrasings import phrasing
from tests.price_worlds.reference import Ask, Bill
from tests.price_worlds.setting import Setting
from tests.price_worlds.spelling import MONTHS, a_day

SAID_TERMS = {
    12: ("for 12 months", "for one year", "annual", "over 1 year", "12 mo"),
    24: ("for 24 months", "over two years", "for 2 years", "24 mo", "two-year term"),
    36: ("for 36 months", "over three years", "for 3 years", "36 mo", "3-year term"),
}


def _seats(s: Setting) -> int:
    return s.rng.choice((1, 5, 10, 15, 20, 25, 49, 100, 250))


@phrasing("term")
def _term(s: Setting, kind: str) -> Asked:
    seats, term = _seats(s), s.rng.choice((12, 24, 36))
    item = s.priced("terms", quantity=seats, term=term)
    text = s.one_of(
        "{q} seats of {p} {t}, how much?",
        "what do {q} {p} cost {t}?",
        "price for {q} {p} {t}",
        "{p} {t}, {q} seats - our price?",
    )
    text = text.format(q=seats, p=s.said(item), t=s.one_of(*SAID_TERMS[term]))
    return s.bill(kind, text, Ask(sku=item.sku, quantity=seats, term=term))


@phrasing("German term")
def _german_term(s: Setting, kind: str) -> Asked:
    seats, term = _seats(s), s.rng.choice((12, 36))
    item = s.priced("terms", quantity=seats, term=term)
    said = {12: ("für 12 Monate", "für ein Jahr"), 36: ("über drei Jahre", "für 36 Monate")}[term]
    text = s.one_of("Was kosten {q} {p} {t}?", "Preis für {q} {p} {t}")
    return s.bill(
        kind,
        text.format(q=seats, p=s.said(item), t=s.one_of(*said)),
        Ask(sku=item.sku, quantity=seats, term=term),
    )


@phrasing("a month of a term")
def _a_month(s: Setting, kind: str) -> Asked:
    seats, term = _seats(s), s.rng.choice((12, 24))
    item = s.priced("terms", quantity=seats, term=term)
    text = f"what do {seats} {s.said(item)} come to a month over {term} months?"
    ask = Ask(sku=item.sku, quantity=seats, term=term)
    return s.bill(kind, text, ask)


@phrasing("term on request or missing")
def _odd_term(s: Setting, kind: str) -> Asked:
    term = s.rng.choice((36, 36, 18, 48, 60))
    item = s.items("terms")[0]
    text = s.one_of("price for 10 {p} for {t} months", "{p}, 10 seats, {t} months?")
    ask = Ask(sku=item.sku, quantity=10, term=term)
    return s.bill(kind, text.format(p=s.said(item), t=term), ask)


@phrasing("no term")
def _no_term(s: Setting, kind: str) -> Asked:
    seats = _seats(s)
    item = s.items("terms")[0]
    text = s.one_of(
        "what do {q} {p} seats cost?", "price for {q} {p}", "{q} licences of {p} please"
    )
    return s.bill(kind, text.format(q=seats, p=s.said(item)), Ask(sku=item.sku, quantity=seats))


@phrasing("by the month")
def _by_month(s: Setting, kind: str) -> Asked:
    seats = _seats(s)
    item = s.priced("month", quantity=seats)
    text = s.one_of("what do {q} {p} cost per month?", "monthly price for {q} {p}?")
    return s.bill(kind, text.format(q=seats, p=s.said(item)), Ask(sku=item.sku, quantity=seats))


@phrasing("by the month over a term")
def _by_month_term(s: Setting, kind: str) -> Asked:
    seats, term = _seats(s), s.rng.choice((12, 24, 36))
    item = s.priced("month", quantity=seats, term=term)
    text = s.one_of("total for {q} {p} {t}?", "what do {q} seats of {p} come to {t}?")
    text = text.format(q=seats, p=s.said(item), t=s.one_of(*SAID_TERMS[term][:2]))
    return s.bill(kind, text, Ask(sku=item.sku, quantity=seats, term=term))


@phrasing("by the year over a term")
def _by_year(s: Setting, kind: str) -> Asked:
    seats, term = _seats(s), s.rng.choice((12, 24, 36))
    item = s.priced("year", quantity=seats, term=term)
    text = s.one_of("price for {q} {p} {t}", "what do {q} {p} cost {t}?")
    text = text.format(q=seats, p=s.said(item), t=s.one_of(*SAID_TERMS[term][:2]))
    return s.bill(kind, text, Ask(sku=item.sku, quantity=seats, term=term))


@phrasing("recurring, no term")
def _recurring(s: Setting, kind: str) -> Asked:
    seats = _seats(s)
    item = s.priced("month", "year", quantity=seats)
    text = s.one_of("price for {q} {p}", "what do {q} seats of {p} cost?")
    made = s.bill(kind, text.format(q=seats, p=s.said(item)), Ask(sku=item.sku, quantity=seats))
    return replace(made, expects=replace(made.expects, rightly=frozenset({"ask_back"})))


@phrasing("billing")
def _billing(s: Setting, kind: str) -> Asked:
    seats, term = _seats(s), s.rng.choice((12, 24, 36))
    item = s.items("either")[0]
    billing, words = s.rng.choice(
        (("month", ", billed monthly"), ("year", ", billed yearly"), (None, ""))
    )
    text = f"price for {seats} {s.said(item)} for {term} months{words}"
    ask = Ask(sku=item.sku, quantity=seats, term=term)
    return s.bill(kind, text, replace(ask, billing=billing))  # type: ignore[arg-type]  # one of the two words, or none


def _any_day(s: Setting) -> date:
    year = s.world.today.year
    edges = [date(year - 1, 1, 1), date(year - 1, 12, 31), date(year, 6, 30), date(year, 7, 1), date(year, 1, 1), date(year + 1, 1, 1)]  # fmt: skip
    return s.rng.choice((*edges, date(year - 1, 1, 1) + timedelta(days=s.rng.randint(0, 1000))))


@phrasing("as of a day")
def _as_of(s: Setting, kind: str) -> Asked:
    day, quantity = _any_day(s), s.quantity()
    item = s.priced(day=day, quantity=quantity)
    text = s.one_of(
        "price for {q} {p} as of {d}", "what did {q} {p} cost on {d}?" if day < s.world.today else "what will {q} {p} cost on {d}?",
        "on {d}, what is the price of {q} {p}?",
    )  # fmt: skip
    ask = Ask(sku=item.sku, quantity=quantity)
    expects = s.over_days(ask, [day])
    said = text.format(q=quantity, p=s.said(item), d=a_day(s.rng, day))
    return s.asked(kind, said, expects, about=(ask,))


@phrasing("list price of a day")
def _list_of_day(s: Setting, kind: str) -> Asked:
    day = _any_day(s)
    item = s.priced("bands", day=day, list_only=True)
    ask = Ask(sku=item.sku, list_only=True)
    text = f"what {'was' if day < s.world.today else 'is'} the list price of {s.said(item)} on {a_day(s.rng, day)}?"
    return s.asked(kind, text, s.over_days(ask, [day]), about=(ask,))


@phrasing("last year")
def _last_year(s: Setting, kind: str) -> Asked:
    year, quantity = s.world.today.year - 1, s.quantity()
    item = s.priced(day=date(year, 6, 1), quantity=quantity)
    ask = Ask(sku=item.sku, quantity=quantity)
    text = s.one_of("what did {q} {p} cost last year?", "last year's price for {q} {p}?")
    expects = s.over_days(ask, s.days(date(year, 1, 1), date(year, 12, 31)))
    # A year is no day: which of its days is meant may always be asked.
    expects = replace(expects, rightly=expects.rightly | {"ask_back"})
    return s.asked(kind, text.format(q=quantity, p=s.said(item)), expects, about=(ask,))


@phrasing("in a month")
def _in_month(s: Setting, kind: str) -> Asked:
    quantity, year = s.quantity(), s.world.today.year
    month = s.rng.randint(1, 12)
    item = s.priced(quantity=quantity, day=date(year, month, 1))
    first = date(year, month, 1)
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    ask = Ask(sku=item.sku, quantity=quantity)
    text = s.one_of("price for {q} {p} in {m} {y}", "what is the price of {q} {p} in {m} {y}?")
    expects = s.over_days(ask, s.days(first, last))
    said = text.format(q=quantity, p=s.said(item), m=MONTHS[month - 1], y=year)
    return s.asked(kind, said, expects, about=(ask,))


@phrasing("soon")
def _soon(s: Setting, kind: str) -> Asked:
    quantity, today = s.quantity(), s.world.today
    item = s.priced(quantity=quantity)
    ask = Ask(sku=item.sku, quantity=quantity)
    words, first, last = s.rng.choice(
        (("tomorrow", 1, 1), ("next week", 1, 14), ("today", 0, 0), ("in two weeks", 14, 14))
    )
    text = f"price for {quantity} {s.said(item)} for an order {words}"
    days = s.days(today + timedelta(days=first), today + timedelta(days=last))
    return s.asked(kind, text, s.over_days(ask, days), about=(ask,))


@phrasing("dated row")
def _dated(s: Setting, kind: str) -> Asked:
    item = s.items("dated")[0]
    quantity = s.quantity()
    day = s.rng.choice((date(s.world.today.year, 2, 27), date(s.world.today.year, 3, 1), date(s.world.today.year, 9, 30), date(s.world.today.year, 10, 1)))  # fmt: skip
    ask = Ask(sku=item.sku, quantity=quantity)
    text = f"price for {quantity} {s.said(item)} on {a_day(s.rng, day)}"
    expects = s.over_days(ask, [day])
    assert expects.bills or not isinstance(s.truth(ask, day), Bill)
    return s.asked(kind, text, expects, about=(ask,))
