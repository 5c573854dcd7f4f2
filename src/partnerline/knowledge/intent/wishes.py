"""What kind of thing is asked: small talk, a person, a decision, a price, or something to look up."""

import re
from collections.abc import Iterable
from typing import Literal

from partnerline.knowledge.intent.talk import FILLERS
from partnerline.knowledge.words import STOPWORDS, fold, words

Wish = Literal["smalltalk", "person", "decision", "price", "lookup"]

_PERSON = re.compile(
    r"\b(?:talk|speak|chat|call|get|reach|contact|escalate|transfer|connect|put|pass|hand|forward)\b.{0,40}"
    r"\b(?:someone|somebody|human|person|people|manager|agent|colleague|dana|rep|expert|support team)\b"
    r"|\b(?:real|live|actual) (?:person|human)\b|\b(?:call|ring|phone) (?:me|us)(?: back)?\b|\bhuman (?:please|pls)\b"
    r"|\b(?:have|ask|let) (?:someone|somebody)\b|^\W*(?:human|agent|person)\W*$"
)
_DECISION = re.compile(
    r"\b(?:can|could|may|shall|should) (?:i|we|you) (?:give|offer|grant|do|go|approve|have|get|match|extend)\b.{0,40}"
    r"(?:\d+(?:[.,]\d+)?\s?(?:%|percent)|\bdiscount\b|\bcheaper\b|\bmatch\b|\bprice of\b)"
    r"|\b(?:approve|sign off on|authori[sz]e)\b.{0,40}\b(?:price|discount|deal|exception|quote|offer)\b"
    r"|\b(?:wants?|needs?|asks? for|give|get|push(?:es|ing)? for|could|can|possible)\b.{0,30}"
    r"\b(?:another|extra|additional|further|bigger|better|special|custom|lower)\b.{0,20}"
    r"(?:\bdiscounts?\b|\bprices?\b|\bpricing\b|\d+\s?(?:%|percent))"
    r"|\bmatch\b.{0,30}\bprices?\b|\bprice match\b|\bmake an exception\b|\b(?:change|amend) (?:the|our) contract\b"
    r"|\bspecial (?:net )?(?:prices?|pricing|rate|conditions|terms)\b|\b(?:sonder|spezial)preis\w*|\bprecio especial\b|\bprix spécial\b|\bprezzo speciale\b"
    r"|^\W*(?:any |a |some )?discounts? (?:for|on) \d+\b|\b\d+ [^?]{1,60}\bwith (?:a |an |another )?\d+(?:[.,]\d+)?\s?(?:%|percent) (?:discount|off|rebate)\b"
    r"|\d+(?:[.,]\d+)?\s?(?:%|percent)(?: off| discount)\b.{0,40}\b(?:ok|okay|possible|fine|allowed)\b"
)
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

_GREETING = frozenset(
    """hi hello hey hiya good morning afternoon evening day night thanks thank thx ty cheers bye goodbye great perfect super
    cool nice ok okay helpful helped that this you u a lot very much so many how are today there all team bot awesome
    brilliant have weekend one the it is was and again see ya later welcome lovely wonderful great! gracias danke merci
    morgen hallo ciao salut hola moin servus works will tell them him her us got it noted understood sounds clear lol haha wow
    np no problem""".split()
)
_OPENING = frozenset(
    "hi hello hey hiya good thanks thank thx ty cheers bye goodbye great perfect super cool nice ok okay awesome brilliant "
    "see morning danke merci gracias hallo ciao salut hola moin servus got noted understood sounds clear lol haha wow np".split()
)


def wish_of(text: str) -> Wish:
    """What the text asks for. A price without a product is still a price: which product is then asked back."""
    folded = fold(text)
    if _is_small_talk(folded):
        return "smalltalk"
    if _DECISION.search(folded):
        return "decision"
    if _PERSON.search(folded):
        return "person"
    return "price" if _PRICE.search(folded) and not _OTHERWISE.search(folded) else "lookup"


def _is_small_talk(folded: str) -> bool:
    said = words(folded)
    return not said or (said[0] in _OPENING and all(word in _GREETING for word in said))


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


_SAME = re.compile(r"\bsame\b")
_ALL = re.compile(r"\b(?:both|total|altogether|combined|together|all of (?:it|them)|in sum)\b")


def wants_the_same(text: str) -> bool:
    """Whether the text asks for another thing what was asked of the one before: "same for the AX-400"."""
    return bool(_SAME.search(fold(text)))


def wants_all(text: str) -> bool:
    """Whether the text speaks of all that was asked before: "and the total?"."""
    return bool(_ALL.search(fold(text)))


_FOLLOWING = re.compile(
    r"^\W*(?:and|also|what about|how about|what if|but|then|same|so|why|ok and|or|with|without|using|under|over|mit|ohne|und|et|avec|sans|y|con|e)\b|\b(?:it|its|they|them|their|that one|this one|the other|those|these|that|ones?)\b"
)
SHORT = 5
"""Content words up to which a follow-up may lean on what was said before."""


def leans_on_the_thread(text: str) -> bool:
    """Whether the text can't be understood without the turn before it."""
    folded = fold(text)
    return bool(_FOLLOWING.search(folded)) and len(words(folded)) <= 2 * SHORT


_OF_FACT = re.compile(
    r"^\W*(?:(?:and|but|ok|so|also)\W+)?(?:does|do|is|are|can|has|have|why|who|where|which|when|"
    r"how (?:long|far|big|heavy|hot|fast|tall|wide|loud|often|old|do|does|can)|"
    r"how (?:much|many) (?!(?:is|are|for|would|will|each|per|a|an|the|x)\b|\W*\d)\w+)\b|\bhow much does (?:it|that|this|one) (?!cost)"
)


def asks_a_fact(text: str) -> bool:
    """Whether a follow-up asks for a fact of the thing, not for its price: "how much power does it draw"."""
    return bool(_OF_FACT.search(fold(text))) and beyond_a_price(text) is None


_VOICED = re.compile(
    r"\b(?:customers?|clients?|prospects?|buyers?|end users?|he|she|they|guy)\b.{0,40}"
    r"\b(?:says?|said|thinks?|asks?|wants?|believes?|claims?|refuses?|hates?|fears?|worried|complains?|does ?n.?t|do ?n.?t|"
    r"wo ?n.?t|never|need|is|are)\b|^\W*(?:customer|prospect|client|buyer)\b"
)


def voices_an_objection(text: str) -> bool:
    """Whether a rep repeats what a customer holds against a purchase, and wants to know what to say."""
    return bool(_VOICED.search(fold(text)))


_DISCOUNTS = re.compile(
    r"\b(?:discounts?|rebates?|margins?|approv\w*|rabatte?\w*|nachlass\w*|remises?|descuentos?|scont[oi])\b|\d\s?%"
)


def speaks_of_discounts(text: str) -> bool:
    """Whether a passage is about what may be taken off a price, and who decides on it."""
    return bool(_DISCOUNTS.search(fold(text)))
