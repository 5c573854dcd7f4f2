"""Vectors below the passage, each made once."""

import numpy as np
import pytest
from tests.fakes import FakeEmbedder

from partnerline.knowledge.confidence import UnitVectors, units
from partnerline.knowledge.model import Passage


def passage(number: int, text: str = "It runs. It stops.") -> Passage:
    return Passage(
        id=str(number), document="a.md", position=number, locator="", headings=("Pump",), text=text
    )


def test_each_sentence_has_a_vector_of_itself_under_its_heading():
    (found,) = UnitVectors(FakeEmbedder()).units([passage(1)])
    assert [one.text for one in found.units] == ["It runs.", "It stops."]
    assert np.allclose(found.vectors, FakeEmbedder().embed(["Pump: It runs.", "Pump: It stops."]))


def test_what_was_embedded_lately_is_not_embedded_again():
    embedder = FakeEmbedder()
    vectors = UnitVectors(embedder)
    vectors.units([passage(1), passage(2)])
    vectors.words(["pump", "valve", "pump"])
    before = embedder.embedded
    vectors.units([passage(2), passage(1)])
    vectors.words(["valve"])
    assert embedder.embedded == before == 6


def test_only_the_most_recently_used_are_kept(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(units, "PASSAGES", 2)
    embedder = FakeEmbedder()
    vectors = UnitVectors(embedder)
    for number in (1, 2, 1, 3):
        vectors.units([passage(number)])
    before = embedder.embedded
    vectors.units([passage(1)])
    assert embedder.embedded == before
    vectors.units([passage(2)])
    assert embedder.embedded > before


def test_more_at_once_than_are_kept_are_given_all_the_same(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(units, "PASSAGES", 1)
    monkeypatch.setattr(units, "WORDS", 1)
    vectors = UnitVectors(FakeEmbedder())
    assert len(vectors.units([passage(1), passage(2), passage(3)])) == 3
    assert len(vectors.words(["pump", "valve", "lid"])) == 3


def test_the_likest_word_is_found_and_stopwords_are_like_nothing():
    vectors = UnitVectors(FakeEmbedder(dimensions=2048))
    found = vectors.nearest(["pump", "lid"], ["the", "pump", "runs"])
    assert found["pump"] == pytest.approx(1.0)
    assert found["lid"] < 0.2
    assert vectors.nearest(["pump"], ["the", "is"]) == {"pump": 0.0}
