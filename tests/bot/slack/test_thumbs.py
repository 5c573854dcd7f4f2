"""A thumb down asks why, of that person alone, in one click, with a human on offer."""

import pytest
from tests.bot.slack.conftest import Stage

from partnerline.bot.slack.answers.thumbs import ASKED, NOTED, REASONS, why_blocks
from partnerline.fake_slack import Message
from partnerline.fake_slack.blocks import check_blocks
from partnerline.fake_slack.ledger import Ephemeral


@pytest.fixture(params=["http", "socket"])
async def staged(backstage: Stage, request: pytest.FixtureRequest) -> Stage:
    backstage.socket_mode = request.param == "socket"
    await backstage.start()
    return backstage


async def thumb_down(stage: Stage) -> tuple[Message, Ephemeral]:
    asked = stage.slack.say("U0RITA", "C0ACME", "How long is the warranty?", mention=True)
    reply = await stage.reply(asked)
    (block,) = [b for b in reply.blocks if b["type"] == "context_actions"]
    value = block["elements"][0]["negative_button"]["value"]
    stage.slack.click("U0RITA", "C0ACME", reply.ts, "feedback", value=value)
    (shown,) = await stage.slack.until(lambda: stage.slack.ephemerals("U0RITA"))
    return asked, shown


async def test_a_thumb_down_asks_why_and_keeps_the_reason(staged: Stage) -> None:
    asked, shown = await thumb_down(staged)
    assert (shown.channel, shown.thread_ts) == ("C0ACME", asked.ts)
    assert shown.text == f"{ASKED} Wrong / Out of date / Not what I asked / Too long / Get a human"

    staged.slack.click("U0RITA", "C0ACME", shown.ts, "why_out_of_date")
    await staged.slack.until(lambda: len(staged.slack.ephemerals("U0RITA")) == 2)

    assert staged.slack.ephemerals("U0RITA")[-1].text == NOTED
    (complaint,) = staged.record.reasons()
    assert (complaint.asker, complaint.why) == ("U0RITA", "out_of_date")


async def test_a_human_can_be_had_from_there(stage: Stage) -> None:
    _, shown = await thumb_down(stage)
    stage.slack.click("U0RITA", "C0ACME", shown.ts, "get_human")
    await stage.card()


async def test_a_thumb_up_asks_nothing(stage: Stage) -> None:
    asked = stage.slack.say("U0RITA", "C0ACME", "How long is the warranty?", mention=True)
    reply = await stage.reply(asked)
    (block,) = [b for b in reply.blocks if b["type"] == "context_actions"]
    value = block["elements"][0]["positive_button"]["value"]
    stage.slack.click("U0RITA", "C0ACME", reply.ts, "feedback", value=value)
    await stage.quiet()
    assert stage.slack.ephemerals() == []


async def test_a_reason_from_another_channel_is_not_kept(stage: Stage) -> None:
    await thumb_down(stage)
    (question_id,) = [one.question_id for one in stage.record.past(None)]
    stage.slack.board.bots_message("C0GLOBEX", "", [])
    posted = stage.slack.board.bots_message("C0GLOBEX", "x", list(why_blocks(question_id)))
    stage.slack.board.post(posted)
    stage.slack.click("W0GUS", "C0GLOBEX", posted.ts, "why_wrong")
    await stage.quiet()
    assert stage.record.reasons() == ()


def test_slack_takes_the_question_and_every_reason_has_a_button() -> None:
    shown = list(why_blocks("q" * 64))
    assert check_blocks(shown) == []
    assert len(shown[1]["elements"]) == len(REASONS) + 1
