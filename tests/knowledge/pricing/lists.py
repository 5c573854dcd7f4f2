"""Small price lists, partners and offers, and random ones of all of them."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from partnerline.knowledge.partners import Audience, Partner
from partnerline.knowledge.pricing.offers import DealRule, Promotion
from partnerline.knowledge.pricing.price import Price, PriceList, Product
from partnerline.knowledge.pricing.request import PriceRequest, PricingRules

DAY = date(2026, 7, 15)
ACME = Partner(
    id="acme", name="Acme", tier="gold", region="EMEA", currency="EUR", discount=Decimal("0.20")
)
EVERY = Audience()
OWN = Audience(partners=frozenset({"acme"}))
GATEWAY = Product(sku="AX-200", name="Gateway")
DEALS = PricingRules(deal=DealRule(discount={"Gold": Decimal("0.06"), "silver": Decimal("0.04")}))


def price(amount: str | None = "100.00", /, **fields: Any) -> Price:
    """A price of AX-200 in a list for everyone, but for what is given; `of` are fields of its list."""
    of = {"path": "list.xlsx", "audience": EVERY, **fields.pop("of", {})}
    given = {"locator": "EMEA!B2", "row_text": "AX-200", "sku": "AX-200", "name": "Gateway"}
    return Price(
        list=PriceList(**of),
        amount=None if amount is None else Decimal(amount),
        **{"currency": "EUR", **given, **fields},
    )


def promotion(percent: str | None = "0.12", /, **fields: Any) -> Promotion:
    """A promotion of twelve percent on AX-200, but for what is given."""
    given = {"path": "promotions.xlsx", "locator": "A5", "row_text": "COLD27", "audience": EVERY}
    named = {"code": "COLD27", "name": "Cold-chain winter", "applies_to": ("AX-200",)}
    off = None if percent is None else Decimal(percent)
    return Promotion(**{**given, **named, "percent": off, **fields})


def mostly(common: Any, rare: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """One value five times out of six, so that what is random together still comes to a price."""
    return st.integers(0, 5).flatmap(lambda n: rare if n == 5 else st.just(common))


def around(day: date) -> st.SearchStrategy[date | None]:
    """Days near enough to be the first or the last one."""
    return mostly(None, st.integers(-2, 2).map(lambda n: day + timedelta(days=n)))


cents = st.decimals("0.01", "99999.99", places=2)
amounts = st.one_of(
    st.sampled_from([Decimal(100), Decimal("0.005"), Decimal("10.03"), Decimal("33.335")]),
    cents,
    st.decimals("0.001", "9.999", places=3),
    st.decimals("0.0000001", "2", places=9),
)
lists = st.builds(
    PriceList,
    path=st.sampled_from(["a.xlsx", "b.xlsx", "c.csv"]),
    audience=st.sampled_from(
        [EVERY, EVERY, OWN, Audience(partners=frozenset({"acme", "globex"})), Audience(public=True)]
    ),
    net=mostly(common=False, rare=st.just(value=True)),
    valid_from=around(DAY),
    valid_until=around(DAY),
)
bands = st.sampled_from(
    [(1, None), (1, None), (1, 9), (10, 99), (100, None), (10, None), (15, None)]
)
packs = st.sampled_from([(10, "piece"), (10, "pack"), (10, "unclear"), (1, "pack")])


TERMS = [
    *[(None, "once"), (None, "once"), (12, "once"), (12, "month"), (36, "month"), (12, "year")],
    *[(18, "year"), (36, "term"), (None, "month"), (None, "year"), (None, "term")],
]


@st.composite
def prices(draw: st.DrawFn) -> Price:
    """Any entry that a list may hold for one product."""
    low, high = draw(bands)
    term, per = draw(mostly((None, "once"), st.sampled_from(TERMS)))
    size, amount_is_for = draw(mostly((1, "piece"), packs))
    return Price(
        list=draw(lists),
        locator=draw(st.sampled_from(["A1", "B2", "C3"])),
        row_text="AX-200",
        sku="AX-200",
        name="Gateway",
        currency=draw(mostly("EUR", st.just("USD"))),
        amount=draw(st.integers(0, 9).flatmap(lambda n: amounts if n else st.none())),
        unit=draw(st.sampled_from(["", "", "pc", "box"])),
        tier=draw(st.sampled_from(["", "", "gold", "Gold", "silver"])),
        min_quantity=low,
        max_quantity=high,
        term_months=term,
        per=per,
        pack_size=size,
        amount_is_for=amount_is_for,
        region=draw(mostly("", st.sampled_from(["EMEA", "emea", "NA"]))),
        valid_from=draw(around(DAY)),
        valid_until=draw(around(DAY)),
    )


partners = st.none() | st.builds(
    Partner,
    id=st.sampled_from(["acme", "globex"]),
    name=st.just("A partner"),
    tier=st.sampled_from(["gold", "silver", ""]),
    region=st.sampled_from(["EMEA", "EMEA", "NA", ""]),
    currency=mostly("EUR", st.sampled_from(["USD", ""])),
    discount=st.sampled_from([Decimal(0), Decimal("0.20"), Decimal("0.125"), Decimal("0.07")]),
)
fractions = st.decimals("0", "1", places=3)
promotions = st.builds(
    lambda off, fixed, **fields: promotion(
        None if fixed is not None else str(off), fixed=fixed, **fields
    ),
    fractions,
    st.none() | amounts,
    currency=mostly("EUR", st.just("USD")),
    applies_to=mostly(
        ("AX-200",),
        st.sampled_from([("ax 200",), ("all products",), ("TS-100",), ("something",)]),
    ),
    first_day=around(DAY),
    last_day=around(DAY),
    min_quantity=st.sampled_from([1, 1, 10, 50]),
    regions=mostly(frozenset(), st.just(frozenset({"emea", "CH"}))),
    tiers=mostly(frozenset(), st.just(frozenset({"Gold"}))),
)
requests = st.builds(
    PriceRequest,
    quantity=st.none() | st.sampled_from([1, 2, 9, 10, 99, 100, 105, 150, 10**7, 10**15]),
    counted_in=mostly("unit", st.sampled_from(["piece", "pack"])),
    term_months=mostly(None, st.sampled_from([6, 12, 18, 36])),
    billing=mostly(None, st.sampled_from(["month", "year"])),
    list_only=mostly(common=False, rare=st.just(value=True)),
    currency=mostly(None, st.sampled_from(["EUR", "USD"])),
    region=st.none() | st.sampled_from(["EMEA", "NA"]),
)
offered = st.one_of(
    requests,
    st.builds(PriceRequest, quantity=st.sampled_from([1, 10, 50, 100]), promotion=promotions),
    st.builds(PriceRequest, quantity=st.sampled_from([1, 10, 50, 100]), deal=st.just(value=True)),
    st.tuples(requests, promotions).map(lambda two: _with(two[0], promotion=two[1])),
    requests.map(lambda request: _with(request, deal=True)),
)
rules = st.builds(
    PricingRules,
    rounding=st.sampled_from(["unit", "line"]),
    deal=st.none()
    | st.builds(
        DealRule,
        discount=st.just({"GOLD": Decimal("0.065"), "silver": Decimal("0.04")}),
        price_lists=st.none() | st.just(("*.xlsx",)),
    ),
)


def _with(request: PriceRequest, **fields: Any) -> PriceRequest:
    given = {name: getattr(request, name) for name in PriceRequest.__slots__}
    return PriceRequest(**{**given, **fields})
