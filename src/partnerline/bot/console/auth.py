"""Who is logged in: sessions in a signed cookie, and a limit on wrong tokens."""

import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock

from fastapi import Request

from partnerline.bot.console.seal import Seal, same

SESSION_COOKIE = "partnerline_session"
_MOST_ADDRESSES = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One login in one browser."""

    id: str
    ends: datetime


class LoginNeeded(Exception):
    """The page is for people who are logged in. `kept` is what they had written into a form."""

    def __init__(self, kept: str = "") -> None:
        self.kept = kept
        super().__init__("login needed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sessions:
    """Starts, reads and ends logins. The cookie itself carries them, so any replica can read it.

    A logout is remembered in this process only; elsewhere the cookie is gone from the browser and ends by its time.
    """

    seal: Seal
    clock: Callable[[], datetime]
    lasts: timedelta
    _ended: dict[str, datetime] = field(default_factory=dict, repr=False)

    def start(self) -> str:
        """A new session, as the cookie's value."""
        ends = self.clock() + self.lasts
        return self.seal.close(
            "session", {"id": secrets.token_urlsafe(16), "ends": ends.isoformat()}
        )

    def read(self, request: Request) -> Session | None:
        """The session whose cookie came along, alive or not; `None` where it isn't one of ours."""
        values = self.seal.open("session", request.cookies.get(SESSION_COOKIE, ""))
        if values is None:
            return None
        return Session(id=values["id"], ends=datetime.fromisoformat(values["ends"]))

    def alive(self, request: Request) -> Session | None:
        """The session of a person who is logged in now."""
        session = self.read(request)
        if session is None or session.id in self._ended or session.ends <= self.clock():
            return None
        return session

    def end(self, session: Session) -> None:
        """Ends a session before its time."""
        now = self.clock()
        for old in [id_ for id_, ends in list(self._ended.items()) if ends <= now]:
            self._ended.pop(old, None)
        self._ended[session.id] = session.ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Compares tokens, and closes for an address that brought too many wrong ones."""

    token: str = field(repr=False)
    clock: Callable[[], datetime]
    limit: int = 10
    within: timedelta = timedelta(minutes=1)
    _wrong: dict[str, deque[datetime]] = field(default_factory=dict, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def closed_to(self, address: str) -> bool:
        """Whether this address must wait, right token or not: else the limit would not limit guessing."""
        with self._lock:
            return len(self._recent(address)) >= self.limit

    def admits(self, address: str, token: str) -> bool:
        """Whether the token is right; a wrong one is counted."""
        if same(token, self.token):
            return True
        with self._lock:
            tries = self._recent(address)
            tries.append(self.clock())
            self._wrong.pop(address, None)
            self._wrong[address] = tries
            while len(self._wrong) > _MOST_ADDRESSES:
                self._wrong.pop(next(iter(self._wrong)))
        return False

    def _recent(self, address: str) -> deque[datetime]:
        tries = self._wrong.get(address, deque())
        while tries and tries[0] <= self.clock() - self.within:
            tries.popleft()
        return tries
