"""How a price list or a promotions table was read, for a person who is to trust it or not."""

from collections.abc import Iterator

from partnerline.bot.price_lists.columns import aligned, wrapped
from partnerline.bot.price_lists.file import ListFile
from partnerline.bot.price_lists.promotions_text import promotions
from partnerline.bot.price_lists.table_facts import TableFacts, facts_of
from partnerline.bot.price_lists.words import (
    amount_of,
    band_of,
    counted,
    days_of,
    number_of,
    partner_of,
    per_of,
    refusals,
    term_of,
    unit_of,
)
from partnerline.ingest.library import EVERY_FILE, LIBRARY_FILE
from partnerline.ingest.prices.summary import ColumnReading, TableReading
from partnerline.knowledge.pricing.price import Price

SAMPLE = 8
"""Prices of a table that are shown as they were understood where not all are asked for."""

_HEADS = ("cell", "part number", "name", "tier", "partner", "band", "term", "unit", "region", "amount", "", "per", "days")  # fmt: skip


def rendered(found: ListFile, *, every: bool = False) -> str:
    """The whole of it within 100 columns, table by table; with `every` all prices and refusals, else the first ones."""
    lines = list(_head(found))
    if found.kind == "promotions":
        return "\n".join([*lines, *promotions(found, every=every)])
    for facts in facts_of(found):
        lines += ["", *_table(facts, every=every)]
    if not found.reading.tables:
        lines += ["", "  There is no table in it."]
    lines += refusals("Refused", found.listed.refused, every=every)
    return "\n".join(lines)


def _head(found: ListFile) -> Iterator[str]:
    rule, around = found.around.rule, found.around
    taken = counted(found.taken, "promotion" if found.kind == "promotions" else "price")
    refused = counted(len(found.refused), "cell")
    yield from wrapped(f"{found.path}: {taken} taken, {refused} refused", indent="")
    if around.library is None:
        yield "  Read without a library: no rule, no days but its own, for every enrolled partner"
    elif rule is EVERY_FILE:
        yield from wrapped(
            f"Read for the library {around.library.name}, none of whose rules matches it: for every enrolled partner"
        )
    else:
        net = ", net prices" if rule.net else ""
        place = f"{around.library.name}/{LIBRARY_FILE}"
        yield from wrapped(
            f"Read by {place}, rule {rule.match}{net}: {_days(found)}for {_audience(found)}"
        )
    names = ", ".join((*sorted(around.named.tiers), *sorted(around.named.regions)))
    source = around.partners.name if around.partners else "no partners.yaml"
    yield from wrapped(f"Tiers and regions that it may name ({source}): {names or 'none'}")
    yield from _kind(found)
    for note in found.reading.notes:
        yield from wrapped(f"Note: {note}")


def _days(found: ListFile) -> str:
    rule = found.around.rule
    first = f"from {rule.valid_from} " if rule.valid_from else ""
    return first + (f"until {rule.valid_until} " if rule.valid_until else "")


def _audience(found: ListFile) -> str:
    audience = found.around.rule.audience
    if audience.public:
        return "everyone, strangers too"
    given = {"tiers": audience.tiers, "regions": audience.regions, "partners": audience.partners}
    parts = [
        f"{name} {', '.join(sorted(values)) or 'of nobody'}"
        for name, values in given.items()
        if values is not None
    ]
    return "; ".join(parts) or "every enrolled partner"


def _kind(found: ListFile) -> Iterator[str]:
    """A warning where an ingest wouldn't take the prices that were found."""
    if found.kind not in {"price_list", "promotions"} and found.taken:
        yield from wrapped(
            f"An ingest takes this file for {found.kind} and none of its prices: give it a rule with kind: price_list"
        )


def _table(facts: TableFacts, *, every: bool) -> Iterator[str]:
    table = facts.table
    where = f"{table.name or 'Table'} at {table.locator}"
    counts = f"{counted(table.prices, 'price')} taken, {counted(table.refused, 'cell')} refused"
    yield from wrapped(f"{where}: {counts}", indent="")
    first, last = table.heading_rows
    rows = (
        f", rows {table.rows[0]} to {table.rows[1]} below ({table.first} to {table.last})"
        if table.rows
        else ""
    )
    yield from wrapped(
        f"Headings in {f'row {first}' if first == last else f'rows {first} to {last}'}{rows}"
    )
    for fact in facts.holds:
        said = f", said by {fact.said_by}" if fact.said_by else ""
        yield from wrapped(f"For all of it: {fact.what} {fact.value}{said}")
    yield from aligned(
        ("column", "heading", "taken for", "prices"),
        [_column(table, column) for column in table.columns if column.heading or column.prices],
        right=("prices",),
        whole=("column",),
        indent="    ",
    )
    if facts.prices:
        yield from _sample(facts, every=every)


def _column(table: TableReading, column: ColumnReading) -> tuple[str, ...]:
    read = f"not read: {column.why}" if column.why else column.meaning
    prices = f"{column.prices:,}" if column.prices else ""
    return (_in(table, column.locator), column.heading, read, prices)


def _in(table: TableReading, place: str) -> str:
    """A place as it is found in its table: without the sheet's name."""
    return place.removeprefix(f"{table.name}!")


def _sample(facts: TableFacts, *, every: bool) -> Iterator[str]:
    count = len(facts.prices)
    places = range(count) if every or count <= SAMPLE else [i * (count - 1) // (SAMPLE - 1) for i in range(SAMPLE)]  # fmt: skip
    if len(places) < count:
        yield f"    {len(places)} of its prices as they were understood; `--verbose` shows all:"
    yield from aligned(
        _HEADS,
        [_price(facts.table, facts.prices[i]) for i in places],
        right=("amount",),
        whole=("cell", "part number", "", "days"),
        indent="    ",
    )


def _price(table: TableReading, price: Price) -> tuple[str, ...]:
    return (
        _in(table, price.locator),
        number_of(price),
        price.name,
        price.tier,
        partner_of(price),
        band_of(price),
        term_of(price),
        unit_of(price),
        price.region,
        amount_of(price),
        price.currency,
        per_of(price),
        days_of(price),
    )
