"""What span of time an amount buys, and the length of a term."""

import re
from typing import Literal

Period = Literal["month", "year", "term", "other"]
"""`other` is a span that a price here can't be for: an hour, a day, a quarter."""

_PER = r"(?:/\s*|(?<!\w)(?:(?:per|par|por|al|pro|je|a|every|each|ogni|cada)[\s-]+|all['’])(?:[^\W\d]+\s*(?:,|&|and|und|et|y|e)\s+)?)"
_WHOLE_TERM = (
    r"(?:for|über|fur|pour|por|per)\s+(?:the\s+|die\s+|la\s+)?(?:whole|full|entire|total|complete|gesamte|ganze)\s+"
    r"(?:contract\s+)?(?:term|laufzeit|durée|duree)|whole[- ]term|full[- ]term"
)
_OTHER = (
    r"hours?|hrs?|h|stunden?|std|heures?|horas?|ora|days?|tag|tage|jour|jours|dia|día|giorno|weeks?|wk|woche|semaine"
    r"|semana|settimana|minutes?|min|seconds?|sec|quarters?|quartal|trimestre|half[- ]year|night"
)
_SPANS: tuple[tuple[Period, str], ...] = (
    ("month", r"months?|mo|mth|monats?|monate?|mois|mes|mese"),
    ("year", r"years?|yr|annum|jahr|jahre|an|année|annee|ano|año|anno"),
    (
        "term",
        r"(?:(?:whole|full|entire|total|contract)\s+)?(?:term|laufzeit|durée|duree|plazo|durata)",
    ),
    ("other", _OTHER),
)
_ALONE: tuple[tuple[Period, str], ...] = (
    ("month", r"monthly|monatlich\w*|mensuel(?:le)?s?|mensual(?:es)?|mensil[ei]"),
    (
        "year",
        r"yearly|annual(?:ly|es)?|anual(?:es|mente)?|annu[oai]|jährlich\w*|annuel(?:le)?s?|annual[ei]|p\.\s?a\.?",
    ),
    ("term", _WHOLE_TERM),
    (
        "other",
        r"hourly|daily|weekly|quarterly|stündlich\w*|täglich\w*|wöchentlich\w*|vierteljährlich\w*",
    ),
)
_PHRASES: tuple[tuple[Period, re.Pattern[str]], ...] = tuple(
    (period, re.compile(rf"(?<![\w.])(?:{alone})(?!\w)", re.IGNORECASE)) for period, alone in _ALONE
) + tuple(
    (
        period,
        re.compile(
            rf"{_PER}(?:{span})(?:\.|(?!\w))",
            re.IGNORECASE,
        ),
    )
    for period, span in _SPANS
)
_TERM = re.compile(
    r"(?<![\w.,])(\d{1,3})[\s-]*(?:(months?|mos?|mths?|monate?|monat|mon\.?|mois|mes(?:es|i)?|mese|m)|"
    r"(years?|yrs?|y(?!\s+(?:m[aá]s|superior))|jahre?|ans?|années?|annees?|años?|anos?|anni|anno))(?:[\s-]+(?:term|laufzeit|contract|plan))?(?!\w)",
    re.IGNORECASE,
)


def period_in(text: str) -> Period | None:
    """The span of time the text says a price is for; several that differ are `other`, as nothing tells which."""
    found = {period for period, phrase in _PHRASES if phrase.search(text)}
    if not found:
        return None
    return found.pop() if len(found) == 1 else "other"


def without_period(text: str) -> str:
    """The text with those words taken out."""
    for _, phrase in _PHRASES:
        text = phrase.sub(" ", text)
    return text


def term_in(text: str) -> int | None:
    """The one length of a term that the text names, in months."""
    months = {int(n) * (1 if in_months else 12) for n, in_months, _ in _TERM.findall(text)}
    return months.pop() if len(months) == 1 else None


def without_term(text: str) -> str:
    """The text with the term taken out."""
    return _TERM.sub(" ", text)
