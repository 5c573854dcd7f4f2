"""A kept answer as the document that it is found, cited and held against others by."""

import hashlib
from datetime import date

from partnerline.knowledge.answered import path_of
from partnerline.knowledge.model import Document
from partnerline.knowledge.ports.kept import KeptAnswer

_LAYOUT = "1"
"""Changes with anything here or in how passages are made of it, so that older ones are made anew."""
ASKED = 300
"""Characters of the question that an answer is found by."""


def document_of(answer: KeptAnswer) -> Document:
    """The answer as a document, in force from the last day somebody said that it holds."""
    return Document(
        path=path_of(answer.id),
        title=title_of(answer),
        kind="faq",
        audience=answer.audience,
        digest=_digest(answer),
        valid_from=answer.held_on,
        valid_until=answer.last_day,
    )


def title_of(answer: KeptAnswer) -> str:
    """Who answered and when, as a reader is told where the words stand."""
    return f"answered by {' '.join(answer.manager.split())}, {in_full(answer.answered_on)}"


def in_full(day: date) -> str:
    """A day as people write it: "12 May 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def headings_of(answer: KeptAnswer) -> tuple[str, ...]:
    """The question, by whose words an answer is found; it may be another partner's, so nobody is shown it."""
    return (" ".join(answer.question.split())[:ASKED],)


def _digest(answer: KeptAnswer) -> str:
    parts = (
        _LAYOUT,
        answer.question,
        answer.text,
        answer.audience.key,
        title_of(answer),
        answer.held_on.isoformat(),
        answer.last_day.isoformat(),
    )
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


# Written out: strftime's names follow the machine's language.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
