"""Where a text speaks of products: by part number, by name, by both, and which words belong together."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from partnerline.knowledge.intent.clauses import JOINING, Clause, clauses
from partnerline.knowledge.intent.name_numbers import name_numbers
from partnerline.knowledge.intent.part_numbers import PartNumbers, Spotted, Strange, apart
from partnerline.knowledge.intent.parts import Parts, is_counting
from partnerline.knowledge.intent.product_names import ProductNames, Roots
from partnerline.knowledge.intent.spans import Span, without
from partnerline.knowledge.pricing.price import Product
from partnerline.knowledge.words import Token, compact, fold, stem, tokens

_DESCRIBED = re.compile(
    r"[,;(]|(?<=\w) (?:with|on|for|in|of|by|to|incl|mit|für|auf|von|avec|pour|sur|de|con|para|per|da)\b"
)
"""Where a name goes on to describe what it has named."""
_WEIGHTY = 0.5
"""The part of a name's words that makes a name of them, in the midst of other talk."""

_LOOSE = frozenset("spare backup reserve replacement extra buffer".split())
"""What more of the same is bought for: alone, beside another product, it is no product's name."""
_FOR = frozenset("for für pour para per".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Words that speak of one thing: the `keys` of the products that fit, none for an unknown part number.

    `exact` are the part number's stretches, empty for a name; `spans` are all, with numbers of the name, in order. Another
    number in the place of one of the name's is `contradicted`; `doubtful` are words that nothing fits in full.
    """

    keys: tuple[str, ...]
    spans: tuple[Span, ...]
    exact: tuple[Span, ...] = ()
    contradicted: bool = False
    doubtful: bool = False


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
        extents += [(found[i].start, found[i].end) for i in spoken if _is_of_a_name(text, found, i)]
        parts = Parts(text, found, clauses(text, found, unbroken=extents), spoken, spots)
        parts = replace(parts, clauses=list(self._parted(parts)))
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

    def _parted(self, parts: Parts) -> Iterator[Clause]:
        """The clauses, one that calls several products with a number before each taken apart: "2 pumps 5 valves"."""
        for clause in parts.clauses:
            words = parts.words_in(clause)
            heads = [i for i in words if i > words[0] and parts.is_counted(i)]
            starts = [clause.first, *(i - 1 for i in heads)]
            whole = not heads or parts.spots_in(clause) or self._names.fitting([parts.spoken[i] for i in words])  # fmt: skip
            groups = [[i for i in words if start <= i < end] for start, end in pairwise([*starts, clause.last + 1])]  # fmt: skip
            if whole or not all(group and self._names.fitting([parts.spoken[i] for i in group]) for group in groups):  # fmt: skip
                yield clause
                continue
            for start, end in pairwise([*starts, clause.last + 1]):
                first = clause.span[0] if start == clause.first else parts.found[start].start
                last = clause.span[1] if end > clause.last else parts.found[end].start
                yield Clause(start, end - 1, clause.joint if start == clause.first else "word", (first, last))  # fmt: skip

    def _by_number(self, parts: Parts) -> Iterator[tuple[list[int], Place]]:
        """A place for each part number, with the words of its clause that describe it."""
        for at, clause in enumerate(parts.clauses):
            spots = parts.spots_in(clause)
            words: dict[int, list[int]] = {i: [] for i in range(len(spots))}
            for word in parts.words_in(clause) if spots else ():
                words[self._described(parts, word, spots)].append(word)
            for i, spot in enumerate(spots):
                yield [at], self._checked(parts, spot, words[i])

    def _described(self, parts: Parts, word: int, spots: Sequence[Spotted]) -> int:
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

    def _checked(self, parts: Parts, spot: Spotted, words: Sequence[int]) -> Place:
        """The product of a part number, unless telling words beside it speak of another."""
        span = parts.span(spot.first, spot.last)
        spans = tuple(sorted([span, *(parts.span(i, i) for i in words)]))
        place = Place(keys=spot.keys, exact=(span,), spans=spans)
        if len(spot.keys) != 1:
            return place
        key = spot.keys[0]
        place = replace(place, doubtful=parts.has_variant_behind(spot))
        strangers = [i for i in words if not self._is_of(parts.spoken[i], spot.keys)]
        if strangers and (own := self._made_for(parts, spot, words)):
            return Place(keys=(own,), spans=spans)
        if not any(i in strangers for i in parts.beside(spot)):
            return replace(place, spans=tuple(one for one in spans if one not in {parts.span(i, i) for i in strangers}))  # fmt: skip
        rivals = self._names.fitting([parts.spoken[i] for i in strangers])
        return replace(place, keys=(key, *rivals))

    def _made_for(self, parts: Parts, spot: Spotted, words: Sequence[int]) -> str | None:
        """The product that goes with the one whose part number it has in its name: "spare batteries for AX-200-B"."""
        if parts.found[spot.first - 1].word not in _FOR or any(i > spot.first for i in words):
            return None
        fitting = self._names.fitting([parts.spoken[i] for i in words])
        with_it = [key for key in fitting if spot.keys[0] in compact(self._products[key].name)]
        return with_it[0] if len(with_it) == len(fitting) == 1 else None

    def _by_name(self, parts: Parts) -> Iterator[tuple[list[int], Place]]:
        """A place for each product that is called by its name alone."""
        own = [at for at in parts.without_numbers() if not self._is_apposition(parts, at)]
        if parts.spots or len(own) > 1:
            own = [at for at in own if not self._is_of_the_same(parts, at)]
        if parts.spots or any(parts.is_plain(at) for at in own):
            own = [at for at in own if parts.is_plain(at) or self._has_weight(parts, at)]
        elif own and not any(self._has_weight(parts, at) for at in own):
            words = [i for at in own for i in parts.words_in(parts.clauses[at])]
            yield own, self._named(parts, words)
            return
        for together in self._joined(parts, own):
            yield together, self._of_clauses(parts, together)

    def _is_of_the_same(self, parts: Parts, at: int) -> bool:
        """Whether the clause only says what more of another product is for: "and 2 more as spares"."""
        said = [parts.found[i].word for i in parts.words_in(parts.clauses[at])]
        return all(word.removesuffix("s") in _LOOSE for word in said)

    def _is_apposition(self, parts: Parts, at: int) -> bool:
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

    def _has_weight(self, parts: Parts, at: int) -> bool:
        """Whether words in the midst of other talk are enough of a name to be meant as one."""
        words = parts.words_in(parts.clauses[at])
        if parts.is_counted(words[0]):
            return True
        fitting = self._names.fitting([parts.spoken[i] for i in words])
        return any(len(words) >= _WEIGHTY * len(self._names.telling(key)) for key in fitting)

    def _joined(self, parts: Parts, own: Sequence[int]) -> Iterator[list[int]]:
        """The clauses that call one product between them: "temperature sensor, explosion-proof"."""
        together: list[int] = []
        for at in own:
            if together and not (at == together[-1] + 1 and self._go_together(parts, together, at)):
                yield together
                together = []
            together = [*together, at]
        if together:
            yield together

    def _go_together(self, parts: Parts, together: Sequence[int], at: int) -> bool:
        if parts.clauses[at].joint == "line":
            return False
        before = [i for one in together for i in parts.words_in(parts.clauses[one])]
        words = parts.words_in(parts.clauses[at])
        if parts.is_counted(words[0]):
            return False
        return bool(self._names.fitting([parts.spoken[i] for i in [*before, *words]]))

    def _of_clauses(self, parts: Parts, together: Sequence[int]) -> Place:
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

    def _named(self, parts: Parts, words: Sequence[int]) -> Place:
        said = [parts.spoken[i] for i in words]
        keys = self._names.fitting(said) or self._names.nearest(said)
        if len(keys) > 1 and self._names.fitting(said):
            local = parts.local({i for i in range(len(parts.clauses)) if set(parts.words_in(parts.clauses[i])) & set(words)})  # fmt: skip
            stated = [key for key in keys if _states_numbers(local, self._products[key])]
            keys = stated if len(stated) == 1 else keys
        doubtful = not self._names.fitting(said) or parts.has_stranger_beside(words)
        doubtful = doubtful or (len(keys) == 1 and self._is_slight(keys[0], said))
        return Place(keys=tuple(keys), spans=parts.spans(words), doubtful=doubtful)

    def _is_slight(self, key: str, said: Sequence[Roots]) -> bool:
        """Whether nothing is said but what only describes the thing: "3 sites" is no "Commissioning on site"."""
        product = self._products[key]
        head = _DESCRIBED.split(fold(product.name), maxsplit=1)[0]
        roots = {stem(token.word) for text in (head, product.sku) for token in tokens(fold(text))}
        return bool(roots & self._names.telling(key)) and not any(one & roots for one in said)

    def _settled(self, parts: Parts, at: Iterable[int], place: Place, *, alone: bool) -> Place:
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


def _is_of_a_name(text: str, found: Sequence[Token], place: int) -> bool:
    """Whether a telling word that else joins two things doesn't here: the "plus" of a "Pump Plus"."""
    if found[place].word not in JOINING:
        return False
    behind = text[found[place].end : found[place + 1].start] if place + 1 < len(found) else ","
    return not behind.isspace() or not is_counting(found[place + 1].word)


def _states_numbers(text: str, product: Product) -> bool:
    numbers = name_numbers(text, product)
    return bool(numbers.stated) and not numbers.contradicted
