"""Fetches what was attached to a message from Slack, and has it read in a process that may do nothing else."""

import asyncio
import json
import logging
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from partnerline.bot.slack.asking import attached
from partnerline.bot.slack.asking.attached import File
from partnerline.bot.slack.asking.composing import composed
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.client import Json, SlackAway, SlackRefused
from partnerline.bot.slack.web.fetching import fetched
from partnerline.bot.slack.web.message import Message
from partnerline.bot.work import Payload
from partnerline.ingest.attached import attached_of, extension_of

logger = logging.getLogger(__name__)
TRIES = 3
SECONDS = 30.0
"""How long a file may take to be read, by the clock."""

_WHY = {
    "too_large": attached.TOO_LARGE,
    "not_allowed": attached.NOT_ALLOWED,
    "missing_scope": attached.NOT_ALLOWED,
    "elsewhere": attached.ELSEWHERE,
    "file_not_found": attached.GONE,
    "file_deleted": attached.GONE,
}


async def with_files(parts: Parts, message: Message) -> Message:
    """The message with what is in its files; its words alone, and notes, where they can't be read."""
    if not message.files:
        return message
    put: Payload = await parts.work.step("read files", lambda: _read_all(parts, message))
    return replace(message, text=put["text"], notes=(*message.notes, *put["notes"]))


async def _read_all(parts: Parts, message: Message) -> Payload:
    told = message.attached[: attached.MOST_FILES]
    files = await asyncio.gather(*(_read(parts, message, dict(one)) for one in told))
    put = await parts.work.think(lambda: composed(message.text, files))
    notes = [*put.notes]
    left = len(message.attached) - len(told)
    if left > 0:
        notes.append(f"I read {len(told)} files at once and left {left} more aside.")
    if not message.attached:
        notes.append(attached.note_of(attached.unread("the file", attached.NOT_GIVEN)))
    return {"text": put.text, "notes": notes}


async def _read(parts: Parts, message: Message, told: Json) -> File:
    """One file; whatever is wrong with it is its own matter."""
    name = attached.name_of(told)
    try:
        told = await _told(parts, message, told)
        name = attached.name_of(told)
        if why := attached.refusal_of(told):
            return attached.unread(name, why)
        data = await _fetched(parts, message, told)
    except SlackRefused as refusal:
        logger.warning("A file of %s is not to be had: %s", message.id, refusal.code)
        return attached.unread(name, _WHY.get(refusal.code, attached.NOT_GIVEN))
    except SlackAway as away:
        logger.warning("A file of %s is not to be had: %s", message.id, away.args[0])
        return attached.unread(name, attached.NOT_GIVEN)
    extension = extension_of(name, data)
    if why := attached.format_refusal(extension):
        return attached.unread(name, why)
    async with parts.reading:
        return await _parsed(name, extension, data)


async def _told(parts: Parts, message: Message, told: Json) -> Json:
    """What Slack tells of a file; of one from another company's workspace it tells only when asked."""
    if told.get("file_access") != "check_file_info" and told.get("url_private_download"):
        return told
    answer = await parts.api.read("files.info", team=message.team, file=str(told.get("id", "")))
    return dict(answer["file"])


async def _fetched(parts: Parts, message: Message, told: Json) -> bytes:
    url, kind = str(told.get("url_private_download", "")), str(told.get("mimetype") or "")
    for attempt in range(1, TRIES + 1):
        try:
            return await fetched(
                parts.api, url, attached.LARGEST, html=kind == "text/html", team=message.team
            )
        except SlackAway:
            if attempt == TRIES:
                raise
            await asyncio.sleep(min(parts.pace.patience.seconds, 1.0))
    raise SlackAway("no_try")


async def _parsed(name: str, extension: str, data: bytes) -> File:
    with TemporaryDirectory(prefix="partnerline-") as folder:
        path = Path(folder, f"attached{extension}")
        await asyncio.to_thread(path.write_bytes, data)
        said = await _said(path)
    if said is None:
        return attached.unread(name, attached.TOO_SLOW)
    try:
        return File(name=name, read=attached_of(json.loads(said)))
    except ValueError:  # it died of its limits, or worse
        return attached.unread(name, attached.UNREADABLE)


async def _said(path: Path) -> bytes | None:
    """What the reading process says; `None` where it took too long."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "partnerline.ingest.attached", str(path.parent), path.name),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        return (await asyncio.wait_for(process.communicate(), SECONDS))[0]
    except TimeoutError:
        return None
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
