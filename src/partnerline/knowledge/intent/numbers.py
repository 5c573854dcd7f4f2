"""How many, over which term, on which day: what a price request says in numbers."""

import re
from dataclasses import dataclass
from decimal import Decimal

from partnerline.knowledge.intent.days import Period, take_period, vague_day
from partnerline.knowledge.intent.spelled import SCALES, SMALL, spelled

_TERM = re.compile(
    r"(?<![\w.,])(?P<n>\d+|"
    + "|".join(SMALL)
    + r")[\s-]*(?P<unit>months?|mos?|mths?|m|years?|yrs?|y)\b\.?",
    re.IGNORECASE,
)
_TERM_WORDS = {"annual": 12, "annually": 12, "yearly": 12, "biennial": 24}
_GROUPED = r"\d{1,3}(?:[,.'\u2019 ]\d{3})+"
_NO_QUANTITY = (
    r"%|percent|€|\$|£|eur|usd|chf|gbp|euros?|dollars?|pounds?|francs?|v\b|volts?|h\b|hours?|days?|weeks?|minutes?|"
    r"°|[mg]bps|[kmg]?hz|k?w\b|watts?|amps?|[mc]m\b|kg\b|[gt]b\b"
)
_QUANTITY = re.compile(
    r"(?<![\w.,%€$£-])(?<![€$£] )(?<!\beur )(?<!\busd )(?<!\bchf )(?<!\bgbp )"
    rf"(?P<n>{_GROUPED}|\d+(?:[.,]\d+)?)(?P<k>\s?k)?(?![\w%-]|[.,]\d)(?!\s*(?:{_NO_QUANTITY}))",
    re.IGNORECASE,
)
_TIMES = re.compile(
    rf"(?<![\w.,])(?:x\s?(?P<after>{_GROUPED}|\d+)|(?P<before>{_GROUPED}|\d+)\s?(?:x|pcs?|pieces|units|stk))(?![\w.,]\w|\w)",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"(?<![\w.,-])(?P<low>\d+)\s?[-\u2013]\s?(?P<high>\d+)(?![\w-]|[.,]\d)(?!\s*(?:{_NO_QUANTITY}|ma\b))",
    re.IGNORECASE,
)
_SCALED = re.compile(
    r"(?<![\w.,-])(?P<n>\d+(?:[.,]\d{1,2})?)\s?(?P<scale>dozen|dutzend|hundred|hundert|thousand|tausend|million|mio)\b",
    re.IGNORECASE,
)
_SCALES = SCALES | {"mio": SCALES["million"]}
_NEGATIVE = re.compile(r"(?<![\w)\d])[-\u2212]\d|\bminus\b", re.IGNORECASE)
_BEYOND = re.compile(
    r"(?:\b(?:less|fewer|more|smaller|larger|greater) than|\b(?:under|over|above|below|beyond)|[<>](?!=))\s*\d"
    r"|\b(?:get|have|do|sell|buy) (?:it|this|that|them|one) (?:for|at) \d"
    r"|\d\s?(?:kgs?|kilos?|grams?|lbs?|tons?|tonnes?|lit(?:er|re)s?|met(?:er|re)s?)\b",
    re.IGNORECASE,
)
_CHECKED = re.compile(r"^\W*(?:is|isn't|are|confirm)\b", re.IGNORECASE)
_A_YEAR = re.compile(
    r"(?:\b(?:a|per|each|every|one)\s|/\s?)(?:year|yr|annum)\b|\bjährlich", re.IGNORECASE
)
_A_MONTH = re.compile(
    r"(?:\b(?:per|each|every|one)\s|/\s?)(?:month|mo|monat)\b|\bmonthly\b|\bmonatlich",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a price request says in numbers.

    `quantities` holds every number that may be one; `uncounted` is whether a quantity is spoken of that is no whole
    number from one up. `vague_day` is the words that speak of a day without naming it.
    """

    quantities: tuple[int, ...]
    terms: tuple[int, ...]
    period: Period | None
    vague_day: str | None
    uncounted: bool = False


def read_figures(text: str) -> Figures:
    """The figures of a text from which product names have been blanked out."""
    checked = _CHECKED.search(text) is not None
    period, text = take_period(text)
    vague = vague_day(text)
    terms, text = _take_terms(text)
    uncounted = _NEGATIVE.search(text) is not None or _BEYOND.search(text) is not None
    counted, broken = _quantities(text)
    return Figures(
        quantities=tuple(dict.fromkeys(counted)),
        terms=terms,
        period=period,
        vague_day=vague,
        uncounted=uncounted or broken or (checked and bool(counted)),
    )


def _take_terms(text: str) -> tuple[tuple[int, ...], str]:
    terms = [
        _TERM_WORDS[word] for word in re.findall(r"\w+", text.casefold()) if word in _TERM_WORDS
    ]
    for found in list(_TERM.finditer(text)):
        n = int(found["n"]) if found["n"].isdigit() else SMALL[found["n"].casefold()]
        if found["unit"].casefold() == "m" and not found["n"].isdigit():
            continue
        terms.append(n * 12 if found["unit"].casefold().startswith("y") else n)
        text = _blank(text, found.start(), found.end())
    if not terms:
        terms = [12] if _A_YEAR.search(text) else [1] if _A_MONTH.search(text) else []
    return tuple(dict.fromkeys(terms)), text


def _quantities(text: str) -> tuple[list[int], bool]:
    """Every number that may be a quantity, and whether one was no whole number."""
    found = [int(n) for match in _RANGE.finditer(text) for n in match.group("low", "high")]
    broken = False
    for match in list(_SCALED.finditer(text)):
        amount = Decimal(match["n"].replace(",", ".")) * _SCALES[match["scale"].casefold()]
        broken = broken or amount != int(amount)
        found.append(int(amount))
        text = _blank(text, match.start(), match.end())
    for match in _TIMES.finditer(text):
        found.append(int(re.sub(r"\D", "", match["after"] or match["before"])))
        text = _blank(text, match.start(), match.end())
    for match in _QUANTITY.finditer(text):
        number = _whole(match["n"], thousands=bool(match["k"]))
        broken = broken or number is None
        found += [] if number is None else [number]
    words, unclear = spelled(text.casefold())
    return found + words, broken or unclear


def _whole(digits: str, *, thousands: bool) -> int | None:
    """The whole number that the digits write, or `None` where they write none."""
    if re.fullmatch(_GROUPED, digits):
        digits = re.sub(r"\D", "", digits)
    if not thousands:
        return int(digits) if digits.isdigit() else None
    amount = Decimal(digits.replace(",", ".")) * 1000
    return int(amount) if amount == int(amount) else None


def _blank(text: str, start: int, end: int) -> str:
    """The text with a stretch of it blanked, so that places stay what they are."""
    return text[:start] + " " * (end - start) + text[end:]
