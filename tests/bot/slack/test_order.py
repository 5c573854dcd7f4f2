"""Answers of one thread in order, messages of one channel at Slack's pace."""

import asyncio

import pytest

from partnerline.bot.slack.web.order import Order
from partnerline.bot.slack.web.pacing import Pacer, Rests


async def test_a_later_answer_waits_for_the_earlier_one_of_its_thread_only() -> None:
    order = Order()
    with order.question("a", "1.0"), order.question("a", "2.0"), order.question("b", "3.0"):
        await order.turn("b", "3.0")
        await order.turn("a", "1.0")
        later = asyncio.create_task(order.turn("a", "2.0"))
        done, _ = await asyncio.wait({later}, timeout=0.01)
        assert not done
        order.answered("a", "1.0")
        await asyncio.wait_for(later, 1)


async def test_an_answer_waits_for_no_question_that_has_ended_however_it_ended() -> None:
    order = Order()
    with pytest.raises(KeyError), order.question("a", "1.0"):
        raise KeyError
    await asyncio.wait_for(order.turn("a", "2.0"), 1)
    assert order._threads == {}


async def test_what_takes_too_long_holds_nobody_up_for_ever() -> None:
    order = Order(longest=0.01)
    with order.question("a", "1.0"):
        await asyncio.wait_for(order.turn("a", "2.0"), 1)


async def test_what_was_said_before_every_question_goes_first() -> None:
    order = Order()
    with order.question("a", "2.0"):
        await asyncio.wait_for(order.turn("a", "1.0"), 1)


async def test_a_channel_gets_its_messages_one_after_the_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(round(seconds))

    monkeypatch.setattr(asyncio, "sleep", sleep)
    pacer = Pacer(10.0)
    for _ in range(6):
        await pacer.moment("C1")
    await pacer.moment("C2")
    assert slept == [10, 20, 30]


def test_a_rest_that_slack_wants_is_kept_by_all_and_ends() -> None:
    rests = Rests()
    rests.rest("posting", 100)
    rests.rest("posting", 5)
    assert 99 < rests.left("posting") <= 100
    assert rests.left("reading") == 0
    rests.rest("reading", -1)
    assert rests.left("reading") == 0
