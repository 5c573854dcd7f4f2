"""Slack's Web API as the bot uses it: one session, and two kinds of failure.

SlackRefused (no repetition helps)   Slack has understood and says no
SlackAway    (later it may work)     Slack is down, slow or busy, or the token is not valid at present
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Hashable, Mapping
from typing import Any, Protocol

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.web.async_client import AsyncWebClient

from partnerline.bot.slack.web.pacing import Rests
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
BUSY_TRIES = 4
LONGEST_REST = 60.0
"""Seconds that a call waits for Slack to bear it; what takes longer is tried again by its step."""
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


class SlackBusy(SlackAway):
    """Slack has not acted, and wants to be left alone for `seconds`."""

    def __init__(self, seconds: float) -> None:
        super().__init__("ratelimited")
        self.seconds = seconds


class Tokens(Protocol):
    """Knows the tokens of workspaces other than the home workspace."""

    async def token(self, team: str) -> str | None:
        """A workspace's token, `None` where it has none of its own; raises `SlackRefused` where it has ended."""
        ...


class Channels(Protocol):
    """Knows which id a channel has by now."""

    def present(self, channel: str) -> str:
        """The id that Slack knows a channel by."""
        ...


class SlackApi:
    """Calls Slack. What is only read is tried again at once; what is posted never, or it could stand there twice.

    A call without a `team` speaks for the home workspace, whose token is the setting. `home` is that workspace's id
    once Slack has told it.
    """

    def __init__(
        self, token: str, url: str, *, timeout: float = 30.0, tokens: Tokens | None = None
    ) -> None:
        again: list[AsyncRetryHandler] = [
            AsyncConnectionErrorRetryHandler(max_retry_count=1),
            AsyncServerErrorRetryHandler(max_retry_count=1),
        ]
        self.reader = AsyncWebClient(token=token, base_url=url, retry_handlers=again)
        self._writer = AsyncWebClient(token=token, base_url=url, retry_handlers=[])
        self._rests = Rests()
        # Bolt brings the token itself, for each request.
        self.bare = AsyncWebClient(base_url=url)
        self._timeout, self._token, self._tokens = timeout, token, tokens
        self._session: aiohttp.ClientSession | None = None
        self.channels: Channels | None = None
        self.home: str | None = None
        self.trouble: str | None = None

    async def open(self) -> None:
        """Opens the one session, on the loop that calls this."""
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=self._timeout))
        self.reader.session = self._writer.session = self.bare.session = self._session

    async def close(self) -> None:
        """Closes the session."""
        if self._session:
            await self._session.close()

    async def read(self, method: str, *, team: str | None = None, **arguments: Any) -> Json:
        """Calls a method that changes nothing; Slack takes no JSON there."""
        spoken = self._moved(arguments) | {"token": await self._speaks(team)}
        return await self._call(
            lambda: self.reader.api_call(method, http_verb="GET", params={**spoken}), method, team
        )

    async def write(self, method: str, *, team: str | None = None, **arguments: Any) -> Json:
        """Calls a method that others can see the effect of."""
        spoken = self._moved(arguments) | {"token": await self._speaks(team)}
        channel = arguments.get("channel")
        return await self._call(
            lambda: self._writer.api_call(method, json={**spoken}), method, team, channel
        )

    async def exchange(self, code: str, *, client: str, secret: str, redirect: str) -> Json:
        """What a person's consent to an installation brings: the token and where it is good."""
        return await _attempt(
            lambda: self.bare.api_call(
                "oauth.v2.access",
                data={
                    "client_id": client,
                    "client_secret": secret,
                    "code": code,
                    "redirect_uri": redirect,
                },
            ),
            "oauth.v2.access",
        )

    async def bring(self, name: str, content: bytes, *, team: str | None = None) -> str:
        """Brings a file to Slack, where nobody sees it before it is shared; gives its id."""
        place = await self.read(
            "files.getUploadURLExternal", team=team, filename=name, length=len(content)
        )
        await self._put(str(place["upload_url"]), content)
        return str(place["file_id"])

    async def respond(
        self,
        url: str,
        text: str,
        *,
        team: str | None = None,  # noqa: ARG002 - every call can be given one; this address needs no token
    ) -> None:
        """Says something to the person who ran a command, by the address that came with it."""
        await self._put(url, json.dumps({"response_type": "ephemeral", "text": text}).encode())

    async def ask_for(self, url: str, *, team: str | None = None) -> aiohttp.ClientResponse:
        """What an address answers to the token; it follows no redirect, and whoever asks closes it."""
        if self._session is None:
            raise SlackAway("closed")
        headers = {"Authorization": f"Bearer {await self._speaks(team)}"}
        return await self._session.get(
            url, headers=headers, allow_redirects=False, proxy=self.reader.proxy
        )

    async def pages(
        self, method: str, field: str, *, team: str | None = None, **arguments: Any
    ) -> list[Any]:
        """Every entry of a list that comes in pages."""
        found: list[Any] = []
        cursor = ""
        while True:
            extra = {"cursor": cursor} if cursor else {}
            answer = await self.read(method, team=team, **arguments, **extra)
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

    async def _speaks(self, team: str | None) -> str:
        """The token to speak with; the home workspace's own wherever no other was installed."""
        if team is None or team == self.home or self._tokens is None:
            return self._token
        return await self._tokens.token(team) or self._token

    def _moved(self, arguments: Json) -> Json:
        """The arguments with every channel under the id it has by now."""
        moved = {
            name: self.channels.present(value)
            for name, value in arguments.items()
            if self.channels and name in ("channel", "channel_id") and isinstance(value, str)
        }
        return arguments | moved

    async def _call(
        self,
        call: Callable[[], Awaitable[Any]],
        method: str,
        team: str | None,
        channel: object = None,
    ) -> Json:
        at_home = team is None or team == self.home
        try:
            answer = await self._patiently(call, method, (team or self.home, method, channel))
        except (SlackAway, SlackRefused) as error:
            if at_home:
                self.trouble = str(error.args[0])
            raise
        if at_home:
            self.trouble = None
        return answer

    async def _patiently(
        self, call: Callable[[], Awaitable[Any]], method: str, key: Hashable
    ) -> Json:
        """Makes a call when Slack can bear it; what it refuses as too much was not done, so it is tried again."""
        for _ in range(BUSY_TRIES):
            left = self._rests.left(key)
            if left > LONGEST_REST:
                raise SlackBusy(left)
            await asyncio.sleep(left)
            try:
                return await _attempt(call, method)
            except SlackBusy as busy:
                self._rests.rest(key, busy.seconds)
        raise SlackBusy(self._rests.left(key))


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
    if status == 429:
        return SlackBusy(_seconds(getattr(answer, "headers", {})))
    if status >= 500 or code in _PASSING or code in _TOKEN:
        return SlackAway(code or f"http_{status}")
    logger.warning("Slack refuses %s: %s", method, code)
    return SlackRefused(code)


def _seconds(headers: Mapping[str, Any]) -> float:
    """What `Retry-After` says; a second where it says nothing."""
    said = next((str(v) for k, v in headers.items() if k.lower() == "retry-after"), "")
    return float(said) if said.isdecimal() else 1.0
