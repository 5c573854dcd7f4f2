"""Reads all promotions tables of a document into promotions and refusals."""

from collections.abc import Sequence
from dataclasses import dataclass

from partnerline.ingest.prices.context import context_of
from partnerline.ingest.prices.drafts import Refusal
from partnerline.ingest.prices.named import NOBODY, Named
from partnerline.ingest.promotions.conflicts import settled
from partnerline.ingest.promotions.doubt import Doubt
from partnerline.ingest.promotions.headers import Region, Row, regions_of
from partnerline.ingest.promotions.rows import RowReader
from partnerline.ingest.promotions.worth import WorthReader
from partnerline.ingest.reading import Reading, Table
from partnerline.knowledge.partners import Audience
from partnerline.knowledge.pricing.offers import Promotion

_NO_TABLE = (
    "no headings of a promotions table: it takes a code or a name, a percentage or a fixed price, and what it applies to "
    "or its days"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PromotionReading:
    """What a document's promotions tables gave, in the order of its cells, and by cell what was left out."""

    promotions: tuple[Promotion, ...] = ()
    refused: tuple[Refusal, ...] = ()


def read_promotions(
    reading: Reading, path: str, audience: Audience, named: Named = NOBODY
) -> PromotionReading:
    """Every promotion of a document that is beyond doubt; `named` holds the tiers and regions that partners have."""
    found: list[Promotion] = []
    refused: list[Refusal] = []
    for table in reading.tables:
        regions = regions_of(table)
        if not regions:
            refused.append(Refusal(locator=table.locator, text=table.name, why=_NO_TABLE))
        for region in regions:
            rows = table.rows[region.body : region.end]
            _read(rows, _reader(table, region, path, audience, named), found, refused)
    taken, contradicting = settled(found)
    return PromotionReading(promotions=tuple(taken), refused=(*refused, *contradicting))


def _reader(table: Table, region: Region, path: str, audience: Audience, named: Named) -> RowReader:
    """The reader of one table; title rows above it may say which dollars are meant."""
    worth = WorthReader(
        region=region, context=context_of(table.rows[: region.top], table.name, named)
    )
    worth.learn(table.rows[region.body : region.end])
    return RowReader(path=path, audience=audience, region=region, worth=worth, named=named)


def _read(
    rows: Sequence[Row], reader: RowReader, found: list[Promotion], refused: list[Refusal]
) -> None:
    for row in rows:
        if len({cell.text for cell in row if cell.text}) < 2:
            continue  # empty, or a line of words
        try:
            found += reader.read(row)
        except Doubt as doubt:
            text = doubt.cell.text
            refused.append(Refusal(locator=doubt.cell.locator, text=text, why=doubt.why))
