"""Small literal grids as tables, and a price list read from them."""

from collections.abc import Sequence
from datetime import date

from partnerline.ingest.prices.lists import PriceReading, read_price_list
from partnerline.ingest.prices.named import Named
from partnerline.ingest.reading import Block, Cell, CellValue, Reading, Section, Table
from partnerline.knowledge.partners import Audience
from partnerline.knowledge.pricing.price import Price, PriceList

TIERS = Named(tiers=frozenset({"silver", "gold", "platinum"}))
NAMES = Named(
    tiers=TIERS.tiers,
    regions=frozenset({"EMEA", "NA", "CH"}),
    partners=(
        ("acme", "acme"),
        ("acme resellers", "acme"),
        ("nordwind", "nordwind"),
        ("nordwind kaltetechnik", "nordwind"),
    ),
)

Shown = tuple[CellValue, str]
"""A value with its number format."""


def cell(value: CellValue | Shown, locator: str = "S!A1") -> Cell:
    number_format = ""
    if isinstance(value, tuple):
        value, number_format = value
    text = "" if value is None else str(value)
    return Cell(value=value, text=text, locator=locator, number_format=number_format)


def table(rows: Sequence[Sequence[CellValue | Shown]], name: str = "S") -> Table:
    width = max(len(row) for row in rows)
    return Table(
        name=name,
        locator=name,
        rows=tuple(
            tuple(
                cell(value, f"{name}!{chr(65 + column)}{number}")
                for column, value in enumerate([*row, *[None] * (width - len(row))])
            )
            for number, row in enumerate(rows, start=1)
        ),
    )


def price_list(
    *, net: bool = False, valid_from: date | None = None, valid_until: date | None = None
) -> PriceList:
    return PriceList(
        path="list.xlsx",
        audience=Audience(),
        net=net,
        valid_from=valid_from,
        valid_until=valid_until,
    )


def document(*tables: Table, paragraphs: Sequence[str] = (), title: str = "") -> Reading:
    blocks = tuple(Block(kind="paragraph", text=text) for text in paragraphs)
    sections = (Section(locator="p. 1", headings=(), blocks=blocks),) if blocks else ()
    return Reading(title=title, sections=sections, tables=tables)


def read(
    *rows: Sequence[CellValue | Shown],
    net: bool = False,
    name: str = "S",
    named: Named = NAMES,
    paragraphs: Sequence[str] = (),
) -> PriceReading:
    return read_price_list(
        document(table(rows, name), paragraphs=paragraphs), price_list(net=net), named
    )


def amounts(reading: PriceReading) -> list[tuple[str, str]]:
    """Each price's cell and amount."""
    return [(p.locator.partition("!")[2], str(p.amount)) for p in reading.prices]


def bands(reading: PriceReading) -> list[tuple[int, int | None]]:
    return [(p.min_quantity, p.max_quantity) for p in reading.prices]


def only(reading: PriceReading) -> Price:
    (price,) = reading.prices
    return price


def why(reading: PriceReading, place: str) -> str:
    """Why a cell was left out; fails where it wasn't."""
    return next(r.why for r in reading.refused if r.locator.partition("!")[2] == place)
