"""Questions that only their thread makes whole."""

from dataclasses import replace

from tests.price_worlds.expectation import Asked
from tests.price_worlds.phrasings import phrasing
from tests.price_worlds.reference import Ask, Bill
from tests.price_worlds.setting import NoSuchQuestion, Setting

OTHER = 30


def _begun(s: Setting, quantity: int, sku: str) -> str:
    said = s.said(s.world.item(sku))
    return s.one_of("price for {q} {p}", "what do {q} {p} cost?").format(q=quantity, p=said)


@phrasing("and for so many")
def _and_for(s: Setting, kind: str) -> Asked:
    first, then = s.quantity(), s.quantity()
    item = s.priced("bands", "fine", quantity=then)
    text = s.one_of("and for {q}?", "what about {q}?", "and if we take {q}?", "same for {q} please")
    ask = Ask(sku=item.sku, quantity=then)
    return s.bill(kind, text.format(q=then), ask, history=(_begun(s, first, item.sku),))


@phrasing("and another product")
def _another(s: Setting, kind: str) -> Asked:
    first = s.priced("bands", quantity=OTHER)
    item = s.priced("bands", "fine", "closed", quantity=OTHER)
    if item == first:
        raise NoSuchQuestion
    text = s.one_of("and {p}?", "what about the {p}?", "same for {p}").format(p=s.said(item))
    ask = Ask(sku=item.sku, quantity=OTHER)
    return s.bill(kind, text, ask, replace(ask, quantity=1), history=(_begun(s, OTHER, first.sku),))


@phrasing("the term given later")
def _term_later(s: Setting, kind: str) -> Asked:
    seats, term = s.rng.choice((5, 15, 40)), s.rng.choice((12, 24, 36))
    item = s.priced("terms", quantity=seats, term=term)
    text = s.one_of("{t} months", "for {t} months please", "over {y} years", "{y} years").format(
        t=term, y=term // 12
    )
    text = text.replace("1 years", "1 year")
    ask = Ask(sku=item.sku, quantity=seats, term=term)
    return s.bill(kind, text, ask, history=(f"what do {seats} {s.said(item)} cost?",))


@phrasing("another term")
def _another_term(s: Setting, kind: str) -> Asked:
    item = s.priced("terms", quantity=20, term=24)
    text = s.one_of("and for 24 months?", "and over two years?", "what about 2 years")
    history = (f"price for 20 {s.said(item)} for 12 months",)
    return s.bill(kind, text, Ask(sku=item.sku, quantity=20, term=24), history=history)


@phrasing("at list price, then")
def _list_then(s: Setting, kind: str) -> Asked:
    item = s.priced("bands", "closed", quantity=OTHER, list_only=True)
    text = s.one_of("and at list price?", "what's the list price?", "and list?")
    ask = Ask(sku=item.sku, quantity=OTHER, list_only=True)
    return s.bill(kind, text, ask, replace(ask, quantity=1), history=(_begun(s, OTHER, item.sku),))


@phrasing("the promotion, then")
def _promo_then(s: Setting, kind: str) -> Asked:
    promo = s.promo(lambda p: p.first <= s.world.today <= p.last)
    skus = [sku for sku in promo.skus if s.world.item(sku).style in ("bands", "closed")]
    if not skus:
        raise NoSuchQuestion
    text = s.one_of("and with {c}?", "what if we use {c}?", "with promo code {c}?").format(
        c=promo.code
    )
    ask = Ask(sku=skus[0], quantity=OTHER, promos=(promo,))
    return s.bill(kind, text, ask, history=(_begun(s, OTHER, skus[0]),))


@phrasing("the deal, then")
def _deal_then(s: Setting, kind: str) -> Asked:
    item = s.priced("bands", quantity=OTHER)
    text = s.one_of("and with our approved deal registration?", "and with a registered deal?")
    ask = Ask(sku=item.sku, quantity=OTHER, deal=True)
    return s.bill(kind, text, ask, history=(_begun(s, OTHER, item.sku),))


@phrasing("the last one")
def _last_one(s: Setting, kind: str) -> Asked:
    items = [i for i in s.items("bands") if isinstance(s.truth(Ask(sku=i.sku, quantity=200)), Bill)]
    if len(items) < 2:
        raise NoSuchQuestion
    first, last = items[:2]
    history = (f"price for 10 {s.said(first)} and 5 {s.said(last)}",)
    text = s.one_of("the last one, for 200", "and the last one for 200?", "200 of the last one?")
    return s.bill(kind, text, Ask(sku=last.sku, quantity=200), history=history)


@phrasing("a new question in an old thread")
def _new_question(s: Setting, kind: str) -> Asked:
    old, quantity = s.priced("bands", quantity=OTHER), s.quantity()
    item = s.priced(quantity=quantity)
    text = f"what is the price of {quantity} {s.said(item)}?"
    ask = Ask(sku=item.sku, quantity=quantity)
    return s.bill(kind, text, ask, history=(_begun(s, OTHER, old.sku), "thanks!"))


@phrasing("nothing said of which")
def _nothing(s: Setting, kind: str) -> Asked:
    item = s.priced("bands")
    made = s.bill(kind, s.one_of("and what would 30 cost?", "price for 30?"), Ask(sku=item.sku))
    expects = replace(made.expects, right="ask_back", bills=(), rightly=frozenset(), silent=True)
    return replace(made, expects=expects)
