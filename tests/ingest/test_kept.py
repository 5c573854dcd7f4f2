"""Kept answers stand among the library's documents, and come back whatever becomes of the index."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.fakes import FakeEmbedder, FakeIndex
from tests.fakes.kept import FakeKeptAnswers

from partnerline.ingest.kept import bring_kept
from partnerline.ingest.sync import sync
from partnerline.knowledge.answered import is_answered
from partnerline.knowledge.partners import Audience
from partnerline.knowledge.ports.kept import KeptAnswer

MAY = date(2026, 5, 12)
KEPT = KeptAnswer(
    id="k1",
    question="May we exhibit\na gateway at a fair?",
    text="Yes. For ten days.\n\nPlease:\n- tell us four weeks ahead\n- bring it back",
    audience=Audience(tiers=frozenset({"gold"})),
    manager="Dana Weiss",
    answered_on=MAY,
    held_on=MAY,
    check_on=MAY + timedelta(days=90),
    escalation_id="E-1",
)


@pytest.fixture
def answers() -> FakeKeptAnswers:
    answers = FakeKeptAnswers()
    answers.keep(KEPT)
    return answers


@pytest.fixture
def embedder() -> FakeEmbedder:
    return FakeEmbedder()


@pytest.fixture
def index() -> FakeIndex:
    return FakeIndex()


def test_a_kept_answer_is_a_document_of_its_audience_and_days(
    answers: FakeKeptAnswers, index: FakeIndex, embedder: FakeEmbedder
) -> None:
    assert bring_kept(answers, index, embedder, MAY) == 1
    held = index.kept["answered/k1"]
    assert held.document.audience == KEPT.audience
    assert (held.document.valid_from, held.document.valid_until) == (MAY, KEPT.last_day)
    assert held.document.kind == "faq"
    (passage,) = held.passages
    assert passage.locator == "answered by Dana Weiss, 12 May 2026"
    assert passage.headings == ("May we exhibit a gateway at a fair?",)
    assert passage.text == KEPT.text.replace("\n\nPlease:", "\n\nPlease:")
    assert not held.prices
    assert not held.promotions


def test_bringing_again_changes_nothing(
    answers: FakeKeptAnswers, index: FakeIndex, embedder: FakeEmbedder
) -> None:
    bring_kept(answers, index, embedder, MAY)
    changes, embedded = index.changes, embedder.embedded
    bring_kept(answers, index, embedder, MAY)
    bring_kept(answers, index, embedder, MAY, repair=True)
    assert (index.changes, embedder.embedded) == (changes, embedded)


def test_reading_the_library_leaves_kept_answers_where_they_are(
    answers: FakeKeptAnswers, index: FakeIndex, embedder: FakeEmbedder, tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text("# Returns\n\nUnits are taken back.\n", encoding="utf-8")
    bring_kept(answers, index, embedder, MAY)
    sync(tmp_path, index=index, embedder=embedder)
    (tmp_path / "a.md").unlink()
    (tmp_path / "answered").mkdir()
    (tmp_path / "answered" / "b.md").write_text("# B\n\nOther words.\n", encoding="utf-8")
    report = sync(tmp_path, index=index, embedder=embedder)
    assert set(index.kept) == {"answered/k1", "answered/b.md"}
    assert [line.path for line in report.lines if line.status == "removed"] == ["a.md"]
    bring_kept(answers, index, embedder, MAY)
    assert set(index.kept) == {"answered/k1", "answered/b.md"}


def test_a_new_index_gets_them_back(answers: FakeKeptAnswers, embedder: FakeEmbedder) -> None:
    anew = FakeIndex()
    bring_kept(answers, anew, embedder, MAY, repair=True)
    assert set(anew.kept) == {"answered/k1"}


def test_what_a_crash_took_is_made_again(
    answers: FakeKeptAnswers, index: FakeIndex, embedder: FakeEmbedder
) -> None:
    bring_kept(answers, index, embedder, MAY)
    index.lost.add("answered/k1")
    bring_kept(answers, index, embedder, MAY, repair=True)
    assert not index.lost


def test_withdrawn_or_unconfirmed_it_leaves_and_confirmed_it_comes_back(
    answers: FakeKeptAnswers, index: FakeIndex, embedder: FakeEmbedder
) -> None:
    bring_kept(answers, index, embedder, MAY)
    late = KEPT.last_day + timedelta(days=1)
    assert bring_kept(answers, index, embedder, late) == 0
    assert not index.kept
    answers.confirm("k1", late, by="Max")
    bring_kept(answers, index, embedder, late)
    assert index.kept["answered/k1"].document.valid_from == late
    answers.withdraw("k1", late, by="Max")
    bring_kept(answers, index, embedder, late)
    assert not index.kept


def test_a_long_answer_is_cut_into_passages_of_one_place(
    index: FakeIndex, embedder: FakeEmbedder
) -> None:
    answers = FakeKeptAnswers()
    text = "\n\n".join(f"Point {n}. " + "It is so because it was said so. " * 8 for n in range(9))
    answers.keep(replace(KEPT, text=text))
    bring_kept(answers, index, embedder, MAY)
    passages = index.kept["answered/k1"].passages
    assert len(passages) > 1
    assert {one.locator for one in passages} == {"answered by Dana Weiss, 12 May 2026"}


@pytest.mark.parametrize(
    ("path", "kept"),
    [("answered/k1", True), ("answered/k1.md", False), ("faq/answered/k1", False), ("answered/a/b", False)],
)  # fmt: skip
def test_no_file_of_the_library_passes_for_a_kept_answer(path: str, *, kept: bool) -> None:
    assert is_answered(path) is kept
