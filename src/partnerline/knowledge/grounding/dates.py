"""Days, months, quarters and times of day in a text, each in one form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MONTHS = """january jan januar jänner januari janvier enero gennaio|february feb februar février febrero febbraio|march mar märz mars
    marzo|april apr avril abril aprile|may mai mayo maggio|june jun juni juin junio giugno|july jul juli juillet julio luglio|august
    aug août agosto|september sept sep septembre septiembre settembre|october oct oktober octobre octubre ottobre|november nov
    novembre noviembre|december dec dezember dez décembre diciembre dicembre"""
MONTHS = {word: i for i, group in enumerate(_MONTHS.split("|"), 1) for word in group.split()}

_WEEKDAYS = """monday mondays montag montags lundi lunes lunedì|tuesday tuesdays dienstag dienstags mardi martes martedì|wednesday
    wednesdays mittwoch mittwochs mercredi miércoles mercoledì|thursday thursdays donnerstag donnerstags jeudi jueves giovedì|friday
    fridays freitag freitags vendredi viernes venerdì|saturday saturdays samstag samstags samedi sábado sábados sabato|sunday sundays
    sonntag sonntags dimanche domingo domingos domenica"""
WEEKDAYS = {word: i for i, group in enumerate(_WEEKDAYS.split("|")) for word in group.split()}
_SHORT = {word: i for i, word in enumerate("mon tue wed thu fri sat sun".split())}

_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
_DAY = r"(?<!\w)(?<![^\W\d_]-)(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|º|°|\.)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_OF = r"(?:\s+(?:of|de|del|di))?\s+"
_FORMS = (
    re.compile(rf"\b(?P<weekday>{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\b"),
    re.compile(rf"\b(?P<weekday>{'|'.join(_SHORT)})(?=\s?[-\u2013])|(?<=[-\u2013])(?P<until>{'|'.join(_SHORT)})\b"),
    re.compile(rf"(?<!\d){_YEAR}-(?P<m>\d\d)-(?P<day>\d\d)(?!\d)"),
    re.compile(rf"(?<![\d.,/])(?P<a>\d{{1,2}})[./-](?P<b>\d{{1,2}})[./-]{_YEAR}"),
    re.compile(rf"{_DAY}{_OF}{_MONTH},?(?:{_OF}{_YEAR})?"),
    re.compile(rf"\b{_MONTH}\s+{_DAY}(?![\d.,]*\d)(?:,?\s+{_YEAR})?"),
    re.compile(rf"\b{_MONTH}(?:{_OF}{_YEAR})"),
    re.compile(rf"\b(?P<part>[qh][1-4])[\s/-]*{_YEAR}"),
    re.compile(r"(?<![\d:.,])(?P<hour>[0-2]?\d):(?P<minute>[0-5]\d)(?:\s?(?P<half>am|pm)\b)?"),
    re.compile(r"(?<![\d:.,])(?P<hour>[01]?\d)\s?(?P<half>am|pm|a\.m\.|p\.m\.)(?![^\W\d_])"),
    re.compile(r"(?<![\d:.,])(?P<hour>[0-2]?\d)\s?(?:h(?P<minute>[0-5]\d)|uhr\b|o'clock\b)"),
)  # fmt: skip

Reading = tuple[int | str, ...]
"""Year, month and day, 0 where unsaid; or a part of a year, or a time of day."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A day or a time as it stands in a folded text; two readings where either order of day and month may be meant."""

    readings: frozenset[Reading]
    start: int
    end: int


def dated(text: str) -> list[Dated]:
    """Every day and time in a folded text; where two forms overlap, the one that comes first in `_FORMS` counts."""
    found: list[Dated] = []
    for form in _FORMS:
        for match in form.finditer(text):
            if all(match.end() <= one.start or one.end <= match.start() for one in found):
                found.append(Dated(frozenset(_readings(match)), *match.span()))
    return sorted(found, key=lambda one: one.start)


def _readings(match: re.Match[str]) -> Iterator[Reading]:
    said = {name: value for name, value in match.groupdict().items() if value}
    if weekday := said.get("weekday") or said.get("until"):
        yield "weekday", WEEKDAYS[weekday] if weekday in WEEKDAYS else _SHORT[weekday]
        return
    if "hour" in said:
        half = (said.get("half") or "")[:1]
        hour = int(said["hour"]) % 12 + (12 if half == "p" else 0) if half else int(said["hour"])
        yield "time", hour, int(said.get("minute", 0))
        return
    year = int(said.get("year", 0))
    if "part" in said:
        yield said["part"], year
    elif "a" in said:
        one, other = int(said["a"]), int(said["b"])
        yield from ((year, m, d) for d, m in {(one, other), (other, one)} if m <= 12)
    else:
        month = int(said["m"]) if "m" in said else MONTHS[said["month"]]
        yield year, month, int(said.get("day", 0))


def agree(said: Dated, told: Dated) -> bool:
    """Whether what is said is no more exact than what is told, and no other."""
    return any(_within(one, other) for one in said.readings for other in told.readings)


def _within(said: Reading, told: Reading) -> bool:
    if len(said) != len(told):
        return False
    exact = isinstance(said[0], str)
    return all(a == b or (a == 0 and not exact) for a, b in zip(said, told, strict=True))
