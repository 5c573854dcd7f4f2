"""A message that leans on its thread, put together with what it leans on; one that doesn't is told apart."""

import re
from collections.abc import Sequence

from partnerline.knowledge.intent.continuing import (
    about_topic,
    topic_of,
    with_attribute,
    with_circumstance,
    with_name_replaced,
    with_other_thing,
    with_question_word,
    with_subject,
    with_thing_replaced,
    without_same_place,
)
from partnerline.knowledge.intent.grammar import (
    ABOUT_A_RULE,
    ATTRIBUTES,
    PERSONS,
    are_all,
    bare,
    begins_with_preposition,
    is_circumstance,
    is_clause,
    only_asks,
    telling_words,
)
from partnerline.knowledge.intent.messages_in_threads import ALONE, ON, Message, Put, Step
from partnerline.knowledge.intent.other_products import (
    named_product,
    other_of_the_family,
    version,
)
from partnerline.knowledge.intent.pointing_back import Pointer, pointers
from partnerline.knowledge.words import fold, stem, words

_DEFINITE = frozenset("the das die der den le la les el los il lo i l its".split())
_OF_THE_PRICE = re.compile(
    r"\b(?:does|is|are|do) (?:the|that|this|your) (?:price|quote|quotation|offer)s?\b"
)
_WHO = frozenset("who wer wen wem qui quién chi".split())
_SHORT = 2
"""Telling words up to which a bare "battery life?" is taken for something of the product before it."""


def put_together(message: Message) -> Put:
    """The message with what it leans on, or `None` where it stands alone."""
    if not bare(message.text):
        return None
    steps = (other_of_the_family, version, named_product, _pointing, _asking, _in_fragments, _sentence)  # fmt: skip
    for step in steps:
        done, put = step(message)
        if done:
            return put
    return None


def _pointing(message: Message) -> Step:
    """ "And its weight?", "who approves it?"."""
    found = pointers(message.text, message.language)
    if not found or _means_people(message, found):
        return ON
    if message.subject and message.language in {None, "en"} and all(_stands_for_it(one.word) for one in found):  # fmt: skip
        return True, with_subject(message.text, found, message.subject)
    topic = message.subject or topic_of(message.so_far.asked)
    return True, about_topic(message.text, without_same_place(topic, message.text))


def _means_people(message: Message, found: Sequence[Pointer]) -> bool:
    """Whether "they" can hardly be the one product before: the customer's people are, or the vendor's."""
    if words(message.text)[0] == "their" and not message.ties and is_clause(message.text):
        return True
    if message.ties or not message.product_before or len(message.so_far.products(message.names)) > 1:  # fmt: skip
        return False
    alone = all(
        fold(one.word) in {"they", "them", "their", "theirs", "themselves"} for one in found
    )
    return alone and len(telling_words(message.text)) > _SHORT


def _stands_for_it(word: str) -> bool:
    return words(word)[0] in {"it", "its", "they", "them", "their", "that", "this", "these", "those"} and len(words(word)) == 1  # fmt: skip


def _asking(message: Message) -> Step:
    """ "For how long?", "how heavy?"."""
    if not only_asks(message.text):
        return ON
    if message.product_before and with_attribute(message.text, "", None).startswith("How "):
        return True, with_attribute(message.text, message.subject, message.language)
    return True, with_question_word(message.so_far.asked, message.text)


def _in_fragments(message: Message) -> Step:
    """ "And outdoors?", "for gold partners", "and the weight?", "what about batteries?"."""
    text, asked = message.text, message.so_far.asked
    if is_clause(text):
        return ON
    said = telling_words(text)
    if not said or (words(text)[0] in _WHO and not message.ties):
        return ALONE
    if begins_with_preposition(text) or is_circumstance(text):
        if message.opening.back_to:
            return True, about_topic(text, message.opening.back_to)
        return True, with_circumstance(asked, text)
    if message.opening.back_to:
        return True, with_attribute(text, message.subject, message.language)
    replaced = (
        "" if message.product_before or not message.ties else with_thing_replaced(asked, text)
    )
    if _is_own_subject(message, said) and not replaced:
        return ALONE
    if (
        not message.product_before
        and _is_called(message)
        and (other := with_name_replaced(asked, text))
    ):
        return True, other
    attribute = are_all(said, ATTRIBUTES | ABOUT_A_RULE)
    if message.product_before and not message.opening.corrected:
        short = (
            len(said) <= _SHORT
            and words(text)[0] not in {"a", "an"}
            and (text.rstrip().endswith("?") or len(said) == 1)
        )
        leans = message.ties or attribute or short
        return (True, with_attribute(text, message.subject, message.language)) if leans else ALONE
    if message.ties:
        definite = words(text)[0] in _DEFINITE or are_all(said, ABOUT_A_RULE)
        return True, _of_topic(message) if definite else with_other_thing(asked, text)
    return (True, _of_topic(message)) if attribute else ALONE


def _is_called(message: Message) -> bool:
    """Whether the text is one name and a question mark: written as one, or part of what a product is called."""
    name = bare(message.text)
    if not message.text.rstrip().endswith("?") or len(name.split()) != 1:
        return False
    entries = message.names.entries.values()
    return name.istitle() or any(name.title() in entry.split() for entry in entries)


def _of_topic(message: Message) -> str:
    return about_topic(message.text, topic_of(message.so_far.asked))


def _is_own_subject(message: Message, said: Sequence[str]) -> bool:
    """Whether a few words name a subject of their own: an acronym, or a heading of the library."""
    if message.opening.corrected:
        return False
    written = bare(message.text)
    if not written.isupper() and any(word.isupper() and len(word) > 2 for word in written.split()):
        return True
    if len(said) == 1 and written.isupper() and len(written) <= 5:
        return True
    mine = {stem(word) for word in said}
    return any(mine <= {stem(word) for word in words(heading)} for heading in message.headings) and not are_all(said, ATTRIBUTES | ABOUT_A_RULE)  # fmt: skip


def _sentence(message: Message) -> Step:
    """A whole sentence stands alone, unless it asks for what only some thing can have: "what is the weight?"."""
    text, said = message.text, telling_words(message.text)
    if are_all(said, ATTRIBUTES) and message.product_before and words(text)[0] != "who":
        return True, with_attribute(text, message.subject, message.language)
    if message.opening.back_to:
        return True, about_topic(text, message.opening.back_to)
    if message.product_before and not message.spoken and _OF_THE_PRICE.search(fold(text)):
        return True, about_topic(text, message.subject)
    if are_all(said, ABOUT_A_RULE):
        return True, about_topic(text, message.subject or topic_of(message.so_far.asked))
    if message.opening.joined and _is_unrooted(text, said):
        return True, about_topic(text, message.subject or topic_of(message.so_far.asked))
    return ALONE


def _is_unrooted(text: str, said: Sequence[str]) -> bool:
    """Whether a joined sentence brings no subject of its own: "and who pays carriage?", "and how long does approval take?"."""
    first = words(text)[0]
    if any(word in PERSONS or word in {"a", "an"} for word in words(text)):
        return False
    return len(said) <= (2 if first == "who" else 1)
