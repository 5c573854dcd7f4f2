"""What is asked about promotions themselves: which run, whether one is on, whether they stack."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from partnerline.knowledge.intent.offers_named import Offers, read_offers
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.words import fold

OfferKind = Literal["running", "one", "stacking"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferQuestion:
    """A question about promotions: which are `running`, about the `one` or ones that are named, or on `stacking`.

    `unknown` are the words for a promotion that isn't among the known ones.
    """

    kind: OfferKind
    promotions: tuple[Promotion, ...] = ()
    unknown: str | None = None


_OFFERS = (
    r"(?:promo\w*|special offers?|special deals?|sales campaigns?|campaigns?|specials|incentives?|offers|deals|discount codes?|promo codes?|codes|coupons?|"
    r"aktion(?:en)?|\w*aktion(?:en)?|sonderangebote?|angebote|kampagnen?|offres|ofertas|campañas?|promociones|offerte|promozioni|promotions)"
)
_RUNNING = re.compile(
    rf"\b(?:what|which|any|are there|is there|do (?:we|you|i) have|have you got|got|current|currently|running|active|list|show|tell me|all|available|open|"
    rf"welche|gibt es|laufen\w*|läuft|aktuelle?n?|quelles?|y a[- ]t[- ]il|qué|cuáles|hay|quali|ci sono|che)\b[^?.]*\b{_OFFERS}\b"
    rf"|\b{_OFFERS}\b[^?.]*\b(?:running|active|available|on now|right now|at the moment|currently|today|this (?:month|quarter|week)|exist|laufen|gibt es)\b"
    rf"|^\W*(?:the |all )?{_OFFERS}\W*$"
)
_STACKING = re.compile(
    r"\b(?:stack\w*|stapel\w*|combin(?:e|es|ed|able|ing|ation)|kombinier\w*|cumul\w*|acumul\w*|combinar\w*|combinab\w*|"
    r"on top of (?:the |a |each |our )|together with (?:the |a |our )?(?:promo|deal|registered)|(?:both|two) (?:promo\w*|offers|codes))\b"
)
_OF_ONE = re.compile(
    r"\b(?:is|are|does|did|isn't|was|has|gilt|läuft|ist|est|está|è|vale)\b[^?.]*\b(?:still|on|over|valid|running|active|available|expired?|ended|live|open|going|apply|applies|work|noch|gültig|vorbei|"
    r"encore|todavía|aún|ancora|valable|válid[ao]|valid[ao])\b"
    r"|\b(?:when|until when|how long|till when|what (?:day|date)|wann|bis wann|wie lange|quand|jusqu['\u2019]à quand|cuándo|hasta cuándo|quando|fino a quando)\b"
    r"|\bwhat(?:'s| is| are|s)? (?:the )?(?:code|terms|conditions|details|minimum|discount|end date|percentage)\b|\bwhich (?:products?|items?|skus?|parts?|regions?|models?)\b"
    r"|\bwhat(?:'s| is|s)? (?:in|included|part of|covered)\b|\bwhat (?:does|do)\b[^?.]*\b(?:cover|include|apply|give|get)\b|\btell me (?:more )?about\b|\b(?:explain|details|conditions) (?:of|on|for|about)\b"
    r"|\bwhat(?:'s| is|s) (?:the )?(?!price|cost|total|net|list)\S+(?: \S+){0,3}\W*$|\bhow (?:much|big|many) (?:off|percent|is (?:the|it) off|discount)\b|\b(?:welcher code|code von|welche produkte)\b"
)
_PRICED = re.compile(
    r"\b(?:price[sd]?|pricing|costs?|quote[sd]?|how much (?:is|are|for|would|will)\b(?! (?:the )?(?:discount|promo))|preise?|kostet|kosten|prix|precio|prezzo|cuesta|costa)\b|\d\s?(?:x|pcs|pieces|seats|units)\b"
)


def asks_about_offers(text: str, promotions: Sequence[Promotion]) -> OfferQuestion | None:
    """What the text asks about promotions, or `None` where it asks for something else, as for a price with one."""
    folded = fold(text)
    written = text if len(text) == len(folded) else folded
    offers = read_offers(folded, written, promotions)
    if not offers.promotions and offers.unknown is None:
        offers = replace(offers, unknown=_code_in(written))
    named = bool(offers.promotions or offers.unknown)
    if _STACKING.search(folded) and (named or offers.which or offers.deal or _is_on_offers(folded)):
        return OfferQuestion(kind="stacking", promotions=offers.promotions, unknown=offers.unknown)
    if _PRICED.search(folded):
        return None
    if named and _OF_ONE.search(folded):
        return OfferQuestion(kind="one", promotions=offers.promotions, unknown=offers.unknown)
    if _RUNNING.search(folded) and not _is_of_a_number(folded, offers):
        kind: OfferKind = "one" if named else "running"
        return OfferQuestion(kind=kind, promotions=offers.promotions, unknown=offers.unknown)
    return None


_ANY_CODE = re.compile(
    r"\b(?:[Ii]s|[Dd]oes|[Ww]hen does|[Uu]ntil when is)\s+(?P<code>[A-Z]{3,}-?\d{2,4})\b[^?]*\b(?:still (?:on|running|valid|active|going)|expire|end|run out|stack)\b"
)


def _code_in(written: str) -> str | None:
    """A word in the shape of a code that is asked about as promotions are, and is none of those known."""
    found = _ANY_CODE.search(written)
    return found["code"] if found else None


def _is_on_offers(folded: str) -> bool:
    """Whether it asks in a few words whether something stacks: "does it stack?"."""
    return re.search(r"\bstack\w*\b|\bkombinier\w*|\bcumul\w*", folded) is not None


def _is_of_a_number(folded: str, offers: Offers) -> bool:
    """Whether a quantity is named, so that a price is asked for rather than what runs."""
    return bool(offers.which) and re.search(r"\bwith (?:the|a|any|our)\b", folded) is not None
