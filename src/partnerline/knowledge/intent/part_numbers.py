"""Part numbers in a text, in any spelling, and words that look like one and are none."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from partnerline.knowledge.intent.spans import Span
from partnerline.knowledge.words import STOPWORDS, Token, fold, stem

_COUNTED = frozenset("months month years year pieces pcs units seats".split())
LONGEST = 6
"""Words that one part number may be spelled in."""
GENERIC = frozenset(
    "price prices pricing cost costs list quote unit units piece pieces pcs pc each per seat seats month months year years".split()
)
"""Words that every list has, and that tell no product."""

_JOINED = re.compile(r"[\s\-_/.\u2010-\u2015\u2212]{0,3}")
_HYPHEN = re.compile(r"[-_\u2010-\u2013\u2212]")
_LOOKS_LIKE_ONE = re.compile(r"(?=[^\W_]*\d)(?=[^\W_]*[^\W\d_])[^\W_]+")
_PLURAL = re.compile(r"(?=.*[^\W\d_]\d).*\ds$")
_MEASURE = re.compile(
    r"\d+(k|x|pc|pcs|pce|pieces|pieza?s|pz|units?|m|mo|mos|months?|mths?|y|yr|yrs|years?|st|stk|stück|nd|rd|th|er|h|hr|hrs|d|"
    r"days?|v|vdc|vac|a|ah|mah|w|kw|kwh|gb|tb|mb|ghz|mhz|khz|hz|db|mm|cm|km|kg|g|mp|bit|in|u|eur|usd|chf|gbp|ea|seats?|users?|"
    r"packs?|boxes|box|dozen|off|jahre?|monate?|ans|mois|meses|años?|anni|mesi|wochen?|weeks?)|[xq]\d+|[xq]\d+k|\d+k\d?"
)
_ATTRIBUTE = re.compile(
    r"[2-6]g|ip[2-6]\d[a-z]?|wi?fi\d[a-z]?|2fa|b2b|rj45|usb\d?[a-z]?|poe\d?|cat\d[a-z]?|ipv[46]|[hq][1-4]|fy\d\d(?:\d\d)?|o365|m365|"
    r"iso\d+|en\d+|din\d+|kw\d\d?"
)
"""What people say of a thing and no list sells by: a network, a protection, a plug, a half-year."""


@dataclass(frozen=True, slots=True)
class Spotted:
    """A part number in the text, by the first and last token it spans; two `keys` where either may be meant."""

    keys: tuple[str, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Strange:
    """What looks like a part number and isn't known."""

    first: int
    last: int
    span: Span


class PartNumbers:
    """The part numbers of a catalog, by their letters and digits alone."""

    def __init__(self, written: dict[str, str], vocabulary: Collection[str]) -> None:
        self._written = written
        self._vocabulary = vocabulary
        self._begins = {
            found.group() for key in written if (found := re.match(r"[^\W\d_]+(?=\d)", key))
        }

    def spotted(self, text: str, found: Sequence[Token]) -> list[Spotted]:
        """The part numbers in the text, the longest first where one begins as another does."""
        matches: list[Spotted] = []
        first = 0
        while first < len(found):
            fitting = list(self._starting_at(text, found, first))
            follows = (
                fitting and fitting[-1].last + 1 < len(found) and found[fitting[-1].last + 1].word
            )
            behind = bool(matches) and matches[-1].last == first - 1
            held = _is_held_against(text, found, first, behind_another=behind)
            if follows and held and self._goes_on(follows):
                fitting = []
            if not fitting:
                first += 1
                continue
            match = _chosen(text, found, fitting)
            matches.append(match)
            first = match.last + 1
        return matches

    def _goes_on(self, word: str) -> bool:
        """Whether the word is a product's or what a number counts, so that the number before it is no part number's."""
        return word in _COUNTED or word in self._begins

    def strange(
        self, text: str, found: Sequence[Token], spotted: Sequence[Spotted]
    ) -> list[Strange]:
        """Words that look like a part number and are none: "AX-250" must not become an AX-200."""
        longer = list(_longer(text, found, spotted))
        used = {i for one in spotted for i in range(one.first, one.last + 1)}
        used |= {i for one in longer for i in range(one.first, one.last + 1)}
        return [*longer, *self._unknown(text, found, used)]

    def _starting_at(self, text: str, found: Sequence[Token], first: int) -> Iterator[Spotted]:
        key = ""
        for last in range(first, min(first + LONGEST, len(found))):
            if last > first and not _JOINED.fullmatch(text, found[last - 1].end, found[last].start):
                return
            key += found[last].word
            if key in self._written and (any(c.isalpha() for c in key) or len(key) > 3):
                said = text[found[first].start : found[last].end]
                # "10.045" is a quantity, not the part number 10045, unless the list writes it so.
                if last == first or not key.isdigit() or said == fold(self._written[key]):
                    yield Spotted((key,), first, last)
            elif _PLURAL.search(key) and key[:-1] in self._written:
                yield Spotted((key[:-1],), first, last)

    def _unknown(self, text: str, found: Sequence[Token], used: set[int]) -> Iterator[Strange]:
        for i, token in enumerate(found):
            if i in used:
                continue
            if _LOOKS_LIKE_ONE.fullmatch(token.word):
                if not self._is_ordinary(token.word):
                    yield Strange(i, i, (token.start, token.end))
            elif token.word.isdigit() and i and i - 1 not in used:
                before = found[i - 1]
                if self._spelled_apart(text, before, token) and not _is_held_against(
                    text, found, i - 1
                ):
                    yield Strange(i - 1, i, (before.start, token.end))

    def _is_ordinary(self, word: str) -> bool:
        return bool(_MEASURE.fullmatch(word) or _ATTRIBUTE.fullmatch(word)) or (
            stem(word) in self._vocabulary
        )

    def _spelled_apart(self, text: str, before: Token, number: Token) -> bool:
        """Whether "AX-250" stands there in two tokens: joined by a hyphen, or after a space where "ax" begins others."""
        if before.word.isdigit() or before.word in STOPWORDS or before.word == "x":
            return False
        gap = text[before.end : number.start]
        return gap == "-" or (before.word in self._begins and len(gap) == 1)


def apart(found: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with a times sign set apart from what it is written against: "10xax" and "200x10"."""
    parted: list[Token] = []
    for token in found:
        times = re.fullmatch(r"(\d+[x×])([^\W\d_].+)|(.*\d)([x×]\d+)", token.word)
        if times is None:
            parted.append(token)
            continue
        head, tail = (times[1], times[2]) if times[1] else (times[3], times[4])
        middle = token.start + len(head)
        parted += [Token(head, token.start, middle), Token(tail, middle, token.end)]
    return tuple(parted)


def _is_held_against(
    text: str, found: Sequence[Token], place: int, *, behind_another: bool = False
) -> bool:
    """Whether a "vs" stands behind a number or `behind_another` part number, and so may begin none: "12 vs 36 months", not "4 VS-30"."""
    if found[place].word != "vs" or not place or text[found[place].end :].startswith("-"):
        return False
    before = found[place - 1].word
    return behind_another or before[0].isdigit() or before in _COUNTED


def _chosen(text: str, found: Sequence[Token], fitting: Sequence[Spotted]) -> Spotted:
    """The longest, unless its last piece belongs elsewhere, or may."""
    longest = fitting[-1]
    if len(fitting) > 1 and _multiplied(text, found, longest):
        return fitting[-2]
    if len(fitting) > 1 and _loose(text, found, longest):
        keys = tuple(key for match in fitting[-2:] for key in match.keys)
        return Spotted(keys, longest.first, longest.last)
    return longest


def _longer(text: str, found: Sequence[Token], matches: Sequence[Spotted]) -> Iterator[Strange]:
    """A longer part number that only holds a known one: "AX-200-C" is no AX-200."""
    begun = {match.first for match in matches}
    for match in matches:
        after = match.last + 1
        if after < len(found) and after not in begun:
            gap, word = text[found[after - 1].end : found[after].start], found[after].word
            own = len(word) == 1 or word not in STOPWORDS | GENERIC
            if _HYPHEN.fullmatch(gap) and len(word) <= 4 and own:
                yield Strange(match.first, after, (found[match.first].start, found[after].end))


def _multiplied(text: str, found: Sequence[Token], match: Spotted) -> bool:
    """Whether the part number's last letter is a times sign: "TS-10 x 50" is fifty TS-10, not a TS-10-X."""
    if found[match.last].word != "x" or match.last + 1 >= len(found):
        return False
    before, after = found[match.last - 1], found[match.last + 1]
    apart = text[before.end : found[match.last].start], text[found[match.last].end : after.start]
    return after.word.isdigit() and all(gap.isspace() for gap in apart)


def _loose(text: str, found: Sequence[Token], match: Spotted) -> bool:
    """Whether the last piece may not belong: a lone x or a number, set off by a space from pieces that are joined."""
    if match.last == match.first:
        return False
    gap = text[found[match.last - 1].end : found[match.last].start]
    piece = found[match.last].word
    return gap.isspace() and (piece == "x" or piece.isdigit())
