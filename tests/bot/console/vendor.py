"""What the scripted bot says, one question for each kind of answer."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from tests.bot.quotes.papers import BASKET

from partnerline.knowledge.model import Answer, Citation, Reason
from partnerline.knowledge.pricing.quote import Quote, QuoteLine

PRICE = "What do 120 AX-400 cost?"
BOILING = "Does the AX-400 survive boiling?"
BASKET_OVER = "What did 120 AX-400 and 250 CL-PRO cost in spring?"
VAGUE = "What does the gateway cost?"
FACT = "Does the AX-200 work outdoors?"

UNSURE = Answer(
    outcome="escalated",
    text="I'm not sure about that, so I've asked a person; the reply comes here.",
    confidence=0.31,
    reason=Reason.LOW_CONFIDENCE,
    found=(
        Citation(
            source="datasheets/ax-400-series.pdf",
            locator="p. 2",
            quote="Operating temperature: -40 °C to 70 °C, IP67, tested to EN 60529 with temporary immersion.",
        ),
        Citation(
            source="support/service-levels.docx",
            locator="## Exclusions",
            quote="Damage by heat above the stated range is not covered by the warranty.",
        ),
    ),
    doubt="The nearest passage gives a temperature range but says nothing of boiling water.",
)

_SHEET = "price-lists/hardware-emea-2026-h2.xlsx"

ANSWERS = {
    PRICE: Answer(
        outcome="answered",
        text="**120 × AX-400 Gateway** cost **37,296.00 EUR**: 310.80 EUR each, list 370.00 EUR.",
        confidence=0.97,
        citations=(
            Citation(source=_SHEET, locator="EMEA!F14", quote="AX-400 | Gateway | 370,00 €"),
        ),
        quote=Quote(
            currency="EUR",
            lines=(
                QuoteLine(
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
                ),
            ),
            total=Decimal("37296.00"),
            price_list=_SHEET,
            valid_from=date(2026, 7, 1),
            valid_until=date(2026, 12, 31),
        ),
    ),
    BASKET_OVER: Answer(
        outcome="answered",
        text="**120,096.00 EUR** in all for 2 items. These prices are over.",
        confidence=0.95,
        citations=(
            Citation(source=_SHEET, locator="EMEA!F14", quote="AX-400 | Gateway | 370,00 €"),
        ),
        quote=replace(BASKET, valid_until=date(2026, 5, 31)),
    ),
    VAGUE: Answer(
        outcome="clarify",
        text="Which gateway do you mean?",
        confidence=0.5,
        reason=Reason.AMBIGUOUS,
        choices=("What does the AX-200 cost?", PRICE),
    ),
    FACT: Answer(
        outcome="answered",
        text="Yes: the housing is **IP67**, and it works from -40 °C to 70 °C.\n\n- mount it upright\n- keep the seal clean",
        confidence=0.88,
        citations=(
            Citation(
                source="datasheets/ax-200-series.pdf",
                locator="p. 1",
                quote="Housing: IP67, UV-stable.",
            ),
        ),
    ),
}
