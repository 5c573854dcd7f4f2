"""How promotions tables were read, for a person."""

from collections.abc import Iterator
from decimal import Decimal

from partnerline.bot.price_lists.columns import aligned
from partnerline.bot.price_lists.file import ListFile
from partnerline.bot.price_lists.words import first_of, money, refusals
from partnerline.ingest.promotions.headers import regions_of
from partnerline.knowledge.pricing.offers import Promotion

_HEADS = (
    "cell",
    "code",
    "name",
    "applies to",
    "worth",
    "days",
    "quantity",
    "regions",
    "tiers",
    "stacks",
)


def promotions(found: ListFile, *, every: bool) -> Iterator[str]:
    """Each table's columns, the promotions as they were understood, and what was left out."""
    for table in found.reading.tables:
        for region in regions_of(table):
            cells = table.rows[region.body - 1]
            yield ""
            yield f"{table.name or 'Table'} at {cells[0].locator}"
            rows = [
                (cell.locator, heading.text, _TAKEN_FOR.get(heading.role, heading.role))
                for cell, heading in zip(cells, region.headings, strict=True)
                if heading.text
            ]
            yield from aligned(("column", "heading", "taken for"), rows, whole=("column",))
    if found.promotions.promotions:
        yield ""
        shown, more = first_of(found.promotions.promotions, every=every)
        yield from aligned(
            _HEADS,
            [_row(one) for one in shown],
            right=("quantity",),
            whole=("cell", "code", "worth", "days"),
        )
        yield from more
    yield from refusals("Refused", found.promotions.refused, every=every)


def worth_of(promotion: Promotion) -> str:
    """What it takes off, or the price it sets."""
    if promotion.percent is not None:
        return f"{(promotion.percent * 100).normalize():f} % off"
    return f"{money(promotion.fixed or Decimal(0))} {promotion.currency}"


def _row(one: Promotion) -> tuple[str, ...]:
    return (
        one.locator,
        one.code,
        one.name,
        "; ".join(one.applies_to),
        worth_of(one),
        f"{one.first_day or ''} – {one.last_day or ''}".strip(),
        f"{one.min_quantity:,}+" if one.min_quantity > 1 else "",
        ", ".join(sorted(one.regions)),
        ", ".join(sorted(one.tiers)),
        one.stacks,
    )


_TAKEN_FOR = {
    "applies": "what it applies to",
    "percent": "what it takes off",
    "fixed": "its fixed price",
    "first": "first day",
    "last": "last day",
    "span": "first and last day",
    "min": "least quantity",
    "stacks": "whether it combines",
    "limit": "a limit that isn't computed with",
    "other": "not needed",
}
