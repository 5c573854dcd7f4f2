"""Whose region a named place is."""

from collections.abc import Iterable
from typing import Literal

from partnerline.knowledge.regions.areas import Area, area_of, phrase

Whose = Literal["own", "other", "unknown"]


def whose_region(named: str, own: str, regions: Iterable[str]) -> Whose:
    """Whether what is named is the own region or in it, given every region that prices are made for.

    A place is the smallest region's that holds all of it: Switzerland is CH's where there is a CH beside EMEA. What is
    only partly the own region's is another's.
    """
    known = {phrase(region): region for region in (*regions, own) if region}
    if phrase(named) in known:
        return "own" if phrase(named) == phrase(own) else "other"
    place = area_of(named)
    if place is None:
        return "unknown"
    areas = {name: area for name in known if (area := area_of(known[name])) is not None}
    mine = areas.get(phrase(own))
    holding = {name: area for name, area in areas.items() if place.countries <= area.countries}
    if phrase(own) not in holding:
        return "other" if mine is not None or holding else "unknown"
    least = min(len(area.countries) for area in holding.values())
    if len(holding[phrase(own)].countries) > least:
        return "other"
    return "other" if _is_shared(place, phrase(own), areas) else "own"


def _is_shared(place: Area, own: tuple[str, ...], areas: dict[tuple[str, ...], Area]) -> bool:
    """Whether a part of the place is a smaller region's: of DACH, where there is a CH beside EMEA."""
    mine = areas[own].countries
    return not place.everyday and any(
        area.countries < mine and area.countries & place.countries for area in areas.values()
    )
