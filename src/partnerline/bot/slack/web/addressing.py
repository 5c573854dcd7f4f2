"""Whom a message that doesn't mention the bot is meant for, and whether it asks anything."""

import re
from typing import Literal

from partnerline.knowledge.intent.people.decision import asks_for_a_decision
from partnerline.knowledge.intent.people.errand import asks_for_an_errand
from partnerline.knowledge.intent.people.frustration import is_frustrated
from partnerline.knowledge.intent.people.person import asks_for_a_person
from partnerline.knowledge.intent.people.spoken import (
    asks_how_things_are,
    inquires,
    sayings,
    seeks_an_argument,
    spoken,
)
from partnerline.knowledge.intent.wishes import voices_an_objection, wish_of

Bearing = Literal["question", "unclear", "talk"]
"""Question: it asks something that the bot is there for. Unclear: it may. Talk: it is for the people who read along."""

_PERSON = r"<@[UW][A-Z0-9_]*(?:\|[^>]*)?>"
_TYPED = r"(?<!\w)@[A-Za-z][\w.-]*"
_HAIL = r"(?:(?:hi|hey|hello|hallo|thanks|thank you|thx|ok|okay|yes|no|sure|great|sorry|and|cc|fyi)\b[\s,:!.-]*)*"
_TO_SOMEBODY = re.compile(rf"^\W*?{_HAIL}(?:{_PERSON}|{_TYPED})", re.IGNORECASE)
_AT_ITS_END = re.compile(rf"{_PERSON}[\s.?!:)]*$")
_BY_NAME = re.compile(
    r"^\W*(?:(?:[Hh]i|[Hh]ey|[Hh]ello|[Tt]hanks|[Oo]k|[Yy]es|[Nn]o)\b[\s,]*)?"
    r"(?!(?:Partnerline|Team|Also|So|Then|Sorry|Please|Quick|Question|Customer|Well|Now)\b)"
    r"[A-Z][a-zà-ÿ]+[,:]\s+(?:\w+\s+){0,2}you\b"
)
_AMONG_THEM = re.compile(
    r"^\W*(?:anyone |anybody |somebody |who(?:'s| is)? (?:up |in )?(?:for )?)?(?:for )?(?:a |some )?"
    r"(?:lunch|coffee|beers?|drinks?|breakfast|dinner|break|tea|cake)\b[^?]{0,25}\?*\W*$"
    r"|\b(?:are|r) (?:you|u|we) (?:all |still |both )?(?:free|there|around|available|coming|joining|in|busy|online|ready)\b"
    r"|\b(?:did|have) (?:you|u|anyone|anybody|somebody) (?:all )?(?:get|got|see|seen|read|receive|received|send|sent|hear|heard|had|have)\b"
    r"|\b(?:see|call|ping|talk to|speak to|ring|text|dm|mail|email) (?:you|u|me)\b"
    r"|\b(?:is|was) (?:anyone|anybody|someone|everybody|everyone)\b|\bwho(?:'s| is| has| was) (?:on|in|the|going|coming|driving|joining|taking)\b"
    r"|\b(?:the|our|next|this|that|your) (?:meeting|call|standup|deck|slides|calendar|invite|zoom|vacation|holiday)\b"
    r"|\b(?:on|in) (?:vacation|holiday|the office|a call|a meeting)\b"
)
_ORDER = re.compile(
    r"^(?:can|could|may|shall) (?:i|we)\b|^(?:please |pls |can you |could you |would you |i need (?:to know )?|we need (?:to know )?|need |looking for |i'm looking for |want )*"
    r"(?:tell|show|send|give|quote|compare|explain|list|find|look up|calculate|price|share|describe|recommend|suggest|"
    r"the (?:price|cost|datasheet|discount)|a (?:price|quote|datasheet))\b"
)


def is_aside(raw: str, bot_user: str) -> bool:
    """Whether the text, as Slack spells it, begins or ends with somebody's mention and never mentions the bot."""
    if f"<@{bot_user}" in raw:
        return False
    return bool(_TO_SOMEBODY.match(raw) or _AT_ITS_END.search(raw) or _BY_NAME.match(raw))


def bearing_of(text: str) -> Bearing:
    """Whether what somebody wrote among others is a question for the bot."""
    said = spoken(text)
    wish = wish_of(text)
    if not said or wish in {"smalltalk", "outside"} or _AMONG_THEM.search(said):
        return "talk"
    if wish == "price" or "?" in text or _of_people(said) or voices_an_objection(text):
        return "question"
    asked = any(
        inquires(one) or asks_how_things_are(one) or _ORDER.search(one) for one in sayings(said)
    )
    return "question" if asked or seeks_an_argument(said) else "unclear"


def bearing_among_people(text: str, *, aside: bool, files: bool) -> Bearing:
    """The bearing of what stands in a thread without a mention; a file is there to be read."""
    if files:
        return "question"
    return "talk" if aside else bearing_of(text)


def is_overheard(text: str) -> bool:
    """Whether what nobody addressed to the bot is a price request, a question to look up, or an objection."""
    asks = wish_of(text) in {"price", "lookup"} or voices_an_objection(text)
    return asks and bearing_of(text) == "question"


def _of_people(said: str) -> bool:
    """Whether it is plainly a person's help that is wanted; by likeness alone it would be guessed."""
    return (
        asks_for_a_decision(said)
        or asks_for_a_person(said)
        or asks_for_an_errand(said)
        or is_frustrated(said)
    )
