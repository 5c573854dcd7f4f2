"""The bot is taken out of a workspace, or its token there is no longer good."""

import logging
import time
from typing import Any

from slack_bolt.async_app import AsyncApp, AsyncBoltContext

from partnerline.bot.slack.ending import begin_end
from partnerline.bot.slack.parts import Parts

logger = logging.getLogger(__name__)


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for the end of an installation; the bot goes on for every other workspace."""

    @app.event("app_uninstalled")
    async def uninstalled(body: dict[str, Any], context: AsyncBoltContext) -> None:
        await _ended(parts, context.team_id, body, "app_uninstalled")

    @app.event("tokens_revoked")
    async def revoked(
        body: dict[str, Any], event: dict[str, Any], context: AsyncBoltContext
    ) -> None:
        # People's own tokens are revoked too; the bot has none of theirs.
        if (event.get("tokens") or {}).get("bot"):
            await _ended(parts, context.team_id, body, "tokens_revoked")


async def _ended(parts: Parts, team: str | None, body: dict[str, Any], why: str) -> None:
    if team is None or await parts.is_home(team):
        parts.api.trouble = why
        logger.error(
            "Slack says %s: install the app from manifest.json and set PARTNERLINE_SLACK_BOT_TOKEN anew;"
            " what waits is kept until then",
            why,
        )
        return
    await begin_end(parts, team, why, float(body.get("event_time") or time.time()))
