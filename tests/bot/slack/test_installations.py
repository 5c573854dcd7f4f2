"""The bot in more than one workspace: in by a link, out by an end, and nobody else is disturbed."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from tests.bot.slack.conftest import Stage, text_of
from tests.fakes import FakeInstallations

from partnerline.bot.slack.assembly import Beyond
from partnerline.bot.slack.installing import BACK, INSTALL, LIFE, SCOPES, new_link
from partnerline.fake_slack import Message
from partnerline.knowledge.errors import SettingsError
from partnerline.knowledge.ports.installations import Installed

MANIFEST = Path(__file__).parents[3] / "manifest.json"


@pytest.fixture
def installations() -> FakeInstallations:
    return FakeInstallations()


@pytest.fixture
async def wide(backstage: Stage, installations: FakeInstallations) -> Stage:
    """A bot that can be installed in more workspaces."""
    backstage.beyond = Beyond(installations=installations)
    backstage.more = {
        "slack_client_id": backstage.slack.board.client_id,
        "slack_client_secret": backstage.slack.board.client_secret,
        "encryption_key": "not looked at by a fake",
        "public_url": "http://127.0.0.1",
    }
    await backstage.start()
    return backstage


def at_acme(stage: Stage, installations: FakeInstallations) -> Installed:
    """The bot in Acme's own workspace."""
    new = stage.slack.install("T0ACME")
    installed = Installed(
        team="T0ACME",
        name="Acme",
        bot_user=new.bot_user_id,
        by="U0RITA",
        at=stage.clock.now() - timedelta(minutes=5),
        token=new.token,
    )
    installations.keep(installed)
    return installed


class Browser:
    """A browser that keeps the cookie, as it would over HTTPS."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.cookie = stage, ""
        self.base = stage.url.removesuffix("/slack/events")

    async def open(self, path: str) -> httpx.Response:
        async with httpx.AsyncClient() as client:
            answer = await client.get(self.base + path, headers={"cookie": self.cookie})
        self.cookie = answer.headers.get("set-cookie", "").partition(";")[0] or self.cookie
        return answer

    async def go(self, link: str) -> dict[str, list[str]]:
        """Opens a link and gives what Slack's page is asked for."""
        parts = urlsplit(link)
        answer = await self.open(f"{parts.path}?{parts.query}")
        assert answer.status_code == 302
        return parse_qs(urlsplit(answer.headers["location"]).query)

    async def back(self, state: str, code: str) -> httpx.Response:
        return await self.open(f"{BACK}?state={state}&code={code}")


def link_of(stage: Stage, installations: FakeInstallations) -> str:
    return new_link(installations, "http://127.0.0.1/", by="Dana", at=stage.clock.now())


def consent(stage: Stage, asked: dict[str, list[str]]) -> str:
    return stage.slack.grant(
        "U0RITA", redirect_uri=asked["redirect_uri"][0], scopes=asked["scope"][0].split(",")
    )


async def test_who_has_a_link_installs_the_bot_and_its_workspace_is_answered_there(
    wide: Stage, installations: FakeInstallations
) -> None:
    browser = Browser(wide)
    asked = await browser.go(link_of(wide, installations))
    assert asked["scope"][0].split(",") == list(SCOPES)
    answer = await browser.back(asked["state"][0], consent(wide, asked))
    assert (answer.status_code, "is installed" in answer.text) == (200, True)

    kept = installations.installation("T0ACME")
    assert kept is not None
    assert kept.token == wide.slack.world.installs["T0ACME"].token
    here = wide.slack.direct("U0RITA")
    said = await wide.reply(wide.slack.say("U0RITA", here.id, "How long?"))
    assert text_of(said) == "For acme: **How long?**"
    assert said.user == kept.bot_user
    at_home = wide.slack.say("W0GUS", "C0GLOBEX", "And here?", mention=True)
    assert text_of(await wide.reply(at_home)) == "For globex: **And here?**"


async def test_a_link_serves_once_and_in_time_and_in_the_browser_that_opened_it(
    wide: Stage, installations: FakeInstallations
) -> None:
    link = link_of(wide, installations)
    first, other = Browser(wide), Browser(wide)
    asked = await first.go(link)
    await first.go(link)  # a preview or a second look uses nothing up
    state = asked["state"][0]
    assert (await other.back(state, consent(wide, asked))).status_code == 403
    declined = await first.open(f"{BACK}?state={state}&error=access_denied")
    assert declined.status_code == 400
    assert (await first.back(state, consent(wide, asked))).status_code == 200

    again = await other.open(f"{INSTALL}?{urlsplit(link).query}")
    first.cookie = f"partnerline-install={state}"
    replayed = await first.back(state, consent(wide, asked))
    assert (again.status_code, replayed.status_code) == (403, 403)

    late = link_of(wide, installations)
    asked = await first.go(late)
    wide.clock.move(seconds=LIFE.total_seconds() + 1)
    assert (await first.back(asked["state"][0], consent(wide, asked))).status_code == 403
    assert (await first.open(f"{INSTALL}?ticket=<script>")).status_code == 403


async def test_what_slack_does_not_complete_is_said_without_its_words(
    wide: Stage, installations: FakeInstallations
) -> None:
    browser = Browser(wide)
    asked = await browser.go(link_of(wide, installations))
    answer = await browser.back(asked["state"][0], "<b>no-code</b>")
    assert answer.status_code == 502
    assert "no-code" not in answer.text
    assert installations.installations() == ()


async def test_an_uninstalled_workspace_ends_and_the_others_go_on(
    wide: Stage, installations: FakeInstallations
) -> None:
    at_acme(wide, installations)
    here = wide.slack.direct("U0RITA")
    await wide.reply(wide.slack.say("U0RITA", here.id, "How long?"))

    for delivery in wide.slack.uninstall("T0ACME"):
        await wide.slack.until(lambda delivery=delivery: delivery.ok)
    await wide.quiet()

    kept = installations.installation("T0ACME")
    assert kept is not None
    assert kept.token is None
    assert kept.ended_at is not None
    asked = wide.slack.say("W0GUS", "C0GLOBEX", "And here?", mention=True)
    assert text_of(await wide.reply(asked)) == "For globex: **And here?**"
    assert wide.bot is not None
    assert wide.bot.status().trouble is None


async def test_a_reply_to_where_the_bot_is_no_more_is_told_to_the_managers_once(
    wide: Stage, installations: FakeInstallations
) -> None:
    at_acme(wide, installations)
    here = wide.slack.direct("U0RITA")
    await wide.reply(wide.slack.say("U0RITA", here.id, "Please escalate this"))
    card = await wide.card()
    wide.slack.uninstall("T0ACME")
    await wide.quiet()

    escalation = wide.escalation()
    reply = wide.desk.reply("r1", escalation.id, manager="Dana Vendor", text="Two years.")
    assert reply is not None
    assert wide.bot is not None
    await wide.bot.deliver_reply("r1", escalation.id)

    def told() -> list[Message]:
        said = wide.slack.replies("C0MANAGERS", card.ts)
        return [m for m in said if "hasn't seen" in m.text]

    await wide.slack.until(told)
    await wide.quiet()
    assert len(told()) == 1
    assert [r.text for r in wide.record.undelivered_replies()] == ["Two years."]


async def test_a_late_word_of_an_earlier_end_leaves_the_new_installation_alone(
    wide: Stage, installations: FakeInstallations
) -> None:
    earlier = at_acme(wide, installations)
    installations.keep(replace(earlier, at=wide.clock.now() + timedelta(minutes=1)))
    wide.slack.deliver(
        {
            "type": "event_callback",
            "event_id": "Ev0LATE",
            "event_time": int(earlier.at.timestamp()) + 60,
            "team_id": "T0ACME",
            "event": {"type": "app_uninstalled"},
        }
    )
    await wide.quiet()
    kept = installations.installation("T0ACME")
    assert kept is not None
    assert kept.token == earlier.token


async def test_a_person_who_takes_their_own_token_back_ends_nothing(
    wide: Stage, installations: FakeInstallations
) -> None:
    kept = at_acme(wide, installations)
    wide.slack.deliver(
        {
            "type": "event_callback",
            "event_id": "Ev0OWN",
            "event_time": int(wide.clock.now().timestamp()) + 5,
            "team_id": "T0ACME",
            "event": {"type": "tokens_revoked", "tokens": {"oauth": ["U0RITA"]}},
        }
    )
    await wide.quiet()
    assert installations.installation("T0ACME") == kept


async def test_at_home_a_revoked_token_is_said_and_what_waits_waits_until_it_is_mended(
    stage: Stage,
) -> None:
    assert stage.bot is not None
    await stage.reply(stage.slack.say("U0RITA", "C0ACME", "How long?", mention=True))
    install = stage.slack.world.home_install()
    stage.slack.hold()
    asked = stage.slack.say("W0GUS", "C0GLOBEX", "And here?", mention=True)
    stage.slack.revoke()
    stage.slack.release()
    await stage.slack.settled()
    assert stage.bot.status().trouble in ("tokens_revoked", "token_revoked", "invalid_auth")

    install.state = "live"
    assert text_of(await stage.reply(asked)) == "For globex: **And here?**"


def test_the_scopes_are_the_manifests() -> None:
    manifest = json.loads(MANIFEST.read_text())
    assert manifest["oauth_config"]["scopes"]["bot"] == list(SCOPES)


async def test_a_half_set_installation_is_said_with_what_lacks(backstage: Stage) -> None:
    backstage.more = {"slack_client_id": "1.2"}
    with pytest.raises(SettingsError, match=r"PARTNERLINE_SLACK_CLIENT_SECRET and .*_PUBLIC_URL"):
        await backstage.start()
