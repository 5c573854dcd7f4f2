"""The home folder's lock: many readers or one writer, since two processes on one embedded store lose data."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from partnerline.knowledge.errors import IndexUnusable

PATIENCE = 10.0
"""Seconds to wait for the other process: reading a changed file takes less."""


class HomeLock:
    """A lock on a home's embedded store, held by this process from `read` on; the system frees it when the process ends."""

    def __init__(self, home: Path) -> None:
        self._home = home
        try:
            home.mkdir(parents=True, exist_ok=True)
            self._file = os.open(home / "index.lock", os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise IndexUnusable(
                f"The home folder {home} can't be written. Give this user the right to write it, or name another by "
                "--home or PARTNERLINE_HOME."
            ) from error
        self._reading = False
        self._alone = Lock()

    def read(self, patience: float = PATIENCE) -> None:
        """Takes the lock beside other readers; raises `IndexUnusable` where a writer keeps it."""
        self._take(fcntl.LOCK_SH, patience)
        self._reading = True

    @contextmanager
    def write(self, patience: float = PATIENCE) -> Iterator[None]:
        """Takes the lock alone, also before this process's other threads, for which the system's lock is one and the same.

        Raises `IndexUnusable` where another keeps it.
        """
        if not self._alone.acquire(timeout=patience):
            raise self._kept_by("Another thread")
        try:
            self._take(fcntl.LOCK_EX, patience)
            try:
                yield
            finally:
                fcntl.flock(self._file, fcntl.LOCK_SH if self._reading else fcntl.LOCK_UN)
        finally:
            self._alone.release()

    def close(self) -> None:
        """Lets go."""
        os.close(self._file)

    def _take(self, mode: int, patience: float) -> None:
        until = time.monotonic() + patience
        while True:
            try:
                fcntl.flock(self._file, mode | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= until:
                    self._restore()
                    raise self._kept_by("Another process") from None
                time.sleep(0.05)
            else:
                return

    def _kept_by(self, who: str) -> IndexUnusable:
        return IndexUnusable(
            f"{who} is using the index in {self._home}. A running `partnerline serve` picks up "
            "changed documents by itself; stop it first, or use a Chroma server (PARTNERLINE_CHROMA_URL)."
        )

    def _restore(self) -> None:
        """A failed conversion has let go of the reader's lock: take it again, which only a writer could hinder."""
        if self._reading:
            fcntl.flock(self._file, fcntl.LOCK_SH)
