"""Every number in a text that may say how many."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from partnerline.knowledge.intent.amounts import NUMBER, decimal_of
from partnerline.knowledge.intent.leftovers import heads, left_over, sums
from partnerline.knowledge.intent.number_words import SCALES
from partnerline.knowledge.intent.spans import Span, overlap, without
from partnerline.knowledge.intent.spelled import spelled
from partnerline.knowledge.pricing.request import CountedIn

_PACK = r"packs?|packages?|packets?|pck|pkgs?|boxes|box|cartons?|cases|ve|verpackungseinheit(?:en)?|packung(?:en)?|päckchen|kartons?|schachteln?|gebinde|paquets?|boîtes?|cajas?|paquetes?|bags?|reels?|rolls?|beutel|rollen?|sacs?|sachets?|bolsas?|sacch[io]|sacchett[io]|bobin[aei]s?|rouleaux?|rollos?|rotol[io]|confezion[ei]|scatol[ae]|pacc(?:o|hi)"
_LOT = (
    r"pallets?|palettes?|paletten|palets?|pal[eé]s|bancal(?:es|i)?|skids?|containers?|pairs?|paare?|paires?|par(?:es)?(?= de\b)|pai[oa]|sets?|kits?|crates?|trays?|drums?|barrels?|"
    r"lots?|case lots?|truckloads?|gross|bundles?|batch(?:es)?|dozen[\s-]?packs?|(?:packs?|boxes|box|cartons?|cases)\s+of\s+(?:an? )?dozen"
)
_PIECE = r"pieces?|pcs?|pces?|stk|stück|stücke|st|pz|pezz[io]|pièces?|piezas?"
_UNIT = r"units?|ea|each|x|seats?|users?|licen[cs]es?|einheiten|lizenzen|unités?|unidades|unità|items?|off|of|qty|nos"
_IN_WORDS: dict[CountedIn, re.Pattern[str]] = {
    "pack": re.compile(rf"[\s-]?(?:{_PACK})\b"), "piece": re.compile(rf"[\s-]?(?:{_PIECE})\b\.?"),
    "unit": re.compile(rf"[\s-]?(?:{_UNIT}|[x×*])(?![^\W_])"),
}  # fmt: skip
_IN_LOTS = re.compile(
    rf"[\s-]*(?:full |whole |half |big |large |small |volle |ganze )?(?:{_LOT})\b(?!\s*-\s*[^\W_])"
)
_DOZENS = re.compile(r"(?:\w+ )?(?:dozen|doz|dutzend)-(?:packs?|boxes|box)\b")
_OTHERWISE = (
    r"%|percent|prozent|€|\$|£|\ufffb|eur|usd|chf|gbp|euros?|dollars?|pounds?|francs?|v\b|volts?|h\b|hours?|hrs?\b|stunden|days?|tage?n?\b|jours?\b|días?\b|giorni|weeks?|"
    r"wochen?|semaines?|semanas?|minutes?|°|[mg]bps|[kmg]?hz|k?w\b|watts?|amps?|ah\b|[mc]m\b|km\b|[gtm]b\b|mp\b|inch|zoll|\"|"
    r"factor|fa\b|channels?\b|ports?\b|cores?\b|phase|wire|stage|"
    r"g\b(?=\s|$|[,.?!])|th\b|st\b(?=\s(?:of|order))|nd\b|rd\b"
)
_LENGTH = re.compile(
    r"\d\s?(?:kgs?|kilos?|grams?|lbs?|tons?|tonnes?|lit(?:er|re)s?|met(?:er|re)s?|m)\b(?!\s?(?:/|²|³))"
)
_BEFORE = re.compile(
    r"(?:\b(?:wi-?fi|ip|usb|bluetooth|cat|iso|din|en|version|ver|rev|revision|type|typ|class|zone|gen|generation|level|page|phone|tel|fax|ext|room|"
    r"building|bldg|block|floor|storey|gebäude|etage|stock|zimmer|raum|hall|halle|gate|dock|unit no|suite|zip|plz|postcode|post code|street|str|"
    r"step|phase|option|tier|size|no|nr|number|num|id|po|ticket|case|ref|reference|invoice|rechnung|bestellnummer|auftragsnummer|kundennummer|windows|port|"
    r"line|position|pos|top|since|sla|part|fy)\.?|#|\u2116|§)\s?[:#-]?\s?$"
)
_NUMBERED = re.compile(
    r"\b(?:order|purchase order|quote|quotation|offer|project|contract|customer|account|bestellung|auftrag|angebot)\s+(?:no|nr|number|num|id|#)\.?\s?[:#]?\s?[\w-]*\d[\w/-]*"
    r"|\b(?:po|ticket|invoice|ref|rma|case)[ #:-]{1,2}(?:[a-z]{1,4}-?)?\d[\d/-]{3,}|#\s?\d+|\b[a-z]{1,4}-\d{5,}\b"
)
_PHONE = re.compile(
    r"(?<![\w.])\+\d[\d\s()/.-]{6,}\d|\b(?:phone|tel|telefon|call|mobile|fax|reach me (?:at|on)|ring)\b\.?:?\s*(?:me |us )?(?:at |on |under )?\d[\d\s()/-]{4,}\d|(?<![\w.,])0\d{2,5}[ /-]\d{3,}[\d -]*"
)
_ALWAYS = re.compile(
    r"\b24\s?[x/]\s?7(?:[x/]365)?\b|\b(?:at|by|um|until|till|before|after|bis)\s+\d{1,2}:\d{2}\b|\b\d{1,2}(?::\d{2})?\s?[ap]\.?m\b|\b(?:https?://|www\.)\S+|\S+@\S+\.\w+"
)
_MEASURED = re.compile(rf"(?<![\d\"])(?:{NUMBER})[\s-]*(?:{_OTHERWISE})")
_SAID_BEFORE = re.compile(rf"{_BEFORE.pattern.removesuffix('$')}(?P<n>[\w./-]*\d[\w./-]*)")
_RANGE = re.compile(
    rf"(?<![\w.,-])(?P<low>\d+)\s?[-\u2013]\s?(?P<high>\d+)(?![\w-]|[.,]\d)(?!\s*(?:{_OTHERWISE}|ma\b))"
)
_SCALED = re.compile(
    rf"(?<![\w.,-])(?P<n>\d+(?:[.,]\d{{1,2}})?)\s?(?P<scale>{'|'.join(SCALES)}|mio)\b"
)
_FIGURE = re.compile(
    rf"(?:(?<![\w.,%€$£-])|(?<=[^\W\d_],)|(?<=\ufffc,))(?<!\beur )(?<!\busd )(?<!\bchf )(?<!\bgbp )(?<![€$£] )(?P<times>[x×*]\s?)?(?P<n>{NUMBER})(?P<k>\s?k\b)?(?P<glued>x|pcs?|pieces|units|stk|ea|seats)?(?![^\W_]|%|[.,]\d|-[^\W_])(?!\s*(?:{_OTHERWISE}))"
)
_WORD_BEFORE_OTHER = re.compile(rf"\s*-?\s*(?:{_OTHERWISE}|cents?\b|months?|years?)")
_NEGATIVE = re.compile(r"(?<![\w)\d\ufffc])[-\u2212](?=\d)|\bminus\b")
_BOUND = re.compile(
    r"(?:\b(?:less|fewer|more|smaller|larger|greater) than|\b(?:under|over|above|below|beyond|up to|at most|at least|maximum|minimum|bis zu|mindestens|höchstens)|[<>](?!=))\s*(?:\d|\ufffd)"
    r"|\b(?:get|have|do|sell|buy) (?:it|this|that|them|one) (?:for|at) \d"
    r"|\bat \d[\d.,']*+k?+\s*(?:each|apiece|a piece|per (?:unit|piece|seat))\b|\b(?:wants?|wanted|expects?|asks?|asking|insists?|would (?:buy|take))\b[^.?]{0,40}\bat \d"
    r"|\b(?:can|could|may|shall|would) (?:i|we|you|they)\b(?:(?!price|quote|cost|pricing|cheaper|less|save|total|discount)[^.?])*\b(?:for|at) \d[\d.,']*+k?+(?!\s*(?:\ufffc|x\b|pcs?\b|pieces?\b|units?\b|seats?\b|licen|users?\b|of\b|packs?\b|boxes\b|stk\b|stück\b|days?|weeks?|[€$£%]))"
)
_NOT = re.compile(
    rf"\b(?:not|rather than|instead of|nicht|statt|pas|no)\s+(?P<no>(?:for |the )?(?:{NUMBER})k?)\b(?!\s*(?:\ufffc|months|years))"
)
_EACH = re.compile(
    r"\b(?:each|apiece|every one|of both|of each|je(?:weils)?|chacune?|cada un[oa]?|ciascun[oa]?)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number that may be a quantity: `None` where it is spoken of and is no whole number from one up.

    `times` is a times sign before it, so that it belongs to what stands before; `unit` whether a word says that it counts.
    """

    value: int | None
    span: Span
    counted_in: CountedIn = "unit"
    unit: bool = False
    times: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The counts of a text, in order; `odd` is whether a quantity is spoken of in a way that can't be told."""

    counts: tuple[Count, ...]
    odd: bool
    each: bool


def read_counts(text: str, *, correcting: bool = True) -> Counts:
    """The counts in a folded text from which everything else has been taken out; "not 100" counts where it corrects nothing."""
    odd = bool(_BOUND.search(text) or _NEGATIVE.search(text) or _LENGTH.search(text))
    each = _EACH.search(text) is not None
    text = without(text, standing(text))
    people = heads(text)
    corrected = [match.span("no") for match in _NOT.finditer(text)] if correcting else []
    if corrected and _FIGURE.search(without(text, corrected)):
        text = without(text, corrected)
    figures = list(_figures(text))
    taken = [one.span for one in figures]
    worded = [
        _counted(text, word.value, word.span, word.span[1])
        for word in spelled(text)
        if not overlap(word.span, taken) and not _WORD_BEFORE_OTHER.match(text, word.span[1])
    ]
    taken += [one.span for one in worded] + people + _spoken_for(text)
    unread = [Count(value=None, span=span) for span in left_over(text, taken)]
    unread += [] if figures or worded else [Count(value=None, span=span) for span in people]
    counts = tuple(sorted([*figures, *worded, *unread], key=lambda one: one.span))
    return Counts(counts=counts, odd=odd, each=each)


def _spoken_for(text: str) -> list[Span]:
    """Where figures measure or number something."""
    return [match.span() for match in _MEASURED.finditer(text)] + [match.span("n") for match in _SAID_BEFORE.finditer(text)]  # fmt: skip


def denied(folded: str) -> tuple[int, ...]:
    """The numbers that the text takes back: the 12 of "not 12 but 21"."""
    found = (re.search(NUMBER, match["no"]) for match in _NOT.finditer(folded))
    return tuple(n for one in found if one and (n := _whole(decimal_of(one.group()))) is not None)


_ENUMERATED = re.compile(r"^[^\S\n]*\(?(?P<n>\d{1,2})[.)][^\S\n]+", re.MULTILINE)
_LEADING = re.compile(r"^[^\S\n]*(?P<n>\d{1,2})[^\S\n]*[;|\t]", re.MULTILINE)


def standing(text: str) -> list[Span]:
    """Where numbers say which and not how many: an order's, a telephone's, a list's own from one up."""
    spans = [match.span() for p in (_ALWAYS, _PHONE, _NUMBERED) for match in p.finditer(text)]
    for pattern in (_ENUMERATED, _LEADING):
        found = list(pattern.finditer(text))
        lines = [line for line in text.splitlines() if re.search(r"\d", line)]
        runs = [int(match["n"]) for match in found] == list(range(1, len(found) + 1))
        if len(found) > 1 and runs and len(found) == len(lines) and _numbers_beside(text, found):
            spans += [match.span("n") for match in found]
    return spans


def _numbers_beside(text: str, found: Sequence[re.Match[str]]) -> bool:
    """Whether each of the lines has a number beside the one that it begins with."""
    ends = [text.find("\n", match.end()) for match in found]
    return all(
        re.search(r"\d", text[match.end() : end if end >= 0 else len(text)])
        for match, end in zip(found, ends, strict=True)
    )


def _figures(text: str) -> Iterator[Count]:
    """The counts that are written in figures."""
    taken = [*sums(text), *heads(text)]
    yield from (Count(value=None, span=span) for span in sums(text))
    for match in _RANGE.finditer(text):
        taken.append(match.span())
        yield from (_counted(text, int(match[end]), match.span(end), match.end()) for end in ("low", "high"))  # fmt: skip
    for match in _SCALED.finditer(text):
        scale = 1_000_000 if match["scale"] == "mio" else SCALES[match["scale"]]
        if not overlap(match.span(), taken):
            taken.append(match.span())
            yield _counted(text, _whole(decimal_of(match["n"]) * scale), match.span(), match.end())
    for match in _FIGURE.finditer(text):
        if overlap(match.span("n"), taken) or (not match["times"] and _BEFORE.search(text[: match.start()])):  # fmt: skip
            continue
        yield _figure(text, match)


def _figure(text: str, match: re.Match[str]) -> Count:
    number = _whole(decimal_of(match["n"]) * (1000 if match["k"] else 1))
    end = match.end("k") if match["k"] else match.end("n")
    counted = _counted(text, number, (match.start("n"), end), end)
    return Count(
        value=counted.value,
        span=(match.start(), max(counted.span[1], match.end())),
        counted_in=counted.counted_in,
        unit=counted.unit or bool(match["times"]),
        times=bool(match["times"]),
    )


def _whole(number: Decimal) -> int | None:
    return int(number) if number == int(number) else None


def _counted(text: str, value: int | None, span: Span, end: int) -> Count:
    """The count with the word behind it that says what it counts."""
    if lots := _IN_LOTS.match(text, end) or _DOZENS.match(text, span[0]):
        return Count(value=None, span=(span[0], lots.end()), unit=True)
    for counted_in, words in _IN_WORDS.items():
        if match := words.match(text, end):
            return Count(value=value, span=(span[0], match.end()), counted_in=counted_in, unit=True)
    return Count(value=value, span=span)


_A_PACK = re.compile(rf"\b(?:a|an|one|ein|eine|einen|une?|una|uno)\s+(?:{_PACK})\b")
_A_LOT = re.compile(
    rf"\b(?:a|an|one|half an?|full|whole|couple of|few|several|ein|eine|einen|une?|una|uno|un)\s+(?:full |whole |half |volle |ganze )?(?:{_LOT})\b(?=\s|$|[?,.])"
)
_A_PIECE = re.compile(rf"\b(?:a|an|one|ein|eine|einen|une?|una|uno)\s+(?:single\s+)?(?:{_PIECE})\b(?=\s+(?:of|von|de|di)\b)")  # fmt: skip
_ARTICLE = re.compile(
    r"\b(?:an?|one|eine?n?|une?|un[oa]?)\s+(?:single |more |extra |additional )?$"
)


def single_counts(text: str) -> Sequence[Count]:
    """The ones that are said by an article: "a pack of", "one piece of"; how many "a pallet" is isn't known."""
    lots = [Count(value=None, span=match.span(), unit=True) for match in _A_LOT.finditer(text)]
    packs = [Count(value=1, span=match.span(), counted_in="pack", unit=True) for match in _A_PACK.finditer(text)]  # fmt: skip
    return [*lots, *packs, *(Count(value=1, span=match.span(), counted_in="piece", unit=True) for match in _A_PIECE.finditer(text))]  # fmt: skip


def is_single(text: str, start: int) -> bool:
    """Whether an article or a "one" stands right before the place."""
    return _ARTICLE.search(text[:start]) is not None
