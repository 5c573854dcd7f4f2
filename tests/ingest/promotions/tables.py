"""Promotions tables as small grids, and what is read from them."""

from collections.abc import Sequence

from tests.ingest.prices.grids import Shown, document, table

from partnerline.ingest.prices.named import Named
from partnerline.ingest.promotions.tables import PromotionReading, read_promotions
from partnerline.ingest.reading import CellValue
from partnerline.knowledge.partners import Audience
from partnerline.knowledge.pricing.offers import Promotion

PEOPLE = Named(
    tiers=frozenset({"silver", "gold", "platinum"}), regions=frozenset({"EMEA", "NA", "CH"})
)
AUDIENCE = Audience(regions=frozenset({"EMEA"}))
Value = CellValue | Shown
HEADINGS = ("Code", "Applies to", "Percent off", "First day", "Last day")


def read(*rows: Sequence[Value], name: str = "S") -> PromotionReading:
    """What a sheet of these rows gives."""
    return read_promotions(document(table(rows, name)), "promo.xlsx", AUDIENCE, PEOPLE)


def one(*rows: Sequence[Value]) -> Promotion:
    """The one promotion of a sheet from which nothing is left out."""
    reading = read(*rows)
    assert reading.refused == ()
    (promotion,) = reading.promotions
    return promotion


def of_row(row: dict[str, Value]) -> PromotionReading:
    """What one row gives whose columns are those of a whole promotion, but for those given; `None` leaves one out."""
    whole: dict[str, Value] = dict(zip(HEADINGS, ("SPRING", "AX-200", "8%", "2026-03-01", "2026-05-31"), strict=True))  # fmt: skip
    cells = {heading: value for heading, value in (whole | row).items() if value is not None}
    return read(tuple(cells), tuple(cells.values()))


def good(row: dict[str, Value]) -> Promotion:
    """The promotion of such a row."""
    reading = of_row(row)
    assert [(r.locator, r.why) for r in reading.refused] == []
    (promotion,) = reading.promotions
    return promotion


def why(row: dict[str, Value]) -> str:
    """Why such a row is left out, after the text of the cell that is to blame."""
    reading = of_row(row)
    assert reading.promotions == ()
    (refusal,) = reading.refused
    return f"{refusal.text}: {refusal.why}"
