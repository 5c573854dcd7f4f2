"""Slack was away: answers come in order once it is back, and a price as it is by then."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.bot.slack.conftest import PACE, Stage, text_of
from tests.bot.slack.scripted import PRICED, ScriptedAnswerer

from partnerline.bot.slack.answers.freshness import RENEWED
from partnerline.bot.work import Patience
from partnerline.knowledge.model import Answer, Question


class Dearer(ScriptedAnswerer):
    """Prices that rise from one day to the next, or from one question to the next."""

    rises = True

    def answer(self, question: Question) -> Answer:
        priced = super().answer(question)
        if not self.rises or not priced.quote or len(self.asked) == 1:
            return priced
        dearer = replace(priced.quote, total=Decimal("999.00"))
        return replace(priced, text="**999.00 EUR** in all", quote=dearer)


@pytest.fixture
async def waiting(backstage: Stage) -> Stage:
    """A bot that goes on trying for long."""
    backstage.pace = replace(PACE, patience=Patience(seconds=0.05, growth=1.0, tries=400))
    backstage.answerer = Dearer()
    await backstage.start()
    return backstage


async def away_for(stage: Stage, minutes: float) -> None:
    """Moves the clock while posts fail, and ends that only after further tries."""

    def looks() -> int:
        return len(stage.slack.calls("conversations.replies"))

    await stage.slack.until(looks)
    stage.clock.move(minutes=minutes)
    before = looks()
    await stage.slack.until(lambda: looks() > before + 1)
    stage.slack.storm(1, 0.0)


async def test_a_price_that_waited_for_long_is_posted_as_it_is_by_then(waiting: Stage) -> None:
    waiting.slack.storm(1, 1.0, ("500",), method="chat.postMessage")
    asked = waiting.slack.say("U0RITA", "C0ACME", "Price of AX-400?", mention=True)
    await away_for(waiting, minutes=20)

    said = text_of(await waiting.reply(asked))
    assert "999.00 EUR" in said
    assert RENEWED in said
    assert "120,096.00" not in said
    await waiting.quiet()
    assert len(waiting.slack.replies("C0ACME", asked.ts)) == 1
    told = [turn.text for turn in waiting.record.turns(f"T0VENDOR/C0ACME/{asked.ts}", "slack")]
    assert told[-1] == "**999.00 EUR** in all", "what was read is in the record"


async def test_a_price_that_is_the_same_by_then_is_posted_without_a_word(waiting: Stage) -> None:
    assert isinstance(waiting.answerer, Dearer)
    waiting.answerer.rises = False
    waiting.slack.storm(1, 1.0, ("500",), method="chat.postMessage")
    asked = waiting.slack.say("U0RITA", "C0ACME", "Price of AX-400?", mention=True)
    await away_for(waiting, minutes=20)

    said = text_of(await waiting.reply(asked))
    assert PRICED.text.splitlines()[0] in said
    assert RENEWED not in said


async def test_what_waited_for_a_moment_is_posted_as_it_was_computed(waiting: Stage) -> None:
    waiting.slack.storm(1, 1.0, ("500",), method="chat.postMessage")
    asked = waiting.slack.say("U0RITA", "C0ACME", "Price of AX-400?", mention=True)
    await away_for(waiting, minutes=10)

    assert "120,096.00" in text_of(await waiting.reply(asked))


async def test_answers_of_a_thread_stand_in_the_order_of_its_questions(waiting: Stage) -> None:
    first = waiting.slack.say("U0RITA", "C0ACME", "First?", mention=True)
    await waiting.reply(first)
    waiting.slack.storm(1, 1.0, ("500", "html", "reset"), method="chat.postMessage")
    for text in ("Second?", "Third?", "Fourth?"):
        waiting.slack.say("U0RITA", "C0ACME", text, thread_ts=first.ts, mention=True)
        await waiting.slack.settled()
    waiting.slack.storm(1, 0.0)

    await waiting.reply(first, 4)
    said = [text_of(m) for m in waiting.slack.replies("C0ACME", first.ts)]
    assert [s.partition("**")[2] for s in said] == [
        "First?**",
        "Second?**",
        "Third?**",
        "Fourth?**",
    ]


async def test_slacks_rest_is_kept_and_nothing_is_lost_or_said_twice(waiting: Stage) -> None:
    waiting.slack.fail("chat.postMessage", "ratelimited", count=2, seconds=0.4)
    asked = waiting.slack.say("U0RITA", "C0ACME", "How long?", mention=True)
    await waiting.reply(asked)
    await waiting.quiet()
    assert len(waiting.slack.replies("C0ACME", asked.ts)) == 1


async def test_what_comes_before_slack_has_said_who_the_bot_is_is_claimed_and_answered(
    backstage: Stage,
) -> None:
    backstage.slack.storm(1, 1.0, ("500", "html_502", "reset"))
    await backstage.start()
    asked = backstage.slack.say("U0RITA", "C0ACME", "How long?", mention=True)
    await backstage.slack.settled()
    assert [d.attempts[0].ok for d in backstage.slack.deliveries()] == [True, True]
    backstage.slack.storm(1, 0.0)

    assert text_of(await backstage.reply(asked)) == "For acme: **How long?**"
    await backstage.quiet()
    assert len(backstage.slack.replies("C0ACME", asked.ts)) == 1


async def test_a_socket_that_drops_without_a_word_is_opened_again(backstage: Stage) -> None:
    backstage.socket_mode = True
    await backstage.start()
    for number, abrupt in enumerate((True, False, True)):
        opened = len(backstage.slack.calls("apps.connections.open"))
        backstage.slack.drop_sockets(abrupt=abrupt)
        await backstage.slack.until(
            lambda opened=opened: len(backstage.slack.calls("apps.connections.open")) > opened
        )
        await backstage.slack.until(lambda: backstage.slack.board.outbox.sockets.connected)
        asked = backstage.slack.say("U0RITA", "C0ACME", f"Number {number}?", mention=True)
        assert text_of(await backstage.reply(asked)) == f"For acme: **Number {number}?**"
