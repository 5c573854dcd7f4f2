"""Cases, answers and quotes to try the evals on."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from partnerline.evals.model import Case, CaseResult, Expectation, Trial
from partnerline.evals.runner import Runner
from partnerline.knowledge.model import Answer, Citation, Question
from partnerline.knowledge.partners import Directory, Partner
from partnerline.knowledge.pricing.quote import Quote, QuoteLine

DAY = date(2026, 11, 23)
ACME = Partner(id="acme", name="Acme Resellers", tier="gold")
DIRECTORY = Directory(partners=(ACME,))
CITED = Citation(source="datasheets/ax-200.pdf", locator="p. 3", quote="Runs from 9 to 36 V DC.")


def expectation(**given: Any) -> Expectation:
    return Expectation(**{"outcomes": ("answered",), **given})


def case(name: str = "one", **given: Any) -> Case:
    wanted = {
        "kind": "fact",
        "split": "held_out",
        "question": "What does the AX-200 run on?",
        "expected": expectation(),
        "partner": "acme",
        "as_of": DAY,
    }
    return Case(id=name, **{**wanted, **given})


def answer(**given: Any) -> Answer:
    right = {
        "outcome": "answered",
        "text": "It runs from 9 to 36 V DC.",
        "confidence": 0.9,
        "citations": (CITED,),
    }
    return Answer(**{**right, **given})


def escalation(**given: Any) -> Answer:
    wanted = {"outcome": "escalated", "text": "I've asked.", "confidence": 0.2, "citations": ()}
    return answer(**{**wanted, **given})


def quote(unit_price: str = "812.00", quantity: int = 100, **given: Any) -> Quote:
    price = Decimal(unit_price)
    line = QuoteLine(
        sku="AX-200",
        name="AX-200 gateway",
        quantity=quantity,
        unit="piece",
        list_price=Decimal("1015.00"),
        unit_price=price,
        amount=price * quantity,
        term_months=None,
        applied=("volume band 100+", "gold 20%"),
        cell="EMEA!D14",
        row="AX-200 | AX-200 gateway | 1015.00",
    )
    whole = {
        "currency": "EUR",
        "lines": (line,),
        "total": price * quantity,
        "price_list": "price-lists/hardware-emea.xlsx",
        "valid_from": date(2026, 7, 1),
        "valid_until": date(2026, 12, 31),
    }
    return Quote(**{**whole, **given})


def priced(unit_price: str = "812.00", **given: Any) -> Answer:
    priced_at = quote(unit_price)
    text = f"100 AX-200 cost EUR {priced_at.total:,}, EUR {unit_price} each."
    return answer(**{"text": text, "quote": priced_at, **given})


def trial(given: Answer, question: str = "What does it run on?", **expected: Any) -> Trial:
    return Trial(
        expected=expectation(**expected),
        question=Question(text=question, as_of=DAY, partner=ACME),
        answer=given,
    )


def runner(answers: Callable[[Question], Answer], **given: Any) -> Runner:
    return Runner(**{"answers": answers, "directory": DIRECTORY, "today": DAY, **given})


def result(of: Case, given: Answer) -> CaseResult:
    return runner(lambda question: given).run(of)
