"""Slack's Web API as the bot uses it: one session, and two kinds of failure.

SlackRefused (no repetition helps)   Slack has understood and says no
SlackAway    (later it may work)     Slack is down, slow or busy, or the token is not valid at present
"""

import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.web.async_client import AsyncWebClient

from partnerline.bot.work import Hopeless

logger = logging.getLogger(__name__)
Json = dict[str, Any]

_PASSING = {
    "",
    "internal_error",
    "fatal_error",
    "service_unavailable",
    "request_timeout",
    "ratelimited",
    "rate_limited",
    "accesslimited",
    "team_added_to_org",
    "org_login_required",
    "team_access_not_granted",
}
_TOKEN = {"invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired"}
"""The token can be mended without losing what waits, so these are waited out too."""


class SlackRefused(Hopeless):
    """Slack says no; `code` is its word for why."""

    @property
    def code(self) -> str:
        """Slack's error code, as `channel_not_found`."""
        return str(self.args[0])


class SlackAway(Exception):
    """Slack could not be asked, or could not answer; whether it acted is not known."""


class SlackApi:
    """Calls Slack. What is only read is tried again at once; what is posted never, or it could stand there twice."""

    def __init__(self, token: str, url: str, *, timeout: float = 30.0) -> None:
        limited = AsyncRateLimitErrorRetryHandler(max_retry_count=3)
        again = [
            limited,
            AsyncConnectionErrorRetryHandler(max_retry_count=1),
            AsyncServerErrorRetryHandler(max_retry_count=1),
        ]
        self.reader = AsyncWebClient(token=token, base_url=url, retry_handlers=[*again])
        self._writer = AsyncWebClient(token=token, base_url=url, retry_handlers=[limited])
        # Bolt brings the token itself, for each request.
        self.bare = AsyncWebClient(base_url=url)
        self._timeout = timeout
        self._session: aiohttp.ClientSession | None = None
        self.trouble: str | None = None

    async def open(self) -> None:
        """Opens the one session, on the loop that calls this."""
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=self._timeout))
        self.reader.session = self._writer.session = self.bare.session = self._session

    async def close(self) -> None:
        """Closes the session."""
        if self._session:
            await self._session.close()

    async def read(self, method: str, **arguments: Any) -> Json:
        """Calls a method that changes nothing; Slack takes no JSON there."""
        return await self._call(
            lambda: self.reader.api_call(method, http_verb="GET", params=arguments), method
        )

    async def write(self, method: str, **arguments: Any) -> Json:
        """Calls a method that others can see the effect of."""
        return await self._call(lambda: self._writer.api_call(method, json=arguments), method)

    async def bring(self, name: str, content: bytes) -> str:
        """Brings a file to Slack, where nobody sees it before it is shared; gives its id."""
        place = await self.read("files.getUploadURLExternal", filename=name, length=len(content))
        await self._put(str(place["upload_url"]), content)
        return str(place["file_id"])

    async def respond(self, url: str, text: str) -> None:
        """Says something to the person who ran a command, by the address that came with it."""
        await self._put(url, json.dumps({"response_type": "ephemeral", "text": text}).encode())

    async def pages(self, method: str, field: str, **arguments: Any) -> list[Any]:
        """Every entry of a list that comes in pages."""
        found: list[Any] = []
        cursor = ""
        while True:
            extra = {"cursor": cursor} if cursor else {}
            answer = await self.read(method, **arguments, **extra)
            found += answer.get(field, [])
            cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return found

    async def _put(self, url: str, content: bytes) -> None:
        """Sends bytes to an address that Slack gave; it takes no token there."""
        if self._session is None:
            raise SlackAway("closed")
        try:
            async with self._session.post(url, data=content, proxy=self.reader.proxy) as answer:
                status = answer.status
        except TimeoutError:
            raise SlackAway("timeout") from None
        except (aiohttp.ClientError, OSError) as error:
            raise SlackAway(type(error).__name__) from None
        if status >= 500 or status == 429:
            raise SlackAway(f"http_{status}")
        if status >= 400:
            raise SlackRefused(f"http_{status}")

    async def _call(self, call: Callable[[], Awaitable[Any]], method: str) -> Json:
        try:
            answer = await _attempt(call, method)
        except (SlackAway, SlackRefused) as error:
            self.trouble = str(error.args[0])
            raise
        self.trouble = None
        return answer


async def _attempt(call: Callable[[], Awaitable[Any]], method: str) -> Json:
    try:
        answer = await call()
    except SlackApiError as error:
        raise _judged(error, method) from None  # its text repeats what was sent
    except TimeoutError:
        raise SlackAway("timeout") from None
    except (aiohttp.ClientError, SlackClientError, OSError) as error:
        raise SlackAway(type(error).__name__) from None
    data: Json = answer.data
    return data


def _judged(error: SlackApiError, method: str) -> SlackAway | SlackRefused:
    answer = error.response
    status = getattr(answer, "status_code", getattr(answer, "status", 200))
    data = getattr(answer, "data", None)
    code = str(data.get("error") or "") if isinstance(data, dict) else ""
    if status >= 500 or status == 429 or code in _PASSING or code in _TOKEN:
        return SlackAway(code or f"http_{status}")
    logger.warning("Slack refuses %s: %s", method, code)
    return SlackRefused(code)
