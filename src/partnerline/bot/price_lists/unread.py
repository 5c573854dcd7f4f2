"""Which prices of another list a file may have in cells that were refused."""

from collections.abc import Iterator

from partnerline.bot.price_lists.file import ListFile
from partnerline.ingest.prices.difference import Unread
from partnerline.ingest.prices.drafts import Refusal
from partnerline.ingest.prices.summary import ColumnReading
from partnerline.knowledge.pricing.price import Price
from partnerline.knowledge.words import compact


def unread_in(found: ListFile) -> Unread:
    """Tells of a price whether this file names its part number in a row with a refused cell or with an unread column.

    An unread column counts where its heading is one of prices for the same tier and partner as the price.
    """
    refused = dict(_refused(found))
    columns = [c for table in found.listed.tables for c in table.columns if c.why and c.role == "price"]  # fmt: skip
    named = _named(found) if columns else frozenset()

    def why(price: Price) -> str:
        number = _number(price.sku)
        if number in refused:
            cell = refused[number]
            return f"{found.path} has it in a row whose cell {cell.locator} was refused: {cell.why}"
        fitting = (c for c in columns if number in named and _is_for(c, price))
        return next((f"{found.path} names it, and {c.locator} {c.heading!r} isn't read" for c in fitting), "")  # fmt: skip

    return why


def _refused(found: ListFile) -> Iterator[tuple[str, Refusal]]:
    """Each text of a row that has a refused cell, as part numbers are compared, with that cell."""
    by_place = {one.locator: one for one in found.listed.refused}
    for table in found.reading.tables:
        for row in table.rows:
            cell = next((by_place[c.locator] for c in row if c.locator in by_place), None)
            # A place may be a whole page's: the words of the refusal have to stand in the row too.
            if cell is not None and any(c.text == cell.text for c in row):
                yield from ((_number(c.text), cell) for c in row if c.text)


def _named(found: ListFile) -> frozenset[str]:
    rows = (row for table in found.reading.tables for row in table.rows)
    return frozenset(_number(cell.text) for row in rows for cell in row if cell.text)


def _is_for(column: ColumnReading, price: Price) -> bool:
    partners = price.list.audience.partners or frozenset()
    return column.tier == price.tier and (not column.partner or column.partner in partners)


def _number(text: str) -> str:
    return compact(text) or text
