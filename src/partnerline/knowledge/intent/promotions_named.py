"""Promotions that a text names: by code, by name, or by telling words beside a word like "promo"."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from partnerline.knowledge.intent.offer_mentions import Said
from partnerline.knowledge.intent.offers_declined import REFUSING
from partnerline.knowledge.intent.spans import Span, overlap, without
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.words import STOPWORDS, Token, compact, fold, stem, tokens

_SURE_CUE = r"promo\w*|promtion\w*|pormo\w*|campaigns?|camp[ai]{1,2}g?ns?|kampagnen?|campañas?|campagn[ae]s?|special offers?|sonderangebot\w*|offres? spéciales?|ofertas? especial(?:es)?|coupons?|vouchers?|gutschein\w*|rabattaktion\w*|aktion(?:en|s\w*)?|discount codes?|rebates?"
_CUE = re.compile(rf"\b(?:{_SURE_CUE})\b")
_WEAK_CUE = re.compile(
    r"\b(?:offers?|angebote?s?|ofertas?|offert[ae]|offres?|deals?|bundles?|codes?|specials?|incentives?|programme?s?|actions?)\b"
)
_WITH = frozenset(
    "with using under including incl plus apply applying mit avec con und and the of for by use code y et e o ou oder".split()
)
_CODE = re.compile(
    r"(?<!part )(?<!item )(?<!article )(?<!product )(?<!zip )(?<!postal )(?<!area )(?<!country )(?<!hs )(?<!error )\b(?:(?:promo\w*|discount|coupon|voucher|offer|campaign|aktions)[- ]?)?code:?\s+[\"\u201c']?(?P<code>[^\W_][\w-]*\d[\w-]*)"
    r"|\b(?:promo(?:tion)?|coupon|voucher|campaign|aktion)[:\s]+[\"\u201c']?(?P<named>(?=[\w-]*[^\W\d_])(?=[\w-]*\d)[\w-]+)"
)
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
    r"\b(?:with|apply|using|under|mit|avec|con|without|ohne|sans|sin|senza) (?:the|our|this|that|dem|der|l['\u2019]|la|el) (?:special )?$"
)
_REACH = 4
"""Words before or after a word like "promo" that may tell which one is meant."""


def read_promotions(text: str, written: str, promotions: Sequence[Promotion]) -> list[Said]:
    """The places in the folded text that speak of a promotion; each has every row of the promotions it means."""
    found = tokens(text)
    said = [*_by_code(text, written, found, promotions), *_by_name(found, promotions)]
    rest = without(text, [one.span for one in said])
    return [*said, *_told(rest, written, promotions)]


def _rows(first: Sequence[Promotion], promotions: Sequence[Promotion]) -> tuple[Promotion, ...]:
    """The promotions with every other row of theirs: those of one code or, without one, of one name."""
    known = {_key(one) for one in first}
    return tuple(one for one in promotions if _key(one) in known)


def _key(offer: Promotion) -> str:
    return compact(offer.code) or f"{offer.name.casefold()} by name"


def _by_code(
    text: str, written: str, found: Sequence[Token], promotions: Sequence[Promotion]
) -> Iterator[Said]:
    """The places where a code stands in any spelling; a code that is a plain word needs a sign that it is one."""
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
                yield Said(sort="promotion", span=span, promotions=_rows([codes[key]], promotions))


def _is_code(text: str, written: str, found: Sequence[Token], first: int, span: Span, offer: Promotion) -> bool:  # fmt: skip
    if any(c.isdigit() for c in offer.code) and len(compact(offer.code)) > 3:
        return True
    as_written = written[slice(*span)] if len(written) == len(text) else ""
    before = found[first - 1].word if first else ""
    cue = _CUE.search(text[max(0, span[0] - 20) : span[1] + 20])
    return bool(cue) or before == "code" or (as_written == offer.code and as_written.isupper() and not written.isupper())  # fmt: skip


def _by_name(found: Sequence[Token], promotions: Sequence[Promotion]) -> Iterator[Said]:
    """The places where a promotion's name of two words or more stands in full."""
    said = [stem(token.word) for token in found]
    for offer in promotions:
        name = [stem(token.word) for token in tokens(fold(offer.name))]
        for first in range(len(said) - len(name) + 1) if len(name) > 1 else ():
            if said[first : first + len(name)] == name:
                span = (found[first].start, found[first + len(name) - 1].end)
                yield Said(sort="promotion", span=span, promotions=_rows([offer], promotions))


def _told(text: str, written: str, promotions: Sequence[Promotion]) -> list[Said]:
    """What the words beside "promo" and its like tell, in a text without the codes and full names that are known."""
    if match := _CODE.search(text):
        span = match.span("code" if match["code"] else "named")
        said = written[slice(*span)] if len(written) == len(text) else text[slice(*span)]
        return [Said(sort="promotion", span=match.span(), unknown=said)]
    compounds = list(_compounds(text, promotions))
    spans = [one.span for one in compounds]
    beside: list[Said] = []
    for cue in [*_CUE.finditer(text), *_WEAK_CUE.finditer(text)]:
        if not overlap(cue.span(), spans) and (one := _beside(text, cue, promotions)):
            beside.append(one)
            spans.append(one.span)
    return [*compounds, *beside]


def _compounds(text: str, promotions: Sequence[Promotion]) -> Iterator[Said]:
    """The promotions that one word tells: "Winteraktion"."""
    for cue in _COMPOUND.finditer(text):
        word = Token(cue["told"], cue.start("told"), cue.end("told"))
        fitting = [one for one in promotions if _tells(word, one)]
        if fitting:
            yield Said(sort="promotion", span=cue.span(), promotions=_rows(fitting, promotions))
        elif word.word in _SEASONS or word.word in _SEASONS.values():
            yield Said(sort="promotion", span=cue.span(), unknown=cue.group())


def _beside(text: str, cue: re.Match[str], promotions: Sequence[Promotion]) -> Said | None:
    """What a word like "promo" means with the words beside it, if it speaks of a promotion at all."""
    sure = _CUE.fullmatch(cue.group()) is not None
    words = _telling(text, cue)
    fitting = [one for one in promotions if words and all(_tells(word, one) for word in words)]
    reach = (min(cue.start(), words[0].start), max(cue.end(), words[-1].end)) if words else cue.span()  # fmt: skip
    if fitting:
        return Said(sort="promotion", span=reach, promotions=_rows(fitting, promotions))
    if words and sure:
        return Said(sort="promotion", span=reach, unknown=text[slice(*reach)])
    if sure or _THE.search(text[: cue.start()]):
        return Said(sort="promotion", span=cue.span(), which=True)
    return None


def _telling(text: str, cue: re.Match[str]) -> list[Token]:
    """The words right before the cue that may tell which offer is meant."""
    before = tokens(text[: cue.start()])
    words: list[Token] = []
    end = cue.start()
    for token in reversed(before):
        gap = text[token.end : end]
        stops = token.word in STOPWORDS | _WITH or REFUSING.fullmatch(token.word)
        if len(words) == _REACH or stops or re.search(r"[^\s\-\u2013]", gap) or token.word.isdigit():  # fmt: skip
            break
        end = token.start
        words.insert(0, token)
    return [token for token in words if token.word not in _PLAIN]


def _tells(token: Token, offer: Promotion) -> bool:
    """Whether the word is one of the promotion's, a season in another language, or a typo of a long one."""
    said = stem(_SEASONS.get(token.word, token.word))
    own = {stem(_SEASONS.get(one.word, one.word)) for one in tokens(fold(f"{offer.name} {offer.code}"))}  # fmt: skip
    return said in own or (len(said) > 4 and any(fuzz.ratio(said, word) >= 86 for word in own if len(word) > 4))  # fmt: skip
