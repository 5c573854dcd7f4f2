"""What somebody attached to a message: which of it may be fetched, and what is said of what can't be read."""

from dataclasses import asdict, dataclass
from pathlib import PurePosixPath
from typing import Any

from partnerline.bot.slack.web.client import Json
from partnerline.bot.slack.web.wording import cut, literal
from partnerline.ingest.attached import Attached
from partnerline.ingest.limits import MEBIBYTE
from partnerline.ingest.readers import FORMATS

MOST_FILES = 5
LARGEST = 10 * MEBIBYTE
LONGEST_NAME = 80

PICTURE = ("it is a picture, and I can't read pictures", "Write what it says in words")
SOUND = ("I can't listen or watch", "Write what it is about in words")
ELSEWHERE = ("it lies outside Slack, where I may not go", "Upload the file itself")
GONE = ("Slack doesn't have it any more", "Send it again")
TOO_LARGE = (f"it is larger than {LARGEST // MEBIBYTE} MB", "Send a smaller one, or its text")
NOT_GIVEN = ("Slack didn't hand it to me just now", "Send it again in a while")
NOT_ALLOWED = (
    "I'm not allowed to read files in this workspace yet",
    "Whoever looks after me can allow it: the permission is called files:read",
)
TOO_SLOW = ("it takes too long to read", "Send a smaller one, or its text")
UNREADABLE = ("it is damaged, or more than I can read", "Open it, save it again and send that")

_FORMAT_MEND = f"Save it as one of {' '.join(FORMATS)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file that was read, as far as it could be."""

    name: str
    read: Attached

    def as_payload(self) -> dict[str, Any]:
        """Plain data that `file_of` reads back."""
        return asdict(self)


def name_of(told: Json) -> str:
    """What people call the file."""
    return " ".join(str(told.get("name") or "").split()) or "the file"


def refusal_of(told: Json) -> tuple[str, str] | None:
    """Why a file is not even fetched, by what Slack tells of it, and the mend."""
    kind, mode = str(told.get("mimetype") or ""), str(told.get("mode") or "")
    if mode in {"tombstone", "hidden_by_limit"}:
        return GONE
    if told.get("is_external") or mode == "external":
        return ELSEWHERE
    if kind.startswith("image/"):
        return PICTURE
    if kind.startswith(("audio/", "video/")):
        return SOUND
    size = told.get("size")
    return TOO_LARGE if isinstance(size, int) and size > LARGEST else None


def format_refusal(extension: str) -> tuple[str, str] | None:
    """Why a file of that kind is not read; `extension` is told by its contents."""
    if extension in FORMATS:
        return None
    shown = literal(extension[:12]) if extension else "a file of its kind"
    return (f"I don't read {shown}", _FORMAT_MEND)


def unread(name: str, why: tuple[str, str]) -> File:
    """A file of which nothing is known but why."""
    return File(name=name, read=Attached(problem=why[0], mend=why[1]))


def note_of(file: File) -> str:
    """What is said of a file that can't be read, as Markdown."""
    return f"I couldn't read {shown_name(file.name)}: {file.read.problem}. {file.read.mend}."


def shown_name(name: str) -> str:
    """A file's name inside Markdown, shortened before its ending."""
    path = PurePosixPath(name)
    stem = cut(path.stem, LONGEST_NAME - len(path.suffix[:12]))
    return f"*{literal(f'{stem}{path.suffix[:12]}')}*"
