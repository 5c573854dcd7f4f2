"""Holds every Gaps, the fake one too, to one set of tests."""

import pytest
from sqlalchemy import Engine
from tests.fakes.gaps import FakeGaps
from tests.knowledge.adapters.records import NOON, ORIGIN, QUESTION, after

from partnerline.knowledge.adapters.gaps import SqlGaps
from partnerline.knowledge.adapters.record import SqlRecord
from partnerline.knowledge.gaps import Gap
from partnerline.knowledge.partners import Directory
from partnerline.knowledge.ports.gaps import Gaps


@pytest.fixture
def gaps(engine_or_none: Engine | None) -> Gaps:
    if engine_or_none is None:
        return FakeGaps()
    record = SqlRecord(engine_or_none, Directory())
    for question_id in ("q1", "q2", "q3"):
        record.claim(question_id, QUESTION, ORIGIN, NOON)
    return SqlGaps(engine_or_none)


def test_a_question_opens_a_gap_and_others_join_it(gaps: Gaps) -> None:
    gaps.add("g1", "q1", NOON)
    gaps.add("g1", "q2", after(1))
    assert gaps.gaps() == (Gap(id="g1", questions=("q1", "q2"), opened_at=NOON),)


def test_a_question_is_in_one_gap_only(gaps: Gaps) -> None:
    gaps.add("g1", "q1", NOON)
    gaps.add("g2", "q2", NOON)
    gaps.add("g2", "q1", NOON)
    assert [gap.questions for gap in gaps.gaps()] == [("q1",), ("q2",)]


def test_a_gap_is_closed_with_what_answers_it_and_opened_by_the_next_question(gaps: Gaps) -> None:
    gaps.add("g1", "q1", NOON)
    gaps.close("g1", "faq.md", "v2")
    (closed,) = gaps.gaps()
    assert (closed.state, closed.answered_by, closed.checked) == ("closed", "faq.md", "v2")
    gaps.add("g1", "q1", after(1))
    assert gaps.gaps() == (closed,)
    gaps.add("g1", "q2", after(2))
    (opened,) = gaps.gaps()
    assert (opened.state, opened.answered_by) == ("open", "")


def test_a_dismissed_gap_stays_dismissed(gaps: Gaps) -> None:
    gaps.add("g1", "q1", NOON)
    gaps.dismiss("g1", "Dana")
    gaps.add("g1", "q2", after(1))
    gaps.close("g1", "faq.md", "v2")
    (gap,) = gaps.gaps()
    assert (gap.state, gap.settled_by, gap.questions) == ("dismissed", "Dana", ("q1", "q2"))


def test_the_version_that_did_not_answer_it_is_remembered(gaps: Gaps) -> None:
    gaps.add("g1", "q1", NOON)
    gaps.check("g1", "v7")
    assert [gap.checked for gap in gaps.gaps()] == ["v7"]


def test_nobody_can_note_anything_of_a_gap_that_is_none(gaps: Gaps) -> None:
    for note in (gaps.check, gaps.dismiss):
        with pytest.raises(KeyError):
            note("g9", "x")
    with pytest.raises(KeyError):
        gaps.close("g9", "x", "y")
