"""Lays a price list's prices out in rows and columns, in the shape that its book has."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from tests.price_worlds.nouns import Book, Fact, World

Row = list[str | int | Decimal | date | None]
ON_REQUEST = "on request"


def grid_of(world: World, book: Book) -> list[Row]:
    """The list's rows, title and headings first."""
    facts = [fact for fact in world.facts if fact.book == book]
    names = {item.sku: item.name for item in world.items}
    title: list[Row] = [[f"Price list, all prices in {book.currency}"], []]
    return title + _SHAPES[book.shape](book, facts, names)


def _amount(fact: Fact) -> Decimal | str:
    return ON_REQUEST if fact.amount is None else fact.amount


def _skus(facts: Sequence[Fact]) -> list[str]:
    return list(dict.fromkeys(fact.sku for fact in facts))


def _band(fact: Fact) -> str:
    return f"{fact.low}+" if fact.high is None else f"{fact.low}-{fact.high}"


def _bands_wide(book: Book, facts: Sequence[Fact], names: dict[str, str]) -> list[Row]:
    """A column a band; a product that stops at a quantity has its own heading for the last."""
    bands = list(dict.fromkeys((f.low, f.high) for f in facts))
    heads = {(f.low, f.high): _band(f) for f in facts}
    rows: list[Row] = [["SKU", "Description", "Unit", *(heads[band] for band in bands)]]
    for sku in _skus(facts):
        cells = {(f.low, f.high): _amount(f) for f in facts if f.sku == sku}
        rows.append([sku, names[sku], "pc", *(cells.get(band) for band in bands)])
    return rows


def _price_heading(book: Book) -> str:
    return f"Net price ({book.currency})" if book.net else f"List price ({book.currency})"


def _bands_long(book: Book, facts: Sequence[Fact], names: dict[str, str]) -> list[Row]:
    """A row a band, each with its own days where it has some."""
    rows: list[Row] = [
        [
            "Part number", "Description", "Min. quantity", "Max. quantity", _price_heading(book), "Valid from",
            "Valid until",
        ]
    ]  # fmt: skip
    rows.extend([f.sku, names[f.sku], f.low, f.high, _amount(f), f.first, f.last] for f in facts)
    return rows


def _tiers(book: Book, facts: Sequence[Fact], names: dict[str, str]) -> list[Row]:
    """A row a band, a column a tier."""
    tiers = list(dict.fromkeys(f.tier for f in facts if f.tier))
    heads: Row = ["Part number", "Description", "From qty", "To qty", _price_heading(book)]
    rows: list[Row] = [[*heads, *map(str.title, tiers), "Valid from", "Valid until"]]
    for f in [fact for fact in facts if not fact.tier]:
        cells = {o.tier: _amount(o) for o in facts if o.sku == f.sku and o.low == f.low}
        days: Row = [f.first, f.last]
        row: Row = [f.sku, names[f.sku], f.low, f.high, _amount(f)]
        rows.append([*row, *(cells[tier] for tier in tiers), *days])
    return rows


def _terms_wide(book: Book, facts: Sequence[Fact], names: dict[str, str]) -> list[Row]:
    terms = sorted({f.term for f in facts if f.term})
    rows: list[Row] = [
        ["SKU", "Plan", f"Price per seat for the whole term ({book.currency})"],
        [None, None, *(f"{term} months" for term in terms)],
    ]
    for sku in _skus(facts):
        cells = {f.term: _amount(f) for f in facts if f.sku == sku}
        rows.append([sku, names[sku], *(cells[term] for term in terms)])
    return rows


def _terms_long(book: Book, facts: Sequence[Fact], names: dict[str, str]) -> list[Row]:
    heading = f"Price per seat for the whole term ({book.currency})"
    rows: list[Row] = [["SKU", "Plan", "Term (months)", heading]]
    rows.extend([f.sku, names[f.sku], f.term, _amount(f)] for f in facts)
    return rows


def _recurring(book: Book, facts: Sequence[Fact], names: dict[str, str]) -> list[Row]:
    rows: list[Row] = [
        [
            "SKU", "Plan", f"Price per seat per month ({book.currency})",
            f"Price per seat per year ({book.currency})",
        ]
    ]  # fmt: skip
    for sku in _skus(facts):
        cells = {f.per: _amount(f) for f in facts if f.sku == sku}
        rows.append([sku, names[sku], cells.get("month"), cells.get("year")])
    return rows


def _packs(book: Book, facts: Sequence[Fact], names: dict[str, str]) -> list[Row]:
    """What is sold in packs: the unit says whether the amount is for a piece or for the pack."""
    rows: list[Row] = [["SKU", "Description", "Unit", "Pack size", _price_heading(book)]]
    for f in facts:
        unit = "pack" if f.amount_is_for == "pack" else "each"
        rows.append([f.sku, names[f.sku], unit, f.pack, _amount(f)])
    return rows


def _plain(book: Book, facts: Sequence[Fact], names: dict[str, str]) -> list[Row]:
    rows: list[Row] = [["SKU", "Description", "Minimum order quantity", _price_heading(book)]]
    rows.extend([f.sku, names[f.sku], f.low, _amount(f)] for f in facts)
    return rows


_SHAPES: dict[str, Callable[[Book, Sequence[Fact], dict[str, str]], list[Row]]] = {
    "bands_wide": _bands_wide,
    "bands_long": _bands_long,
    "tiers": _tiers,
    "terms_wide": _terms_wide,
    "terms_long": _terms_long,
    "recurring": _recurring,
    "packs": _packs,
    "plain": _plain,
}
