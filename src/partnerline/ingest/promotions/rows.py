"""One row of a promotions table, as a promotion; a row that can't be read for certain raises `Doubt`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from partnerline.ingest.prices.days import read_day
from partnerline.ingest.prices.folding import fold
from partnerline.ingest.prices.named import Named
from partnerline.ingest.promotions.columns import Role
from partnerline.ingest.promotions.doubt import Doubt, sure
from partnerline.ingest.promotions.entries import least_in, names_in, things_in
from partnerline.ingest.promotions.headers import Region, Row
from partnerline.ingest.promotions.spans import Days, days_in
from partnerline.ingest.promotions.words import ALIVE, NOTHING, ONE_PIECE
from partnerline.ingest.promotions.worth import WorthReader
from partnerline.ingest.readers.tables import row_text
from partnerline.ingest.reading import Cell
from partnerline.knowledge.partners import Audience
from partnerline.knowledge.pricing.offers import Promotion


@dataclass(frozen=True, slots=True, kw_only=True)
class RowReader:
    """Reads the rows of one table of one document; `named` holds the tiers and regions that there are."""

    path: str
    audience: Audience
    region: Region
    worth: WorthReader
    named: Named

    def read(self, row: Row) -> list[Promotion]:
        """The row's promotion, one for each currency that it sets a price in; raises `Doubt`."""
        code, name = self._called(row)
        applies_to = self._applies(row)
        worths = self.worth.read(row)
        first, last = self._days(row)
        least = self._least(row)
        regions, tiers = self._names(row, "regions"), self._names(row, "tiers")
        self._check(row)
        return [
            Promotion(
                path=self.path,
                locator=next(cell.locator for cell in row if cell.text),
                row_text=row_text([h.text for h in self.region.headings], [c.text for c in row]),
                audience=self.audience,
                code=code,
                name=name,
                applies_to=applies_to,
                percent=worth.percent,
                fixed=worth.fixed,
                currency=worth.currency,
                first_day=first,
                last_day=last,
                min_quantity=least,
                regions=regions,
                tiers=tiers,
                stacks="; ".join(dict.fromkeys(_text(cell) for cell in self._cells(row, "stacks"))),
            )
            for worth in worths
        ]

    def _cells(self, row: Row, role: Role) -> Iterator[Cell]:
        """The filled cells of a role, the surest first."""
        return (row[column] for column in self.region.all_of(role) if row[column].text)

    def _called(self, row: Row) -> tuple[str, str]:
        code, name = (next(self._cells(row, role), None) for role in ("code", "name"))
        called = [
            "" if cell is None or fold(cell.text) in NOTHING else _text(cell)
            for cell in (code, name)
        ]
        if not any(called):
            raise Doubt(_first(row), "it has neither a code nor a name")
        return called[0], called[1]

    def _applies(self, row: Row) -> tuple[str, ...]:
        """What it applies to: by the words for it, failing them by the part number, failing that by the product."""
        filled = [
            (self.region.headings[column].rank, row[column])
            for column in self.region.all_of("applies")
            if row[column].text
        ]
        if not filled:
            raise Doubt(_first(row), "it doesn't say what it applies to")
        best, cell = filled[0]
        # A part number with its product's name beside it is one thing; anything else may be two that both must hold.
        also = [one for rank, one in filled[1:] if (best, rank) != (1, 2) and one.text != cell.text]
        if also:
            raise Doubt(also[0], "two cells say what it applies to")
        things = things_in(cell.text)
        if not things or fold(cell.text) in {"-", "--", "n/a", "tbd", "tba"}:
            raise Doubt(cell, "it doesn't say what it applies to")
        return things

    def _days(self, row: Row) -> Days:
        """The first and the last day; a promotion that names neither can't be told from one that is over."""
        spans = [(cell, sure(days_in(cell), cell)) for cell in self._cells(row, "span")]
        firsts = [sure(read_day(cell), cell, "its first day") for cell in self._cells(row, "first")]
        lasts = [sure(read_day(cell), cell, "its last day") for cell in self._cells(row, "last")]
        first = _one([*firsts, *(days[0] for _, days in spans)], row)
        last = _one([*lasts, *(days[1] for _, days in spans)], row)
        if first is None and last is None:
            raise Doubt(_first(row), "it has neither a first nor a last day")
        if first and last and last < first:
            raise Doubt(_first(row), "it ends before it begins")
        return first, last

    def _least(self, row: Row) -> int:
        ranked = [
            (self.region.headings[n].rank, row[n]) for n in self.region.all_of("min") if row[n].text
        ]
        best = min((rank for rank, _ in ranked), default=0)
        return max(
            (
                sure(least_in(c, bare=rank == 0), c, "its minimum")
                for rank, c in ranked
                if rank == best
            ),
            default=1,
        )

    def _names(self, row: Row, role: Role) -> frozenset[str]:
        known = self.named.tiers if role == "tiers" else self.named.regions
        found = [
            sure(names_in(cell.text, known), cell, f"its {role}") for cell in self._cells(row, role)
        ]
        if len({one for one in found if one}) > 1:
            raise Doubt(next(self._cells(row, role)), f"two cells name its {role}")
        return next((one for one in found if one), frozenset())

    def _check(self, row: Row) -> None:
        """Refuses what narrows the promotion in a way that can't be computed with."""
        for column in self.region.all_of("limit"):
            if fold(row[column].text).rstrip(".") not in NOTHING | ONE_PIECE:
                heading = self.region.headings[column].text
                raise Doubt(row[column], f"{heading!r} may narrow it, and isn't computed with")
        for cell in self._cells(row, "status"):
            if fold(cell.text) not in ALIVE:
                raise Doubt(cell, "its status leaves open whether it runs")


def _one(days: Sequence[date | None], row: Row) -> date | None:
    """The one day that is named; several cells may name the same."""
    named = {day for day in days if day is not None}
    if len(named) > 1:
        raise Doubt(_first(row), "its cells differ in its days")
    return next(iter(named), None)


def _first(row: Row) -> Cell:
    return next((cell for cell in row if cell.text), row[0])


def _text(cell: Cell) -> str:
    return " ".join(cell.text.split())
