"""Reads one file that somebody attached to a question, in a process of its own: `python -m … FOLDER NAME`.

Nobody vouches for such a file, so nothing that it does to a parser reaches whoever waits for it: the process has a
bounded memory and time, and says what it found as one JSON object on standard output.
"""

import contextlib
import json
import resource
import sys
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from partnerline.ingest.readers import FORMATS, read
from partnerline.ingest.readers.signature import content_of
from partnerline.ingest.wanted import Wanted, left_out, text_of, wanted_in
from partnerline.knowledge.errors import UnreadableError

MOST_TEXT = 20_000
"""Characters of text that are handed on; a question is far shorter."""
MOST_WANTED = 1_000
MEMORY = 3 * 1024**3
"""Bytes of address space; the parsers' own libraries take a good part of it before a file is opened."""
SECONDS = 20
"""Seconds of processor time."""

_PARTS = {b"xl/": ".xlsx", b"word/": ".docx", b"ppt/": ".pptx"}
_TEXTS = frozenset({".csv", ".html", ".htm", ".md", ".txt"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """What a file says; or `problem` and `mend`, where it can't be read. `characters` is how long its text is.

    `left_out` are things on the list whose quantity can't be made out.
    """

    text: str = ""
    characters: int = 0
    wanted: tuple[Wanted, ...] = ()
    lines: int = 0
    left_out: tuple[str, ...] = ()
    problem: str = ""
    mend: str = ""


def attached_of(data: dict[str, Any]) -> Attached:
    """The same, as the process has said it."""
    wanted = tuple(Wanted(**one) for one in data["wanted"])
    return Attached(**data | {"wanted": wanted, "left_out": tuple(data["left_out"])})


def extension_of(name: str, data: bytes) -> str:
    """What a file is by its contents, whatever its name says; by its name where the contents are plain text."""
    named = PurePosixPath(name).suffix.lower()
    content = content_of(data)
    if content == "zip":
        return next((kind for part, kind in _PARTS.items() if part in data), named)
    if content == "pdf" and data.lstrip().startswith(b"%PDF-"):
        return ".pdf"
    if content == "ole":
        return named if named in FORMATS and named not in _TEXTS else ".xls"
    if content or named in FORMATS:
        return named
    return ".txt" if b"\0" not in data[:4096] else named


def read_attached(folder: Path, name: str) -> Attached:
    """What the file of that name in a folder says."""
    try:
        reading = read(folder, name)
    except UnreadableError as error:
        return Attached(problem=error.problem, mend=error.mend)
    stem = PurePosixPath(name).stem
    wanted, text = wanted_in(reading, but=stem), text_of(reading, but=stem)
    return Attached(
        text=text[:MOST_TEXT],
        characters=len(text),
        wanted=wanted[:MOST_WANTED],
        lines=len(wanted),
        left_out=left_out(reading)[:MOST_WANTED] if wanted else (),
    )


def _bound() -> None:
    """Takes from this process what a hostile file would need."""
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        with contextlib.suppress(ValueError, OSError):  # a system may forbid it, and go on without
            resource.setrlimit(kind, (most, most))


def main() -> None:
    """Reads the file that the arguments name."""
    _bound()
    folder, name = sys.argv[1:3]
    sys.stdout.write(json.dumps(asdict(read_attached(Path(folder), name))))


if __name__ == "__main__":
    main()
