"""Whether an answer holds what belongs to one partner's deal: an amount of money, or what comes off one."""

import re

from partnerline.knowledge.intent.amounts import currencies_in, money_in
from partnerline.knowledge.words import fold

_CENTS = re.compile(r"(?<![\w.,])\d[\d.,'’]*[.,]\d\d(?![\d.,]?\d|\s?%)")
_PERCENT = r"\d\s?(?:%|percent\b|per cent\b|prozent\b|pour cent\b)"
_OFF = r"(?:off|discount\w*|margin\w*|rebate\w*|uplift|mark-?up|rabatt\w*|nachlass\w*|remise\w*|sconto|descuento)"
_SHARE = re.compile(rf"{_PERCENT}[^.!?\n]{{0,40}}\b{_OFF}\b|\b{_OFF}\b[^.!?\n]{{0,40}}{_PERCENT}")


def tells_money(text: str) -> bool:
    """Whether the text names an amount or a discount; what only looks like one counts too."""
    folded = fold(text)
    return (
        any(True for _ in money_in(folded))
        or bool(_SHARE.search(folded))
        or (bool(_CENTS.search(folded)) and _speaks_of_money(folded))
    )


def _speaks_of_money(folded: str) -> bool:
    """Whether a number with two decimals could be a price: "firmware 6.12" isn't one, "at 99.00 each" is."""
    priced = r"\b(?:price\w*|cost\w*|each|per unit|nett?o?|gross|brutto|total|preis\w*|kost\w*|prix|prezzo|precio)\b"
    return bool(currencies_in(folded)) or bool(re.search(priced, folded))
