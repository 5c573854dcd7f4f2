"""Holds every Changes, the fake one too, to one set of tests."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine
from tests.fakes.changes import FakeChanges
from tests.knowledge.adapters.records import ANSWERED, NOON, ORIGIN, QUESTION, after

from partnerline.knowledge.adapters.changes import SqlChanges
from partnerline.knowledge.adapters.record import SqlRecord
from partnerline.knowledge.changes import Change, Correction, DocumentChange, Look, Seen
from partnerline.knowledge.partners import Audience, Directory
from partnerline.knowledge.ports.changes import Changes

DAY = date(2026, 3, 2)
GOLD = Audience(tiers=frozenset({"gold"}), regions=frozenset({"EMEA", "NA"}))
SEEN = {
    "price-lists/emea.xlsx": Seen(
        title="EMEA", kind="price_list", digest="d1", audience=GOLD, valid_from=DAY
    ),
    "faq.md": Seen(title="", kind="faq", digest="d2", audience=Audience(public=True)),
}
LOOK = Look(number=1, day=DAY, seen=SEEN)
CHANGE = Change(
    id="c1",
    found_at=NOON,
    documents=(
        DocumentChange(
            path="price-lists/emea.xlsx",
            title="EMEA",
            kind="price_list",
            how="changed",
            audience=GOLD,
        ),
    ),
)
CORRECTION = Correction(question_id="q1", told=ANSWERED, now=None)


@pytest.fixture
def changes(engine_or_none: Engine | None) -> Changes:
    if engine_or_none is None:
        return FakeChanges()
    record = SqlRecord(engine_or_none, Directory())
    for question_id in ("q1", "q2"):
        record.claim(question_id, QUESTION, ORIGIN, NOON)
    return SqlChanges(engine_or_none)


def test_there_is_no_last_look_before_the_first(changes: Changes) -> None:
    assert changes.last_look() is None


def test_a_look_takes_the_place_of_the_last(changes: Changes) -> None:
    later = Look(number=2, day=date(2026, 3, 3), seen={"faq.md": SEEN["faq.md"]})
    assert changes.keep_look(LOOK, None)
    assert changes.keep_look(later, None)
    assert changes.last_look() == later


def test_a_look_is_read_back_as_it_was(changes: Changes) -> None:
    changes.keep_look(LOOK, None)
    assert changes.last_look() == LOOK


@pytest.mark.parametrize("number", [1, 2, 4])
def test_of_looks_after_the_same_look_the_first_counts(changes: Changes, number: int) -> None:
    for kept in (1, 2):
        changes.keep_look(replace(LOOK, number=kept), None)
    assert not changes.keep_look(replace(LOOK, number=number, seen={}), CHANGE)
    assert changes.last_look() == replace(LOOK, number=2)
    assert changes.changes() == ()


def test_a_correction_may_be_found_anew_before_it_is_sent(changes: Changes) -> None:
    changes.keep_look(LOOK, CHANGE)
    changes.keep_corrections("c1", [CORRECTION])
    anew = Correction(question_id="q1", told=ANSWERED, now=ANSWERED)
    changes.renew_correction("c1", anew)
    found = changes.change("c1")
    assert found is not None
    assert found.corrections == (anew,)


def test_a_change_found_twice_is_kept_once(changes: Changes) -> None:
    changes.keep_look(LOOK, CHANGE)
    changes.keep_look(LOOK, CHANGE)
    assert changes.changes() == (CHANGE,)


def test_corrections_are_found_once_and_then_wait(changes: Changes) -> None:
    changes.keep_look(LOOK, CHANGE)
    changes.keep_corrections("c1", [CORRECTION])
    changes.keep_corrections("c1", [Correction(question_id="q2", told=ANSWERED, now=None)])
    found = changes.change("c1")
    assert found is not None
    assert (found.state, found.corrections) == ("waiting", (CORRECTION,))
    assert changes.changes("finding") == ()
    assert changes.changes("waiting") == (found,)


def test_a_correction_keeps_both_answers(changes: Changes) -> None:
    both = Correction(question_id="q1", told=ANSWERED, now=ANSWERED)
    changes.keep_look(LOOK, CHANGE)
    changes.keep_corrections("c1", [both])
    found = changes.change("c1")
    assert found is not None
    assert found.corrections == (both,)


def test_the_first_word_on_a_change_counts(changes: Changes) -> None:
    changes.keep_look(LOOK, CHANGE)
    changes.keep_corrections("c1", [CORRECTION])
    assert changes.decide("c1", "sent", "Dana", after(1))
    assert not changes.decide("c1", "dismissed", "Max", after(2))
    found = changes.change("c1")
    assert found is not None
    assert (found.state, found.decided_by) == ("sent", "Dana")


def test_a_change_that_is_still_being_looked_into_is_not_decided(changes: Changes) -> None:
    changes.keep_look(LOOK, CHANGE)
    assert not changes.decide("c1", "sent", "Dana", after(1))


def test_what_was_sent_last_is_what_the_rep_knows(changes: Changes) -> None:
    changes.keep_look(LOOK, CHANGE)
    changes.keep_corrections("c1", [CORRECTION])
    assert changes.corrected(["q1"]) == {}
    changes.settle_correction("c1", "q1", "sent")
    assert set(changes.corrected(["q1", "q2"])) == {"q1"}


def test_nobody_can_keep_anything_for_a_change_that_nobody_found(changes: Changes) -> None:
    with pytest.raises(KeyError):
        changes.keep_corrections("c9", [])
    with pytest.raises(KeyError):
        changes.decide("c9", "sent", "Dana", NOON)
