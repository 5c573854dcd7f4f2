"""Installs, shared channels and weather."""

import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from partnerline.fake_slack import FakeSlack, MovableClock
from partnerline.fake_slack.chaos import Chaos

HERE = "https://bot.example/slack/installed"


def refusal(call, **given) -> str:  # type: ignore[no-untyped-def]
    with pytest.raises(SlackApiError) as caught:
        call(**given)
    return str(caught.value.response["error"])


def fetched(slack: FakeSlack, granted: str, **other: str) -> dict:
    given = {"client_id": slack.client_id, "client_secret": slack.client_secret,
             "code": granted, "redirect_uri": HERE}  # fmt: skip
    return dict(WebClient(base_url=slack.url).oauth_v2_access(**(given | other)).data)  # type: ignore[arg-type]


def test_the_install_page_hands_out_a_code_that_serves_once(slack: FakeSlack) -> None:
    asked = {"client_id": slack.client_id, "scope": "chat:write,commands", "state": "s1",
             "redirect_uri": HERE}  # fmt: skip
    with httpx.Client(base_url=slack.base_url, trust_env=False) as web:
        assert "chat:write, commands" in web.get("/oauth/v2/authorize", params=asked).text
        wrong = web.get("/oauth/v2/authorize", params=asked | {"client_id": "1.2"})
        assert wrong.status_code == 400
        form = {"user": "U0RITA", "allow": "1"}
        back = web.post("/oauth/v2/authorize", params=asked, data=form).headers["location"]
        no = web.post("/oauth/v2/authorize", params=asked, data={"allow": ""}).headers["location"]
    given = httpx.URL(back).params
    assert given["state"] == "s1"
    assert no == f"{HERE}?error=access_denied&state=s1"
    told = fetched(slack, given["code"])
    assert (told["team"]["id"], told["authed_user"]["id"]) == ("T0ACME", "U0RITA")
    assert told["scope"] == "chat:write,commands"
    again = WebClient(base_url=slack.url, token=told["access_token"]).auth_test()
    assert (again["team_id"], again["user_id"]) == ("T0ACME", told["bot_user_id"])
    with pytest.raises(SlackApiError, match="code_already_used"):
        fetched(slack, given["code"])


@pytest.mark.parametrize(
    ("other", "error"),
    [
        ({"client_id": "1.2"}, "invalid_client_id"),
        ({"client_secret": "no"}, "bad_client_secret"),
        ({"redirect_uri": "https://else.example"}, "bad_redirect_uri"),
        ({"code": "none"}, "invalid_code"),
    ],
)
def test_a_token_is_refused(slack: FakeSlack, other: dict[str, str], error: str) -> None:
    code = slack.grant("U0RITA", redirect_uri=HERE)
    with pytest.raises(SlackApiError, match=error):
        fetched(slack, code, **other)


def test_a_code_ages(slack: FakeSlack, clock: MovableClock) -> None:
    code = slack.grant("U0RITA", redirect_uri=HERE)
    clock.move(minutes=11)
    with pytest.raises(SlackApiError, match="invalid_code"):
        fetched(slack, code)


async def test_another_workspaces_bot_hears_and_speaks_there(slack: FakeSlack, bot) -> None:  # type: ignore[no-untyped-def]
    install = slack.install("T0ACME")
    theirs = WebClient(token=install.token, base_url=slack.url)
    said = slack.tell("U0RITA", "hello there")
    [heard] = slack.deliveries("message")
    assert heard.body["team_id"] == "T0ACME"
    assert heard.body["authorizations"][0]["user_id"] == install.bot_user_id
    theirs.chat_postMessage(channel=said.channel, text="hello", thread_ts=said.ts)
    [reply] = slack.replies(said.channel, said.ts)
    assert (reply.user, reply.team) == (install.bot_user_id, "T0ACME")
    assert slack.command("U0RITA", said.channel, "/quote").body["team_id"] == "T0ACME"
    home = WebClient(token=slack.bot_token, base_url=slack.url)
    assert refusal(home.chat_postMessage, channel=said.channel, text="x") == "channel_not_found"
    assert refusal(home.chat_update, channel=said.channel, ts=reply.ts, text="x") == (
        "channel_not_found"
    )


@pytest.mark.parametrize(
    ("act", "error"), [("revoke", "token_revoked"), ("uninstall", "account_inactive")]
)
def test_a_token_that_serves_no_more_is_refused_everywhere(
    slack: FakeSlack, client: WebClient, act: str, error: str
) -> None:
    getattr(slack, act)()
    assert refusal(client.auth_test) == error
    assert refusal(client.chat_postMessage, channel="C0ACME", text="x") == error
    told = [d.body["event"]["type"] for d in slack.deliveries()]
    assert told == (
        ["tokens_revoked"] if act == "revoke" else ["app_uninstalled", "tokens_revoked"]
    )
    slack.say("U0RITA", "C0ACME", "anyone?", mention=True)
    assert slack.deliveries("app_mention") == []


def test_a_new_install_has_a_new_token(slack: FakeSlack) -> None:
    first = slack.install("T0ACME").token
    assert slack.install("T0ACME").token == first
    slack.uninstall("T0ACME")
    assert slack.install("T0ACME").token != first


def test_an_app_can_give_its_token_back(slack: FakeSlack, client: WebClient) -> None:
    assert client.auth_revoke(test=True)["revoked"] is False
    assert client.auth_revoke()["revoked"] is True
    assert refusal(client.auth_test) == "token_revoked"


def test_a_channel_with_a_new_id_keeps_what_was_said(slack: FakeSlack, client: WebClient) -> None:
    said = slack.say("U0RITA", "C0ACME", "before")
    slack.rename_channel_id("C0ACME", "C0NEW")
    [event] = slack.deliveries("channel_id_changed")
    assert event.body["event"]["old_channel_id"] == "C0ACME"
    assert event.body["event"]["new_channel_id"] == "C0NEW"
    assert slack.thread("C0NEW", said.ts)[0].channel == "C0NEW"
    assert refusal(client.conversations_info, channel="C0ACME") == "channel_not_found"
    client.chat_postMessage(channel="C0NEW", text="after", thread_ts=said.ts)


def test_a_channel_is_shared_and_unshared(slack: FakeSlack, client: WebClient) -> None:
    slack.share("C0GENERAL", "T0GLOBEX")
    slack.join("W0GUS", "C0GENERAL")
    info = client.conversations_info(channel="C0GENERAL")["channel"]
    assert (info["is_ext_shared"], info["connected_team_ids"]) == (True, ["T0GLOBEX"])
    slack.unshare("C0GENERAL", "T0GLOBEX")
    info = client.conversations_info(channel="C0GENERAL")["channel"]
    assert info["is_ext_shared"] is False
    assert "W0GUS" not in client.conversations_members(channel="C0GENERAL")["members"]
    told = [d.body["event"] for d in slack.deliveries() if "channel_" in d.body["event"]["type"]]
    assert [e["type"] for e in told] == ["channel_shared", "channel_unshared"]
    assert told[0]["connected_team_id"] == "E0GLOBEX"
    assert told[1]["previously_connected_team_id"] == "E0GLOBEX"


def test_too_many_events_are_told_without_an_envelope(slack: FakeSlack) -> None:
    body = slack.limit_app().body
    assert body["type"] == "app_rate_limited"
    assert "event" not in body


async def test_chaos_delivers_twice_and_out_of_order_and_loses_nothing(
    slack: FakeSlack, bot
) -> None:  # type: ignore[no-untyped-def]
    slack.chaos(7, duplicate=0.3, reorder=0.3)
    for number in range(30):
        slack.say("U0DANA", "C0GENERAL", str(number))
    await slack.settled()
    heard = [int(b["event"]["text"]) for b in bot.heard]
    assert set(heard) == set(range(30))
    assert len(heard) > 30
    assert heard != sorted(heard)
    doubled = [d.id for d in slack.deliveries()]
    assert len(set(doubled)) == 30


def test_chaos_is_the_same_for_a_seed() -> None:
    first, second = (Chaos(3, duplicate=0.5) for _ in range(2))
    assert [first.doubles() for _ in range(50)] == [second.doubles() for _ in range(50)]


def test_a_storm_fails_its_share_of_calls(slack: FakeSlack) -> None:
    slack.storm(5, 0.5, ["500"], method="auth.test")
    headers = {"authorization": f"Bearer {slack.bot_token}"}
    with httpx.Client(base_url=slack.url, trust_env=False, headers=headers) as web:
        seen = [web.post("auth.test").status_code for _ in range(40)]
        assert 8 < seen.count(500) < 32
        assert web.post("api.test").status_code == 200
        slack.storm(5, 0)
        assert {web.post("auth.test").status_code for _ in range(20)} == {200}


def test_a_lost_answer_was_carried_out(slack: FakeSlack) -> None:
    slack.fail("chat.postMessage", "lost")
    headers = {"authorization": f"Bearer {slack.bot_token}"}
    with (
        httpx.Client(base_url=slack.url, trust_env=False, headers=headers) as web,
        pytest.raises(httpx.TransportError),
    ):
        web.post("chat.postMessage", json={"channel": "C0ACME", "text": "once"})
    assert [m.text for m in slack.messages("C0ACME")] == ["once"]


def test_posts_of_a_channel_are_limited_where_it_is_asked_for(
    slack: FakeSlack, client: WebClient, clock: MovableClock
) -> None:
    slack.limit_posts(1)
    client.chat_postMessage(channel="C0ACME", text="one")
    assert refusal(client.chat_postMessage, channel="C0ACME", text="two") == "ratelimited"
    client.chat_postMessage(channel="C0GLOBEX", text="elsewhere")
    clock.move(seconds=1.1)
    client.chat_postMessage(channel="C0ACME", text="two")


def test_the_control_side_takes_files_and_hides_tokens(slack: FakeSlack) -> None:
    with httpx.Client(base_url=f"{slack.base_url}/control", trust_env=False) as web:
        said = {"user": "U0RITA", "channel": "C0ACME", "text": "", "files": [["a.txt", "YQ=="]]}
        assert web.post("/say", json=said).json()["files"][0]["size"] == 1
        assert web.post("/install", json={"team_id": "T0ACME"}).json()["token"] == ""
        gone = {"user": "U0RITA", "channel": "C0ACME", "ts": slack.messages("C0ACME")[0].ts}
        assert web.post("/delete", json=gone).status_code == 200
    assert slack.messages("C0ACME") == []
