"""How many, over which term, on which day: what a price request says in numbers."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

_SMALL = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        range(1, 21),
        strict=True,
    )
)
_NUMBER_WORDS = _SMALL | {
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "hundred": 100, "thousand": 1000, "dozen": 12,
}  # fmt: skip

_TERM = re.compile(
    r"(?<![\w.,])(?P<n>\d+|"
    + "|".join(_SMALL)
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
_NO_COUNT = re.compile(
    r"(?:percent|euros?|dollars?|pounds?|francs?|volts?|hours?|days?|weeks?|minutes?|months?|years?)"
)

_MONTHS = {name.casefold(): i for i, name in enumerate(calendar.month_name) if name} | {
    name.casefold(): i for i, name in enumerate(calendar.month_abbr) if name
}
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")"
_DAY_PATTERNS = (
    re.compile(r"\b(?P<year>20\d\d)-(?P<m>\d\d)-(?P<day>\d\d)\b"),
    re.compile(
        r"\b(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?(?:\s+of)?\s+"
        + _MONTH
        + r"\.?,?\s+(?P<year>20\d\d)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b" + _MONTH + r"\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>20\d\d)\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b" + _MONTH + r"\.?,?\s+(?P<year>20\d\d)\b", re.IGNORECASE),
)
_VAGUE_DAY = re.compile(
    r"\b(?:last|next|previous|this) (?:week|month|quarter|year|spring|summer|autumn|fall|winter)\b|\byesterday\b|\btomorrow\b|\b(?:in|since|from|until|till|by|back in|end of|as of) "
    r"(?:\d{1,2}\.? )?(?:"
    + "|".join(m for m in _MONTHS if m != "may")
    + r"|may)\b|\b20[23]\d\b|\bq[1-4]\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days a question is about; both count."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a price request says in numbers.

    `quantities` holds every number that may be one. `vague_day` is the words that speak of a day without naming it.
    """

    quantities: tuple[int, ...]
    terms: tuple[int, ...]
    period: Period | None
    vague_day: str | None


def read_figures(text: str) -> Figures:
    """The figures of a text from which product names have been blanked out."""
    period, text = _take_period(text)
    vague = _VAGUE_DAY.search(text)
    terms, text = _take_terms(text)
    return Figures(
        quantities=tuple(dict.fromkeys(_quantities(text))),
        terms=terms,
        period=period,
        vague_day=vague.group() if vague else None,
    )


def _take_period(text: str) -> tuple[Period | None, str]:
    """The day or month that the text names, and the text without it; an impossible date names nothing."""
    for pattern in _DAY_PATTERNS:
        found = pattern.search(text)
        if found is None:
            continue
        named = found.groupdict()
        year = int(named["year"])
        month = int(named["m"]) if "m" in named else _MONTHS[named["month"].casefold()]
        try:
            if "day" in named:
                first = last = date(year, month, int(named["day"]))
            else:
                first, last = (
                    date(year, month, 1),
                    date(year, month, calendar.monthrange(year, month)[1]),
                )
        except ValueError:
            return None, text
        return Period(first=first, last=last), _blank(text, found.start(), found.end())
    return None, text


def _take_terms(text: str) -> tuple[tuple[int, ...], str]:
    terms = [
        _TERM_WORDS[word] for word in re.findall(r"\w+", text.casefold()) if word in _TERM_WORDS
    ]
    for found in list(_TERM.finditer(text)):
        n = (
            _NUMBER_WORDS.get(found["n"].casefold()) or int(found["n"])
            if not found["n"].isdigit()
            else int(found["n"])
        )
        if found["unit"].casefold() == "m" and not found["n"].isdigit():
            continue
        terms.append(n * 12 if found["unit"].casefold().startswith("y") else n)
        text = _blank(text, found.start(), found.end())
    return tuple(dict.fromkeys(terms)), text


def _quantities(text: str) -> list[int]:
    found = [int(n) for match in _RANGE.finditer(text) for n in match.group("low", "high")]
    for match in _TIMES.finditer(text):
        found.append(int(re.sub(r"\D", "", match["after"] or match["before"])))
        text = _blank(text, match.start(), match.end())
    for match in _QUANTITY.finditer(text):
        number = _whole(match["n"], thousands=bool(match["k"]))
        if number is not None:
            found.append(number)
    return found + _spelled(text)


def _whole(digits: str, *, thousands: bool) -> int | None:
    """The whole number that the digits write, or `None` where they write none."""
    if re.fullmatch(_GROUPED, digits):
        digits = re.sub(r"\D", "", digits)
    if not thousands:
        return int(digits) if digits.isdigit() else None
    amount = Decimal(digits.replace(",", ".")) * 1000
    return int(amount) if amount == int(amount) else None


def _spelled(text: str) -> list[int]:
    """Numbers written as words: "fifty", "two hundred and five", "half a dozen", "twenty-five"."""
    found: list[int] = []
    total = current = 0
    seen = False
    folded = re.sub(r"\bhalf a dozen\b", "six", text.casefold())
    folded = re.sub(r"\b(hundred|thousand) and\b", r"\1", folded)
    for word in [*re.findall(r"[a-z]+", folded), ""]:
        value = _NUMBER_WORDS.get(word)
        if value is None:
            if seen and total + current > 1 and not _NO_COUNT.fullmatch(word):
                found.append(total + current)
            total, current, seen = 0, 0, False
            continue
        seen = True
        if word in {"hundred", "dozen"}:
            current = (current or 1) * value
        elif word == "thousand":
            total, current = total + (current or 1) * value, 0
        else:
            current += value
    return found


def _blank(text: str, start: int, end: int) -> str:
    """The text with a stretch of it blanked, so that places stay what they are."""
    return text[:start] + " " * (end - start) + text[end:]
