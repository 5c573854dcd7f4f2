"""Which product somebody means: part numbers in any spelling, names by their telling words, and never a near miss."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from partnerline.knowledge.intent.name_numbers import name_numbers
from partnerline.knowledge.pricing.price import Product
from partnerline.knowledge.words import STOPWORDS, Token, compact, fold, stem, tokens

LONGEST = 6
"""Words that one part number may be spelled in."""

_JOINED = re.compile(r"[\s\-_/.\u2010-\u2015\u2212]{0,3}")
_HYPHEN = re.compile(r"[-_\u2010-\u2013\u2212]")
_PART_NUMBER = re.compile(r"(?=[^\W_]*\d)(?=[^\W_]*[^\W\d_])[^\W_]+")
_MEASURE = re.compile(
    r"\d+(k|x|pc|pcs|pieces|units?|m|mo|months?|y|yr|yrs|years?|st|nd|rd|th|h|hr|hrs|d|days?|v|w|gb|ghz|mm|cm|kg|eur|usd|chf)|[xq]\d+"
)
_GENERIC = frozenset(
    "price prices pricing cost costs list quote unit units piece pieces pcs pc each per seat seats month months year years".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One product, and where the folded text names it. `exact` is by its part number, else by its name."""

    product: Product
    spans: tuple[tuple[int, int], ...]
    exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Several:
    """Several products, each named clearly."""

    products: tuple[Product, ...]
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """Words that fit several products."""

    choices: tuple[Product, ...]
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A part number, as it was written, that is nobody's here."""

    written: str
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unnamed:
    """No product is named."""


Mention = Named | Several | Unclear | Unknown | Unnamed


class Catalog:
    """The products that one asker may see on one day; a mention is looked for among them alone."""

    def __init__(self, products: Iterable[Product]) -> None:
        self._by_sku: dict[str, Product] = {}
        self._telling: dict[str, frozenset[str]] = {}
        for product in products:
            key = compact(product.sku)
            self._by_sku.setdefault(key, product)
            self._telling[key] = self._telling.get(key, frozenset()) | _telling(product)
        self._vocabulary = frozenset[str]().union(*self._telling.values())

    def find(self, text: str) -> Mention:
        """The product the text names."""
        folded = fold(text)
        found = tokens(folded)
        by_number = self._by_number(folded, found)
        if isinstance(by_number, Unclear):
            return by_number
        used = {i for match in by_number for i in range(match.first, match.last + 1)}
        unknown = _beyond(folded, found, by_number) or self._unknown(folded, found, used)
        if unknown is not None:
            span = (unknown.start, unknown.end)
            as_written = text if len(text) == len(folded) else folded
            return Unknown(written=as_written[slice(*span)], spans=(span,))
        mention = self._decide(folded, found, by_number, used)
        if isinstance(mention, Named):
            numbers = name_numbers(folded, mention.product, beside=mention.spans)
            if numbers.contradicted:
                return Unclear(choices=(mention.product,), spans=mention.spans)
        return mention

    def _decide(
        self, text: str, found: tuple[Token, ...], numbers: list["_Match"], used: set[int]
    ) -> Mention:
        distinct = list(dict.fromkeys(match.key for match in numbers))
        if len(distinct) > 1:
            return Several(
                products=tuple(self._by_sku[key] for key in distinct),
                spans=_spans(found, numbers),
            )
        spoken = self._spoken(found, used)
        if len(distinct) == 1:
            key = distinct[0]
            return self._checked(key, numbers, spoken, found)
        return self._by_name(text, spoken, found)

    def _checked(
        self, key: str, numbers: list["_Match"], spoken: Mapping[int, str], found: tuple[Token, ...]
    ) -> Mention:
        """The product of a part number, unless telling words beside it speak of another."""
        strangers = {word for word in spoken.values() if word not in self._telling[key]}
        rivals = [
            k
            for k, telling in self._telling.items()
            if strangers and strangers <= telling and k != key
        ]
        beside = {i for match in numbers for i in _beside(found, match)}
        spans = _spans(found, numbers)
        if rivals and any(spoken.get(i) in strangers for i in beside):
            return Unclear(choices=tuple(self._by_sku[k] for k in [key, *rivals]), spans=spans)
        return Named(product=self._by_sku[key], spans=spans, exact=True)

    def _by_name(self, text: str, spoken: Mapping[int, str], found: tuple[Token, ...]) -> Mention:
        said = frozenset(spoken.values())
        if not said:
            return Unnamed()
        fitting = [key for key, telling in self._telling.items() if said <= telling]
        if not fitting:
            best = max(len(said & telling) for telling in self._telling.values())
            fitting = [key for key, telling in self._telling.items() if len(said & telling) == best]
            return Unclear(choices=tuple(self._by_sku[key] for key in fitting))
        if len(fitting) > 1:
            stated = [key for key in fitting if _states_numbers(text, self._by_sku[key])]
            if len(stated) != 1:
                return Unclear(choices=tuple(self._by_sku[key] for key in fitting))
            fitting = stated
        spans = tuple((found[i].start, found[i].end) for i in spoken)
        return Named(product=self._by_sku[fitting[0]], spans=spans, exact=False)

    def _by_number(self, text: str, found: tuple[Token, ...]) -> "list[_Match] | Unclear":
        """The part numbers in the text, the longest first where one begins as another does."""
        matches: list[_Match] = []
        first = 0
        while first < len(found):
            fitting = list(self._starting_at(text, found, first))
            if not fitting:
                first += 1
                continue
            longest = fitting[-1]
            if len(fitting) > 1 and _multiplied(text, found, longest):
                longest = fitting[-2]
            elif len(fitting) > 1 and _loose(text, found, longest):
                return Unclear(
                    choices=tuple(self._by_sku[match.key] for match in fitting[-2:]),
                    spans=_spans(found, [longest]),
                )
            matches.append(longest)
            first = longest.last + 1
        return matches

    def _starting_at(self, text: str, found: tuple[Token, ...], first: int) -> Iterable["_Match"]:
        key = ""
        for last in range(first, min(first + LONGEST, len(found))):
            if last > first and not _JOINED.fullmatch(text, found[last - 1].end, found[last].start):
                return
            key += found[last].word
            if key in self._by_sku and (any(c.isalpha() for c in key) or len(key) > 3):
                written = text[found[first].start : found[last].end]
                # "10.045" is a quantity, not the part number 10045, unless the list writes it so.
                if last == first or not key.isdigit() or written == fold(self._by_sku[key].sku):
                    yield _Match(key, first, last)

    def _unknown(self, text: str, found: tuple[Token, ...], used: set[int]) -> Token | None:
        """A word that looks like a part number and is none: "AX-250" must not become an AX-200."""
        for i, token in enumerate(found):
            if i in used:
                continue
            if _PART_NUMBER.fullmatch(token.word) and not _MEASURE.fullmatch(token.word):
                if stem(token.word) not in self._vocabulary:
                    return token
            elif (
                token.word.isdigit()
                and i
                and i - 1 not in used
                and self._spelled_apart(text, found[i - 1], token)
            ):
                return Token(found[i - 1].word + token.word, found[i - 1].start, token.end)
        return None

    def _spelled_apart(self, text: str, before: Token, number: Token) -> bool:
        """Whether "AX-250" stands there in two tokens: joined by a hyphen, or after a space where "ax" begins others."""
        if before.word.isdigit() or before.word in STOPWORDS:
            return False
        begins = any(
            key.startswith(before.word) and key[len(before.word) : len(before.word) + 1].isdigit()
            for key in self._by_sku
        )
        gap = text[before.end : number.start]
        return gap == "-" or (begins and len(gap) == 1)

    def _spoken(self, found: tuple[Token, ...], used: set[int]) -> dict[int, str]:
        """The telling words of product names in the text, by their place; a typo of a longer one counts as the word."""
        spoken = {}
        for i, token in enumerate(found):
            if (
                i in used
                or token.word in STOPWORDS
                or token.word in _GENERIC
                or token.word.isdigit()
                or _is_times(found, i)
            ):
                continue
            root = stem(token.word)
            if root in self._vocabulary:
                spoken[i] = root
            elif len(root) > 4 and root.isalpha():
                near = get_close_matches(root, self._vocabulary, n=1, cutoff=0.86)
                if near:
                    spoken[i] = near[0]
        return spoken


def _states_numbers(text: str, product: Product) -> bool:
    numbers = name_numbers(text, product)
    return bool(numbers.stated) and not numbers.contradicted


@dataclass(frozen=True, slots=True)
class _Match:
    """A part number in the text: its key, and the first and last token it spans."""

    key: str
    first: int
    last: int


def _spans(found: Sequence[Token], matches: Iterable[_Match]) -> tuple[tuple[int, int], ...]:
    return tuple((found[match.first].start, found[match.last].end) for match in matches)


def _beside(found: Sequence[Token], match: _Match) -> Iterable[int]:
    """The nearest telling words around a part number: "the battery for the AX-200"."""
    for way in (range(match.first - 1, -1, -1), range(match.last + 1, len(found))):
        yield from [i for i in way if found[i].word not in STOPWORDS][:1]


def _is_times(found: Sequence[Token], place: int) -> bool:
    """Whether the word is a times sign: the x of "100 x TS-10"."""
    around = found[max(0, place - 1) : place + 2]
    return found[place].word == "x" and any(token.word.isdigit() for token in around)


def _beyond(text: str, found: Sequence[Token], matches: Iterable[_Match]) -> Token | None:
    """A longer part number that only holds a known one: "AX-200-C" is no AX-200."""
    ends = {match.first for match in matches}
    for match in matches:
        after = match.last + 1
        if after < len(found) and after not in ends:
            gap, word = text[found[after - 1].end : found[after].start], found[after].word
            if _HYPHEN.fullmatch(gap) and len(word) <= 4 and word not in STOPWORDS | _GENERIC:
                return Token("", found[match.first].start, found[after].end)
    return None


def _multiplied(text: str, found: tuple[Token, ...], match: _Match) -> bool:
    """Whether the part number's last letter is a times sign: "TS-10 x 50" is fifty TS-10, not a TS-10-X."""
    if found[match.last].word != "x" or match.last + 1 >= len(found):
        return False
    before, after = found[match.last - 1], found[match.last + 1]
    apart = text[before.end : found[match.last].start], text[found[match.last].end : after.start]
    return after.word.isdigit() and all(gap.isspace() for gap in apart)


def _loose(text: str, found: tuple[Token, ...], match: _Match) -> bool:
    """Whether the last piece may not belong: a lone x or a number, set off by a space from pieces that are joined."""
    if match.last == match.first:
        return False
    gap = text[found[match.last - 1].end : found[match.last].start]
    piece = found[match.last].word
    return gap.isspace() and (piece == "x" or piece.isdigit())


def _telling(product: Product) -> frozenset[str]:
    """The words that tell a product: its name's and its part number's, without the ones that every list has."""
    named = [token.word for text in (product.name, product.sku) for token in tokens(fold(text))]
    return frozenset(
        stem(word)
        for word in named
        if word not in STOPWORDS and word not in _GENERIC and not word.isdigit()
    )
