"""Slack's spelling of text, read and written: entities, links, mentions, and what must not ping anybody."""

import html
import re
from collections.abc import Callable

_LINK = re.compile(r"<((?:https?|mailto|tel):[^|>]+)(?:\|([^>]*))?>")
_PERSON = re.compile(r"<@[UW][A-Z0-9_]*(?:\|([^>]*))?>")
_CHANNEL = re.compile(r"<#[A-Z0-9_]+(?:\|([^>]*))?>")
_SPECIAL = re.compile(r"<!(?:subteam\^[A-Z0-9]+|date\^[^|>]*|[a-z]+)(?:\|([^>]*))?>")
_SPACES = re.compile(r"[^\S\n]+")
_PINGS = re.compile(r"<(?=[!@#])|@(?=(?:here|channel|everyone)\b)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…](?=\s)|\n")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-!|~<>])")
_MORE = " …"
_JOINER = "\u2060"


def heard(text: str, bot_user: str) -> str:
    """What a person wrote, as they would read it: no mention of the bot, no entities, links with their address."""
    text = re.sub(rf"<@{re.escape(bot_user)}(?:\|[^>]*)?>", " ", text)
    text = _LINK.sub(_read_link, text)
    text = _PERSON.sub(lambda m: f"@{m[1] or 'someone'}", text)
    text = _CHANNEL.sub(lambda m: f"#{m[1] or 'channel'}", text)
    text = _SPECIAL.sub(lambda m: m[1] or "", text)
    text = html.unescape(text.replace("\u00a0", " "))
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n")).strip()


def addressee(text: str) -> str | None:
    """The person a message begins by mentioning."""
    found = re.match(r"\s*<@([UW][A-Z0-9_]*)", text)
    return found[1] if found else None


def inert(text: str) -> str:
    """Anybody's words inside mrkdwn: nothing in them is a link, a mention or a broadcast."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _PINGS.sub(lambda m: m[0] + _JOINER, escaped)


def quiet(markdown: str) -> str:
    """Markdown in which nothing pings anybody; all else stays as it is."""
    return _PINGS.sub(lambda m: m[0] + _JOINER, markdown)


def literal(text: str) -> str:
    """A name or a line inside Markdown, with no character taken as markup."""
    return quiet(_MARKDOWN.sub(r"\\\1", " ".join(text.split())))


def quoted(text: str) -> str:
    """Anybody's words as a mrkdwn quotation, line by line."""
    return "\n".join(f">{line}" for line in inert(text).split("\n"))


def fitted(text: str, limit: int, write: Callable[[str], str]) -> str:
    """The text as `write` puts it, shortened before it is written until that fits: no entity is cut in two."""
    room = limit
    while len(written := write(cut(text, room))) > limit and room > 1:
        room = min(room - 1, room * limit // len(written))
    return written


def cut(text: str, limit: int) -> str:
    """The text, or as many whole sentences of it as fit into the limit; of one endless sentence what fits."""
    if len(text) <= limit or limit <= len(_MORE):
        return text[: max(limit, 0)]
    room = text[: limit - len(_MORE)]
    ends = [m.end() for m in _SENTENCE_END.finditer(room)]
    whole = room[: ends[-1]] if ends and ends[-1] > limit // 2 else room
    return whole.rstrip() + _MORE


def _read_link(found: re.Match[str]) -> str:
    address, label = found[1], found[2]
    bare = address.split(":", 1)[1].lstrip("/")
    if label == bare:
        # Slack turns "acme.com" typed by hand into a link to http://acme.com.
        return bare
    if not label or label == address:
        return address if address.startswith("http") else bare
    return f"{label} ({address})"
