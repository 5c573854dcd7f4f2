"""Everybody in partners.yaml as it stands now, read again when it was changed and the change stands still."""

import logging
import time
from pathlib import Path
from threading import Lock

from partnerline.ingest.library import PARTNERS_FILE, load_directory
from partnerline.knowledge.errors import LibraryError
from partnerline.knowledge.partners import Directory

logger = logging.getLogger(__name__)
SECONDS = 1.0
"""The time between two looks at the file; a change counts at the second look that finds it the same."""

Look = tuple[int, ...] | None


class SettledDirectory:
    """Gives the directory of the moment. What can't be read leaves the one before it in force, and is logged once.

    A file that is gone leaves it in force too: without any partners everybody would be enrolled. Raises `LibraryError`
    where the first reading fails.
    """

    def __init__(self, root: Path, *, seconds: float = SECONDS) -> None:
        self._root, self._seconds = root, seconds
        self._directory: Directory | None = None
        self._read: Look = None
        self._seen: Look = None
        self._looked = 0.0
        self._lock = Lock()

    def __call__(self) -> Directory:
        """The directory as it is now."""
        with self._lock:
            if self._directory is None:
                self._read = self._seen = _look(self._root)
                self._directory = load_directory(self._root)
                self._looked = time.monotonic()
            elif time.monotonic() - self._looked >= self._seconds:
                self._looked = time.monotonic()
                self._directory = self._again(self._directory)
            return self._directory

    def _again(self, directory: Directory) -> Directory:
        seen, before = _look(self._root), self._seen
        self._seen = seen
        if seen == self._read or seen != before:
            return directory
        self._read = seen
        if seen is None:
            logger.warning("%s is gone; the partners stay as they were", PARTNERS_FILE)
            return directory
        try:
            found = load_directory(self._root)
        except LibraryError as error:
            logger.warning("The partners stay as they were: %s", error)
            return directory
        # What was replaced while it was read is read again once it stands still, and so is what was gone just then.
        self._seen = _look(self._root)
        if self._seen != seen or found.open:
            self._read = None
            return directory
        return found


def _look(root: Path) -> Look:
    """What changes whenever the file does; `None` where there is none."""
    try:
        stat = (root / PARTNERS_FILE).stat()
    except OSError:
        return None
    return (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)
