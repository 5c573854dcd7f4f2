"""Which entries price a request: one rung's, narrowed by region, currency, billing, term and band."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from partnerline.knowledge.partners import Partner
from partnerline.knowledge.pricing.packs import (
    Count,
    Pick,
    count,
    from_minimum,
    least_asked,
)
from partnerline.knowledge.pricing.price import Per, Price
from partnerline.knowledge.pricing.request import (
    BelowMinimum,
    BillingNeeded,
    BrokenPack,
    CurrencyNeeded,
    NoPrice,
    OnRequest,
    PackUnclear,
    PriceRequest,
    RegionNeeded,
    TermNeeded,
)
from partnerline.knowledge.pricing.rungs import is_for_region, region_of, rungs

BILLINGS: tuple[Per, ...] = ("month", "year")
Miss = NoPrice | TermNeeded | BillingNeeded | BelowMinimum
Hindrance = Miss | OnRequest | CurrencyNeeded | RegionNeeded | BrokenPack | PackUnclear
Picks = tuple[Pick, ...]


def choose(
    entries: Iterable[Price], partner: Partner | None, request: PriceRequest, as_of: date
) -> Picks | Hindrance:
    """The equally specific entries that price the request, at least one, or what stands in the way."""
    region = region_of(partner, request)
    candidates = [
        entry
        for entry in entries
        if entry.holds_on(as_of)
        and request.currency in {None, entry.currency}
        and is_for_region(entry, region)
    ]
    misses: list[Miss] = []
    for rung in rungs(candidates, partner, list_only=request.list_only):
        outcome = _of_rung(rung, request, region)
        match outcome:
            case TermNeeded(asked=None):
                return outcome
            case NoPrice() | TermNeeded() | BillingNeeded() | BelowMinimum():
                misses.append(outcome)
            case _:
                return outcome
    return _nearest(misses)


def _nearest(misses: Sequence[Miss]) -> Miss:
    """What is said where no rung has the quantity, the term or the billing: what it would take."""
    below = [miss for miss in misses if isinstance(miss, BelowMinimum)]
    if below:
        return min(below, key=lambda miss: miss.minimum)
    wrong = [miss for miss in misses if isinstance(miss, TermNeeded)]
    terms = tuple(sorted({term for miss in wrong for term in miss.terms}))
    otherwise = next((miss for miss in misses if isinstance(miss, BillingNeeded)), None)
    if otherwise is not None and not terms:
        return otherwise
    return replace(wrong[0], terms=terms) if wrong else NoPrice()


def _of_rung(entries: list[Price], request: PriceRequest, region: str) -> Picks | Hindrance:
    if not region:
        named = {entry.region.strip().casefold(): entry.region for entry in reversed(entries)}
        regions = tuple(shown for key, shown in sorted(named.items()) if key)
        if len(regions) > 1:
            return RegionNeeded(regions=regions)
    currencies = tuple(sorted({entry.currency for entry in entries}))
    if len(currencies) > 1:
        return CurrencyNeeded(currencies=currencies)
    billed = [entry for entry in entries if entry.per == request.billing]
    other = tuple(per for per in BILLINGS if any(entry.per == per for entry in entries))
    if request.billing is not None and not billed and other:
        return BillingNeeded(billings=other)
    return _of_term(billed or entries, request)


def _of_term(entries: list[Price], request: PriceRequest) -> Picks | Hindrance:
    terms = tuple(sorted({entry.term_months for entry in entries if entry.term_months is not None}))
    if request.term_months is None:
        fitting = [] if terms else entries
    else:
        fitting = [entry for entry in entries if entry.term_months == request.term_months] or [
            entry for entry in entries if _runs_for(entry, request.term_months)
        ]
    if not fitting:
        return TermNeeded(terms=terms, asked=request.term_months)
    return _of_band(fitting, request)


def _runs_for(entry: Price, months: int) -> bool:
    """Whether a price by the month or the year, without a term of its own, can be had for so long."""
    return entry.term_months is None and (
        entry.per == "month" or (entry.per == "year" and months % 12 == 0)
    )


def _of_band(entries: list[Price], request: PriceRequest) -> Picks | Hindrance:
    counts = [(entry, count(entry, request)) for entry in entries]
    covering = [
        (entry, counted)
        for entry, counted in counts
        if any(entry.covers(quantity) for quantity in _looked_up(counted, request))
    ]
    if not covering:
        return _below(counts, request)
    without = next((entry for entry, _ in covering if entry.amount is None), None)
    if without is not None:
        return OnRequest(price=without)
    hindrance = next((counted.hindrance for _, counted in covering if counted.hindrance), None)
    if isinstance(hindrance, BrokenPack):
        return from_minimum(hindrance, entries)
    return hindrance or tuple(
        Pick(entry=entry, units=counted.looked_up[0]) for entry, counted in covering
    )


def _looked_up(counted: Count, request: PriceRequest) -> tuple[int, ...]:
    """The quantities whose band counts: the list price by name is that of the band that starts at one."""
    return (1,) if request.list_only else counted.looked_up


def _below(counts: Sequence[tuple[Price, Count]], request: PriceRequest) -> NoPrice | BelowMinimum:
    above = [
        entry for entry, counted in counts if entry.min_quantity > max(_looked_up(counted, request))
    ]
    if not above:
        return NoPrice()
    nearest = min(above, key=lambda entry: least_asked(entry, request))
    return BelowMinimum(minimum=least_asked(nearest, request), price=nearest)
