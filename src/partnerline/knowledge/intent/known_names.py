"""Where a text of a thread names a product: by the names in the asker's scope, and by what looks like a part number."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from partnerline.knowledge.words import Token, compact, fold, tokens

LONGEST = 7
"""Words that one name may be spelled in."""

_CODE = re.compile(
    r"(?=[\w/.-]*\d)[A-Z0-9][A-Z0-9a-z]*(?:[-/_.][A-Z0-9a-z]+)*|[A-Z]{2,}(?:-[A-Z0-9]+)+"
)
_DOUBLED = re.compile(r"(?P<name>\S.*?) (?P=name)(?=[ ,;(]|$)")
_PROPER = re.compile(r"[A-ZÄÖÜÉÈÀ\d][^\s,;(]*")
_PROPER_WORDS = re.compile(r"[A-ZÄÖÜÉÈÀ][\w'-]*(?: [A-ZÄÖÜÉÈÀ\d][\w'-]*)+(?=$|[ ,;(])")
_APART = re.compile(r"[\s\-_/.\u2010-\u2015\u2212]{0,3}")
_LOOKS_LIKE_ONE = re.compile(
    r"(?<![\w-])(?:(?=[A-Za-z0-9/_-]*\d)[A-Za-z]{1,8}[-_]?\d[A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*"
    r"|(?=[A-Z0-9-]*\d)\d+[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*|[A-Z]{2,}(?:-[A-Z0-9]+)+)(?!\w|[-_]\w)"
)
_NO_PRODUCT = re.compile(
    r"(?:ip|ipx|iso|iec|en|din|rs|usb|wi-?fi|cat|ipv|tls|ssl|aes|q|h|fy|kw|rj|mp|co|http|oauth|sha|rev|v|ver|no|nr|day|step|"
    r"page|slide|level|tier|priority|prio|p|year|month|week|phase|zone|cfr|gdp|act|top|x)[-_]?\d[\w.-]*|\d+[A-Za-z]{1,3}|e-mail|b2b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A product named in a text: `name` as the library calls it, else as it was written; where it stands."""

    name: str
    start: int
    end: int
    known: bool


class KnownNames:
    """The names of one asker's products, each given as its part number, its name, or the one before the other."""

    def __init__(self, entries: Sequence[str]) -> None:
        self.entries: dict[str, str] = {}
        self._by_key: dict[str, str] = {}
        shared: set[str] = set()
        for entry in entries:
            name, spellings = _called(entry)
            if not name:
                continue
            self.entries.setdefault(name, entry)
            for key in map(compact, spellings):
                if self._by_key.setdefault(key, name) != name and key != compact(name):
                    shared.add(key)
            self._by_key[compact(name)] = name
        for key in shared - {compact(name) for name in self.entries}:
            del self._by_key[key]

    def spoken(self, text: str) -> tuple[Spoken, ...]:
        """Every product that the text names, in order."""
        folded = fold(text)
        text = text if len(text) == len(folded) else folded
        known = list(self._known(folded))
        strange = [
            Spoken(name=found.group(), start=found.start(), end=found.end(), known=False)
            for found in _LOOKS_LIKE_ONE.finditer(text)
            if not _NO_PRODUCT.fullmatch(found.group())
        ]
        longer = [one for one in strange if all(_is_apart(one, other) or _is_within(other, one) for other in known)]  # fmt: skip
        kept = [one for one in known if all(_is_apart(one, other) for other in longer)]
        return tuple(sorted([*kept, *longer], key=lambda one: one.start))

    def spelled(self, name: str) -> str:
        """What people call it: the words behind its part number, where there are any."""
        words = _PROPER_WORDS.match(self.entries[name].removeprefix(name).strip())
        return words.group() if words else name

    def _known(self, folded: str) -> Iterator[Spoken]:
        found = tokens(folded)
        first = 0
        while first < len(found):
            last = self._longest(folded, found, first)
            if last is None:
                first += 1
                continue
            key = self._key("".join(token.word for token in found[first : last + 1]))
            yield Spoken(name=self._by_key[key], start=found[first].start, end=found[last].end, known=True)  # fmt: skip
            first = last + 1

    def _longest(self, folded: str, found: Sequence[Token], first: int) -> int | None:
        longest, key = None, ""
        for last in range(first, min(first + LONGEST, len(found))):
            if last > first and not _APART.fullmatch(
                folded, found[last - 1].end, found[last].start
            ):
                break
            key += found[last].word
            if self._key(key) in self._by_key:
                longest = last
        return longest

    def _key(self, key: str) -> str:
        return key if key in self._by_key else key.removesuffix("s")


def known_names(names: Sequence[str]) -> KnownNames:
    """The names, prepared once for each set of them."""
    return _prepared(tuple(names))


@lru_cache(maxsize=16)
def _prepared(names: tuple[str, ...]) -> KnownNames:
    return KnownNames(names)


def _called(entry: str) -> tuple[str, list[str]]:
    """What a thing is called, and every spelling that names it: its part number and the proper words before the rest."""
    entry = " ".join(entry.split())
    if doubled := _DOUBLED.match(entry):
        return doubled["name"], [doubled["name"], *_called(entry[doubled.end() - len(doubled["name"]) :])[1]]  # fmt: skip
    code = _CODE.match(entry)
    whole = code and (code.end() == len(entry) or entry[code.end()] in " ,;(")
    name = code.group() if code and whole else ""
    rest = entry[len(name) :].lstrip(" ,;")
    spellings = [name] if len(compact(name)) > 1 else []
    again = rest.startswith(f"{name} ") if name else False
    proper = list(_proper_words(rest))
    if len(proper) > 1 or again or " ".join(proper) == rest:
        spellings.append(" ".join(proper))
    if name and not again and proper and " " not in rest:
        spellings.append(f"{name} {' '.join(proper)}")
    phrase = re.split(r"[,;(]", rest)[0].strip()
    if phrase[:1].isupper() and (1 < len(phrase.split()) <= 5 or phrase != rest):
        spellings.append(phrase)
    spellings = [one for one in spellings if one]
    return (name or (spellings[0] if spellings else "")), spellings


def _proper_words(text: str) -> Iterator[str]:
    for word in text.split():
        if not _PROPER.fullmatch(word.rstrip(",;")):
            return
        yield word.rstrip(",;")
        if word[-1] in ",;":
            return


def _is_apart(one: Spoken, other: Spoken) -> bool:
    return one.end <= other.start or other.end <= one.start


def _is_within(one: Spoken, other: Spoken) -> bool:
    return other.start <= one.start and one.end <= other.end and (one.end - one.start) < (other.end - other.start)  # fmt: skip
