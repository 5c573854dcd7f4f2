"""Brennfeld's workbooks: bands, tiers, regions, hidden costs and withdrawn articles."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.vendors.amounts import cents, french, german, rappen, swiss
from tests.vendors.brennfeld_articles import consumables, devices
from tests.vendors.grid import Column, Grid, Instead, Row, decoy, plain
from tests.vendors.paper import write_xls, write_xlsx
from tests.vendors.truth import Truth

EURO = '#,##0.00\\ "€"'
FRANC = '"CHF"\\ #,##0.00'


def price(head: str, factor: str, **more: Any) -> Column:
    """A column of prices: the list's basic price times `factor`; what the model doesn't know are facts."""
    kept = {key: more.pop(key) for key in ("show", "over", "style") if key in more}
    return Column(
        head=head,
        kind="price",
        cell=lambda row: cents(row.price * Decimal(factor)),
        facts=more,
        **kept,
    )


def write_workbooks(folder: Path, truth: Truth) -> None:
    """Writes every workbook into the folder and its records into the truth."""
    for name, sheets in [
        ("preislisten/verbrauch-dach-2026.xlsx", _consumables_dach),
        ("preislisten/geraete-partner-2026.xlsx", _devices),
        ("tarifs/tarif-france-2026.xlsx", _france),
        ("listini/listino-italia-2026.xlsx", _italy),
        ("preislisten/export-2026.xlsx", _export),
        ("preislisten/schweiz-2026.xls", _switzerland),
    ]:
        grids = list(sheets(name))
        (write_xls if name.endswith(".xls") else write_xlsx)(folder / name, grids)
        for grid in grids:
            truth.add(grid.records)


def _consumables_dach(file: str) -> Iterator[Grid]:
    cover = Grid(file, "Deckblatt")
    cover.note(2, "Brennfeld Medizintechnik GmbH")
    cover.note(3, "Preisliste Verbrauchsmaterial 2026")
    cover.note(5, "Mindestbestellwert: 150,00 €, Versandpauschale 9,80 €")
    cover.note(6, "Bestellungen: Tel. +49 7021 55 00 40")
    yield cover
    yield _banded(Grid(file, "DE (EUR)"), "EUR", "DE", "1")
    yield _banded(Grid(file, "CH (CHF)"), "CHF", "CH", "1.12")


def _banded(grid: Grid, currency: str, region: str, factor: str) -> Grid:
    style = EURO if currency == "EUR" else FRANC

    def typed(row: Row, amount: Decimal) -> object:
        if row.n % 4 != 2:
            return amount
        return f"{german(amount)} €" if currency == "EUR" else f"CHF {swiss(amount)}"

    def instead(row: Row, column: Column) -> Instead | None:
        if row.n % 17 == 9:
            return Instead(text="entfällt")
        if row.n % 13 == 5 and column.head == "ab 50":
            return Instead(text="auf Anfrage", on_request=True)
        return None

    over = f"Staffelpreise je VPE in {currency}"
    shared: dict[str, Any] = {"over": over, "show": typed, "style": style}
    columns = [
        plain("Art.-Nr.", lambda row: int(row.sku)),
        plain("Bezeichnung", lambda row: row.name + (" *" if row.n % 11 == 3 else "")),
        plain("VPE\n(Stück)", lambda row: row.facts["pack_size"]),
        decoy(
            "EK netto", lambda row: cents(row.price / 2), "hidden cost", hidden=True, style=style
        ),
        price("ab 1", "1", min_quantity=1, max_quantity=9, **shared),
        price("ab 10", "0.94", min_quantity=10, max_quantity=49, **shared),
        price("ab 50", "0.88", min_quantity=50, **shared),
        plain("Hinweis", _remark),
    ]
    grid.note(1, "Brennfeld Medizintechnik – Preisliste Verbrauchsmaterial", column=2, wide=8)
    grid.note(
        2,
        f"gültig vom 01.01.2026 bis 31.12.2026, alle Preise in {currency} zzgl. MwSt.",
        column=2,
        wide=8,
    )
    grid.note(3, "Staffelmengen in VPE. Lieferung frei Haus ab 250,00 Warenwert.", column=2, wide=8)
    rows = [replace(row, hidden=row.n % 10 == 7) for row in consumables("de", factor)]
    end = grid.table(
        5,
        columns,
        rows,
        left=2,
        families=True,
        facts={"currency": currency, "region": region},
        instead=instead,
    )
    grid.note(end + 1, "* Auslaufartikel, Lieferung solange Vorrat reicht.", column=2)
    grid.note(end + 2, "Irrtum und Preisänderung vorbehalten. Stand 12/2025.", column=2)
    return grid


def _remark(row: Row) -> str:
    if row.n % 17 == 9:
        return f"entfällt, Nachfolger: {int(row.sku) + 10}"
    return "Auslaufartikel" if row.n % 11 == 3 else ""


def _devices(file: str) -> Iterator[Grid]:
    grid = Grid(file, "Geräte")
    grid.note(1, "Händlerpreise Laborgeräte 2026 – vertraulich", wide=8)
    grid.note(2, "Preise in EUR je Stück, netto ab Werk", wide=8)
    end = grid.table(4, _tier_columns("Artikel-Nr.", "Gerät"), devices(), facts={"currency": "EUR"})
    grid.note(end + 1, "Zubehör", wide=8)
    spare = [
        replace(
            row,
            sku=f"{row.sku}-Z",
            name=f"Zubehörset {row.name}",
            price=cents(row.price / 9),
            facts={"verdict": "either"} if row.n == 11 else {},  # typed as "about"
        )
        for row in devices()
    ]
    sku, name, *rest = _tier_columns("Best.-Nr.", "Zubehör")
    end = grid.table(end + 2, [name, sku, *rest], spare, facts={"currency": "EUR"})
    grid.note(end + 1, "Beispiel: 2 × Tischzentrifuge Z 200 Fachhandel = 4.216,00 €")
    yield grid
    costs = Grid(file, "Kalkulation", state="hidden")
    costs.table(
        1,
        [
            plain("Artikel-Nr.", lambda row: int(row.sku)),
            plain("Gerät", lambda row: row.name),
            decoy(
                "Herstellkosten EUR", lambda row: cents(row.price * Decimal("0.4")), "hidden sheet"
            ),
            decoy("Zielpreis EUR", lambda row: cents(row.price * Decimal("0.7")), "hidden sheet"),
        ],
        devices(),
    )
    yield costs


def _tier_columns(number: str, name: str) -> list[Column]:
    def typed(row: Row, amount: Decimal) -> object:
        if row.facts:
            return f"ca. {german(amount)} €"
        return f"{german(amount)} €" if row.n % 3 == 1 else amount

    shared: dict[str, Any] = {"show": typed, "style": EURO}
    return [
        plain(number, lambda row: row.sku if "-" in row.sku else int(row.sku)),
        plain(name, lambda row: row.name),
        price("UVP\n(EUR)", "1", **shared),
        price("Fachhandel\nnetto EUR", "0.85", tier="fachhandel", **shared),
        price("Stützpunkt\nnetto EUR", "0.80", tier="stützpunkt", **shared),
        decoy(
            "Marge Stützpunkt EUR",
            lambda row: cents(row.price * Decimal("0.2")),
            "margin",
            style=EURO,
        ),
        price("Premium\nnetto EUR", "0.74", tier="premium", **shared),
        decoy("Rabatt Premium", lambda _row: Decimal("0.26"), "discount", style="0 %"),
    ]


def _france(file: str) -> Iterator[Grid]:
    def typed(row: Row, amount: Decimal) -> object:
        return amount if row.n % 3 else f"{french(amount)} €"

    def instead(row: Row, column: Column) -> Instead | None:
        if row.n % 12 == 4 and column.kind == "price":
            return Instead(text="sur demande", on_request=True)
        return Instead(text="—") if row.n % 19 == 8 else None

    old = decoy(
        "Prix 2025 HT (€)",
        lambda row: cents(row.price * Decimal("0.97")),
        "last year's",
        style=EURO,
    )
    columns = [
        plain("Réf.", lambda row: row.sku),
        plain("Désignation", lambda row: row.name),
        plain("Cond. (unités)", lambda row: row.facts["pack_size"]),
        plain("Qté minimum", lambda row: row.facts["min_quantity"]),
        old,
        price("Prix public HT (€)", "1", show=typed, style=EURO),
        price("Prix Premium HT (€)", "0.76", tier="premium", show=typed, style=EURO),
        decoy("Remise Premium", lambda _row: Decimal("0.24"), "discount", style="0 %"),
        plain("Remarques", lambda row: "fin de série" if row.n % 11 == 3 else ""),
    ]
    grid = Grid(file, "Tarif FR")
    grid.note(1, "Brennfeld France SAS — Tarif revendeurs 2026", wide=9)
    grid.note(
        2, "Prix hors taxes par conditionnement, valables du 01/01/2026 au 31/12/2026", wide=9
    )
    rows = [
        replace(row, facts={**row.facts, "min_quantity": (1, 2, 5)[row.n % 3]})
        for row in consumables("fr", "1.03")
    ]
    end = grid.table(4, columns, rows, families=True, facts={"currency": "EUR"}, instead=instead)
    grid.note(end + 1, "Frais de port : 15,00 € par commande inférieure à 300,00 € HT.")
    yield grid


def _italy(file: str) -> Iterator[Grid]:
    def typed(row: Row, amount: Decimal) -> object:
        return amount if row.n % 5 else f"€ {german(amount)}"

    def instead(row: Row, column: Column) -> Instead | None:
        on_request = row.n % 14 == 6 and column.head == "da 50"
        return Instead(text="su richiesta", on_request=True) if on_request else None

    shared: dict[str, Any] = {"over": "Prezzo di listino per confezione (€)", "show": typed}
    head = [
        plain("Codice", lambda row: row.sku),
        plain("Descrizione", lambda row: row.name),
        plain("Pezzi per confezione", lambda row: row.facts["pack_size"]),
    ]
    columns = [
        *head,
        price("da 1 a 9", "1", min_quantity=1, max_quantity=9, style=EURO, **shared),
        price("da 10 a 49", "0.95", min_quantity=10, max_quantity=49, style=EURO, **shared),
        price("da 50", "0.9", min_quantity=50, style=EURO, **shared),
    ]
    grid = Grid(file, "Listino 2026")
    grid.note(2, "Brennfeld Italia S.r.l. – Listino prezzi 2026", column=3, wide=6)
    rows = list(consumables("it", "1.02"))
    facts = {"currency": "EUR"}
    end = grid.table(4, columns, rows[:24], left=3, facts=facts, instead=instead)
    grid.note(end + 2, "Disinfezione e test rapidi (prezzo unico)", column=3, wide=6)
    single = [*head, price("Prezzo di listino", "1", show=lambda _row, a: f"{german(a)} €")]
    end = grid.table(end + 3, single, rows[30:], left=3, facts=facts)
    grid.note(end + 1, "Prezzi IVA esclusa. Spese di trasporto € 12,50.", column=3)
    yield grid


def _export(file: str) -> Iterator[Grid]:
    grid = Grid(file, "Export 2026")
    columns = [
        plain("Land", lambda row: row.facts["region"]),
        plain("Artikelnummer", lambda row: row.sku),
        plain("Artikelbezeichnung", lambda row: row.name),
        plain("VPE", lambda row: row.facts["pack_size"]),
        plain("Menge ab", lambda row: row.facts["min_quantity"]),
        plain("Menge bis", lambda row: row.facts["max_quantity"]),
        plain("Währung", lambda row: row.facts["currency"]),
        Column(head="Nettopreis", kind="price", cell=lambda row: row.price, style="#,##0.00"),
        plain("gültig ab", lambda row: row.facts["valid_from"]),
        plain("gültig bis", lambda row: row.facts["valid_until"]),
    ]
    grid.table(1, columns, _export_rows())
    yield grid


def _export_rows() -> Iterator[Row]:
    for region, currency, factor in [
        ("DE", "EUR", "1"),
        ("AT", "EUR", "1.04"),
        ("CH", "CHF", "1.15"),
    ]:
        for row in list(consumables("de", factor))[:25]:
            for low, high, off in [(1, 19, "1"), (20, None, "0.9")]:
                facts = {
                    **row.facts,
                    "region": region,
                    "currency": currency,
                    "min_quantity": low,
                    "max_quantity": high,
                    "valid_from": date(2026, 1, 1) if row.n % 2 else date(2026, 4, 1),
                    "valid_until": date(2026, 12, 31),
                }
                yield replace(row, price=cents(row.price * Decimal(off)), facts=facts)


def _switzerland(file: str) -> Iterator[Grid]:
    def typed(row: Row, amount: Decimal) -> object:
        return f"CHF {swiss(amount)}" if row.n % 4 == 1 else float(amount)

    def instead(row: Row, _column: Column) -> Instead | None:
        if row.n % 15 == 7:
            return Instead(text="auf Anfrage / sur demande", on_request=True)
        return None

    over = "Preis CHF / Prix CHF"
    shared: dict[str, Any] = {"show": typed, "over": over, "style": "#,##0.00"}
    columns = [
        plain("Art.-Nr. / Réf.", lambda row: float(row.sku)),
        plain("Bezeichnung / Désignation", lambda row: row.name),
        plain("VPE / UE", lambda row: float(row.facts["pack_size"])),
        decoy("EP CHF", lambda row: float(rappen(row.price / 2)), "hidden cost", hidden=True),
        price("Listenpreis", "1", **shared),
        price("Fachhandel", "0.85", tier="fachhandel", **shared),
        price("Stützpunkt", "0.80", tier="stützpunkt", **shared),
        price("Premium", "0.74", tier="premium", **shared),
    ]
    grid = Grid(file, "Preise CH")
    grid.note(1, "Brennfeld Schweiz AG – Preisliste / Liste de prix 2026", wide=8)
    grid.note(2, "exkl. MwSt., je VPE / hors TVA, par unité d'emballage", wide=8)
    rows = [
        replace(row, price=rappen(row.price), hidden=row.n % 16 == 3)
        for row in consumables("de", "1.15")
    ]
    grid.table(4, columns, rows, families=True, facts={"currency": "CHF"}, instead=instead)
    yield grid
