"""The contract's "Which price is a partner's" once more: slow, with fractions, and sharing no code with the ladder."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from partnerline.knowledge.partners import Partner
from partnerline.knowledge.pricing.ladder import PriceRequest
from partnerline.knowledge.pricing.price import Price

Kind = Literal["quote", "conflict", "on request", "term", "currency", "below", "none"]


@dataclass(frozen=True)
class Verdict:
    """What should come out: the kind, and for money its (currency, unit price, amount, months) in cents."""

    kind: Kind
    money: frozenset[tuple[str, int, int, int | None, str]] = frozenset()
    more: tuple[int | str, ...] = ()


def verdict(
    entries: Sequence[Price],
    partner: Partner | None,
    request: PriceRequest,
    day: date,
    rounding: str,
) -> Verdict:
    ranked: dict[int, list[Price]] = {}
    for entry in entries:
        if not _in_force(entry, day) or (request.currency and entry.currency != request.currency):
            continue
        place = _place(entry, partner, list_only=request.list_only)
        if place >= 0:
            ranked.setdefault(place, []).append(entry)
    passed = []
    for place in sorted(ranked):
        found = _of_rung(ranked[place], partner, request, rounding)
        if found.kind in {"none", "below"} or (found.kind == "term" and request.term_months):
            passed.append(found)
            continue
        return found
    smallest = [v.more[0] for v in passed if v.kind == "below"]
    if smallest:
        return Verdict("below", more=(min(smallest),))
    terms = [v for v in passed if v.kind == "term"]
    if terms:
        return Verdict("term", more=tuple(sorted({t for v in terms for t in v.more})))
    return Verdict("none")


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
    rung: list[Price], partner: Partner | None, request: PriceRequest, rounding: str
) -> Verdict:
    currencies = sorted({entry.currency for entry in rung})
    if len(currencies) > 1:
        return Verdict("currency", more=tuple(currencies))
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
    quantity = request.quantity or 1
    looked_up = 1 if request.list_only else quantity
    covering = [
        e for e in running if looked_up in range(e.min_quantity, (e.max_quantity or 10**16) + 1)
    ]
    if not covering:
        above = [e.min_quantity for e in running if e.min_quantity > looked_up]
        return Verdict("below", more=(min(above),)) if above else Verdict("none")
    if any(entry.amount is None for entry in covering):
        return Verdict("on request")
    money = frozenset(_money(entry, partner, request, rounding) for entry in covering)
    return Verdict("quote" if len(money) == 1 else "conflict", money)


def _money(
    entry: Price, partner: Partner | None, request: PriceRequest, rounding: str
) -> tuple[str, int, int, int | None, str]:
    assert entry.amount is not None
    discounted = partner is not None and not (request.list_only or entry.tier or entry.list.net)
    off = Fraction(partner.discount) if partner is not None and discounted else Fraction(0)
    exact = Fraction(entry.amount) * (1 - off)
    unit_cents = _half_up(exact * 100)
    months = entry.term_months if entry.per in {"once", "term"} else None
    times = Fraction(1)
    if entry.per == "month":
        months = entry.term_months or request.term_months or 1
        times = Fraction(months)
    if entry.per == "year":
        months = entry.term_months or request.term_months or 12
        times = Fraction(months, 12)
    each = Fraction(unit_cents) if rounding == "unit" else exact * 100
    cents = _half_up(each * times * (request.quantity or 1))
    return entry.currency, unit_cents, cents, months, entry.per


def _half_up(cents: Fraction) -> int:
    return math.floor(cents + Fraction(1, 2))
