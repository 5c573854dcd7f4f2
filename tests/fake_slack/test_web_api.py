import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.models.blocks import ContextActionsBlock, FeedbackButtonsElement, MarkdownBlock

from partnerline.fake_slack import FakeSlack


def refusal(call, *args, **kwargs) -> str:  # type: ignore[no-untyped-def]
    with pytest.raises(SlackApiError) as refused:
        call(*args, **kwargs)
    return str(refused.value.response["error"])


@pytest.mark.parametrize("verb", ["query", "form", "json"])
def test_arguments_arrive_in_query_form_and_json(slack: FakeSlack, verb: str) -> None:
    given = {"channel": "C0ACME", "text": "hello"}
    where = {"query": {"params": given}, "form": {"data": given}, "json": {"json": given}}[verb]
    headers = {"authorization": f"Bearer {slack.bot_token}"}
    method = "GET" if verb == "query" else "POST"
    with httpx.Client(trust_env=False) as web:
        answer = web.request(method, f"{slack.url}chat.postMessage", headers=headers, **where)
    assert answer.status_code == 200
    assert answer.json()["ok"]
    assert [m.text for m in slack.messages("C0ACME")] == ["hello"]


@pytest.mark.parametrize(
    ("method", "token", "error"),
    [
        ("no.suchMethod", "xoxb-fake", "unknown_method"),
        ("auth.test", "", "not_authed"),
        ("auth.test", "xoxb-wrong", "invalid_auth"),
        ("apps.connections.open", "xoxb-fake", "not_allowed_token_type"),
    ],
)
def test_refusals_come_with_status_200(
    slack: FakeSlack, method: str, token: str, error: str
) -> None:
    with httpx.Client(trust_env=False) as web:
        answer = web.post(f"{slack.url}{method}", data={"token": token} if token else {})
    assert (answer.status_code, answer.json()) == (200, {"ok": False, "error": error})


def test_auth_test_names_the_bot_and_its_workspace(client: WebClient) -> None:
    answer = client.auth_test()
    assert (answer["team_id"], answer["user_id"], answer["bot_id"]) == (
        "T0VENDOR",
        "U0BOT",
        "B0BOT",
    )


def test_posts_refuse_what_slack_refuses(client: WebClient) -> None:
    post = client.chat_postMessage
    assert refusal(post, channel="C0NOWHERE", text="a") == "channel_not_found"
    assert refusal(client.api_call, "chat.postMessage", json={"channel": "C0ACME"}) == "no_text"
    assert refusal(post, channel="C0ACME", text="a" * 40_001) == "msg_too_long"
    assert refusal(post, channel="C0ACME", text="a", thread_ts="1.0") == "thread_not_found"
    assert refusal(client.chat_update, channel="C0ACME", ts="1.0", text="a") == "message_not_found"
    assert refusal(client.users_info, user="U0NOBODY") == "user_not_found"


def test_a_bot_outside_a_channel_is_refused(slack: FakeSlack, client: WebClient) -> None:
    from partnerline.fake_slack import extend

    extend(slack.world, {"channels": [
        {"id": "C0OPEN", "bot": False}, {"id": "C0SECRET", "kind": "private", "bot": False},
    ]})  # fmt: skip
    assert refusal(client.chat_postMessage, channel="C0OPEN", text="a") == "not_in_channel"
    assert refusal(client.chat_postMessage, channel="C0SECRET", text="a") == "channel_not_found"


def test_a_thread_reads_back_with_metadata_only_where_asked(client: WebClient) -> None:
    top = client.chat_postMessage(channel="C0ACME", text="top")
    metadata = {"event_type": "answer", "event_payload": {"id": "q1"}}
    client.chat_postMessage(channel="C0ACME", text="re", thread_ts=top["ts"], metadata=metadata)
    bare = client.conversations_replies(channel="C0ACME", ts=top["ts"])["messages"]
    full = client.conversations_replies(channel="C0ACME", ts=top["ts"], include_all_metadata=True)[
        "messages"
    ]
    assert [m["text"] for m in bare] == ["top", "re"]
    assert bare[0]["reply_count"] == 1
    assert "metadata" not in bare[1]
    assert full[1]["metadata"] == metadata
    assert [m["text"] for m in client.conversations_history(channel="C0ACME")["messages"]] == [
        "top"
    ]


def test_histories_come_in_pages(client: WebClient) -> None:
    for text in ("one", "two", "three"):
        client.chat_postMessage(channel="C0ACME", text=text)
    pages = client.conversations_history(channel="C0ACME", limit=2)
    assert [[m["text"] for m in page["messages"]] for page in pages] == [["three", "two"], ["one"]]


def test_an_update_changes_text_and_permalink_points_at_it(client: WebClient) -> None:
    ts = client.chat_postMessage(channel="C0ACME", text="before")["ts"]
    client.chat_update(channel="C0ACME", ts=ts, text="after")
    found = client.conversations_replies(channel="C0ACME", ts=ts)["messages"][0]
    assert (found["text"], found["edited"]["user"]) == ("after", "U0BOT")
    link = client.chat_getPermalink(channel="C0ACME", message_ts=ts)["permalink"]
    assert link.endswith(f"/archives/C0ACME/p{ts.replace('.', '')}")


def test_the_bot_cannot_edit_a_persons_message(slack: FakeSlack, client: WebClient) -> None:
    ts = slack.say("U0RITA", "C0ACME", "mine").ts
    assert refusal(client.chat_update, channel="C0ACME", ts=ts, text="x") == "cant_update_message"


def test_an_ephemeral_is_seen_by_one_member_only(slack: FakeSlack, client: WebClient) -> None:
    client.chat_postEphemeral(channel="C0ACME", user="U0RITA", text="psst")
    assert [e.text for e in slack.ephemerals("U0RITA")] == ["psst"]
    assert slack.messages("C0ACME") == []
    error = refusal(client.chat_postEphemeral, channel="C0ACME", user="U0MAX", text="psst")
    assert error == "user_not_in_channel"


def test_people_show_what_slack_shows(client: WebClient) -> None:
    rita = client.users_info(user="U0RITA")["user"]
    gus = client.users_info(user="W0GUS")["user"]
    guest = client.users_info(user="U0GUEST")["user"]
    assert (rita["team_id"], rita["profile"]["email"]) == ("T0ACME", "rita@acme.example")
    assert gus["enterprise_user"]["enterprise_id"] == "E0GLOBEX"
    assert "email" not in gus["profile"]
    assert guest["is_restricted"]
    assert client.users_info(user="U0STRANGER")["user"]["is_stranger"]
    assert client.users_lookupByEmail(email="dana@vendor.example")["user"]["id"] == "U0DANA"
    assert refusal(client.users_lookupByEmail, email="rita@acme.example") == "users_not_found"


def test_channels_show_who_shares_them(client: WebClient) -> None:
    shared = client.conversations_info(channel="C0ACME")["channel"]
    own = client.conversations_info(channel="C0GENERAL")["channel"]
    assert (shared["is_ext_shared"], shared["connected_team_ids"]) == (True, ["T0ACME"])
    assert (own["is_ext_shared"], own["connected_team_ids"]) == (False, [])
    assert client.conversations_members(channel="C0ACME")["members"] == [
        "U0BOT",
        "U0DANA",
        "U0RITA",
    ]


def test_a_person_can_be_written_to_directly(slack: FakeSlack, client: WebClient) -> None:
    channel = client.conversations_open(users="U0DANA")["channel"]["id"]
    client.chat_postMessage(channel="U0DANA", text="hello Dana")
    assert [m.text for m in slack.messages(channel)] == ["hello Dana"]


def test_reactions_come_and_go_once(slack: FakeSlack, client: WebClient) -> None:
    ts = slack.say("U0RITA", "C0ACME", "hi").ts
    here = {"channel": "C0ACME", "timestamp": ts, "name": "eyes"}
    client.reactions_add(**here)
    assert refusal(client.reactions_add, **here) == "already_reacted"
    client.reactions_remove(**here)
    assert refusal(client.reactions_remove, **here) == "no_reaction"


def test_status_and_prompts(slack: FakeSlack, client: WebClient) -> None:
    ts = slack.say("U0RITA", "C0ACME", "hi").ts
    client.assistant_threads_setStatus(channel_id="C0ACME", thread_ts=ts, status="is looking it up")
    assert slack.ledger.statuses["C0ACME", ts]["status"] == "is looking it up"
    client.chat_postMessage(channel="C0ACME", thread_ts=ts, text="there")
    assert ("C0ACME", ts) not in slack.ledger.statuses
    prompt = {"title": "Price", "message": "What does it cost?"}
    channel = slack.world.direct_channel("U0RITA").id
    client.assistant_threads_setSuggestedPrompts(channel_id=channel, prompts=[prompt])
    five = {"channel_id": channel, "prompts": [prompt] * 5}
    assert refusal(client.assistant_threads_setSuggestedPrompts, **five) == "invalid_arguments"


def test_a_stream_grows_and_ends_once(slack: FakeSlack, client: WebClient) -> None:
    ts = slack.say("U0RITA", "C0ACME", "hi").ts
    start = {"channel": "C0ACME", "thread_ts": ts}
    assert refusal(client.chat_startStream, **start) == "missing_recipient_team_id"
    team = {"recipient_team_id": "T0ACME"}
    assert refusal(client.chat_startStream, **start, **team) == "missing_recipient_user_id"
    stream = client.chat_stream(
        **start, recipient_team_id="T0ACME", recipient_user_id="U0RITA", buffer_size=1
    )
    stream.append(markdown_text="**Two** ")
    stream.append(markdown_text="parts")
    feedback = FeedbackButtonsElement(
        action_id="rate", positive_button={"text": "Good", "value": "up"},
        negative_button={"text": "Bad", "value": "down"},
    )  # fmt: skip
    done = stream.stop(blocks=[ContextActionsBlock(elements=[feedback])])
    [message] = slack.replies("C0ACME", ts)
    assert [b["type"] for b in message.blocks] == ["markdown", "context_actions"]
    assert (message.blocks[0]["text"], message.streaming) == ("**Two** parts", False)
    late = {"channel": "C0ACME", "ts": done["ts"], "markdown_text": "more"}
    assert refusal(client.chat_appendStream, **late) == "message_not_in_streaming_state"


MODAL = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "Answer"},
    "submit": {"type": "plain_text", "text": "Send"},
    "blocks": [
        {"type": "input", "block_id": "answer", "label": {"type": "plain_text", "text": "Answer"},
         "element": {"type": "plain_text_input", "action_id": "text", "multiline": True}},
    ],
}  # fmt: skip


def test_a_trigger_opens_one_modal_within_three_seconds(
    slack: FakeSlack, client: WebClient, clock
) -> None:  # type: ignore[no-untyped-def]
    trigger = slack.ledger.issue_trigger("U0DANA")
    view = client.views_open(trigger_id=trigger, view=MODAL)["view"]
    assert refusal(client.views_open, trigger_id=trigger, view=MODAL) == "exchanged_trigger_id"
    late = slack.ledger.issue_trigger("U0DANA")
    clock.ahead += 3.5
    assert refusal(client.views_open, trigger_id=late, view=MODAL) == "expired_trigger_id"
    assert refusal(client.views_open, trigger_id="made-up", view=MODAL) == "invalid_trigger_id"
    changed = MODAL | {"title": {"type": "plain_text", "text": "Changed"}}
    client.views_update(view_id=view["id"], hash=view["hash"], view=changed)
    stale = {"view_id": view["id"], "hash": view["hash"], "view": changed}
    assert refusal(client.views_update, **stale) == "hash_conflict"
    assert [v.view["title"]["text"] for v in slack.open_views("U0DANA")] == ["Changed"]


def test_a_home_view_is_published(slack: FakeSlack, client: WebClient) -> None:
    home = {"type": "home", "blocks": [{"type": "divider"}]}
    client.views_publish(user_id="U0DANA", view=home)
    assert slack.ledger.homes["U0DANA"].view["type"] == "home"


def test_bad_blocks_are_refused_with_their_place(client: WebClient) -> None:
    with pytest.raises(SlackApiError) as refused:
        client.chat_postMessage(channel="C0ACME", text="a", blocks=[{"type": "sparkles"}])
    answer = refused.value.response
    assert answer["error"] == "invalid_blocks"
    assert "json-pointer:/blocks/0/type" in answer["response_metadata"]["messages"][0]


def test_sdk_blocks_pass(slack: FakeSlack, client: WebClient) -> None:
    client.chat_postMessage(channel="C0ACME", text="a", blocks=[MarkdownBlock(text="**a**")])
    assert slack.messages("C0ACME")[0].blocks[0]["block_id"]
