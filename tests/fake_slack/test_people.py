"""What people can do, and what the bot hears of it."""

import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from partnerline.fake_slack import FakeSlack, MovableClock, PlayError


def refusal(call, **given) -> str:  # type: ignore[no-untyped-def]
    with pytest.raises(SlackApiError) as caught:
        call(**given)
    return str(caught.value.response["error"])


def words(text: str) -> dict:
    return {"type": "plain_text", "text": text}


def option(value: str) -> dict:
    return {"text": words(value), "value": value}


async def test_a_message_shortcut_brings_the_message_and_a_trigger(slack: FakeSlack, bot) -> None:  # type: ignore[no-untyped-def]
    said = slack.say("U0RITA", "C0ACME", "how heavy is it?")
    sent = slack.shortcut("U0DANA", "C0ACME", said.ts, "ask")
    await slack.settled()
    assert (sent.body["type"], sent.body["callback_id"]) == ("message_action", "ask")
    assert sent.body["message"]["text"] == "how heavy is it?"
    assert sent.body["message_ts"] == said.ts
    assert sent.body["user"]["team_id"] == "T0VENDOR"
    assert sent.body["trigger_id"] in slack.ledger.triggers
    assert sent.body["response_url"].startswith(slack.base_url)


async def test_an_edit_says_what_stood_there_before(slack: FakeSlack, bot) -> None:  # type: ignore[no-untyped-def]
    said = slack.say("U0RITA", "C0ACME", "ten of them")
    slack.edit("U0RITA", "C0ACME", said.ts, "a hundred of them")
    await slack.settled()
    changed = bot.events("message")[-1]["event"]
    assert changed["subtype"] == "message_changed"
    assert changed["previous_message"]["text"] == "ten of them"
    assert changed["message"]["text"] == "a hundred of them"
    assert changed["message"]["edited"]["user"] == "U0RITA"
    assert changed["message"]["user_team"] == "T0ACME"
    assert "user" not in changed


async def test_an_unfurled_link_changes_a_message_that_nobody_edited(slack: FakeSlack, bot) -> None:  # type: ignore[no-untyped-def]
    said = slack.say("U0RITA", "C0ACME", "see https://vendor.example")
    slack.unfurl("C0ACME", said.ts)
    await slack.settled()
    changed = bot.events("message")[-1]["event"]
    assert changed["message"]["text"] == changed["previous_message"]["text"]
    assert "edited" not in changed["message"]
    assert changed["message"]["attachments"]


async def test_a_deleted_message_is_gone_and_said_to_be(
    slack: FakeSlack, bot, client: WebClient
) -> None:  # type: ignore[no-untyped-def]
    said = slack.say("U0RITA", "C0ACME", "wrong channel")
    slack.delete("U0RITA", "C0ACME", said.ts)
    await slack.settled()
    gone = bot.events("message")[-1]["event"]
    assert (gone["subtype"], gone["deleted_ts"]) == ("message_deleted", said.ts)
    assert gone["previous_message"]["text"] == "wrong channel"
    assert slack.messages("C0ACME") == []
    own = client.chat_postMessage(channel="C0ACME", text="mine")["ts"]
    client.chat_delete(channel="C0ACME", ts=own)
    assert refusal(client.chat_delete, channel="C0ACME", ts=own) == "message_not_found"


async def test_a_deleted_message_with_replies_leaves_its_place(slack: FakeSlack, bot) -> None:  # type: ignore[no-untyped-def]
    said = slack.say("U0RITA", "C0ACME", "a question")
    slack.say("U0DANA", "C0ACME", "an answer", thread_ts=said.ts)
    slack.delete("U0RITA", "C0ACME", said.ts)
    await slack.settled()
    changed = bot.events("message")[-1]["event"]
    assert changed["subtype"] == "message_changed"
    assert changed["message"]["subtype"] == "tombstone"
    assert [m.text for m in slack.thread("C0ACME", said.ts)] == [
        "This message was deleted.",
        "an answer",
    ]


def test_nobody_changes_what_another_wrote(slack: FakeSlack) -> None:
    said = slack.say("U0RITA", "C0ACME", "mine")
    for act in (slack.delete, lambda *place: slack.edit(*place, "yours")):
        with pytest.raises(PlayError):
            act("U0DANA", "C0ACME", said.ts)


def test_an_outsiders_file_is_named_by_its_id_and_read_with_the_bots_token(
    slack: FakeSlack, client: WebClient
) -> None:
    slack.say("U0RITA", "C0ACME", "see the list", files=[("parts.csv", b"AX-200,10")])
    event = slack.deliveries("message")[-1].body["event"]
    assert event["subtype"] == "file_share"
    [stub] = event["files"]
    assert (stub["file_access"], "name" in stub) == ("check_file_info", False)
    file = client.files_info(file=stub["id"])["file"]
    assert (file["name"], file["mimetype"], file["size"]) == ("parts.csv", "text/csv", 9)
    place = file["url_private_download"]
    with httpx.Client(trust_env=False) as web:
        mine = web.get(place, headers={"authorization": f"Bearer {slack.bot_token}"})
        assert mine.content == b"AX-200,10"
        bare = web.get(place)
        assert (bare.status_code, bare.headers["location"]) == (302, f"{slack.base_url}/signin")
        assert "<h1>" in web.get(place, follow_redirects=True).text


async def test_a_colleagues_file_comes_whole(slack: FakeSlack, bot) -> None:  # type: ignore[no-untyped-def]
    slack.say("U0DANA", "C0GENERAL", "", files=[("a.txt", b"a"), ("b.txt", b"b")])
    await slack.settled()
    assert [f["name"] for f in bot.events("message")[-1]["event"]["files"]] == ["a.txt", "b.txt"]


def test_a_file_is_not_found_without_its_scope_its_channel_or_its_message(
    slack: FakeSlack, client: WebClient
) -> None:
    from partnerline.fake_slack import extend

    extend(slack.world, {"channels": [{"id": "C0ELSE", "members": ["U0DANA"], "bot": False}]})
    slack.say("U0DANA", "C0ELSE", "", files=[("secret.txt", b"s")])
    said = slack.say("U0DANA", "C0GENERAL", "", files=[("known.txt", b"k")])
    secret, known = (f.id for f in slack.files())
    assert refusal(client.files_info, file=secret) == "file_not_found"
    assert client.files_info(file=known)["ok"]
    slack.board.lacking.add("files:read")
    assert refusal(client.files_info, file=known) == "missing_scope"
    slack.board.lacking.clear()
    slack.delete("U0DANA", "C0GENERAL", said.ts)
    assert refusal(client.files_info, file=known) == "file_not_found"


async def test_a_home_tab_is_published_and_pressed(
    slack: FakeSlack,
    bot,
    client: WebClient,  # type: ignore[no-untyped-def]
) -> None:
    slack.open_home("U0RITA", "home")
    await slack.settled()
    opened = bot.events("app_home_opened")[-1]["event"]
    assert (opened["tab"], "view" in opened) == ("home", False)
    button = {"type": "button", "action_id": "go", "text": words("Go"), "value": "1"}
    view = {"type": "home", "blocks": [{"type": "actions", "elements": [button]}]}
    first = client.views_publish(user_id="U0RITA", view=view)["view"]
    client.views_publish(user_id="U0RITA", view=view)
    error = refusal(client.views_publish, user_id="U0RITA", view=view, hash=first["hash"])
    assert error == "hash_conflict"
    home = slack.home("U0RITA")
    assert home is not None
    sent = slack.click_in_view("U0RITA", home.id, "go")
    assert sent.body["actions"][0]["value"] == "1"
    assert sent.body["view"]["type"] == "home"
    with pytest.raises(PlayError):
        slack.click_in_view("U0DANA", home.id, "go")
    slack.open_home("U0RITA", "home")
    assert slack.deliveries("app_home_opened")[-1].body["event"]["view"]["id"] == home.id


def test_what_was_chosen_in_a_message_comes_with_the_next_press(slack: FakeSlack) -> None:
    elements = [
        {"type": "static_select", "action_id": "s", "options": [option("a"), option("b")]},
        {"type": "users_select", "action_id": "u"},
        {"type": "conversations_select", "action_id": "c"},
        {"type": "datepicker", "action_id": "d", "initial_date": "2026-01-31"},
        {"type": "checkboxes", "action_id": "x", "options": [option("a"), option("b")]},
        {"type": "button", "action_id": "go", "text": words("Go")},
    ]
    blocks = [{"type": "actions", "block_id": "all", "elements": elements}]
    message = slack.board.bots_message("C0ACME", "choose", blocks)
    slack.board.post(message)
    place = ("U0DANA", "C0ACME", message.ts)
    slack.click(*place, "s", value="b")
    slack.click(*place, "u", value="U0MAX")
    slack.click(*place, "x", value=["a", "b"])
    sent = slack.click(*place, "go", filled={"c": "C0GENERAL"})
    values = sent.body["state"]["values"]["all"]
    assert values["s"]["selected_option"]["value"] == "b"
    assert values["u"]["selected_user"] == "U0MAX"
    assert values["c"]["selected_conversation"] == "C0GENERAL"
    assert values["d"]["selected_date"] == "2026-01-31"
    assert [o["value"] for o in values["x"]["selected_options"]] == ["a", "b"]
    other = slack.click("U0RITA", "C0ACME", message.ts, "go")
    assert other.body["state"]["values"]["all"]["s"]["selected_option"] is None
    for action_id, value in (("s", "z"), ("u", "U0NOBODY")):
        with pytest.raises(PlayError):
            slack.click(*place, action_id, value=value)


async def test_a_modals_choices_are_submitted_with_its_inputs(slack: FakeSlack) -> None:
    picker = {"type": "users_select", "action_id": "who"}
    blocks = [
        {"type": "section", "block_id": "s", "text": words("Who?"), "accessory": picker},
        {"type": "input", "block_id": "i", "label": words("Day"),
         "element": {"type": "datepicker", "action_id": "day"}},
    ]  # fmt: skip
    view = {"type": "modal", "title": words("T"), "submit": words("Go"), "blocks": blocks}
    shown = slack.board.open_view("U0DANA", view)
    chosen = slack.click_in_view("U0DANA", shown.id, "who", value="U0MAX")
    assert chosen.body["view"]["state"]["values"]["s"]["who"]["selected_user"] == "U0MAX"
    sent = slack.submit("U0DANA", shown.id, {"i": "2026-02-01"})
    values = sent.body["view"]["state"]["values"]
    assert values["s"]["who"]["selected_user"] == "U0MAX"
    assert values["i"]["day"]["selected_date"] == "2026-02-01"


def test_a_closed_modal_is_told_where_the_view_asks_for_it(slack: FakeSlack) -> None:
    view = {"type": "modal", "title": words("T"), "blocks": []}
    quiet = slack.board.open_view("U0DANA", view)
    assert slack.dismiss("U0DANA", quiet.id) is None
    loud = slack.board.open_view("U0DANA", view | {"notify_on_close": True})
    told = slack.dismiss("U0DANA", loud.id)
    assert told is not None
    assert told.body["type"] == "view_closed"
    assert slack.open_views() == []


def test_a_group_hears_its_name(slack: FakeSlack, client: WebClient) -> None:
    place = slack.group(["U0DANA", "U0MAX"])
    slack.say("U0DANA", place.id, "what is it?", mention=True)
    [mention] = slack.deliveries("app_mention")
    assert mention.body["event"]["channel"] == place.id
    info = client.conversations_info(channel=place.id)["channel"]
    assert (info["is_mpim"], info["is_im"]) == (True, False)
    opened = client.conversations_open(users=["U0DANA", "U0MAX"])
    assert (opened["channel"]["id"], opened["already_open"]) == (place.id, True)


@pytest.mark.parametrize(
    ("answer", "left"),
    [
        ({"replace_original": True, "text": "instead"}, ["instead"]),
        ({"delete_original": True}, []),
        ({"text": "beside"}, ["psst", "beside"]),
    ],
)
def test_a_response_url_changes_what_one_person_sees(
    slack: FakeSlack, client: WebClient, answer: dict, left: list[str]
) -> None:
    button = {"type": "button", "action_id": "go", "text": words("Go")}
    blocks = [{"type": "actions", "elements": [button]}]
    ts = client.chat_postEphemeral(channel="C0ACME", user="U0RITA", text="psst", blocks=blocks)
    sent = slack.click("U0RITA", "C0ACME", ts["message_ts"], "go")
    assert sent.body["container"]["is_ephemeral"]
    assert "message" not in sent.body
    with httpx.Client(trust_env=False) as web:
        assert web.post(sent.body["response_url"], json=answer).text == "ok"
    assert [e.text for e in slack.ephemerals("U0RITA")] == left


def test_a_response_url_serves_five_times_in_thirty_minutes(
    slack: FakeSlack, clock: MovableClock
) -> None:
    url = slack.command("U0RITA", "C0ACME", "/quote").body["response_url"]
    late = slack.command("U0RITA", "C0ACME", "/quote").body["response_url"]
    with httpx.Client(trust_env=False) as web:
        assert web.post(url, json={"blocks": [{"type": "nonsense"}]}).status_code == 400
        assert [web.post(url, json={"text": "a"}).status_code for _ in range(6)] == [200] * 5 + [
            404
        ]
        clock.move(minutes=31)
        assert web.post(late, json={"text": "a"}).json()["error"] == "expired_url"


def test_who_was_deleted_has_little_left(slack: FakeSlack, client: WebClient) -> None:
    slack.change_user("U0RITA", deleted=True)
    user = client.users_info(user="U0RITA")["user"]
    assert user["deleted"]
    assert "is_restricted" not in user
    slack.change_user("U0DANA", deleted=True)
    assert refusal(client.users_lookupByEmail, email="dana@vendor.example") == "users_not_found"


def test_an_address_needs_its_own_scope(slack: FakeSlack, client: WebClient) -> None:
    slack.board.lacking.add("users:read.email")
    assert "email" not in client.users_info(user="U0DANA")["user"]["profile"]
    assert refusal(client.users_lookupByEmail, email="dana@vendor.example") == "missing_scope"


def test_nobody_is_found_whom_the_workspace_never_met(slack: FakeSlack, client: WebClient) -> None:
    from partnerline.fake_slack import extend

    teams = [{"id": "T0FAR", "name": "Far"}]
    extend(slack.world, {"teams": teams, "users": [{"id": "U0FAR", "team_id": "T0FAR"}]})
    assert refusal(client.users_info, user="U0FAR") == "user_not_found"
    assert refusal(client.team_info, team="T0FAR") == "team_not_found"
    assert client.team_info(team="T0ACME")["team"]["name"] == "Acme Resellers"


def test_the_bots_channels_come_in_pages(client: WebClient) -> None:
    first = client.users_conversations(limit=2)
    rest = client.users_conversations(limit=9, cursor=first["response_metadata"]["next_cursor"])
    found = [c["id"] for page in (first, rest) for c in page["channels"]]
    assert found == ["C0ACME", "C0GENERAL", "C0GLOBEX", "C0LOUNGE", "C0MANAGERS"]
    only = client.users_conversations(types="private_channel")["channels"]
    assert [c["id"] for c in only] == ["C0GLOBEX", "C0MANAGERS"]
