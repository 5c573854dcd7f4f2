"""Which texts ask for a fact of something and not for its price: its weight, its lead time, what it is."""

import re

from partnerline.knowledge.intent.leaning import asks_a_fact
from partnerline.knowledge.intent.price_wishes import (
    asks_for_a_price,
    is_price_talk,
    wants_list_price,
)
from partnerline.knowledge.words import content_words, fold

_MEASURES = (
    r"weigh(?:s|t|ts)?|heavy|heavier|dimensions?|height|width|depth|footprint|power (?:consumption|draw|supply needed)|voltage|reach|accuracy|precision|resolution|throughput|"
    r"battery life|lifetime|lifespan|lead times?|delivery (?:times?|dates?)|warrant(?:y|ies)|guarantees?|(?:ip|protection|ingress) (?:rating|class)|(?:operating |ambient )?temperatures?|humidity|"
    r"materials?|connectors?|interfaces?|protocols?|certificat\w+|certified|approvals?|noise|datasheets?|data sheets?|manuals?|firmware|successor|predecessor|uptime|mtbf|latency|bandwidth|"
    r"wiegt|gewicht|abmessungen|reichweite|genauigkeit|stromverbrauch|lieferzeit(?:en)?|garantie|schutzart|temperaturbereich|akkulaufzeit|datenblatt|handbuch|"
    r"pèse|poids|portée|autonomie|délais? de livraison|garanties?|fiche technique|pesa|peso|alcance|autonomía|plazos? de entrega|garantía|ficha técnica|"
    r"portata|autonomia|tempi di consegna|termini? di consegna|garanzia|scheda tecnica"
)
_NAMED = re.compile(
    rf"(?<!with )(?<!without )(?<!including )(?<!incl )(?<!plus )\b(?:{_MEASURES})\b(?!-)"
)
_WHAT = re.compile(
    r"^\W*(?:(?:and|but|ok|so|also|hi|hello)\W+)*(?:what(?:'?s| is| are| does| do| did| can| happens| counts)\b|what \w+ (?:is|are) there\b|"
    r"was (?:ist|sind|wiegt|kann)\b|qu'est-ce que?\b|c'est quoi\b|qué (?:es|son)\b|(?:che )?cos(?:'è|a (?:è|sono))\b|tell me about\b|explain\b|describe\b)"
)
_AMOUNTS = re.compile(
    r"\b(?:total|sum|net|gross|list|discount\w*|amount|altogether|each|both|band|offer)\b"
)
_NUMBERED_THING = re.compile(r"\b[A-Z]{2,}[\s-]\d[\d.:/-]*\b")
SHORT = 40
"""Characters up to which a text says how many and nothing else."""
_COUNT = re.compile(r"(?<![\w.,/-])\d[\d.,]*(?![\w/-]|[.,]\d)")
_BESIDE = re.compile(
    r"\b(?:lead times?|delivery (?:times?|dates?)|lieferzeit(?:en)?|délais? de livraison|plazos? de entrega|(?:tempi|termini?) di consegna)\b"
)


def asks_for_a_fact(text: str) -> bool:
    """Whether a fact is asked for in so many words, and no price beside it."""
    if asks_for_a_price(fold(text)) or wants_list_price(text):
        return False
    return asks_a_fact(text) or names_a_fact(text)


def names_a_fact(text: str) -> bool:
    """Whether the text says which fact it asks for: "and its weight?", "what is an AX-200?"."""
    folded = fold(text)
    if _NAMED.search(folded):
        return True
    asks = _WHAT.search(folded) is not None and _AMOUNTS.search(folded) is None
    return asks and not is_price_talk(content_words(folded))


def counts_things(text: str) -> bool:
    """Whether a number stands in the text that may say how many; the one of "ISO 27001" doesn't."""
    return _COUNT.search(_NUMBERED_THING.sub(" ", text)) is not None


def is_bare_count(text: str) -> bool:
    """Whether nothing is said but how many: "and for 500?", "50 pcs"."""
    return counts_things(text) and is_price_talk(content_words(text)) and len(text) <= SHORT


def fact_beside_a_price(text: str) -> str:
    """What is asked of the goods in one breath with their price: "price and lead time for 20 AX-200"; else empty."""
    found = _BESIDE.search(fold(text))
    return found.group() if found else ""
