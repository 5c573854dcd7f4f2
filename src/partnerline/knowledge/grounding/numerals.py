"""Numbers in words, in English, German, French, Spanish and Italian, as far as a document uses them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ONES = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte",
    "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove",
)  # fmt: skip
_TENS = (
    "twenty thirty forty fifty sixty seventy eighty ninety",
    "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "vingt trente quarante cinquante soixante",
    "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
)
_SCALES = {
    "dozen": 12, "dutzend": 12, "douzaine": 12, "docena": 12, "dozzina": 12, "hundred": 100, "hundert": 100, "cent": 100,
    "cien": 100, "cento": 100, "thousand": 1000, "tausend": 1000, "mille": 1000, "mil": 1000, "mila": 1000,
    "million": 1_000_000, "millionen": 1_000_000, "millón": 1_000_000, "milione": 1_000_000,
}  # fmt: skip
_ONE = frozenset("one ein eine einen einem einer un une uno una".split())
"""Mostly an article or a pronoun: a number only before what it counts."""
_EVERYDAY = frozenset({"sei", "once", "elf", "tre", "due"})
"""Words of other languages' everyday talk that are numbers in theirs; they count as one only beside a unit."""


def _counted(groups: tuple[str, ...], start: int, step: int) -> dict[str, int]:
    return {word: start + i * step for group in groups for i, word in enumerate(group.split())}


_SMALL = _counted(_ONES, 2, 1) | {"seize": 16, "zwoelf": 12, "fuenf": 5}
_TEN = _counted(_TENS, 20, 10) | {"dreissig": 30}
_GERMAN_ONES = dict(zip(_ONES[1].split()[:8], range(2, 10), strict=True)) | {"ein": 1}
_JOINED = {
    f"{one}und{ten}": m + n
    for ten, m in zip(_TENS[1].split(), range(20, 100, 10), strict=True)
    for one, n in _GERMAN_ONES.items()
}
_ITALIAN_ONES = dict(zip(_ONES[4].split()[:8], range(2, 10), strict=True)) | {"uno": 1}
_JOINED |= {
    (ten[:-1] if one[0] in "uo" else ten) + one: m + n
    for ten, m in zip(_TENS[4].split(), range(20, 100, 10), strict=True)
    for one, n in _ITALIAN_ONES.items()
}
_SPANISH_HUNDREDS = (
    "doscient trescient cuatrocient quinient seiscient setecient ochocient novecient"
)
_JOINED |= {
    root + ending: n * 100
    for n, root in enumerate(_SPANISH_HUNDREDS.split(), 2)
    for ending in ("os", "as")
}
_VALUES = _SMALL | _TEN | _JOINED | _SCALES
_COMPOUND = re.compile(
    r"(?P<head>.*?)(?P<scale>hundert|tausend|cento|mila|mille)(?:und)?(?P<tail>.*)"
)
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"[\s-]+(?:(?:and|et|y)\s+)?")


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number in words, from where to where; `sure` is false for a word that mostly is none."""

    value: int
    start: int
    end: int
    sure: bool = True


def spelled(text: str) -> Iterator[Spelled]:
    """The numbers in words of a folded text, in order; "twenty-five" and "two hundred" are one each."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if _value(word.group()) is None:
            if word.group() not in {"and", "et", "y"}:
                yield from _number(run)
                run = []
            continue
        if run and not _BETWEEN.fullmatch(text, run[-1].end(), word.start()):
            yield from _number(run)
            run = []
        run.append(word)
    yield from _number(run)


def _number(run: list[re.Match[str]]) -> Iterator[Spelled]:
    """The number a run makes, or each word's own where they make none together."""
    if not run:
        return
    total = part = 0
    for word in run:
        value = _value(word.group()) or 0
        if word.group() in _SCALES:
            part = (part or 1) * value
            if value >= 1000:
                total, part = total + part, 0
        elif part and not _goes_on(part, value):
            yield from (Spelled(_value(one.group()) or 0, *one.span()) for one in run)
            return
        else:
            part += value
    alone = len(run) == 1 and run[0].group() in _ONE | _EVERYDAY
    yield Spelled(total + part, run[0].start(), run[-1].end(), sure=not alone)


def _goes_on(part: int, value: int) -> bool:
    return (part % 100 == 0 and value < 100) or (part % 10 == 0 and part % 100 >= 20 and value < 10)


def _value(word: str) -> int | None:
    """What one word stands for, also one put together: "zweihundertfünfzig", "duemila"."""
    if word in _ONE or word in _VALUES:
        return 1 if word in _ONE else _VALUES[word]
    found = _COMPOUND.fullmatch(word)
    if found is None:
        return None
    head = _value(found["head"]) if found["head"] else 1
    tail = _value(found["tail"]) if found["tail"] else 0
    return None if head is None or tail is None else head * _SCALES[found["scale"]] + tail
