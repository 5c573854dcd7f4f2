"""From a text file's bytes to its text, and the encodings people really save in."""

import codecs

from charset_normalizer import from_bytes

from partnerline.ingest import limits
from partnerline.knowledge.errors import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What Windows and macOS write by default, over the world; the first stands where several fit alike.
_LEGACY = [
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "mac_roman",
    "cp932",
    "gb18030",
    "cp949",
]
_MEND = "Save it as UTF-8"


def decoded(path: str, data: bytes, *, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """The text, and a note where its encoding had to be guessed; raises `UnreadableError` where none fits.

    Tried in this order: a byte order mark, UTF-8, what the file declares, a guess among the common ones.
    """
    text, notes = _text(path, data, declared)
    limits.check_count(path, len(text), limits.MAX_TEXT_CHARACTERS, "characters")
    return text.replace("\r\n", "\n").replace("\r", "\n"), notes


def _text(path: str, data: bytes, declared: str) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(path, data, mark, encoding), ()
    if b"\0" in data:
        raise UnreadableError(path, "it is binary, not text", mend=_MEND)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    if declared and (text := _attempt(data, declared)) is not None:
        return text, ()
    return _guessed(path, data)


def _strict(path: str, data: bytes, mark: bytes, encoding: str) -> str:
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            path,
            f"it begins as {encoding.upper()} but isn't",
            mend=_MEND,
            place=f"byte {len(mark) + error.start}",
        ) from error


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _guessed(path: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    matches = from_bytes(data, cp_isolation=_LEGACY)
    best = matches.best()
    if best is None:
        raise UnreadableError(path, "its encoding is none that is known", mend=_MEND)
    western = _attempt(data, "cp1252")
    fits_alike = any(
        match.encoding == "cp1252"
        and (match.chaos, match.coherence) == (best.chaos, best.coherence)
        for match in matches
    )
    if western is not None and (
        fits_alike or western == str(best) or _is_windows(data, best.encoding)
    ):
        return western, ("read as cp1252, for it isn't UTF-8",)
    return str(best), (f"read as {best.encoding}, for it isn't UTF-8",)


def _is_windows(data: bytes, guess: str) -> bool:
    """Whether what looks like Mac Roman has its letters where Windows has them; a Mac's lie from 80 to 9F."""
    if guess != "mac_roman":
        return False
    return sum(byte >= 0xC0 for byte in data) > sum(0x80 <= byte < 0xA0 for byte in data)
