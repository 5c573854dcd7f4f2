"""What is too unclear to look up, and the one short question back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from partnerline.knowledge.intent.continuing import product_alone, without_products
from partnerline.knowledge.intent.grammar import ATTRIBUTES, PLAIN, are_all, telling_words
from partnerline.knowledge.intent.known_names import known_names
from partnerline.knowledge.intent.language import language_of
from partnerline.knowledge.intent.openings import opened
from partnerline.knowledge.intent.pointing_back import pointers
from partnerline.knowledge.intent.siblings import MOST
from partnerline.knowledge.words import compact, content_words, stem, words

WHICH = "Which one do you mean?"
WHETHER = "Do you mean {name}?"
WHAT_OF = "What would you like to know about {name}?"
WHAT_FAILS = "What is it about, and what happens?"
WHICH_PRODUCT = "Which product is it about?"
WHAT = "What is it about: a product, a rule, or something that the customer said?"
_ASKED_BACK = (WHICH, WHAT_OF.split("{", maxsplit=1)[0].strip(), WHAT_FAILS, WHAT, "Which of these")

_EMPTY = frozenset(
    stem(word)
    for word in """info infos information informations details detail question questions help issue issues problem problems trouble stuff thing things data
    maybe perhaps dunno idk idea clue doc docs document documents material answer matter topic support assistance urgent urgently important overview advice hilfe frage fragen problem probleme
    infos aide renseignement renseignements problème ayuda información problema pregunta aiuto informazione informazioni domanda everything something more
    product products clarification guidance look explain describe find question asap today""".split()
)
"""Words that say that something is wanted and not what."""
_BROKEN = frozenset(
    stem(word)
    for word in """work works working worked function functions broken fails fail failed failing error errors wrong dead stopped stops down crash crashed issue
    problem problems funktioniert geht kaputt marche fonctionne panne funciona roto guasto funzionare funziona bug faulty defective offline""".split()
)
_ASKS = frozenset("does do did is are can could will would has have why how what when where which who".split())  # fmt: skip
_LONG = 200
"""Characters above which a text says something."""
_FEW = 3
"""Words of no subject that are still no question of their own."""
_DEFINED = re.compile(
    r"^\W*(?:what(?:'?s| is| are| does)|explain|describe|define)\b", re.IGNORECASE
)
_PLEA = frozenset("show tell give send explain need want looking look please can get find ask check see know".split())  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Clarify:
    """A question back: one short sentence and at most five ways to answer it."""

    text: str
    choices: tuple[str, ...] = ()


def which_one(choices: Sequence[str]) -> Clarify:
    """Asks which of several products is meant."""
    text = WHETHER.format(name=choices[0]) if len(choices) == 1 else WHICH
    return Clarify(text=text, choices=tuple(choices)[:MOST])


def is_unclear(text: str, names: Sequence[str] = ()) -> bool:
    """Whether the text, standing alone, says too little to look anything up by."""
    return _lacks(text, names) is not None


def ask_back(text: str, names: Sequence[str] = (), topics: Sequence[str] = ()) -> Clarify | None:
    """The question back to a text too unclear to search; `None` where it is clear enough.

    `names` and `topics` are of the asker's own scope: products, and headings of what comes nearest, the best first.
    """
    lacking = _lacks(text, names)
    if lacking is None:
        return None
    spoken = known_names(names).spoken(text)
    if spoken:
        name = spoken[-1].name
        return Clarify(text=lacking.format(name=name), choices=_of(name, topics, names))
    return Clarify(text=lacking, choices=_distinct(topics))


def asks_back(answer: str) -> bool:
    """Whether a message of the bot asks back: its first line is a question."""
    return answer.strip().split("\n")[0].rstrip(" *_").endswith("?")


def _lacks(text: str, names: Sequence[str]) -> str | None:
    """What to ask of an unclear text, or `None`."""
    if len(text) > _LONG:
        return None
    rest = opened(text).rest
    spoken = known_names(names).spoken(rest)
    beside = without_products(rest, spoken)
    said = [stem(word) for word in telling_words(beside) if word not in _PLEA]
    if _says_it_fails(beside, said):
        return WHAT_FAILS
    if spoken:
        alone = product_alone(rest, spoken) or all(word in _EMPTY for word in said)
        return WHAT_OF if alone and not (_measures(beside) or _DEFINED.match(rest)) else None
    if all(word in _EMPTY for word in said) and len(said) <= _FEW:
        return WHAT
    return _lacks_what_it_points_at(rest, said)


def _measures(rest: str) -> list[str]:
    """The words that ask how much of something there is: "how loud", "how long"."""
    return [word for word in content_words(rest) if stem(word) in PLAIN - _BROKEN]


def _says_it_fails(rest: str, said: Sequence[str]) -> bool:
    """Whether a statement says no more than that something doesn't work."""
    every = words(rest) or ("",)
    fails = any(stem(word) in _BROKEN for word in every) and all(word in _BROKEN for word in said)
    asks = rest.rstrip().endswith("?") or every[0] in _ASKS
    return fails and len(said) < _FEW and not asks


def _lacks_what_it_points_at(rest: str, said: Sequence[str]) -> str | None:
    """ "What is its weight?" out of the blue: nothing tells of what."""
    if not pointers(rest, language_of(rest)):
        return None
    if are_all(said, ATTRIBUTES):
        return WHICH_PRODUCT
    return WHAT if len(said) + len(_measures(rest)) == 1 else None


def _of(name: str, topics: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """The topics as questions about the product; one that speaks of other products is left out."""
    known = known_names(names)
    own = []
    for topic in topics:
        spoken = {one.name for one in known.spoken(topic)}
        if not spoken - {name}:
            bare = re.sub(rf"\s*\({re.escape(name)}\)", "", topic)
            own.append(
                bare if {name} & {one.name for one in known.spoken(bare)} else f"{name}: {bare}"
            )
    return _distinct(own)


def _distinct(topics: Sequence[str]) -> tuple[str, ...]:
    """The first few topics that differ in more than their spelling."""
    kept: dict[str, str] = {}
    for topic in topics:
        kept.setdefault(compact(topic), topic)
    return tuple(topic for key, topic in kept.items() if key)[:MOST]
