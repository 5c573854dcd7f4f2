"""Questions about one product: how many, how spelled, in which words."""

from dataclasses import replace

from tests.price_worlds.expectation import Asked, Rightly
from tests.price_worlds.phrasings import of_one_product, phrasing
from tests.price_worlds.reference import Ask, Bill
from tests.price_worlds.setting import BY_PIECE, NoSuchQuestion, Setting
from tests.price_worlds.spelling import GERMAN, WORDED, in_words, respelled

of_one_product(
    {
        "how much": ("how much is {q} {p}?", "How much for {q} of the {p}", "how much would {q} x {p} be?"),
        "price for": ("price for {q} {p}", "Price for {q}x {p} please", "price on {q} pcs {p}"),
        "we pay": ("what do we pay for {q} {p}?", "What would we pay for {q} units of {p}?"),
        "our price": ("our price for {q} {p}?", "{p}, {q} pieces, our price?"),
        "quote": ("quote {q} {p}", "can you quote me {q} of {p}?", "need a quote: {q} x {p}"),
        "product first": ("{p} - {q} pcs - price?", "{p}: {q} units, what's the cost?"),
        "customer wants": ("customer wants {q} of the {p}, what does it come to?", "My customer is asking for {q} {p}. What will that cost us?"),
        "total": ("total for {q} {p}?", "what's the total for {q} pieces of {p}"),
        "cost": ("cost of {q} {p}", "what does {q} {p} cost?", "what are {q} units of the {p} going to cost"),
        "by name": ("what's the price of {q} {name}?", "price for {q} of the {name} please"),
        "name and number": ("price for {q} {name} ({sku})", "{q} x {sku} {name}, what's our price?"),
        "German": ("Was kosten {q} Stück {p}?", "Preis für {q} x {p} bitte", "Was zahlen wir für {q} {p}?"),
        "polite and long": ("Hi there, hope you are well. Could you let me know what {q} pieces of the {p} would cost us? Thanks a lot!",),
    }
)  # fmt: skip


@phrasing("respelled")
def _respelled(s: Setting, kind: str) -> Asked:
    quantity = s.quantity()
    item = s.priced(quantity=quantity)
    said = respelled(s.rng, item.sku)
    text = s.one_of("{q} {p} how much", "price for {q} of {p}", "{p}, {q} pieces?")
    return s.bill(kind, text.format(q=quantity, p=said), Ask(sku=item.sku, quantity=quantity))


@phrasing("a typing error")
def _typo(s: Setting, kind: str) -> Asked:
    quantity = s.quantity()
    item = s.priced("bands", "fine", "closed", quantity=quantity)
    words = item.name.split()
    at = s.rng.randrange(1, len(words[1]) - 2)
    words[1] = words[1][:at] + words[1][at + 1] + words[1][at] + words[1][at + 2 :]
    text = s.one_of("price for {q} {p}", "what do {q} {p} cost?").format(
        q=quantity, p=" ".join(words)
    )
    made = s.bill(kind, text, Ask(sku=item.sku, quantity=quantity))
    return replace(made, expects=replace(made.expects, rightly=frozenset({"ask_back"})))


@phrasing("a name without its family")
def _without_family(s: Setting, kind: str) -> Asked:
    quantity = s.quantity()
    item = s.priced("bands", "fine", "tiered", quantity=quantity)
    rest = item.name.split(maxsplit=1)[1]
    named = [i for i in s.world.items if rest in i.name and i != item]
    alike = [i for i in named if i.name.split(maxsplit=1)[1] == rest and not s.unseen(i)]
    text = s.one_of("price for {q} of the {p}", "how much are {q} {p}?").format(q=quantity, p=rest)
    made = s.bill(kind, text, Ask(sku=item.sku, quantity=quantity))
    if alike:
        right: Rightly = "ask_back"
        return replace(made, expects=replace(made.expects, right=right, bills=()))
    if named:
        return replace(made, expects=replace(made.expects, rightly=frozenset({"ask_back"})))
    return made


@phrasing("no quantity")
def _no_quantity(s: Setting, kind: str) -> Asked:
    item = s.priced()
    text = s.one_of(
        "what does the {p} cost?", "price of {p}?", "how much is the {p}", "{p} price pls"
    )
    return s.bill(kind, text.format(p=s.said(item)), Ask(sku=item.sku))


@phrasing("list price")
def _list_price(s: Setting, kind: str) -> Asked:
    item = s.priced(*BY_PIECE[:2], list_only=True)
    text = s.one_of(
        "list price of the {p}?",
        "what's the list price for {p}",
        "{p} list price",
        "Listenpreis {p}?",
    )
    return s.bill(kind, text.format(p=s.said(item)), Ask(sku=item.sku, list_only=True))


@phrasing("list price of many")
def _list_price_of_many(s: Setting, kind: str) -> Asked:
    quantity = s.quantity()
    item = s.priced(*BY_PIECE[:2], list_only=True, quantity=quantity)
    text = s.one_of("list price for {q} {p}?", "what would {q} {p} be at list price?")
    ask = Ask(sku=item.sku, quantity=quantity, list_only=True)
    return s.bill(kind, text.format(q=quantity, p=s.said(item)), ask, replace(ask, quantity=1))


@phrasing("unit price")
def _unit_price(s: Setting, kind: str) -> Asked:
    quantity = s.quantity()
    item = s.priced(quantity=quantity)
    text = s.one_of(
        "unit price at {q} {p}?", "price per piece for {q} {p}", "what's the price each if we take {q} {p}?",
        "Stückpreis bei {q} {p}?", "customer takes {q} {p}, what is it per unit?",
    )  # fmt: skip
    made = s.bill(
        kind, text.format(q=quantity, p=s.said(item)), Ask(sku=item.sku, quantity=quantity)
    )
    return replace(made, expects=replace(made.expects, judged="unit"))


@phrasing("number words")
def _number_words(s: Setting, kind: str) -> Asked:
    quantity = s.rng.choice((2, 5, 10, 15, 20, 25, 40, 50, 75, 99, 100, 120, 200, 250))
    item = s.priced(quantity=quantity)
    text = s.one_of("price for {q} {p}", "how much are {q} {p}?", "we need {q} of the {p}, cost?")
    said = in_words(quantity)
    return s.bill(kind, text.format(q=said, p=s.said(item)), Ask(sku=item.sku, quantity=quantity))


@phrasing("German number words")
def _german_number_words(s: Setting, kind: str) -> Asked:
    quantity = s.rng.choice(sorted(GERMAN))
    item = s.priced(quantity=quantity)
    text = s.one_of("Was kosten {q} {p}?", "Preis für {q} Stück {p}")
    said = GERMAN[quantity]
    return s.bill(kind, text.format(q=said, p=s.said(item)), Ask(sku=item.sku, quantity=quantity))


@phrasing("shorthand")
def _shorthand(s: Setting, kind: str) -> Asked:
    quantity = s.rng.choice(sorted(WORDED))
    item = s.priced("bands", "fine", "tiered", quantity=quantity)
    text = s.one_of("price for {q} {p}", "{q} of the {p}, how much?", "need {q} {p}, cost?")
    said = WORDED[quantity]
    return s.bill(kind, text.format(q=said, p=s.said(item)), Ask(sku=item.sku, quantity=quantity))


@phrasing("thousands")
def _thousands(s: Setting, kind: str) -> Asked:
    quantity = s.rng.choice((1000, 1200, 2000, 2500, 10000))
    item = s.priced("bands", "fine", "tiered", quantity=quantity)
    text = s.one_of("price for {q} {p}", "what do {q} pieces of {p} cost")
    return s.bill(
        kind, text.format(q=f"{quantity:,}", p=s.said(item)), Ask(sku=item.sku, quantity=quantity)
    )


@phrasing("currency named")
def _currency(s: Setting, kind: str) -> Asked:
    quantity = s.quantity()
    item = s.priced(quantity=quantity)
    other = "USD" if s.member.currency == "EUR" else "EUR"
    currency = s.member.currency if s.rng.random() < 0.7 else other
    text = s.one_of(
        "price for {q} {p} in {c}", "what do {q} {p} cost us in {c}?", "{c} price of {q} {p}?"
    )
    ask = Ask(sku=item.sku, quantity=quantity, currency=currency)
    return s.bill(kind, text.format(q=quantity, p=s.said(item), c=currency), ask)


@phrasing("packs")
def _packs(s: Setting, kind: str) -> Asked:
    packs = s.rng.choice((1, 2, 3, 5, 8, 12))
    item = s.priced("pack", "piece", quantity=packs, counted="pack")
    word = "pack" if packs == 1 else "packs"
    text = s.one_of("price for {q} {w} of {p}", "how much are {q} {w} of {p}?").format(
        q=packs, w=word, p=s.said(item)
    )
    return s.bill(kind, text, Ask(sku=item.sku, quantity=packs, counted="pack"))


@phrasing("pieces of a pack")
def _pieces(s: Setting, kind: str) -> Asked:
    item = s.priced("pack", "piece", quantity=60, counted="pack")
    pack = next(
        f.pack for f in s.world.facts if f.sku == item.sku and f.book.region == s.member.region
    )
    pieces = pack * s.rng.choice((1, 2, 4, 10)) + s.rng.choice((0, 0, 0, 1, 3))
    text = s.one_of("price for {q} pieces of {p}", "what do {q} pcs {p} cost?")
    ask = Ask(sku=item.sku, quantity=pieces, counted="piece")
    return s.bill(kind, text.format(q=pieces, p=s.said(item)), ask)


@phrasing("packs or pieces")
def _packs_or_pieces(s: Setting, kind: str) -> Asked:
    item = s.priced("pack", quantity=1)
    quantity = s.rng.choice((5, 10, 20, 60))
    text = s.one_of("price for {q} {p}", "what do {q} {p} cost?").format(q=quantity, p=s.said(item))
    ask = Ask(sku=item.sku, quantity=quantity)
    made = s.bill(kind, text, ask)
    return replace(made, expects=replace(made.expects, rightly=made.expects.rightly | {"ask_back"}))


@phrasing("below the minimum")
def _below(s: Setting, kind: str) -> Asked:
    item = s.items("least")[0]
    quantity = s.rng.choice((1, 2, 3, 4, 10, 20, 50, 100))
    text = s.one_of("price for {q} {p}", "can I get {q} {p}, and for how much?")
    return s.bill(
        kind, text.format(q=quantity, p=s.said(item)), Ask(sku=item.sku, quantity=quantity)
    )


@phrasing("minimum, no quantity")
def _least(s: Setting, kind: str) -> Asked:
    item = s.items("least")[0]
    low = next(
        f.low for f in s.world.facts if f.sku == item.sku and f.book.region == s.member.region
    )
    text = s.one_of("price of {p}?", "what does {p} cost").format(p=s.said(item))
    return s.bill(kind, text, Ask(sku=item.sku), Ask(sku=item.sku, quantity=low))


@phrasing("above the bands")
def _above(s: Setting, kind: str) -> Asked:
    items = [
        i for i in s.items("closed") if not isinstance(s.truth(Ask(sku=i.sku, quantity=901)), Bill)
    ]
    if not items:
        raise NoSuchQuestion
    quantity = s.rng.choice((900, 901, 950, 1200))
    text = s.one_of("price for {q} {p}", "how much are {q} {p}?")
    return s.bill(
        kind, text.format(q=quantity, p=s.said(items[0])), Ask(sku=items[0].sku, quantity=quantity)
    )
