"""Quotes made by hand: one line, a basket with a recurring part, two that don't add up, and one as long as can be."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from partnerline.bot.quotes.paper import Paper
from partnerline.knowledge.model import Answer, Citation, Question
from partnerline.knowledge.partners import Partner
from partnerline.knowledge.pricing.quote import Quote, QuoteLine, Subtotal

HARDWARE = "price-lists/hardware-emea-2026-h2.xlsx"
CLOUD = "price-lists/cloud-emea-2026.csv"

GATEWAY = QuoteLine(
    sku="AX-400",
    name="AX-400 Gateway",
    quantity=120,
    unit="pcs",
    list_price=Decimal("370.00"),
    unit_price=Decimal("310.80"),
    amount=Decimal("37296.00"),
    term_months=None,
    applied=("volume band 100+", "gold 16%"),
    cell="EMEA!F14",
    row="SKU: AX-400 | Description: Gateway | From 100: 370,00 €",
    price_list=HARDWARE,
    valid_from=date(2026, 7, 1),
    valid_until=date(2026, 12, 31),
)
SEAT = QuoteLine(
    sku="CL-PRO",
    name="Cloud Pro",
    quantity=250,
    unit="seat per month",
    list_price=Decimal("11.50"),
    unit_price=Decimal("9.20"),
    amount=Decimal("82800.00"),
    term_months=36,
    applied=("gold 20%", "promotion COLD27: 12% off"),
    cell="B7",
    row="CL-PRO;Cloud Pro;seat;11,50",
    price_list=CLOUD,
    per="month",
    valid_until=date(2026, 11, 30),
)
ONE = Quote(
    currency="EUR",
    lines=(GATEWAY,),
    total=Decimal("37296.00"),
    price_list=HARDWARE,
    valid_from=date(2026, 7, 1),
    valid_until=date(2026, 12, 31),
)
BASKET = Quote(
    currency="EUR",
    lines=(GATEWAY, SEAT),
    total=Decimal("120096.00"),
    price_list=f"{HARDWARE}, {CLOUD}",
    valid_from=date(2026, 7, 1),
    valid_until=date(2026, 11, 30),
    subtotals=(
        Subtotal(kind="one-off", amount=Decimal("37296.00")),
        Subtotal(
            kind="recurring",
            amount=Decimal("82800.00"),
            term_months=36,
            a_month=Decimal("2300.00"),
        ),
    ),
    as_of=date(2026, 11, 23),
)
DOLLARS = replace(ONE, currency="USD", as_of=date(2026, 11, 23))

CITED = Citation(source=HARDWARE, locator="EMEA!F14", quote="AX-400 | Gateway | 370,00 €")
PROMOTED = Citation(
    source="promotions/2026.docx", locator="table 1, row 4", quote="COLD27 | Cold start | 12 %"
)
ACME = Partner(id="acme", name="Acme Resellers", tier="gold", region="EMEA", currency="EUR")
QUESTION = Question(
    text="price for 120 AX-400 and 250 CL-PRO", as_of=date(2026, 11, 23), partner=ACME
)
ANSWER = Answer(
    outcome="answered",
    text="**120,096.00 EUR** for 2 products.",
    confidence=0.97,
    citations=(CITED, PROMOTED),
    quote=BASKET,
)


def paper(*quotes: Quote, **changes: Any) -> Paper:
    made = Paper(
        vendor="Tarnwick Instruments",
        partner="Acme Resellers",
        asked_on=date(2026, 11, 23),
        issued_on=date(2026, 11, 23),
        quotes=quotes or (BASKET,),
        citations=(CITED, PROMOTED),
    )
    return replace(made, **changes)


def long_quote(lines: int = 120) -> Quote:
    many = tuple(
        replace(GATEWAY, sku=f"AX-{number:04}", name=f"Łódź “Žluťoučký” ×{number} – gateway €")
        for number in range(lines)
    )
    return replace(BASKET, lines=many, total=Decimal(37296) * lines, subtotals=())
