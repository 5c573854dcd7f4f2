"""Runs that ended long ago are forgotten; the record keeps what came of them."""

from datetime import timedelta

from partnerline.bot.slack.parts import Parts

KEPT = timedelta(days=30)
"""Far longer than Slack sends anything again."""


async def forget_old_runs(parts: Parts) -> None:
    """Forgets what ended before that, a portion at each look."""
    await parts.work.purge(parts.desk.clock() - KEPT)
