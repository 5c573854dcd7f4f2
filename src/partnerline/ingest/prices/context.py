"""What the words around a table say of all its prices: their currency, what they are paid for, their days."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from partnerline.ingest.prices.amounts import Unclear
from partnerline.ingest.prices.currencies import currencies_in
from partnerline.ingest.prices.days import DAY, day_of, read_day
from partnerline.ingest.prices.folding import fold
from partnerline.ingest.prices.named import Named
from partnerline.ingest.prices.packs import NO_PACKING, Packing, basis_in, packing_in
from partnerline.ingest.prices.periods import Period, period_in, term_in, without_term
from partnerline.ingest.prices.regions import regions_of_line
from partnerline.ingest.prices.words import LIST_WORDS, NEUTRAL_WORDS, PRICE_WORDS, TERM_WORDS
from partnerline.ingest.reading import Cell

_VALID = re.compile(
    r"\b(?:valid|validity|effective|in force|gultig|gultigkeit|valable|valide|valido|valida|vigente)\b|\bprices? as of\b"
)
_EXPIRES = re.compile(r"\bexpir\w+")
_UNTIL = re.compile(
    r"\b(?:until|till|to|through|thru|by|expir\w+|bis|jusqu'?\s?au|au|hasta|fino al?|al)\b|[-|]\s*$"
)
_BESIDE = re.compile(
    r"\b(?:support|maintenance|renewal|renew\w*|billed|invoiced|charged|excl\w*|without|plus|exchange|subject|updated?|"
    r"changes?|changed|review\w*|wartung|zzgl|ohne)\b"
)
"""A sentence with these may speak of something else than what the prices are for."""
_OF_SOME = re.compile(
    r"\b(?:promo\w*|special|offers?|campaign|discounts?|rebate|aktion\w*|rabatt\w*)\b"
)
"""A sentence with these may give the days of some prices alone."""
_ABROAD = re.compile(r"\b(?:canad\w+|austral\w+|new zealand|singapore|hong kong|taiwan|anz|apac)\b")
_LONG = 80
_OF_TERMS = (
    PRICE_WORDS
    | LIST_WORDS
    | NEUTRAL_WORDS
    | TERM_WORDS
    | frozenset(
        "terms subscriptions plans contracts licensing abos vertragslaufzeit mindestlaufzeit abonnements suscripciones abbonamenti contratos eur usd gbp "
        "chf".split(" ")
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What holds for every price of a table that doesn't say otherwise.

    `currencies` is empty where several are named. `abroad` where a country is named whose dollar is not the US one.
    `doubt` is why the days can't be told. `basis` is the number of pieces over one that amounts are for, as it is
    written. `regions` are none where none is named.
    """

    currencies: frozenset[str] | None = None
    period: Period | None = None
    abroad: bool = False
    valid_from: date | None = None
    valid_until: date | None = None
    doubt: str = ""
    term: int | None = None
    basis: str = ""
    packing: Packing = NO_PACKING
    regions: tuple[str, ...] = ()


def context_of(
    rows: Sequence[Sequence[Cell]], name: str, named: Named, regions: tuple[str, ...] = ()
) -> Context:
    """What title and note rows say, and failing them the table's name; `regions` are those of the name."""
    lines = [_texts(row) for row in rows]
    words = [" ".join(line) for line in lines]
    told = [found for line in lines if (found := regions_of_line(line, named))]
    context = Context(
        currencies=_agreed(words) or _agreed([name]),
        period=_period(words),
        abroad=_is_abroad([*words, name]),
        term=_term(words) or _term([name]),
        basis=_basis(words),
        packing=_packing(words),
        regions=told[-1] if told else regions,
    )
    for row in rows:
        context = _dated(context, row)
    return context


def spoken_in(paragraphs: Sequence[str], headings: Sequence[str] = ()) -> Context:
    """What a document's own sentences on prices agree on; its headings tell the days alone."""
    words = [text for text in paragraphs if _is_on_prices(text)]
    spoken = Context(
        currencies=_agreed(words),
        period=_period(words),
        abroad=_is_abroad(words),
        basis=_basis(words),
        packing=_packing(words),
    )
    return _valid(spoken, [*paragraphs, *headings])


def _valid(context: Context, paragraphs: Sequence[str]) -> Context:
    """The context with the days that the document's sentences agree on; where they differ the days can't be told."""
    named = set()
    for text in paragraphs:
        about = _is_on_prices(text) or _VALID.match(fold(text))
        if about and len(text) < 400 and not _OF_SOME.search(fold(text)):
            said = _dated_by(Context(), fold(text))
            named |= {said} - {Context()}
    if not named:
        return context
    of = named.pop()
    doubt = "its sentences differ in the days they name" if named else of.doubt
    if doubt:
        return replace(context, doubt=doubt)
    return replace(context, valid_from=of.valid_from, valid_until=of.valid_until)


def _is_abroad(words: Sequence[str]) -> bool:
    return any(_ABROAD.search(fold(text)) for text in words)


def after_line(context: Context, cells: Sequence[Cell], named: Named) -> Context:
    """The context below a line of words between rows, which may change it: "Sensors, prices in USD", "Region: EMEA".

    Where it names another currency and doesn't speak of prices, what holds below it is open.
    """
    words = _texts(cells)
    priced = any(_is_on_prices(text) for text in words)
    if regions := regions_of_line(words, named):
        context = replace(context, regions=regions)
    if priced and (basis := _basis(words)):
        context = replace(context, basis=basis)
    if term := _term(words):
        context = replace(context, term=term)
    if priced and (period := _period(words)):
        context = replace(context, period=period)
    currencies = _agreed(words)
    if currencies is None or currencies == context.currencies:
        return context
    sure = context.currencies is None or priced
    return replace(context, currencies=currencies if sure else frozenset())


def _basis(words: Sequence[str]) -> str:
    """The number of pieces that words on prices say an amount is for, "" where they name none."""
    return next(
        (found for text in words if _is_on_prices(text) and (found := basis_in(fold(text)))), ""
    )


def _packing(words: Sequence[str]) -> Packing:
    """What words on prices say an amount is for; nothing where they differ."""
    said = {packing_in(fold(text))[0] for text in words if _is_on_prices(text)} - {NO_PACKING}
    return said.pop() if len(said) == 1 else NO_PACKING


def _term(words: Sequence[str]) -> int | None:
    """The one term that a line is about and says nothing else: "36 months", "Laufzeit: 24 Monate"."""
    terms = {term_in(text) for text in words if _is_on_term(text)} - {None}
    return terms.pop() if len(terms) == 1 else None


def _is_on_term(text: str) -> bool:
    if len(text) > _LONG or not any(map(str.isdigit, text)):
        return False
    rest = re.findall(r"[^\W_]+", fold(without_term(text)))
    return all(word in _OF_TERMS for word in rest)


def _texts(row: Sequence[Cell]) -> list[str]:
    return list(dict.fromkeys(cell.text for cell in row if cell.text))


def _is_on_prices(text: str) -> bool:
    return len(text) < 400 and bool(set(re.findall(r"[^\W_]+", fold(text))) & PRICE_WORDS)


def _agreed(words: Sequence[str]) -> frozenset[str] | None:
    """The currency that all marks allow; what is named beside another is left to the cells to tell."""
    marks = [mark for text in words for mark in currencies_in(text)]
    return frozenset.intersection(*marks) if marks else None


def _period(words: Sequence[str]) -> Period | None:
    sentences = [part for text in words for part in re.split(r"[.;!]\s", text)]
    found = {
        period_in(part)
        for part in sentences
        if _is_on_prices(part) and not _BESIDE.search(fold(part))
    } - {None}
    if not found:
        return None
    return found.pop() if len(found) == 1 else "other"


def _dated(context: Context, row: Sequence[Cell]) -> Context:
    """The context with the days that a row names: "Valid from | 2026-07-01", "valid 1.1.2026 until 30.6.2026"."""
    return _dated_by(context, " ".join(_in_words(cell) for cell in row if cell.text))


def _dated_by(context: Context, line: str) -> Context:
    if not _VALID.search(line) and not _EXPIRES.search(line):
        return context
    after = 0
    for found in DAY.finditer(line):
        context = _placed(context, line[after : found.start()], day_of(found.group()))
        after = found.end()
    return context


def _in_words(cell: Cell) -> str:
    day = read_day(cell) if isinstance(cell.value, date) else None
    return day.isoformat() if isinstance(day, date) else fold(cell.text)


def _placed(context: Context, before: str, day: date | Unclear | None) -> Context:
    """The day where the words before it put it; one that nothing introduces says nothing."""
    starts = [m.end() for m in _VALID.finditer(before)]
    ends = [m.end() for m in _UNTIL.finditer(before)]
    if day is None or not (starts or ends):
        return context
    if isinstance(day, Unclear):
        return replace(context, doubt=day.why)
    if max(ends, default=-1) > max(starts, default=-1):
        return replace(context, valid_until=day)
    return replace(context, valid_from=day)
