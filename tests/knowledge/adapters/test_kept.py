"""Holds every KeptAnswers and GivenAnswers, the fakes too, to one set of tests."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from sqlalchemy import Engine
from tests.fakes.kept import FakeKeptAnswers
from tests.knowledge.adapters.records import (
    DIRECTORY,
    ESCALATED,
    NOON,
    ORIGIN,
    QUESTION,
    after,
    reply,
)

from partnerline.knowledge.adapters.kept import SqlGivenAnswers, SqlKeptAnswers
from partnerline.knowledge.adapters.record import SqlRecord
from partnerline.knowledge.partners import Audience
from partnerline.knowledge.ports import ModelIdentity
from partnerline.knowledge.ports.kept import KeptAnswer, KeptAnswers

MAY = date(2026, 5, 12)
CHECK = MAY + timedelta(days=90)
KEPT = KeptAnswer(
    id="k1",
    question="May we exhibit a gateway?",
    text="Yes 🤝, for ten days.",
    audience=Audience(tiers=frozenset({"gold", "platinum"})),
    manager="Dana Weiss",
    answered_on=MAY,
    held_on=MAY,
    check_on=CHECK,
    escalation_id="E-1",
    valid_until=date(2026, 12, 31),
)
MODEL = ModelIdentity(name="words", weights="w1", dimensions=3)


@pytest.fixture
def answers(engine_or_none: Engine | None) -> KeptAnswers:
    return FakeKeptAnswers() if engine_or_none is None else SqlKeptAnswers(engine_or_none)


def test_an_answer_is_kept_once_and_to_the_letter(answers: KeptAnswers) -> None:
    assert answers.keep(KEPT)
    assert not answers.keep(replace(KEPT, text="Something else"))
    assert answers.one("k1") == KEPT
    assert answers.kept() == (KEPT,)
    assert answers.one("never") is None


@pytest.mark.parametrize(
    "audience",
    [
        Audience(),
        Audience(partners=frozenset({"acme"})),
        Audience(partners=frozenset()),
        Audience(regions=frozenset({"EMEA"}), tiers=frozenset({"gold"})),
        Audience(public=True),
    ],
)
def test_every_audience_comes_back_as_it_was(answers: KeptAnswers, audience: Audience) -> None:
    answers.keep(replace(KEPT, audience=audience, valid_until=None))
    found = answers.one("k1")
    assert found is not None
    assert found.audience == audience


def test_kept_answers_are_told_in_the_order_they_were_kept_in(answers: KeptAnswers) -> None:
    for name in ("z", "a", "m"):
        answers.keep(replace(KEPT, id=name))
    assert [one.id for one in answers.kept()] == ["z", "a", "m"]


def test_it_is_due_from_its_day_until_managers_were_asked(answers: KeptAnswers) -> None:
    answers.keep(KEPT)
    assert answers.due(CHECK - timedelta(days=1)) == ()
    assert answers.due(CHECK) == (KEPT,)
    asked = answers.asked("k1", CHECK)
    assert asked == replace(KEPT, state="to_check", asked_on=CHECK)
    assert answers.asked("k1", CHECK + timedelta(days=3)) == asked
    assert answers.due(CHECK) == ()


def test_nobody_is_asked_about_one_that_is_over_or_withdrawn(answers: KeptAnswers) -> None:
    answers.keep(replace(KEPT, valid_until=CHECK - timedelta(days=1)))
    answers.keep(replace(KEPT, id="k2"))
    answers.withdraw("k2", MAY, by="Max")
    assert answers.due(CHECK) == ()


def test_confirmed_it_is_kept_for_ninety_days_more(answers: KeptAnswers) -> None:
    answers.keep(KEPT)
    answers.asked("k1", CHECK)
    confirmed = answers.confirm("k1", CHECK, by="Max")
    assert confirmed == replace(KEPT, held_on=CHECK, check_on=CHECK + timedelta(days=90), by="Max")
    assert answers.confirm("k1", CHECK, by="Max") == confirmed
    assert (
        answers.asked("k1", CHECK) == confirmed
    )  # the word came before the note that it was asked for


def test_withdrawn_it_stays_so(answers: KeptAnswers) -> None:
    answers.keep(KEPT)
    withdrawn = answers.withdraw("k1", CHECK, by="Max")
    assert withdrawn == replace(KEPT, state="withdrawn", held_on=CHECK, by="Max")
    assert answers.withdraw("k1", CHECK + timedelta(days=1), by="Dana") == withdrawn
    assert answers.confirm("k1", CHECK, by="Dana") == withdrawn
    assert answers.doubt("k1", CHECK) == withdrawn
    assert answers.asked("k1", CHECK) == withdrawn


def test_in_doubt_it_is_due_at_once_and_only_once(answers: KeptAnswers) -> None:
    answers.keep(KEPT)
    june = MAY + timedelta(days=20)
    doubted = answers.doubt("k1", june)
    assert doubted == replace(KEPT, state="to_check", check_on=june)
    assert answers.due(june) == (doubted,)
    assert answers.doubt("k1", june + timedelta(days=5)) == doubted
    answers.asked("k1", june)
    assert answers.doubt("k1", june + timedelta(days=5)) == replace(doubted, asked_on=june)


def test_a_word_on_what_nobody_kept_changes_nothing(answers: KeptAnswers) -> None:
    assert answers.doubt("never", MAY) is None
    assert answers.asked("never", MAY) is None
    assert answers.confirm("never", MAY, by="Max") is None
    assert answers.withdraw("never", MAY, by="Max") is None


def test_it_is_used_until_its_last_day_or_two_weeks_after_managers_are_asked() -> None:
    assert KEPT.last_day == CHECK + timedelta(days=14)
    assert KEPT.holds_on(KEPT.last_day)
    assert not KEPT.holds_on(KEPT.last_day + timedelta(days=1))
    assert replace(KEPT, valid_until=MAY).last_day == MAY
    assert not replace(KEPT, state="withdrawn").holds_on(MAY)


def test_managers_answers_are_read_with_their_questions_and_nothing_else(
    database_url: str,
) -> None:
    from partnerline.knowledge.adapters.database import make_engine
    from partnerline.knowledge.adapters.record import migrate

    engine = make_engine(database_url)
    migrate(engine)
    record, given = SqlRecord(engine, lambda: DIRECTORY), SqlGivenAnswers(engine)
    record.claim("q1", QUESTION, ORIGIN, NOON)
    escalation_id = record.keep_answer("q1", ESCALATED, NOON)
    assert escalation_id is not None
    record.keep_reply(reply("r1", escalation_id, text="Yes."))
    record.keep_reply(replace(reply("r2", escalation_id, at=after(1)), kind="question"))
    record.keep_reply(reply("r3", escalation_id, at=after(2), text="Really."))
    found = given.after(0)
    assert [(one.question, one.text) for one in found] == [
        (QUESTION.text, "Yes."),
        (QUESTION.text, "Really."),
    ]
    assert {one.escalation_id for one in found} == {escalation_id}
    assert given.after(found[0].number) == found[1:]

    vectors = {one.number: np.array([0.6, 0.8, 0.0], dtype=np.float32) for one in found}
    given.remember(MODEL, vectors)
    given.remember(MODEL, vectors)
    kept = given.vectors(MODEL, found[0].number)
    assert list(kept) == [found[1].number]
    assert np.allclose(kept[found[1].number], [0.6, 0.8, 0.0], atol=1e-3)
    other = replace(MODEL, weights="w2")
    assert given.vectors(other, 0) == {}
    given.remember(other, {})
    assert given.vectors(MODEL, 0) == {}
    engine.dispose()
