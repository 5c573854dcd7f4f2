"""Small price lists, partners, and random ones of both."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from partnerline.knowledge.partners import Audience, Partner
from partnerline.knowledge.pricing.ladder import PriceRequest
from partnerline.knowledge.pricing.price import Price, PriceList

DAY = date(2026, 7, 15)
ACME = Partner(
    id="acme", name="Acme", tier="gold", region="EMEA", currency="EUR", discount=Decimal("0.20")
)
EVERY = Audience()
OWN = Audience(partners=frozenset({"acme"}))


def price(amount: str | None = "100.00", /, **fields: Any) -> Price:
    """A price of AX-200 in a list for everyone, but for what is given; `of` are fields of its list."""
    of = {"path": "list.xlsx", "audience": EVERY, **fields.pop("of", {})}
    given = {"locator": "EMEA!B2", "row_text": "AX-200", "sku": "AX-200", "name": "Gateway"}
    return Price(
        list=PriceList(**of),
        amount=None if amount is None else Decimal(amount),
        **{"currency": "EUR", **given, **fields},
    )


def around(day: date) -> st.SearchStrategy[date | None]:
    """Days near enough to be the first or the last one."""
    return st.none() | st.integers(-2, 2).map(lambda n: day + timedelta(days=n))


cents = st.decimals("0.01", "99999.99", places=2)
amounts = st.one_of(
    st.sampled_from([Decimal(100), Decimal("0.005"), Decimal("10.03"), Decimal("33.335")]),
    cents,
    st.decimals("0.001", "9.999", places=3),
)
lists = st.builds(
    PriceList,
    path=st.sampled_from(["a.xlsx", "b.xlsx", "c.csv"]),
    audience=st.sampled_from(
        [EVERY, OWN, Audience(partners=frozenset({"acme", "globex"})), Audience(public=True)]
    ),
    net=st.booleans() | st.just(value=False),
    valid_from=around(DAY),
    valid_until=around(DAY),
)
bands = st.sampled_from([(1, None), (1, 9), (10, 99), (100, None), (10, None)])


TERMS = [
    *[(None, "once"), (None, "once"), (12, "once"), (12, "month"), (36, "month"), (12, "year")],
    *[(18, "year"), (36, "term"), (None, "month"), (None, "year"), (None, "term")],
]


@st.composite
def prices(draw: st.DrawFn) -> Price:
    """Any entry that a list may hold for one product."""
    low, high = draw(bands)
    term, per = draw(st.sampled_from(TERMS))
    return Price(
        list=draw(lists),
        locator=draw(st.sampled_from(["A1", "B2", "C3"])),
        row_text="AX-200",
        sku="AX-200",
        name="Gateway",
        currency=draw(st.sampled_from(["EUR", "EUR", "EUR", "USD"])),
        amount=draw(st.sampled_from([None]) | amounts | amounts | amounts),
        tier=draw(st.sampled_from(["", "", "gold", "Gold", "silver"])),
        min_quantity=low,
        max_quantity=high,
        term_months=term,
        per=per,
        valid_from=draw(st.none() | around(DAY)),
        valid_until=draw(st.none() | around(DAY)),
    )


partners = st.none() | st.builds(
    Partner,
    id=st.sampled_from(["acme", "globex"]),
    name=st.just("A partner"),
    tier=st.sampled_from(["gold", "silver", ""]),
    currency=st.sampled_from(["EUR", "EUR", "USD", ""]),
    discount=st.sampled_from([Decimal(0), Decimal("0.20"), Decimal("0.125"), Decimal("0.07")]),
)
requests = st.builds(
    PriceRequest,
    quantity=st.none() | st.sampled_from([1, 9, 10, 99, 100, 10**7, 10**15]),
    term_months=st.none() | st.sampled_from([6, 12, 18, 36]),
    list_only=st.booleans(),
    currency=st.none() | st.sampled_from(["EUR", "USD"]),
)
