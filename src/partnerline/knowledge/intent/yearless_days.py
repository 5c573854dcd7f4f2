"""Days that are named without their year: "in March", "on the 3rd of March", "in Q1", "on 1.12."; the words may fit two years."""

import re
from collections.abc import Sequence
from datetime import date

from partnerline.knowledge.intent.full_days import QUARTERS, part_of
from partnerline.knowledge.intent.months import MONTH, MONTHS, SURE_MONTH
from partnerline.knowledge.intent.periods import (
    Period,
    around,
    half_of,
    month_of,
    on,
    quarter_of,
)

_SAID = (
    r"(?:(?P<before>before|after|since|vor(?: dem)?|nach(?: dem)?|seit(?: dem)?|avant(?: le)?|après(?: le)?|antes del?|después del?|prima del?)\s+"
    r"|(?P<until>by|until|till|bis(?: zum)?|jusqu['\u2019]au|hasta el|entro il)\s+"
    r"|(?P<from>from|starting(?: in| on| from)?|beginning(?: in| on)?|as from|ab(?: dem)?|à partir d[ue]|a partir del?|desde(?: el)?|dal)\s+"
    r"|(?P<in>as of|per|on|in|for|during|back in|of|am|im|zum|für|en|le|el|il|al|a|di|de|pour|para|per il)\s+)"
)
_THE = r"(?:the\s+)?"
_PART = r"(?P<part>(?:(?:the )?(?:end|beginning|start|middle) of|early|mid|late|anfang|mitte|ende|fin|début|inicios de|fine|inizio)[\s-]+)?"
_BESIDE = r"(?:(?P<last>last|previous|past|letzten|vorigen)|(?P<next>next|coming|nächsten|kommenden)|(?P<this>this|diesen))"
_NUMBER_NEXT = r"(?!\s*(?:x\b|pcs?\b|pieces|units|\ufffc))"
_OF = r"(?:\s+(?:of|de|del|di))?"
_DAY_MONTH = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|°|\.)?{_OF}\s+(?P<month>{MONTH})\b\.?"
_MONTH_DAY = rf"(?P<month>{MONTH})\.?\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d.,]\d|\d|k\b|%){_NUMBER_NEXT}"
_QUARTER = r"(?:q(?P<q>[1-4])|(?P<word>first|second|third|fourth|1st|2nd|3rd|4th) quarter)"


def _day(match: re.Match[str], said_on: date, tense: int) -> Sequence[Period]:
    month = MONTHS[match["month"]]
    return _numbered(match, said_on, tense, [(int(match["day"]), month)])


def _figures(match: re.Match[str], said_on: date, tense: int) -> Sequence[Period]:
    """1.12. is the first of December; 1/12 may be the twelfth of January as well."""
    one, other = int(match["a"]), int(match["b"])
    readings = [(one, other)] if match["sep"] == "." else [(one, other), (other, one)]
    return _numbered(match, said_on, tense, [(day, month) for day, month in readings if month <= 12])  # fmt: skip


def _numbered(
    match: re.Match[str], said_on: date, tense: int, days: Sequence[tuple[int, int]]
) -> Sequence[Period]:
    periods = []
    for day, month in dict.fromkeys(days):
        years = around(month, said_on.month, _tense(match, tense))
        periods += [on(date(said_on.year + year, month, day)) for year in years]
    return _within(match, periods, said_on)


def _month(match: re.Match[str], said_on: date, tense: int) -> Sequence[Period]:
    named = match.groupdict()
    month, part = MONTHS[match["month"]], (named.get("part") or "").strip()
    said = said_on.month
    if (named.get("last") or named.get("next")) and month == said:
        years: Sequence[int] = (1,) if named["next"] else (-1,)
    else:
        years = around(month, said, _tense(match, tense))
    return _within(match, [part_of(month_of(said_on.year + year, month), part) for year in years], said_on)  # fmt: skip


def _tense(match: re.Match[str], tense: int) -> int:
    named = match.groupdict()
    if named.get("last"):
        return -1
    return 1 if named.get("next") or named.get("from") or named.get("until") else tense


def _within(match: re.Match[str], periods: list[Period], said_on: date) -> Sequence[Period]:
    """The days up to the one named, where that is the last of them; none where it is a day before or after."""
    named = match.groupdict()
    if named.get("before"):
        return ()
    if not named.get("until"):
        return periods
    return [Period(first=said_on, last=one.last) for one in periods if one.last >= said_on]


def _quarter(match: re.Match[str], said_on: date, tense: int) -> Sequence[Period]:
    quarter = int(match["q"]) if match["q"] else QUARTERS[match["word"]]
    years = around(quarter, (said_on.month + 2) // 3, _tense(match, tense))
    return _within(match, [quarter_of(said_on.year + year, quarter) for year in years], said_on)


def _half(match: re.Match[str], said_on: date, tense: int) -> Sequence[Period]:
    half = int(match["h"]) if match["h"] else (1 if match["word"] in {"first", "1st"} else 2)
    years = around(half, (said_on.month + 5) // 6, _tense(match, tense))
    return _within(match, [half_of(said_on.year + year, half) for year in years], said_on)


def _christmas(match: re.Match[str], said_on: date, tense: int) -> Sequence[Period]:
    years = around(12, said_on.month, _tense(match, tense))
    return _within(match, [on(date(said_on.year + year, 12, 25)) for year in years], said_on)


YEARLESS_DAYS = (
    (re.compile(rf"\b{_SAID}?{_THE}{_DAY_MONTH}"), _day),
    (re.compile(rf"\b{_SAID}?{_THE}(?<!\w){_MONTH_DAY}"), _day),
    (re.compile(rf"\b{_SAID}?(?<![\d.,])(?P<a>\d{{1,2}})(?P<sep>\.)(?P<b>\d{{1,2}})\.(?!\d)"), _figures),
    (re.compile(r"\b(?:(?P<until>by|until|till)|(?P<before>before|after|since)|on|as of|from|dated)\s+(?P<a>\d{1,2})(?P<sep>/)(?P<b>\d{1,2})(?![\d/%])"), _figures),
    (re.compile(rf"\b(?:in |im |for )?{_BESIDE}\s+(?P<month>{MONTH})\b\.?(?:['\u2019]s)?"), _month),
    (re.compile(rf"\b{_SAID}{_THE}{_PART}(?P<month>{MONTH})\b(?:['\u2019]s)?(?!\s+(?:i|we|you|they|not|be|have)\b)"), _month),
    (re.compile(rf"\b{_PART}(?P<month>{SURE_MONTH})\b(?:['\u2019]s)?"), _month),
    (re.compile(rf"\b(?P<month>{MONTH})(?:['\u2019]s)?(?=\s+(?:(?:list )?prices?|price list|orders?|rates?|vs|versus)\b)"), _month),
    (re.compile(rf"\b(?:(?P<part>(?:end|beginning|start|middle) of|early|mid|late|ende|anfang|mitte)[\s-]+)(?P<month>{MONTH})\b"), _month),
    (re.compile(rf"\b{_SAID}?{_THE}{_QUARTER}\b"), _quarter),
    (re.compile(rf"\b{_SAID}?{_THE}(?:h(?P<h>[12])|(?P<word>first|1st|second|2nd) half(?: of the year)?)\b"), _half),
    (re.compile(r"\b(?:(?P<before>before|after|since)\s+|(?P<until>by|until)\s+|(?:at|on|for|over)\s+)?(?:christmas|xmas|weihnachten)\b"), _christmas),
)  # fmt: skip
"""What names a day or more without a year, and the days it may be."""
