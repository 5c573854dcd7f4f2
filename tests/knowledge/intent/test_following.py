"""What the last message of a thread of facts asks, as it stands alone."""

from collections.abc import Sequence
from datetime import date

import pytest
from tests.knowledge.intent.threads_fresh import IN_AN_OFFICE, LEANING, OFFICE, TRADE
from tests.knowledge.intent.threads_told import (
    ALONE,
    ASKED_BACK,
    CORRECTED,
    FOLLOWED,
    HEADINGS,
    NAMES,
    NOT_PARTED,
    OF_THE_ANSWER,
    PARTS,
)

from partnerline.knowledge.intent.following import Understood, already_asked, understood
from partnerline.knowledge.model import Question, Turn

TODAY = date(2026, 11, 23)
MDF = "can MDF pay for a trade show?"


def told(*turns: str, names: Sequence[str] = NAMES, answers: bool = False) -> Understood:
    """The last of a rep's turns, with the bot's answers between them or without."""
    *earlier, last = turns
    history: list[Turn] = []
    for text in earlier:
        history.append(Turn(role="user", text=text))
        if answers:
            history.append(Turn(role="assistant", text="> It says so on page 3 of the RX-9000 paper."))  # fmt: skip
    question = Question(text=last, as_of=TODAY, history=tuple(history))
    return understood(question, names, HEADINGS)


@pytest.mark.parametrize("answers", [False, True])
@pytest.mark.parametrize(("turns", "whole"), FOLLOWED)
def test_what_a_follow_up_leaves_out_is_taken_from_the_thread(
    turns: tuple[str, ...], whole: str, answers: bool
) -> None:
    got = told(*turns, answers=answers)
    assert (got.text, got.relation) == (whole, "follow_up")
    assert got.about


@pytest.mark.parametrize(("turns", "whole"), CORRECTED)
def test_a_correction_takes_the_place_of_what_it_mends(turns: tuple[str, ...], whole: str) -> None:
    got = told(*turns)
    assert (got.text, got.relation) == (whole, "correction")


@pytest.mark.parametrize("answers", [False, True])
@pytest.mark.parametrize(("turns", "whole"), ALONE)
def test_a_message_that_stands_alone_is_never_mixed_with_earlier_ones(
    turns: tuple[str, ...], whole: str, answers: bool
) -> None:
    got = told(*turns, answers=answers)
    assert (got.text, got.relation, got.about) == (whole, "new", "")


@pytest.mark.parametrize(("turns", "must", "must_not"), [*LEANING, *IN_AN_OFFICE])
def test_threads_of_other_trades_are_followed(
    turns: tuple[str, ...], must: tuple[str, ...], must_not: tuple[str, ...]
) -> None:
    got = told(*turns, names=(*TRADE, *OFFICE))
    assert got.relation in {"follow_up", "correction", "why"}
    assert [word for word in must if word.casefold() not in got.text.casefold()] == []
    assert [word for word in must_not if word.casefold() in got.text.casefold()] == []


@pytest.mark.parametrize(("text", "relation"), OF_THE_ANSWER)
def test_remarks_on_the_answer_are_told_from_questions(text: str, relation: str) -> None:
    got = told(MDF, text)
    assert (got.relation, got.about) == (relation, MDF)


@pytest.mark.parametrize(("text", "_relation"), OF_THE_ANSWER)
def test_a_remark_without_an_answer_before_it_is_no_remark(text: str, _relation: str) -> None:
    assert told(text).relation == "new"


def test_shorter_and_again_ask_the_same_question_as_before() -> None:
    assert (
        told("weight of the AX-200", "and the AX-400?", "shorter").text == "Weight of the AX-400?"
    )
    assert told(MDF, "say that again").text == MDF


def test_why_is_asked_of_the_question_before() -> None:
    assert told("is the AX-100 discontinued?", "why?").text == "Why is the AX-100 discontinued?"
    assert told(MDF, "why not?").text == "Why can't MDF pay for a trade show?"


def test_a_word_that_the_thread_never_used_is_a_new_question() -> None:
    assert told(MDF, "what's RMA?").relation == "new"
    assert told("how do I get an RMA number", "what's RMA?").relation == "meaning"


@pytest.mark.parametrize(("turns", "choices"), ASKED_BACK)
def test_it_asks_which_one_where_the_names_do_not_tell(
    turns: tuple[str, ...], choices: tuple[str, ...]
) -> None:
    clarify = told(*turns).clarify
    assert clarify is not None
    assert clarify.choices == choices


@pytest.mark.parametrize(
    ("reply", "whole"),
    [
        ("AX-40", "Weight of the AX-40?"),
        ("the second one", "Weight of the AX-200-LTE?"),
        ("3", "Weight of the AX-40?"),
        ("the last one", "Weight of the AX-400-PRO?"),
        ("das erste", "Weight of the AX-200-B?"),
    ],
)
def test_a_reply_to_the_question_back_completes_the_question(reply: str, whole: str) -> None:
    got = told("weight of the AX-200", "what about the smaller one?", reply)
    assert (got.text, got.clarify) == (whole, None)


def test_choices_that_the_bot_listed_can_be_picked_by_their_place() -> None:
    history = (
        Turn(role="user", text="how long is the warranty?"),
        Turn(role="assistant", text="Which one do you mean?\n\n- GX2\n- BR-510"),
    )
    question = Question(text="the second one", as_of=TODAY, history=history)
    assert "BR-510" in understood(question, TRADE).text


@pytest.mark.parametrize(("turns", "parts"), PARTS)
def test_several_questions_in_one_message_are_parted_and_each_stands_alone(
    turns: tuple[str, ...], parts: tuple[str, ...]
) -> None:
    assert told(*turns).parts == parts


@pytest.mark.parametrize("text", NOT_PARTED)
def test_one_question_is_left_whole(text: str) -> None:
    got = told(text)
    assert (got.text, got.parts) == (text, ())


def test_a_first_message_is_left_as_it_is() -> None:
    for turns, _ in (*FOLLOWED, *ALONE):
        assert told(turns[0]).text == turns[0]
        assert told(turns[0]).relation == "new"


def test_products_need_not_be_known_by_name() -> None:
    got = told("what's the weight of the QX-200?", "and the QX-300?", names=())
    assert got.text == "What's the weight of the QX-300?"


def test_a_question_back_is_known_from_the_bots_turn_and_from_the_reps_alone() -> None:
    unclear = (Turn(role="user", text="AX-200?"),)
    assert already_asked(unclear, NAMES)
    assert already_asked(
        (*unclear, Turn(role="assistant", text="What about it?\n\n- Weight")), NAMES
    )
    assert not already_asked((*unclear, Turn(role="assistant", text="It weighs 620 g.")), NAMES)
    assert not already_asked((Turn(role="user", text=MDF),), NAMES)
    assert not already_asked((), NAMES)


def test_a_part_number_that_goes_on_with_a_question_called_for_none_back() -> None:
    turns = tuple(Turn(role="user", text=text) for text in ("weight of the AX-200", "AX-400?"))
    assert not already_asked(turns, NAMES)
    asked = tuple(
        Turn(role="user", text=text) for text in ("weight of the AX-200", "the smaller one?")
    )
    assert already_asked(asked, NAMES)
