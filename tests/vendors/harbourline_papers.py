"""Harbourline's exports, pages and slides."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.vendors.amounts import cents, english
from tests.vendors.brennfeld_workbooks import price
from tests.vendors.grid import Column, Grid, Instead, Row, decoy, plain
from tests.vendors.harbourline_items import ADD_ONS, SERVICES, SUPPORT, listed, subscriptions
from tests.vendors.paper import (
    Block,
    write_csv,
    write_docx,
    write_html,
    write_markdown,
    write_pdf,
    write_pptx,
)
from tests.vendors.truth import Truth

SCRIPT = "<script>var from = '$1.00';</script><nav>Products · Pricing from $9.75 · Sign in</nav>"


def write_papers(folder: Path, truth: Truth) -> None:
    """Writes every export, page and deck into the folder and its records into the truth."""
    tiers = _tiers("uk/partner-tiers-2026.csv")
    bands = _bands("us/volume-bands-2026.csv")
    dated = _dated("us/add-ons-2026.csv")
    write_csv(folder / tiers.file, tiers, delimiter=",", encoding="utf-8", quoting=csv.QUOTE_ALL)
    write_csv(folder / bands.file, bands, delimiter="\t", encoding="utf-8")
    write_csv(folder / dated.file, dated, delimiter=",", encoding="utf-8")
    grids = [tiers, bands, dated]
    for write in (_page, _services, _deck, _support, _public_sector):
        grids += write(folder)
    for grid in grids:
        truth.add(grid.records)


def _dollars(_row: Row, amount: Decimal) -> str:
    return f"${english(amount)}"


def _pounds(_row: Row, amount: Decimal) -> str:
    return f"£{english(amount)}"


def _from_pounds(row: Row, amount: Decimal) -> str:
    return f"from {_pounds(row, amount)}" if row.facts else _pounds(row, amount)


def _tiers(file: str) -> Grid:
    def instead(row: Row, column: Column) -> Instead | None:
        asked = row.n % 11 == 8 and column.facts.get("tier") == "premier"
        return Instead(text="Contact us", on_request=True) if asked else None

    shared: dict[str, Any] = {"show": _pounds}
    columns = [
        plain("SKU", lambda row: row.sku),
        plain("Product", lambda row: row.name),
        plain("Billed per", lambda row: f"seat per {row.facts['per']}"),
        price("MSRP", "1", **shared),
        decoy("Registered disc. %", lambda _row: "10%", "discount"),
        price("Registered", "0.9", tier="registered", **shared),
        decoy("Select disc. %", lambda _row: "16.5", "discount"),
        price("Select", "0.835", tier="select", **shared),
        decoy("Premier disc. %", lambda _row: "24", "discount"),
        price("Premier", "0.76", tier="premier", **shared),
        decoy("Our cost", lambda row: f"£{english(cents(row.price / 3))}", "our cost"),
    ]
    rows = [
        replace(row, price=cents(row.price * (1 if row.n % 2 else 70)), facts=_billing(row))
        for row in subscriptions("HLU", "0.81")
    ]
    grid = Grid(file)
    grid.table(1, columns, rows, facts={"currency": "GBP"}, instead=instead)
    return grid


def _billing(row: Row) -> dict[str, Any]:
    return {"per": "month" if row.n % 2 else "year"}


def _bands(file: str) -> Grid:
    columns = [
        plain("Part Number", lambda row: row.sku),
        plain("Description", lambda row: row.name),
        plain("Seats from", lambda row: row.facts["min_quantity"]),
        plain("Seats to", lambda row: row.facts["max_quantity"]),
        plain("Term (months)", lambda row: row.facts["term_months"]),
        price("Price per seat per month (USD)", "1", per="month"),
        decoy("Discount %", lambda row: row.shown["off"], "discount"),
    ]
    grid = Grid(file)
    grid.table(1, columns, _band_rows(), facts={"currency": "USD"})
    return grid


def _band_rows() -> Iterator[Row]:
    bands = [(1, 24, 0), (25, 99, 8), (100, 499, 14), (500, None, 20)]
    for row in list(subscriptions("HLV"))[:15]:
        for low, high, off in bands:
            for term, more in [(12, 0), (36, 6)]:
                left = Decimal(100 - off - more) / 100
                facts = {"min_quantity": low, "max_quantity": high, "term_months": term}
                yield replace(
                    row, price=cents(row.price * left), facts=facts, shown={"off": off + more}
                )


def _dated(file: str) -> Grid:
    columns = [
        plain("Item #", lambda row: row.sku),
        plain("Item name", lambda row: row.name),
        price("Unit price", "1", show=_dollars),
        plain("Currency", lambda _row: "USD"),
        plain("Effective date", lambda row: row.facts["valid_from"].isoformat()),
        plain("Expiration date", lambda row: row.facts["valid_until"].isoformat()),
        plain("Comment", lambda row: row.shown["comment"]),
    ]
    rows = [
        replace(
            row,
            price=cents(row.price * Decimal(times)),
            facts={"valid_from": first, "valid_until": last},
            shown={"comment": comment},
        )
        for row in listed(ADD_ONS)
        for first, last, times, comment in [
            (date(2026, 1, 1), date(2026, 6, 30), "1", ""),
            (date(2026, 7, 1), date(2026, 12, 31), "1.05", "was: 5% less, see H1 row"),
        ]
    ]
    grid = Grid(file)
    grid.table(1, columns, rows, facts={"currency": "USD"})
    return grid


def _page(folder: Path) -> list[Grid]:
    def instead(row: Row, column: Column) -> Instead | None:
        asked = row.n == 5 and column.kind == "price"
        return Instead(text="Contact us", on_request=True) if asked else None

    file = "web/pricing.html"
    plans = Grid(file)
    over = "Price per user (USD)"
    plans.table(
        1,
        [
            plain("SKU", lambda row: row.sku),
            plain("Plan", lambda row: row.name),
            price("per month", "1", over=over, show=_dollars, per="month"),
            price("per year", "10", over=over, show=_dollars, per="year"),
            decoy("You save", lambda row: f"${english(row.price * 2)}", "a saving"),
        ],
        list(subscriptions("HLW"))[:9],
        facts={"currency": "USD"},
        instead=instead,
    )
    more = Grid(file)
    more.table(
        1,
        [
            plain("SKU", lambda row: row.sku),
            plain("Add-on", lambda row: row.name),
            price("Price (USD, one-time)", "1.1", show=_dollars),
        ],
        [replace(row, sku=row.sku.replace("ADD", "WEB")) for row in listed(ADD_ONS)],
        facts={"currency": "USD"},
    )
    blocks: list[Block] = [
        SCRIPT,
        "<h1>Pricing</h1><p>Simple plans. Save up to $120 a year.</p>",
        plans,
        "<h2>Add-ons</h2>",
        more,
        "<h2>How we compare</h2>",
        _compared(file),
        "<footer>© 2026 Harbourline Inc. Late payment fee $35.00.</footer>",
    ]
    write_html(folder / file, "Harbourline pricing", blocks)
    return [plans, more]


def _compared(file: str) -> Grid:
    rows = [
        ("What a team of 10 pays", "Harbourline", "Northgale", "Tidemark"),
        ("CRM, a year", "from $2,160", "$2,640", "$2,990"),
        ("Service desk, a year", "from $1,740", "$1,980", "$2,400"),
        ("Set-up fee", "none", "$499", "$750"),
    ]
    grid = Grid(file)
    for at, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            grid.cells[at, column] = text
    return grid


def _services(folder: Path) -> list[Grid]:
    file = "services/professional-services-2026.md"
    people, packages = Grid(file), Grid(file)
    people.table(
        1,
        [
            plain("Code", lambda row: row.sku),
            plain("Role", lambda row: row.name),
            plain("Unit", lambda _row: "day"),
            price("Day rate (GBP)", "0.8", currency="GBP", show=_pounds),
            price("Day rate (USD)", "1", currency="USD", show=_dollars),
        ],
        list(listed(SERVICES))[:6],
    )

    def instead(row: Row, _column: Column) -> Instead | None:
        asked = row.sku == "HS-2030"
        return Instead(text="on request", on_request=True) if asked else None

    packages.table(
        1,
        [
            plain("Code", lambda row: row.sku),
            plain("Package", lambda row: row.name),
            price("List price (GBP)", "0.8", show=_from_pounds),
            price("Premier (GBP)", "0.68", tier="premier", show=_from_pounds),
            decoy("Delivery cost (GBP)", lambda row: f"£{english(row.price / 2)}", "our cost"),
        ],
        [
            replace(row, facts={"verdict": "either"} if row.sku == "HS-2040" else {})
            for row in list(listed(SERVICES))[6:]
        ],
        facts={"currency": "GBP"},
        instead=instead,
    )
    # "From" an amount may be read as the amount or left for a person.
    blocks: list[Block] = [
        "# Professional services 2026",
        "Rates hold from 1 January 2026. Travel is charged at cost, capped at £250.00 a day.",
        "## People",
        people,
        "## Packages",
        packages,
        "Weekend work costs 50 % more.",
    ]
    write_markdown(folder / file, blocks)
    return [people, packages]


def _deck(folder: Path) -> list[Grid]:
    file = "decks/partner-kickoff-2026.pptx"
    grid = Grid(file)
    shared: dict[str, Any] = {"show": _dollars, "over": "USD per seat per month", "per": "month"}
    columns = [
        plain("SKU", lambda row: row.sku),
        plain("Product", lambda row: row.name),
        price("MSRP", "1", **shared),
        price("Registered", "0.92", tier="registered", **shared),
        price("Select", "0.86", tier="select", **shared),
        price("Premier", "0.79", tier="premier", **shared),
    ]
    rows = list(subscriptions("HLD"))[:12]
    grid.table(1, columns, rows, facts={"currency": "USD"})
    slides: list[tuple[str, Block]] = [
        ("Partner kick-off 2026", "We paid partners $4,300,000.00 in 2025."),
        ("New price list", grid),
        ("What a team of 10 pays", _compared(file)),
        ("Thank you", "Questions? channel@harbourline.example"),
    ]
    write_pptx(folder / file, slides)
    return [grid]


def _support(folder: Path) -> list[Grid]:
    file = "uk/support-plans-2026.docx"
    grid = Grid(file)
    shared: dict[str, Any] = {"over": "Annual price (GBP per year)", "show": _pounds, "per": "year"}
    columns = [
        plain("Part code", lambda row: row.sku),
        plain("Support plan", lambda row: row.name),
        price("MSRP", "1", **shared),
        price("Partner net – Select", "0.85", tier="select", **shared),
        price("Partner net – Premier", "0.8", tier="premier", **shared),
        decoy("Partner margin – Premier", lambda _row: "20%", "margin"),
    ]

    def instead(row: Row, column: Column) -> Instead | None:
        asked = row.sku == "HL-SUP-TAM" and column.facts.get("tier") == "premier"
        return Instead(text="Contact us", on_request=True) if asked else None

    grid.table(1, columns, listed(SUPPORT, "0.83"), facts={"currency": "GBP"}, instead=instead)
    blocks: list[Block] = [
        "Prices in GBP, excluding VAT.",
        grid,
        "An out-of-hours call-out costs £180.00 an hour.",
    ]
    write_docx(folder / file, "Support plans, UK and Ireland", blocks)
    return [grid]


def _public_sector(folder: Path) -> list[Grid]:
    file = "us/public-sector-2026.pdf"
    grid = Grid(file)
    columns = [
        plain("SKU", lambda row: row.sku),
        plain("Product", lambda row: row.name),
        plain("Seats", lambda row: row.shown["band"]),
        price("List (USD / seat / year)", "9", show=_dollars, per="year"),
        price("Premier (USD / seat / year)", "7.2", show=_dollars, per="year", tier="premier"),
    ]
    bands = [("1-99", 1, 99, "1"), ("100-499", 100, 499, "0.9"), ("500+", 500, None, "0.8")]
    rows = [
        replace(
            row,
            price=cents(row.price * Decimal(off)),
            facts={"min_quantity": low, "max_quantity": high},
            shown={"band": band},
        )
        for row in list(subscriptions("HLG"))[:18]
        for band, low, high, off in bands
    ]
    grid.table(1, columns, rows, facts={"currency": "USD"})
    blocks: list[Block] = [
        "For federal, state and local government. Shipping: n/a.",
        grid,
        "Form HL-77, rev. 3",
    ]
    write_pdf(folder / file, "Public sector price list FY2026", blocks)
    return [grid]
