"""A price request that was not read whole, put plainly by a language model and read again: a model may name nothing new.

What comes out is products and quantities as the question writes them; who asks, which day it is and what comes off are
never in a model's hands.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from partnerline.knowledge.errors import GeneratorFailed
from partnerline.knowledge.grounding.figures import Figure, figures_of
from partnerline.knowledge.grounding.identifiers import identifiers
from partnerline.knowledge.grounding.measures import CURRENCIES, units_named
from partnerline.knowledge.grounding.polarity import denies, restricts
from partnerline.knowledge.model import AskedItem
from partnerline.knowledge.ports import Generator
from partnerline.knowledge.words import content_words, fold, stem

_TERMS = CURRENCIES | {"percent", "week", "month", "year"}

Span = tuple[int, int]

_MORE = re.compile(
    r"\b(?:list|listen\w*|msrp|rrp|promo\w*|codes?|discount\w*|rabatt\w*|remise|descuento|sconto|off|deal|registered|registration|"
    r"instead|rather|or|oder|ou|o|either|cheapest|renew\w*|upgrade\w*|per|budget|compare\w*|versus|vs|difference|until|since|last|next|"
    r"monthly|annual\w*|yearly|today|tomorrow|yesterday|currency|each|same|another|more|less|fewer|half|double|twice)\b"
)
"""Words that change what is asked beyond products and quantities: a plain restatement would lose them."""


def restated(
    text: str, names: Sequence[str], generator: Generator, *, among: Sequence[str] = ()
) -> str | None:
    """The request put plainly, such as "20 × AX-200, 5 × TS-100"; `None` where the model fails or goes beyond the text.

    The model is told of `names`; `among` are all there are.
    """
    if not _is_plain(text):
        return None
    try:
        return restate(text, generator.read_request(text, names), among=among or names)
    except GeneratorFailed:
        return None


def restate(text: str, items: Sequence[AskedItem], *, among: Sequence[str] = ()) -> str | None:
    """The items as a request, where each stands in the text, in its order, and nothing of it is left over.

    That is no figure, no part number and no word of the name of a product, of which all are `among`.
    """
    folded = fold(text)
    if not items or not _is_plain(text):
        return None
    products = list(_in_order(folded, [fold(item.product) for item in items]))
    quantities = _quantities([item.quantity for item in items], folded, products)
    if len(products) != len(items) or not _all_told(folded, products, quantities):
        return None
    if _left_over(folded, products) & {
        stem(word) for name in among for word in content_words(name)
    }:
        return None
    if all(item.quantity == "" for item in items):
        return ", ".join(item.product for item in items)
    counts = [quantity[0] for quantity in quantities if quantity]
    if len(counts) != len(items) or not _keeps_order(products, quantities):
        return None
    return ", ".join(f"{n} × {item.product}" for n, item in zip(counts, items, strict=True))


def _is_plain(text: str) -> bool:
    """Whether a text may ask for products and quantities and nothing else: no day, no term, no money, no denial."""
    folded = fold(text)
    if denies(folded) or restricts(folded) or _MORE.search(folded):
        return False
    return not figures_of(text).days and not units_named(folded) & _TERMS


def _left_over(text: str, products: Sequence[Span]) -> set[str]:
    """The stems of the words beside the products: "bracket" in "a bracket for the AX-200"."""
    rest = "".join(
        " " if any(start <= i < end for start, end in products) else c for i, c in enumerate(text)
    )
    return {stem(word) for word in content_words(rest) if not word.isdigit()}


def _in_order(text: str, said: Sequence[str]) -> Iterator[Span]:
    """Where the products stand, each behind the one before."""
    start = 0
    for words in said:
        pattern = rf"(?<![^\W_]){re.escape(words)}(?![^\W_]|-\w)"
        found = re.compile(pattern).search(text, start) if words.strip() else None
        if found is None:
            return
        yield found.span()
        start = found.end()


def _quantities(
    said: Sequence[str], text: str, products: Sequence[Span]
) -> list[tuple[int, Span] | None]:
    """The whole number that each quantity is, with where it stands outside of the products' names; each place once."""
    figures = [
        figure
        for figure in figures_of(text).numbers
        if not any(a <= figure.start and figure.end <= b for a, b in products)
    ]
    found: list[tuple[int, Span] | None] = []
    for quantity in said:
        number = _whole(figures_of(quantity).numbers)
        place = next((one for one in figures if number and _whole([one]) == number), None)
        found.append((number, (place.start, place.end)) if number and place else None)
        if place is not None:
            figures.remove(place)
    return found


def _whole(figures: Sequence[Figure]) -> int | None:
    """The one whole number that is said; "1.000" may be two."""
    if len(figures) != 1 or len(figures[0].values) != 1:
        return None
    value = next(iter(figures[0].values))
    return int(value) if value == int(value) and value > 0 else None


def _all_told(
    text: str, products: Sequence[Span], quantities: Sequence[tuple[int, Span] | None]
) -> bool:
    """Whether every figure and part number of the text is in a product's name or is a quantity, and no quantity is two."""
    used = [quantity[1] for quantity in quantities if quantity]
    told = [*products, *used]
    spans = [(one.start, one.end) for one in figures_of(text).numbers]
    spans += [(one.start, one.end) for one in identifiers(text)]
    covered = all(any(a <= start and end <= b for a, b in told) for start, end in spans)
    return covered and len(set(used)) == len(used)


def _keeps_order(products: Sequence[Span], quantities: Sequence[tuple[int, Span] | None]) -> bool:
    """Whether every quantity stands before its product, or every one behind it, and none beyond the next."""
    places = [quantity[1] for quantity in quantities if quantity]
    pairs = list(zip(places, products, strict=True))
    before = all(place < product for place, product in pairs)
    behind = all(product < place for place, product in pairs)
    rising = all(a < b for a, b in pairwise(places))
    apart = all(
        (products[i] < place) if before else (place < products[i + 1])
        for i, place in enumerate(places[1:] if before else places[:-1])
    )
    return rising and apart and (before or behind)
