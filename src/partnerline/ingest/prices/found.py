"""One table of a price list with what it gave, held together with those that go on from it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from partnerline.ingest.prices.body import Body
from partnerline.ingest.prices.context import Context, context_of
from partnerline.ingest.prices.drafts import Draft, Refusal
from partnerline.ingest.prices.headers import Region
from partnerline.ingest.prices.layout import Layout, layout_of
from partnerline.ingest.prices.looks import around, like_money, seen
from partnerline.ingest.prices.named import Named
from partnerline.ingest.prices.regions import regions_of_name
from partnerline.ingest.prices.settle import settle
from partnerline.ingest.prices.summary import ColumnReading, TableReading, column_reading
from partnerline.ingest.reading import Cell, Reading, Table
from partnerline.knowledge.pricing.price import PriceList


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table stands: the number of its grid, its own among those found, its columns of the grid, its rows."""

    number: int
    part: int
    table: Table
    region: Region


@dataclass(slots=True)
class Found:
    """What one table gave before it is held against the others. `unread` is why each column of money isn't read."""

    table: Table
    region: Region
    layout: Layout
    context: Context
    unread: dict[int, str]
    drafts: list[Draft]
    refused: list[Refusal] = field(default_factory=list)


def read_region(
    place: Place, reading: Reading, price_list: PriceList, named: Named, spoken: Context
) -> Found:
    """What one table gives by itself; `spoken` is what the document's sentences say of all its prices."""
    table, region = place.table, place.region
    rows = table.rows[region.body : region.end]
    layout = layout_of(seen(region, rows), net=price_list.net)
    unread = dict((*layout.rejected, *like_money(rows, layout)))
    regions = regions_of_name(table, reading.tables, named)
    context = context_of(around(table, region), table.name, named, regions)
    body = Body(
        table=place.number,
        part=place.part,
        layout=layout,
        context=context,
        spoken=spoken,
        named=named,
        dated=price_list.valid_from is not None or price_list.valid_until is not None,
        rejected=tuple(unread),
    )
    drafts = body.drafts(rows, region.body)
    columns = [
        Refusal(locator=_heading_cell(table, region, n).locator, text=layout.headings[n].text, why=f"the column isn't read: {why}")
        for n, why in unread.items()
        if any(row[n].text for row in rows)
    ]  # fmt: skip
    return Found(table, region, layout, context, unread, drafts, [*columns, *body.refused])


def _heading_cell(table: Table, region: Region, column: int) -> Cell:
    cells = [row[column] for row in table.rows[region.top : region.body]]
    return next((cell for cell in reversed(cells) if cell.text), cells[-1])


def refusals_of(found: Found) -> list[Refusal]:
    """Every column, row and cell of the table that was left out."""
    cells = [
        Refusal(locator=draft.locator, text=draft.text, why=draft.refused)
        for draft in found.drafts
        if draft.refused
    ]
    return [*found.refused, *cells]


def together(found: list[Found]) -> list[list[Found]]:
    """Tables that go on from one to the next, as a printed list does from page to page, are one."""
    groups: list[list[Found]] = []
    for one in found:
        if groups and _goes_on(groups[-1][-1], one):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _goes_on(one: Found, other: Found) -> bool:
    same = [h.text for h in one.layout.headings] == [h.text for h in other.layout.headings]
    if not same or not one.drafts or not other.drafts:
        return False
    return one.table.name == other.table.name or one.drafts[-1].sku == other.drafts[0].sku


def settle_together(group: list[Found]) -> None:
    """Holds the drafts of tables that are one list against each other, as `settle` does."""
    settled = settle([draft for one in group for draft in one.drafts])
    by_part: dict[int, list[Draft]] = defaultdict(list)
    for draft in settled:
        by_part[draft.part].append(draft)
    for one in group:
        one.drafts = by_part[one.drafts[0].part] if one.drafts else []


def summary_of(found: Found) -> TableReading:
    """How the table was read, for a person to check."""
    layout, region, rows = found.layout, found.region, found.table.rows
    refusals = refusals_of(found)
    filled = [n for n in range(region.body, region.end) if any(cell.text for cell in rows[n])]
    context = found.context
    return TableReading(
        name=found.table.name,
        locator=_heading_cell(found.table, region, 0).locator,
        prices=sum(not draft.refused for draft in found.drafts),
        refused=len(refusals),
        price_columns=tuple(layout.headings[n].text for n in layout.prices),
        refused_columns=tuple(layout.headings[n].text for n, _ in layout.rejected),
        heading_rows=(region.top + 1, region.body),
        rows=(filled[0] + 1, filled[-1] + 1) if filled else None,
        first=rows[filled[0]][0].locator if filled else "",
        last=rows[filled[-1]][-1].locator if filled else "",
        columns=tuple(_columns(found)),
        refusals=tuple(refusals),
        currencies=tuple(sorted(context.currencies or ())),
        regions=context.regions,
        valid_from=context.valid_from,
        valid_until=context.valid_until,
    )


def _columns(found: Found) -> Iterator[ColumnReading]:
    layout = found.layout
    by_column: dict[int, list[Draft]] = defaultdict(list)
    for draft in found.drafts:
        by_column[draft.column].append(draft)
    for number, heading in enumerate(layout.headings):
        cell = _heading_cell(found.table, found.region, number)
        first = {"sku": layout.sku, "name": layout.name}.get(heading.role, layout.of(heading.role))
        used = number == first or heading.role in {"status", "remark", "condition"}
        yield column_reading(
            heading, cell.locator, found.unread.get(number, ""), by_column[number], used=used
        )
