"""A rep opens a price's receipt."""

import logging
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from partnerline.bot.slack.answers.receipt import receipt_view
from partnerline.bot.slack.answers.taking import NOT_THEIRS, NotTheirs, take, tell
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.blocks import RECEIPT
from partnerline.bot.slack.web.client import SlackAway, SlackRefused
from partnerline.bot.slack.web.pressed import Press, read_press

logger = logging.getLogger(__name__)


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for the button; the dialog is opened at once, as Slack allows that for three seconds only."""

    @app.action(RECEIPT)
    async def wished(ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        press = read_press(body, context.team_id or "")
        try:
            await _open(parts, press, str(body.get("trigger_id", "")))
        except (SlackAway, SlackRefused) as error:
            logger.warning("The receipt of %s would not open: %s", press.value, error.args[0])
        await ack()


async def _open(parts: Parts, press: Press, trigger: str) -> None:
    taken = await take(parts, press)
    if isinstance(taken, NotTheirs):
        await tell(parts, press, NOT_THEIRS)
        return
    paper = taken.paper(parts) if taken else None
    if paper is not None:
        await parts.api.write(
            "views.open", team=press.team or None, trigger_id=trigger, view=receipt_view(paper)
        )
