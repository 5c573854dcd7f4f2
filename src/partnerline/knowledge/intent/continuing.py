"""An earlier question with a part of it replaced or added: "and outdoors?", "and the AX-400?", "for how long?"."""

import re
from collections.abc import Sequence

from partnerline.knowledge.intent.grammar import (
    ADVERBS,
    ARTICLES,
    ASKING,
    OF,
    PREPOSITIONS,
    TIMES,
    VERBS,
    bare,
    telling_words,
)
from partnerline.knowledge.intent.known_names import KnownNames, Spoken
from partnerline.knowledge.intent.language import Language
from partnerline.knowledge.intent.pointing_back import Pointer
from partnerline.knowledge.words import fold, words

_CODE_NAME = re.compile(r"[A-Z\d]+[-_/]?[A-Z\d]\S*(?: [A-Z]\S*)?$")
_POSSESSIVE = frozenset("its their theirs".split())
_ACRONYM = re.compile(r"\b[A-Z][A-Z\d&-]{1,5}\b(?!-)")
_SUBJECT = re.compile(
    r"^(?:(?:what|which|who|when|where|why|how)\b(?:\s(?:long|much|many|often|far|soon|fast|exactly))?(?:'s)?\s*)?"
    r"(?:(?:is|are|was|were|does|do|did|can|could|may|must|should|will|would|has|have)\s+)?"
    r"(?:(?:i|we|you|they|one|my customers?|our customers?|the customers?|customers?|a customer|a partner|partners|someone)\s+(?:(?:have|want|need|like|wish|get|apply for|claim|order|request) (?:to )?)?)?(?:happens (?:with|to|if|when)\s+)?",
    re.IGNORECASE,
)
_PUT_BEHIND = re.compile(r"\((?P<topic>[^()]+)\)(?: [^()]*)?$")
"""Where `about_topic` has put the subject."""
_THERE = re.compile(r" (?:is|are) there$", re.IGNORECASE)
_NEGATED = {"can": "can't", "could": "couldn't", "do": "don't", "does": "doesn't", "did": "didn't", "is": "isn't", "are": "aren't", "was": "wasn't", "were": "weren't", "will": "won't", "would": "wouldn't", "should": "shouldn't", "must": "mustn't", "has": "hasn't", "have": "haven't"}  # fmt: skip
_PRONOUN_LIMIT = 4
_SHORT_HEAD = 3
_INDEFINITE = frozenset("a an ein eine einen un une una".split())
_NO_THING = r"(?!(?:a|an|the|for|on|of|with|to|in|and)\b)"
_ARTICLE_BEFORE = re.compile(
    rf"\b(?:a|an|ein|eine|einen|un|une|una)\s+(?:{_NO_THING}[\w'-]+\s*){{1,3}}$", re.IGNORECASE
)
_LEADING = re.compile(
    r"\b(?:for|on|of|with|to|in|have|has|support|offer|include|includes|need|require|use|sell|take|accept|meet|für|auf|bei|mit|pour|de|avec|para|con|per|di)\s+"
    rf"(?P<what>(?:{_NO_THING}[\w'-]+\s*){{1,3}})$",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(r"^how (heavy|big|large|tall|wide|deep|loud|hot|accurate|precise|fast|old|thick|strong|waterproof)$", re.IGNORECASE)  # fmt: skip


def with_subject(text: str, found: Sequence[Pointer], subject: str) -> str:
    """The text with what its pointing words point at in their place."""
    parts, at = [], 0
    for one in found:
        word = fold(one.word)
        said = f"{subject}'s" if word in _POSSESSIVE else subject
        parts += [text[at : one.start], said]
        at = one.end
    joined = "".join([*parts, text[at:]])
    return _capital(re.sub(r"\b(of|for|with|to) the the ", r"\1 the ", joined))


def called(name: str, language: Language | None) -> str:
    """What stands for the product in a sentence: "the AX-200" in English, the name alone elsewhere."""
    return f"the {name}" if language in {None, "en"} and _CODE_NAME.match(name) else name


def topic_of(earlier: str) -> str:
    """What an earlier question is about where it names no product: an acronym, else its words without the asking."""
    text = bare(earlier)
    if found := _PUT_BEHIND.search(text):
        return found["topic"]
    if not text.isupper() and (found := _ACRONYM.search(text)):
        return found.group()
    return _THERE.sub("", _SUBJECT.sub("", text)).strip() or text


def is_short_name(topic: str) -> bool:
    """Whether the topic can stand where a pronoun stood."""
    said = words(topic)
    return len(said) <= _PRONOUN_LIMIT and not any(word in VERBS or word in PREPOSITIONS for word in said) and (said[0] in ARTICLES or len(said) == 1)  # fmt: skip


def about_topic(text: str, topic: str) -> str:
    """The text with its subject after it, where that can't be put into it."""
    return f"{_capital(bare(text))} ({topic})?"


def without_same_place(topic: str, text: str) -> str:
    """The topic less what the text says otherwise: "the warranty on sensors", asked "how long is it on pumps", is "the warranty"."""
    found = re.search(r" (?P<where>\w+) (?:the )?[\w-]+$", topic)
    if not found or found["where"] not in PREPOSITIONS or found["where"] not in words(text):
        return topic
    return topic[: found.start()]


def with_attribute(fragment: str, subject: str, language: Language | None) -> str:
    """The attribute of the subject, as a question: "The weight of the AX-200?"."""
    if how := _HOW_MUCH.match(bare(fragment)):
        return f"How {how[1]} is {subject}?"
    if language in {None, "en"}:
        language = "en"
    return _capital(f"{bare(fragment)} {OF[language]} {subject}?")


def with_other_product(earlier: str, old: Sequence[Spoken], new: str) -> str:
    """The earlier question of another product; where it named several side by side, of that one alone."""
    first = old[-1]
    for one in reversed(old[:-1]):
        between = earlier[one.end : first.start]
        if not re.fullmatch(r"\W*(?:and|or|vs\.?|versus|und|oder|et|ou|y|o|e)?\W*(?:the |das |die |le |la |el |il )?", between):  # fmt: skip
            break
        first = one
    before = earlier[: first.start]
    new = re.sub(r"^(?:the|das|die|der|den|dem|le|la|el|il|lo|l')\s+", "", bare(new), flags=re.IGNORECASE)  # fmt: skip
    return before + new + earlier[old[-1].end :]


def with_circumstance(earlier: str, fragment: str) -> str:
    """The earlier question in another place or at another time, for other people or of another thing."""
    said, asked = bare(fragment), bare(earlier)
    if put := _of_the_same_kind(asked, said):
        return put
    for pattern in _replaced_by(said):
        if found := list(pattern.finditer(asked)):
            place = found[-1]
            return whole(asked[: place.start()] + said + asked[place.end() :])
    return whole(f"{asked} {said}")


def _replaced_by(fragment: str) -> list[re.Pattern[str]]:
    """What in the earlier question gives way to a fragment of this kind, what is likeliest first."""
    said = fold(fragment).split()
    if said[0] in ADVERBS:
        return [
            re.compile(
                rf"\b(?:{'|'.join(sorted(ADVERBS, key=len, reverse=True))})\b", re.IGNORECASE
            )
        ]
    if any(word in TIMES for word in said):
        times = "|".join(sorted(TIMES, key=len, reverse=True))
        return [re.compile(rf"\b(?:in|on|at|for|during|by|im|am|en|nel|au)\s+(?:the |a |this |next |last )?(?:{times})\b(?:\s\d{{4}})?", re.IGNORECASE)]  # fmt: skip
    if said[0] in PREPOSITIONS:
        stop = "|".join(
            sorted(PREPOSITIONS | {"and", "or", "if", "when", "to"}, key=len, reverse=True)
        )
        times = "|".join(sorted(TIMES, key=len, reverse=True))
        return [re.compile(rf"\b{re.escape(said[0])}\s+(?!(?:the |a |this |next )?(?:{times})\b)(?:(?!(?:{stop})\b)[\w'-]+\s*){{1,4}}(?<!\s)", re.IGNORECASE)]  # fmt: skip
    return []


def with_other_thing(earlier: str, fragment: str) -> str:
    """The earlier question of another thing, which follows it where none in it gives way."""
    return with_thing_replaced(earlier, fragment) or whole(
        f"{bare(earlier)} \u2013 {bare(fragment)}"
    )


def with_thing_replaced(earlier: str, fragment: str) -> str:
    """The earlier question with its last thing in another's place; empty where it ends in none."""
    said, asked = bare(fragment), bare(earlier)
    if put := _of_the_same_kind(asked, said):
        return put
    leads = (_ARTICLE_BEFORE, _LEADING) if words(said)[0] in _INDEFINITE else (_LEADING,)
    for lead in leads:
        if found := lead.search(asked):
            start = found.start() if lead is _ARTICLE_BEFORE else found.start("what")
            return whole(asked[:start] + said)
    return ""


def with_name_replaced(earlier: str, name: str) -> str:
    """The earlier question with the name that it ends in gone for another: "in Pro", "in Enterprise"; empty where it ends in none."""
    asked = bare(earlier)
    found = re.search(r"(?<=\w )(?P<name>[A-Z][a-z]+)$", asked)
    return whole(asked[: found.start()] + bare(name).title()) if found else ""


def _of_the_same_kind(asked: str, said: str) -> str:
    """The question with another kind of the same: "silver partners" gives way to "gold partners"."""
    *kind, head = said.split()
    if kind and kind[0].casefold() in PREPOSITIONS:
        kind = kind[1:]
    if len(kind) == 1 and head.isdigit():
        numbered = re.compile(rf"\b{re.escape(kind[0])}\s+\d+\b", re.IGNORECASE)
        return whole(numbered.sub(f"{kind[0]} {head}", asked)) if numbered.search(asked) else ""
    if len(kind) != 1 or kind[0].casefold() in ARTICLES or len(head) <= _SHORT_HEAD:
        return ""
    found = re.search(rf"\b(?P<kind>[\w-]+)\s+{re.escape(head)}\b", asked, re.IGNORECASE)
    if not found or found["kind"].casefold() in ARTICLES | PREPOSITIONS | VERBS:
        return ""
    return whole(asked[: found.start("kind")] + kind[0] + asked[found.end("kind") :])


def with_question_word(earlier: str, asking: str) -> str:
    """The earlier question asked for another side of it: "for how long", "since when", "why not"."""
    said, asked = bare(asking), bare(earlier)
    first = words(asked)[0] if words(asked) else ""
    if fold(said) == "why not" and first in _NEGATED:
        return whole(f"Why {_NEGATED[first]} {asked[len(first) :].strip()}")
    if first in VERBS and first not in ASKING and not fold(said).endswith(" not"):
        return whole(f"{_capital(said)} {asked[0].lower()}{asked[1:]}")
    return whole(f"{asked} \u2013 {said}")


def product_alone(text: str, found: Sequence[Spoken]) -> bool:
    """Whether nothing is said but which product."""
    rest = without_products(text, found)
    return not telling_words(rest) and not any(word in ASKING for word in words(rest))


def without_products(text: str, found: Sequence[Spoken]) -> str:
    """The text less the names of products."""
    for one in reversed(found):
        text = f"{text[: one.start]} {text[one.end :]}"
    return " ".join(text.split())


def products_in(text: str, names: KnownNames) -> tuple[Spoken, ...]:
    """The products the text names, in order."""
    return names.spoken(text)


def whole(text: str) -> str:
    """The text as one question: with a capital, and a mark at its end."""
    return f"{_capital(bare(text))}?"


def _capital(text: str) -> str:
    text = " ".join(text.split())
    return text if re.match(r"[a-z]+-?\d|[a-z][A-Z]", text) else text[:1].upper() + text[1:]
