"""What kind of thing is asked: small talk, a person, a decision, a price, or something to look up."""

import re
from collections.abc import Iterable
from typing import Literal

from partnerline.knowledge.intent.spelled import NUMBER_WORDS
from partnerline.knowledge.words import fold, words

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
    r"|\d+(?:[.,]\d+)?\s?(?:%|percent)(?: off| discount)\b.{0,40}\b(?:ok|okay|possible|fine|allowed)\b"
)
_PRICE = re.compile(
    r"\b(?:price[sd]?|pricing|costs?|quote[sd]?|quotation|pay|paid|rate card|msrp|rrp|uvp|eur|usd|chf|(?:you|they|we) charge|"
    r"(?:per|a|each) (?:piece|unit|seat)|\w*preise?|kostet?|kosten|prix|precio|prezzo)\b|[€$£]"
    r"|\bhow much(?: is| are| for| would| will| a\b| an\b| the\b| per\b| do we\b| does \S+(?: \S+){0,4} cost|\W*$| \W*\d)"
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


_BEYOND = re.compile(
    r"\b(?:promo\w*|campaign|coupon|voucher|code|special offer|offers?|deal reg\w*|registered deal|registration|rebate)\b"
)
_OWN_COST = re.compile(
    r"\b(?:margins?|purchase cost|cost price|floor price|price floor|cost (?:you|the vendor) to)\b"
)
_COMPARING = re.compile(
    r"\b(?:difference|compare[ds]?|comparison|versus|vs|cheaper|cheapest|how much less|how much more|save|saving|savings|"
    r"which band|break ?even|how many|beat|budget|convert\w*|exchange rate)\b"
)
_PERCENT = re.compile(r"\d\s?(?:%|percent\b|pct\b)|\b\d+ off\b")
_ON_TOP = re.compile(
    r"(?:\b(?:incl\w*|inkl\w*|with|plus|after|add\w*|and)\b\.?|\+) ?(?:the |any |all )?"
    r"(?:vat|mwst|tax(?:es)?|gst|shipping|freight|delivery|duty|duties|customs|installation|insurance)\b|\bbrutto\w*"
)
_OF_ANOTHER_KIND = re.compile(
    r"\b(?:rent|rental|renting|lease|leasing|hire|used|second[- ]hand|refurb\w*|demo|trade[- ]?in|buy ?back|maintenance|"
    r"warranty|repairs?|spare parts?|spares|accessor\w+|replacement parts?|upgrade|trial|sample)\b"
)
_LIST = re.compile(
    r"\b(?:list price|list prices|msrp|rrp|gross price|at list|catalog(?:ue)? price|listenpreise?|katalogpreise?|uvp)\b"
    r"|(?<!price )(?<!prices )\blist\b(?:\W*$| (?:for|on|please|pls)\b)"
)


def beyond_a_price(text: str) -> str | None:
    """What a price request asks on top of a price, in words for a manager, or `None` where it is a plain one."""
    folded = fold(text)
    if _BEYOND.search(folded):
        return "It names a promotion, a code or a registered deal, which I don't compute."
    if _OWN_COST.search(folded):
        return "It asks for the vendor's own cost or margin."
    if _COMPARING.search(folded):
        return "It asks for a comparison or a budget, which I don't compute."
    if _PERCENT.search(folded):
        return "It names a percentage, which I don't compute."
    if _ON_TOP.search(folded):
        return "It asks for taxes, transport or the like on top of the price."
    if _OF_ANOTHER_KIND.search(folded):
        return "It asks for something else of the product than a new one to buy."
    return None


_FILLERS = (
    frozenset(
        "price prices pricing cost costs quote quotes list net amount total pay seat seats unit units piece pieces pcs pc each "
        "month months year years mo yr yrs x qty takes take preis prix precio prezzo für pour quantity dozen need order buy today asap "
        "user users licence licences license licenses annual annually yearly monthly eur euro euros usd dollar dollars gbp chf franc francs "
        "sorry meant actually rather correction next last previous current currently week quarter tomorrow yesterday "
        "couple few stk stück jahr jahre monat monate instead listenpreis listenpreise".split()
    )
    | NUMBER_WORDS
)
_COUNT = re.compile(r"\d+(?:x|k|pcs?|pieces|units|stk|ea|m|mo|mos|y|yrs?)?|x\d+")


def is_price_talk(said: Iterable[str]) -> bool:
    """Whether these words, beside a product and numbers, say nothing but that a price is wanted."""
    return all(word in _FILLERS or _COUNT.fullmatch(word) for word in said)


def wants_list_price(text: str) -> bool:
    """Whether the list price is asked for by name."""
    return bool(_LIST.search(fold(text)))


_CURRENCIES = {
    "EUR": re.compile(r"\b(?:eur|euros?)\b|€"),
    "USD": re.compile(r"\b(?:usd|dollars?)\b|\$"),
    "GBP": re.compile(r"\b(?:gbp|pounds? sterling)\b|£"),
    "CHF": re.compile(r"\b(?:chf|swiss francs?|francs?)\b"),
}


_TODAY = re.compile(
    r"\btoday\b|\bcurrent(?:ly)?\b|\b(?:right|about|as of) now\b|^\W*(?:and )?now\W*$"
)
_SAME = re.compile(r"\bsame\b")
_ALL = re.compile(r"\b(?:both|total|altogether|combined|together|all of (?:it|them)|in sum)\b")


def means_today(text: str) -> bool:
    """Whether the text asks for today's price by name, whatever day was spoken of before."""
    return bool(_TODAY.search(fold(text)))


def wants_the_same(text: str) -> bool:
    """Whether the text asks for another thing what was asked of the one before: "same for the AX-400"."""
    return bool(_SAME.search(fold(text)))


def wants_all(text: str) -> bool:
    """Whether the text speaks of all that was asked before: "and the total?"."""
    return bool(_ALL.search(fold(text)))


def currency_in(text: str) -> str | None:
    """The one currency that the text names; none where it names several."""
    folded = fold(text)
    named = [code for code, pattern in _CURRENCIES.items() if pattern.search(folded)]
    return named[0] if len(named) == 1 else None


_FOLLOWING = re.compile(
    r"^\W*(?:and|also|what about|how about|but|then|same|so|why|ok and|or)\b|\b(?:it|its|they|them|their|that one|this one|the other|those|these|that|ones?)\b"
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
