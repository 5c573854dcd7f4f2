"""What a promotion is worth: the percent it takes off, or the price it sets, in one currency."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from partnerline.ingest.prices.amounts import (
    Amount,
    Mark,
    NoPrice,
    decimal_mark,
    read_amount,
)
from partnerline.ingest.prices.context import Context
from partnerline.ingest.prices.currencies import DOLLARS, currencies_in, narrowed
from partnerline.ingest.prices.folding import fold
from partnerline.ingest.promotions.doubt import Doubt, sure
from partnerline.ingest.promotions.headers import Region, Row
from partnerline.ingest.promotions.percents import read_percent
from partnerline.ingest.promotions.words import NOTHING
from partnerline.ingest.reading import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """A fraction that is taken off, or a net price that is set, with the cell that says it."""

    cell: Cell
    percent: Decimal | None = None
    fixed: Decimal | None = None
    currency: str = ""


@dataclass(slots=True, kw_only=True)
class WorthReader:
    """Reads the columns of worth of one table; `context` is what the words around it say of currencies."""

    region: Region
    context: Context
    marks: dict[int, Mark | None] = field(default_factory=dict)

    def learn(self, rows: Sequence[Row]) -> None:
        """Finds each price column's decimal mark by all its cells."""
        for column in self.region.all_of("fixed"):
            shown = decimal_mark(row[column] for row in rows)
            self.marks[column] = next(iter(shown)) if len(shown) == 1 else None

    def read(self, row: Row) -> list[Worth]:
        """What the row is worth: one percentage, or one price for each currency; raises `Doubt`."""
        found = [self._percent(row, n) for n in self.region.all_of("percent")]
        found += [self._fixed(row, n) for n in self._price_columns()]
        return _checked([one for one in found if one is not None], row)

    def _price_columns(self) -> list[int]:
        """A column headed "Price" counts only where none is headed "Promo price"."""
        columns = self.region.all_of("fixed")
        best = min((self.region.headings[n].rank for n in columns), default=0)
        return [n for n in columns if self.region.headings[n].rank == best]

    def _percent(self, row: Row, column: int) -> Worth | None:
        cell = row[column]
        read = read_percent(cell, in_percent=self.region.headings[column].in_percent)
        percent = sure(read, cell)
        return None if percent is None else Worth(cell=cell, percent=percent)

    def _fixed(self, row: Row, column: int) -> Worth | None:
        heading, cell = self.region.headings[column], row[column]
        if fold(cell.text) in NOTHING:
            return None
        read = sure(read_amount(cell, decimal=self.marks.get(column)), cell)
        if isinstance(read, NoPrice) and not any(letter.isalnum() for letter in read.words):
            return None
        if not isinstance(read, Amount):
            raise Doubt(cell, "it gives no amount")
        if heading.spans or read.period:
            raise Doubt(
                cell, "it is for a span of time, and nothing says that the list's price is too"
            )
        if read.value == 0:
            raise Doubt(cell, "it sets a price of nothing")
        return Worth(cell=cell, fixed=read.value, currency=self._currency(row, column, read))

    def _currency(self, row: Row, column: int, read: Amount) -> str:
        """The one currency that cell, currency column and heading allow; the words around narrow a sign of several."""
        cell, wide = row[column], self.context.currencies
        near = [read.currencies, self.region.headings[column].currencies]
        near += [_said(row[n]) for n in self.region.all_of("currency") if row[n].text]
        named = [one for one in near if one is not None]
        allowed = frozenset.intersection(*named) if named else wide
        if not allowed:
            raise Doubt(cell, "no currency is named for it" if allowed is None else _DIFFER)
        if wide and allowed & wide:
            allowed &= wide
        if allowed == DOLLARS and not self.context.abroad:
            return "USD"
        if len(allowed) > 1:
            raise Doubt(cell, f"its currency may be {' or '.join(sorted(allowed))}")
        return next(iter(allowed))


_DIFFER = "different currencies are named for it"


def _said(cell: Cell) -> frozenset[str]:
    marks = narrowed(currencies_in(cell.text.upper() if len(cell.text) == 3 else cell.text))
    if marks is None:
        raise Doubt(cell, "it is no currency that is known")
    return marks


def _checked(found: list[Worth], row: Row) -> list[Worth]:
    """The row's worths where they don't contradict each other."""
    percents = [one for one in found if one.percent is not None]
    if not found:
        raise Doubt(
            next(cell for cell in row if cell.text), "it has neither a percentage nor a fixed price"
        )
    if percents and len(found) > len(percents):
        raise Doubt(percents[0].cell, "it has both a percentage and a fixed price")
    if len(percents) > 1:
        raise Doubt(percents[1].cell, "it has two percentages")
    if len({one.currency for one in found}) < len(found):
        raise Doubt(found[1].cell, "it has two fixed prices in one currency")
    return found
