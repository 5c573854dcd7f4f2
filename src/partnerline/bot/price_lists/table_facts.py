"""What is worth knowing of one table before its prices are trusted."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from partnerline.bot.price_lists.file import ListFile
from partnerline.ingest.library import LIBRARY_FILE
from partnerline.ingest.prices.context import Context, context_of
from partnerline.ingest.prices.difference import in_days
from partnerline.ingest.prices.heading import Role
from partnerline.ingest.prices.summary import ColumnReading, TableReading
from partnerline.ingest.reading import Cell, Table
from partnerline.knowledge.pricing.price import Price

Row = Sequence[Cell]
_Says = Callable[[Context, Price], bool]
"""Whether the words around a table say of a price what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What holds for every price of a table, and the place and words that say so, "" where its rows or nobody does."""

    what: str
    value: str
    said_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFacts:
    """One table as it was read, the prices taken from it, and what they have in common."""

    table: TableReading
    prices: tuple[Price, ...]
    holds: tuple[Fact, ...]


def facts_of(found: ListFile) -> Iterator[TableFacts]:
    """Every table of the file in its order, with its share of the prices."""
    first = 0
    for table in found.listed.tables:
        prices = found.listed.prices[first : first + table.prices]
        first += table.prices
        yield TableFacts(table=table, prices=prices, holds=tuple(_holds(found, table, prices)))


def _holds(found: ListFile, table: TableReading, prices: Sequence[Price]) -> Iterator[Fact]:
    """What all the prices have in common; a region only where one is named at all."""
    for one in _COMMON:
        values = {one.of(price) for price in prices}
        if len(values) == 1 and (value := values.pop()):
            said_by = (
                (_rule(found) if one.what == "days" else "")
                or _around(found, table, one.says, prices[0])
                or (_columns(table, one) if value != _NO_DAYS else "")
            )
            yield Fact(what=one.what, value=value, said_by=said_by)


@dataclass(frozen=True, slots=True)
class _Common:
    """Something that prices may have in common, how words around a table say it, and how its columns do."""

    what: str
    of: Callable[[Price], str]
    says: _Says
    roles: frozenset[Role]
    heading_says: Callable[[ColumnReading], object] = lambda _: None


def _says_days(context: Context, price: Price) -> bool:
    said = (context.valid_from, context.valid_until)
    return any(said) and said == (price.valid_from, price.valid_until)


_NO_DAYS = "without end"
_COMMON = (
    _Common(
        "currency",
        lambda price: price.currency,
        lambda context, price: price.currency in (context.currencies or ()),
        frozenset({"currency"}),
        lambda column: column.currencies,
    ),
    _Common(
        "paid",
        lambda price: "once" if price.per == "once" else f"per {price.per}",
        lambda context, price: context.period == price.per,
        frozenset({"period"}),
        lambda column: column.per,
    ),
    _Common(
        "days",
        lambda price: in_days(price) or _NO_DAYS,
        _says_days,
        frozenset({"from_day", "until_day"}),
    ),
    _Common(
        "region",
        lambda price: price.region,
        lambda context, price: price.region in context.regions,
        frozenset({"region"}),
        lambda column: column.region,
    ),
)


def _rule(found: ListFile) -> str:
    """The library's rule, where it gives days."""
    rule = found.around.rule
    return f"{LIBRARY_FILE}, {rule.match}" if rule.valid_from or rule.valid_until else ""


def _around(found: ListFile, table: TableReading, says: _Says, price: Price) -> str:
    """The last row above the heading whose own words say it, failing them the table's name."""
    named = found.around.named
    for row in reversed(_rows_above(found, table)):
        if says(context_of([row], "", named), price):
            texts = dict.fromkeys(cell.text for cell in row if cell.text)
            place = next(cell.locator for cell in row if cell.text)
            return f"{place} {' '.join(texts)!r}"
    return f"its name {table.name!r}" if says(context_of([], table.name, named), price) else ""


def _rows_above(found: ListFile, table: TableReading) -> Sequence[Row]:
    """The rows over the table's headings, without the rows of other tables that stand there."""
    whole = next((one for one in found.reading.tables if _holds_heading(one, table)), None)
    if whole is None:
        return ()
    others = [one.rows for one in found.listed.tables if one.name == table.name and one.rows]
    above = enumerate(whole.rows[: table.heading_rows[0] - 1], start=1)
    return [row for number, row in above if _is_line(row) or not _inside(number, others)]


def _is_line(row: Row) -> bool:
    return len({cell.text for cell in row if cell.text}) == 1


def _inside(number: int, rows: Sequence[tuple[int, int]]) -> bool:
    return any(first <= number <= last for first, last in rows)


def _holds_heading(whole: Table, table: TableReading) -> bool:
    row = table.heading_rows[1] - 1
    return row < len(whole.rows) and any(c.locator == table.locator for c in whole.rows[row])


def _columns(table: TableReading, one: _Common) -> str:
    """The headings that say it, or the columns whose cells do."""
    saying = [c for c in table.columns if c.role in one.roles or (c.prices and one.heading_says(c))]
    return ", ".join(f"{c.locator} {c.heading!r}" for c in saying[:2])
