"""Whose doing a question and a sentence speak of: a rep's "we" is the document's "you", its "you" the vendor's "we"."""

import re

from partnerline.knowledge.words import fold, words

_PERSON = re.compile(
    r"\b(?:i|we|our|us|my|you|your|they|their|them|he|she|his|her|customers?|partners?|reps?|users?|nobody|everyone)\b"
)
_AGENT = re.compile(r"\bby (?:the |a |an |our |your )?(?:us|you|\w+)\b")
_REP = frozenset({"i", "we", "our", "us", "my"})
_VENDOR = frozenset({"you", "your"})
_OF_PARTNER = frozenset({"you", "your", "partner", "partners"})
_OF_VENDOR = frozenset({"we", "our", "us"})


def same_persons(asked: str, clause: str) -> bool:
    """Whether the one who acts in the clause is the one that was asked about, or the clause names nobody."""
    question, told = fold(asked), fold(clause)
    if _AGENT.search(told) and not _AGENT.search(question):
        return False
    telling = set(_PERSON.findall(told))
    subject = _PERSON.match(question.strip())
    if subject is None or not telling:
        return telling <= set(words(question))
    person = subject.group()
    if person in _REP:
        return telling <= _OF_PARTNER
    if person in _VENDOR:
        return telling <= _OF_VENDOR
    return {one.rstrip("s") for one in telling} <= {
        one.rstrip("s") for one in _PERSON.findall(question)
    }
