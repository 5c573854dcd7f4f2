"""The line in a thread that says the bot is at it, and that goes away whatever becomes of the answer."""

import asyncio
import logging

from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.client import SlackAway, SlackRefused
from partnerline.bot.slack.web.message import Place

logger = logging.getLogger(__name__)
STATUS = "is looking it up…"
AFTER = 0.3
"""Seconds: an answer that is there by then needs no status."""
LATE = 2.0
"""Seconds that a status on its way is waited for, once the answer stands, before it is taken away."""


class Thinking:
    """The status of one question. Slack takes it away when the bot posts; what a post can't take away, `end` does.

    Nothing here waits for Slack before the answer does, and nothing here fails.
    """

    def __init__(self, parts: Parts, thread: Place) -> None:
        self._parts, self._thread = parts, thread
        self._showing: asyncio.Task[None] | None = None
        self._begun = self._asked = self._lingers = False

    def begin(self) -> None:
        """Shows the status in a moment, at once where a language model will take its time."""
        self._begun = True
        if self._showing is None:
            self._showing = asyncio.create_task(
                self._show(0.0 if self._parts.desk.words else AFTER)
            )

    def before_posting(self) -> None:
        """Notes whether a status may arrive after the post, which then doesn't take it away."""
        if self._showing and not self._asked:
            self._showing.cancel()
        self._lingers = self._asked and self._showing is not None and not self._showing.done()

    async def end(self, *, posted: bool) -> None:
        """Takes the status away where a post didn't, or where an earlier process may have left it."""
        self.drop_unasked()
        if self._showing and self._asked:
            await asyncio.wait({self._showing}, timeout=LATE)
        if not self._begun or self._lingers or (self._asked and not posted):
            await _say(self._parts, self._thread, "")

    def drop_unasked(self) -> None:
        """Lets go of a status that was not asked for yet."""
        if self._showing and not self._asked:
            self._showing.cancel()

    async def _show(self, after: float) -> None:
        await asyncio.sleep(after)
        self._asked = True
        await _say(self._parts, self._thread, STATUS)


async def _say(parts: Parts, thread: Place, status: str) -> None:
    try:
        await parts.api.write(
            "assistant.threads.setStatus",
            team=thread.team,
            channel_id=thread.channel,
            thread_ts=thread.ts,
            status=status,
        )
    except (SlackAway, SlackRefused) as error:
        logger.info("No status in %s: %s", thread, error.args[0])
