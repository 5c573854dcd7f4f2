"""What is handed on: words to say with where they stand, or documents that contradict each other."""

from dataclasses import dataclass
from typing import Literal

from partnerline.knowledge.model import Citation

Verdict = Literal["yes", "no"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An answer in the documents' own words. `text` is Markdown, what answers first, without the lines of its places.

    `lead` is the sentence or row that answers, as it stands in the first citation. The citations' first is what
    answers; others of its document are more of the same section, those of other documents say the same. `verdict` is
    the yes or no that stands at the head of `text`, and is all in it, besides headings, that is nobody's words. `short`
    is the least of `text` that still reads right.
    """

    text: str
    lead: str
    citations: tuple[Citation, ...]
    verdict: Verdict | None = None
    short: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two or more documents that say different things of the same: `accounts` newest first.

    `days` says from when each is, in words, "" where nothing dates it.
    """

    accounts: tuple[Citation, ...]
    days: tuple[str, ...]
