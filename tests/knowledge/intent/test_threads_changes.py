"""A turn that changes what a thread asks for: it takes a line out, keeps one, or counts one anew."""

import pytest
from tests.knowledge.intent.shop import ask, told

_BEFORE = "price for 12 AX-200 and 5 TS-10"


@pytest.mark.parametrize(
    "turn",
    [
        "and drop the TS-10",
        "drop TS-10",
        "drop the 5 TS-10",
        "take out the TS-10",
        "leave out the TS-10",
        "cancel the TS-10",
        "remove the TS-10",
        "skip TS-10",
        "minus the TS-10",
        "no TS-10 please",
        "ohne TS-10",
        "without the TS-10",
        "same but without TS-10",
        "we no longer need the TS-10",
        "we don't need the 5 TS-10",
        "the TS-10 is no longer needed",
        "only the AX-200",
        "just the AX-200",
    ],
)
def test_a_line_is_taken_out_and_the_others_stay(turn: str) -> None:
    assert told(ask(_BEFORE, turn)) == "AX-200 12"


@pytest.mark.parametrize(
    ("turn", "reading"),
    [
        ("make it 50 TS-10", "AX-200 12, TS-10 50"),
        ("change TS-10 to 8", "AX-200 12, TS-10 8"),
        ("50 TS-10 instead", "AX-200 12, TS-10 50"),
        ("change the AX-200 to 20", "AX-200 20, TS-10 5"),
        ("not 12 but 21", "AX-200 21, TS-10 5"),
        ("add 2 AX-400", "AX-200 12, TS-10 5, AX-400 2"),
        ("drop the AX-200", "TS-10 5"),
    ],
)
def test_a_line_is_counted_anew_and_the_others_stay(turn: str, reading: str) -> None:
    assert told(ask(_BEFORE, turn)) == reading


@pytest.mark.parametrize(
    ("turn", "reading"),
    [
        ("what about AX-400 instead?", "AX-400 12/5 how many?"),
        ("add 5 TS-10", "AX-200 12, TS-10 5 how many?"),
        ("10 more AX-200", "AX-200 12/10 how many?, TS-10 5"),
        ("one more TS-10", "AX-200 12, TS-10 5 how many?"),
        ("5 fewer AX-200", "AX-200 12/5 how many?, TS-10 5"),
        ("5 TS-10 less", "AX-200 12, TS-10 5 how many?"),
        ("drop 2 TS-10", "AX-200 12 how many?, TS-10 5 how many?"),
        ("drop the AX-400", "AX-200 12 how many?, TS-10 5 how many?"),
        ("double the quantities", "AX-200 12 how many?, TS-10 5 how many?"),
        ("twice as many", "AX-200 12 how many?, TS-10 5 how many?"),
        ("make it 50", "AX-200 12/50, TS-10 5/50"),
    ],
)
def test_what_may_be_more_or_fewer_is_asked_about(turn: str, reading: str) -> None:
    assert told(ask(_BEFORE, turn)) == reading


@pytest.mark.parametrize(
    ("turns", "reading"),
    [
        (("12 AX-200", "not 12 but 21"), "AX-200 21"),
        (("12 AX-200", "double that"), "AX-200 how many?"),
        (("12 AX-200", "5 less"), "AX-200 12/5 how many?"),
        (("12 AX-200", "drop 2"), "AX-200 12/2 how many?"),
        (("12 AX-200", "add 10 AX-200"), "AX-200 12/10 how many?"),
        (("12 AX-200", "add 12 AX-200"), "AX-200 12 how many?"),
        (("12 AX-200", "drop the AX-200"), "AX-200 12 how many?"),
        (("price of 7 gateways with battery", "AX-200-B"), "AX-200-B 7"),
        (("7 gateways", "AX-200-B"), "AX-200-B 7"),
    ],
)
def test_a_thread_of_one_thing(turns: tuple[str, ...], reading: str) -> None:
    assert told(ask(*turns)) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("what's the price of 12 AX-200? we no longer need the 5 TS-10", "AX-200 12"),
        ("12 AX-200, not 5 TS-10", "AX-200 12"),
        ("12 AX-200, I cancelled the 5 TS-10", "AX-200 12"),
        ("12 AX-200, the 5 TS-10 are already ordered", "AX-200 12"),
        ("not 12 but 21 AX-200", "AX-200 21"),
        ("minus five AX-200", "AX-200 5 how many?"),
        ("drop the AX-200", "AX-200 how many?"),
        ("part no AX-200: 10", "AX-200 10"),
        ("10 AX-200 delivered", "AX-200 10"),
    ],
)
def test_what_is_named_as_not_meant_in_one_turn(text: str, reading: str) -> None:
    assert told(ask(text)) == reading
