"""Brennfeld's exports and papers: separated values in old encodings, a Word table, a PDF."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.vendors.amounts import cents, decimal_comma, german, swiss
from tests.vendors.brennfeld_articles import consumables, parts
from tests.vendors.brennfeld_workbooks import price
from tests.vendors.grid import Column, Grid, Instead, Row, decoy, plain
from tests.vendors.paper import write_csv, write_docx, write_pdf
from tests.vendors.truth import Truth

SERVICES = [
    ("W-Z-B", "Wartungsvertrag Basis Zentrifugen", "21.90"),
    ("W-Z-P", "Wartungsvertrag Plus Zentrifugen", "38.50"),
    ("W-A-B", "Wartungsvertrag Basis Autoklaven", "44.00"),
    ("W-A-P", "Wartungsvertrag Plus Autoklaven", "109.40"),
    ("W-M-B", "Wartungsvertrag Basis Mikroskope", "17.25"),
    ("W-L-K", "Kalibriervertrag Laborwaagen", "12.80"),
]


def write_papers(folder: Path, truth: Truth) -> None:
    """Writes every export and paper into the folder and its records into the truth."""
    spain = _spain("tarifas/tarifa-iberia-2026.csv")
    laboratory = _laboratory("preislisten/labor-staffel-2026.csv")
    spare = _spare_parts("preislisten/ersatzteile-2026.csv")
    write_csv(folder / spain.file, spain, delimiter=";", encoding="cp1252")
    write_csv(folder / laboratory.file, laboratory, delimiter=";", encoding="cp1252")
    write_csv(folder / spare.file, spare, delimiter="\t", encoding="utf-8-sig")
    service = _service("service/wartung-2026.docx")
    write_docx(
        folder / service.file,
        "Wartungsverträge 2026",
        [
            "Alle Preise in EUR zzgl. MwSt. Die Anfahrt wird mit 89,00 € berechnet.",
            service,
            "Ein Vertrag verlängert sich nicht von selbst.",
        ],
    )
    tests = _diagnostics("preislisten/diagnostik-2026.pdf")
    write_pdf(
        folder / tests.file,
        "Preisliste Diagnostik und Verbrauch 2026",
        [
            "Preise in EUR je VPE. Mindermengenzuschlag unter 100,00 €: 8,50 €.",
            tests,
            "Stand: 12/2025",
        ],
    )
    for grid in (spain, laboratory, spare, service, tests):
        truth.add(grid.records)


def _spain(file: str) -> Grid:
    def instead(row: Row, column: Column) -> Instead | None:
        on_request = row.n % 16 == 10 and column.head == "PVP"
        return Instead(text="a consultar", on_request=True) if on_request else None

    def typed(_row: Row, amount: Decimal) -> object:
        return german(amount)

    columns = [
        plain("Referencia", lambda row: row.sku),
        plain("Descripción", lambda row: row.name),
        plain("Unidades por caja", lambda row: row.facts["pack_size"]),
        plain("Cantidad mínima", lambda row: row.facts["min_quantity"]),
        price("PVP", "1", show=typed),
        price("Precio Premium", "0.75", tier="premium", show=typed),
        decoy("Descuento", lambda _row: "25 %", "discount"),
        plain("Moneda", lambda _row: "EUR"),
        plain("Válido desde", lambda row: f"{row.facts['valid_from']:%d/%m/%Y}"),
        plain("Válido hasta", lambda row: f"{row.facts['valid_until']:%d/%m/%Y}"),
    ]
    rows = [replace(row, facts={**row.facts, **_spanish(row)}) for row in consumables("es", "0.99")]
    grid = Grid(file)
    grid.table(1, columns, rows, facts={"currency": "EUR"}, instead=instead)
    return grid


def _spanish(row: Row) -> dict[str, Any]:
    return {
        "min_quantity": 3 if row.n % 4 == 0 else 1,
        "valid_from": date(2026, 1, 15),
        "valid_until": date(2026, 6, 30) if row.n % 5 == 0 else date(2026, 12, 31),
    }


def _laboratory(file: str) -> Grid:
    columns = [
        plain("Artikelnummer", lambda row: row.sku),
        plain("Bezeichnung", lambda row: row.name),
        plain("VPE", lambda row: f"{row.facts['pack_size']} St."),
        plain("Menge von", lambda row: row.facts["min_quantity"]),
        plain("Menge bis", lambda row: row.facts["max_quantity"] or "und mehr"),
        price("Preis EUR", "1", show=lambda _row, amount: decimal_comma(amount)),
        decoy("Preis Vorjahr EUR", lambda row: decimal_comma(row.price - 1), "last year's"),
    ]
    grid = Grid(file)
    grid.note(1, "Brennfeld Medizintechnik GmbH")
    grid.note(2, "Staffelpreise Labor, gültig ab 01.01.2026 für Größenklassen A–C")
    rows = [
        replace(
            row,
            price=cents(row.price * Decimal(off)),
            facts={**row.facts, "min_quantity": low, "max_quantity": high},
        )
        for row in list(consumables("de", "0.98"))[14:]
        for low, high, off in [(1, 4, "1"), (5, 24, "0.93"), (25, None, "0.86")]
    ]
    grid.table(4, columns, rows, facts={"currency": "EUR"})
    return grid


def _spare_parts(file: str) -> Grid:
    columns = [
        plain("Teile-Nr.", lambda row: row.sku),
        plain("Benennung", lambda row: row.name),
        plain("passt zu", lambda row: row.shown["model"]),
        price("Preis €", "1", currency="EUR", show=lambda _row, amount: german(amount)),
        price("Preis CHF", "1.15", currency="CHF", show=lambda _row, amount: swiss(amount)),
        plain("Lieferzeit (Tage)", lambda row: 2 + row.n % 9),
    ]
    grid = Grid(file)
    grid.table(1, columns, parts())
    return grid


def _service(file: str) -> Grid:
    def instead(row: Row, _column: Column) -> Instead | None:
        asked = row.sku == "W-M-B" and row.facts["term_months"] == 36
        return Instead(text="auf Anfrage", on_request=True) if asked else None

    shared: dict[str, Any] = {
        "over": "Preis je Gerät (EUR)",
        "show": lambda _row, amount: f"{german(amount)} €",
    }
    columns = [
        plain("Nr.", lambda row: row.sku),
        plain("Leistung", lambda row: row.name),
        plain("Laufzeit (Monate)", lambda row: row.facts["term_months"]),
        price("pro Monat", "1", per="month", **shared),
        price("pro Jahr", "12", per="year", **shared),
    ]
    grid = Grid(file)
    grid.table(1, columns, _contracts(), facts={"currency": "EUR"}, instead=instead)
    return grid


def _contracts() -> Iterator[Row]:
    for n, (sku, name, amount) in enumerate(SERVICES):
        for term, off in [(12, "1"), (36, "0.9")]:
            yield Row(
                n=n,
                sku=sku,
                name=name,
                price=cents(Decimal(amount) * Decimal(off)),
                facts={"term_months": term},
            )


def _diagnostics(file: str) -> Grid:
    def instead(row: Row, _column: Column) -> Instead | None:
        return Instead(text="–") if row.n % 21 == 12 else None

    shared: dict[str, Any] = {"show": lambda _row, amount: german(amount)}
    columns = [
        plain("Art.-Nr.", lambda row: row.sku),
        plain("Bezeichnung", lambda row: row.name),
        plain("VPE", lambda row: row.facts["pack_size"]),
        price("UVP EUR", "1", **shared),
        price("Stützpunkt EUR", "0.81", tier="stützpunkt", **shared),
        price("Premium EUR", "0.75", tier="premium", **shared),
    ]
    grid = Grid(file)
    # No article number is in this list twice; the second half are the sterile variants.
    rows = [
        replace(row, n=row.n + 50 * at, sku=f"{row.sku}{mark}", name=row.name + more)
        for at, (mark, more) in enumerate([("", ""), ("-S", " steril verpackt")])
        for row in consumables("de", "1.01")
    ]
    grid.table(1, columns, rows[:66], facts={"currency": "EUR"}, instead=instead)
    return grid
