"""Which entries may be a partner's price, the most specific first."""

from collections.abc import Iterable

from partnerline.knowledge.partners import Partner
from partnerline.knowledge.pricing.price import Price
from partnerline.knowledge.pricing.request import PriceRequest


def rungs(
    entries: Iterable[Price], partner: Partner | None, *, list_only: bool
) -> list[list[Price]]:
    """The entries that may be this partner's price, the most specific first; one rung's are equally specific.

    Where a rung leaves a quantity or a term open, as a tier's empty cell does, the next one counts.
    """
    found: dict[int, list[Price]] = {}
    for entry in entries:
        rank = _list_rank(entry, partner) if list_only else _rank(entry, partner)
        if rank is not None:
            found.setdefault(rank, []).append(entry)
    return [rung for _, rung in sorted(found.items())]


def region_of(partner: Partner | None, request: PriceRequest) -> str:
    """The asker's region, casefolded: its own, else the one it named; empty where nothing says."""
    own = partner.region if partner is not None else ""
    return (own or request.region or "").strip().casefold()


def is_for_region(entry: Price, region: str) -> bool:
    """Whether an entry counts in a region, casefolded; where none is known, every entry still may."""
    return not entry.region or not region or entry.region.strip().casefold() == region


def is_for_alone(entry: Price, partner: Partner) -> bool:
    """Whether the entry stands in a list for this partner and nobody else, in no other tier's column."""
    return entry.list.audience.partners == frozenset({partner.id}) and entry.tier.casefold() in {
        "",
        partner.tier.casefold(),
    }


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
