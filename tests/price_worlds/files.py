"""Writes a world as a vendor's library folder: workbooks, CSV files and the two YAML files."""

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import yaml
from openpyxl import Workbook
from tests.price_worlds.grids import grid_of
from tests.price_worlds.nouns import Book, Promo, World

Value = str | int | Decimal | date | None


def write_library(world: World, folder: Path) -> None:
    """Everything of the world, as files."""
    sheets: dict[str, list[Book]] = {}
    for book in world.books():
        sheets.setdefault(book.path, []).append(book)
    (folder / "price-lists").mkdir()
    for path, books in sheets.items():
        if books[0].dress.startswith("xlsx"):
            _workbook(folder / path, world, books)
        else:
            _csv(folder / path, grid_of(world, books[0]), books[0])
    (folder / "promotions").mkdir(exist_ok=True)
    _promotions(world.promos, folder / "promotions" / "promotions.xlsx")
    _yaml(folder / "library.yaml", _library(world))
    _yaml(folder / "partners.yaml", _partners(world))


def _workbook(path: Path, world: World, books: Sequence[Book]) -> None:
    """A workbook, a sheet for each book."""
    workbook = Workbook(write_only=True)
    for book in books:
        sheet = workbook.create_sheet(book.sheet or book.currency)
        for row in grid_of(world, book):
            as_text = book.dress == "xlsx_text"
            sheet.append([_typed(value, book.currency, as_text=as_text) for value in row])
    workbook.save(path)


def _typed(value: Value, currency: str, *, as_text: bool) -> str | int | float | date | None:
    if not isinstance(value, Decimal):
        return value
    if not as_text:
        return float(value)
    if currency == "EUR":
        return f"{_decimal_comma(value)} €"
    return f"${value:,.2f}"


def _decimal_comma(value: Decimal) -> str:
    return f"{value:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def _csv(path: Path, rows: Sequence[Sequence[Value]], book: Book) -> None:
    comma = book.dress == "csv_semicolon"

    def written(value: Value) -> str:
        if isinstance(value, Decimal):
            return _decimal_comma(value) if comma else f"{value:.2f}"
        return "" if value is None else str(value)

    with path.open("w", encoding="cp1252" if comma else "utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";" if comma else ",")
        writer.writerows([written(value) for value in row] for row in rows)


def _promotions(promos: Sequence[Promo], path: Path) -> None:
    headings = [
        "Code", "Name", "Applies to", "Percent off", "Fixed price", "Currency", "First day", "Last day",
        "Minimum quantity", "Regions", "Stacks",
    ]  # fmt: skip
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Promotions")
    sheet.append(headings)
    for promo in promos:
        row: list[Value] = [
            promo.code,
            promo.name,
            ", ".join(promo.skus),
            f"{(promo.percent * 100).normalize():f}%" if promo.percent is not None else None,
            promo.fixed,
            promo.currency or None,
            promo.first,
            promo.last,
            promo.least if promo.least > 1 else None,
            ", ".join(sorted(promo.regions)) or None,
            "no",
        ]
        sheet.append([_typed(value, promo.currency, as_text=False) for value in row])
    workbook.save(path)


def _yaml(path: Path, content: object) -> None:
    path.write_text(yaml.safe_dump(content, sort_keys=False, allow_unicode=True), encoding="utf-8")


def _library(world: World) -> dict[str, object]:
    deal: dict[str, object] = {"discount": {t: float(rate) for t, rate in world.deal.items()}}
    if world.deal_lists is not None:
        deal["price_lists"] = list(world.deal_lists)
    return {
        "documents": [*_rules(world), {"match": "promotions/**", "kind": "promotions"}],
        "pricing": {"rounding": world.rounding, "registered_deal": deal},
    }


def _rules(world: World) -> Iterator[dict[str, object]]:
    for book in {book.path: book for book in world.books()}.values():
        audience: dict[str, list[str]] = {}
        if book.partner:
            audience["partners"] = [book.partner]
        if book.region and not book.sheet:
            audience["regions"] = [book.region]
        if book.tiers:
            audience["tiers"] = sorted(book.tiers)
        rule: dict[str, object] = {"match": book.path, "kind": "price_list", "audience": audience}
        if book.net:
            rule["prices"] = "net"
        if book.first:
            rule["valid_from"] = book.first
        if book.last:
            rule["valid_until"] = book.last
        yield rule


def _partners(world: World) -> dict[str, object]:
    email = "sam@vendor.example"
    return {
        "partners": [
            {
                "id": member.id,
                "name": member.name,
                "tier": member.tier,
                "region": member.region,
                "currency": member.currency,
                "discount": float(member.discount),
                "manager": email,
            }
            for member in world.members
        ],
        "managers": [{"email": email}],
    }
