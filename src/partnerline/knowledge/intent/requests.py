"""A price request put together from a question and the turns before it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from partnerline.knowledge.intent.days import Period
from partnerline.knowledge.intent.name_numbers import name_numbers
from partnerline.knowledge.intent.numbers import Figures, read_figures
from partnerline.knowledge.intent.products import (
    Catalog,
    Mention,
    Named,
    Several,
    Unclear,
    Unnamed,
)
from partnerline.knowledge.intent.spelled import NUMBER_WORDS
from partnerline.knowledge.intent.wishes import (
    beyond_a_price,
    currency_in,
    means_today,
    wants_all,
    wants_list_price,
    wants_the_same,
)
from partnerline.knowledge.pricing.price import Product
from partnerline.knowledge.words import STOPWORDS, fold, tokens, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a price question says: the product, and what it says of quantity, term and day.

    `quantities` with more than one number is for the asker to sort out, and so is one that is `uncounted`: no whole
    number from one up. `beyond` says what else was asked. `today` is whether
    today's price was asked for by name, so that no earlier day counts.
    """

    mention: Mention
    quantities: tuple[int, ...]
    terms: tuple[int, ...]
    period: Period | None
    vague_day: str | None
    list_only: bool
    currency: str | None
    beyond: str | None
    uncounted: bool
    today: bool


def read_request(text: str, earlier: Sequence[str], catalog: Catalog) -> Asked:
    """The request in the text; what it leaves out is taken from the latest earlier turn that says it.

    A turn that names a product of its own starts anew: an earlier quantity isn't carried over to another product, but where
    the earlier turn left open which product it meant.
    """
    asked = _read(text, catalog)
    before = [_read(turn, catalog) for turn in reversed(earlier)]
    if isinstance(asked.mention, Unnamed) and wants_all(text):
        named = [one.mention.product for one in before if isinstance(one.mention, Named)]
        if len(set(named)) > 1:
            return replace(asked, mention=Several(products=tuple(dict.fromkeys(named))))
    for one in before:
        if isinstance(asked.mention, Named) and (
            _was_offered(asked.mention, one) or wants_the_same(text)
        ):
            return _completed(asked, one, asked.mention)
        if not isinstance(asked.mention, Unnamed):
            break
        asked = _completed(asked, one, one.mention)
    return asked


def _was_offered(mention: Named, before: Asked) -> bool:
    """Whether the product is what an unclear earlier turn may have meant: the one who asked has chosen."""
    return isinstance(before.mention, Unclear) and mention.product in before.mention.choices


def _completed(later: Asked, earlier: Asked, mention: Mention) -> Asked:
    dated = later.today or later.period is not None or later.vague_day is not None
    return Asked(
        mention=mention,
        quantities=later.quantities or earlier.quantities,
        terms=later.terms or earlier.terms,
        period=later.period or (None if dated else earlier.period),
        vague_day=later.vague_day or (None if dated else earlier.vague_day),
        list_only=later.list_only or earlier.list_only,
        currency=later.currency or earlier.currency,
        beyond=later.beyond or earlier.beyond,
        uncounted=later.uncounted or (earlier.uncounted and not later.quantities),
        today=later.today or (earlier.today and not dated),
    )


def _read(text: str, catalog: Catalog) -> Asked:
    mention = catalog.find(text)
    rest = _without(text, mention)
    figures: Figures = read_figures(rest)
    return Asked(
        mention=mention,
        quantities=figures.quantities,
        terms=figures.terms,
        period=figures.period,
        vague_day=figures.vague_day,
        list_only=wants_list_price(text),
        currency=currency_in(text),
        beyond=beyond_a_price(_without_names(rest, mention)),
        uncounted=figures.uncounted,
        today=means_today(rest),
    )


def _without(text: str, mention: Mention) -> str:
    """The folded text with the product's own words blanked, so that the 200 of an AX-200 is no quantity.

    So are the numbers of its name, and those in their place: a "Cable 10 m" isn't ten of the "Cable 5 m".
    """
    whole = text = fold(text)
    named = () if isinstance(mention, Unnamed) else mention.spans
    spans = _of_the_name(whole, named)
    for product in _meant(mention):
        numbers = name_numbers(whole, product, beside=named)
        spans += [*numbers.stated, *numbers.contradicted]
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _without_names(text: str, mention: Mention) -> str:
    """The text without the words of the products' names: a "Repair kit" is asked for by the word "repair"."""
    called = {word for product in _meant(mention) for word in words(product.name)} - STOPWORDS
    for word in tokens(text):
        if word.word in called and not word.word.isdigit():
            text = text[: word.start] + " " * (word.end - word.start) + text[word.end :]
    return text


def _of_the_name(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans without a number word that a later one repeats: of "two two-channel pumps" the first says how many."""
    said = [text[start:end] for start, end in spans]
    return [
        span
        for i, span in enumerate(spans)
        if said[i] not in NUMBER_WORDS or said[i] not in said[i + 1 :]
    ]


def _meant(mention: Mention) -> tuple[Product, ...]:
    """Every product that the mention may be of."""
    match mention:
        case Named(product=product):
            return (product,)
        case Unclear(choices=products) | Several(products=products):
            return products
        case _:
            return ()
