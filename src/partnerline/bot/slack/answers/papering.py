"""Brings a quote as a file into the thread where its price was asked."""

import logging
from typing import cast

from partnerline.bot.quotes.files import file_of
from partnerline.bot.quotes.paper import Format
from partnerline.bot.slack.answers.taking import NOT_THEIRS, NotTheirs, take, tell
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.client import SlackRefused
from partnerline.bot.slack.web.message import Place, place_of
from partnerline.bot.slack.web.pressed import Press
from partnerline.bot.work import Payload

logger = logging.getLogger(__name__)
NO_SCOPE = (
    "I'm not allowed to upload files in this workspace yet, so I can't hand you the quote here. "
    "Whoever looks after me can allow it: the permission is called files:write."
)
NOT_TAKEN = "Slack would not take the file here, so I can't hand you the quote just now."
SECONDS = 10
"""Presses of one person within so many seconds are one: a file takes a moment to appear."""


def run_id(press: Press, kind: Format) -> str:
    """Which work a press is."""
    moment = int(float(press.moment or 0)) // SECONDS
    return f"paper:{press.value}:{kind}:{press.user}:{moment}"


async def bring_paper(parts: Parts, payload: Payload) -> None:
    """The job of a press on a quote's PDF or Excel button."""
    kind = cast("Format", payload["kind"])
    press = Press(**payload["press"])
    try:
        brought = await parts.work.step("bring", lambda: _bring(parts, press, kind))
        if brought is None:
            return
        if "refusal" in brought:
            await parts.work.step("refuse", lambda: tell(parts, press, brought["refusal"]))
            return
        await parts.work.step("share", lambda: _share(parts, brought))
    except SlackRefused as refusal:
        logger.error("Slack will not take the quote of %s: %s", press.value, refusal.code)
        said = NO_SCOPE if refusal.code == "missing_scope" else NOT_TAKEN
        await parts.work.step("say so", lambda: tell(parts, press, said))


async def _bring(parts: Parts, press: Press, kind: Format) -> Payload | None:
    """The file at Slack's, not yet shared, as plain data; or why this person gets none."""
    taken = await take(parts, press)
    if isinstance(taken, NotTheirs):
        return {"refusal": NOT_THEIRS}
    paper = taken.paper(parts) if taken else None
    if taken is None or paper is None:
        return None
    file = await parts.work.think(lambda: file_of(paper, kind))
    file_id = await parts.api.bring(file.name, file.content)
    return {"id": file_id, "title": file.name, "thread": str(taken.thread)}


async def _share(parts: Parts, brought: Payload) -> None:
    thread = place_of(brought["thread"])
    try:
        await parts.api.write(
            "files.completeUploadExternal",
            files=[{"id": brought["id"], "title": brought["title"]}],
            channel_id=thread.channel,
            thread_ts=thread.ts,
        )
    except SlackRefused:
        # An earlier try whose answer never came may have shared it.
        if not await _stands(parts, thread, brought["id"]):
            raise


async def _stands(parts: Parts, thread: Place, file_id: str) -> bool:
    """Whether the file is in its thread."""
    try:
        said = await parts.api.pages(
            "conversations.replies", "messages", channel=thread.channel, ts=thread.ts, limit=200
        )
    except SlackRefused:
        return False
    return any(file.get("id") == file_id for m in said for file in m.get("files") or ())
