"""A price request put together from a question and the turns before it."""

from collections.abc import Sequence
from dataclasses import dataclass

from partnerline.knowledge.intent.numbers import Figures, Period, read_figures
from partnerline.knowledge.intent.products import Catalog, Mention, Named, Unclear, Unnamed
from partnerline.knowledge.intent.wishes import beyond_a_price, currency_in, wants_list_price
from partnerline.knowledge.words import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a price question says: the product, and what it says of quantity, term and day.

    `quantities` with more than one number is for the asker to sort out. `beyond` says what else was asked.
    """

    mention: Mention
    quantities: tuple[int, ...]
    terms: tuple[int, ...]
    period: Period | None
    vague_day: str | None
    list_only: bool
    currency: str | None
    beyond: str | None


def read_request(text: str, earlier: Sequence[str], catalog: Catalog) -> Asked:
    """The request in the text; what it leaves out is taken from the latest earlier turn that says it.

    A turn that names a product of its own starts anew: an earlier quantity isn't carried over to another product, but where
    the earlier turn left open which product it meant.
    """
    asked = _read(text, catalog)
    for turn in reversed(earlier):
        before = _read(turn, catalog)
        if isinstance(asked.mention, Named) and _was_offered(asked.mention, before):
            return _completed(asked, before, asked.mention)
        if not isinstance(asked.mention, Unnamed):
            break
        asked = _completed(asked, before, before.mention)
    return asked


def _was_offered(mention: Named, before: Asked) -> bool:
    """Whether the product is what an unclear earlier turn may have meant: the one who asked has chosen."""
    return isinstance(before.mention, Unclear) and mention.product in before.mention.choices


def _completed(later: Asked, earlier: Asked, mention: Mention) -> Asked:
    return Asked(
        mention=mention,
        quantities=later.quantities or earlier.quantities,
        terms=later.terms or earlier.terms,
        period=later.period or earlier.period,
        vague_day=later.vague_day or earlier.vague_day,
        list_only=later.list_only or earlier.list_only,
        currency=later.currency or earlier.currency,
        beyond=later.beyond or earlier.beyond,
    )


def _read(text: str, catalog: Catalog) -> Asked:
    mention = catalog.find(text)
    figures: Figures = read_figures(_without(text, mention))
    return Asked(
        mention=mention,
        quantities=figures.quantities,
        terms=figures.terms,
        period=figures.period,
        vague_day=figures.vague_day,
        list_only=wants_list_price(text),
        currency=currency_in(text),
        beyond=beyond_a_price(text),
    )


def _without(text: str, mention: Mention) -> str:
    """The folded text with the product's own words blanked, so that the 200 of an AX-200 is no quantity."""
    text = fold(text)
    for start, end in () if isinstance(mention, Unnamed) else mention.spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
