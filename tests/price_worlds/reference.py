"""The truth, slowly: the contract's sentences, one after another, over the world's own data."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fnmatch import fnmatchcase
from fractions import Fraction
from typing import Literal

from tests.price_worlds.nouns import Fact, Member, Promo, World


class Why(StrEnum):
    """Why there is no amount, or why an offer that was named doesn't count."""

    STRANGER = "a stranger"
    NOT_SOLD = "no price for this partner on this day"
    ON_REQUEST = "on request"
    DISAGREE = "two lists disagree"
    BELOW_MINIMUM = "below the minimum quantity"
    ABOVE_BANDS = "above the last band"
    BROKEN_PACK = "not a multiple of the pack"
    TERM_NEEDED = "a term has to be named"
    TERM_MISSING = "no price for that term"
    BILLING_NEEDED = "by the month or by the year"
    TWO_OFFERS = "offers never combine"
    PROMO = "the promotion doesn't count"
    DEAL = "the registered deal doesn't count"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What is to be priced. A quantity nobody named is one."""

    sku: str
    quantity: int = 1
    counted: Literal["unit", "piece", "pack"] = "unit"
    term: int | None = None
    billing: Literal["month", "year"] | None = None
    list_only: bool = False
    currency: str = ""
    promos: tuple[Promo, ...] = ()
    deal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One product's part of a bill; `quantity` counts what `unit_price` is for."""

    sku: str
    quantity: int
    unit_price: Decimal
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """What something costs."""

    currency: str
    lines: tuple[Line, ...]

    @property
    def total(self) -> Decimal:
        """The sum of the lines."""
        return sum((line.amount for line in self.lines), Decimal(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Nothing:
    """No amount, and why; `without` is a bill that may be given all the same: the one without an offer that doesn't count."""

    why: Why
    without: Bill | None = None


Truth = Bill | Nothing


def price(world: World, member: Member | None, day: date, ask: Ask) -> Truth:
    """What the ask costs this partner on this day."""
    if member is None:
        return Nothing(why=Why.STRANGER)
    seen = facts_seen(world, member, day, ask.sku, ask.currency or member.currency)
    if not seen:
        return Nothing(why=Why.NOT_SOLD)
    facts = _of_term(seen, ask)
    if isinstance(facts, Nothing):
        return facts
    quantity = _in_units_of_the_list(facts, ask)
    if quantity is None:
        return Nothing(why=Why.BROKEN_PACK)
    # "List price asked for by name is the band that starts at one, with nothing off."
    if ask.list_only:
        chosen = [f for f in facts if f.tier == "" and not f.book.net and f.low == 1]
    else:
        chosen = _most_specific(facts, member, quantity)
    if not chosen:
        lowest = min(f.low for f in facts)
        why = Why.BELOW_MINIMUM if quantity < lowest else Why.ABOVE_BANDS
        return Nothing(why=Why.NOT_SOLD if ask.list_only else why)
    # "Where two lists in force, equally specific, give the same partner different prices for the same thing, the bot
    # shows both and escalates."
    if len({f.amount for f in chosen}) > 1:
        return Nothing(
            why=Why.DISAGREE, without=_replaced(world, member, day, ask, chosen, quantity)
        )
    if chosen[0].amount is None:
        return Nothing(why=Why.ON_REQUEST)
    return _billed(world, member, day, ask, chosen[0], quantity)


def facts_seen(world: World, member: Member, day: date, sku: str, currency: str) -> list[Fact]:
    """ "the lists it may see and that are valid on the day … from the list of its region and currency"."""
    return [
        fact
        for fact in world.facts
        if fact.sku == sku
        and may_see(fact, member)
        and _in_force(fact, day)
        and fact.book.currency == currency
    ]


def may_see(fact: Fact, member: Member) -> bool:
    """ "audience: … all that are given must hold; nothing given: every enrolled partner"."""
    book = fact.book
    return (
        book.partner in ("", member.id)
        and book.region in ("", member.region)
        and (not book.tiers or member.tier in book.tiers)
    )


def _in_force(fact: Fact, day: date) -> bool:
    """Both days count, the list's and the row's."""
    firsts = [d for d in (fact.book.first, fact.first) if d is not None]
    lasts = [d for d in (fact.book.last, fact.last) if d is not None]
    return all(first <= day for first in firsts) and all(day <= last for last in lasts)


def _of_term(facts: list[Fact], ask: Ask) -> "list[Fact] | Nothing":
    """The prices of the term asked for; what has no term, or no such term, is asked back."""
    pers = {f.per for f in facts}
    if {"month", "year"} <= pers:
        if ask.billing is None:
            return Nothing(why=Why.BILLING_NEEDED)
        return [f for f in facts if f.per == ask.billing]
    if pers != {"term"}:
        return facts
    if ask.term is None:
        return Nothing(why=Why.TERM_NEEDED)
    of_term = [f for f in facts if f.term == ask.term]
    return of_term or Nothing(why=Why.TERM_MISSING)


def _in_units_of_the_list(facts: list[Fact], ask: Ask) -> int | None:
    """How many of what the list's amount is for; `None` where a pack would have to be broken."""
    pack, is_for = facts[0].pack, facts[0].amount_is_for
    if is_for == "pack":
        if ask.counted == "piece":
            return ask.quantity // pack if ask.quantity % pack == 0 else None
        return ask.quantity
    pieces = ask.quantity * pack if ask.counted == "pack" else ask.quantity
    return pieces if ask.list_only or pieces % pack == 0 else None


def _most_specific(facts: list[Fact], member: Member, quantity: int) -> list[Fact]:
    """The prices of the first rung of the ladder that has one for the quantity."""
    band = [f for f in facts if f.low <= quantity and (f.high is None or quantity <= f.high)]
    # "a list for this partner alone"
    alone = [f for f in band if f.book.partner == member.id]
    # "then the column of its tier"
    column = [f for f in band if f.tier == member.tier]
    # "then the list price of the quantity's band"
    listed = [f for f in band if f.tier == "" and f.book.partner == ""]
    return alone or column or listed


def _replaced(
    world: World, member: Member, day: date, ask: Ask, chosen: list[Fact], quantity: int
) -> Bill | None:
    """What a fixed promotion gives, which makes it all the same which of two prices it replaces."""
    if len(ask.promos) != 1 or ask.promos[0].fixed is None or ask.deal or ask.list_only:
        return None
    if not all(promo_counts(ask.promos[0], member, day, fact, quantity) for fact in chosen):
        return None
    return _bill(world, ask, chosen[0], quantity, Fraction(ask.promos[0].fixed))


def _billed(world: World, member: Member, day: date, ask: Ask, fact: Fact, quantity: int) -> Truth:
    assert fact.amount is not None
    own = Fraction(fact.amount)
    if not ask.list_only and not fact.book.net and fact.tier == "":
        # "… less the partner's discount"; "the column of its tier (final, nothing comes off it)"; "net: nothing comes
        # off a net price"
        own *= 1 - Fraction(member.discount)
    plain = _bill(world, ask, fact, quantity, own)
    offers = len(ask.promos) + ask.deal
    if offers == 0:
        return plain
    if offers > 1:
        # "two never combine"; a registered deal is "never together with a promotion"
        return Nothing(why=Why.TWO_OFFERS, without=plain)
    if ask.deal:
        rate = _deal_rate(world, member, fact)
        if rate is None or ask.list_only:
            return Nothing(why=Why.DEAL, without=plain)
        return _bill(world, ask, fact, quantity, own * (1 - rate))
    promo = ask.promos[0]
    if ask.list_only or not promo_counts(promo, member, day, fact, quantity):
        return Nothing(why=Why.PROMO, without=plain)
    # "it takes its percent off the partner's price or, where it is a fixed price, replaces it"
    if promo.fixed is not None:
        return _bill(world, ask, fact, quantity, Fraction(promo.fixed))
    assert promo.percent is not None
    return _bill(world, ask, fact, quantity, own * (1 - Fraction(promo.percent)))


def promo_counts(promo: Promo, member: Member, day: date, fact: Fact, quantity: int) -> bool:
    """ "A promotion counts only … on its days, from its minimum quantity"; nothing comes off a net price."""
    return (
        fact.sku in promo.skus
        and promo.first <= day <= promo.last
        and quantity >= promo.least
        and (not promo.regions or member.region in promo.regions)
        and not fact.book.net
        and (promo.fixed is None or promo.currency == fact.book.currency)
    )


def _deal_rate(world: World, member: Member, fact: Fact) -> Fraction | None:
    """ "by tier"; "price_lists: … default: every list that is not net"."""
    rate = world.deal.get(member.tier)
    if world.deal_lists is None:
        counts = not fact.book.net
    else:
        counts = any(fnmatchcase(fact.book.path, pattern) for pattern in world.deal_lists)
    return Fraction(rate) if rate is not None and counts and not fact.book.net else None


def _bill(world: World, ask: Ask, fact: Fact, quantity: int, unit: Fraction) -> Bill:
    times = Fraction(_times(fact, ask))
    # Rounding by unit: "the net unit price is rounded half up to the cent, then multiplied"; by line: "only the amount
    # is".
    shown = half_up(unit)
    exact = Fraction(shown) if world.rounding == "unit" else unit
    line = Line(
        sku=fact.sku, quantity=quantity, unit_price=shown, amount=half_up(exact * quantity * times)
    )
    return Bill(currency=fact.book.currency, lines=(line,))


def _times(fact: Fact, ask: Ask) -> Fraction:
    """How often the unit price falls due over the term: a month's price each month, a year's each year."""
    if ask.term is None or fact.per in ("once", "term"):
        return Fraction(1)
    return Fraction(ask.term) if fact.per == "month" else Fraction(ask.term, 12)


def half_up(amount: Fraction) -> Decimal:
    """Rounded half up to the cent."""
    cents = (amount * 100 + Fraction(1, 2)).__floor__()
    return Decimal(cents) / 100


def basket(world: World, member: Member | None, day: date, asks: Iterable[Ask]) -> Truth:
    """Several products together: the sum, or the first thing that stands in the way."""
    bills: list[Bill] = []
    for ask in asks:
        found = price(world, member, day, ask)
        if isinstance(found, Nothing):
            return found
        bills.append(found)
    return Bill(currency=bills[0].currency, lines=tuple(line for b in bills for line in b.lines))


def affordable(world: World, member: Member, day: date, ask: Ask, budget: Decimal) -> Bill | None:
    """The most of a product that a budget buys, by trying every quantity; `None` where it buys none."""
    world = replace(world, facts=tuple(f for f in world.facts if f.sku == ask.sku))
    best, quantity, dear = None, 0, 0
    while dear < DEAR_IN_A_ROW and quantity < MOST:
        quantity += 1
        found = price(world, member, day, replace(ask, quantity=quantity))
        if isinstance(found, Bill):
            fits = found.total <= budget
            best, dear = (found, 0) if fits else (best, dear + 1)
    return best


DEAR_IN_A_ROW = 1_200
"""A higher band may be cheaper: the search goes on for this many quantities that cost too much."""
MOST = 20_000
