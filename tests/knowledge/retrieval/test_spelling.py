"""Misspelt words, and words that only look so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerline.knowledge.retrieval.spelling import (
    corrections,
    mendable,
    mended,
    names_in,
    respelt,
)

VOCABULARY = {"warranty": 3, "warrant": 1, "sensor": 2, "sensors": 9, "reseller": 1, "price": 4}


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("warrenty", "warranty"),
        ("warrnty", "warranty"),
        ("waranty", "warranty"),
        ("wrarenty", "warranty"),
        ("sesnor", "sensor"),
        ("snesors", "sensors"),
        ("resaler", None),
        ("reselerr", "reseller"),
        ("pirce", "price"),
        ("prices", None),
        ("satellite", None),
    ],
)
def test_a_word_is_mended_into_the_nearest(word: str, right: str | None) -> None:
    assert mended(word, VOCABULARY) == right


def test_of_equally_near_words_the_commonest_is_meant() -> None:
    assert mended("cable", {"cables": 5, "fable": 2, "table": 3}) == "table"


@pytest.mark.parametrize("word", ["ax200", "20000", "axes", "ax", "4410x"])
def test_numbers_part_numbers_and_short_words_are_never_mended(word: str) -> None:
    assert not mendable(word)
    asked: list[str] = []

    def vocabulary(letter: str) -> dict[str, int]:
        asked.append(letter)
        return {"ax201": 1, "20001": 1}

    assert corrections([word], vocabulary, lambda *_: True) == {}
    assert asked == []


def test_a_word_with_its_first_letters_swapped_is_found_too() -> None:
    by_letter = {"a": {"audit": 1}, "u": {"usage": 1}}
    assert corrections(["uadit"], lambda one: by_letter.get(one, {}), lambda *_: True) == {
        "uadit": "audit"
    }


def test_what_doesnt_fit_is_left_as_it_is() -> None:
    assert corrections(["warrenty"], lambda _: VOCABULARY, lambda *_: False) == {}


def test_names_are_words_with_a_capital_within_a_sentence() -> None:
    assert names_in("Does Globex sell? Can McAfee, and why not. MDF") == {"globex", "mcafee"}


def test_a_respelt_question_keeps_all_else() -> None:
    assert respelt("Warrenty of AX-200, warrenty's?", {"warrenty": "warranty"}) == (
        "warranty of AX-200, warranty's?"
    )


@given(st.text(), st.text(min_size=1))
def test_any_text_can_be_respelt(text: str, word: str) -> None:
    assert respelt(text, {}) == text
    respelt(text, {word: "x"})
