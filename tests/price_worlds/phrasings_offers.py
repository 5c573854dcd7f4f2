"""Questions with a promotion, a registered deal, or a discount that nobody granted."""

from dataclasses import replace

from tests.price_worlds.expectation import Asked, Expectation
from tests.price_worlds.nouns import Promo
from tests.price_worlds.phrasings import phrasing
from tests.price_worlds.reference import Ask, Bill
from tests.price_worlds.setting import NoSuchQuestion, Setting

TERM = 12


def _with_promo(s: Setting, kind: str, promo: Promo, sku: str, said: str) -> Asked:
    """A question for a product with a promotion that is named as `said`."""
    item = s.world.item(sku)
    term = TERM if item.style == "terms" else None
    quantity = s.rng.choice((1, 2, 4, 5, 9, 10, 15, 19, 20, 30, 100))
    text = s.one_of(
        "price for {q} {p}{t} with {promo}", "what do {q} {p} cost us{t} with the {promo}?", "{q} {p}{t}, {promo} - how much?",
        "how much are {q} {p}{t} under {promo}?",
    )  # fmt: skip
    ask = Ask(sku=sku, quantity=quantity, term=term, promos=(promo,))
    over = f" for {term} months" if term else ""
    return s.bill(kind, text.format(q=quantity, p=s.said(item), t=over, promo=said), ask)


@phrasing("promotion by code")
def _by_code(s: Setting, kind: str) -> Asked:
    promo = s.promo(lambda p: p.first <= s.world.today <= p.last)
    said = s.one_of(promo.code, promo.code.lower(), f"code {promo.code}", f"promo {promo.code}")
    return _with_promo(s, kind, promo, s.rng.choice(promo.skus), said)


@phrasing("promotion by name")
def _by_name(s: Setting, kind: str) -> Asked:
    promo = s.promo(lambda p: p.first <= s.world.today <= p.last)
    return _with_promo(s, kind, promo, s.rng.choice(promo.skus), promo.name)


@phrasing("fixed promotion")
def _fixed(s: Setting, kind: str) -> Asked:
    promo = s.promo(lambda p: p.fixed is not None)
    return _with_promo(s, kind, promo, promo.skus[0], promo.code)


@phrasing("promotion over or to come")
def _not_running(s: Setting, kind: str) -> Asked:
    promo = s.promo(lambda p: not p.first <= s.world.today <= p.last)
    return _with_promo(s, kind, promo, s.rng.choice(promo.skus), promo.code)


@phrasing("promotion for another product")
def _other_product(s: Setting, kind: str) -> Asked:
    promo = s.promo(lambda p: p.first <= s.world.today <= p.last)
    item = s.priced("bands", quantity=10)
    if item.sku in promo.skus:
        raise NoSuchQuestion
    return _with_promo(s, kind, promo, item.sku, promo.code)


@phrasing("promotion nobody knows")
def _unknown_promo(s: Setting, kind: str) -> Asked:
    item = s.priced("bands", quantity=10)
    ask = Ask(sku=item.sku, quantity=10)
    made = s.bill(kind, f"price for 10 {s.said(item)} with promo code BLIZZARD31", ask)
    return replace(
        made, expects=replace(made.expects, rightly=frozenset({"answer", "ask_back", "hand_over"}))
    )


@phrasing("two promotions")
def _two(s: Setting, kind: str) -> Asked:
    running = [p for p in s.world.promos if p.first <= s.world.today <= p.last and p.fixed is None]
    first, second = s.rng.sample(running, 2)
    sku = s.rng.choice(first.skus)
    item = s.world.item(sku)
    term = TERM if item.style == "terms" else None
    ask = Ask(sku=sku, quantity=20, term=term, promos=(first, second))
    over = f" for {term} months" if term else ""
    text = f"price for 20 {s.said(item)}{over} with {first.code} and {second.code}"
    return _never_both(s, kind, text, ask)


def _never_both(s: Setting, kind: str, text: str, ask: Ask) -> Asked:
    """Either offer alone may be answered, or none of them; never both."""
    alone = [replace(ask, promos=(promo,), deal=False) for promo in ask.promos]
    alone += [replace(ask, promos=())] if ask.deal else []
    alone += [replace(ask, promos=(), deal=False)]
    bills = tuple(bill for bill in map(s.truth, alone) if isinstance(bill, Bill))
    expects = Expectation(
        right="ask_back",
        bills=bills,
        rightly=frozenset({"answer", "hand_over"}),
        plainly=True,
    )
    return s.asked(kind, text, expects)


@phrasing("registered deal")
def _deal(s: Setting, kind: str) -> Asked:
    quantity = s.quantity()
    item = s.priced(quantity=quantity)
    text = s.one_of(
        "price for {q} {p} with our approved deal registration", "{q} {p}, the deal registration is approved - what do we pay?",
        "what do {q} {p} cost with a registered deal?", "we have an approved deal reg for {q} {p}, price?",
    )  # fmt: skip
    ask = Ask(sku=item.sku, quantity=quantity, deal=True)
    return s.bill(kind, text.format(q=quantity, p=s.said(item)), ask)


@phrasing("deal and promotion")
def _deal_and_promo(s: Setting, kind: str) -> Asked:
    promo = s.promo(lambda p: p.first <= s.world.today <= p.last)
    skus = [sku for sku in promo.skus if s.world.item(sku).style == "bands"]
    if not skus:
        raise NoSuchQuestion
    item = s.world.item(skus[0])
    ask = Ask(sku=item.sku, quantity=30, promos=(promo,), deal=True)
    text = f"30 {s.said(item)} with {promo.code} and our approved deal registration, how much?"
    return _never_both(s, kind, text, ask)


@phrasing("discount nobody granted")
def _asked_discount(s: Setting, kind: str) -> Asked:
    quantity, percent = s.quantity(), s.rng.choice((18, 22, 31, 40))
    item = s.priced("bands", quantity=quantity)
    text = s.one_of(
        "can I give {d}% on {q} {p}?",
        "price for {q} {p} with {d} % off?",
        "could we get {q} {p} at {d} percent discount",
    )
    ask = Ask(sku=item.sku, quantity=quantity)
    made = s.bill(kind, text.format(d=percent, q=quantity, p=s.said(item)), ask)
    expects = replace(
        made.expects, right="hand_over", rightly=frozenset({"answer", "ask_back"}), plainly=True
    )
    return replace(made, expects=expects)
