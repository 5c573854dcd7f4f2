"""A message that asks several things, parted into its questions."""

import re

from partnerline.knowledge.intent.grammar import ASKING, ORDERS, VERBS, is_clause, telling_words
from partnerline.knowledge.words import words

MOST = 4
"""Questions in one message that are told apart; a longer list is one for a person."""

_SENTENCE = re.compile(r"(?<=[?!])\s+|(?<!\bvs\.)(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bno\.)(?<!\betc\.)(?<!\bincl\.)(?<!\bca\.)(?<!\bbzw\.)(?<!\bz\.b\.)(?<!\bapprox\.)(?<!\bmax\.)(?<!\bmin\.)(?<!\binc\.)(?<=[a-zäöüéèà\d)%][.;])\s+(?=\S)|\s*\n+\s*(?:[-*\u2022]\s*|\d{1,2}[.)]\s+)?")  # fmt: skip
_NUMBERED = re.compile(r"(?:^|\s)(?:\d{1,2}[.)]|\([a-d1-9]\)|[-*\u2022])\s+")
_WH = r"(?:what|which|who|when|where|why|how|was|wer|wann|wo|wie|warum|welche[rs]?|quel(?:le)?s?|quand|où|comment|combien|pourquoi|qué|cuál|cuándo|dónde|cómo|cuánto|quale|quando|dove|come|quanto|chi)"
_DO = r"(?:is|are|was|does|do|did|can|could|may|must|should|will|would|has|have)"
_OF_A_THING = r"price|cost|weight|size|dimensions|height|width|depth|range|accuracy|battery life|lifetime|lead time|delivery time|warranty|temperature|power consumption|voltage|material|datasheet"
_AND = re.compile(
    rf"\s*(?:,\s*(?:and\s+)?|\s(?:and|und|et|y|e)\s+|\s*&\s*)(?:also\s+)?(?=(?:{_WH}(?:'s)?\s+\S+\s+\S+|{_WH}'s\s+\S|{_DO}\s+(?:it|they|i|we|you|the|there|this|that|my|customers?)\s|(?:the|its|their)\s+(?:{_OF_A_THING})\s+(?:of|for|on)\s))",
    re.IGNORECASE,
)
_HEADS_A_PRICE = re.compile(
    r"^\W*(?:(?:the|a|an|also|and|please|pls|your|our|my|net|list|unit|best)\s+)*(?:price|prices|pricing|quote|quotation|offer|cost|preis|prix|precio|prezzo)s?\b|^\W*\d+\s*(?:x\b|pcs?\b|pieces?\b|units?\b)?\s*(?:of\s+)?[A-Za-z]",
    re.IGNORECASE,
)
"""A price that is asked for without a verb: "price for 100 pumps", "20 x the small one"."""
_HEADS = re.compile(
    rf"{_HEADS_A_PRICE.pattern}|^(?:the|its|their)\s+(?:{_OF_A_THING})\s+(?:of|for|on)\s",
    re.IGNORECASE,
)
_PRICED = re.compile(
    r"\b(?:price|pricing|quot\w+|offer|cost|preis|prix|precio|prezzo)s?\b", re.IGNORECASE
)
_SUBORDINATE = re.compile(r"^(?:if|as|since|because|while|once|(?:when|where)(?! (?:is|are|was|do|does|did|can|could|will|would|should|must|may)\b)|for|in|at|with|according|regarding|wenn|falls|si|se|cuando)\b", re.IGNORECASE)  # fmt: skip
_KNOWING = re.compile(r"\b(?:know|tell me|explain|understand|ask(?:s|ed|ing)?|wonder(?:s|ing)?|check|sure|see|say|says|show|learn|wissen|sagen|savoir|saber|sapere|confirm|find out)\W*$", re.IGNORECASE)  # fmt: skip


def questions_in(text: str) -> tuple[str, ...]:
    """The questions of a message, in order, each with the statement that leads to it; one where they can't be told apart."""
    if listed := _listed(text):
        return listed
    pieces = [piece for sentence in _sentences(text) for piece in _parted(sentence)]
    questions: list[str] = []
    lead = ""
    for piece in pieces:
        if _asks(piece):
            questions.append(f"{lead} {piece}".strip())
            lead = ""
        else:
            lead = f"{lead} {piece}".strip()
    if lead and questions:
        questions[-1] = f"{questions[-1]} {lead}"
    whole = (" ".join(text.split()),)
    return tuple(questions) if 2 <= len(questions) <= MOST else whole


def _listed(text: str) -> tuple[str, ...]:
    """The entries of a short numbered list with nothing before it, each of which asks for something."""
    entries = tuple(part.strip() for part in _NUMBERED.split(text) if part and part.strip())
    marks = len(_NUMBERED.findall(text))
    fits = 2 <= len(entries) == marks <= MOST and _NUMBERED.match(text.strip()) is not None
    return entries if fits and any(_asks(one) for one in entries) else ()


def _sentences(text: str) -> list[str]:
    numbered = [part.strip() for part in _NUMBERED.split(text.strip()) if part and part.strip()]
    listed = len(_NUMBERED.findall(text)) >= 2 and len(numbered) >= 2
    parts = numbered if listed else [text]
    return [one.strip() for part in parts for one in _SENTENCE.split(part) if one and one.strip()]


def _parted(sentence: str) -> list[str]:
    """The sentence in two, where a second question is joined to the first."""
    if _SUBORDINATE.match(sentence):
        return [sentence]
    for found in _AND.finditer(sentence):
        before, after = sentence[: found.start()], sentence[found.end() :]
        if (
            (_asks(before) or _HEADS.match(before))
            and telling_words(before)
            and not _KNOWING.search(before)
        ):
            return [f"{before.rstrip(' ,?')}?", *_parted(after)]
    return [sentence]


def _counts_a_price(piece: str) -> bool:
    """Whether a price is asked for in a statement: "I need a quote for 30 pumps", "price for 12 of them"."""
    headed = _HEADS_A_PRICE.match(piece) is not None or any(one.isdigit() for one in words(piece))
    return headed and _PRICED.search(piece) is not None


def _asks(piece: str) -> bool:
    """Whether the piece is a question or asks for something by itself."""
    said = words(piece)
    if not said or not (telling_words(piece) or piece.rstrip().endswith("?")):
        return False
    if piece.rstrip().endswith("?") or _counts_a_price(piece):
        return True
    return (said[0] in ASKING or said[0] in ORDERS or (said[0] in VERBS and len(said) > 2)) and is_clause(piece)  # fmt: skip
