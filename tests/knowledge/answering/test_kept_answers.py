"""Kept answers among the documents: for whom they are, what they never tell, and what comes before them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.fakes import FakeEmbedder
from tests.fakes.kept import FakeKeptAnswers
from tests.knowledge.answering.desks import ACME, DAY, GLOBEX, Vendor

from partnerline.ingest.kept import bring_kept
from partnerline.knowledge.model import Answer, Question
from partnerline.knowledge.partners import Audience, Partner
from partnerline.knowledge.ports.kept import CHECKED_AFTER, KeptAnswer

ASKED = "Does the beacon survive salt water?"
SAID = "The beacon survives salt water for ten days."
KEPT = KeptAnswer(
    id="k1",
    question=ASKED,
    text=SAID,
    audience=Audience(tiers=frozenset({"gold"})),
    manager="Dana Weiss",
    answered_on=date(2026, 6, 1),
    held_on=date(2026, 6, 1),
    check_on=date(2026, 6, 1) + CHECKED_AFTER,
    escalation_id="E-1",
)


@pytest.fixture
def vendor() -> Vendor:
    vendor = Vendor()
    vendor.tells("weights.md", "The gateway weighs 620 g.")
    return vendor


def keep(vendor: Vendor, answer: KeptAnswer = KEPT) -> None:
    answers = FakeKeptAnswers()
    answers.keep(answer)
    bring_kept(answers, vendor.index, FakeEmbedder(), DAY)


def ask(
    vendor: Vendor, text: str = ASKED, partner: Partner | None = ACME, day: date = DAY
) -> Answer:
    return vendor.answerer.answer(Question(text=text, as_of=day, partner=partner))


def test_it_is_told_to_its_audience_with_who_answered_and_when(vendor: Vendor) -> None:
    keep(vendor)
    told = ask(vendor)
    assert told.outcome == "answered"
    assert told.text == f"{SAID}\n\n— answered by Dana Weiss, 1 June 2026"
    (cited,) = told.citations
    assert (cited.source, cited.locator, cited.quote) == (
        "answered/k1",
        "answered by Dana Weiss, 1 June 2026",
        SAID,
    )


@pytest.mark.parametrize("partner", [GLOBEX, None])
def test_nobody_else_is_told_or_can_tell_that_it_exists(
    vendor: Vendor, partner: Partner | None
) -> None:
    without = ask(vendor, partner=partner)
    keep(vendor)
    assert ask(vendor, partner=partner) == without
    assert without.outcome == "escalated"


def test_it_is_told_on_its_days_alone(vendor: Vendor) -> None:
    keep(vendor)
    for day in (KEPT.answered_on - timedelta(days=1), KEPT.last_day + timedelta(days=1)):
        assert ask(vendor, day=day).outcome == "escalated"
    assert ask(vendor, day=KEPT.last_day).outcome == "answered"


def test_a_newer_document_is_told_instead_and_the_answer_named_as_outdated(vendor: Vendor) -> None:
    keep(vendor)
    newer = "The beacon survives salt water for twenty days."
    vendor.tells(
        "beacons.md",
        newer.replace("twenty", "20"),
        valid_from=date(2026, 7, 1),
    )
    keep(vendor, replace(KEPT, text="The beacon survives salt water for 10 days."))
    told = ask(vendor, "How many days does the beacon survive salt water?")
    assert "20 days" in told.text
    assert "10 days" not in told.text
    assert told.outdated == ("answered/k1",)


def test_what_something_costs_is_never_a_managers_word(vendor: Vendor) -> None:
    own = Audience(partners=frozenset({"acme"}))
    asked = "How much is the beacon?"
    keep(vendor, replace(KEPT, question=asked, text="The beacon is 99.50 EUR each.", audience=own))
    told = ask(vendor, asked)
    assert told.outcome != "answered"
    assert "99.50" not in told.text
    assert "99.50" not in str(told.citations)


def test_the_question_that_was_answered_is_never_shown(vendor: Vendor) -> None:
    keep(vendor, replace(KEPT, question="Does the beacon survive salt water at harbour Hidden?"))
    for text in ("beacon", "Does the beacon survive salt water at harbour Hidden?", "salt water"):
        told = ask(vendor, text)
        assert "arbour" not in told.text
        assert "arbour" not in str((told.choices, told.citations, told.found))


def test_a_decision_of_a_kind_that_was_taken_before_is_told(vendor: Vendor) -> None:
    asked = "Can we show your beacon at a trade fair?"
    assert ask(vendor, asked).outcome == "escalated"
    keep(vendor, replace(KEPT, question=asked, text="Yes. You may show a beacon at a fair."))
    assert ask(vendor, asked).text.startswith("Yes. You may show a beacon at a fair.")


def test_a_discount_is_decided_anew_each_time(vendor: Vendor) -> None:
    asked = "Can we get a discount on the beacon for this deal?"
    own = Audience(partners=frozenset({"acme"}))
    keep(vendor, replace(KEPT, question=asked, text="Yes, for this deal.", audience=own))
    assert ask(vendor, asked).outcome == "escalated"
