"""Short forms, as documents explain them and questions use them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerline.knowledge.retrieval.acronyms import definitions, expanded, short_forms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Market development funds (MDF) pay.", [("mdf", "market development funds")]),
        ("Pay market development funds (MDFs).", [("mdf", "market development funds")]),
        ("A Proof-of-concept plan (POC) helps.", []),
        ("The proof of concept (POC) helps.", [("poc", "proof of concept")]),
        ("Our return on investment (ROI) is", [("roi", "return on investment")]),
        ("MDF (market development funds)", [("mdf", "market development funds")]),
        ("Call the office (EMEA) now.", []),
        ("See the list (A) and (B).", []),
        ("", []),
    ],
)
def test_a_short_form_is_explained_by_words_whose_initials_spell_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert list(definitions(text)) == expected


@given(st.text(alphabet="aAbB (-)\n"))
def test_any_text_can_be_read(text: str) -> None:
    for short, long in definitions(text):
        assert short
        assert long


def test_capitals_and_unknown_words_of_few_letters_may_be_short_forms() -> None:
    known = {"what", "is", "the", "cap", "of"}
    assert short_forms("what is the CAP of mdf", known.__contains__) == ("cap", "mdf")


def test_what_a_short_form_stands_for_is_put_behind_the_question_once() -> None:
    meanings = {"mdf": "market development funds"}
    assert expanded("what is MDF?", meanings) == "what is MDF? (market development funds)"
    said = "are development funds of the market MDF?"
    assert expanded(said, meanings) == said
    assert expanded("what is it?", {}) == "what is it?"
