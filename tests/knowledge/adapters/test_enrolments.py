"""Holds every Enrolments, the fake one too, to one set of tests."""

import pytest
from sqlalchemy import Engine
from tests.fakes import FakeEnrolments
from tests.knowledge.adapters.records import after

from partnerline.knowledge.adapters.enrolments import SqlEnrolments
from partnerline.knowledge.ports.enrolment import Assignment, Enrolments, Subject, first_ids


@pytest.fixture
def enrolments(engine_or_none: Engine | None) -> Enrolments:
    return FakeEnrolments() if engine_or_none is None else SqlEnrolments(engine_or_none)


def word(
    subject: Subject = "person", whom: str = "U1", partner: str | None = "acme", seconds: float = 0
) -> Assignment:
    return Assignment(
        subject=subject, id=whom, partner_id=partner, by="Dana “D” Weiß", at=after(seconds)
    )


def test_at_first_nobody_said_anything(enrolments: Enrolments) -> None:
    assert enrolments.assignments() == ()
    assert enrolments.mode("C1") == "called"
    assert dict(enrolments.modes()) == dict(enrolments.renamed()) == {}


def test_each_subject_has_its_own_word_and_the_oldest_comes_first(enrolments: Enrolments) -> None:
    later, first = word("workspace", "T1", None, 2), word("channel", "C1", "globex", 1)
    for said in (later, first, later):
        enrolments.assign(said)
    assert enrolments.assignments() == (first, later)


def test_the_latest_word_counts_in_whatever_order_they_come(enrolments: Enrolments) -> None:
    enrolments.assign(word(seconds=5, partner=None))
    enrolments.assign(word(seconds=1, partner="globex"))
    assert enrolments.assignments() == (word(seconds=5, partner=None),)
    enrolments.assign(word(seconds=6, partner="acme"))
    assert enrolments.assignments() == (word(seconds=6, partner="acme"),)


def test_a_channels_mode_is_the_last_that_was_set(enrolments: Enrolments) -> None:
    enrolments.set_mode("C1", "listen", by="Dana", at=after(1))
    enrolments.set_mode("C1", "called", by="Max", at=after(0))
    enrolments.set_mode("C2", "called", by="Max", at=after(0))
    assert (enrolments.mode("C1"), enrolments.mode("C2")) == ("listen", "called")
    assert dict(enrolments.modes()) == {"C1": "listen", "C2": "called"}


def test_what_was_said_of_a_channel_holds_under_its_new_id(enrolments: Enrolments) -> None:
    enrolments.set_mode("C1", "listen", by="Dana", at=after(0))
    enrolments.assign(word("channel", "C1"))
    enrolments.rename_channel("C1", "C2", after(1))
    enrolments.rename_channel("C2", "C3", after(2))
    assert dict(enrolments.renamed()) == {"C1": "C3", "C2": "C3"}
    assert [enrolments.mode(c) for c in ("C1", "C2", "C3")] == ["listen"] * 3
    assert enrolments.assignments() == (word("channel", "C3"),)
    enrolments.assign(word("channel", "C3", "globex", 3))
    assert enrolments.assignments() == (word("channel", "C3", "globex", 3),)


def test_a_channel_that_gets_its_old_id_back_has_that_one_again(enrolments: Enrolments) -> None:
    enrolments.rename_channel("C1", "C2", after(1))
    enrolments.rename_channel("C2", "C1", after(2))
    assert dict(enrolments.renamed()) == {"C2": "C1"}
    enrolments.rename_channel("C1", "C2", after(3))
    assert dict(enrolments.renamed()) == {"C1": "C2"}
    assert first_ids(enrolments.renamings()) == {"C2": "C1"}


def test_a_channel_keeps_its_first_id_as_its_name_through_every_change(
    enrolments: Enrolments,
) -> None:
    for second, (old, new) in enumerate((("C1", "C2"), ("C8", "C9"), ("C2", "C3"), ("C3", "C2"))):
        enrolments.rename_channel(old, new, after(second))
        enrolments.rename_channel(old, new, after(second))
    assert len(enrolments.renamings()) == 4
    assert first_ids(enrolments.renamings()) == {"C2": "C1", "C3": "C1", "C9": "C8"}
    assert dict(enrolments.renamed()) == {"C1": "C2", "C3": "C2", "C8": "C9"}


def test_a_person_is_not_renamed_with_a_channel_of_the_same_id(enrolments: Enrolments) -> None:
    enrolments.assign(word("person", "X1"))
    enrolments.rename_channel("X1", "X2", after(1))
    assert enrolments.assignments() == (word("person", "X1"),)
