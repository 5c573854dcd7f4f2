"""Which paths of a library a pattern means."""

import unicodedata
from collections.abc import Sequence
from fnmatch import fnmatchcase


def matches(path: str, pattern: str) -> bool:
    """Whether a path matches a pattern, upper and lower case apart.

    `*` and `?` stay within a folder, `**` is any number of folders and, at the end, everything below. Both are
    compared composed (NFC), as a file name from a Mac may be decomposed and would slip past its rule.
    """
    return _match(_parts(path), _parts(pattern))


def _parts(path: str) -> tuple[str, ...]:
    return tuple(unicodedata.normalize("NFC", path).split("/"))


def _match(parts: Sequence[str], pattern: Sequence[str]) -> bool:
    if not pattern:
        return not parts
    if pattern[0] != "**":
        return bool(parts) and fnmatchcase(parts[0], pattern[0]) and _match(parts[1:], pattern[1:])
    if len(pattern) == 1:
        return bool(parts)
    return any(_match(parts[start:], pattern[1:]) for start in range(len(parts)))
