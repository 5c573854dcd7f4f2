"""The evidence that a search leaves, measured, and what is quoted of it."""

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.knowledge.answering.desks import ACME, DAY, ONLY_GLOBEX, Vendor

from partnerline.knowledge.access import scope_of
from partnerline.knowledge.confidence import Confidence, shipped, signals_of
from partnerline.knowledge.errors import SettingsError
from partnerline.knowledge.grounding import excerpt, stands_in
from partnerline.knowledge.grounding.quoting import LONGEST
from partnerline.knowledge.model import Citation, Passage
from partnerline.knowledge.retrieval import retrieve


def test_a_passage_outside_the_scope_is_not_among_the_hits() -> None:
    vendor = Vendor()
    vendor.tells("a.md", "red gateway")
    vendor.tells("b.md", "red gateway of theirs", audience=ONLY_GLOBEX)
    desk = vendor.answerer.lookups
    scope = scope_of(desk.retriever.shelves(), ACME, DAY)
    result = retrieve("red gateway", scope, embedder=desk.embedder, retriever=desk.retriever)
    assert {hit.passage.document for hit in result.hits} == {"a.md"}
    assert result.passages == 1
    assert result.frequencies == {"red": 1, "gateway": 1}
    signals = signals_of(
        "red gateway",
        result.hits,
        frequencies=result.frequencies,
        passages=result.passages,
        vectors=desk.units,
    )
    assert signals["lead"] == signals["closeness"] == result.hits[0].closeness
    assert all(math.isfinite(value) for value in signals.values())


@pytest.mark.parametrize("text", ["", "?!", "the of a", "😀", "99", "\0"])
def test_a_question_without_words_can_be_measured_too(text: str) -> None:
    vendor = Vendor()
    vendor.tells("a.md", "red gateway")
    desk = vendor.answerer.lookups
    scope = scope_of(desk.retriever.shelves(), ACME, date(2026, 1, 1))
    result = retrieve(text, scope, embedder=desk.embedder, retriever=desk.retriever)
    signals = signals_of(
        text,
        result.hits,
        frequencies=result.frequencies,
        passages=result.passages,
        vectors=desk.units,
    )
    assert all(math.isfinite(value) for value in signals.values())


def test_without_hits_there_are_no_signals() -> None:
    units = Vendor().answerer.lookups.units
    assert signals_of("red gateway", (), frequencies={}, passages=0, vectors=units) == {}


@given(st.dictionaries(st.sampled_from("abc"), st.floats(-1e300, 1e300)))
def test_confidence_is_a_chance_whatever_the_signals(signals: dict[str, float]) -> None:
    fitted = Confidence(intercept=-1, weights={"a": 2.0, "b": -3.0}, threshold=0.5, exact=1)
    assert 0 <= fitted.of(signals) <= 1


def test_the_shipped_coefficients_are_whole() -> None:
    fitted = shipped()
    assert 0 < fitted.threshold < 1
    assert 0 < fitted.exact <= 1


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"intercept": "x"}', "3"])
def test_coefficients_that_cant_be_read_are_named_with_the_mend(text: str) -> None:
    with pytest.raises(SettingsError, match="make fit"):
        shipped(text)


def passage(text: str) -> Passage:
    return Passage(id="p", document="a.md", position=0, locator="p. 1", headings=(), text=text)


sentences = st.lists(
    st.sampled_from(["The gateway is red. ", "It costs nothing.\n", "Ä b c " * 30])
)


@given(sentences.map("".join), st.sampled_from(["gateway", "red costs", ""]))
def test_an_excerpt_stands_in_its_passage_word_for_word(text: str, question: str) -> None:
    whole = passage(text)
    part = excerpt(whole, question)
    assert part.text in text
    if len(text) <= LONGEST:
        assert part.text == text
    assert stands_in(part.citation(), [whole]) == bool(part.text.strip())


def test_an_excerpt_of_a_long_passage_holds_what_was_asked() -> None:
    long = "Nothing of interest here. " * 80 + "The battery lasts eight hours. " + "More. " * 80
    part = excerpt(passage(long), "how long does the battery last")
    assert "The battery lasts eight hours." in part.text
    assert len(part.text) <= LONGEST


@pytest.mark.parametrize("text", ["x" * 3000, "word " * 600, "\n" * 2000 + "a", " " * 2000])
def test_a_long_passage_without_sentences_has_an_excerpt_too(text: str) -> None:
    assert excerpt(passage(text), "word").text in text


def test_words_that_stand_elsewhere_ground_nothing() -> None:
    whole = passage("The gateway is red.")
    assert stands_in(Citation(source="a.md", locator="", quote="the  GATEWAY\nis red"), [whole])
    assert not stands_in(Citation(source="b.md", locator="", quote="The gateway is red."), [whole])
    assert not stands_in(Citation(source="a.md", locator="", quote="The gateway is blue."), [whole])
    assert not stands_in(Citation(source="a.md", locator="", quote=" "), [whole])
