"""The offers that a text names, which of them are to count, and how a registered deal among them stands."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from partnerline.knowledge.intent.deals_named import Deals, Standing, read_deals, read_standing
from partnerline.knowledge.intent.offer_mentions import OfferSort, Said
from partnerline.knowledge.intent.offers_declined import both_ways, declined, points_at_an_offer
from partnerline.knowledge.intent.promotions_named import read_promotions
from partnerline.knowledge.intent.spans import Span, overlap, without
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.words import tokens

_FALLBACK = re.compile(
    r"\b(?:(?:or )?else|otherwise|if not|failing that|sonst|ansonsten|andernfalls|wenn nicht|falls nicht|sinon|si no|de lo contrario|altrimenti|se no)\b[\s,:]*(?:(?:then|just|use|take|at|to|the|our|zum|den|le|au|el|al|il|a|dann|auf)\s+)*"
    r"(?:list(?:en)?(?:[- ]?prices?|preise?)?|listino|prix (?:catalogue|public|de liste)|tarif public|catalogue price|precio de (?:lista|catálogo|tarifa)|prezzo di listino|msrp|rrp|uvp)\b"
)
_IN_ITS_PLACE = re.compile(r"\b(?:instead|stattdessen|plutôt|à la place|en su lugar|invece)\b(?! (?:of|de|di|d['\u2019]))")  # fmt: skip
_BRIEF = 12
"""Words up to which a turn that names no offer may say how the thread's deal stands."""
_OF_SOMETHING_ELSE = re.compile(r"\ufffc|\b(?:prices?|pricing|costs?|quotes?|quotation|lists?|preise?|angebot|prix|devis|precios?|prezz[oi])\b")  # fmt: skip
_ON_IT = re.compile(
    r"\b(?:it|it['\u2019]s|that|this|they|vendor|approval|sie|es|das|wurde|elle|il|c['\u2019]est|lo|la|è|está|es|fue)\b"
    r"|^\W*(?:\w+\W+){0,2}?(?:not|still|now|pending|approved|rejected|declined|denied|expired|lapsed|submitted|noch|nicht|genehmigt|abgelehnt|pas|toujours|approuvée?|refusée?|rejetée?|aún|todavía|sigue|aprobad[ao]|rechazad[ao]|non|ancora|approvat[ao]|respint[ao]|in (?:review|attesa)|en attente|pendiente)\b"
)
_BOTH: frozenset[OfferSort] = frozenset({"promotion", "deal"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """The offers that a text names.

    `unknown` are words for one that isn't known, `which` is whether it only says "the promo". `deal` is a registered
    deal that counts, `open_deal` one that isn't approved; `standing` is how the deal stands, also one that only the
    thread names. `declined` are kinds of offers that the price is asked for without, `both_ways` whether it is asked
    for with and without. `said` is every place that speaks of one, `kept` those that count, and `gone` those that are
    turned down, each with where that is said.
    """

    promotions: tuple[Promotion, ...] = ()
    unknown: str | None = None
    which: bool = False
    deal: bool = False
    open_deal: bool = False
    standing: Standing | None = None
    declined: frozenset[OfferSort] = frozenset()
    both_ways: bool = False
    spans: tuple[Span, ...] = ()
    said: tuple[Said, ...] = ()
    kept: tuple[Said, ...] = ()
    gone: Mapping[Said, Span] = field(default_factory=dict)


def read_offers(folded: str, written: str, promotions: Sequence[Promotion]) -> Offers:
    """The offers in the folded text; `written` is the same text in its own letters."""
    deals = read_deals(folded)
    apart = without(folded, (one.span for one in deals))
    named = read_promotions(apart, written, promotions)
    said = sorted([*deals, *named], key=lambda one: one.span)
    both = both_ways(folded, said)
    gone = {} if both else declined(folded, said)
    kept = [one for one in said if one not in gone and not (both and overlap(one.span, [both]))]
    standing = _standing(folded, said, kept)
    standing_deal = any(one.sort == "deal" for one in kept)
    fallback = [match.span() for match in _FALLBACK.finditer(folded)]
    pointed = None if said or both else points_at_an_offer(folded)
    return Offers(
        promotions=_counting(said, kept),
        unknown=next((one.unknown for one in kept if one.unknown), None),
        which=any(one.which for one in kept) and not any(one.promotions or one.sort == "deal" for one in said),
        deal=standing_deal and standing.standing != "open",
        open_deal=standing_deal and standing.standing == "open",
        standing=standing.standing,
        declined=_BOTH if pointed else _declined(folded, gone, kept),
        both_ways=both is not None,
        said=tuple(said),
        kept=tuple(kept),
        gone=gone,
        spans=(*(one.span for one in said), *gone.values(), *standing.spans, *fallback, *([both] if both else [])),
    )  # fmt: skip


def _counting(said: Sequence[Said], kept: Sequence[Said]) -> tuple[Promotion, ...]:
    """The promotions that are named and, where they are last spoken of, not turned down."""
    last = {offer: one for one in said for offer in one.promotions}
    named = dict.fromkeys(offer for one in kept for offer in one.promotions)
    return tuple(offer for offer in named if last[offer] in kept)


def _standing(text: str, said: Sequence[Said], kept: Sequence[Said]) -> Deals:
    """How the deal stands that is asked about: the text's own or, in a brief turn without any offer, the thread's."""
    deals = [one for one in kept if one.sort == "deal"]
    if not deals and (said or len(tokens(text)) > _BRIEF or _is_of_something_else(text)):
        return Deals()
    return read_standing(text, deals, [one for one in said if one not in deals])


def _is_of_something_else(text: str) -> bool:
    """Whether a turn that names no offer is about anything but how the thread's deal stands."""
    return _OF_SOMETHING_ELSE.search(text) is not None or not _ON_IT.search(text)


def _declined(text: str, gone: Iterable[Said], kept: Sequence[Said]) -> frozenset[OfferSort]:
    """The kinds that are turned down; one kind "instead" turns down the other, where nothing else may be meant."""
    sorts = {one.sort for one in gone} - {one.sort for one in kept}
    mine = {one.sort for one in kept}
    rest = without(text, (one.span for one in kept))
    if len(mine) == 1 and _IN_ITS_PLACE.search(rest) and not re.search(r"\d", rest):
        sorts |= _BOTH - mine
    return frozenset(sorts)
