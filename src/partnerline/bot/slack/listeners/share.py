"""A rep shares a private answer with a channel: the button, and the dialog it opens."""

import json
import logging
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from partnerline.bot.slack.answers.share_form import FIELD, FORM, looking_view
from partnerline.bot.slack.answers.sharing import Wish
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.blocks import SHARE
from partnerline.bot.slack.web.client import SlackAway, SlackRefused
from partnerline.bot.slack.web.pressed import read_press
from partnerline.bot.slack.who.visiting import Visit

logger = logging.getLogger(__name__)
SECONDS = 10
"""Dialogs that one person submits for one answer and channel within so many seconds are one."""


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for both; the dialog is opened at once, as Slack allows that for three seconds only."""

    @app.action(SHARE)
    async def wished(ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        try:
            await _open(parts, body, context.team_id or "")
        except (SlackAway, SlackRefused) as error:
            logger.warning("The dialog to share would not open: %s", error.args[0])
        await ack()

    @app.view(FORM)
    async def chosen(ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        wish = _chosen(body, context.team_id or "")
        if wish.channel:
            await parts.work.begin(run_id(parts, wish), "share_answer", wish.as_payload())
        await ack()


def run_id(parts: Parts, wish: Wish) -> str:
    """Which work a submitted dialog is."""
    moment = int(parts.desk.clock().timestamp()) // SECONDS
    return f"share:{wish.question_id}:{wish.channel}:{wish.visit.user}:{moment}"


async def _open(parts: Parts, body: dict[str, Any], team: str) -> None:
    press = read_press(body, team)
    if not press.channel.startswith("D") or not await parts.asked_in(press.value, press.channel):
        return
    trigger = str(body.get("trigger_id", ""))
    opened = await parts.api.write(
        "views.open", team=team or None, trigger_id=trigger, view=looking_view()
    )
    visit = Visit(
        team=team,
        user=press.user,
        channel=press.channel,
        moment=press.moment,
        user_team=press.user_team,
    )
    view_id = str(opened["view"]["id"])
    wish = Wish(question_id=press.value, visit=visit).as_payload()
    await parts.work.begin(f"offer:{view_id}", "offer_channels", {"view_id": view_id, "wish": wish})


def _chosen(body: dict[str, Any], team: str) -> Wish:
    view, user = body["view"], body["user"]
    field = view["state"]["values"].get(FIELD, {}).get(FIELD, {})
    question_id = json.loads(view["private_metadata"])["question"]
    chosen = str((field.get("selected_option") or {}).get("value", ""))
    visit = Visit(
        team=team,
        user=str(user["id"]),
        channel="",
        moment="0",
        user_team=user.get("team_id"),
    )
    return Wish(question_id=str(question_id), visit=visit, channel=chosen, form=str(view["id"]))
