"""Who may see what on which day, decided before anything is searched."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from partnerline.knowledge.model import Question
from partnerline.knowledge.others import (
    asks_for_anybodys,
    asks_for_others_dealings,
    asks_for_somebodys,
    asks_in_another_tongue,
    hints_at_another,
    names_another,
)
from partnerline.knowledge.partners import Directory, Partner
from partnerline.knowledge.ports import Scope, Shelf
from partnerline.knowledge.pricing.price import Product
from partnerline.knowledge.regions.places import places_in
from partnerline.knowledge.regions.territories import whose_region
from partnerline.knowledge.words import STOPWORDS, words


def scope_of(
    shelves: Iterable[Shelf],
    partner: Partner | None,
    day: date,
    *,
    readers: Sequence[Partner] = (),
) -> Scope:
    """The scope of an asker on a day; `None` is a stranger, who sees what is public.

    Where `readers` read along, only what each of them may see is in it.
    """
    everybody = (*readers, partner) if partner or not readers else readers
    seen = [
        shelf
        for shelf in shelves
        if shelf.open_to_day(day) and all(shelf.audience.admits(one) for one in everybody)
    ]
    return Scope(
        shelves=frozenset(shelf.key for shelf in seen),
        audiences=frozenset(shelf.audience.key for shelf in seen),
    )


def scope_for(question: Question, shelves: Iterable[Shelf], day: date | None = None) -> Scope:
    """What a question's answer may hold, on its own day or another."""
    return scope_of(shelves, question.partner, day or question.as_of, readers=question.readers)


def asks_about_another(
    question: Question, directory: Directory, products: Callable[[], Iterable[Product]] = tuple
) -> bool:
    """Whether the question is about another partner, named or not, or the price of a tier or a buyer that isn't the asker's."""
    own, text = question.partner, question.text
    said = words(text)
    if names_another(text, own, directory, products) or hints_at_another(
        text, own, directory, products
    ):
        return True
    if asks_in_another_tongue(text, own, directory) or asks_for_anybodys(text, own):
        return True
    if asks_for_others_dealings(text) or asks_for_somebodys(text, own, products()):
        return True
    return any(
        _holds(said, (*words(tier), of))
        for tier in _other_tiers(said, own, directory)
        for of in ("price", "prices", "pricing")
    )


def asks_for_another_region(
    thread: Sequence[str],
    own: Partner | None,
    directory: Directory,
    called: Callable[[], Iterable[str]] = tuple,
    *,
    in_passing: bool = True,
) -> bool:
    """Whether a price request, its latest text first, speaks of a region that isn't the asker's own.

    The latest text that names a region decides. One that is named `in_passing`, such as where a customer is, counts
    only where that is asked for; what nobody can place counts where it is said of a price.
    """
    if own is None or not own.region:
        return False
    regions = {partner.region for partner in directory.partners if partner.region}
    for text in thread:
        places = [one for one in places_in(text, regions, called) if one.priced or in_passing]
        told = {(whose_region(one.name, own.region, regions), one.priced) for one in places}
        if sure := told - {("unknown", False)}:
            return any(whose != "own" for whose, _ in sure)
    return False


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


def _holds(said: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    return any(said[i : i + len(phrase)] == phrase for i in range(len(said) - len(phrase) + 1))
