"""The tokens of the workspaces that the bot was installed in beside its home."""

import asyncio
import time

from partnerline.bot.slack.web.client import SlackAway, SlackRefused
from partnerline.knowledge.ports.installations import Installations, Installed

SECONDS = 10.0
"""How old a look may be: so much later another replica learns that an installation began or ended."""
ENDED = "app_uninstalled"


class TokenShelf:
    """Looks tokens up, and keeps each for a moment."""

    def __init__(self, installations: Installations) -> None:
        self._installations = installations
        self._seen: dict[str, tuple[float, Installed | None]] = {}

    async def token(self, team: str) -> str | None:
        """A workspace's token, `None` where nobody installed the bot there.

        Raises `SlackRefused` where the installation has ended, and `SlackAway` where the token's key is missing.
        """
        installed = await self._look(team)
        if installed is None:
            return None
        if installed.ended_at is not None:
            raise SlackRefused(ENDED)
        if installed.token is None:
            raise SlackAway("no_encryption_key")
        return installed.token

    def forget(self, team: str) -> None:
        """Looks again at the next need."""
        self._seen.pop(team, None)

    async def _look(self, team: str) -> Installed | None:
        now = time.monotonic()
        seen = self._seen.get(team)
        if seen is None or now - seen[0] > SECONDS:
            seen = now, await asyncio.to_thread(self._installations.installation, team)
            self._seen[team] = seen
        return seen[1]
