"""What a request for a decision doesn't say and a manager needs to know: named, never guessed."""

import re

from partnerline.knowledge.model import Question
from partnerline.knowledge.words import fold

_NAMED_CUSTOMER = re.compile(
    r"(?i:\b(?:customer|client|end[ -]user|buyer|prospect|account|kunden?|endkunden?|deal (?:at|with)|project (?:at|for)|tender (?:at|of|by)))\b"
    r"\W{1,3}(?:(?i:is|called|named|of ours|hei(?:ß|ss)t)\W+)?[A-ZÄÖÜ][\w&.-]+"
)
_COMPETITOR = re.compile(
    r"\b(?:competit\w+|rivals?|other (?:vendors?|suppliers?|bids?|offers?)|another (?:vendor|supplier|bid|offer|quote)|versus|vs|"
    r"against|undercut\w*|match|wettbewerb\w*|konkurren\w*|mitbewerb\w*)\b"
)
_VOLUME = re.compile(
    r"\b\d[\d.,]*\s?(?:x|×|pcs|pieces?|units?|seats?|packs?|licen[cs]es?|stück|st)\b|(?<![\w.,%-])\d{1,6}(?!\s?(?:%|percent|per cent|prozent|points?|[\w.,-]))"
)
_BY_WHEN = re.compile(
    r"\b(?:by|until|till|before|bis|vor) (?:the |this |next |end |eod|close|tomorrow|today|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|"
    r"aug|sep|oct|nov|dec|q[1-4]|\d)|\b(?:deadline|closes|closing|due|today|tomorrow|tonight|this (?:week|month|quarter)|next (?:week|month)|"
    r"end of (?:the )?(?:week|month|quarter|year)|heute|morgen|diese woche|quartalsende)\b"
)
_REGISTERED = re.compile(r"\b(?:regist\w+|deal reg\w*|angemeldet\w*)\b")

CUSTOMER = "who the end customer is"
COMPETITOR = "whether a competitor is in the deal, and at what price"
VOLUME = "how many are bought"
BY_WHEN = "by when the answer is needed"
REGISTERED = "whether the deal is registered"


def unsaid(question: Question, *, counted: bool) -> tuple[str, ...]:
    """What neither the question nor the rep's earlier turns say; `counted` where the quantity was read from them."""
    turns = [turn.text for turn in question.history if turn.role == "user"]
    written = "\n".join((*turns, question.text))
    said = fold(written)
    checks = (
        (CUSTOMER, _NAMED_CUSTOMER.search(written) is not None),
        (COMPETITOR, _COMPETITOR.search(said) is not None),
        (VOLUME, counted or _VOLUME.search(said) is not None),
        (BY_WHEN, _BY_WHEN.search(said) is not None),
        (REGISTERED, _REGISTERED.search(said) is not None),
    )
    return tuple(name for name, is_said in checks if not is_said)
