"""Part numbers in questions and in passages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerline.knowledge.retrieval.identifiers import identifiers, share_held, spellings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what is the AX-200-B?", ("ax-200-b",)),
        ("ax200 or TS-10-X, ax200 again", ("ax200", "ts-10-x")),
        ("is the IEC62443-3 met", ("iec62443-3",)),
        ("how many for 100 users in 2026", ()),
        ("the 3rd of 25k, 2x", ()),
        ("list price please", ()),
        ("", ()),
    ],
)
def test_what_holds_letters_and_digits_is_an_identifier(
    text: str, expected: tuple[str, ...]
) -> None:
    assert identifiers(text) == expected


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("The AX-200 has it.", 1.0),
        ("The ax200 has it.", 1.0),
        ("AX 200:", 1.0),
        ("The AX-200-B has it.", 0.5),
        ("The AX-2000 has it.", 0.0),
        ("The MAX-200 has it.", 0.0),
        ("The B-AX-200 has it.", 0.0),
        ("The AX and 200 more.", 0.0),
    ],
)
def test_an_identifier_is_held_letter_by_letter_however_it_is_joined(
    text: str, share: float
) -> None:
    assert share_held(["ax-200"], text) == share
    assert share_held(["ax200"], text) == share


def test_the_share_is_over_all_that_are_wanted() -> None:
    assert share_held(["ax-200", "ts-10"], "AX-200 alone") == 0.5
    assert share_held([], "anything") == 1.0


def test_an_identifier_is_sought_in_one_and_cut() -> None:
    assert spellings("ax200b") == ("ax200b", "ax-200-b")
    assert spellings("ax-200") == ("ax-200",)


@given(st.text(), st.text())
def test_any_text_can_be_looked_through(question: str, text: str) -> None:
    assert 0 <= share_held(identifiers(question), text) <= 1
