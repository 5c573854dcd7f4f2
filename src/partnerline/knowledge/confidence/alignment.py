"""How well each telling word of a question is met by a sentence: the word itself, a heading's, or one like it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from partnerline.knowledge.confidence.units import UnitVectors
from partnerline.knowledge.words import content_words, stem, words

ABOVE = 0.9
"""What a word counts that stands only in the headings or the title."""
FAR, NEAR = 0.35, 0.9
"""Cosines of two single words from which on they have something to do with each other, and mean the same."""

CONVERSATION = frozenset(
    """hi hello hey guys guy client clients cust prospect prospects buyer buyers man boss dept one two three tell told ask
    asks asking asked argue argument answer reply line good got getting rn btw fyi re question questions exactly actually
    right still already ever again people""".split()
)
"""Words of how a question is put, besides the stopwords: they say who asks, not what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """The telling words of a question with how rare each is (IDF), and which of them the asker's documents hold."""

    words: tuple[str, ...]
    rarity: Mapping[str, float]
    known: frozenset[str]
    rarest: float

    @property
    def total(self) -> float:
        """The sum of all rarities, never 0."""
        return sum(self.rarity.values()) or 1.0


def telling(text: str, frequencies: Mapping[str, int], passages: int) -> Telling:
    """The question's telling words."""
    found = tuple(word for word in content_words(text) if word not in CONVERSATION)
    return Telling(
        words=found,
        rarity={word: math.log(1 + passages / (1 + frequencies.get(word, 0))) for word in found},
        known=frozenset(word for word in found if frequencies.get(word, 0)),
        rarest=math.log(1 + passages) or 1.0,
    )


def alignment(asked: Telling, unit: str, above: str, vectors: UnitVectors) -> dict[str, float]:
    """How well a unit and the headings above it meet each telling word, 0 to 1."""
    own, over = words(unit), words(above)
    stems, stems_above = {stem(word) for word in own}, {stem(word) for word in over}
    near, near_above = vectors.nearest(asked.words, own), vectors.nearest(asked.words, over)
    met = {}
    for word in asked.words:
        if stem(word) in stems:
            met[word] = 1.0
        elif stem(word) in stems_above:
            met[word] = ABOVE
        else:
            met[word] = ABOVE * _likeness(max(near[word], near_above[word]))
    return met


def _likeness(cosine: float) -> float:
    """0 where two words have nothing to do with each other, 1 where they mean the same."""
    return min(1.0, max(0.0, (cosine - FAR) / (NEAR - FAR)))
