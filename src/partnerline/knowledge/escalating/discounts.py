"""Whether words bear on taking something off a price."""

import re

from partnerline.knowledge.words import fold

_DISCOUNTS = re.compile(
    r"\b(?:discounts?|special prices?|price exceptions?|concessions?|margin|rabatte?|remises?|descuentos?|sconti)\b"
)
_OFF = re.compile(
    r"\d\s?(?:%|percent|per cent|points?|prozent)|\b(?:prices?|pricing|cheaper|wiggle room|preise?|prix|precios?|prezz[oi])\b"
)


def speaks_of_discounts(text: str) -> bool:
    """Whether a passage bears on who may take something off a price."""
    return _DISCOUNTS.search(fold(text)) is not None


def wishes_something_off(text: str) -> bool:
    """Whether a wish is for something off a price, rather than for time, goods or terms."""
    return speaks_of_discounts(text) or _OFF.search(fold(text)) is not None
