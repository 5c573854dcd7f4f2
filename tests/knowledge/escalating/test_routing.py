from dataclasses import replace
from datetime import datetime

import pytest
from tests.knowledge.escalating.cases import (
    ACME,
    BERLIN,
    DANA,
    DIRECTORY,
    GLOBEX,
    LENA,
    MIGUEL,
    MONDAY,
    berlin,
    gone_on,
    opened,
    stepped,
)

from partnerline.knowledge.escalating.routing import holder_of, line_of, next_in_line
from partnerline.knowledge.partners import Directory, Manager, Partner

PRICE, PRODUCT = "What is the list price of an AX-200?", "Which firmware does the AX-200 run?"
EVENING, NIGHT = berlin(23, 20), berlin(24, 3)


@pytest.mark.parametrize(
    ("text", "partner", "at", "line"),
    [
        (PRICE, ACME, MONDAY, (DANA, MIGUEL, LENA)),
        (PRODUCT, ACME, MONDAY, (DANA, LENA)),
        (PRICE, GLOBEX, MONDAY, (MIGUEL, DANA, LENA)),
        (PRODUCT, GLOBEX, MONDAY, (DANA, LENA)),
        (PRODUCT, GLOBEX, EVENING, (MIGUEL, LENA)),
        (PRODUCT, GLOBEX, NIGHT, (LENA,)),
        (PRICE, None, NIGHT, (MIGUEL, LENA)),
        (PRICE, ACME, NIGHT, (DANA, MIGUEL, LENA)),
    ],
)
def test_the_line(
    text: str, partner: Partner | None, at: datetime, line: tuple[Manager, ...]
) -> None:
    assert line_of(opened(text, partner=partner), DIRECTORY, at) == line


def test_the_partners_own_entry_comes_before_the_managers_lists() -> None:
    both = Directory(
        partners=(replace(ACME, manager=LENA.email),),
        managers=(DANA, replace(LENA, fallback=False)),
    )
    first, second = line_of(opened(PRODUCT, partner=both.partners[0]), both, NIGHT)
    assert (first.name, second.name) == (LENA.name, DANA.name)


def test_of_several_of_a_kind_who_is_on_duty_comes_first() -> None:
    here = replace(LENA, topics=frozenset({"pricing"}))
    directory = replace(DIRECTORY, managers=(MIGUEL, here))
    assert line_of(opened(PRICE, partner=GLOBEX), directory, MONDAY) == (here, MIGUEL)
    assert line_of(opened(PRICE, partner=GLOBEX), directory, EVENING) == (MIGUEL, here)


def test_where_nobody_is_a_fallback_everybody_is() -> None:
    directory = replace(DIRECTORY, managers=(DANA, MIGUEL))
    assert line_of(opened(PRODUCT, partner=None), directory, NIGHT) == (DANA, MIGUEL)


def test_who_has_no_hours_is_on_duty_at_night() -> None:
    always = Manager(email="always@v.example", name="Al")
    directory = replace(DIRECTORY, managers=(DANA, always, LENA))
    assert line_of(opened(PRODUCT, partner=None), directory, NIGHT) == (always, LENA)


def test_where_there_are_no_managers_nobody_is_in_line() -> None:
    assert line_of(opened(), Directory(open=True), MONDAY) == ()
    assert next_in_line(opened(), Directory(open=True), MONDAY) is None
    assert holder_of(opened(), Directory(open=True)) is None


def test_each_is_asked_once() -> None:
    first = opened(PRICE)
    assert holder_of(first, DIRECTORY) == DANA
    assert next_in_line(first, DIRECTORY, MONDAY) == MIGUEL
    second = gone_on(first, [stepped("passed_on", MONDAY, MIGUEL)])
    assert holder_of(second, DIRECTORY) == MIGUEL
    assert next_in_line(second, DIRECTORY, MONDAY) == LENA
    third = gone_on(first, [*second.steps, stepped("passed_on", MONDAY, LENA)])
    assert next_in_line(third, DIRECTORY, MONDAY) is None


def test_who_was_handed_it_out_of_turn_is_not_asked_again() -> None:
    handed = gone_on(opened(PRICE), [stepped("handed", MONDAY, LENA)])
    assert next_in_line(handed, DIRECTORY, MONDAY) == MIGUEL


def test_a_holder_whom_only_slack_knows_is_found_by_their_id_there_or_not_at_all() -> None:
    step = replace(stepped("taken", MONDAY), holder="slack:U0DANA", holder_name="Dana")
    assert holder_of(gone_on(opened(), [step]), DIRECTORY) == DANA
    stranger = replace(step, holder="slack:U0NEW", holder_name="New")
    assert holder_of(gone_on(opened(), [stranger]), DIRECTORY) is None


def test_managers_are_found_by_key() -> None:
    assert DIRECTORY.manager("Dana@V.example") == DANA
    assert DIRECTORY.manager("slack:U0MIGUEL") == MIGUEL
    assert DIRECTORY.manager("nobody@v.example") is None
    assert DIRECTORY.manager_in_slack("U0DANA") == DANA
    assert DIRECTORY.manager_in_slack("") is None
    assert DANA.hours == BERLIN
