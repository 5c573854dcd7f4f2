"""Quotes a passage: what of it answers, and whether a quote stands there word for word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from partnerline.knowledge.model import Citation, Passage
from partnerline.knowledge.words import content_words, fold, stem

LONGEST = 700
"""Characters of a quote: what is read between two calls. A passage up to half as long again is quoted whole."""

_LINE_END = re.compile(r"[\r\n]+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9ÄÖÜ\"“'(])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """Words of a passage, whole lines and sentences of it, in its order."""

    passage: Passage
    text: str

    def citation(self) -> Citation:
        """Where the words stand."""
        return Citation(source=self.passage.document, locator=self.passage.locator, quote=self.text)


def excerpt(passage: Passage, question: str) -> Excerpt:
    """What of the passage answers: all of it where it is short, else its best stretch of whole lines and sentences."""
    if len(passage.text) <= LONGEST * 3 // 2:
        return Excerpt(passage=passage, text=passage.text)
    spans = _pieces(passage.text)
    if not spans:
        return Excerpt(passage=passage, text="")
    pieces = [passage.text[start:end] for start, end in spans]
    wanted = {stem(word) for word in content_words(question)}
    weights = [len(wanted & {stem(word) for word in content_words(piece)}) for piece in pieces]
    first, last = _best_stretch(pieces, weights)
    return Excerpt(passage=passage, text=passage.text[spans[first][0] : spans[last][1]])


def _best_stretch(pieces: Sequence[str], weights: Sequence[int]) -> tuple[int, int]:
    """First and last piece of the stretch that holds the most of what was asked; the earliest of equal ones."""
    best = (-1, 0, 0)
    for first in range(len(pieces)):
        size = weight = 0
        for last in range(first, len(pieces)):
            size += len(pieces[last]) + 1
            if size > LONGEST and last > first:
                break
            weight += weights[last]
            if weight > best[0]:
                best = (weight, first, last)
    _, first, last = best
    while (
        last + 1 < len(pieces)
        and sum(len(piece) + 1 for piece in pieces[first : last + 2]) <= LONGEST
    ):
        last += 1
    return first, last


def _pieces(text: str) -> list[tuple[int, int]]:
    """Where each of the text's lines and sentences stands."""
    cuts = sorted(
        {(0, 0), (len(text), len(text))}
        | {found.span() for pattern in (_SENTENCE, _LINE_END) for found in pattern.finditer(text)}
    )
    spans = [(before[1], after[0]) for before, after in pairwise(cuts)]
    return [(start, end) for start, end in spans if text[start:end].strip()]


def stands_in(citation: Citation, passages: Sequence[Passage]) -> bool:
    """Whether the citation's words stand in a passage of its source, white space and case aside."""
    quote = _flat(citation.quote)
    return bool(quote) and any(
        passage.document == citation.source and quote in _flat(passage.text) for passage in passages
    )


def _flat(text: str) -> str:
    return " ".join(fold(text).split())
