from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.knowledge.escalating.cases import UNSURE, opened

from partnerline.knowledge.decision import Decision
from partnerline.knowledge.escalating.drafts import draft_of
from partnerline.knowledge.model import Answer, Citation, Reason

RULE = Citation(
    source="programme/deals.md",
    locator="## Registration",
    quote="A deal is registered with the form in the portal. It holds for 90 days.",
    day=date(2026, 1, 1),
)


def unsure(*found: Citation) -> Answer:
    return replace(UNSURE, confidence=0.3, found=found)


def test_a_draft_is_the_documents_own_words_with_their_place() -> None:
    draft = draft_of(opened("How long does a registered deal hold?", answer=unsure(RULE)))
    assert draft.startswith("This is what our documents say:\n\n")
    assert "It holds for 90 days." in draft
    assert draft.endswith("(programme/deals.md, ## Registration)")


def test_a_managers_kept_answer_is_named_by_who_gave_it() -> None:
    kept = replace(RULE, source="answered/k1", locator="answered by Dana, 12 May")
    draft = draft_of(opened("How long does a registered deal hold?", answer=unsure(kept)))
    assert draft.endswith("(answered by Dana, 12 May)")


@pytest.mark.parametrize(
    "words",
    [
        "The gateway costs 1.145,00 € net.",
        "The gateway is 916.00 each.",
        "It is USD 40 a seat.",
        "The project is worth at least 15,000 (EUR, USD or CHF).",
        "Sixteen dollars and 20 more.",
    ],
)
def test_nothing_of_money_gets_into_a_draft(words: str) -> None:
    found = replace(RULE, quote=words)
    assert draft_of(opened("What does the gateway cost?", answer=unsure(found))) == ""


@pytest.mark.parametrize(
    "answer",
    [
        unsure(),
        unsure(replace(RULE, quote="")),
        replace(unsure(RULE), confidence=0.02),
        replace(unsure(RULE), reason=Reason.CONFLICT),
        replace(unsure(RULE), reason=Reason.ASKED_FOR_HUMAN),
        replace(unsure(RULE), reason=Reason.NEEDS_HUMAN, decision=Decision(wish="More.")),
        replace(unsure(RULE), reason=None),
    ],
)
def test_where_nothing_can_be_said_there_is_none(answer: Answer) -> None:
    assert draft_of(opened("How long does a registered deal hold?", answer=answer)) == ""


@given(
    amount=st.decimals(0, 10**9, places=2),
    currency=st.sampled_from(["€", "$", "£", "EUR", "usd", "CHF"]),
    before=st.booleans(),
)
def test_no_amount_of_a_passage_is_ever_sent(
    amount: object, currency: str, *, before: bool
) -> None:
    written = f"{currency} {amount}" if before else f"{amount} {currency}"
    found = replace(RULE, quote=f"A gateway is {written} in our list.")
    assert str(amount) not in draft_of(opened("What is a gateway?", answer=unsure(found)))
