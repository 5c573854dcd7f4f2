"""Questions that have no amount for an answer."""

from dataclasses import replace

from tests.price_worlds.expectation import Asked, Expectation, Rightly, expected
from tests.price_worlds.phrasings import phrasing
from tests.price_worlds.reference import Ask, Bill, Nothing, Why
from tests.price_worlds.setting import NoSuchQuestion, Setting

ANY: frozenset[Rightly] = frozenset({"ask_back", "hand_over"})


@phrasing("for another partner alone")
def _not_permitted(s: Setting, kind: str) -> Asked:
    items = [
        i
        for i in s.items("alone", "theirs", "tiered")
        if not isinstance(s.truth(Ask(sku=i.sku)), Bill)
    ]
    if not items:
        raise NoSuchQuestion
    text = s.one_of("price for {q} {p}", "what does {p} cost?", "list price of {p}?")
    return s.bill(kind, text.format(q=10, p=s.said(items[0])), Ask(sku=items[0].sku, quantity=10))


@phrasing("what another partner pays")
def _others_price(s: Setting, kind: str) -> Asked:
    other = s.rng.choice([m for m in s.world.members if m.id != s.member.id])
    item = s.priced("bands")
    text = s.one_of("what does {o} pay for {p}?", "{o}'s price for 10 {p}?")
    said = text.format(o=other.name, p=s.said(item))
    expects = Expectation(right="hand_over", rightly=ANY, silent=True)
    return s.asked(kind, said, expects, about=(Ask(sku=item.sku),))


@phrasing("another tier's price")
def _other_tier(s: Setting, kind: str) -> Asked:
    tier = s.rng.choice([t for t in ("silver", "gold", "platinum") if t != s.member.tier])
    item = s.priced("bands")
    text = s.one_of("{t} price for {p}?", "what do {t} partners pay for 10 {p}?")
    expects = Expectation(right="hand_over", rightly=ANY, silent=True)
    return s.asked(kind, text.format(t=tier, p=s.said(item)), expects, about=(Ask(sku=item.sku),))


@phrasing("unknown part number")
def _unknown(s: Setting, kind: str) -> Asked:
    sku = s.rng.choice(("QQZ-7719", "ZW-3001-J", "55 1002 7Y", "XYQ88271", "the Grumbix 9"))
    text = s.one_of("price for {q} {p}", "how much is {p}?").format(q=s.quantity(), p=sku)
    expects = Expectation(right="hand_over", rightly=ANY, silent=True)
    return s.asked(kind, text, expects)


@phrasing("a part number nearly right")
def _nearly(s: Setting, kind: str) -> Asked:
    item = s.priced("bands")
    digits = [i for i, c in enumerate(item.sku) if c.isdigit()]
    if not digits:
        raise NoSuchQuestion
    at = s.rng.choice(digits)
    other = str((int(item.sku[at]) + s.rng.randint(1, 8)) % 10)
    sku = item.sku[:at] + other + item.sku[at + 1 :]
    if sku in {i.sku for i in s.world.items} or sku[at:].startswith("0"):
        raise NoSuchQuestion
    expects = Expectation(right="ask_back", rightly=ANY, silent=True)
    return s.asked(kind, f"price for 10 {sku}", expects, about=(Ask(sku=item.sku, quantity=10),))


@phrasing("on request")
def _on_request(s: Setting, kind: str) -> Asked:
    item = s.items("request")[0]
    text = s.one_of("price for {q} {p}", "how much is the {p}, {q} pcs?")
    return s.bill(kind, text.format(q=s.quantity(), p=s.said(item)), Ask(sku=item.sku))


@phrasing("two lists disagree")
def _disagree(s: Setting, kind: str) -> Asked:
    items = s.items("bands")
    truths = {i.sku: s.truth(Ask(sku=i.sku, quantity=2)) for i in items}
    found = [
        i
        for i in items
        if (t := truths[i.sku]) and isinstance(t, Nothing) and t.why is Why.DISAGREE
    ]
    if not found:
        raise NoSuchQuestion
    text = s.one_of("price for 2 {p}", "what do 2 {p} cost?").format(p=s.said(found[0]))
    return s.bill(kind, text, Ask(sku=found[0].sku, quantity=2))


@phrasing("a word that several share")
def _shared(s: Setting, kind: str) -> Asked:
    families = [i.family for i in s.world.items if isinstance(s.truth(Ask(sku=i.sku)), Bill)]
    shared = sorted({f for f in families if families.count(f) > 1})
    if not shared:
        raise NoSuchQuestion
    text = s.one_of("price for 10 {p}?", "how much is the {p}?").format(p=s.rng.choice(shared))
    expects = Expectation(right="ask_back", silent=True)
    return s.asked(kind, text, expects)


@phrasing("a stranger")
def _stranger(s: Setting, kind: str) -> Asked:
    item = s.priced("bands")
    made = s.bill(kind, f"price for 10 {s.said(item)}", Ask(sku=item.sku, quantity=10))
    expects = expected(Nothing(why=Why.STRANGER), wrong=made.expects.wrong)
    return replace(made, member=None, expects=expects)


@phrasing("in the past, no list")
def _no_list(s: Setting, kind: str) -> Asked:
    item = s.priced("bands", "fine")
    year = s.world.today.year - 4
    ask = Ask(sku=item.sku, quantity=5)
    text = f"what did 5 {s.said(item)} cost on 3 May {year}?"
    expects = Expectation(right="hand_over", rightly=ANY, silent=True)
    return s.asked(kind, text, expects, about=(ask,))
