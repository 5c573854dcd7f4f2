"""Fetches a file from Slack's own file host, and from no other."""

from urllib.parse import urlsplit

import aiohttp

from partnerline.bot.slack.web.client import SlackApi, SlackAway, SlackRefused

HOST = "files.slack.com"
_ELSEWHERE = {301, 302, 303, 307, 308}
_FORBIDDEN = {401, 403}


async def fetched(
    api: SlackApi, url: str, most: int, *, html: bool = False, team: str | None = None
) -> bytes:
    """A file's bytes; `html` where that is what it is.

    Raises `SlackAway`, or `SlackRefused` with "elsewhere", "too_large", "not_allowed", "file_not_found" or "http_…".
    """
    if not is_file_address(url, str(api.reader.base_url)):
        raise SlackRefused("elsewhere")
    try:
        async with await api.ask_for(url, team=team) as answer:
            _check(answer, html=html)
            return await _body(answer, most)
    except TimeoutError:
        raise SlackAway("timeout") from None
    except (aiohttp.ClientError, OSError) as error:
        raise SlackAway(type(error).__name__) from None


def is_file_address(url: str, api: str) -> bool:
    """Whether an address is on Slack's file host, or beside an API that isn't Slack's own."""
    try:
        asked, known = urlsplit(url), urlsplit(api)
    except ValueError:
        return False
    if (asked.scheme, asked.netloc) == ("https", HOST):
        return True
    beside = (asked.scheme, asked.netloc) == (known.scheme, known.netloc)
    return beside and known.hostname not in {"slack.com", None}


def _check(answer: aiohttp.ClientResponse, *, html: bool) -> None:
    status = answer.status
    if status >= 500 or status == 429:
        raise SlackAway(f"http_{status}")
    # Without the permission Slack leads to its page to log in, or shows it.
    login = status == 200 and answer.content_type == "text/html" and not html
    if status in _ELSEWHERE or status in _FORBIDDEN or login:
        raise SlackRefused("not_allowed")
    if status >= 400:
        raise SlackRefused("file_not_found" if status == 404 else f"http_{status}")


async def _body(answer: aiohttp.ClientResponse, most: int) -> bytes:
    content = bytearray()
    async for chunk in answer.content.iter_chunked(65_536):
        content += chunk
        if len(content) > most:
            raise SlackRefused("too_large")
    return bytes(content)
