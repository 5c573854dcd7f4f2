"""Reads a whole price list: all its tables, held against each other, into prices and refusals."""

from dataclasses import dataclass, replace

from partnerline.ingest.prices.context import Context, spoken_in
from partnerline.ingest.prices.drafts import Draft, Refusal
from partnerline.ingest.prices.found import (
    Found,
    Place,
    read_region,
    refusals_of,
    settle_together,
    summary_of,
    together,
)
from partnerline.ingest.prices.headers import regions_of
from partnerline.ingest.prices.named import Named
from partnerline.ingest.prices.strips import strips_of
from partnerline.ingest.prices.summary import ColumnReading, TableReading
from partnerline.ingest.reading import Reading
from partnerline.knowledge.pricing.price import Price, PriceList

__all__ = ["ColumnReading", "PriceReading", "Refusal", "TableReading", "read_price_list"]


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


def read_price_list(reading: Reading, price_list: PriceList, named: Named) -> PriceReading:
    """Every price of a document that is beyond doubt, and by cell what wasn't; `named` is whose names it may bear."""
    spoken = _spoken(reading)
    places = [
        (number, strip, region)
        for number, table in enumerate(reading.tables)
        for strip in strips_of(table, named)
        for region in regions_of(strip, named)
    ]
    found = [
        read_region(Place(number, part, strip, region), reading, price_list, named, spoken)
        for part, (number, strip, region) in enumerate(places)
    ]
    for group in together(found):
        settle_together(group)
    taken = [draft for one in found for draft in one.drafts if not draft.refused]
    rows = frozenset(draft.row for draft in taken)
    lists = _Lists(price_list)
    return PriceReading(
        prices=tuple(_price(draft, lists.of(draft.partner)) for draft in taken),
        refused=tuple(refusal for one in found for refusal in refusals_of(one))
        or _nothing(reading, found),
        rows=rows,
        places=_places(reading, rows),
        money_columns=tuple(
            dict.fromkeys(one.layout.headings[n].text for one in found for n in one.layout.prices)
        ),
        tables=tuple(summary_of(one) for one in found),
    )


class _Lists:
    """The list as it is, and narrowed to each partner that a column or a row of it is for alone."""

    def __init__(self, price_list: PriceList) -> None:
        self._by_partner = {"": price_list}

    def of(self, partner: str) -> PriceList:
        """The list whose prices one partner alone may see, which are final; "" is the list itself."""
        if partner not in self._by_partner:
            whole = self._by_partner[""]
            allowed = whole.audience.partners
            only = frozenset({partner} if allowed is None or partner in allowed else ())
            audience = replace(whole.audience, public=False, partners=only)
            self._by_partner[partner] = replace(whole, audience=audience, net=True)
        return self._by_partner[partner]


def _nothing(reading: Reading, found: list[Found]) -> tuple[Refusal, ...]:
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


def _places(reading: Reading, rows: frozenset[tuple[int, int]]) -> frozenset[str]:
    inside: set[str] = set()
    outside: set[str] = set()
    for number, table in enumerate(reading.tables):
        for row, cells in enumerate(table.rows):
            (inside if (number, row) in rows else outside).update(cell.locator for cell in cells)
    return frozenset(inside - outside)


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
        region=draft.region,
        pack_size=draft.pack_size,
        amount_is_for=draft.amount_is_for,
        min_quantity=draft.band.first,
        max_quantity=draft.band.last,
        term_months=draft.term,
        per=draft.per,
        note=draft.note,
        valid_from=draft.valid_from,
        valid_until=draft.valid_until,
    )
