"""The day a text speaks of: named in full, or only hinted at."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_MONTHS = {name.casefold(): i for i, name in enumerate(calendar.month_name) if name} | {
    name.casefold(): i for i, name in enumerate(calendar.month_abbr) if name
}
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_MONTH = rf"(?P<month>{_NAMES})"
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
_SOME = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a few|a couple of)"
_VAGUE_DAY = re.compile(
    r"\b(?:last|next|previous|this|coming) (?:week|month|quarter|year|spring|summer|autumn|fall|winter)\b"
    r"|\byesterday\b|\btomorrow\b"
    r"|\b(?:in|on|for|since|from|until|till|by|before|after|during|starting|beginning|back in|end of|as of|of)"
    rf" (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th|\.)? (?:of )?)?(?:{_NAMES})\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th|\.)? (?:of )?(?:{_NAMES})\b|\b(?:{_NAMES})\.? \d{{1,2}}(?:st|nd|rd|th)?\b"
    r"|\b(?:january|february|april|june|july|august|september|october|november|december)\b"
    r"|\b(?:januar|februar|m\u00e4rz|mai|juni|juli|oktober|dezember)\b"
    r"|\b(?:on|from|since|last|starting|before|after) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bchristmas\b|\bnew year\b|\b(?:year|month|quarter)[\s-]?end\b"
    r"|\bend of (?:the )?(?:year|month|quarter)\b"
    rf"|\b(?:in|within|after) {_SOME} (?:days?|weeks?|months?|years?)(?: time)?\b"
    rf"|\b{_SOME} (?:days?|weeks?|months?|years?) ago\b|\b(?:old|former|earlier|previous|future|upcoming) (?:list )?prices?\b"
    r"|\b20[23]\d\b|\bq[1-4]\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|(?<![\d.,])\d{1,2}\.\d{1,2}\.(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days a question is about; both count."""

    first: date
    last: date


def take_period(text: str) -> tuple[Period | None, str]:
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
        blanked = text[: found.start()] + " " * len(found.group()) + text[found.end() :]
        return Period(first=first, last=last), blanked
    return None, text


def vague_day(text: str) -> str | None:
    """The words that speak of a day without naming it in full."""
    found = _VAGUE_DAY.search(text)
    return found.group() if found else None
