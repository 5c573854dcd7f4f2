"""How many questions have their turn in a minute, and in which order."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from partnerline.bot.slack.asking import rates
from partnerline.bot.slack.asking.rates import Rates


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def made(clock: Clock) -> Callable[..., Rates]:
    return lambda **given: Rates(clock=clock, **given)


def test_within_the_rate_nobody_waits(made: Callable[..., Rates]) -> None:
    asked = made(rep=3)
    assert [asked.turn("rita", "acme").seconds for _ in range(3)] == [0, 0, 0]


def test_what_is_too_much_waits_for_room_and_keeps_its_order(
    made: Callable[..., Rates], clock: Clock
) -> None:
    asked = made(rep=3)
    turns = []
    for _ in range(9):
        turns.append(clock.now + asked.turn("rita", "acme").seconds)
        clock.now += 1
    assert all(one < other for one, other in pairwise(turns))
    for start in turns:
        assert sum(start <= turn < start + 60 for turn in turns) <= 3


def test_a_polite_word_comes_once_a_minute(made: Callable[..., Rates], clock: Clock) -> None:
    asked = made(rep=1)
    assert [asked.turn("rita", None).told for _ in range(4)] == [False, True, False, False]
    clock.now += 60
    assert asked.turn("rita", None).told


def test_a_partner_s_reps_share_its_rate(made: Callable[..., Rates]) -> None:
    asked = made(rep=2, partner=3)
    assert [asked.turn(rep, "acme").seconds for rep in ("a", "a", "b")] == [0, 0, 0]
    assert asked.turn("b", "acme").seconds == pytest.approx(60)
    assert asked.turn("c", "globex").seconds == 0
    assert asked.turn("d", None).seconds == 0


def test_one_rep_s_long_line_does_not_hold_up_a_colleague(made: Callable[..., Rates]) -> None:
    asked = made(rep=1, partner=10)
    for _ in range(5):
        asked.turn("a", "acme")
    assert asked.turn("b", "acme").seconds == 0


def test_a_rate_of_nothing_is_none(made: Callable[..., Rates]) -> None:
    asked = made(rep=0, partner=0)
    assert {asked.turn("rita", "acme").seconds for _ in range(100)} == {0}


def test_who_asked_nothing_of_late_is_let_go(
    made: Callable[..., Rates], clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rates, "MOST_KEPT", 10)
    asked = made()
    for number in range(9):
        asked.turn(f"rep {number}", None)
    clock.now += 61
    for number in range(5):
        asked.turn(f"another {number}", None)
    assert len(asked._asked) <= 7
