"""Questions that yes or no answers: "can it run outdoors?"."""

import re
from dataclasses import dataclass

from partnerline.knowledge.saying.clauses import NEGATION, Word, plain, words_of
from partnerline.knowledge.words import fold

_ASKED = re.compile(
    r"(?:^|[,;.:?!]\s+)(?:(?:so|and|but|also|ok|okay|hi|hello|please|pls)[\s,]+)*"
    r"(?P<verb>is|are|was|were|do|does|did|can|could|may|must|should|will|would|has|have)\b(?P<rest>(?:[^.;!]|\.(?=\d))*?)[\s?]*$",
    re.IGNORECASE,
)
_NARROWER = re.compile(
    r"\b(?:more|less|fewer|than|over|under|above|below|only|both|always|or|which|how|why|when|where|what|who|still|already|yet|instead)\b"
)
_ALL = re.compile(r"\b(?:every|each|all)\b")
DUTY = re.compile(
    r"\b(?:must|have to|has to|need to|needs to|required|obliged|mandatory|compulsory)\b"
)
"""What says that something has to be so, and not only that it is or can be."""
_ANYTHING = re.compile(r"\s*(?:it|this|that|they|these|those)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedQuestion:
    """What is asked, after the verb that asks it.

    `of_all`: of each of them; `of_it`: of what was named before; `of_duty`: whether it has to be so.
    """

    rest: str
    words: tuple[Word, ...]
    of_all: bool
    of_it: bool
    of_duty: bool


def closed(text: str) -> ClosedQuestion | None:
    """The question, where a plain yes or no could settle it: no comparison, no choice, and not asked in the negative."""
    found = _ASKED.search(plain(text))
    if found is None:
        return None
    rest = found["rest"]
    if NEGATION.search(fold(rest)) or _NARROWER.search(fold(rest)):
        return None
    return ClosedQuestion(
        rest=rest,
        words=words_of(rest),
        of_all=bool(_ALL.search(fold(rest))),
        of_it=bool(_ANYTHING.match(rest)),
        of_duty=fold(found["verb"]) in {"must", "should"} or bool(DUTY.search(fold(rest))),
    )
