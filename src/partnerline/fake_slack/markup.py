"""Turns Slack's texts into safe HTML: everything is escaped first, and nothing but links is let in."""

import re
from datetime import UTC, datetime
from html import unescape
from typing import Any

from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from partnerline.fake_slack.world import World

_MARKDOWN = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable(
    ["table", "strikethrough"]
)
_MARKDOWN.disable("image")
_REFERENCE = re.compile(r"<([@#!]|https?://|mailto:)([^<>|\s]+)(?:\|([^<>]*))?>")
_CODE = re.compile(r"```(.+?)```|`([^`\n]+)`", re.DOTALL)
_STYLES = (
    (re.compile(r"(?<![\w*])\*([^*\n]+)\*(?![\w*])"), r"<strong>\1</strong>"),
    (re.compile(r"(?<![\w_])_([^_\n]+)_(?![\w_])"), r"<em>\1</em>"),
    (re.compile(r"(?<![\w~])~([^~\n]+)~(?![\w~])"), r"<s>\1</s>"),
)
_QUOTE = re.compile(r"(?:^&gt;[^\n]*(?:\n|\Z))+", re.MULTILINE)


_DATE = re.compile(r"<!date\^(\d+)\^([^<>|^]+)(?:\^[^<>|]*)?\|[^<>]*>")
_ARCHIVE = re.compile(r"http://127\.0\.0\.1:\d+/archives/")


EMOJI = {
    "white_check_mark": "✅",
    "+1": "👍",
    "-1": "👎",
    "eyes": "👀",
    "hourglass": "⏳",
    "warning": "⚠️",
}
"""The few that a bot is likely to use; any other shows by its name, as it does in Slack's notifications."""


def markdown(text: str) -> Markup:
    """A markdown block's HTML; raw HTML in it shows as text, pictures as links."""
    return Markup(_MARKDOWN.render(text))  # noqa: S704 - rendered with html off


def mrkdwn(world: World, text: str) -> Markup:
    """Slack's own mark-up as HTML."""
    kept: list[str] = []

    def keep(html: str) -> str:
        kept.append(html)
        return f"\x00{len(kept) - 1}\x00"

    def code(found: re.Match[str]) -> str:
        block, inline = found.groups()
        inner = escape(unescape(block or inline))
        return keep(f"<pre>{inner}</pre>" if block else f"<code>{inner}</code>")

    text = _CODE.sub(code, text.replace("\x00", ""))
    text = _DATE.sub(_date, text)
    text = _REFERENCE.sub(lambda m: keep(_reference(world, m)), text)
    html = str(escape(unescape(text)))
    for pattern, style in _STYLES:
        html = pattern.sub(style, html)
    for name, emoji in EMOJI.items():
        html = html.replace(f":{name}:", emoji)
    html = _QUOTE.sub(_quoted, html).replace("\n", "<br>")
    return Markup(re.sub(r"\x00(\d+)\x00", lambda m: kept[int(m[1])], html))  # noqa: S704 - escaped above


def _date(found: re.Match[str]) -> str:
    """A date as Slack words it for whoever reads; here in UTC, and the near days by their date too."""
    at = datetime.fromtimestamp(int(found[1]), UTC)
    day = f"{at.day} {at:%b %Y}"
    return re.sub(r"\{(\w+)\}", lambda m: f"{at:%H:%M}" if "time" in m[1] else day, found[2])


def _quoted(found: re.Match[str]) -> str:
    """Lines that are quoted one after the other, as one block without empty edges."""
    lines = [line.removeprefix("&gt;").removeprefix(" ") for line in found[0].splitlines()]
    inner = "\n".join(lines).strip("\n")
    return f'<span class="quote">{inner}</span>'


def plain(text_object: Any) -> str:
    """A text object's words."""
    return str(text_object.get("text", "")) if isinstance(text_object, dict) else str(text_object)


def rich_text(value: Any) -> str:
    """The words of a rich_text block or table cell, without their styles."""
    if isinstance(value, list):
        return "".join(rich_text(v) for v in value)
    if not isinstance(value, dict):
        return ""
    if value.get("type") == "raw_number":
        return str(value.get("value", value.get("text", "")))
    words = str(value.get("text") or value.get("url") or "")
    return words + rich_text(value.get("elements", []))


def _reference(world: World, found: re.Match[str]) -> str:
    kind, target, label = found.groups()
    if kind == "@":
        user = world.users.get(target)
        return f'<span class="mention">@{escape(label or (user.name if user else target))}</span>'
    if kind == "#":
        channel = world.channels.get(target)
        name = label or (channel.name if channel else target)
        return f'<span class="mention">#{escape(name)}</span>'
    if kind == "!":
        return f'<span class="mention">@{escape(label or target)}</span>'
    address = unescape(kind + target)
    # A link into the page itself takes along who looks at it.
    away = "" if _ARCHIVE.match(address) else ' rel="noreferrer"'
    return f'<a href="{escape(address)}"{away}>{escape(unescape(label or address))}</a>'
