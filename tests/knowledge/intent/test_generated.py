"""Generated requests: what is read is exactly what was written, or a question back, and never anything else."""

import time
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.knowledge.intent.shop import MOMENT, NAMES, PROMOTIONS, ask, told

from partnerline.knowledge.answering.restated import restated
from partnerline.knowledge.intent.asked import Asked, Wanted
from partnerline.knowledge.intent.periods import Period, month_of
from partnerline.knowledge.intent.products import Catalog, Named, meant
from partnerline.knowledge.intent.requests import read_request
from partnerline.knowledge.pricing.price import Product

SKUS = st.sampled_from(sorted(NAMES))
QUANTITIES = st.integers(2, 5_000).filter(lambda n: not 2020 <= n < 2040 and n != 4410)
TERMS = st.sampled_from([12, 24, 36, 60])
TEMPLATES = st.sampled_from(
    [
        "price for {n} {sku} for {months} months",
        "{n} x {sku}, {months} months",
        "{sku} x {n} over {months} mo",
        "what do {n} of the {sku} cost over {months} months?",
        "{sku}: {n} ({months} months)",
        "list price of {n:,} {sku} for {months} months please",
        "was kosten {n} Stück {sku} für {months} Monate?",
        "prix de {n} {sku} sur {months} mois",
        "precio de {n} {sku} a {months} meses",
        "quanto costano {n} {sku} per {months} mesi",
        "{months} months, {n} pcs {sku}",
    ]
)
JOINTS = st.sampled_from([" and ", ", ", " plus ", "\n", "; ", " und ", " & "])
LINES = st.sampled_from(["{n} {sku}", "{n} x {sku}", "{n} of {sku}", "{n} pcs {sku}"])
BEHIND = st.sampled_from(["{sku} x {n}", "{sku}: {n}", "{sku} ({n})", "{sku} {n} pcs"])


def is_asked_back(one: Wanted) -> bool:
    return one.uncounted or len(one.quantities) != 1 or not isinstance(one.mention, Named)


def holds(asked: Asked, wanted: list[tuple[str, int]]) -> bool:
    """Whether each thing is what was written, or is asked back with what was written among the choices."""
    if len(asked.wanted) != len(wanted):
        return False
    return all(
        sku in {product.sku for product in meant(one.mention)}
        and (one.quantities == (n,) or is_asked_back(one))
        for one, (sku, n) in zip(asked.wanted, wanted, strict=True)
    )


@settings(max_examples=400, deadline=None)
@given(TEMPLATES, SKUS, QUANTITIES, TERMS)
def test_one_product_its_number_and_its_term(template: str, sku: str, n: int, months: int) -> None:
    asked = ask(template.format(n=n, sku=sku, months=months))
    assert holds(asked, [(sku, n)])
    assert asked.terms == (months,)
    assert sku.isdigit() or not is_asked_back(asked.wanted[0])


@settings(max_examples=400, deadline=None)
@given(st.one_of(LINES, BEHIND), JOINTS, st.lists(st.tuples(SKUS, QUANTITIES), min_size=2, max_size=5, unique_by=lambda one: one[0]))  # fmt: skip
def test_several_products_each_with_its_number(
    line: str, joint: str, wanted: list[tuple[str, int]]
) -> None:
    text = joint.join(line.format(sku=sku, n=n) for sku, n in wanted)
    assert holds(ask(text), wanted)


@settings(max_examples=300, deadline=None)
@given(SKUS, SKUS, QUANTITIES, QUANTITIES)
def test_a_follow_up_changes_the_number_and_nothing_else(
    first: str, second: str, n: int, m: int
) -> None:
    assert holds(ask(f"{n} x {first} for 36 months", f"and for {m}?"), [(first, m)])
    assert ask(f"{n} x {first} for 36 months", f"and for {m}?").terms == (36,)
    if first != second:
        assert holds(ask(f"{n} x {first}", f"same for {second}"), [(second, n)])
        assert holds(ask(f"{n} x {first}", f"and {m} x {second} as well"), [(first, n), (second, m)])  # fmt: skip


@st.composite
def requests(draw: st.DrawFn) -> Asked:
    """A request that leaves nothing in doubt."""
    skus = draw(
        st.lists(SKUS.filter(lambda sku: not sku.isdigit()), min_size=1, max_size=3, unique=True)
    )
    things = tuple(
        Wanted(
            mention=Named(product=Product(sku=sku, name=NAMES[sku]), spans=(), exact=True),
            quantities=(draw(QUANTITIES),),
            counted_in=draw(st.sampled_from(["unit", "piece", "pack"])),
        )
        for sku in skus
    )
    day = Period(first=date(2027, 3, 1), last=date(2027, 3, 1))
    return Asked(
        wanted=things,
        terms=draw(st.sampled_from([(), (12,), (36,)])),
        billing=draw(st.sampled_from([None, "month", "year"])),
        currency=draw(st.sampled_from([None, "EUR", "CHF", "GBP"])),
        region=draw(st.sampled_from([None, "EMEA", "NA", "North America"])),
        promotions=draw(st.sampled_from([(), PROMOTIONS[:1], PROMOTIONS[1:2]])),
        deal=draw(st.booleans()),
        list_only=draw(st.booleans()),
        periods=draw(st.sampled_from([(), (day,), (month_of(2027, 5),)])),
    )


@settings(max_examples=300, deadline=None)
@given(requests())
def test_a_request_put_in_words_of_the_desks_is_read_as_itself(asked: Asked) -> None:
    assert told(ask(restated(asked))) == told(asked)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80), st.lists(st.text(max_size=40), max_size=2))
def test_no_text_is_too_odd_to_read(text: str, earlier: list[str]) -> None:
    ask(*earlier, text)


def test_a_question_is_read_at_once_among_a_thousand_products() -> None:
    products = [
        Product(sku=f"{'ABCDE'[i % 5]}X-{i}", name=f"{'edge plant mini'.split()[i % 3]} gateway {i % 40} m")
        for i in range(1_000)
    ]  # fmt: skip
    catalog = Catalog(products)
    text = f"10 of {products[5].sku}, 2 plant gatewyas and 5 packs of AX-5 over three years with the autumn promo in march"
    took = []
    for _ in range(10):
        begun = time.perf_counter()
        read_request(text, (), catalog, promotions=PROMOTIONS, moment=MOMENT)
        took.append(time.perf_counter() - begun)
    assert min(took) < 0.02
