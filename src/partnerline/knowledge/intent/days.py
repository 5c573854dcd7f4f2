"""The days a text speaks of, counted from the day on which it is said."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from partnerline.knowledge.intent.full_days import FULL_DAYS
from partnerline.knowledge.intent.months import MONTH, tense_of
from partnerline.knowledge.intent.near_days import NEAR_DAYS
from partnerline.knowledge.intent.periods import Period
from partnerline.knowledge.intent.spans import Span, without
from partnerline.knowledge.intent.yearless_days import YEARLESS_DAYS

__all__ = ["Days", "Period", "means_today", "read_days"]

Reader = Callable[[re.Match[str], date, int], Sequence[Period]]
"""From the words found, the day on which they are said and the tense to the days they may mean; none means that no day fits."""

_TODAY = re.compile(
    r"\btoday(?:['\u2019]s)?\b|\bcurrent(?:ly)?\b|\b(?:right|about|as of) now\b|^\W*(?:and )?now\W*$|\bheute\b|\bjetzt\b|\baktuell\w*\b|"
    r"\baujourd['\u2019]hui\b|\bactuel\w*\b|\bhoy\b|\bactual\b|\boggi\b|\battuale?\b"
)
_VAGUE = re.compile(
    rf"\b(?:between|zwischen|entre|tra)\s+(?:the\s+)?(?:\d{{1,2}}\S*\s+)?(?:of\s+)?{MONTH}\b|\bmarch\b|"
    r"\b(?:last|next|previous|this|coming|in|for|during|by|since|until|im|en|nächsten|letzten) (?:the |au )?(?:spring|summer|autumn|fall|winter|frühjahr|frühling|sommer|herbst|printemps|été|automne|hiver|primavera|verano|otoño|invierno)\b"
    r"|\b(?:old|former|earlier|previous|future|upcoming) (?:list )?prices?\b|\b(?:before|after|until|since) the (?:price )?(?:increase|change|rise|drop)\b"
    r"|\b(?:in|within|after) (?:the )?(?:next )?(?:a )?(?:few|couple(?: of)?|some|several) (?:days?|weeks?|months?|years?)\b|\bwithin \w+ (?:days?|weeks?|months?)\b"
    r"|\b(?:few|couple of|some|several) (?:days?|weeks?|months?|years?) ago\b|\b(?:soon|recently|lately|sometime|some day|new year)\b"
    r"|\b(?:alte[rn]?|frühere[rn]?|künftige[rn]?) (?:listen)?preise?\b|\bbald\b|\bdemnächst\b|\bbientôt\b|\bpronto\b|\bancien(?:ne)?s? prix\b"
    r"|\b20[23]\d\b(?!\s?(?:x|pcs?|pieces|units?|stk|stück|seats|users|licen[cs]es|packs?|boxes|of))|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b"
    r"|(?<![\d.,])\d{1,2}\.\d{1,2}\.(?!\d)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """What a text says of days.

    `periods` are all that its words may mean, the earliest first; `named` counts the days that are spoken of. `vague`
    are words that fit no day, `today` is whether today is named, and `spans` are where all that stands.
    """

    periods: tuple[Period, ...] = ()
    named: int = 0
    vague: str | None = None
    today: bool = False
    spans: tuple[Span, ...] = ()


def read_days(folded: str, said_on: date) -> Days:
    """The days that the folded text speaks of."""
    tense = tense_of(folded)
    text, spans = folded, list[Span]()
    periods: list[Period] = []
    vague: str | None = None
    named = 0
    for pattern, reader in (*FULL_DAYS, *NEAR_DAYS, *YEARLESS_DAYS):
        for match in list(pattern.finditer(text)):
            meant = _meant(reader, match, said_on, tense)
            if meant is None:
                continue
            vague = vague or (None if meant else match.group().strip())
            named += bool(meant)
            periods += meant
            spans.append(match.span())
            text = without(text, [match.span()])
    today, found = _TODAY.search(text), _VAGUE.search(text)
    spans += [match.span() for match in (today, found) if match]
    return Days(
        periods=tuple(sorted(set(periods), key=lambda one: (one.first, one.last))),
        named=named,
        vague=vague or (found.group() if found else None),
        today=today is not None,
        spans=tuple(spans),
    )


def _meant(
    reader: Reader, match: re.Match[str], said_on: date, tense: int
) -> Sequence[Period] | None:
    """What the words may mean; none where no day fits, `None` where they speak of no day at all."""
    try:
        return reader(match, said_on, tense)
    except (ValueError, OverflowError):
        return ()
    except LookupError:
        return None


def means_today(folded: str) -> bool:
    """Whether the text names today."""
    return _TODAY.search(folded) is not None
