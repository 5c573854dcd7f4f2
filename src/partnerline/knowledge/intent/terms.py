"""Over which term, and how it is billed."""

import re
from dataclasses import dataclass
from typing import Literal

from partnerline.knowledge.intent.number_words import SINGLE
from partnerline.knowledge.intent.spans import Span, without

Billing = Literal["month", "year"]

_SMALL = {word: n for word, n in SINGLE.items() if n <= 120} | dict.fromkeys(
    "one ein eine einen einem einer un une uno".split(), 1
)
_N = rf"(?:\d+|{'|'.join(sorted(_SMALL, key=len, reverse=True))})"
_MONTHS = r"months?|mos?|mths?|mnths?|monate?n?|monats|mois|meses|mes|mesi|mese"
_YEARS = r"years?|yrs?|y|jahre?n?|jahres|ans?|années?|años?|anni|anno"
_AND = r"\s*(?:,|/|-|\u2013|\+|&|and|or|vs\.?|versus|to|und|oder|ou|et|o|y|e|against|than|compared (?:to|with))\s*"
_TERM = re.compile(
    rf"(?<![\w.,%€$£-])(?P<more>(?:{_N}{_AND})*)(?P<n>{_N})(?P<gap>[\s-]*)(?P<unit>{_MONTHS}|{_YEARS}|m)(?![^\W\d_]|\d)\.?"
    r"(?!\s*(?:ago|time\b))"
)
_WORDS = {
    "annual": 12, "annually": 12, "yearly": 12, "biennial": 24, "triennial": 36, "jährlich": 12, "jährliche": 12, "annuel": 12,
    "annuelle": 12, "anual": 12, "annuale": 12, "einjährig": 12, "zweijährig": 24, "dreijährig": 36, "fünfjährig": 60,
}  # fmt: skip
_A_WORD = re.compile(rf"\b(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?:e[rnms]?)?\b")
_A_YEAR = re.compile(
    r"\b(?:for|over) (?:a|one|the) (?:full |whole )?(?:year|yr)\b|\bfür ein jahr\b|\b(?:pour|sur) un an\b|\bpor un año\b|\bper un anno\b"
)
_PER_YEAR = re.compile(
    r"(?:\b(?:a|per|each|every)\s|/\s?)(?:year|yr|annum)\b|\bp\.\s?a\.|\b(?:pro|im) jahr\b|\bpar an\b|\bal año\b|\ball['\u2019]anno\b"
)
_PER_MONTH = re.compile(
    r"(?:\b(?:per|each|every|a)\s|/\s?)(?:month|mo|monat)\b|\bmonthly (?:price|cost|rate|fee|amount|figure|sum)\b|\b(?:pro|im) monat\b|\bmonatlich\w*|"
    r"\bmonatspreis\w*|\bpar mois\b|\bal mes\b|\bal mese\b|\bmensile?\b|\bmensuel\w*|\bmensual\w*|\bby the month\b(?<!billed by the month)"
)
_PAID = r"(?:billed|billing|paid|payable|pay|paying|invoiced|charged|payment|payments|abgerechnet|zahlbar|bezahlt|facturé|payé|facturado|pagado|fatturato|pagato)"
_BILLED = {
    "month": re.compile(
        rf"\b{_PAID}(?: \w+)?\s+(?:monthly|by the month|per month|every month|each month|month by month|monatlich|mensuellement|mensualmente|mensilmente)\b"
        rf"|\bmonthly\s+(?:plan|billing|billed|payments?|subscription|contract|invoic\w+|paid)\b|\bmonat(?:lich|s)\w*\s*(?:abrechnung|zahlung|bezahlt|abgerechnet|tarif)\b"
    ),
    "year": re.compile(
        rf"\b(?:yearly|annual|jährliche[rn]?)(?=\s+(?:list |net )?(?:prices?|cost|rate|fee|amount|figure|preise?)\b)|\b{_PAID}(?: \w+)?\s+(?:yearly|annually|by the year|per year|every year|each year|annual|jährlich|annuellement|anualmente|annualmente)\b"
        rf"|\b(?:annual|yearly)\s+(?:billing|billed|payments?|invoic\w+|paid)\b|\bjährlich\w*\s*(?:abrechnung|zahlung|bezahlt|abgerechnet)\b"
    ),
}  # fmt: skip
_YEARLY_PRICE = re.compile(r"\s+(?:list |net )?(?:prices?|cost|rate|fee|amount|figure|preise?)\b")
_MONTHLY = re.compile(r"\bmonthly\b")
_TERMS_OF_MONTHS = frozenset({1, 3, 6, 12, 18, 24, 30, 36, 48, 60, 72, 84, 96, 120})


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The terms in months, in their order, how it is billed, and whether a month's part of the price is asked for.

    `bare` is whether the one term is only a price "per year", and `spans` are where all that stands.
    """

    months: tuple[int, ...] = ()
    billing: Billing | None = None
    by_month: bool = False
    bare: bool = False
    spans: tuple[Span, ...] = ()


def read_terms(folded: str) -> Terms:
    """The terms and the billing that the folded text speaks of."""
    text, spans = folded, list[Span]()
    billings: list[Billing] = []
    for billing in ("month", "year"):
        for match in list(_BILLED[billing].finditer(text)):
            billings.append(billing)
            spans.append(match.span())
            text = without(text, [match.span()])
    # A yearly price is the price of a year.
    months = [12 for _, end in spans if _YEARLY_PRICE.match(folded, end)] if spans else []
    for match in _TERM.finditer(text):
        read, span = _months(match)
        months += read
        spans += [span] if read else []
    text = without(text, spans)
    words = list(_A_WORD.finditer(text))
    months += [_worth(match.group()) for match in words] + [12 for _ in _A_YEAR.finditer(text)]
    spans += [match.span() for match in (*words, *_A_YEAR.finditer(text))]
    a_year, a_month = (
        list(_PER_YEAR.finditer(without(text, spans))),
        list(_PER_MONTH.finditer(text)),
    )
    alone = _MONTHLY.search(without(text, [match.span() for match in a_month]))
    if alone and not a_month:
        billings.append("month")
    bare = bool(a_year) and not months
    spans += [match.span() for match in (*a_year, *a_month, *([alone] if alone else []))]
    return Terms(
        months=tuple(dict.fromkeys([*months, *([12] if bare else [])])),
        billing=billings[0] if len(set(billings)) == 1 else None,
        by_month=bool(a_month),
        bare=bare,
        spans=tuple(spans),
    )


def _worth(word: str) -> int:
    return next(n for start, n in sorted(_WORDS.items(), key=lambda one: -len(one[0])) if word.startswith(start))  # fmt: skip


def _months(match: re.Match[str]) -> tuple[list[int], Span]:
    """The terms of "12, 24 or 36 months" and where they stand; a number that is no usual term is none of them."""
    unit, years = match["unit"], re.fullmatch(_YEARS, match["unit"]) is not None
    numbers, start = [_number(match["n"])], match.start("n")
    if unit == "m" and (match["gap"] or numbers[0] not in _TERMS_OF_MONTHS or numbers[0] < 6):
        return [], match.span()
    if unit == "y" and (match["gap"] or not match["n"].isdigit()):  # "cincuenta y cinco"
        return [], match.span()
    linked = False
    for other in reversed(list(re.finditer(_N, match["more"]))):
        joint = match.string[match.start("more") + other.end() : start]
        linked = linked or bool(re.search(r"[^\s,]", joint))
        number = _number(other.group())
        if not linked or not (number <= 10 if years else number in _TERMS_OF_MONTHS):
            break
        # "12+12 months" may be two terms of a year or one of two.
        numbers = [*numbers, number + numbers[0]] if "+" in joint else numbers
        numbers.insert(0, number)
        start = match.start("more") + other.start()
    return [n * 12 if years else n for n in numbers if n], (start, match.end())


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _SMALL[written]
