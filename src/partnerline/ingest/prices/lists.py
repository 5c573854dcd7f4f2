"""Reads a whole price list: all its tables, held against each other, into prices and refusals."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from partnerline.ingest.prices.amounts import Amount, read_amount
from partnerline.ingest.prices.body import Body
from partnerline.ingest.prices.context import Context, context_of, spoken_in
from partnerline.ingest.prices.drafts import Draft, Refusal
from partnerline.ingest.prices.headers import Region, regions_of
from partnerline.ingest.prices.layout import Layout, layout_of
from partnerline.ingest.prices.settle import settle
from partnerline.ingest.reading import Cell, Reading, Table
from partnerline.knowledge.pricing.price import Price, PriceList


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReading:
    """How one table was read: its name and place, and how many prices it gave and cells it had refused."""

    name: str
    locator: str
    prices: int
    refused: int
    price_columns: tuple[str, ...]
    refused_columns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceReading:
    """What a list gave and what was left out.

    `rows` are the rows that gave prices: the number of the table in the reading, and of the row in its grid.
    `places` are the cells' locators that stand in such rows alone, so that those rows need not be searched as text.
    `money_columns` are the headings of columns that hold prices.
    """

    prices: tuple[Price, ...] = ()
    refused: tuple[Refusal, ...] = ()
    rows: frozenset[tuple[int, int]] = frozenset()
    places: frozenset[str] = frozenset()
    money_columns: tuple[str, ...] = ()
    tables: tuple[TableReading, ...] = ()


@dataclass(slots=True)
class _Found:
    """What one table gave before it is held against the others."""

    table: Table
    region: Region
    layout: Layout
    drafts: list[Draft]
    refused: list[Refusal] = field(default_factory=list)


def read_price_list(reading: Reading, price_list: PriceList, tiers: frozenset[str]) -> PriceReading:
    """Every price of a document that is beyond doubt, and by cell what wasn't; `tiers` may head columns."""
    spoken = _spoken(reading)
    found = [
        _read_region(reading, number, region, price_list, tiers, spoken)
        for number, table in enumerate(reading.tables)
        for region in regions_of(table, tiers)
    ]
    for together in _together(found):
        _settle(together)
    taken = [draft for one in found for draft in one.drafts if not draft.refused]
    rows = frozenset(draft.row for draft in taken)
    return PriceReading(
        prices=tuple(_price(draft, price_list) for draft in taken),
        refused=tuple(refusal for one in found for refusal in _refusals(one))
        or _nothing(reading, found),
        rows=rows,
        places=_places(reading, rows),
        money_columns=tuple(
            dict.fromkeys(one.layout.headings[n].text for one in found for n in one.layout.prices)
        ),
        tables=tuple(_summary(one) for one in found),
    )


def _nothing(reading: Reading, found: list[_Found]) -> tuple[Refusal, ...]:
    """Why a document gave nothing at all: none of its tables was one of prices."""
    if found:
        return ()
    why = "no headings of a price table: it takes one for part number or name, and one for a price"
    return tuple(Refusal(locator=t.locator, text=t.name, why=why) for t in reading.tables)


def _spoken(reading: Reading) -> Context:
    """What the document's own sentences say, beside its tables."""
    words = [
        block.text
        for section in reading.sections
        for block in section.blocks
        if block.kind != "row"
    ]
    headings = dict.fromkeys(heading for one in reading.sections for heading in one.headings)
    return spoken_in([*words, reading.title], list(headings))


def _read_region(
    reading: Reading,
    number: int,
    region: Region,
    price_list: PriceList,
    tiers: frozenset[str],
    spoken: Context,
) -> _Found:
    table = reading.tables[number]
    layout = layout_of(region, net=price_list.net)
    body = Body(
        table=number,
        layout=layout,
        context=context_of(_around(table, region), table.name),
        spoken=spoken,
        tiers=tiers,
        dated=price_list.valid_from is not None or price_list.valid_until is not None,
    )
    drafts = body.drafts(table.rows[region.body : region.end], region.body)
    columns = [
        Refusal(locator=_heading_cell(table, region, n).locator, text=layout.headings[n].text, why=f"the column isn't read: {why}")
        for n, why in (*layout.rejected, *_like_money(table, region, layout))
        if _holds_something(table, region, n)
    ]  # fmt: skip
    return _Found(table, region, layout, drafts, [*columns, *body.refused])


def _around(table: Table, region: Region) -> list[tuple[Cell, ...]]:
    """The sheet's own title rows, and the lines of words straight above the heading."""
    title = [row for row in table.rows[: region.top] if region.above == 0]
    if title or region.above == 0:
        return title
    between = table.rows[region.above : region.top]
    lines = [row for row in between if len({c.text for c in row if c.text}) == 1]
    return [*_title_rows(table), *lines[-2:]]


def _title_rows(table: Table) -> list[tuple[Cell, ...]]:
    """The rows from the top of the sheet that hold no more than a few words each."""
    title: list[tuple[Cell, ...]] = []
    for row in table.rows:
        if len({cell.text for cell in row if cell.text}) > 4:
            break
        title.append(row)
    return title


def _heading_cell(table: Table, region: Region, column: int) -> Cell:
    cells = [row[column] for row in table.rows[region.top : region.body]]
    return next((cell for cell in reversed(cells) if cell.text), cells[-1])


def _like_money(table: Table, region: Region, layout: Layout) -> list[tuple[int, str]]:
    """Columns whose headings say nothing of money and whose cells look like it."""
    why = "its cells look like amounts, and the heading doesn't say of what"
    rows = table.rows[region.body : region.end]
    return [(n, why) for n in layout.all_of("other") if _is_money(rows, n, bare=not layout.prices)]


def _is_money(rows: Sequence[Sequence[Cell]], column: int, *, bare: bool) -> bool:
    """Whether most cells have a currency; where nothing else is a price, two decimals will do."""
    read = [read_amount(row[column], decimal=".") for row in rows[:200] if row[column].text]
    cents = sum(row[column].text[-3:-2] in {".", ","} for row in rows[:200])
    amounts = [one for one in read if isinstance(one, Amount)]
    signed = sum(one.currencies is not None for one in amounts)
    return bool(amounts) and (signed * 2 > len(read) or (bare and cents * 2 > len(read)))


def _holds_something(table: Table, region: Region, column: int) -> bool:
    return any(row[column].text for row in table.rows[region.body : region.end])


def _together(found: list[_Found]) -> list[list[_Found]]:
    """Tables that go on from one to the next, as a printed list does from page to page, are one."""
    groups: list[list[_Found]] = []
    for one in found:
        if groups and _goes_on(groups[-1][-1], one):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _goes_on(one: _Found, other: _Found) -> bool:
    same = [h.text for h in one.layout.headings] == [h.text for h in other.layout.headings]
    if not same or not one.drafts or not other.drafts:
        return False
    return one.table.name == other.table.name or one.drafts[-1].sku == other.drafts[0].sku


def _settle(together: list[_Found]) -> None:
    settled = settle([draft for one in together for draft in one.drafts])
    for one in together:
        rows = {draft.row for draft in one.drafts}
        one.drafts = [draft for draft in settled if draft.row in rows]


def _refusals(found: _Found) -> list[Refusal]:
    cells = [
        Refusal(locator=draft.locator, text=draft.text, why=draft.refused)
        for draft in found.drafts
        if draft.refused
    ]
    return [*found.refused, *cells]


def _places(reading: Reading, rows: frozenset[tuple[int, int]]) -> frozenset[str]:
    inside: set[str] = set()
    outside: set[str] = set()
    for number, table in enumerate(reading.tables):
        for row, cells in enumerate(table.rows):
            (inside if (number, row) in rows else outside).update(cell.locator for cell in cells)
    return frozenset(inside - outside)


def _summary(found: _Found) -> TableReading:
    headings = found.layout.headings
    return TableReading(
        name=found.table.name,
        locator=_heading_cell(found.table, found.region, 0).locator,
        prices=sum(not draft.refused for draft in found.drafts),
        refused=len(_refusals(found)),
        price_columns=tuple(headings[n].text for n in found.layout.prices),
        refused_columns=tuple(headings[n].text for n, _ in found.layout.rejected),
    )


def _price(draft: Draft, price_list: PriceList) -> Price:
    if draft.band is None:
        raise AssertionError("a price without a band is refused before")
    return Price(
        list=price_list,
        locator=draft.locator,
        row_text=draft.row_text,
        sku=draft.sku,
        name=draft.name,
        currency=draft.currency,
        amount=draft.amount,
        unit=draft.unit,
        tier=draft.tier,
        min_quantity=draft.band.first,
        max_quantity=draft.band.last,
        term_months=draft.term,
        per=draft.per,
        note=draft.note,
        valid_from=draft.valid_from,
        valid_until=draft.valid_until,
    )
