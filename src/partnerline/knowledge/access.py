"""Who may see what on which day, decided before anything is searched."""

from collections.abc import Iterable
from datetime import date

from partnerline.knowledge.model import Question
from partnerline.knowledge.partners import Directory, Partner
from partnerline.knowledge.ports import Scope, Shelf
from partnerline.knowledge.pricing.price import Product
from partnerline.knowledge.words import STOPWORDS, words


def scope_of(shelves: Iterable[Shelf], partner: Partner | None, day: date) -> Scope:
    """The scope of an asker on a day; `None` is a stranger, who sees what is public."""
    seen = [shelf for shelf in shelves if shelf.audience.admits(partner) and shelf.open_to_day(day)]
    return Scope(
        shelves=frozenset(shelf.key for shelf in seen),
        audiences=frozenset(shelf.audience.key for shelf in seen),
    )


def asks_about_another(question: Question, directory: Directory) -> bool:
    """Whether the question names another partner, or asks for the price of a tier that isn't the asker's."""
    own = question.partner
    said = words(question.text)
    others = [partner for partner in directory.partners if own is None or partner.id != own.id]
    if any(_names(said, partner) for partner in others):
        return True
    return any(
        _holds(said, (*words(tier), of))
        for tier in _other_tiers(said, own, directory)
        for of in ("price", "prices", "pricing")
    )


def asks_for_another_tier(
    question: Question, directory: Directory, products: Iterable[Product]
) -> bool:
    """Whether a price request speaks of a tier that isn't the asker's, outside of what a product is called."""
    tiers = _other_tiers(words(question.text), question.partner, directory)
    if question.partner is None or not tiers:
        return False
    called = [words(product.name) for product in products]
    return any(not any(_holds(name, words(tier)) for name in called) for tier in tiers)


def _other_tiers(
    said: tuple[str, ...], own: Partner | None, directory: Directory
) -> frozenset[str]:
    """The tiers named that aren't the asker's; one by the name of "A" can't be told from the article."""
    mine = words(own.tier) if own else ()
    return frozenset(
        tier
        for tier in directory.tiers()
        if words(tier) != mine
        and tier.casefold() not in STOPWORDS
        and _holds(_without(said, mine), words(tier))
    )


def _without(said: tuple[str, ...], phrase: tuple[str, ...]) -> tuple[str, ...]:
    """The words with a gap wherever the phrase stands."""
    spots = {i for i in range(len(said)) if phrase and said[i : i + len(phrase)] == phrase}
    gone = {i + j for i in spots for j in range(len(phrase))}
    return tuple("" if i in gone else word for i, word in enumerate(said))


def _names(said: tuple[str, ...], partner: Partner) -> bool:
    """Whether the words hold the partner's id or its name in full."""
    name = words(partner.name)
    return any(_holds(said, phrase) for phrase in (words(partner.id), name) if phrase)


def _holds(said: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    return any(said[i : i + len(phrase)] == phrase for i in range(len(said) - len(phrase) + 1))
