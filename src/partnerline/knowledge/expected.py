"""What kind of answer a question wants, and whether a text holds one of that kind."""

import re
from collections.abc import Mapping
from typing import Literal

from partnerline.knowledge.words import fold

Expected = Literal[
    "number",
    "date",
    "duration",
    "yes_no",
    "person",
    "place",
    "steps",
    "list",
    "definition",
    "reason",
    "name",
    "open",
]

_TIME = r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|quarters?|years?|yrs?)"
_COUNT = r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half an?|an?)"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_FILLER = (
    r"(?:(?:hi|hello|hey|ok|okay|so|and|but|also|please|pls|quick question|one question|just|customer asks|btw|faq|question|q)\b"
    r"[\s,:;.!-]*)*"
)

_STEPS_ASKED = re.compile(
    r"\bhow (?:do|does|can|could|should|would|shall|must|did) (?:i|we|you|one|they|he|she|somebody|someone|people"
    r"|(?:the |a |our |my |an? end )?(?:partners?|customers?|reps?|users?|clients?|teammates?))\b|\bhow to\b"
    r"|\b(?:steps?|procedure|process|instructions?) (?:to|for|of)\b|\bwhat (?:do|should|must) (?:i|we) do\b"
    r"|\bwalk me through\b"
)
_DURATION_ASKED = re.compile(
    r"\bhow (?:long|quick(?:ly)?|soon|early|late|far (?:back|ahead|in advance))\b|\bhow fast (?:do|does|did|can|will|is)\b"
    r"|\b(?:lead|delivery|response|reaction|run|charging|recovery|repair) ?time\b"
    r"|\b(?:warranty|notice|trial|grace|retention|payment|validity) (?:period|term)s?\b"
    r"|\b(?:how many|number of) (?:business |working |calendar )?" + _TIME + r"\b"
)
_DATE_ASKED = re.compile(
    r"\b(?:when|until when|since when|by when)\b|\b(?:what|which) (?:date|day|month|year)\b|\bdeadline\b"
    r"|\b(?:release|launch|expiry|start|end) date\b"
)
_NUMBER_ASKED = re.compile(
    r"\bhow (?:much|many|big|large|heavy|hot|cold|accurate|precise|high|wide|far|deep|tall|often|loud)\b"
    r"|\b(?:max|maximum|min|minimum|limit|number|amount|size|weight|accuracy|range|capacity|percentage|rate"
    r"|threshold|quota|dimensions?|temperature|temp|voltage|consumption|cap|fee|discount|rebate)\b"
)
_REASON_ASKED = re.compile(
    r"\bwhy\b|\bhow come\b|\bwhat(?:'s| is)? the reason\b|\bfor what reason\b"
)
_PERSON_ASKED = re.compile(
    r"\b(?:who|whom|whose)\b|\bwhich (?:person|team|manager|department|contact)\b|\b(?:e-?mail|phone|contact)\b"
)
_PLACE_ASKED = re.compile(
    r"\bwhere\b|\bwhich (?:country|countries|city|region|address|page|folder)\b"
)
_LIST_ASKED = re.compile(
    r"\b(?:what|which) (?:are|were) (?:the|all|your|our|my)\b|\blist (?:of|all|the)\b"
    r"|\b(?:requirements|conditions|prerequisites|criteria|benefits|differences|exceptions) (?:for|of|to)\b"
    r"|\bwhat (?:do|does) .* (?:include|contain|consist)\b|\bwhat kinds? of\b"
)
_DEFINITION_ASKED = re.compile(
    r"^"
    + _FILLER
    + r"(?:what(?:'s| is| are)|define|explain) (?:an? |the )?[\w.&/-]+(?: [\w.&/-]+)?\s*\??$"
    r"|\bwhat (?:does|do) .+ (?:mean|stand for)\b|\bmeaning of\b|\bdefinition of\b"
)
_NAME_ASKED = re.compile(r"\bwhich\b|\bwhat(?:'s| is) the name\b|\bwhat(?:'s| is) .* called\b")

_ASKED: tuple[tuple[Expected, re.Pattern[str]], ...] = (
    ("steps", _STEPS_ASKED),
    ("duration", _DURATION_ASKED),
    ("date", _DATE_ASKED),
    ("number", _NUMBER_ASKED),
    ("reason", _REASON_ASKED),
    ("person", _PERSON_ASKED),
    ("place", _PLACE_ASKED),
    ("list", _LIST_ASKED),
    ("definition", _DEFINITION_ASKED),
    ("name", _NAME_ASKED),
)
_YES_NO = re.compile(
    r"(?:^"
    + _FILLER
    + r"|, |; |\? |[.:] )(?:is|are|was|were|am|do|does|did|can|could|may|might|must|should|shall|will|would|has|have|had|isn't"
    r"|aren't|doesn't|don't|can't|won't) (?!you (?:tell|explain|give|send|show|help|let)\b)[^,;]*$"
)

_FIGURE = re.compile(r"\d|\b(?:none|no limit|unlimited|zero|twice|half)\b")
_DURATION = re.compile(
    rf"\b{_COUNT}[\s-]+(?:business |working |calendar |full )?{_TIME}\b|\b(?:immediately|at once|the same day|life ?time|overnight"
    r"|round the clock|unlimited)\b|\b\d+\s?(?:h|hrs?|min|s|d)\b"
)
_DATE = re.compile(
    rf"\b\d{{4}}-\d\d(?:-\d\d)?\b|\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\b|\b{_MONTH}\.? \d{{1,4}}\b|\b\d{{1,2}}(?:st|nd|rd|th)?"
    rf"(?: of)? {_MONTH}\b|\b(?:in|of|since|until|by|after|before|every) (?:{_MONTH}|(?:19|20)\d\d)\b|\b(?:19|20)\d\d\b"
    r"|\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)day\b|\b(?:first|second|third|fourth) (?:quarter|half)\b|\bq[1-4]\b"
    rf"|\b(?:within|after|before|at least|every) {_COUNT}[\s-]+(?:\w+ )?{_TIME}\b"
)
_MAIL = re.compile(r"\b[^@\s]+@[^@\s]+\.\w+")
_PERSON_WORD = re.compile(
    r"\b(?:manager|team|engineer|staff|director|head|owner|lead|support|desk|department|officer|admin\w*|partner|representative"
    r"|council|board|employees?|teammates?|everyone|anyone|nobody|people|contractors?)\b|(?:^|\s)[#@]\w"
)
_PROPER = re.compile(r"(?<![.!?:]\s)(?<!^)\b[A-ZÀ-ÖØ-Þ][\w'’-]+")
_PLACE_WORD = re.compile(
    r"https?://|\b(?:in|at|on|from|to|under|via|near|inside|outside) (?:the |our |your |a )?\w+|>"
)
_STEP = re.compile(r"(?m)^\s*(?:\d{1,2}[.)]|step \d+)\s+\S", re.IGNORECASE)
_MARK = r"^\s*(?:[-*+•‣▪◦–]|\d{1,2}[.)]|[a-z][.)])\s+\S"
_BULLETS = re.compile(rf"(?ms){_MARK}.*{_MARK}")
_SEQUENCE = re.compile(r"(?:,[^,\n.]+){2,}|, (?:and|or) |\n[^\n]*: ")
_IMPERATIVE = re.compile(
    r"(?:^|[.!?:]\s+|\n)(?:then |first |please )?(?:ask|apply|book|call|check|choose|claim|click|contact|create|fill|follow|go|install"
    r"|log|make|open|order|press|put|run|select|send|set|sign|submit|tell|update|use|visit|write|enter|add|email|reach|see|start|post|attach|let|learn)\b"
    r"|\b(?:please|need to|needs to|have to|has to|should|must|you (?:can|may)|can be|is done|are done)\b"
)
_REASON = re.compile(
    r"\b(?:because|since|so that|therefore|thus|hence|due to|as a result|in order to|the reason|that is why|ensures?|allows?|to (?:avoid"
    r"|prevent|protect|make sure|ensure))\b"
)
_DEFINITION = re.compile(
    r"\b(?:is|are|means?|stands? for|refers? to|describes?|consists? of)\b|[(]\w|: "
)
_SETTLED = re.compile(
    r"\b(?:yes|no|not|none|never|only|can(?:not)?|may|must|is|are|was|were|will|do|does|has|have|free|available|included|unlimited"
    r"|supports?|allowed|possible)\b|n't\b"
)


def expected_of(text: str) -> Expected:
    """The kind of answer that the question's own words ask for; "open" where they don't say."""
    folded = " ".join(fold(text).split())
    if _YES_NO.search(folded) and not _STEPS_ASKED.search(folded):
        return "yes_no"
    return next((kind for kind, pattern in _ASKED if pattern.search(folded)), "open")


_HELD: Mapping[Expected, tuple[re.Pattern[str], ...]] = {
    "number": (_FIGURE,),
    "duration": (_DURATION,),
    "date": (_DATE,),
    "yes_no": (_SETTLED,),
    "person": (_MAIL, _PERSON_WORD),
    "place": (_PLACE_WORD, _MAIL),
    "steps": (_STEP, _IMPERATIVE),
    "list": (_BULLETS, _SEQUENCE),
    "definition": (_DEFINITION,),
    "reason": (_REASON,),
    "name": (_FIGURE,),
}
_NAMED: frozenset[Expected] = frozenset({"person", "place", "name"})


def holds(expected: Expected, text: str) -> bool:
    """Whether the text holds an answer of that kind: a figure, a day, a name, steps; always for "open"."""
    if expected == "open":
        return True
    folded = fold(text)
    return any(pattern.search(folded) for pattern in _HELD[expected]) or (
        expected in _NAMED and bool(_PROPER.search(text))
    )
