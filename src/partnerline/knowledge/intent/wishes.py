"""What kind of thing is asked: something of people, a price, or something to look up."""

import re
from functools import lru_cache
from typing import Literal

from partnerline.knowledge.intent.leaning import (
    asks_a_fact,
    leans_on_the_thread,
    wants_all,
    wants_the_same,
)
from partnerline.knowledge.intent.people.decision import asks_for_a_decision
from partnerline.knowledge.intent.people.errand import asks_for_an_errand
from partnerline.knowledge.intent.people.frustration import is_frustrated
from partnerline.knowledge.intent.people.likeness import SURE, likeness
from partnerline.knowledge.intent.people.outside import is_outside, without_orders
from partnerline.knowledge.intent.people.person import asks_for_a_person
from partnerline.knowledge.intent.people.smalltalk import is_small_talk
from partnerline.knowledge.intent.people.spoken import (
    inquires,
    reports_another,
    sayings,
    seeks_an_argument,
    spoken,
)
from partnerline.knowledge.intent.price_wishes import (
    asks_for_a_price,
    beyond_a_price,
    is_price_talk,
    wants_list_price,
)
from partnerline.knowledge.words import fold

__all__ = [
    "Wish",
    "asks_a_fact",
    "asks_what_to_say",
    "beyond_a_price",
    "is_price_talk",
    "leans_on_the_thread",
    "voices_an_objection",
    "wants_all",
    "wants_list_price",
    "wants_the_same",
    "wish_of",
]

Wish = Literal[
    "smalltalk", "person", "decision", "errand", "frustration", "outside", "price", "lookup"
]
"""What a text asks for.

"errand": something to be done that a person may do, an order placed or an e-mail written. "outside": nothing that the
vendor's people are there for either, a poem, the weather, the bot's own rules. "frustration": displeasure with an
answer, or with having none.
"""


@lru_cache(maxsize=256)  # it takes a millisecond, and an answer asks it of every turn several times
def wish_of(text: str) -> Wish:
    """What the text asks for. A price without a product is still a price: which product is then asked back."""
    said = spoken(text)
    if is_small_talk(text) and not is_frustrated(said):
        return "smalltalk"
    if is_outside(said):
        return "outside"
    wanted = without_orders(said)
    if of_people := _of_people(wanted):
        return of_people
    return "price" if asks_for_a_price(fold(text)) else _by_likeness(wanted)


def _of_people(said: str) -> Wish | None:
    """What is asked of people. Whoever says outright that a person is wanted gets one, whatever else is said."""
    if asks_for_a_decision(said):
        return "decision"
    if asks_for_a_person(said):
        return "person"
    if asks_for_an_errand(said):
        return "errand"
    return "frustration" if is_frustrated(said) else None


_TOLD_BY_LIKENESS: tuple[Wish, ...] = ("person", "decision", "errand", "outside", "frustration")
"""What likeness alone may tell. Not small talk: it ends in silence, which only words known for sure may do."""


def _by_likeness(said: str) -> Wish:
    """What a text of no known phrasing asks for; what repeats a customer's words is looked up."""
    if reports_another(said) or seeks_an_argument(said) or any(map(inquires, sayings(said))):
        return "lookup"
    label, chance = likeness(said)
    return next((one for one in _TOLD_BY_LIKENESS if one == label and chance >= SURE), "lookup")


_VOICED = re.compile(
    r"\b(?:customers?|clients?|prospects?|buyers?|end users?|he|she|they|guy)\b.{0,40}"
    r"\b(?:says?|said|thinks?|asks?|wants?|believes?|claims?|refuses?|hates?|fears?|worried|complains?|does ?n.?t|do ?n.?t|"
    r"wo ?n.?t|never|need|is|are)\b|^\W*(?:customer|prospect|client|buyer)\b"
)


_OF_THEIRS = re.compile(
    r"\b(?:(?:their|his|her|the|an?) (?:\w+ ){0,2}(?:teams?|dept|department|guys?|boss|manager|director|lawyer|engineers?|admin|nerd|staff|"
    r"people|owner|purchasing|procurement)|c[efit]o|ciso|purchasing|procurement|(?:ops|plant|project|quality|warehouse|shop) (?:manager|boss|owner))\b"
    r".{0,40}\b(?:says?|said|thinks?|believes?|claims?|refuses?|vetoes|blocks?|moans?|complains?|fears?|worries|worried|nervous|scared|afraid|"
    r"insists?|prefers?|hates?|angry|does ?n.?t|do ?n.?t|wo ?n.?t|found|feels?|can do (?:that|it|this))\b"
    r"|^\W*(?:\w+ ){0,4}(?:customer|client|buyer|prospect|boss|owner|manager|director|engineer|admin|lawyer|team|dept|department|guy|purchasing|"
    r"procurement|c[efit]o|ciso|hospital|plant|company|firm|school): ?\W?\w+|^\W*(?:\w+ ){0,4}\w+: ?[\"“]\w|^\W*[\"“][^\"”]{15,}[\"”]"
)
_WHAT_TO_SAY = re.compile(
    r"\bwhat (?:do|can|could|should|shall|to|would) (?:i |we |you )?(?:say|reply|tell|answer|respond|counter|argue)\b"
    r"|\bhow (?:do|can|could|should|to|would) (?:i |we |you )?(?:explain|argue|counter|win|talk (?:him|her|them)|convince|reply|respond|answer (?:him|her|them|that|this)|handle)\b"
    r"|\bwhat(?:'?s| is| are) (?:our|the|my|your|a good) (?:lines?|arguments?|answer|reply|comeback|response|pitch|story)\b"
    r"|\b(?:good|got an?|got a good|any|the|an?) (?:comeback|argument|reply|response|counter ?argument|answer to that)\b|\bgood answer\b"
)


def asks_what_to_say(text: str) -> bool:
    """Whether a rep asks for the words to answer a customer with."""
    return bool(_WHAT_TO_SAY.search(fold(text)))


def voices_an_objection(text: str) -> bool:
    """Whether a rep repeats what a customer holds against a purchase, and wants to know what to say."""
    folded = fold(text)
    return bool(_VOICED.search(folded) or _OF_THEIRS.search(folded) or _WHAT_TO_SAY.search(folded))
