"""Days that are named with their year."""

import re
from collections.abc import Sequence
from datetime import date

from partnerline.knowledge.intent.months import MONTH, MONTHS
from partnerline.knowledge.intent.periods import (
    Period,
    half_of,
    month_of,
    on,
    quarter_of,
    year_of,
)

_UNTIL = r"(?P<until>(?:by|until|till|up to|bis(?: zum)?|jusqu['\u2019]au|hasta el|entro il)\s+(?:the\s+)?)?"
_PART = r"(?P<part>(?:(?:the )?(?:end|beginning|start|middle) of|early|mid|late|anfang|mitte|ende|fin|début|inicios de|fine|inizio)[\s-]+)?"
_YEAR = r"(?P<year>20\d\d)"
_BEFORE = r"(?P<before>\b(?:before|after|since|vor(?: dem)?|nach(?: dem)?|seit(?: dem)?|avant(?: le)?|après(?: le)?|antes del?|después del?|prima del?|dopo il)\s+(?:the\s+)?)?"
_OF = r"(?:\s+(?:of|de|del|di))?"


def _day(match: re.Match[str], said_on: date, _tense: int) -> Sequence[Period]:
    named = match.groupdict()
    month = int(named["m"]) if named.get("m") else MONTHS[named["month"]]
    return _within(match, [on(date(int(named["year"]), month, int(named["day"])))], said_on)


def _month(match: re.Match[str], said_on: date, _tense: int) -> Sequence[Period]:
    whole = month_of(int(match["year"]), MONTHS[match["month"]])
    part = (match["part"] or "").strip()
    return _within(match, [part_of(whole, part)], said_on)


def part_of(whole: Period, part: str) -> Period:
    """The last day where the end is named; the beginning and the middle aren't told from the whole."""
    return on(whole.last) if part.removeprefix("the ").startswith(("end", "fin")) else whole


def _within(match: re.Match[str], periods: list[Period], said_on: date) -> Sequence[Period]:
    """The days up to the one named, where that is the last of them; none where it is a day before or after."""
    if match["before"]:
        return ()
    if not match["until"]:
        return periods
    return [Period(first=said_on, last=one.last) for one in periods if one.last >= said_on]


def _numeric(match: re.Match[str], said_on: date, _tense: int) -> Sequence[Period]:
    """2.1.2027 is the second of January; 2/1/2027 may be the first of February as well."""
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    one, other = int(match["a"]), int(match["b"])
    readings = [(one, other)] if match["sep"] == "." else [(one, other), (other, one)]
    days = {date(year, month, day) for day, month in readings if month <= 12}
    return _within(match, [on(day) for day in sorted(days)], said_on)


def _quarter(match: re.Match[str], _said_on: date, _tense: int) -> Sequence[Period]:
    quarter = int(match["q"]) if match["q"] else QUARTERS[match["word"]]
    return [quarter_of(_year(match["year"]), quarter)]


def _half(match: re.Match[str], _said_on: date, _tense: int) -> Sequence[Period]:
    words = {"first": 1, "1st": 1, "second": 2, "2nd": 2}
    half = int(match["h"]) if match["h"] else words[match["word"]]
    return [half_of(_year(match["year"]), half)]


def _year(written: str) -> int:
    return int(written) + (2000 if len(written) == 2 else 0)


def _whole_year(match: re.Match[str], _said_on: date, _tense: int) -> Sequence[Period]:
    return [year_of(int(match["year"]))]


QUARTERS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
_BETWEEN = ("between", "zwischen", "entre")


def _range(match: re.Match[str], _said_on: date, _tense: int) -> Sequence[Period]:
    """From one day to another is no one day; two that are named side by side are two."""
    said = match.group()
    if re.search(r"\s(?:and|und|et|y)\s", said) and not said.startswith(_BETWEEN):
        raise LookupError
    return ()


_ONE_DAY = rf"(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th|\.)?(?:\s+of)?\s+)?{MONTH}\b\.?(?:\s+\d{{1,2}}(?:st|nd|rd|th)?\b)?(?:,?\s+20\d\d)?"

FULL_DAYS = (
    (re.compile(rf"\b(?:from\s+|between\s+|zwischen\s+|von\s+|entre\s+)?{_ONE_DAY}\s*(?:to|till|until|through|thru|bis|and|und|et|y|[-\u2013])\s*{_ONE_DAY}"), _range),
    (re.compile(_BEFORE + _UNTIL + r"\b(?P<year>20\d\d)[-/](?P<m>\d\d)[-/](?P<day>\d\d)\b"), _day),
    (re.compile(_BEFORE + _UNTIL + rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|°|\.)?{_OF}\s+(?P<month>{MONTH})\.?,?{_OF}\s+{_YEAR}\b"), _day),
    (re.compile(_BEFORE + _UNTIL + rf"\b(?P<month>{MONTH})\.?\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}\b"), _day),
    (re.compile(_BEFORE + _UNTIL + r"(?<![\d.,/-])(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<year>20\d\d)(?![\d/-])"), _numeric),
    (re.compile(_BEFORE + _UNTIL + r"(?<![\d.,/-])(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<year>\d\d)(?![\d.,/-])"), _numeric),
    (re.compile(_BEFORE + _UNTIL + _PART + rf"\b(?P<month>{MONTH})\.?,?{_OF}\s+{_YEAR}\b"), _month),
    (re.compile(r"\b(?:in |for )?(?:the )?(?:q(?P<q>[1-4])|(?P<word>first|second|third|fourth|1st|2nd|3rd|4th) quarter)(?:[ /-]?(?:of )?(?=20\d\d)|[/'\u2019](?=\d\d\b))(?P<year>20\d\d|\d\d)\b"), _quarter),
    (re.compile(r"\b(?:in |for )?(?:the )?(?:h(?P<h>[12])|(?P<word>first|1st|second|2nd) half)(?:[ /-]?(?:of )?(?=20\d\d)|[/'\u2019](?=\d\d\b))(?P<year>20\d\d|\d\d)\b"), _half),
    (re.compile(r"\b(?:in|during|for the year|in the year|calendar|im jahr|en|nel)\s+(?P<year>20[23]\d)\b(?!\s?(?:x|pcs?|pieces|units?|stk))"), _whole_year),
    (re.compile(r"\b(?P<year>20[23]\d)(?:['\u2019]s)?(?=\s+(?:list )?(?:prices?|price list|pricing)\b)"), _whole_year),
)  # fmt: skip
"""What names a day or more with the year, and what days those are."""
