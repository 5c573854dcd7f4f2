"""One price cell with all that its row, its heading and the words around say of it, made into a draft."""

from collections.abc import Mapping
from dataclasses import dataclass

from partnerline.ingest.prices.amounts import (
    STRUCK,
    Amount,
    Mark,
    NoPrice,
    Reading,
    Unclear,
    is_end_of_life,
    read_amount,
)
from partnerline.ingest.prices.bands import Band
from partnerline.ingest.prices.context import Context
from partnerline.ingest.prices.currencies import DOLLARS
from partnerline.ingest.prices.drafts import Draft
from partnerline.ingest.prices.folding import fold
from partnerline.ingest.prices.heading import Heading
from partnerline.ingest.prices.packs import Sold, basis_in, sold
from partnerline.ingest.prices.periods import Period, period_in
from partnerline.ingest.prices.rows import Row
from partnerline.ingest.reading import Cell

Currencies = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceCell:
    """A cell of a price column. `headings` is what all headings of its table say of their currency, `column` what the
    signs of its column's other cells do, which counts where the cell has no amount."""

    cell: Cell
    heading: Heading
    row: Row
    decimal: Mark | None
    headings: Currencies | None
    around: Context
    spoken: Context
    dated: bool
    footnotes: Mapping[str, str]
    column: Currencies | None = None

    def draft(self, place: tuple[int, int, int], column: int, line: str) -> Draft:
        """The draft, refused where anything that decides its amount is open; its region is left to the table."""
        heading, row = self.heading, self.row
        read = NoPrice(words=STRUCK) if row.struck else read_amount(self.cell, decimal=self.decimal)
        currency, doubt = self._currency(read)
        period, lost = self._period(read)
        packs = self._sold()
        why = "; ".join(row.doubts) or _why(read) or lost or self._undated() or self._clash()
        why = why or self._basis(read) or packs.why
        if not why and isinstance(read, Amount):
            why = doubt
        days = self._days
        return Draft(
            row=place[:2],
            part=place[2],
            column=column,
            locator=self.cell.locator,
            text=self.cell.text,
            row_text=line,
            sku=row.sku,
            name=row.name,
            currency=currency,
            amount=read.value if isinstance(read, Amount) else None,
            band=heading.band or row.band,
            minimum=row.minimum,
            unit=row.unit or heading.unit,
            tier=heading.tier or row.tier,
            partner=heading.partner or row.partner,
            pack_size=packs.size,
            amount_is_for=packs.amount_is_for,
            term=heading.term or row.term or self.around.term,
            per=period if period in {"month", "year", "term"} else "once",
            note=self._note(read),
            valid_from=row.valid_from or days.valid_from,
            valid_until=row.valid_until or days.valid_until,
            refused=why,
        )

    def _currency(self, read: Reading) -> tuple[str, str]:
        """The one currency that cell, row and heading allow, failing them the headings beside it or the words around."""
        of_cell = read.currencies if isinstance(read, Amount) else None
        own = self.heading.currencies
        if own is not None and len(own) == 1 and of_cell is None and self.row.currencies is None:
            return next(iter(own)), ""
        near = [c for c in (of_cell, self.row.currencies, self.heading.currencies) if c is not None]
        if not near and not isinstance(read, Amount) and self.column:
            near = [self.column]
        wide = (self.headings, self.around.currencies, self.spoken.currencies)
        around = [c for c in wide if c is not None]
        if not near and not around:
            return "", "no currency is named for it"
        allowed = frozenset.intersection(*near) if near else around[0]
        if not allowed:
            return "", "different currencies are named for it"
        for wider in around:
            allowed = allowed & wider if len(allowed) > 1 and allowed & wider else allowed
        if len(allowed) == 1:
            return next(iter(allowed)), ""
        # A dollar sign that nothing else narrows is the one most lists mean by it.
        if allowed == DOLLARS and not (self.around.abroad or self.spoken.abroad):
            return "USD", ""
        return "", f"its currency may be {' or '.join(sorted(allowed))}"

    def _period(self, read: Reading) -> tuple[Period | None, str]:
        of_cell = read.period if isinstance(read, Amount) else None
        noted = period_in(self._footnote(read)) if isinstance(read, Amount) and read.note else None
        near = {p for p in (of_cell, noted, self.heading.period, self.row.period) if p}
        once = self.row.once or self.heading.once
        if len(near) > 1 or (near and once):
            return None, "its cell, its row and its heading differ in what span it is for"
        if near:
            span = near.pop()
            return span, _OTHER_SPAN if span == "other" else ""
        if once:
            return None, ""
        term = self.heading.term or self.row.term or self.around.term
        period = self.around.period or (self.spoken.period if term else None)
        if period == "other":
            return None, "the words around the table leave open what span it is for"
        if term and period is None:
            return None, "nothing says whether it is for a month, a year or the whole term"
        return period, ""

    def _undated(self) -> str:
        row = self.row
        if self.dated or row.valid_from or row.valid_until or not self._days.doubt:
            return ""
        return f"the days the table is valid: {self._days.doubt}"

    @property
    def _days(self) -> Context:
        """Where the table's days are told: straight around it, else in the document's sentences."""
        own = self.around
        told = own.valid_from or own.valid_until or own.doubt
        return own if told else self.spoken

    def _clash(self) -> str:
        """Why a heading and its row can't both be right."""
        heading, row = self.heading, self.row
        if heading.band and row.banded and row.band != Band(first=1):
            return "its heading and its row both name quantities"
        if (heading.tier and row.tier and heading.tier != row.tier) or (
            heading.partner and row.tier
        ):
            return "its heading and its row name different tiers"
        if row.partner and (heading.tier or heading.partner not in {"", row.partner}):
            return "its heading and its row are for different partners"
        if heading.term and row.term and heading.term != row.term:
            return "its heading and its row name different terms"
        return ""

    def _basis(self, read: Reading) -> str:
        """Why the amount is not for one piece: words around or a footnote name more."""
        noted = basis_in(fold(self._footnote(read)))
        many = noted or (
            self.around.basis or self.spoken.basis if not self.row.unit_packing.says else ""
        )
        return f"its price is for {many}" if many else ""

    def _sold(self) -> Sold:
        row, heading = self.row, self.heading.packing
        if not heading.says and not row.unit_packing.says:
            heading = self.around.packing if self.around.packing.says else self.spoken.packing
        return sold(row.unit_packing, heading, row.pack, row.multiple, of_unit=row.pack_of_unit)

    def _footnote(self, read: Reading) -> str:
        mark = read.note if isinstance(read, Amount) else ""
        return self.footnotes.get(mark.strip("()"), mark)

    def _note(self, read: Reading) -> str:
        words = read.words if isinstance(read, NoPrice) else ""
        parts = [part for part in (words, self._footnote(read), self.row.note) if part]
        joined = "; ".join(dict.fromkeys(parts))
        ended = self.row.ended or is_end_of_life(words)
        if ended and "end of life" not in joined.casefold():
            return f"end of life; {joined}" if joined else "end of life"
        return joined


_OTHER_SPAN = "it is for a span of time that a price here can't be for"


def _why(read: Reading) -> str:
    return read.why if isinstance(read, Unclear) else ""
