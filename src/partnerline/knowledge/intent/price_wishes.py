"""What a wish for a price is told by, and what it asks beside one."""

import re
from collections.abc import Iterable

from partnerline.knowledge.intent.talk import FILLERS
from partnerline.knowledge.words import STOPWORDS, fold

_PRICE = re.compile(
    r"\b(?:price[sd]?|pricing|costs?|quote[sd]?|quotation|pay|paid|rate card|msrp|rrp|uvp|eur|usd|chf|(?:you|they|we) charge|"
    r"(?:per|a|each) (?:piece|unit|seat)|\w*preise?|kostet?|kosten|koste|prix|precios?|prezz[oi]|tarifs?|tarifas?|coûten?t?|coute(?:nt)?|cuestan?|costan?o?|devis|"
    r"cheap(?:er|est)|budget|afford|comes? to|zahlen wir|zahle ich|(?:volume|quantity) pricing|(?:price|volume|quantity) (?:breaks?|bands?)|staffel\w*|wie ?viel (?:kostet|kosten|macht)|was macht)\b|[€$£]"
    r"|\bhow much(?: is| are| for| would| will| a\b| an\b| the\b| per\b| do we\b| does \S+(?: \S+){0,4} cost|\W*$| \W*\d| (?:less|more|cheaper|extra))"
    r"|\bhow many\b.{0,60}\b(?:get|buy|afford|have|order)\b.{0,20}\b(?:for|with|from|out of)\b.{0,20}\d|\bwhat (?:do|can|could|would) (?:i|we|they) (?:get|buy) for\b"
    r"|\bdifference between \d|\bcompare\b[^?]{0,30}\d|\btotal (?:for|of)\b|\b(?:which|what) (?:quantity |volume )?band\b|\b(?:which|what)(?: one)? is (?:the )?(?:cheap\w*|less)\b|\boff (?:the )?list\b|\bcombien pour\b|\bquanto (?:costa|viene|per)\b"
)
_OTHERWISE = re.compile(
    r"\bprice (?:protection|match\w*|increases?|changes?|drops?|history|objections?)\b|\bprices? (?:drops?|falls?|rises?|goes)\b"
    r"|\bpay(?:ment|back|out)\b|\bcost of ownership\b|\bcost savings?\b"
)
"""What has a price word in it and asks for something else."""


def asks_for_a_price(folded: str) -> bool:
    """Whether something's price is asked for, with or without saying whose."""
    return bool(_PRICE.search(folded)) and not _OTHERWISE.search(folded)


_OWN_COST = re.compile(
    r"\b(?:margins?|mark[- ]?ups?|purchase cost|cost price|floor price|price floor|cost (?:you|the vendor) to|marge|margen|margine|einkaufspreis\w*)\b"
)
_CONVERTED = re.compile(
    r"\b(?:convert\w*|conversion|exchange rates?|wechselkurs\w*|umrechn\w*|umgerechnet|taux de change|tipo de cambio|tasso di cambio)\b"
)
_ON_TOP = re.compile(
    r"(?:\b(?:incl\w*|inkl\w*|with|plus|after|add\w*|and)\b\.?|\+) ?(?:the |any |all )?"
    r"(?:vat|mwst|tax(?:es)?|gst|shipping|freight|delivery|duty|duties|customs|installation|insurance)\b|\bbrutto\w*"
)
_OF_ANOTHER_KIND = re.compile(
    r"\b(?:rent|rental|renting|lease|leasing|hire|used|second[- ]hand|refurb\w*|demo|trade[- ]?in|buy ?back|maintenance|"
    r"warranty|repairs?|spare parts?|spares|accessor\w+|replacement parts?|upgrade|trial|sample)\b"
)
_LIST = re.compile(
    r"\b(?:list price|list prices|msrp|rrp|gross price|at list|catalog(?:ue)? price|listenpreise?|katalogpreise?|uvp|precios? de (?:lista|cat[aá]logo|tarifa)|prix (?:catalogue|public|de liste)|tarif (?:public|catalogue)|prezz[oi] di listino)\b"
    r"|(?<!price )(?<!prices )\blist\b(?:\W*$| (?:for|on|please|pls)\b)"
)


def beyond_a_price(text: str) -> str | None:
    """What a price request asks on top of a price, in words for a manager, or `None` where it is a plain one."""
    folded = fold(text)
    if _OWN_COST.search(folded):
        return "It asks for the vendor's own cost or margin."
    if _CONVERTED.search(folded):
        return "It asks for a conversion between currencies."
    if _ON_TOP.search(folded):
        return "It asks for taxes, transport or the like on top of the price."
    if _OF_ANOTHER_KIND.search(folded):
        return "It asks for something else of the product than a new one to buy."
    return None


_COUNT = re.compile(r"\d+(?:x|k|pcs?|pieces|units|stk|ea|m|mo|mos|y|yrs?|st|nd|rd|th)?|x\d+")


def is_price_talk(said: Iterable[str]) -> bool:
    """Whether these words, beside a product and numbers, say nothing but that a price is wanted."""
    return all(word in FILLERS or word in STOPWORDS or _COUNT.fullmatch(word) for word in said)


def wants_list_price(text: str) -> bool:
    """Whether the list price is asked for by name."""
    return bool(_LIST.search(fold(text)))
