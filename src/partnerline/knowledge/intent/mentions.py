"""Where a text speaks of products: by part number, by name, by both, and which words belong together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from partnerline.knowledge.intent.clauses import Clause, clauses
from partnerline.knowledge.intent.name_numbers import name_numbers
from partnerline.knowledge.intent.part_numbers import PartNumbers, Spotted, Strange, apart
from partnerline.knowledge.intent.product_names import ProductNames, Roots
from partnerline.knowledge.intent.spans import Span, only, without
from partnerline.knowledge.intent.spelled import NUMBER_WORDS
from partnerline.knowledge.intent.talk import FILLERS
from partnerline.knowledge.pricing.price import Product
from partnerline.knowledge.words import STOPWORDS, Token, fold, tokens

_ARTICLES = frozenset("a an the one ein eine einen un une una uno le la el il".split())
_WEIGHTY = 0.5
"""The part of a name's words that makes a name of them, in the midst of other talk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Words that speak of one thing: the `keys` of the products that fit, none for an unknown part number.

    `exact` are the part number's stretches, empty for a name; `spans` are all, with numbers of the name, in order.
    """

    keys: tuple[str, ...]
    spans: tuple[Span, ...]
    exact: tuple[Span, ...] = ()
    contradicted: bool = False


class Mentions:
    """Finds the products of a catalog in a text."""

    def __init__(
        self, numbers: PartNumbers, names: ProductNames, products: Mapping[str, Product]
    ) -> None:
        self._numbers = numbers
        self._names = names
        self._products = products

    def found(self, folded: str, hidden: Sequence[Span]) -> tuple[Place, ...]:
        """Every place of the folded text that speaks of a product, in order."""
        text = without(folded, hidden)
        found = tokens(text)
        spots = self._spots(text, found)
        if any(not one.keys for one in spots) and len(parted := apart(found)) > len(found):
            again = self._spots(text, parted)
            if sum(not one.keys for one in again) < sum(not one.keys for one in spots):
                found, spots = parted, again
        used = {i for one in spots for i in range(one.first, one.last + 1)}
        spoken = self._names.spoken(found, used)
        extents = [(found[one.first].start, found[one.last].end) for one in spots]
        parts = _Parts(text, found, clauses(text, found, unbroken=extents), spoken, spots)
        placed = [*self._by_number(parts), *self._by_name(parts)]
        alone = len(placed) == 1
        settled = [self._settled(parts, at, place, alone=alone) for at, place in placed]
        return tuple(sorted(settled, key=lambda place: place.spans))

    def part_numbers(self, folded: str) -> tuple[tuple[str, Span], ...]:
        """The keys of the products whose part numbers the folded text has for sure, and where."""
        found = tokens(folded)
        spotted = self._numbers.spotted(folded, found)
        return tuple(
            (one.keys[0], (found[one.first].start, found[one.last].end))
            for one in spotted
            if len(one.keys) == 1
        )

    def _spots(self, text: str, found: Sequence[Token]) -> list[Spotted]:
        spotted = self._numbers.spotted(text, found)
        strange: list[Strange] = self._numbers.strange(text, found, spotted)
        gone = {one.first for one in strange}
        spots = [one for one in spotted if one.first not in gone]
        spots += [Spotted((), one.first, one.last) for one in strange]
        return sorted(spots, key=lambda one: one.first)

    def _by_number(self, parts: "_Parts") -> Iterator[tuple[list[int], Place]]:
        """A place for each part number, with the words of its clause that describe it."""
        for at, clause in enumerate(parts.clauses):
            spots = parts.spots_in(clause)
            words: dict[int, list[int]] = {i: [] for i in range(len(spots))}
            for word in parts.words_in(clause) if spots else ():
                words[self._described(parts, word, spots)].append(word)
            for i, spot in enumerate(spots):
                yield [at], self._checked(parts, spot, words[i])

    def _described(self, parts: "_Parts", word: int, spots: Sequence[Spotted]) -> int:
        """Which of the part numbers the word beside them belongs to."""
        before = [i for i, spot in enumerate(spots) if spot.last < word][-1:]
        after = [i for i, spot in enumerate(spots) if spot.first > word][:1]
        fitting = [i for i in [*before, *after] if self._is_of(parts.spoken[word], spots[i].keys)]
        if len(fitting) == 1:
            return fitting[0]
        nearest = sorted([*after, *before], key=lambda i: min(abs(spots[i].first - word), abs(spots[i].last - word)))  # fmt: skip
        return nearest[0]

    def _is_of(self, roots: Roots, keys: Sequence[str]) -> bool:
        return any(roots & self._names.telling(key) for key in keys)

    def _checked(self, parts: "_Parts", spot: Spotted, words: Sequence[int]) -> Place:
        """The product of a part number, unless telling words beside it speak of another."""
        span = parts.span(spot.first, spot.last)
        spans = tuple(sorted([span, *(parts.span(i, i) for i in words)]))
        place = Place(keys=spot.keys, exact=(span,), spans=spans)
        if len(spot.keys) != 1:
            return place
        key = spot.keys[0]
        strangers = [i for i in words if not self._is_of(parts.spoken[i], spot.keys)]
        if not any(i in strangers for i in parts.beside(spot)):
            return replace(place, spans=tuple(one for one in spans if one not in {parts.span(i, i) for i in strangers}))  # fmt: skip
        rivals = self._names.fitting([parts.spoken[i] for i in strangers])
        return replace(place, keys=(key, *rivals))

    def _by_name(self, parts: "_Parts") -> Iterator[tuple[list[int], Place]]:
        """A place for each product that is called by its name alone."""
        own = [at for at in parts.without_numbers() if not self._is_apposition(parts, at)]
        if parts.spots or any(parts.is_plain(at) for at in own):
            own = [at for at in own if parts.is_plain(at) or self._has_weight(parts, at)]
        elif own and not any(self._has_weight(parts, at) for at in own):
            words = [i for at in own for i in parts.words_in(parts.clauses[at])]
            yield own, self._named(parts, words)
            return
        for together in self._joined(parts, own):
            yield together, self._of_clauses(parts, together)

    def _is_apposition(self, parts: "_Parts", at: int) -> bool:
        """Whether the words only say what the part number beside them is: "AX-200, the edge gateway"."""
        words = [parts.spoken[i] for i in parts.words_in(parts.clauses[at])]
        before = parts.spots_in(parts.clauses[at - 1])[-1:] if at else []
        after = parts.spots_in(parts.clauses[at + 1])[:1] if at + 1 < len(parts.clauses) else []
        near = before if parts.clauses[at].joint == "mark" else []
        near = near + (after if after and parts.clauses[at + 1].joint == "mark" else [])
        if any(all(self._is_of(roots, spot.keys) for roots in words) for spot in near):
            return True
        if not parts.is_headline(at):
            return False
        return all(any(self._is_of(roots, spot.keys) for spot in parts.spots) for roots in words)

    def _has_weight(self, parts: "_Parts", at: int) -> bool:
        """Whether words in the midst of other talk are enough of a name to be meant as one."""
        words = parts.words_in(parts.clauses[at])
        if parts.is_counted(words[0]):
            return True
        fitting = self._names.fitting([parts.spoken[i] for i in words])
        return any(len(words) >= _WEIGHTY * len(self._names.telling(key)) for key in fitting)

    def _joined(self, parts: "_Parts", own: Sequence[int]) -> Iterator[list[int]]:
        """The clauses that call one product between them: "temperature sensor, explosion-proof"."""
        together: list[int] = []
        for at in own:
            if together and not (at == together[-1] + 1 and self._go_together(parts, together, at)):
                yield together
                together = []
            together = [*together, at]
        if together:
            yield together

    def _go_together(self, parts: "_Parts", together: Sequence[int], at: int) -> bool:
        if parts.clauses[at].joint == "line":
            return False
        before = [i for one in together for i in parts.words_in(parts.clauses[one])]
        words = parts.words_in(parts.clauses[at])
        if parts.is_counted(words[0]):
            return False
        return bool(self._names.fitting([parts.spoken[i] for i in [*before, *words]]))

    def _of_clauses(self, parts: "_Parts", together: Sequence[int]) -> Place:
        """The product that the clauses call; whether "gateway and battery" are one thing or two isn't decided."""
        words = [parts.words_in(parts.clauses[at]) for at in together]
        everything = [i for part in words for i in part]
        place = self._named(parts, everything)
        joints = {parts.clauses[at].joint for at in together[1:]}
        if "word" not in joints:
            return place
        across = [
            parts.text[slice(parts.span(one[-1], 0)[0], parts.span(0, other[0])[1])]
            for one, other in pairwise(words)
        ]
        written = [fold(self._products[key].name) for key in place.keys]
        if any(all(called in name for called in across) for name in written):
            return place
        parted = [key for part in words for key in self._named(parts, part).keys]
        return replace(place, keys=tuple(dict.fromkeys([*place.keys, *parted])))

    def _named(self, parts: "_Parts", words: Sequence[int]) -> Place:
        said = [parts.spoken[i] for i in words]
        keys = self._names.fitting(said) or self._names.nearest(said)
        if len(keys) > 1 and self._names.fitting(said):
            local = parts.local({i for i in range(len(parts.clauses)) if set(parts.words_in(parts.clauses[i])) & set(words)})  # fmt: skip
            stated = [key for key in keys if _states_numbers(local, self._products[key])]
            keys = stated if len(stated) == 1 else keys
        return Place(keys=tuple(keys), spans=parts.spans(words))

    def _settled(self, parts: "_Parts", at: Iterable[int], place: Place, *, alone: bool) -> Place:
        """The place with the numbers of the name; another number in the place of one leaves it in doubt."""
        if not place.keys:
            return place
        text = parts.text if alone else parts.local(at)
        numbers = [
            name_numbers(text, self._products[key], beside=place.exact or place.spans)
            for key in place.keys
        ]
        spans = {span for one in numbers for span in (*one.stated, *one.contradicted)}
        contradicted = len(place.keys) == 1 and bool(numbers[0].contradicted)
        return replace(
            place, spans=tuple(sorted({*place.spans, *spans})), contradicted=contradicted
        )


def _states_numbers(text: str, product: Product) -> bool:
    numbers = name_numbers(text, product)
    return bool(numbers.stated) and not numbers.contradicted


@dataclass(frozen=True, slots=True)
class _Parts:
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
        before = self.found[word - 1].word if word else ""
        return before[:1].isdigit() or before in NUMBER_WORDS or before in _ARTICLES

    def is_headline(self, at: int) -> bool:
        """Whether a colon follows the clause: what it names is listed after it."""
        clause = self.clauses[at]
        after = self.text[self.found[clause.last].end :]
        return ":" in after[:3] or (at + 1 < len(self.clauses) and self.clauses[at + 1].joint != "line" and self.is_headline(at + 1) and not self.spots_in(self.clauses[at + 1]))  # fmt: skip
