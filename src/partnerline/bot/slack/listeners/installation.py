"""The bot is taken out of the workspace, or its token is no longer good."""

import logging

from slack_bolt.async_app import AsyncApp

from partnerline.bot.slack.parts import Parts

logger = logging.getLogger(__name__)


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for the end of an installation."""

    @app.event("app_uninstalled")
    async def uninstalled() -> None:
        parts.api.trouble = "app_uninstalled"
        logger.error("Slack says that the app was uninstalled; install it again from manifest.json")

    @app.event("tokens_revoked")
    async def revoked() -> None:
        parts.api.trouble = "tokens_revoked"
        logger.error("Slack says that a token was revoked; set PARTNERLINE_SLACK_BOT_TOKEN anew")
