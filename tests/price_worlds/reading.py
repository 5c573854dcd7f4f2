"""Holds what the ingest read of a world's files against what stands in them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from tests.fakes import FakeEmbedder, FakeIndex
from tests.price_worlds.files import write_library
from tests.price_worlds.nouns import Fact, World

from partnerline.ingest.report import Report
from partnerline.ingest.sync import sync
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Price


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read of a library."""

    report: Report
    prices: list[Price]
    promotions: list[Promotion]


def read_library(world: World, folder: Path) -> Reading:
    """The world's files, written and read into an index in memory."""
    write_library(world, folder)
    index = FakeIndex()
    report = sync(folder, index=index, embedder=FakeEmbedder(dimensions=8))
    return Reading(
        report=report,
        prices=[price for kept in index.kept.values() for price in kept.prices],
        promotions=[promo for kept in index.kept.values() for promo in kept.promotions],
    )


def differences(world: World, prices: Iterable[Price]) -> tuple[Counter[str], Counter[str]]:
    """The cells that were not read as they stand, and what was read that stands nowhere; words for each."""
    written = Counter(_of_fact(fact) for fact in world.facts)
    read = Counter(_of_price(price) for price in prices)
    return written - read, read - written


def _of_fact(fact: Fact) -> str:
    book = fact.book
    return _words(
        book.path, fact.sku, book.currency, fact.amount, fact.tier, fact.low, fact.high, fact.term, fact.per, fact.pack,
        fact.amount_is_for, fact.first, fact.last, book.first, book.last, book.net,
    )  # fmt: skip


def _of_price(price: Price) -> str:
    book = price.list
    return _words(
        book.path, price.sku, price.currency, price.amount, price.tier, price.min_quantity, price.max_quantity,
        price.term_months, price.per, price.pack_size, price.amount_is_for, price.valid_from, price.valid_until,
        book.valid_from, book.valid_until, book.net,
    )  # fmt: skip


def promotion_differences(
    world: World, read: Iterable[Promotion]
) -> tuple[Counter[str], Counter[str]]:
    """The same for the promotions table."""
    written = Counter(
        _words(
            p.code, p.name, p.skus, p.percent, p.fixed, p.currency, p.first, p.last, p.least, sorted(p.regions)
        )
        for p in world.promos
    )  # fmt: skip
    found = Counter(
        _words(
            p.code, p.name, p.applies_to, p.percent, p.fixed, p.currency, p.first_day, p.last_day, p.min_quantity,
            sorted(p.regions),
        )
        for p in read
    )  # fmt: skip
    return written - found, found - written


def _words(*values: object) -> str:
    return " ".join(str(v.normalize() if isinstance(v, Decimal) else v) for v in values)
