"""The list price beside a partner's own price: what the common list says for the same quantity of the same thing."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from partnerline.knowledge.partners import Partner
from partnerline.knowledge.pricing.packs import Pick, is_piece
from partnerline.knowledge.pricing.price import Price
from partnerline.knowledge.pricing.request import PriceRequest
from partnerline.knowledge.pricing.rungs import is_for_alone, region_of


def list_price_of(
    pick: Pick,
    entries: Iterable[Price],
    partner: Partner | None,
    request: PriceRequest,
    as_of: date,
) -> Decimal | None:
    """The list price of the quantity's band; `None` where no list gives one, or several differ.

    A price that a partner's discount comes off is a list price itself.
    """
    own = pick.entry
    if _is_list_price(own):
        return own.amount
    if not own.amount:  # what is free has no price that a list's would stand beside
        return None
    regions = {"", own.region.strip().casefold(), region_of(partner, request)}
    amounts = {
        entry.amount
        for entry in entries
        if _is_list_price(entry)
        and not (partner is not None and is_for_alone(entry, partner))
        and entry.region.strip().casefold() in regions
        and entry.holds_on(as_of)
        and entry.covers(pick.units)
        and _kind(entry) == _kind(own)
    }
    return amounts.pop() if len(amounts) == 1 else None


def _is_list_price(entry: Price) -> bool:
    return not entry.tier and not entry.list.net


def _kind(entry: Price) -> tuple[object, ...]:
    """What two amounts have in common that are for the same thing."""
    unit = "" if is_piece(entry.unit) else entry.unit.strip().casefold()
    counted = (unit, entry.pack_size, entry.amount_is_for)
    return (entry.currency, entry.term_months, entry.per, *counted)
