"""Numbers written as words: "fifty", "two hundred and five", "half a dozen", "twenty-five", "fünfzig"."""

import re

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
SMALL = {word: value for value, word in enumerate(_ONES.split(), 1)} | {"twenty": 20}
"""Up to twenty: what a term is spelled in."""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_GERMAN = {
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11,
    "zwölf": 12, "zwanzig": 20, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70,
    "achtzig": 80, "neunzig": 90,
}  # fmt: skip
_VALUES = SMALL | {word: value for value, word in zip(range(20, 100, 10), _TENS.split(), strict=True)} | _GERMAN  # fmt: skip
SCALES = {
    "dozen": 12, "dutzend": 12, "hundred": 100, "hundert": 100, "thousand": 1000, "tausend": 1000, "million": 1_000_000,
}  # fmt: skip
NUMBER_WORDS = frozenset(_VALUES) | frozenset(SCALES)
_NO_COUNT = re.compile(
    r"(?:percent|euros?|dollars?|pounds?|francs?|volts?|hours?|days?|weeks?|minutes?|months?|years?)"
)
_NO_NUMBER = re.compile(
    r"\b(?:few|several|couple|pair of|handful|hundreds|thousands|millions|dozens|double|twice|triple|zero|half)\b"
    r"|[^\W\d_]{3,}(?:hundert|tausend|zig|ssig)\b"
)


def spelled(folded: str) -> tuple[list[int], bool]:
    """The numbers above one that the text spells, and whether it speaks of one that can't be told: "one fifty"."""
    text = re.sub(r"\bhalf a dozen\b", "six", folded)
    text = re.sub(r"\b(hundred|thousand|million) and\b", r"\1", text)
    found: list[int] = []
    run: list[str] = []
    unclear = False
    for word in [*re.findall(r"[^\W\d_]+", text), ""]:
        if word in NUMBER_WORDS:
            run.append(word)
            continue
        value = _value(run) if run and not _NO_COUNT.fullmatch(word) else 1
        unclear = unclear or value is None
        found += [value] if value is not None and value > 1 else []
        run = []
    odd = any(match.group() not in NUMBER_WORDS for match in _NO_NUMBER.finditer(text))
    return found, unclear or odd


def _value(run: list[str]) -> int | None:
    """The one number that the words make, `None` where they make none: "ten fifteen", "two fifty"."""
    total = part = 0
    last: str | None = None
    for word in run:
        scale = SCALES.get(word)
        if scale is not None and scale > 100:
            total, part = total + (part or 1) * scale, 0
        elif scale is not None:
            part = (part or 1) * scale
        elif last is None or last in SCALES or _follows(last, word):
            part += _VALUES[word]
        else:
            return None
        last = word
    return total + part


def _follows(last: str, word: str) -> bool:
    """Whether the word goes on with a number of tens: "twenty five"."""
    return last not in SCALES and _VALUES[last] in range(20, 100, 10) and _VALUES[word] < 10
