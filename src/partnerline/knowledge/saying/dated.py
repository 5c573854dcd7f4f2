"""From when a document is: its first day, or the day or year that its title or path bears."""

import re
from datetime import UTC, date, datetime

from partnerline.knowledge.model import Document
from partnerline.knowledge.words import fold

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.](0[1-9]|1[0-2])(?!\d)")
_NAMED = re.compile(rf"\b({'|'.join(_MONTHS)})[a-z]*\.? ?((?:19|20)\d\d)\b")
_PART = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[-_ ]?([qh])([1-4])|\b([qh])([1-4])[-_ ]?((?:19|20)\d\d)(?!\d)"
)
_WRITTEN = re.compile(r"\d+-(\d{18,19})-")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


def day_of(document: Document) -> date | None:
    """The day the document is from; of a month, a quarter or a year that is named, the first."""
    if document.valid_from is not None:
        return document.valid_from
    for text in (document.title, document.path.rpartition("/")[2], document.path):
        found = _named_in(fold(text))
        if found is not None:
            return found
    return None


def in_words(document: Document) -> str:
    """Since when the document holds, or what its name bears; "" where nothing dates it."""
    if document.valid_from is not None:
        return f"in force from {document.valid_from.isoformat()}"
    day = day_of(document)
    if day is None:
        return ""
    return f"of {day.year}" if (day.month, day.day) == (1, 1) else f"of {day.isoformat()}"


def is_newer(document: Document, than: date) -> bool | None:
    """Whether the document is from after that day; `None` where that can't be told.

    A year or a quarter that holds the day tells nothing. A file that was last written before the day isn't newer; one
    written since may only have been copied.
    """
    day = day_of(document)
    if day is not None and day > than:
        return True
    if document.valid_from is not None:
        return None if day == than else False
    if day is not None and day.year < than.year:
        return False
    written = _written_on(document)
    return False if written is not None and written < than else None


def _written_on(document: Document) -> date | None:
    """The day the file was last written, as its stamp has it: "size-nanoseconds-…"."""
    found = _WRITTEN.match(document.stamp)
    return datetime.fromtimestamp(int(found.group(1)) / 1e9, UTC).date() if found else None


def _named_in(text: str) -> date | None:
    if found := _DAY.search(text):
        year, month, day = map(int, found.groups())
        try:
            return date(year, month, day)
        except ValueError:
            return date(year, month, 1)
    if found := _MONTH.search(text):
        return date(int(found.group(1)), int(found.group(2)), 1)
    if found := _NAMED.search(text):
        return date(int(found.group(2)), _MONTHS.index(found.group(1)) + 1, 1)
    if found := _PART.search(text):
        year = int(found.group(1) or found.group(6))
        letter, number = found.group(2) or found.group(4), int(found.group(3) or found.group(5))
        months = 3 if letter == "q" else 6
        return date(year, min(12, months * (number - 1) + 1), 1)
    found = _YEAR.search(text)
    return date(int(found.group(1)), 1, 1) if found else None
