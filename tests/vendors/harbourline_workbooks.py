"""Harbourline's workbooks: months and years, terms, tiers, and figures that aren't prices."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.vendors.amounts import cents, english
from tests.vendors.brennfeld_workbooks import price
from tests.vendors.grid import Column, Grid, Instead, Row, decoy, plain
from tests.vendors.harbourline_items import LICENCES, listed, subscriptions
from tests.vendors.paper import write_xls, write_xlsx
from tests.vendors.truth import Truth

DOLLAR = '"$"#,##0.00'
POUND = '"£"#,##0.00'
PERCENT = "0%"


def write_workbooks(folder: Path, truth: Truth) -> None:
    """Writes every workbook into the folder and its records into the truth."""
    for name, sheets in [
        ("us/subscriptions-2026.xlsx", _subscriptions),
        ("us/term-pricing-2026.xlsx", _terms),
        ("us/margin-view-2026.xlsx", _margins),
        ("us/perpetual-licences-2026.xls", _licences),
    ]:
        grids = list(sheets(name))
        (write_xls if name.endswith(".xls") else write_xlsx)(folder / name, grids)
        for grid in grids:
            truth.add(grid.records)


def _part_and_product() -> list[Column]:
    return [plain("SKU", lambda row: row.sku), plain("Product", lambda row: row.name)]


def _off(factor: str) -> Any:
    return lambda row: cents(row.price * Decimal(factor))


def _subscriptions(file: str) -> Iterator[Grid]:
    for name, region, currency, sign, factor in [
        ("US - USD", "US", "USD", "$", "1"),
        ("UK - GBP", "UK", "GBP", "£", "0.82"),
    ]:
        yield _monthly_and_yearly(Grid(file, name), region, currency, sign, factor)
    about = Grid(file, "Read me")
    about.note(1, "How to read this price book")
    about.note(2, "Prices are per seat. Example: 25 seats of CRM Essentials = $450.00 a month.")
    about.note(3, "Minimum order value: $500.00")
    yield about


def _monthly_and_yearly(grid: Grid, region: str, currency: str, sign: str, factor: str) -> Grid:
    def typed(row: Row, amount: Decimal) -> object:
        return f"{sign}{english(amount)}" if row.n % 4 == 3 else amount

    def instead(row: Row, column: Column) -> Instead | None:
        if row.n % 12 == 11:
            return Instead(text="Contact us", on_request=True)
        return (
            Instead(text="n/a") if row.n % 7 == 3 and column.facts.get("per") == "month" else None
        )

    shared: dict[str, Any] = {"show": typed, "style": DOLLAR if sign == "$" else POUND}
    columns = [
        *_part_and_product(),
        decoy(f"COGS ({currency})", _off("0.31"), "hidden cost", hidden=True),
        price(f"List price per seat per month ({currency})", "1", per="month", **shared),
        price(f"List price per seat per year ({currency})", "10.2", per="year", **shared),
        decoy("Annual saving", _off("1.8"), "a saving", style=shared["style"]),
        decoy("Annual discount", lambda _row: Decimal("0.15"), "discount", style=PERCENT),
        plain("Notes", lambda row: "Minimum 10 seats recommended" if row.n % 3 == 2 else ""),
    ]
    grid.note(1, "HARBOURLINE SUBSCRIPTION PRICE BOOK", wide=8)
    grid.note(2, f"Effective January 1, 2026. All prices in {currency}, excluding tax.", wide=8)
    facts = {"currency": currency, "region": region}
    rows = [replace(row, hidden=row.n % 10 == 9) for row in subscriptions("HL", factor)]
    end = grid.table(4, columns, rows, families=True, facts=facts, instead=instead)
    grid.note(
        end + 1, "Prices are subject to change. Contact your channel manager for 1,000+ seats."
    )
    return grid


def _terms(file: str) -> Iterator[Grid]:
    def instead(row: Row, column: Column) -> Instead | None:
        na = row.n % 9 == 4 and column.head == "36 months"
        return Instead(text="N/A") if na else None

    tiers = [
        ("MSRP per user per month (USD)", None, "1"),
        ("Select net per user per month (USD)", "select", "0.85"),
        ("Premier net per user per month (USD)", "premier", "0.78"),
    ]
    columns = _part_and_product()
    for over, tier, factor in tiers:
        for term, off in [(12, "1"), (24, "0.95"), (36, "0.9")]:
            facts: dict[str, Any] = {"term_months": term, "per": "month", "style": DOLLAR}
            facts |= {"tier": tier} if tier else {}
            factored = str(Decimal(factor) * Decimal(off))
            columns.append(price(f"{term} months", factored, over=over, **facts))
    columns.append(
        decoy("Gross margin Premier", lambda _row: Decimal("0.22"), "margin", style=PERCENT)
    )
    monthly = Grid(file, "Monthly by term")
    monthly.note(1, "Committed-term pricing FY2026", wide=6)
    monthly.table(3, columns, subscriptions("HLT"), facts={"currency": "USD"}, instead=instead)
    yield monthly
    prepaid = Grid(file, "Prepaid")
    prepaid.note(1, "Prepaid: total price per user for the full term, USD", wide=5)
    over = "Total per user for the full term (USD)"
    totals = [
        price(f"{term} months", str(term * Decimal(off)), over=over, term_months=term, per="term")
        for term, off in [(12, "0.92"), (24, "0.88"), (36, "0.82")]
    ]
    prepaid.table(
        3, [*_part_and_product(), *totals], subscriptions("HLP"), facts={"currency": "USD"}
    )
    yield prepaid
    costs = Grid(file, "Cost model")
    costs.note(1, "Internal: what a user costs us per month. Not for distribution.")
    why = "our cost"
    costs.table(
        3,
        [
            *_part_and_product(),
            decoy("Hosting cost", _off("0.12"), why),
            decoy("Support cost", _off("0.09"), why),
            decoy("Total cost", _off("0.21"), why),
        ],
        subscriptions("HLT"),
    )
    yield costs


def _margins(file: str) -> Iterator[Grid]:
    grid = Grid(file, "Partner view")
    columns = [
        plain("Part No.", lambda row: row.sku),
        plain("Description", lambda row: row.name),
        plain("Currency", lambda row: row.facts["currency"]),
        plain("Billing", lambda row: f"per seat per {row.facts['per']}"),
        decoy("Our cost", _off("0.3"), "our cost", style="#,##0.00"),
        price("MSRP", "1", style="#,##0.00"),
        decoy("Competitor street price", _off("1.09"), "a competitor's", style="#,##0.00"),
        price("Select partner net", "0.84", tier="select", style="#,##0.00"),
        decoy("Select margin", _off("0.16"), "margin", style="#,##0.00"),
        decoy("Select disc. %", lambda _row: Decimal("0.16"), "discount", style=PERCENT),
        price("Premier partner net", "0.77", tier="premier", style="#,##0.00"),
        decoy("Premier disc. %", lambda _row: Decimal("0.23"), "discount", style=PERCENT),
        plain("Effective from", lambda row: row.facts["valid_from"]),
        plain("Effective until", lambda row: row.facts["valid_until"]),
    ]
    grid.note(1, "Partner margin view: distributor eyes only", column=2, wide=10)
    end = grid.table(3, columns, _margin_rows(), left=2)
    grid.note(end, "Average", column=3)
    for column in (6, 7, 8, 9):
        grid.cells[end, column] = Decimal("44.40") + column
    yield grid


def _margin_rows() -> Iterator[Row]:
    for row in subscriptions("HLM"):
        for currency, factor in [("USD", "1"), ("GBP", "0.8")]:
            facts = {
                "currency": currency,
                "per": "year" if row.n % 2 else "month",
                "valid_from": date(2026, 2, 1) if row.n % 3 else date(2026, 7, 15),
                "valid_until": date(2026, 12, 31),
            }
            times = Decimal(factor) * (11 if row.n % 2 else 1)
            yield replace(row, price=cents(row.price * times), facts=facts)


def _licences(file: str) -> Iterator[Grid]:
    def number(_row: Row, amount: Decimal) -> object:
        return float(amount)

    def instead(row: Row, _column: Column) -> Instead | None:
        return Instead(text="Call for pricing", on_request=True) if row.sku == "41040" else None

    columns = [
        plain("Item", lambda row: float(row.sku)),
        plain("Item description", lambda row: row.name),
        price("License price (one-time), USD", "1", show=number, style=DOLLAR),
        price(
            "Maintenance per year, USD",
            "0.2",
            show=number,
            style=DOLLAR,
            per="year",
            verdict="either",
        ),  # another thing than the licence
        decoy(
            "Last year's license price",
            lambda row: float(cents(row.price * Decimal("0.96"))),
            "last year's",
        ),
        plain("Status", lambda row: "End of sale 12/31/2026" if row.n % 4 == 3 else "Active"),
    ]
    grid = Grid(file, "Perpetual")
    grid.note(1, "Perpetual licenses, FY2026, USD", wide=6)
    grid.table(3, columns, listed(LICENCES), facts={"currency": "USD"}, instead=instead)
    yield grid
