"""Days that are counted from the day on which somebody speaks: tomorrow, next week, in two weeks, by the end of the year."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from partnerline.knowledge.intent.months import WEEKDAY, WEEKDAYS
from partnerline.knowledge.intent.number_words import SINGLE
from partnerline.knowledge.intent.periods import (
    Period,
    month_of,
    months_later,
    on,
    quarter_of,
    week_of,
    year_of,
)

_UNITS = {
    "day": "day", "days": "day", "tag": "day", "tage": "day", "tagen": "day", "jour": "day", "jours": "day", "día": "day", "días": "day",
    "giorno": "day", "giorni": "day", "week": "week", "weeks": "week", "woche": "week", "wochen": "week", "semaine": "week",
    "semaines": "week", "semana": "week", "semanas": "week", "settimana": "week", "settimane": "week", "month": "month",
    "months": "month", "monat": "month", "monats": "month", "monate": "month", "monaten": "month", "mois": "month", "mes": "month",
    "meses": "month", "mese": "month", "mesi": "month", "quarter": "quarter", "quartal": "quarter", "quartals": "quarter",
    "trimestre": "quarter", "year": "year", "years": "year", "jahr": "year", "jahres": "year", "jahre": "year", "jahren": "year",
    "an": "year", "ans": "year", "année": "year", "año": "year", "años": "year", "anno": "year", "anni": "year",
}  # fmt: skip
_UNIT = rf"(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
_NUMBERS = {word: n for word, n in SINGLE.items() if n < 100} | dict.fromkeys(
    "a an ein eine einem einer einen un une uno una".split(), 1
)
_NUMBER = rf"(?P<n>\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_LAST = "last|previous|past|letzten?r?s?|vorigen?r?s?|letzte|dernière?|derniere|passée?|pasad[oa]|scors[oa]|última|último"
_NEXT = "next|coming|following|nächsten?r?s?|nächste|kommenden?r?s?|prochaine?|próxim[oa]|prossim[oa]|que viene"
_THIS = "this|current|diesen?r?s?|diese|cette|ce|est[ea]|quest[oa]"
_BESIDE = rf"(?:(?P<last>{_LAST})|(?P<next>{_NEXT})|(?P<this>{_THIS}))"
_BEHIND = r"(?:(?P<last>dernière?|passée?|pasad[oa]|scors[oa])|(?P<next>prochaine?|próxim[oa]|prossim[oa]|que viene))"
_RELATIVE = {
    "day before yesterday": -2, "vorgestern": -2, "yesterday": -1, "gestern": -1, "ayer": -1, "ieri": -1,
    "day after tomorrow": 2, "übermorgen": 2, "tomorrow": 1, "morgen": 1, "demain": 1, "domani": 1, "pasado mañana": 2, "mañana": 1,
}  # fmt: skip
_RELATIVE_WORD = (
    rf"{'|'.join(sorted(_RELATIVE, key=len, reverse=True))}|(?<=d['\u2019])hier|(?<=prix )hier"
)
_GREETED = r"(?<!guten )(?<!good )"


def _beside(match: re.Match[str], said_on: date, _tense: int) -> Sequence[Period]:
    named = match.groupdict()
    way = 0 if named.get("this") else 1 if named["next"] else -1
    return [_whole(_UNITS[match["unit"]], said_on, way)]


def _whole(unit: str, day: date, way: int) -> Period:
    match unit:
        case "week":
            return week_of(day + timedelta(weeks=way))
        case "month":
            there = months_later(day.replace(day=1), way)
            return month_of(there.year, there.month)
        case "quarter":
            there = months_later(day.replace(day=1), 3 * way)
            return quarter_of(there.year, (there.month + 2) // 3)
        case "year":
            return year_of(day.year + way)
        case _:
            raise LookupError(unit)


def _counted(match: re.Match[str], said_on: date, _tense: int) -> Sequence[Period]:
    n = int(match["n"]) if match["n"].isdigit() else _NUMBERS[match["n"]]
    way = -n if match.groupdict().get("ago") else n
    match _UNITS[match["unit"]]:
        case "day":
            return [on(said_on + timedelta(days=way))]
        case "week":
            return [on(said_on + timedelta(weeks=way))]
        case unit:
            return [on(months_later(said_on, way * {"month": 1, "quarter": 3, "year": 12}[unit]))]


def _end(match: re.Match[str], said_on: date, _tense: int) -> Sequence[Period]:
    way = 0
    if match.groupdict().get("beside"):
        way = 1 if re.fullmatch(_NEXT, match["beside"]) else -1 if re.fullmatch(_LAST, match["beside"]) else 0  # fmt: skip
    last = _whole(_UNITS[match["unit"]], said_on, way).last
    return [Period(first=min(said_on, last), last=last)] if match["until"] else [on(last)]


def _relative(match: re.Match[str], said_on: date, _tense: int) -> Sequence[Period]:
    return [on(said_on + timedelta(days=_RELATIVE.get(match["word"], -1)))]


def _weekday(match: re.Match[str], said_on: date, tense: int) -> Sequence[Period]:
    """The weekday before or after; "next Friday" said on a Wednesday may be in two days or in nine."""
    ahead = (WEEKDAYS[match["weekday"]] - said_on.weekday()) % 7
    coming, past = said_on + timedelta(days=ahead or 7), said_on + timedelta(days=ahead - 7)
    week = week_of(said_on)
    if match["this"]:
        return [on(week.first + timedelta(days=WEEKDAYS[match["weekday"]]))]
    if match["next"]:
        return [on(coming)] if coming > week.last else [on(coming), on(coming + timedelta(days=7))]
    if match["last"]:
        return [on(past)] if past < week.first else [on(past - timedelta(days=7)), on(past)]
    if not ahead:
        return [on(said_on)]
    return [on(coming)] if tense > 0 else [on(past)] if tense < 0 else [on(past), on(coming)]


NEAR_DAYS = (
    (re.compile(rf"\b(?:the )?{_GREETED}(?P<word>{_RELATIVE_WORD})\b(?:['\u2019]s)?"), _relative),
    (re.compile(rf"\b(?P<until>(?:by|until|till|bis(?: zum)?|before|vor)\s+)?(?:(?:at|am|zum|à|a|al)\s+)?(?:the )?(?:la )?(?:end of|ende|fin de|fine|final de|finales de)\s+(?:the |this |des |dieses |of |l['\u2019]|d['\u2019]|del? )?(?P<beside>{_NEXT}|{_LAST})?\s*{_UNIT}\b"), _end),
    (re.compile(r"\b(?P<until>(?:by|until|till|bis(?: zum)?)\s+)?(?:(?:at|am|zum)\s+)?(?P<unit>year|month|quarter|jahres|monats|quartals)[\s-]?(?:end|ende)\b"), _end),
    (re.compile(rf"\b(?:in|for|during|from|starting|ab|im|der|den|dem|la|le|el|il)?\s*(?:the )?{_BESIDE}\s+{_UNIT}(?:['\u2019]s)?\b(?!\s*(?:term|plan|contract|and\b))"), _beside),
    (re.compile(rf"\b(?:la|le|l['\u2019]|el|il)?\s*{_UNIT}\s+{_BEHIND}\b"), _beside),
    (re.compile(rf"\b(?:in|en|dans|tra|fra|dentro de)\s+{_NUMBER}\s+{_UNIT}(?:['\u2019]?\s+time)?\b"), _counted),
    (re.compile(rf"\b{_NUMBER}\s+{_UNIT}\s+(?P<ago>ago|fa)\b"), _counted),
    (re.compile(rf"\b(?P<ago>vor|il y a|hace)\s+{_NUMBER}\s+{_UNIT}\b"), _counted),
    (re.compile(rf"\b(?:on |am |le |el |il )?(?:(?P<last>{_LAST})|(?P<next>{_NEXT})|(?P<this>{_THIS}))?\s*(?P<weekday>{WEEKDAY})(?:['\u2019]s)?\b"), _weekday),
)  # fmt: skip
"""What is counted from today, and what days it is."""
