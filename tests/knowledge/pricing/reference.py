"""The contract's "Which price is a partner's" once more: slow, with fractions, and sharing no code with the ladder."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from partnerline.knowledge.partners import Partner
from partnerline.knowledge.pricing.price import Price
from partnerline.knowledge.pricing.request import PriceRequest, PricingRules

Kind = Literal[
    "quote", "conflict", "on request", "term", "billing", "currency", "region", "below", "broken",
    "unclear", "refused", "none",
]  # fmt: skip
Money = tuple[str, int, int, int | None, str, int, str]


@dataclass(frozen=True)
class Verdict:
    """What should come out: the kind, and for money its currency, unit price and amount in cents, months, what for."""

    kind: Kind
    money: frozenset[Money] = frozenset()
    more: tuple[object, ...] = ()


def verdict(
    entries: Sequence[Price],
    partner: Partner | None,
    request: PriceRequest,
    day: date,
    rules: PricingRules,
) -> Verdict:
    here = (partner.region if partner else "") or request.region
    ranked: dict[int, list[Price]] = {}
    for entry in entries:
        if not _in_force(entry, day) or (request.currency and entry.currency != request.currency):
            continue
        if here and entry.region and entry.region.upper() != here.upper():
            continue
        place = _place(entry, partner, list_only=request.list_only)
        if place >= 0:
            ranked.setdefault(place, []).append(entry)
    passed = []
    for place in sorted(ranked):
        found = _of_rung(ranked[place], partner, request, rules, day, here)
        missed = (found.kind == "term" and request.term_months) or (
            found.kind == "billing" and request.billing
        )
        if found.kind in {"none", "below"} or missed:
            passed.append(found)
            continue
        return found
    smallest = [v.more[0] for v in passed if v.kind == "below"]
    if smallest:
        return Verdict("below", more=(min(smallest),))
    terms = [v for v in passed if v.kind == "term"]
    named = sorted({t for v in terms for t in v.more})
    if any(v.kind == "billing" for v in passed) and not named:
        return Verdict("billing")
    return Verdict("term", more=tuple(named)) if terms else Verdict("none")


def _in_force(entry: Price, day: date) -> bool:
    firsts = [entry.list.valid_from, entry.valid_from]
    lasts = [entry.list.valid_until, entry.valid_until]
    return all(f is None or day >= f for f in firsts) and all(u is None or day <= u for u in lasts)


def _place(entry: Price, partner: Partner | None, *, list_only: bool) -> int:
    """The entry's place in the precedence, -1 for none."""
    tier = entry.tier.lower()
    mine = (partner.tier.lower() or "?") if partner else "?"
    alone = partner is not None and entry.list.audience.partners == {partner.id}
    foreign = partner is not None and partner.currency != "" and partner.currency != entry.currency
    if list_only:
        if tier or entry.list.net or (foreign and not alone):
            return -1
        return 0 if not alone else 2 if foreign else 1
    if tier not in {"", mine}:
        return -1
    if alone:
        return {(True, False): 0, (False, False): 1, (True, True): 2, (False, True): 3}[
            bool(tier), foreign
        ]
    if foreign:
        return -1
    return 4 if tier else 5


def _of_rung(
    rung: list[Price],
    partner: Partner | None,
    request: PriceRequest,
    rules: PricingRules,
    day: date,
    here: str | None,
) -> Verdict:
    regions = {entry.region.upper() for entry in rung} - {""}
    if len(regions) > 1 and not here:
        return Verdict("region", more=tuple(sorted(regions)))
    currencies = sorted({entry.currency for entry in rung})
    if len(currencies) > 1:
        return Verdict("currency", more=tuple(currencies))
    if request.billing and any(entry.per == request.billing for entry in rung):
        rung = [entry for entry in rung if entry.per == request.billing]
    elif request.billing and any(entry.per in {"month", "year"} for entry in rung):
        return Verdict("billing")
    named = sorted({entry.term_months for entry in rung if entry.term_months})
    asked = request.term_months
    if asked is None:
        if named:
            return Verdict("term", more=tuple(named))
        running = rung
    else:
        running = [entry for entry in rung if entry.term_months == asked]
        if not running:
            open_ended = [entry for entry in rung if entry.term_months is None]
            running = [e for e in open_ended if e.per == "month"]
            running += [e for e in open_ended if e.per == "year" and asked in {12, 24, 36, 48, 60}]
        if not running:
            return Verdict("term", more=tuple(named))
    return _of_quantity(running, partner, request, rules, day)


def _of_quantity(
    running: list[Price],
    partner: Partner | None,
    request: PriceRequest,
    rules: PricingRules,
    day: date,
) -> Verdict:
    covering, most = [], 0
    for entry in running:
        meanings = [1] if request.list_only else _meanings(entry, request)
        most = max(most, *meanings)
        if any(
            n in range(entry.min_quantity, (entry.max_quantity or 10**18) + 1) for n in meanings
        ):
            covering.append(entry)
    if not covering:
        above = [
            _least(entry, request)
            for entry in running
            if entry.min_quantity > max([1] if request.list_only else _meanings(entry, request))
        ]
        return Verdict("below", more=(min(above),)) if above else Verdict("none")
    if any(entry.amount is None for entry in covering):
        return Verdict("on request")
    for entry in covering:
        hindered = _of_packs(entry, request, running)
        if hindered:
            return hindered
    return _of_offers(covering, partner, request, rules, day)


def _meanings(entry: Price, request: PriceRequest) -> list[int]:
    """What the quantity may mean in the list's own counting."""
    n, size = request.quantity or 1, entry.pack_size
    if size == 1:
        return [n]
    up = math.ceil(Fraction(n, size))
    if entry.amount_is_for == "unclear":
        return [n, up, n * size]
    if entry.amount_is_for == "piece":
        return [n * size] if request.counted_in == "pack" else [n]
    if request.counted_in == "piece":
        return [math.floor(Fraction(n, size)), up]
    return [n, up] if request.counted_in == "unit" and n > 1 else [n]


def _least(entry: Price, request: PriceRequest) -> int:
    """The smallest quantity of the band in what was asked in: pieces, packs, or the list's own unit."""
    size = entry.pack_size
    if entry.amount_is_for == "piece":
        packs = math.ceil(Fraction(entry.min_quantity, size))
        return packs if request.counted_in == "pack" else packs * size
    in_pieces = request.counted_in == "piece" and entry.amount_is_for == "pack"
    return entry.min_quantity * (size if in_pieces else 1)


def _of_packs(entry: Price, request: PriceRequest, running: list[Price]) -> Verdict | None:
    n, size, said = request.quantity or 1, entry.pack_size, request.counted_in
    if size == 1:
        box = entry.unit == "box" or entry.amount_is_for == "pack"
        if said == "unit" or (said == "pack") == box:
            return None
        return Verdict("unclear", more=(box,))
    if entry.amount_is_for == "unclear":
        return Verdict("unclear", more=(True,))
    if entry.amount_is_for == "pack" and said == "unit" and n > 1:
        return Verdict("unclear", more=(False,))
    counted_in_pieces = said == "piece" or (said == "unit" and entry.amount_is_for == "piece")
    if not counted_in_pieces or n % size == 0:
        return None
    below = n - n % size
    sizes = [e.pack_size if e.amount_is_for == "pack" else 1 for e in running]
    starts = [
        math.ceil(Fraction(e.min_quantity, e.pack_size)) * e.pack_size
        if e.amount_is_for == "piece"
        else e.min_quantity * in_unit
        for e, in_unit in zip(running, sizes, strict=True)
    ]
    return Verdict("broken", more=(size, below if below >= min(starts) else 0, below + size))


def _of_offers(
    covering: list[Price],
    partner: Partner | None,
    request: PriceRequest,
    rules: PricingRules,
    day: date,
) -> Verdict:
    without = _settled([_money(entry, partner, request, rules) for entry in covering])
    if without.kind == "billing" or not (request.promotion or request.deal):
        return without
    for entry in covering:
        why = (
            _why_no_deal(entry, partner, request, rules)
            if request.deal
            else _why_no_promotion(entry, partner, request, day)
        )
        if why:
            return Verdict("refused", without.money, (why,))
    return _settled([_money(entry, partner, request, rules, offer=True) for entry in covering])


def _settled(money: list[Money]) -> Verdict:
    pers = {one[4] for one in money}
    if {"month", "year"} <= pers:
        if len({(one[2], one[3]) for one in money}) > 1:
            return Verdict("billing")
        return Verdict("quote", frozenset(money[:1]))
    return Verdict("quote" if len(set(money)) == 1 else "conflict", frozenset(money))


def _why_no_deal(
    entry: Price, partner: Partner | None, request: PriceRequest, rules: PricingRules
) -> str | None:
    if request.list_only:
        return "list_price"
    if partner is None or rules.deal is None or not _deal(partner, rules):
        return "no_rule"
    if entry.list.net:
        return "net"
    covered = rules.deal.price_lists is None or entry.list.path.endswith(".xlsx")
    return None if covered else "list"


def _deal(partner: Partner, rules: PricingRules) -> Fraction:
    found = [
        Fraction(off)
        for tier, off in (rules.deal.discount if rules.deal else {}).items()
        if tier.lower() == partner.tier.lower() != ""
    ]
    return found[0] if found else Fraction(0)


def _why_no_promotion(
    entry: Price, partner: Partner | None, request: PriceRequest, day: date
) -> str | None:
    offer = request.promotion
    assert offer is not None
    home = ((partner.region if partner else "") or request.region or entry.region).lower()
    tier = partner.tier.lower() if partner else ""
    tests = [
        ("list_price", request.list_only),
        ("not_yet", offer.first_day is not None and offer.first_day > day),
        ("over", offer.last_day is not None and offer.last_day < day),
        ("product", offer.applies_to == ("TS-100",)),
        ("product_unclear", offer.applies_to == ("something",)),
        ("region", bool(offer.regions) and home not in {"emea", "ch"}),
        ("tier", bool(offer.tiers) and tier != "gold"),
        ("net", entry.list.net),
        ("currency", offer.fixed is not None and offer.currency != entry.currency),
        ("quantity", _units(entry, request) * _pieces_each(entry) < offer.min_quantity),
    ]
    return next((why for why, holds in tests if holds), None)


def _pieces_each(entry: Price) -> int:
    return entry.pack_size if entry.amount_is_for == "pack" else 1


def _units(entry: Price, request: PriceRequest) -> int:
    """How many of the list's unit, where that is clear."""
    n, size = request.quantity or 1, entry.pack_size
    if size > 1 and entry.amount_is_for == "piece" and request.counted_in == "pack":
        return n * size
    if size > 1 and entry.amount_is_for == "pack" and request.counted_in == "piece":
        return n // size
    return n


def _money(
    entry: Price,
    partner: Partner | None,
    request: PriceRequest,
    rules: PricingRules,
    *,
    offer: bool = False,
) -> Money:
    assert entry.amount is not None
    discounted = partner is not None and not (request.list_only or entry.tier or entry.list.net)
    off = Fraction(partner.discount) if partner is not None and discounted else Fraction(0)
    exact = Fraction(entry.amount) * (1 - off)
    if offer and request.promotion:
        promo = request.promotion
        exact = exact * (1 - Fraction(promo.percent)) if promo.fixed is None else Fraction(promo.fixed)  # fmt: skip
    if offer and request.deal and partner:
        exact *= 1 - _deal(partner, rules)
    unit_cents = _half_up(exact * 100)
    months = entry.term_months if entry.per in {"once", "term"} else None
    times = Fraction(1)
    if entry.per == "month":
        months = entry.term_months or request.term_months or 1
        times = Fraction(months)
    if entry.per == "year":
        months = entry.term_months or request.term_months or 12
        times = Fraction(months, 12)
    each = Fraction(unit_cents) if rules.rounding == "unit" else exact * 100
    cents = _half_up(each * times * _units(entry, request))
    unit = "box" if entry.unit == "box" and entry.pack_size == 1 else ""
    if _pieces_each(entry) > 1:
        unit = "box" if entry.unit == "box" else "pack"
    return entry.currency, unit_cents, cents, months, entry.per, _pieces_each(entry), unit


def _half_up(cents: Fraction) -> int:
    return math.floor(cents + Fraction(1, 2))
