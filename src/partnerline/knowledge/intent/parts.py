"""A sentence taken to pieces: its words, its clauses, and what in it may speak of a product."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from partnerline.knowledge.intent.clauses import Clause
from partnerline.knowledge.intent.part_numbers import Spotted
from partnerline.knowledge.intent.product_names import Roots
from partnerline.knowledge.intent.spans import GONE, Span, only
from partnerline.knowledge.intent.spelled import NUMBER_WORDS
from partnerline.knowledge.intent.talk import FILLERS
from partnerline.knowledge.regions.places import is_region_of_a_price
from partnerline.knowledge.words import STOPWORDS, Token

_ARTICLES = frozenset("a an the one ein eine einen un une una uno le la el il".split())
_VARIANTS = frozenset(
    """pro plus max mini lite light ultra premium standard basic enterprise advanced duo compact lte wifi poe ex se le xl xs xt ii iii iv
    deluxe essential essentials starter cloud edge""".split()
)
"""What makes another product of one, where it stands right behind its part number."""
_SHORT = frozenset("vat rrp uvp ltd inc gst tax ex via tel po ref fob cif exw ddp fyi thx ty thanx hi tia btw eta wi fi vs bei mit en an ab je".split())  # fmt: skip


def is_counting(word: str) -> bool:
    """Whether the word is a number or an article."""
    return word[0].isdigit() or word in NUMBER_WORDS or word in _ARTICLES


@dataclass(frozen=True, slots=True)
class Parts:
    """A text with its tokens, its clauses, and what in it may speak of a product."""

    text: str
    found: tuple[Token, ...]
    clauses: list[Clause]
    spoken: dict[int, Roots]
    spots: list[Spotted]

    def span(self, first: int, last: int) -> Span:
        """From the beginning of one token to the end of another."""
        return self.found[first].start, self.found[last].end

    def spans(self, words: Sequence[int]) -> tuple[Span, ...]:
        """Where the words stand, without a number word that a later one repeats: of "two two-channel pumps" the first says how many."""
        said = [self.found[i].word for i in words]
        return tuple(
            self.span(i, i)
            for place, i in enumerate(words)
            if said[place] not in NUMBER_WORDS or said[place] not in said[place + 1 :]
        )

    def local(self, at: Iterable[int]) -> str:
        """The text with nothing left but these clauses."""
        return only(self.text, [self.clauses[one].span for one in at])

    def spots_in(self, clause: Clause) -> list[Spotted]:
        """The part numbers of a clause."""
        return [one for one in self.spots if clause.first <= one.first <= clause.last]

    def words_in(self, clause: Clause) -> list[int]:
        """The telling words of a clause, by their places."""
        return [i for i in self.spoken if clause.first <= i <= clause.last]

    def without_numbers(self) -> list[int]:
        """The clauses that speak of a product and have no part number."""
        return [
            at
            for at, clause in enumerate(self.clauses)
            if self.words_in(clause) and not self.spots_in(clause)
        ]

    def beside(self, spot: Spotted) -> list[int]:
        """The nearest telling words around a part number: "the battery for the AX-200"."""
        near = []
        for way in (range(spot.first - 1, -1, -1), range(spot.last + 1, len(self.found))):
            near += [i for i in way if self.found[i].word not in STOPWORDS][:1]
        return near

    def is_plain(self, at: int) -> bool:
        """Whether a clause says nothing beside the name but price talk."""
        clause = self.clauses[at]
        words = set(self.words_in(clause))
        return all(
            i in words
            or self.found[i].word in STOPWORDS
            or self.found[i].word in FILLERS
            or self.found[i].word[0].isdigit()
            for i in range(clause.first, clause.last + 1)
        )

    def is_counted(self, word: int) -> bool:
        """Whether a number or an article stands right before a name."""
        return word > 0 and self.counts(word - 1)

    def counts(self, place: int) -> bool:
        """Whether a number or an article stands there."""
        return place < len(self.found) and is_counting(self.found[place].word)

    def has_stranger_beside(self, words: Sequence[int]) -> bool:
        """Whether a word that means nothing here stands right against a name: "Watchline Ultra" is no Watchline Pro."""
        held = set(words)
        around = [(i, j) for i in words for j in (i - 1, i + 1) if j not in held]
        return any(0 <= j < len(self.found) and self._touch(i, j) and self._is_strange(j) for i, j in around)  # fmt: skip

    def has_variant_behind(self, spot: Spotted) -> bool:
        """Whether a word that makes another product of it stands right behind a part number: "AX-400 Pro"."""
        after = spot.last + 1
        if after >= len(self.found) or not self._touch(spot.last, after) or after in self.spoken:
            return False
        word = self.found[after].word
        if word == "le" and self.text[self.found[after].end :].lstrip().startswith(GONE):
            return False  # "le 15 mars", and the day is read already
        if word in _VARIANTS:
            return word != "plus" or not self._joins(after)
        return len(word) < 3 and word.isalpha() and word not in _SHORT and self._is_strange(after)

    def _joins(self, plus: int) -> bool:
        """Whether a "plus" adds something, to what follows it or to what was asked before: "and 5 AX-200 plus"."""
        if plus + 1 == len(self.found):
            return self.found[0].word in {"and", "also", "und", "et", "y", "e"}
        return self._touch(plus, plus + 1) and self.counts(plus + 1)

    def _touch(self, one: int, other: int) -> bool:
        first, last = sorted((one, other))
        return re.fullmatch(r"[ \t-]", self.text[self.found[first].end : self.found[last].start]) is not None  # fmt: skip

    def _is_strange(self, place: int) -> bool:
        word = self.found[place].word
        ordinary = word in STOPWORDS or word in FILLERS or word in _SHORT or word[0].isdigit()
        taken = any(one.first <= place <= one.last for one in self.spots) or place in self.spoken
        known = ordinary or taken or self._is_region(place)
        return not known and re.fullmatch(r"[x×]\d+", word) is None

    def _is_region(self, place: int) -> bool:
        """Whether the word is the region of a price, as in "AX-200 CH price", and no part of a part number."""
        after = self.found[place + 1].word if place + 1 < len(self.found) else ""
        apart = self.text[: self.found[place].start].endswith((" ", "\t"))
        return apart and is_region_of_a_price(self.found[place].word, after)

    def is_headline(self, at: int) -> bool:
        """Whether a colon follows the clause: what it names is listed after it."""
        clause = self.clauses[at]
        after = self.text[self.found[clause.last].end :]
        return ":" in after[:3] or (at + 1 < len(self.clauses) and self.clauses[at + 1].joint != "line" and self.is_headline(at + 1) and not self.spots_in(self.clauses[at + 1]))  # fmt: skip
