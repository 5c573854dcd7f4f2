"""Who may see what on which day, decided before anything is searched."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from partnerline.knowledge.model import Question
from partnerline.knowledge.partners import Directory, Partner
from partnerline.knowledge.ports import Scope, Shelf
from partnerline.knowledge.words import words


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
    foreign = {tier.casefold() for tier in directory.tiers()} - {own.tier.casefold() if own else ""}
    return any(
        one in foreign and other in {"price", "prices", "pricing"} for one, other in pairwise(said)
    )


def _names(said: tuple[str, ...], partner: Partner) -> bool:
    """Whether the words hold the partner's id or its name in full."""
    name = words(partner.name)
    return any(_holds(said, phrase) for phrase in (words(partner.id), name) if phrase)


def _holds(said: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    return any(said[i : i + len(phrase)] == phrase for i in range(len(said) - len(phrase) + 1))
