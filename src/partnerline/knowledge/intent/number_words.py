"""The words for numbers in English, German, French, Spanish and Italian, and the number that a run of them makes."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

_EN_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_DE_ONES = "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
_DE_TENS = "zwanzig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig"
_FR_ONES = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
)
_FR_TENS = "vingt trente quarante cinquante soixante septante huitante nonante"
_ES_ONES = (
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho "
    "diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
)
_ES_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_ES_HUNDREDS = (
    "ciento doscient trescient cuatrocient quinient seiscient setecient ochocient novecient"
)
_IT_ONES = "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove"
_IT_TENS = "venti trenta quaranta cinquanta sessanta settanta ottanta novanta"


def _counted(words: str, *, start: int = 1, step: int = 1) -> dict[str, int]:
    return {word: start + i * step for i, word in enumerate(words.split())}


ENGLISH = _counted(_EN_ONES) | _counted(_EN_TENS, start=20, step=10)
SCALES = {
    "dozen": 12, "doz": 12, "dutzend": 12, "dozzina": 12, "docena": 12, "douzaine": 12, "hundred": 100, "hundert": 100, "thousand": 1000, "tausend": 1000, "million": 1_000_000,
}  # fmt: skip
_FRENCH = _counted(_FR_ONES) | _counted(_FR_TENS, start=20, step=10)
_SPANISH = (
    _counted(_ES_ONES)
    | _counted(_ES_TENS, start=30, step=10)
    | {word.removesuffix("o") + end: n for word, n in _counted(_ES_HUNDREDS, start=100, step=100).items() for end in ("os", "as", "o")}
    | {"cien": 100, "veintidos": 22, "veintitres": 23, "veintiseis": 26, "dieciseis": 16}
)  # fmt: skip


def _german() -> Iterator[tuple[str, int]]:
    ones, tens = _counted(_DE_ONES), _counted(_DE_TENS, start=20, step=10)
    below = dict(ones) | tens
    below |= {f"{one}und{ten}": n + m for ten, m in tens.items() for one, n in ones.items() if n < 10}  # fmt: skip
    yield from below.items()
    for head, n in [("", 1), *((word, n) for word, n in ones.items() if n < 10)]:
        yield f"{head}hundert", n * 100
        yield from ((f"{head}hundert{und}{word}", n * 100 + m) for word, m in below.items() for und in ("", "und"))  # fmt: skip


def _italian() -> Iterator[tuple[str, int]]:
    ones, tens = _counted(_IT_ONES), _counted(_IT_TENS, start=20, step=10)
    below = dict(ones) | tens
    for ten, m in tens.items():
        for one, n in ((one, n) for one, n in ones.items() if n < 10):
            below[(ten[:-1] if one[0] in "uo" else ten) + one] = m + n
        below[f"{ten}tré"] = m + 3
    yield from below.items()
    for head, n in [("", 1), *((word, n) for word, n in ones.items() if 1 < n < 10)]:
        yield f"{head}cento", n * 100
        yield from ((f"{head}cento{word}", n * 100 + m) for word, m in below.items())


_GERMAN = dict(_german())
_GERMAN |= {word.replace("ü", "ue").replace("ö", "oe"): n for word, n in _GERMAN.items()}
_ITALIAN = dict(_italian())
_ONE = frozenset("ein un uno".split())

SINGLE: Mapping[str, int] = {
    word: n
    for words in (_ITALIAN, _SPANISH, _FRENCH, _GERMAN, ENGLISH)
    for word, n in words.items()
    if word not in _ONE
} | SCALES | {"cents": 100, "cent": 100, "mille": 1000, "mil": 1000, "vingts": 20, "cento": 100, "million": 1_000_000}  # fmt: skip
"""What one word stands for by itself."""


_OWN = {
    "fr": frozenset(_FRENCH) - frozenset(ENGLISH), "es": frozenset(_SPANISH) - frozenset(ENGLISH),
    "it": frozenset(_ITALIAN), "de": frozenset(_GERMAN),
}  # fmt: skip


def is_of(word: str, language: str) -> bool:
    """Whether the word is a number in that language, and none in English."""
    return word in _OWN[language]


def is_number(word: str) -> bool:
    """Whether the word is a number's, alone or put together: "zweitausendfünfhundert", "duemila"."""
    return word in SINGLE or _thousands(word) is not None


def value_of(run: Sequence[str]) -> int | None:
    """The one number that the words make, `None` where they make none: "ten fifteen", "two fifty"."""
    readings = (_english(run), _compound(run), _french(run), _spanish(run))
    found = {reading for reading in readings if reading is not None}
    return found.pop() if len(found) == 1 else None


def _english(run: Sequence[str]) -> int | None:
    """English, and German where it is written apart; "and" stands after a scale alone."""
    total = part = 0
    last: str | None = None
    for word in run:
        scale = SCALES.get(word)
        if word == "and":
            if last not in SCALES:
                return None
            continue
        if scale is not None and scale > 100:
            total, part = total + (part or 1) * scale, 0
        elif scale is not None:
            part = (part or 1) * scale
        elif (value := ENGLISH.get(word, _GERMAN.get(word))) is None:
            return None
        elif last is None or last in SCALES or _goes_on(last, value):
            part += value
        else:
            return None
        last = word
    return total + part


def _goes_on(last: str, value: int) -> bool:
    """Whether a number of ones goes on with one of tens: "twenty five"."""
    return ENGLISH.get(last) in range(20, 100, 10) and value < 10


def _compound(run: Sequence[str]) -> int | None:
    """German and Italian write a number in one word."""
    if len(run) != 1:
        return None
    return _GERMAN.get(run[0], _ITALIAN.get(run[0], _thousands(run[0])))


def _thousands(word: str) -> int | None:
    for scale, words in (("tausend", _GERMAN), ("mila", _ITALIAN), ("mille", _ITALIAN)):
        found = re.fullmatch(rf"(.*?){scale}(?:und)?(.*)", word)
        if found and (found[1] or scale != "mila"):
            head = words.get(found[1]) if found[1] else 1
            tail = words.get(found[2]) if found[2] else 0
            if head is not None and tail is not None and (found[1] or found[2]):
                return head * 1000 + tail
    return None


def _french(run: Sequence[str]) -> int | None:
    return _added(run, _FRENCH, "mille", "et", _french_step)


def _french_step(part: int, word: str, value: int | None) -> int | None:
    if word in {"cent", "cents"}:
        return (part or 1) * 100 if part < 10 else None
    if word in {"vingt", "vingts"} and part % 100 == 4:
        return part + 76
    if value is None:
        return None
    tens = part % 100
    fits = tens == 0 or (tens in range(20, 100, 10) and value < (17 if tens in {60, 80} else 10))
    if tens in {10, 70, 90} and value in {7, 8, 9}:  # "dix-sept", "soixante-dix-sept"
        fits = True
    return part + value if fits else None


def _spanish(run: Sequence[str]) -> int | None:
    return _added(run, _SPANISH, "mil", "y", _spanish_step)


def _spanish_step(part: int, _word: str, value: int | None) -> int | None:
    if value is None:
        return None
    fits = part == 0 or part % (100 if value >= 10 else 10) == 0
    return part + value if fits and (part % 100 == 0 or value < 10) else None


def _added(
    run: Sequence[str],
    words: Mapping[str, int],
    thousand: str,
    and_: str,
    step: Callable[[int, str, int | None], int | None],
) -> int | None:
    total, part = 0, 0
    for i, word in enumerate(run):
        if word == and_ and 0 < i < len(run) - 1:
            continue
        if word == thousand and not total:
            total, part = (part or 1) * 1000, 0
            continue
        stepped = step(part, word, words.get(word))
        if stepped is None:
            return None
        part = stepped
    return total + part
