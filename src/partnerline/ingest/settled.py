"""Who may see what, read only from files that stand still."""

from dataclasses import dataclass
from pathlib import Path

from partnerline.ingest.library import (
    LIBRARY_FILE,
    PARTNERS_FILE,
    Library,
    load_directory,
    load_library,
)
from partnerline.ingest.prices.named import Named
from partnerline.knowledge.errors import LibraryError

Look = dict[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a library's own two files say of its documents."""

    library: Library
    named: Named


def load_rules(root: Path) -> Rules:
    """The rules as they stand; raises `LibraryError`."""
    return Rules(library=load_library(root), named=Named.of(load_directory(root)))


class SettledRules:
    """Reads the rules again and again while they may be edited.

    A file that is half written, or away while it is replaced, names fewer rules, and what no rule names is for every
    enrolled partner. So a change counts once it has stood from one reading to the next.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._last = _look(root)
        self._needed = frozenset(self._last)

    def read(self) -> Rules | None:
        """The rules, or `None` where they changed since the last reading.

        Raises `LibraryError` where they can't be read, or where a file of theirs that was there at first is gone.
        """
        before, last = _look(self._root), self._last
        self._last = before
        gone = sorted(self._needed - before.keys())
        if gone:
            raise LibraryError(
                f"{' and '.join(gone)}: it was there when serving began, and is gone. Put it back; if it is to go, "
                "start `partnerline serve` again."
            )
        if last != before:
            return None
        rules = load_rules(self._root)
        return rules if _look(self._root) == before else None


def _look(root: Path) -> Look:
    """What changes whenever the files do, of each that is there."""
    found: Look = {}
    for name in (LIBRARY_FILE, PARTNERS_FILE):
        try:
            stat = (root / name).stat()
        except OSError:
            continue
        found[name] = (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)
    return found
