"""How much of a sentence stands in its passages, word for word."""

import re

from partnerline.knowledge.grounding.figures import figures_of
from partnerline.knowledge.grounding.measures import BY_SPELLING
from partnerline.knowledge.words import content_words, stem, words

SUPPORT = 0.7
"""The least share of content words that has to stand there: tests/knowledge/grounding/paraphrases.py measures it."""
_ROOT = 6
"""Letters that two long words have in common where one is taken for a form of the other: "typical", "typically"."""
_LIGHT = frozenset(
    stem(word)
    for word in (
        "receive obtain take hold offer provide come apply available possible allow able partner user case respective corresponding "
        "following according addition therefore however because since well last"
    ).split()
)
"""Words that a sentence is built with and that say little of what it is about: they count where they stand there."""
_IRREGULAR = {
    "paid": "pay", "sent": "send", "made": "make", "sold": "sell", "kept": "keep", "held": "hold", "built": "build",
    "bought": "buy", "chosen": "choose", "taken": "take", "took": "take", "given": "give", "shown": "show", "sale": "sell",
    "written": "write", "lost": "lose", "met": "meet", "ran": "run", "began": "begin", "begun": "begin", "paying": "pay",
}  # fmt: skip
_TELLING = frozenset(
    stem(word)
    for word in (
        "half double twice triple third quarter daily weekly monthly quarterly annually yearly hourly always unlimited lifetime "
        "perpetual permanent permanently forever everywhere worldwide immediately instantly automatically optional included"
    ).split()
)
"""Words that change what is said as a figure does: each has to stand there, whatever the share of the rest."""
_SHORT_NOT = re.compile(
    r"\b(?:is|are|was|do|does|did|has|have|can|could|must|need|should|wo|would)n['\u2019]t\b|n['\u2019]t\b"
)


def support(said: str, told: str) -> tuple[float, tuple[str, ...]]:
    """The share of the sentence's content words that the passages hold, and the telling ones they lack.

    Figures and units are judged apart: a sentence of nothing else has the share 1, one of nothing at all 0.
    """
    mine, has_figures = _words_of(said)
    theirs = {_root(word) for word in words(told)}
    missing = {word for word in mine if word not in theirs and not _is_form(word, theirs)}
    counted = mine - (missing & _LIGHT)
    lacking = len(missing - _LIGHT)
    share = 1 - lacking / len(counted) if counted else float(has_figures)
    return share, tuple(sorted(word for word in missing if word in _TELLING))


def _words_of(said: str) -> tuple[set[str], bool]:
    """The stems of a sentence's content words less its figures, and whether it has figures."""
    figures = figures_of(said)
    text = _SHORT_NOT.sub(lambda short: " " * len(short.group()), figures.text)
    spans = [(one.start, one.end) for one in figures.numbers]
    spans += [(one.start, one.end) for one in figures.days]
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    counted = {_root(word) for word in content_words(text) if word not in BY_SPELLING}
    return counted, bool(figures.numbers or figures.days)


def _root(word: str) -> str:
    return stem(_IRREGULAR.get(word, word))


def _is_form(word: str, others: set[str]) -> bool:
    """Whether a long word begins as another does: "typical" and "typically", "weigh" and "weight"."""
    if len(word) < _ROOT - 1:
        return False
    return any(
        other[:_ROOT] == word[:_ROOT]
        or (len(other) >= _ROOT - 1 and (other.startswith(word) or word.startswith(other)))
        for other in others
    )
