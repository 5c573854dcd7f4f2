"""Whether offers are asked for on some of a request's items and not on the others."""

import re
from collections.abc import Sequence
from itertools import pairwise

from partnerline.knowledge.intent.offer_mentions import Said
from partnerline.knowledge.intent.offers_named import Offers
from partnerline.knowledge.intent.spans import Span, without

IN_PART = "It asks for an offer on some of the items only."
_AT_NORMAL = re.compile(
    r"\b(?:at|for|with|to|on|zum|zu|au|aux|à|al|a|in|alle|regular|mit|avec|con)\s+(?:(?:the|our|my|der|dem|unser\w*|le|el|il|nuestro|nostro|notre)\s+)*"
    r"(?:(?:normal\w*|standard\w*|regular\w*|usual|ordinary|full|list\w*|catalog(?:ue)?|regulär\w*|üblich\w*)[- ]*(?:partner |net |own )?(?:price|pricing|cost|rate|preis|tarif|conditions|terms|konditionen)\w*|normal\b|list\b|normalpreis\w*|listenpreis\w*|standardpreis\w*|"
    r"(?:prix|tarif) (?:normal|standard|habituel|catalogue|public|de base)|(?:precio|tarifa) (?:normal|habitual|estándar|de lista|de catálogo)|prezzo (?:normale|standard|pieno|di listino)|(?:undiscounted|unreduced) prices?)"
    r"|\b(?:normally priced|(?:normal|regular|standard|full|usual) (?:price|pricing)\b|not (?:a )?part of|not (?:in|under|on|covered|included|eligible|discounted)\b|outside (?:of )?(?:the|our)|nicht (?:teil|bestandteil|im|in|unter|dabei)|kein teil|pas (?:dans|inclus)|hors (?:de l|du)|no (?:forma parte|incluid)|fuera de|non (?:fa parte|inclus)|undiscounted|normal price)"
)
_WITH_IT = re.compile(r"\b(?:with|mit|avec|con)\s+(?:it|that|this|ihr|ihm|dieser|elle|lui|ella|él|essa|esso)\b|\b(?:with|mit|avec|con)[^\w\ufffc]*$")  # fmt: skip
_ONLY = r"(?:only|just|solely|exclusively|nur|seulement|uniquement|solo|sólo|solamente|únicamente|soltanto|solamente)"
_FOR = r"(?:for|on|to|with|covers?|applies to|für|auf|bei|pour|sur|para|en|sobre|per|su|sul|sui)"
_SMALL = r"(?:\s*(?:the|our|their|die|der|das|den|les?|la|los|las|el|il|i|gli|\d+|x|pcs|units?|pieces|of)\b)*\s*"
_ONLY_FOR = re.compile(rf"\b(?:{_ONLY}\s+{_FOR}|{_FOR}\s+{_ONLY}){_SMALL}\ufffd|\b{_FOR}{_SMALL}\ufffd+\s+(?:only|alone|nur|allein|seulement|uniquement|solo|sólo|soltanto)\b")  # fmt: skip


def in_part(text: str, products: Sequence[Span], offers: Offers) -> bool:
    """Whether the folded text has an offer for some of the products only; `products` are where they are, in order."""
    if len(products) < 2 or offers.both_ways or not offers.said:
        return False
    return (
        _is_named_and_declined(products, offers)
        or _each_has_its_own(products, offers.kept)
        or _is_left_out(text, products, offers)
        or bool(offers.kept and _ONLY_FOR.search(_marked(text, products)))
    )


def _is_named_and_declined(products: Sequence[Span], offers: Offers) -> bool:
    """Whether an offer is wanted before one of the products and turned down behind it, or the other way round."""
    said = [(one.span, one in offers.kept, one.sort) for one in offers.said]
    said += [(span, False, one.sort) for one, span in offers.gone.items() if one.span[1] <= span[0]]
    said += [
        (one.span, True, one.sort) for one, span in offers.gone.items() if one.span[1] <= span[0]
    ]
    places = [place for place in said if not (place[1] is False and _is_pointed(place[0], offers))]
    return any(
        one[2] == other[2] and one[1] != other[1] and _parts(products, one[0], other[0])
        for one in places
        for other in places
    )  # fmt: skip


def _is_pointed(span: Span, offers: Offers) -> bool:
    """Whether the offer here is named first, and turned down by pointing at it later."""
    return any(one.span == span and span[1] <= said[0] for one, said in offers.gone.items())


def _parts(products: Sequence[Span], one: Span, other: Span) -> bool:
    """Whether some of the products stand between two places."""
    first, last = min(one, other), max(one, other)
    between = sum(first[1] <= start and end <= last[0] for start, end in products)
    return 0 < between < len(products)


def _each_has_its_own(products: Sequence[Span], kept: Sequence[Said]) -> bool:
    """Whether each of two offers follows a product of its own."""
    return any(
        _means(one) != _means(other)
        and any(end <= one.span[0] for _, end in products)
        and any(one.span[1] <= start and end <= other.span[0] for start, end in products)
        for one, other in pairwise(kept)
    )  # fmt: skip


def _means(one: Said) -> tuple[object, ...]:
    return one.sort, *(() if one.which else (one.promotions, one.unknown))


def _is_left_out(text: str, products: Sequence[Span], offers: Offers) -> bool:
    """Whether one of the products is said to be without the offer, or with the one that another goes without."""
    bare = without(text, [*offers.spans, *products])
    found = _AT_NORMAL.finditer(bare) if offers.kept else _WITH_IT.finditer(bare)
    return any(
        any(min(one.span, at)[1] <= start and end <= max(one.span, at)[0] for start, end in products)
        for at in (match.span() for match in found)
        for one in offers.said
    )  # fmt: skip


def _marked(text: str, products: Sequence[Span]) -> str:
    """The text with one sign for every letter of a product."""
    for start, end in products:
        text = text[:start] + "\ufffd" * (end - start) + text[end:]
    return text
