"""Which product of a family is meant by "the smaller one", "the other one", "the pro version"."""

import re
from collections.abc import Sequence
from typing import Literal

from partnerline.knowledge.intent.grammar import ABOUT_A_RULE, ATTRIBUTES, telling_words
from partnerline.knowledge.intent.known_names import KnownNames
from partnerline.knowledge.words import compact, fold, stem, words

MOST = 5
"""Choices that one question back offers at most."""

Way = Literal["less", "more", "other"]

_THING = r"(?:ones?|model|version|variant|edition|type|unit|option|size|product|plan|device|gateway|sensor|variante|modell|ausführung|modèle|versión|modelo|versione|modello)"
_LESS = r"(?:small(?:er|est)?|little|shorter|lighter|weaker|slower|lower|next size down|(?:next )?(?:one )?down|kleiner\w*|kürzer\w*|leichter\w*|plus petite?|petite?|más pequeñ[oa]|pequeñ[oa]|più piccol[oa]|piccol[oa])"
_MORE = r"(?:bigg(?:er|est)|big|large(?:r|st)?|longer|heavier|stronger|faster|higher|next size up|next (?:one )?up|größer\w*|groesser\w*|länger\w*|stärker\w*|plus grande?|grande?|más grande|più grande)"
_OTHER = r"(?:other|andere[nrs]?|andern|autre|otr[oa]|altr[oa])"
_HEAD = r"^\W*(?:(?:the|a|an|and|for|with|of|das|die|der|den|dem|le|la|el|il|lo|l['\u2019])\s*)*"
_THE = r"^\W*(?:for |with )?(?:the|das|die|der|den|le|la|el|il) "
_WAYS: tuple[tuple[Way, re.Pattern[str]], ...] = (
    ("less", re.compile(rf"{_HEAD}{_LESS}(?:\s+{_THING})?\W*$|{_THE}{_LESS} \w+\W*$")),
    ("more", re.compile(rf"{_HEAD}{_MORE}(?:\s+{_THING})?\W*$|{_THE}{_MORE} \w+\W*$")),
    ("other", re.compile(rf"{_HEAD}{_OTHER}(?:\s+{_THING})?\W*$")),
)
_IN_A_SENTENCE: tuple[tuple[Way, re.Pattern[str]], ...] = (
    ("less", re.compile(rf"\b(?:the|das|die|der|den|le|la|el|il) {_LESS}\s+{_THING}\b")),
    ("more", re.compile(rf"\b(?:the|das|die|der|den|le|la|el|il) {_MORE}\s+{_THING}\b")),
    ("other", re.compile(rf"\b(?:the|das|die|der|den|el|la) {_OTHER}(?:\s+{_THING})(?!s)\b|\bl['\u2019](?:autre|altr[oa])\b")),
)  # fmt: skip
_VARIANT = re.compile(
    rf"\b(?:the|a|your|die|das|der|la|el|le|il)\s+(?P<what>[\w+-]+(?:\s[\w+-]+)?)[\s-]+{_THING}\b"
    rf"|\b(?:the|die|das|la|el|le)\s+{_THING}\s+(?:with|mit|avec|con|for|für|pour|para|per)\s+(?:an? |the |einem? |einer |un[ae]? )?(?P<with>[\w+-]+)"
    r"|\b(?:version|versión|versione|variante|modell|modelo|modello|modèle)\s+(?P<last>[\w+-]+)",
    re.IGNORECASE,
)
_JUST = re.compile(r"^\W*(?:the|das|die|der|den|le|la|el|il)\s+(?P<what>[\w+-]+)\W*$", re.IGNORECASE)  # fmt: skip
_MEASURE = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]+)")
_SIZES = ("xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl")


def pointed_way(text: str) -> tuple[Way, tuple[int, int]] | None:
    """How the text points at a product of the family, and where; `None` where it points at none."""
    folded = fold(text)
    for way, pattern in (*_WAYS, *_IN_A_SENTENCE):
        if found := pattern.search(folded):
            return way, found.span()
    return None


def described(text: str) -> tuple[tuple[str, ...], tuple[int, int]] | None:
    """The words that tell which version is meant ("the pro version", "the one with a battery"), and where they stand."""
    found = _VARIANT.search(text) or _JUST.search(text)
    if not found:
        return None
    said = telling_words(next(part for part in found.groups() if part))
    return (said, found.span()) if said else None


def family(name: str, names: KnownNames) -> tuple[str, ...]:
    """The other products whose name begins as this one's does, the nearest first."""
    mine = _parts(name)
    near = [
        (-_shared(mine, _parts(other)), place, other)
        for place, other in enumerate(names.entries)
        if other != name and _parts(other)[:1] == mine[:1]
    ]
    return tuple(other for _, _, other in sorted(near))


def with_words(said: Sequence[str], name: str, names: KnownNames) -> tuple[str, ...]:
    """The products of the family that have all these words in their names, the nearest alone where one is nearer."""
    wanted = {stem(word) for word in said}
    having = [other for other in family(name, names) if wanted <= _own_words(other, names)]
    if not having:
        return ()
    mine = _parts(name)
    most = max(_shared(mine, _parts(other)) for other in having)
    nearest = [other for other in having if _shared(mine, _parts(other)) == most]
    exact = [other for other in nearest if compact(other) == compact(name) + "".join(said)]
    return tuple(exact or nearest)


def called_by(text: str, name: str, names: KnownNames) -> tuple[str, ...]:
    """The products of the family that have the text's one word for a proper part of their names: "and Enterprise?"."""
    said = words(text)
    if len(said) != 1 or stem(said[0]) in ATTRIBUTES | ABOUT_A_RULE:
        return ()
    return tuple(
        other
        for other in family(name, names)
        if any(fold(word) == said[0] and word[0].isupper() for word in names.entries[other].split())
    )


def is_same_line(name: str, other: str) -> bool:
    """Whether the other is surely this one's version: its name goes on, or ends in another word and no other number."""
    mine, theirs = _parts(name), _parts(other)
    if theirs[: len(mine)] == mine:
        return True
    alike = _shared(mine, theirs) == len(mine) - 1 == len(theirs) - 1
    return alike and not (mine[-1].isdigit() or theirs[-1].isdigit())


def to_the_side(way: Way, name: str, before: Sequence[str], names: KnownNames) -> tuple[str, ...]:
    """The products that may be meant by "the smaller one" or "the other one": one where it is sure.

    `before` are the products that the thread named, in order. What is smaller is only sure where the names say a size.
    """
    kin = family(name, names)
    if way == "other":
        others = tuple(dict.fromkeys(other for other in before if other != name))
        return (others or kin)[:MOST]
    sized = {other: size for other in (name, *kin) if (size := _size(other, name, names)) is not None}  # fmt: skip
    if name in sized:
        mine, sign = sized.pop(name), -1 if way == "less" else 1
        aside = tuple(other for other, size in sized.items() if (size - mine) * sign > 0)
        if aside:
            return aside[:MOST]
    return kin[:MOST] if len(kin) != 1 else (*kin, name)


def _parts(name: str) -> tuple[str, ...]:
    """The words and the runs of letters and digits in a name: AX-200-B is ax, 200, b."""
    return tuple(part for word in words(name) for part in re.findall(r"\d+|[^\W\d_]+", word))


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _own_words(name: str, names: KnownNames) -> set[str]:
    entry = names.entries[name]
    joined = (compact(word) for word in entry.split())
    return {stem(word) for word in (*words(name), *words(entry), *_parts(name), *joined)}


def _size(other: str, name: str, names: KnownNames) -> float | None:
    """How big it is by its name, where that differs from the other's only in a size or one measure."""
    mine, theirs = fold(names.entries.get(name, name)), fold(names.entries[other])
    measures = {unit: number for number, unit in _MEASURE.findall(mine) if len(unit) <= 12}
    for number, unit in _MEASURE.findall(theirs):
        alike = _MEASURE.sub("", mine).split()[1:] == _MEASURE.sub("", theirs).split()[1:]
        if unit in measures and (other == name or (alike and number != measures[unit])):
            return float(number.replace(",", "."))
    last = words(other)[-1] if words(other) else ""
    return float(_SIZES.index(last)) if last in _SIZES and words(other)[:-1] == words(name)[:-1] else None  # fmt: skip
