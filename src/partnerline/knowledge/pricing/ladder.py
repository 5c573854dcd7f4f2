"""Which price is a partner's: the most specific list first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from partnerline.knowledge.partners import Partner
from partnerline.knowledge.pricing.price import Price
from partnerline.knowledge.pricing.quote import Quote
from partnerline.knowledge.pricing.receipt import is_for_alone, quote_of

Rounding = Literal["unit", "line"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRequest:
    """What is to be priced: one product, how many of it, over which term; `list_only` is the list price by name.

    `quantity` is `None` where nobody said how many, and then counts as one. A `currency` asked for by name is the only
    one looked in: nothing is converted.
    """

    quantity: int | None = None
    term_months: int | None = None
    list_only: bool = False
    currency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoPrice:
    """Nothing that this partner may see has a price for it on that day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnRequest:
    """The list names the product but not a price: `price.note` has its words."""

    price: Price


@dataclass(frozen=True, slots=True, kw_only=True)
class TermNeeded:
    """The product is priced by its term, in months, and the one asked for (if any) isn't among them."""

    terms: tuple[int, ...]
    asked: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrencyNeeded:
    """Lists in several currencies hold it, and nothing says which one is this partner's."""

    currencies: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BelowMinimum:
    """The smallest quantity that has a price is larger than the one asked for."""

    minimum: int
    price: Price


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Two entries, equally specific and in force, give different prices: nobody chooses between them here."""

    quotes: tuple[Quote, ...]


Priced = Quote | NoPrice | OnRequest | TermNeeded | CurrencyNeeded | BelowMinimum | Disagreement


def price_for(
    entries: Sequence[Price],
    partner: Partner | None,
    request: PriceRequest,
    *,
    as_of: date,
    rounding: Rounding = "unit",
) -> Priced:
    """The partner's price for one product from its entries, or what stands in the way of it.

    Precedence: a list for this partner alone, then the column of its tier (final), then the list price of the
    quantity's band less the partner's discount. A net price has nothing taken off. A list in another currency than the
    partner's counts only where it is for this partner alone.
    """
    in_force = [
        entry
        for entry in entries
        if entry.holds_on(as_of) and request.currency in {None, entry.currency}
    ]
    misses: list[NoPrice | TermNeeded | BelowMinimum] = []
    for rung in _rungs(in_force, partner, list_only=request.list_only):
        outcome = _in_one_currency(rung, partner, request, rounding)
        match outcome:
            case TermNeeded(asked=None):
                return outcome
            case NoPrice() | TermNeeded() | BelowMinimum():
                misses.append(outcome)
            case _:
                return outcome
    return _nearest(misses)


def _nearest(misses: Sequence[NoPrice | TermNeeded | BelowMinimum]) -> Priced:
    """What is said where no rung has the quantity or the term: what it would take."""
    below = [miss for miss in misses if isinstance(miss, BelowMinimum)]
    if below:
        return min(below, key=lambda miss: miss.minimum)
    wrong = [miss for miss in misses if isinstance(miss, TermNeeded)]
    if wrong:
        return replace(
            wrong[0], terms=tuple(sorted({term for miss in wrong for term in miss.terms}))
        )
    return NoPrice()


def _rungs(
    entries: Iterable[Price], partner: Partner | None, *, list_only: bool
) -> list[list[Price]]:
    """The entries that may be this partner's price, the most specific first; one rung's are equally specific.

    Where a rung leaves a quantity or a term open, as a tier's empty cell does, the next one counts.
    """
    rungs: dict[int, list[Price]] = {}
    for entry in entries:
        rank = _list_rank(entry, partner) if list_only else _rank(entry, partner)
        if rank is not None:
            rungs.setdefault(rank, []).append(entry)
    return [rung for _, rung in sorted(rungs.items())]


def _rank(entry: Price, partner: Partner | None) -> int | None:
    """How far down the ladder the entry stands, from 0; `None` where it isn't this partner's price."""
    home = _in_its_currency(entry, partner)
    if partner is not None and is_for_alone(entry, partner):
        return (0 if home else 2) + (0 if entry.tier else 1)
    if not home:
        return None
    if not entry.tier:
        return 5
    return 4 if partner is not None and _of_tier(entry, partner) else None


def _list_rank(entry: Price, partner: Partner | None) -> int | None:
    """The same for the list price by name: the common list goes before one that is for this partner alone."""
    if entry.tier or entry.list.net:
        return None
    home = _in_its_currency(entry, partner)
    if partner is not None and is_for_alone(entry, partner):
        return 1 if home else 2
    return 0 if home else None


def _in_its_currency(entry: Price, partner: Partner | None) -> bool:
    return partner is None or partner.currency in {"", entry.currency}


def _of_tier(entry: Price, partner: Partner) -> bool:
    return bool(partner.tier) and entry.tier.casefold() == partner.tier.casefold()


def _in_one_currency(
    entries: list[Price], partner: Partner | None, request: PriceRequest, rounding: Rounding
) -> Priced:
    currencies = tuple(sorted({entry.currency for entry in entries}))
    if len(currencies) > 1:
        return CurrencyNeeded(currencies=currencies)
    terms = tuple(sorted({entry.term_months for entry in entries if entry.term_months is not None}))
    if request.term_months is None:
        fitting = [] if terms else entries
    else:
        fitting = [entry for entry in entries if entry.term_months == request.term_months] or [
            entry for entry in entries if _runs_for(entry, request.term_months)
        ]
    if not fitting:
        return TermNeeded(terms=terms, asked=request.term_months)
    return _of_band(fitting, partner, request, rounding)


def _runs_for(entry: Price, months: int) -> bool:
    """Whether a price by the month or the year, without a term of its own, can be had for so long."""
    return entry.term_months is None and (
        entry.per == "month" or (entry.per == "year" and months % 12 == 0)
    )


def _of_band(
    entries: list[Price], partner: Partner | None, request: PriceRequest, rounding: Rounding
) -> Priced:
    quantity = request.quantity or 1
    band_for = 1 if request.list_only else quantity
    covering = [entry for entry in entries if entry.covers(band_for)]
    if not covering:
        above = [entry for entry in entries if entry.min_quantity > band_for]
        if not above:
            return NoPrice()
        nearest = min(above, key=lambda entry: entry.min_quantity)
        return BelowMinimum(minimum=nearest.min_quantity, price=nearest)
    without = next((entry for entry in covering if entry.amount is None), None)
    if without is not None:
        return OnRequest(price=without)
    quotes = [
        quote_of(
            entry,
            partner,
            quantity=quantity,
            term_months=request.term_months,
            list_only=request.list_only,
            rounding=rounding,
        )
        for entry in covering
    ]
    by_amount = {
        (quote.total, quote.lines[0].unit_price, quote.lines[0].unit): quote
        for quote in reversed(quotes)
    }
    return (
        quotes[0] if len(by_amount) == 1 else Disagreement(quotes=tuple(by_amount.values())[::-1])
    )
