import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from partnerline.fake_slack import FakeSlack, MovableClock


def begun(slack: FakeSlack, client: WebClient) -> dict:
    asked = slack.say("U0RITA", "C0ACME", "go on")
    reader = {"recipient_team_id": "T0ACME", "recipient_user_id": "U0RITA"}
    started = client.chat_startStream(channel="C0ACME", thread_ts=asked.ts, **reader)
    return {"channel": "C0ACME", "ts": started["ts"]}


def test_a_stream_is_dead_after_five_minutes(
    slack: FakeSlack, client: WebClient, clock: MovableClock
) -> None:
    place = begun(slack, client)
    clock.move(minutes=4)
    client.chat_appendStream(**place, markdown_text="still ")
    clock.move(minutes=2)
    with pytest.raises(SlackApiError, match="message_not_in_streaming_state"):
        client.chat_stopStream(**place)
    message = slack.message(place["channel"], place["ts"])
    assert (message.streaming, message.text) == (False, "still ")
    client.chat_update(**place, text="whole")
    assert slack.message(place["channel"], place["ts"]).text == "whole"


def test_twenty_streams_a_minute_begin(
    slack: FakeSlack, client: WebClient, clock: MovableClock
) -> None:
    for _ in range(20):
        begun(slack, client)
    with pytest.raises(SlackApiError, match="ratelimited") as caught:
        begun(slack, client)
    assert caught.value.response.status_code == 429
    assert 1 <= int(caught.value.response.headers["retry-after"]) <= 60
    clock.move(seconds=61)
    begun(slack, client)


def test_a_status_goes_after_two_minutes(
    slack: FakeSlack, client: WebClient, clock: MovableClock
) -> None:
    asked = slack.say("U0RITA", "C0ACME", "go on")
    client.assistant_threads_setStatus(channel_id="C0ACME", thread_ts=asked.ts, status="thinks")
    assert slack.status("C0ACME", asked.ts) == "thinks"
    clock.move(minutes=3)
    assert slack.status("C0ACME", asked.ts) == ""


def test_prompts_with_a_thread_go_nowhere(slack: FakeSlack, client: WebClient) -> None:
    place = slack.direct("U0RITA").id
    asked = slack.tell("U0RITA", "hello")
    prompts = [{"title": "A price", "message": "what does it cost?"}]
    lost = client.assistant_threads_setSuggestedPrompts(
        channel_id=place, thread_ts=asked.ts, prompts=prompts
    )
    assert (lost["ok"], slack.prompts(place)) == (True, [])
    client.assistant_threads_setSuggestedPrompts(channel_id=place, prompts=prompts)
    assert slack.prompts(place) == prompts
