"""Messages that name or point at another product than the thread: "and the AX-400?", "the pro version", "the other one"."""

import re
from collections.abc import Sequence

from partnerline.knowledge.intent.continuing import (
    about_topic,
    called,
    product_alone,
    with_circumstance,
    with_other_product,
    with_other_thing,
    with_subject,
    without_products,
)
from partnerline.knowledge.intent.grammar import (
    are_all,
    begins_with_preposition,
    is_circumstance,
    is_clause,
    telling_words,
)
from partnerline.knowledge.intent.known_names import Spoken
from partnerline.knowledge.intent.messages_in_threads import ALONE, ON, Message, Step
from partnerline.knowledge.intent.pointing_back import pointers
from partnerline.knowledge.intent.siblings import (
    called_by,
    described,
    is_same_line,
    pointed_way,
    to_the_side,
    with_words,
)
from partnerline.knowledge.words import stem

_COMPARED = frozenset(stem(word) for word in "difference differences differ compare compared comparison advantage better worse compatible versus unterschied différence diferencia differenza".split())  # fmt: skip
_WITHOUT_ARTICLE = re.compile(r"^(?:the|an?|das|die|der|den|le|la|el|il|lo)\s+", re.IGNORECASE)


def other_of_the_family(message: Message) -> Step:
    """ "What about the smaller one?", "no, the other one"."""
    way = pointed_way(message.text)
    products = message.so_far.products(message.names)
    if way is None or message.spoken or not products:
        return ON
    name = products[-1].name
    meant = to_the_side(way[0], name, message.so_far.named, message.names)
    if len(meant) != 1:
        return (True, meant) if meant else ON
    return True, _asked_of(meant[0], message, way[1])


def version(message: Message) -> Step:
    """ "And the pro version?", "no, I meant the one with LTE"."""
    products = message.so_far.products(message.names)
    if message.spoken or not products or not (message.ties or not is_clause(message.text)):
        return ON
    told = described(message.text)
    kin = called_by(message.text, products[-1].name, message.names)
    if not told and len(kin) == 1:
        return True, with_other_product(
            message.so_far.asked, products, message.names.spelled(kin[0])
        )
    meant = with_words(told[0], products[-1].name, message.names) if told else ()
    if not told or not meant:
        return ON
    if len(meant) > 1 or not is_same_line(products[-1].name, meant[0]):
        return True, meant
    return True, _asked_of(meant[0], message, told[1])


def _asked_of(name: str, message: Message, place: tuple[int, int]) -> str:
    """The message's own question of the product that it points at in that place, else the thread's."""
    before, after = message.text[: place[0]], message.text[place[1] :]
    rest = f"{before} {after}"
    if is_clause(message.text) and telling_words(rest):
        return f"{before}{called(name, message.language)}{after}"
    products = message.so_far.products(message.names)
    return _also(with_other_product(message.so_far.asked, products, name), rest)


def _also(asked: str, rest: str) -> str:
    return with_circumstance(asked, rest) if begins_with_preposition(rest) and telling_words(rest) else asked  # fmt: skip


def named_product(message: Message) -> Step:
    """ "And the AX-400?": the same of another product; with something else to ask it stands alone."""
    spoken = message.spoken
    if not spoken:
        return ON
    found = pointers(message.text, message.language, spoken[0].start)
    if found and message.subject:
        return True, with_subject(message.text, found, message.subject)
    if is_clause(message.text):
        compared = are_all(telling_words(without_products(message.text, spoken)), _COMPARED)
        return (True, about_topic(message.text, message.subject)) if compared and len(spoken) == 1 and message.subject else ALONE  # fmt: skip
    asked, products = message.so_far.asked, message.so_far.products(message.names)
    rest = _WITHOUT_ARTICLE.sub("", without_products(message.text, spoken))
    if product_alone(message.text, spoken):
        if products:
            return True, with_other_product(asked, products, _as_written(message.text, spoken))
        return True, _of_product(asked, message.text)
    if products and message.ties and (begins_with_preposition(rest) or is_circumstance(rest)):
        other = with_other_product(asked, products, _as_written(message.text, spoken))
        return True, with_circumstance(other, rest)
    return ALONE


def _as_written(text: str, spoken: Sequence[Spoken]) -> str:
    return text[spoken[0].start : spoken[-1].end]


def _of_product(asked: str, text: str) -> str:
    """The earlier question, which named none, of this product."""
    return with_circumstance(asked, text) if begins_with_preposition(text) else with_other_thing(asked, text)  # fmt: skip
