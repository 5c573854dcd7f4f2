"""Questions of the past to try the evals on."""

from datetime import UTC, datetime
from typing import Any

from tests.evals.examples import ACME, DAY, answer, escalation

from partnerline.knowledge.model import Answer, Escalation, Origin, Question, Reason, Reply
from partnerline.knowledge.past import Past

ASKED_AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
ORIGIN = Origin(door="slack", thread="T0/C0/1.2", asker="U0REP", asker_name="Rae of Acme")
MANAGER = "dana@vendor.example"


def question(text: str = "What does the AX-200 run on?", **given: Any) -> Question:
    return Question(**{"text": text, "as_of": DAY, "partner": ACME, **given})


def past(name: str = "q1", given: Answer | None = None, **more: Any) -> Past:
    asked = {
        "question": question(),
        "origin": ORIGIN,
        "asked_at": ASKED_AT,
        "asked_as": "acme",
        "answer": given or answer(),
    }
    return Past(question_id=name, **{**asked, **more})


def handed_over(*replies: str, reason: Reason = Reason.ASKED_FOR_HUMAN) -> Escalation:
    written = tuple(
        Reply(id=f"r{place}", escalation_id="E-1", manager=MANAGER, text=text, written_at=ASKED_AT)
        for place, text in enumerate(replies)
    )
    return Escalation(
        id="E-1",
        question_id="q1",
        question=question(),
        origin=ORIGIN,
        answer=escalation(reason=reason),
        state="answered" if replies else "open",
        opened_at=ASKED_AT,
        replies=written,
    )
