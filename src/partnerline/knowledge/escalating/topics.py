"""What a question is about, as far as it decides who answers it: by what it asks for and by what was found for it."""

import re
from collections.abc import Mapping
from functools import lru_cache

from partnerline.knowledge.duty import Topic
from partnerline.knowledge.escalating.discounts import wishes_something_off
from partnerline.knowledge.intent.offers_asked import asks_about_offers
from partnerline.knowledge.intent.wishes import asks_what_to_say, voices_an_objection, wish_of
from partnerline.knowledge.model import Answer, Escalation
from partnerline.knowledge.words import fold

_SPEAKS: Mapping[Topic, re.Pattern[str]] = {
    "promotions": re.compile(
        r"\b(?:promo\w*|special offers?|campaigns?|coupons?|bundle offers?|aktion(?:en)?|\w+aktion(?:en)?|sonderangebote?)\b"
    ),
    "objections": re.compile(
        r"\b(?:objections?|competit\w+|battle ?cards?|rivals?|too expensive|cheaper|versus|vs|einwand|einwände|wettbewerb\w*|konkurren\w*)\b"
    ),
    "program": re.compile(
        r"\b(?:partner ?programs?|programm?e?s?|deal reg\w*|regist\w+ (?:a |the |my |our )?deals?|deals? regist\w+|certif\w+|accredit\w+|"
        r"mdf|market development|co-?marketing|rebates?|tiers?|requirements?|onboarding|portal|payment terms?|invoic\w+|credit limit|"
        r"returns?|rma|renewals?|commission\w*|contracts?|agreements?|nfr|demo units?|training\w*|schulung\w*|zertifi\w+|partnerprogramm\w*)\b"
    ),
    "pricing": re.compile(
        r"\b(?:prices?|pricing|price ?lists?|discounts?|costs?|quotes?|margin|surcharges?|preis\w*|rabatt\w*|prix|remises?|precios?|prezz[oi])\b"
    ),
    "product": re.compile(
        r"\b(?:products?|data ?sheets?|specs?|specification\w*|features?|supports?|compatib\w+|integrat\w+|install\w*|firmware|software|hardware|"
        r"dimensions?|weigh\w*|weight|heavy|how (?:big|large|long|tall|wide)|temperature|voltage|power|ports?|protocols?|range|accuracy|battery|warrant\w+|replac\w+|lifetime|"
        r"datenblatt|datenblätter|garantie|kompatib\w+|manuals?|mount\w*|sensors?|licen[cs]es?|api|encrypt\w+|security)\b"
    ),
}
"""The general language of each topic, none of any vendor's own words; where two say as much, the earlier counts."""
_NOTHING_ASKED = frozenset(("person", "frustration", "smalltalk", "outside"))
ASKED, FOUND = 3, 1
"""What a word counts for in the question, and in the name and the headings of what was found."""


def topic_of(escalation: Escalation) -> Topic:
    """What the question is about; "other" where nothing tells."""
    question, answer = escalation.question, escalation.answer
    turns = (turn.text for turn in reversed(question.history) if turn.role == "user")
    found = " ".join(
        re.sub(r"[/_.#>-]", " ", f"{one.source} {one.locator}") for one in answer.found
    )
    return _told((question.text, *turns), found, computed=_computed(answer))


@lru_cache(
    maxsize=1024
)  # it takes milliseconds, and every look at a deadline asks it of the same questions
def _told(turns: tuple[str, ...], found: str, *, computed: bool) -> Topic:
    text = _asked(turns)
    if not text:
        return "other"
    offers = asks_about_offers(text, ())
    if offers is not None and offers.kind != "one":
        return "promotions"
    if asks_what_to_say(text):
        return "objections"
    if computed or (wish_of(text) == "decision" and wishes_something_off(text)):
        return "promotions" if _SPEAKS["promotions"].search(fold(text)) else "pricing"
    return _by_words(text, found)


def _asked(turns: tuple[str, ...]) -> str:
    """The question, or where it only calls for a person, what was asked before; empty where nothing was."""
    return next((text for text in turns if wish_of(text) not in _NOTHING_ASKED), "")


def _computed(answer: Answer) -> bool:
    """Whether amounts were computed for it."""
    return answer.quote is not None or bool(answer.quotes) or "exact" in answer.signals


def _by_words(text: str, found: str) -> Topic:
    said: dict[Topic, int] = {
        topic: ASKED * len(words.findall(fold(text))) + FOUND * len(words.findall(fold(found)))
        for topic, words in _SPEAKS.items()
    }
    said["pricing"] += ASKED * (wish_of(text) == "price")
    said["objections"] += ASKED * voices_an_objection(text)
    best = max(said, key=lambda topic: said[topic])
    return best if said[best] else "other"
