"""Which texts go on with what the thread said before them."""

import re

from partnerline.knowledge.intent.price_wishes import beyond_a_price
from partnerline.knowledge.words import fold, words

_SAME = re.compile(r"\bsame\b")
_ALL = re.compile(r"\b(?:both|total|altogether|combined|together|all of (?:it|them)|in sum)\b")


def wants_the_same(text: str) -> bool:
    """Whether the text asks for another thing what was asked of the one before: "same for the AX-400"."""
    return bool(_SAME.search(fold(text)))


def wants_all(text: str) -> bool:
    """Whether the text speaks of all that was asked before: "and the total?"."""
    return bool(_ALL.search(fold(text)))


_FOLLOWING = re.compile(
    r"^\W*(?:and|also|what about|how about|what if|but|then|same|so|why|ok and|or|with|without|using|under|over|mit|ohne|und|et|avec|sans|y|con|e)\b|\b(?:it|its|they|them|their|that one|this one|the other|those|these|that|(?<!no )ones?)\b"
)
SHORT = 5
"""Content words up to which a follow-up may lean on what was said before."""


def leans_on_the_thread(text: str) -> bool:
    """Whether the text can't be understood without the turn before it."""
    folded = fold(text)
    return bool(_FOLLOWING.search(folded)) and len(words(folded)) <= 2 * SHORT


_BEGINS = re.compile(
    r"^\W*(?:and|also|what about|how about|what if|but|then|same|so|or|with|without|using|under|over)\b"
)


def begins_as_a_follow_up(text: str) -> bool:
    """Whether the text opens with a word that ties it to what was said: "and", "what if", "without"."""
    return bool(_BEGINS.search(fold(text)))


_OF_FACT = re.compile(
    r"^\W*(?:(?:and|but|ok|so|also)\W+)?(?:does|do|is|are|can|has|have|why|who|where|which|when|"
    r"how (?:long|far|big|heavy|hot|fast|tall|wide|loud|often|old|do|does|can)|"
    r"how (?:much|many) (?!(?:is|are|for|would|will|each|per|a|an|the|x)\b|\W*\d)\w+)\b|\bhow much does (?:it|that|this|one) (?!cost)"
)


def asks_a_fact(text: str) -> bool:
    """Whether a follow-up asks for a fact of the thing, not for its price: "how much power does it draw"."""
    return bool(_OF_FACT.search(fold(text))) and beyond_a_price(text) is None
