"""Holds the rows of a list against each other: where bands end, which rows follow others, and which contradict."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from partnerline.ingest.prices.bands import Band
from partnerline.ingest.prices.drafts import Draft

Span = tuple[date | None, date | None]


def settle(drafts: Sequence[Draft]) -> list[Draft]:
    """The same drafts, each with its band's end, its last day, and a reason where it can't be taken.

    A band without an end ends where the next one of the same thing begins, also where that one's amount can't be
    read. A row without a last day ends the day before a later row of the same thing begins.
    """
    groups: dict[tuple[object, ...], list[Draft]] = defaultdict(list)
    for draft in drafts:
        groups[draft.key].append(draft)
    settled = [draft for group in groups.values() for draft in _settled(group)]
    order = {draft.locator: number for number, draft in enumerate(drafts)}
    return sorted(settled, key=lambda draft: (draft.row, order[draft.locator]))


def _settled(group: list[Draft]) -> list[Draft]:
    if len(group) == 1:
        return [_from_minimum(group[0])]
    spans: dict[Span, list[Draft]] = defaultdict(list)
    for draft in _followed(group):
        spans[draft.valid_from, draft.valid_until].append(draft)
    bounded = [draft for alike in spans.values() for draft in _bounded(alike)]
    return _without_conflicts([_from_minimum(draft) for draft in bounded])


def _from_minimum(draft: Draft) -> Draft:
    """The draft with its band from the least that may be ordered on; one wholly below it is left out."""
    if draft.band is None or draft.minimum <= draft.band.first:
        return draft
    if draft.band.last is not None and draft.band.last < draft.minimum:
        why = draft.refused or f"its quantities lie below the minimum order of {draft.minimum}"
        return replace(draft, refused=why)
    return replace(draft, band=Band(first=draft.minimum, last=draft.band.last))


def _followed(group: Iterable[Draft]) -> list[Draft]:
    """Rows with a first day end those that began earlier and name no last day."""
    group = list(group)
    starts = sorted({draft.valid_from for draft in group if draft.valid_from})
    return [_ended(draft, starts) for draft in group]


def _ended(draft: Draft, starts: Sequence[date]) -> Draft:
    if draft.valid_until is not None:
        return draft
    later = next((day for day in starts if draft.valid_from is None or day > draft.valid_from), None)  # fmt: skip
    return replace(draft, valid_until=later - timedelta(days=1)) if later else draft


def _bounded(alike: Sequence[Draft]) -> list[Draft]:
    unknown = any(draft.band is None for draft in alike)
    starts = sorted({draft.band.first for draft in alike if draft.band})
    return [_bounded_by(draft, starts, unknown=unknown) for draft in alike]


def _bounded_by(draft: Draft, starts: Sequence[int], *, unknown: bool) -> Draft:
    if draft.band is None or draft.band.last is not None:
        return draft
    if unknown:
        why = draft.refused or "another row of it has quantities that can't be read"
        return replace(draft, refused=why)
    above = next((first for first in starts if first > draft.band.first), None)
    return replace(draft, band=Band(first=draft.band.first, last=above - 1)) if above else draft


def _without_conflicts(group: Sequence[Draft]) -> list[Draft]:
    """The group with all that contradict each other refused; of those that say the same, the first stays."""
    alike: dict[tuple[object, ...], list[Draft]] = defaultdict(list)
    for draft in group:
        if not draft.refused:
            alike[_place(draft)].append(draft)
    against = _against(list(alike.values()))
    firsts = {id(drafts[0]) for drafts in alike.values()}
    result: list[Draft] = []
    for draft in group:
        cells = against.get(_place(draft), [])
        others = ([cell for cell in cells if cell != draft.locator] or cells)[:3]
        if draft.refused or (not cells and id(draft) in firsts):
            result.append(draft)
        elif cells:
            why = f"contradicts {', '.join(others)}: the same thing at another price"
            result.append(replace(draft, refused=why))
    return result


def _against(alike: Sequence[Sequence[Draft]]) -> dict[tuple[object, ...], list[str]]:
    """For each band and span, the first cells that contradict it: its own among them where it has several amounts."""
    found: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for number, one in enumerate(alike):
        if len({draft.amount for draft in one}) > 1:
            found[_place(one[0])] += [draft.locator for draft in one[:4]]
        for other in alike[number + 1 :]:
            if one[0].amount != other[0].amount and _meet(one[0], other[0]):
                found[_place(one[0])].append(other[0].locator)
                found[_place(other[0])].append(one[0].locator)
    return found


def _place(draft: Draft) -> tuple[object, ...]:
    return (draft.band, draft.valid_from, draft.valid_until)


def _meet(one: Draft, other: Draft) -> bool:
    """Whether some quantity on some day has both prices."""
    if one.band is None or other.band is None:
        return False
    quantities = (one.band.last is None or other.band.first <= one.band.last) and (
        other.band.last is None or one.band.first <= other.band.last
    )
    return (
        quantities
        and (not one.valid_until or not other.valid_from or other.valid_from <= one.valid_until)
        and (not other.valid_until or not one.valid_from or one.valid_from <= other.valid_until)
    )
