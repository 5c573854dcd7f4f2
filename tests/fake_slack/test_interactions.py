import copy

import httpx
import pytest

from partnerline.fake_slack import FakeSlack, PlayError

BLOCKS = [
    {"type": "actions", "elements": [
        {"type": "button", "action_id": "answer", "value": "q1", "text": {"type": "plain_text", "text": "Answer"}},
    ]},
    {"type": "context_actions", "elements": [
        {"type": "feedback_buttons", "action_id": "rate",
         "positive_button": {"text": {"type": "plain_text", "text": "Good"}, "value": "up"},
         "negative_button": {"text": {"type": "plain_text", "text": "Bad"}, "value": "down"}},
    ]},
]  # fmt: skip
MODAL = {
    "type": "modal", "callback_id": "answering", "private_metadata": "q1",
    "title": {"type": "plain_text", "text": "Answer"},
    "submit": {"type": "plain_text", "text": "Send"},
    "blocks": [
        {"type": "input", "block_id": "words", "label": {"type": "plain_text", "text": "Answer"},
         "element": {"type": "plain_text_input", "action_id": "text"}},
        {"type": "input", "block_id": "keep", "optional": True, "label": {"type": "plain_text", "text": "Keep"},
         "element": {"type": "static_select", "action_id": "choice", "options": [
             {"text": {"type": "plain_text", "text": "Yes"}, "value": "yes"}]}},
    ],
}  # fmt: skip


async def posted(bot) -> str:  # type: ignore[no-untyped-def]
    blocks = copy.deepcopy(BLOCKS)
    answer = await bot.web_client.chat_postMessage(channel="C0ACME", text="a", blocks=blocks)
    return answer["ts"]


async def test_a_click_opens_a_modal_and_its_submission_arrives(slack: FakeSlack, bot) -> None:  # type: ignore[no-untyped-def]
    submitted = []

    @bot.app.action("answer")
    async def clicked(ack, body, client) -> None:  # type: ignore[no-untyped-def]
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=MODAL)

    @bot.app.view("answering")
    async def sent(ack, view) -> None:  # type: ignore[no-untyped-def]
        words = view["state"]["values"]["words"]["text"]["value"]
        if words == "no":
            await ack(response_action="errors", errors={"words": "Say more"})
            return
        submitted.append(view)
        await ack()

    slack.click("U0RITA", "C0ACME", await posted(bot), "answer")
    await slack.settled()
    [view] = slack.open_views("U0RITA")
    slack.submit("U0RITA", view.id, {"words": "no"})
    await slack.settled()
    assert view.errors == {"words": "Say more"}
    assert view.open
    slack.submit("U0RITA", view.id, {"words": "It costs 42", "choice": "yes"})
    await slack.settled()
    assert slack.open_views() == []
    [got] = submitted
    assert got["private_metadata"] == "q1"
    assert got["state"]["values"]["keep"]["choice"]["selected_option"]["value"] == "yes"


async def test_a_thumb_says_who_and_which(slack: FakeSlack, bot) -> None:  # type: ignore[no-untyped-def]
    heard = []

    @bot.app.action("rate")
    async def rated(ack, body) -> None:  # type: ignore[no-untyped-def]
        await ack()
        heard.append(body)

    slack.click("U0RITA", "C0ACME", await posted(bot), "rate", value="down")
    await slack.settled()
    assert heard[0]["actions"][0]["value"] == "down"
    assert (heard[0]["user"]["team_id"], heard[0]["team"]["id"]) == ("T0ACME", "T0VENDOR")


async def test_a_command_is_answered_to_its_person(slack: FakeSlack, bot) -> None:  # type: ignore[no-untyped-def]
    @bot.app.command("/partnerline")
    async def ran(ack, command, respond) -> None:  # type: ignore[no-untyped-def]
        await ack(f"you said {command['text']}")
        await respond("later")

    sent = slack.command("U0DANA", "C0MANAGERS", "/partnerline", "status")
    await slack.settled()
    assert (sent.attempts[0].status, sent.ok) == (200, True)
    assert sorted(e.text for e in slack.ephemerals("U0DANA")) == ["later", "you said status"]


async def test_an_interaction_is_not_redelivered(slack: FakeSlack, bot) -> None:  # type: ignore[no-untyped-def]
    ts = await posted(bot)
    await slack.settled()
    bot.manners = [500]
    sent = slack.click("U0RITA", "C0ACME", ts, "answer")
    await slack.settled()
    assert [a.status for a in sent.attempts] == [500]


def test_people_cannot_do_what_slack_would_not_let_them(slack: FakeSlack) -> None:
    with pytest.raises(PlayError, match="not in C0MANAGERS"):
        slack.say("U0RITA", "C0MANAGERS", "let me in")
    ts = slack.say("U0RITA", "C0ACME", "hi").ts
    with pytest.raises(PlayError, match="no element"):
        slack.click("U0RITA", "C0ACME", ts, "answer")
    view = slack.board.open_view("U0RITA", copy.deepcopy(MODAL))
    with pytest.raises(PlayError, match="required"):
        slack.submit("U0RITA", view.id, {})


def test_control_over_http_acts_reads_and_waits(slack: FakeSlack) -> None:
    with httpx.Client(base_url=slack.base_url, trust_env=False) as web:
        asked = web.post(
            "/control/say", json={"user": "U0RITA", "channel": "C0ACME", "text": "hi"}
        ).json()
        bot = {"authorization": f"Bearer {slack.bot_token}"}
        said = {"channel": "C0ACME", "thread_ts": asked["ts"], "text": "hello"}
        web.post("/api/chat.postMessage", json=said, headers=bot)
        [reply] = web.get(
            "/control/wait", params={"thread_ts": asked["ts"], "contains": "hell"}
        ).json()
        thread = web.get("/control/thread", params={"channel": "C0ACME", "ts": asked["ts"]}).json()
        late = web.get("/control/wait", params={"contains": "never", "timeout": 0.01})
        wrong = web.post(
            "/control/say", json={"user": "U0NOBODY", "channel": "C0ACME", "text": "hi"}
        )
        web.post("/control/world", json={"teams": [{"id": "T0NEW", "name": "New"}]})
        calls = web.get("/control/calls", params={"method": "chat.postMessage"}).json()
        deliveries = web.get("/control/deliveries").json()
    assert reply["text"] == "hello"
    assert [m["text"] for m in thread] == ["hi", "hello"]
    assert (late.status_code, wrong.status_code) == (408, 400)
    assert "T0NEW" in slack.world.teams
    assert calls[0]["args"]["text"] == "hello"
    assert len(deliveries) == 2
