"""A text as the tables of phrasings are compared with it, and who is speaking in it."""

import re
import unicodedata

from partnerline.knowledge.words import fold

_APOSTROPHES = str.maketrans("’‘´`", "''''")


def spoken(text: str) -> str:
    """The text folded, without accents, with one kind of apostrophe and of space."""
    parts = unicodedata.normalize("NFKD", fold(text).translate(_APOSTROPHES))
    bare = "".join(one for one in parts if not unicodedata.combining(one))
    return re.sub(r"\s+", " ", bare).strip(" \t¿¡")


_ENDS = re.compile(r"(?<=[.!?;:])\s+[¿¡]?|\s+[-–—]\s+")


def sayings(said: str) -> tuple[str, ...]:
    """The sentences of what was said, each without the courtesies it opens with."""
    parts = (_OPENERS.sub("", part.strip()) for part in _ENDS.split(said))
    return tuple(part for part in parts if part)


_OPENERS = re.compile(
    r"^(?:(?:hi|hello|hey|hallo|bonjour|hola|ciao|good (?:morning|afternoon|evening)|dear|ok|okay|well|so|and|but|also|oh|"
    r"thanks|thank you|thx|great|perfect|stop|no|yes|sorry|excuse me|listen|look|just|now|then|maybe|perhaps|anyway|hm+|seriously|honestly|"
    r"und|aber|also|dann|et|mais|alors|y|pero|e|ma|there|team|all|everyone|everybody)\b[\s,:!.]*)+(?=\S)"
)

_CUSTOMER = r"(?:customers?|clients?|prospects?|buyers?|end users?|kunden?|interessent\w*|clientes?|clienti|acheteurs?)"
_REPORTED = re.compile(
    rf"^(?:(?:the|a|an|my|our|their|his|her|one|some|der|ein|unser|mein|le|un|notre|mon|el|nuestro|mi|il|nostro|if) )*(?:end )?{_CUSTOMER}\b(?! (?:service|care|support)\b)"
    r"|^(?:he|she|they|the (?:guy|it guy|boss|cfo|cto|it|purchas\w+)|someone|somebody) (?:keeps? |just |really |now )?"
    r"(?:says?|said|thinks?|asks?|asked|wants?|believes?|claims?|refuses?|complains?|demands?|told|is|are|needs?|insists?|feels?|finds?|keep)\b"
    rf"|\b{_CUSTOMER} (?:\w+ )?(?:says?|said|thinks?|asks?|asked|wants?|wanted|claims?|complains?|complained|demands?|told|needs?|insists?|feels?|finds?|"
    r"sagt|fragt|meint|will|dit|demande|veut|dice|pide|quiere|chiede|vuole)\b"
)
_WHAT_TO_SAY = re.compile(
    r"\b(?:what|how) (?:can|do|should|could|shall|would|must|to) ?(?:i|we)? (?:say|answer|reply|tell|respond|react|handle|counter|argue|offer)\b"
    r"|\bwhat (?:to say|now|do i do|are the rules)\b|\bany tips\b|\bhelp me (?:answer|with an objection)\b|\bhow (?:do|should|can) (?:i|we) (?:handle|react|respond|deal)\b"
    r"|\bwas (?:sage|antworte|soll) ich\b|\bque (?:dire|repondre|digo|respondo)\b|\bcosa (?:dico|rispondo)\b"
)


def reports_another(said: str) -> bool:
    """Whether somebody else's words or wishes are repeated: a customer's, "he says"."""
    return any(_REPORTED.search(one) for one in sayings(said))


def seeks_an_argument(said: str) -> bool:
    """Whether the rep wants to know what to say to somebody else."""
    return _WHAT_TO_SAY.search(said) is not None


_INQUIRY = re.compile(
    r"^(?:(?:can|could|would|will|do) you (?:please )?(?:tell|explain|say|know|let me know)\b(?: me| us)?,? ?|(?:please |pls )?(?:tell|explain|show|list)(?: me| us| to me)?,? |"
    r"(?:i|we) (?:need|want|would like|'d like|wonder|am wondering)(?: to know)?,? |i'd like to know,? |do you know,? |quick question[,:]? |any idea |i wonder )*"
    r"(?:(?:in|on|from|to|under|until|till|at|by|for|with|since|about) )?"
    r"(?:how(?! about)|what(?!'?s? about| if| a\b| the (?:hell|heck|f))|what's|whats|which|who|who's|whom|whose|where|when|why|"
    r"wie|wer|wem|wen|was|welche[rsnm]?|wo|wann|warum|comment|qui|quel(?:le)?s?|quand|pourquoi|ou|combien|"
    r"como|quien|que|cual|cuales|cuando|donde|cuanto|come|chi|quale?|quali|quando|dove|quanto|cosa)\b"
)
_RULE = re.compile(
    r"^(?:is|are|was|were|does|do|did|has|have|must|will|should|sind|ist|gibt|darf|est-ce que|existe|hay|c'e)\b"
)


def inquires(saying: str) -> bool:
    """Whether a sentence asks who, how, when or what, so that words would answer it."""
    return _INQUIRY.search(saying) is not None


def asks_how_things_are(saying: str) -> bool:
    """Whether a sentence asks what the case is: "does it …", "is there …", "are they …"."""
    return _RULE.search(saying) is not None
