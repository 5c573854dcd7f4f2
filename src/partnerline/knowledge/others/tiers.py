"""Another tier's price, by the tier's name in any of five languages."""

import re

from partnerline.knowledge.partners import Directory, Partner
from partnerline.knowledge.regions.areas import Phrase, phrase

_METALS = {
    "gold": "gold or oro dore",
    "silver": "silver silber argent plata argento",
    "platinum": "platinum platin platine platino",
    "bronze": "bronze bronce bronzo",
}
"""Tiers that are called by metals, in five languages and without accents."""
PRICES = r"(?:price[sd]?|pricing|preise?n?|preisliste|konditionen|prix|tarifs?|tarifas?|precios?|prezz[oi]|listino)"
_LEVELS = r"(?:tier|level|status|stufe|niveau|nivel|livello|rang|categoria|partners?|partnern|partenaires?|socios?|resellers?|dealers?|handlern?|revendeurs?|distribuidor(?:es)?)"
_SMALL = r"(?:de l|de|d|del|della|di|du|des|im|in|auf|zum|au|al)"


def asks_in_another_tongue(text: str, own: Partner | None, directory: Directory) -> bool:
    """Whether the text asks for the price of a tier that isn't the asker's, by its name in any of five languages."""
    used = {metal for tier in directory.tiers() for metal in _metals_in(phrase(tier))}
    mine = _metals_in(phrase(own.tier)) if own else frozenset()
    calls = phrase(f"{own.name} {own.id}") if own else ()
    said = " ".join(phrase(text))
    return bool(used) and any(
        _is_priced(said, "|".join(word for word in names.split() if word not in calls))
        for metal, names in _METALS.items()
        if metal not in mine
    )


def _metals_in(words: Phrase) -> frozenset[str]:
    return frozenset(metal for metal, names in _METALS.items() if set(words) & set(names.split()))


def _is_priced(said: str, names: str) -> bool:
    """Whether a price, or a level where prices are spoken of, stands right beside a tier's name."""
    if not names:
        return False
    tier = rf"(?:{names})"
    foreign = "|".join(name for name in names.split("|") if name != "or")
    beside = rf"\b{tier}(?:preise?n?|konditionen|preisliste)\b|\b{PRICES} {tier}\b(?! \d)"
    beside += rf"|\b(?:{foreign}) {PRICES}\b" if foreign else ""
    level = rf"\b{_LEVELS}(?: {_SMALL})? {tier}\b"
    level += rf"|\b(?:{foreign}) ?{_LEVELS}\b" if foreign else ""
    level += rf"|\b(?:{foreign})(?:stufe|niveau|partnern?|status)\b" if foreign else ""
    prices = re.search(rf"\b\w*{PRICES}\b|\b(?:pay|pays|cost|costs|zahlt|zahlen|kosten|paye|paga)\b", said)  # fmt: skip
    return bool(re.search(beside, said) or (prices and re.search(level, said)))
