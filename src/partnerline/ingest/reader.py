"""Reads one document whole: its kind, its passages, its prices and promotions."""

from dataclasses import dataclass, replace
from pathlib import Path

from partnerline.ingest.kinds import has_promotions, kind_of
from partnerline.ingest.library import Rule
from partnerline.ingest.prices.lists import PriceReading, read_price_list
from partnerline.ingest.prices.named import Named
from partnerline.ingest.promotions.tables import PromotionReading, read_promotions
from partnerline.ingest.readers import read
from partnerline.ingest.reading import Reading, Section
from partnerline.ingest.splitting import passages_of
from partnerline.knowledge.model import Document, Passage
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Price, PriceList

READER = "4"
"""Changes with how any file is read: every document is then read anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A document with all that the index holds of it; `refused` names the cells that were left out, and why."""

    document: Document
    passages: tuple[Passage, ...]
    prices: tuple[Price, ...]
    promotions: tuple[Promotion, ...]
    refused: tuple[str, ...]
    notes: tuple[str, ...]


def read_document(root: Path, path: str, rule: Rule, named: Named, *, digest: str) -> Read:
    """The document at `root`/`path`; raises `UnreadableError`."""
    reading = read(root, path)
    listed = _prices(path, reading, rule, named) if rule.kind in {None, "price_list"} else None
    found = len(listed.prices) if listed else 0
    kind = rule.kind or kind_of(path, reading, found, promotions_found=has_promotions(reading))
    taken = listed if kind == "price_list" else None
    offers = (
        read_promotions(reading, path, rule.audience, named)
        if kind == "promotions"
        else PromotionReading()
    )
    refused = (*(taken.refused if taken else ()), *offers.refused)
    return Read(
        document=Document(
            path=path,
            title=reading.title,
            kind=kind,
            audience=rule.audience,
            digest=digest,
            net=rule.net,
            valid_from=rule.valid_from,
            valid_until=rule.valid_until,
        ),
        passages=passages_of(path, _without_prices(reading, taken) if taken else reading),
        prices=taken.prices if taken else (),
        promotions=offers.promotions,
        refused=tuple(f"{r.locator} {r.text!r}: {r.why}" for r in refused),
        notes=reading.notes,
    )


def _prices(path: str, reading: Reading, rule: Rule, named: Named) -> PriceReading:
    price_list = PriceList(
        path=path,
        audience=rule.audience,
        net=rule.net,
        valid_from=rule.valid_from,
        valid_until=rule.valid_until,
    )
    return read_price_list(reading, price_list, named)


def _without_prices(reading: Reading, listed: PriceReading) -> Reading:
    """The reading less the rows of tables that gave prices: an amount is looked up, never quoted out of a text.

    Sheets that gave none keep their rows.
    """
    priced = {table.name for table in listed.tables if table.prices}
    if not priced:
        return reading
    sections = tuple(
        _words_only(section) if _is_priced(section, priced) else section
        for section in reading.sections
    )
    return replace(reading, sections=tuple(section for section in sections if section.blocks))


def _is_priced(section: Section, priced: set[str]) -> bool:
    """Whether the section may hold rows of a priced table: places outside a workbook don't name their table."""
    sheet, mark, _ = section.locator.rpartition("!")
    return not mark or sheet in priced


def _words_only(section: Section) -> Section:
    return replace(section, blocks=tuple(block for block in section.blocks if block.kind != "row"))
