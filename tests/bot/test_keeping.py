"""Keeping managers' answers, whichever door they came by."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.fakes import FakeEmbedder, FakeRecord
from tests.fakes.kept import FakeGivenAnswers, FakeKeptAnswers
from tests.knowledge.adapters.records import ACME, DIRECTORY, ESCALATED, ORIGIN, QUESTION

from partnerline.bot.desk import Desk
from partnerline.bot.keeping import Keeping, Kept
from partnerline.bot.keeping_words import (
    audience_words,
    doubt_words,
    kept_words,
    refused_words,
    settled_words,
)
from partnerline.knowledge.escalating.similar import PastAnswers
from partnerline.knowledge.keeping import KeepWish
from partnerline.knowledge.model import Answer, Question
from partnerline.knowledge.partners import Audience

NOON = datetime(2026, 5, 12, 12, tzinfo=UTC)


class Outdated:
    """Answers by a document that a kept answer lost to."""

    def answer(self, question: Question) -> Answer:
        return Answer(outcome="answered", text="20 days", confidence=1.0, outdated=("answered/k1",))


def keeping_of(record: FakeRecord, answers: FakeKeptAnswers) -> Keeping:
    return Keeping(
        answers=answers,
        record=record,
        past=PastAnswers(FakeGivenAnswers(), FakeEmbedder()),
        clock=lambda: NOON,
        bring=lambda: len(answers.kept()),
    )


@pytest.fixture
def record() -> FakeRecord:
    return FakeRecord(DIRECTORY)


@pytest.fixture
def answers() -> FakeKeptAnswers:
    return FakeKeptAnswers()


def replied(record: FakeRecord, keeping: Keeping, text: str = "Yes.", kind: str = "answer") -> str:
    record.claim("q1", replace(QUESTION, text="May we?", partner=ACME), ORIGIN, NOON)
    escalation_id = record.keep_answer("q1", ESCALATED, NOON)
    assert escalation_id is not None
    desk = Desk(answerer=Outdated(), record=record, clock=lambda: NOON, keeping=keeping)
    desk.reply("r1", escalation_id, manager="Dana", text=text, kind=kind)  # type: ignore[arg-type]  # each is a kind
    return escalation_id


def test_a_reply_is_kept_once_and_said_in_plain_words(
    record: FakeRecord, answers: FakeKeptAnswers
) -> None:
    keeping = keeping_of(record, answers)
    escalation_id = replied(record, keeping)
    kept = keeping.keep_answer("r1", escalation_id, KeepWish(reach="partner"))
    assert isinstance(kept, Kept)
    assert keeping.keep_answer("r1", escalation_id, KeepWish(reach="everyone")) is not None
    (only,) = answers.kept()
    assert only == kept.answer
    assert (only.text, only.manager, only.escalation_id) == ("Yes.", "Dana", escalation_id)
    assert kept_words(kept, DIRECTORY) == (
        f"I use this answer for {ACME.name}, with the manager's name."
        " On 10 August 2026 I ask whether it still holds."
    )


@pytest.mark.parametrize("kind", ["question", "decline"])
def test_only_an_answer_can_be_kept(
    record: FakeRecord, answers: FakeKeptAnswers, kind: str
) -> None:
    keeping = keeping_of(record, answers)
    escalation_id = replied(record, keeping, kind=kind)
    assert keeping.keep_answer("r1", escalation_id, KeepWish(reach="partner")) is None
    assert keeping.keep_answer("never", escalation_id, KeepWish(reach="partner")) is None
    assert keeping.keep_answer("r1", "E-NEVER", KeepWish(reach="partner")) is None
    assert answers.kept() == ()


def test_what_lost_to_a_newer_document_is_to_be_checked(
    record: FakeRecord, answers: FakeKeptAnswers
) -> None:
    keeping = keeping_of(record, answers)
    escalation_id = replied(record, keeping)
    kept = keeping.keep_answer("r1", escalation_id, KeepWish(reach="partner"))
    assert isinstance(kept, Kept)
    answers.keep(replace(kept.answer, id="k1"))
    desk = Desk(answerer=Outdated(), record=record, clock=lambda: NOON, keeping=keeping)
    desk.ask("q2", replace(QUESTION, text="How long?"), ORIGIN)
    doubted = answers.one("k1")
    assert doubted is not None
    assert (doubted.state, doubted.is_due(keeping.today())) == ("to_check", True)
    assert doubt_words(doubted).startswith("A newer document of the library says something else.")


def test_the_words_say_who_and_when(record: FakeRecord, answers: FakeKeptAnswers) -> None:
    keeping = keeping_of(record, answers)
    escalation_id = replied(record, keeping)
    until = (NOON + timedelta(days=10)).date()
    kept = keeping.keep_answer("r1", escalation_id, KeepWish(reach="partner", until=until))
    assert isinstance(kept, Kept)
    assert kept_words(kept, DIRECTORY).endswith("until 22 May 2026, with the manager's name.")
    confirmed = keeping.confirm(kept.answer.id, by="Max")
    assert confirmed is not None
    assert settled_words(confirmed) == (
        "Confirmed by Max on 12 May 2026. It is used until 22 May 2026 at most."
    )
    withdrawn = keeping.withdraw(kept.answer.id, by="Max")
    assert withdrawn is not None
    assert settled_words(withdrawn).startswith("Withdrawn by Max on 12 May 2026.")
    assert "withdrawn earlier" in kept_words(replace(kept, answer=withdrawn), DIRECTORY)


def test_every_audience_and_refusal_has_its_words() -> None:
    gold = Audience(tiers=frozenset({"gold"}))
    region = Audience(regions=frozenset({"EMEA"}))
    gone = Audience(partners=frozenset({"gone"}))
    told = [audience_words(one, DIRECTORY) for one in (Audience(), gold, region, gone)]
    assert told == ["every enrolled partner", "gold partners", "partners in EMEA", "gone"]
    for why in ("no_partner", "no_tier", "no_region", "over", "amounts"):
        assert refused_words(why).startswith("The answer is not kept for others: ")
