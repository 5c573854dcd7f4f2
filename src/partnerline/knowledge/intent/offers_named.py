"""Promotions and registered deals that a text names: by code, by name, or by telling words beside a word like "promo"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

from partnerline.knowledge.intent.spans import Span, overlap, without
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.words import STOPWORDS, Token, compact, fold, stem, tokens

_SURE_CUE = r"promo\w*|promtion\w*|pormo\w*|campaigns?|camp[ai]{1,2}g?ns?|kampagnen?|campañas?|campagn[ae]s?|special offers?|sonderangebot\w*|offres? spéciales?|ofertas? especial(?:es)?|coupons?|vouchers?|gutschein\w*|rabattaktion\w*|aktion(?:en|s\w*)?|discount codes?|rebates?"
_CUE = re.compile(rf"\b(?:{_SURE_CUE})\b")
_WEAK_CUE = re.compile(
    r"\b(?:offers?|angebote?s?|ofertas?|offert[ae]|offres?|deals?|bundles?|codes?|specials?|incentives?|programme?s?|actions?)\b"
)
_WITH = frozenset(
    "with using under including incl plus apply applying mit avec con und and the of for by use code".split()
)
_CODE = re.compile(
    r"(?<!part )(?<!item )(?<!article )(?<!product )(?<!zip )(?<!postal )(?<!area )(?<!country )(?<!hs )(?<!error )\b(?:(?:promo\w*|discount|coupon|voucher|offer|campaign|aktions)[- ]?)?code:?\s+[\"\u201c']?(?P<code>[^\W_][\w-]*\d[\w-]*)"
    r"|\b(?:promo(?:tion)?|coupon|voucher|campaign|aktion)[:\s]+[\"\u201c']?(?P<named>(?=[\w-]*[^\W\d_])(?=[\w-]*\d)[\w-]+)"
)
_WITHOUT = r"(?:\b(?:without|no|not|excluding|excl|except|ohne|kein\w*|sans|sin|senza|minus|drop|forget|leave out)\b\.?\s+(?:the |any |our |a |this |that |die |das |den |la |le |el |il )*)"
_DEAL = re.compile(
    r"\b(?:(?:approved |our |my |the |a )*(?:registered (?:deal|project|opportunity)|deal[- ]?reg(?:istration|istered|istrierung|s)?|(?:deal|project|opportunity)[- ]registrations?|"
    r"registrations?|deal is registered|registrierte[rns]? (?:deal|projekt\w*)|projektregistrierung|angemeldete[rns]? (?:deal|projekt\w*)|affaire enregistrée|"
    r"opération enregistrée|operación registrada|oportunidad registrada|affare registrato|opportunità registrata))\b(?:\s*(?:no\.?|number|nr\.?|id|#)?\s*:?\s*(?:[a-z]{2,4}-?)?\d{3,})?"
    r"|\bdr-\d{3,}\b"
)
_BOTH_WAYS = re.compile(r"\bwith(?: and |/| or | & )without\b|\bmit und ohne\b|\bavec et sans\b|\bcon y sin\b|\bcon e senza\b|\bwithout and with\b")  # fmt: skip
_SEASONS = {"herbst": "autumn", "fall": "autumn", "automne": "autumn", "otoño": "autumn", "autunno": "autumn", "frühling": "spring",
    "frühjahr": "spring", "frühjahrs": "spring", "printemps": "spring", "primavera": "spring", "sommer": "summer", "été": "summer",
    "verano": "summer", "estate": "summer", "hiver": "winter", "invierno": "winter", "inverno": "winter"}  # fmt: skip
_COMPOUND = re.compile(
    r"\b(?P<told>[^\W\d_]{4,}?)s?-?(?:aktion|aktionen|angebot|promo|promotion|kampagne)\b"
)
_PLAIN = frozenset(
    """new our your my this that current running special active valid available sales same best good great latest ongoing existing
    price prices pricing now today partner list quarter offer offers code promo promotion promotions campaign applied applies
    please our month week year season next last apply get have use big approved competitor competing better per der die das dem den des einer ein eine le la les el los il lo gli un une una welche welcher
    welches quelles quels quelle quel hay qué cuáles quali gibt es aktuelle aktuellen laufende laufenden en cours actuelles
    actuales attuali y tiene tienen show list tell""".split()
)
_THE = re.compile(
    r"\b(?:with|apply|using|under|mit|avec|con) (?:the|our|this|that|dem|der|l['\u2019]|la|el) (?:special )?$"
)
_REACH = 4
"""Words before or after a word like "promo" that may tell which one is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """The offers that a text names.

    `unknown` are words for one that isn't known, `which` is whether it only says "the promo"; `declined` are kinds
    of offers that the price is asked for without, `both_ways` whether it is asked for with and without.
    """

    promotions: tuple[Promotion, ...] = ()
    unknown: str | None = None
    which: bool = False
    deal: bool = False
    declined: frozenset[Literal["promotion", "deal"]] = frozenset()
    both_ways: bool = False
    spans: tuple[Span, ...] = ()


def read_offers(folded: str, written: str, promotions: Sequence[Promotion]) -> Offers:
    """The offers in the folded text; `written` is the same text in its own letters."""
    both = _BOTH_WAYS.search(folded)
    text = without(folded, [both.span()] if both else [])
    gone = [match.span() for match in re.finditer(rf"{_WITHOUT}(?:{_DEAL.pattern}|[\w-]+(?: [\w-]+)?? (?:{_SURE_CUE})|(?:{_SURE_CUE}))", text)]  # fmt: skip
    text_before, text = text, without(text, gone)
    deal = _DEAL.search(text)
    text = without(text, [deal.span()] if deal else [])
    found = tokens(text)
    named = dict[str, Promotion]()
    spans: list[Span] = []
    for offer, span in (*_by_code(text, written, found, promotions), *_by_name(found, promotions)):  # fmt: skip
        named[offer.code or offer.name] = offer
        spans.append(span)
    rest = without(text, spans)
    declined = tuple(_declined(folded, gone, promotions))
    told = _told(rest, written, promotions)
    for offer in told.promotions:
        named[offer.code or offer.name] = offer
    unsaid = bool(named) or bool(deal)
    return Offers(
        promotions=tuple(named.values()) or (declined if both else ()),
        unknown=told.unknown,
        which=told.which and not unsaid,
        deal=deal is not None,
        declined=frozenset(_kind(text_before[slice(*span)]) for span in gone),
        both_ways=both is not None,
        spans=(*spans, *told.spans, *gone, *([deal.span()] if deal else []), *([both.span()] if both else [])),
    )  # fmt: skip


def _kind(said: str) -> Literal["promotion", "deal"]:
    return "deal" if _DEAL.search(said) else "promotion"


def _declined(
    text: str, gone: Sequence[Span], promotions: Sequence[Promotion]
) -> Iterator[Promotion]:
    """The offers that are named as those not to be counted."""
    for span in gone:
        said = text[slice(*span)]
        yield from (offer for offer, _ in _by_code(said, said, tokens(said), promotions))


def _by_code(
    text: str, written: str, found: Sequence[Token], promotions: Sequence[Promotion]
) -> Iterator[tuple[Promotion, Span]]:
    """The promotions whose code stands in the text in any spelling; a code that is a plain word needs a sign that it is one."""
    codes = {compact(one.code): one for one in promotions if one.code}
    for first in range(len(found)):
        key = ""
        for last in range(first, min(first + 4, len(found))):
            gap = text[found[last - 1].end : found[last].start] if last > first else ""
            if len(gap) > 1:
                break
            key += found[last].word
            span = (found[first].start, found[last].end)
            if key in codes and _is_code(text, written, found, first, span, codes[key]):
                yield codes[key], span


def _is_code(text: str, written: str, found: Sequence[Token], first: int, span: Span, offer: Promotion) -> bool:  # fmt: skip
    if any(c.isdigit() for c in offer.code) and len(compact(offer.code)) > 3:
        return True
    as_written = written[slice(*span)] if len(written) == len(text) else ""
    before = found[first - 1].word if first else ""
    cue = _CUE.search(text[max(0, span[0] - 20) : span[1] + 20])
    return bool(cue) or before == "code" or (as_written == offer.code and as_written.isupper() and not written.isupper())  # fmt: skip


def _by_name(
    found: Sequence[Token], promotions: Sequence[Promotion]
) -> Iterator[tuple[Promotion, Span]]:
    """The promotions whose name of two words or more stands in the text in full."""
    said = [stem(token.word) for token in found]
    for offer in promotions:
        name = [stem(token.word) for token in tokens(fold(offer.name))]
        for first in range(len(said) - len(name) + 1) if len(name) > 1 else ():
            if said[first : first + len(name)] == name:
                yield offer, (found[first].start, found[first + len(name) - 1].end)


def _told(text: str, written: str, promotions: Sequence[Promotion]) -> Offers:
    """What the words beside "promo" and its like tell, in a text without the codes and full names that are known."""
    if match := _CODE.search(text):
        name = "code" if match["code"] else "named"
        span = match.span(name)
        said = written[slice(*span)] if len(written) == len(text) else text[slice(*span)]
        if not overlap(span, [(m.start(), m.end()) for m in re.finditer("\ufffc", text)]):
            return Offers(unknown=said, spans=(match.span(),))
    known: dict[str, Promotion] = {}
    spans: list[Span] = []
    unknown, which = None, False
    for cue in _COMPOUND.finditer(text):
        word = Token(cue["told"], cue.start("told"), cue.end("told"))
        fitting = [one for one in promotions if _tells(word, one)]
        known |= {one.code or one.name: one for one in fitting}
        if fitting or word.word in _SEASONS or word.word in _SEASONS.values():
            unknown = unknown or (None if fitting else cue.group())
            spans.append(cue.span())
    for cue in [*_CUE.finditer(text), *_WEAK_CUE.finditer(text)]:
        if overlap(cue.span(), spans):
            continue
        sure = _CUE.fullmatch(cue.group()) is not None
        words = _telling(text, cue)
        fitting = [one for one in promotions if words and all(_tells(word, one) for word in words)]
        if fitting:
            known |= {one.code or one.name: one for one in fitting}
            spans += [cue.span(), *((token.start, token.end) for token in words)]
        elif words and sure:
            reach = (min(cue.start(), words[0].start), max(cue.end(), words[-1].end))
            unknown = unknown or text[slice(*reach)]
            spans.append(reach)
        elif sure or _THE.search(text[: cue.start()]):
            which = True
            spans.append(cue.span())
    return Offers(promotions=tuple(known.values()), unknown=unknown, which=which, spans=tuple(spans))  # fmt: skip


def _telling(text: str, cue: re.Match[str]) -> list[Token]:
    """The words right before the cue, else those right after it, that may tell which offer is meant."""
    before = tokens(text[: cue.start()])
    words: list[Token] = []
    end = cue.start()
    for token in reversed(before):
        gap = text[token.end : end]
        if len(words) == _REACH or token.word in STOPWORDS | _WITH or re.search(r"[^\s\-\u2013]", gap) or token.word.isdigit():  # fmt: skip
            break
        end = token.start
        words.insert(0, token)
    return [token for token in words if token.word not in _PLAIN]


def _tells(token: Token, offer: Promotion) -> bool:
    """Whether the word is one of the promotion's, a season in another language, or a typo of a long one."""
    said = stem(_SEASONS.get(token.word, token.word))
    own = {stem(_SEASONS.get(one.word, one.word)) for one in tokens(fold(f"{offer.name} {offer.code}"))}  # fmt: skip
    return said in own or (len(said) > 4 and any(fuzz.ratio(said, word) >= 86 for word in own if len(word) > 4))  # fmt: skip
