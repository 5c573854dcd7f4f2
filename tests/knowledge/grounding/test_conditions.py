"""A figure belongs to what it is told of, and a condition to what it bounds: how many of each the checks tell."""

from types import ModuleType

import pytest
from tests.knowledge.grounding import conditions, conditions_unseen

from partnerline.knowledge.grounding.clauses import units_of
from partnerline.knowledge.grounding.conditions import left_out
from partnerline.knowledge.grounding.judging import Flaw, Judge
from partnerline.knowledge.model import Sentence

STILL_MISSED = 8
"""Of the ninety false sentences; a change that misses more is worse, one that misses fewer lowers it."""


def flaw(pairs: ModuleType, key: str, question: str, text: str) -> Flaw | None:
    judge = Judge(pairs.EVIDENCE, language="en", question=question)
    return judge.flaw(Sentence(text=text, passages=(key,)))


@pytest.mark.parametrize("pairs", [conditions, conditions_unseen], ids=["seen", "unseen"])
def test_what_keeps_figure_and_condition_stands(pairs: ModuleType) -> None:
    fallen = [(text, flaw(pairs, key, asked, text)) for key, asked, text in pairs.KEPT]
    assert [one for one in fallen if one[1] is not None] == []


def test_nearly_all_that_exchanges_a_figure_or_drops_a_condition_falls() -> None:
    stood = [
        text
        for pairs in (conditions, conditions_unseen)
        for key, asked, text, _ in pairs.LOST
        if flaw(pairs, key, asked, text) is None
    ]
    assert len(stood) <= STILL_MISSED, stood


@pytest.mark.parametrize(
    ("said", "told", "dropped"),
    [
        ("Freight is free.", "Freight is free, except for islands.", "except for islands"),
        ("Freight is free.", "Freight is free from 50 units.", "from 50 units"),
        ("Freight is free.", "In Austria, freight is free.", "in austria,"),
        ("Units can be returned.", "Units can be returned within 30 days.", "within 30 days"),
        ("It holds 64 units.", "It holds up to 64 units.", "up to 64 units"),
        ("Freight is free for islands.", "Freight is free, except for islands.", "except for islands"),
        ("Freight is free, islands excepted.", "Freight is free, except for islands.", None),
        ("Freight is free from 50 units.", "Freight is free from 50 units.", None),
        ("Freight is free in Austria.", "In Austria, freight is free.", None),
        ("It holds a maximum of 64 units.", "It holds up to 64 units.", None),
        ("The box is made of tin.", "The box is made of tin and is sent within 30 days.", None),
    ],
)  # fmt: skip
def test_the_words_of_a_condition_that_is_left_out_are_named(
    said: str, told: str, dropped: str | None
) -> None:
    assert left_out(said, "", units_of(told)) == dropped


def test_a_condition_that_the_question_names_need_not_be_said_again() -> None:
    told = units_of("Freight is free from 50 units.")
    assert left_out("Freight is free.", "Do I pay freight from 50 units on?", told) is None
