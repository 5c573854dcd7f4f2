"""Numbers that belong to a product's name: the 5 of a "Cable 5 m" is no quantity, and a "Cable 10 m" is another cable."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from partnerline.knowledge.intent.spans import Span, overlap
from partnerline.knowledge.pricing.price import Product
from partnerline.knowledge.words import STOPWORDS, compact, fold, stem, tokens

_PART_NUMBER = re.compile(r"[^\W\d_]+-\d+[^\W_]*(?:-[^\W_]+)*")
_PIECE = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+")
_COUNTED = frozenset(
    stem(word)
    for word in "piece pieces pc pcs unit units x st stk stück each ea seat seats user users licence license".split()
)
"""What a number before it counts: as well a quantity as a part of the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Number:
    value: str
    before: str
    after: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class NameNumbers:
    """Where a text states the numbers of a name, and where it gives another number in the place of one."""

    stated: tuple[Span, ...]
    contradicted: tuple[Span, ...]


def name_numbers(folded: str, product: Product, *, beside: Iterable[Span] = ()) -> NameNumbers:
    """The numbers of the product's name in the folded text, told by the word before or after them.

    `beside` are the stretches that name the product otherwise, as by its part number: their numbers are spoken for.
    """
    named = _of_the_name(product.name, product.sku)
    if not named:
        return NameNumbers(stated=(), contradicted=())
    return _held_against(folded, named, tuple(beside))


@lru_cache(maxsize=1024)
def _held_against(folded: str, named: tuple[_Number, ...], taken: tuple[Span, ...]) -> NameNumbers:
    """The text's numbers beside the name's; kept, as many names have the same."""
    written = [
        one
        for one in _numbers(folded)
        if not any(start <= one.span[0] < end for start, end in taken)
    ]
    stated = [one for one in written if any(_is_it(one, number) for number in named)]
    return NameNumbers(
        stated=tuple(one.span for one in stated),
        contradicted=tuple(
            one.span
            for one in written
            if one not in stated and any(_is_in_place_of(one, number) for number in named)
        ),
    )


@lru_cache(maxsize=50_000)
def _of_the_name(name: str, sku: str) -> tuple[_Number, ...]:
    """The numbers of a name but those of part numbers in it: an "AX-40 compact gateway" isn't 40 of anything."""
    folded = fold(name)
    part_numbers = [(found.start(), found.end()) for found in _PART_NUMBER.finditer(folded)]
    key = compact(sku)
    held = tokens(folded)
    part_numbers += [
        (held[i].start, held[j].end)
        for i in range(len(held))
        for j in range(i, min(i + 6, len(held)))
        if "".join(token.word for token in held[i : j + 1]) == key
    ]
    return tuple(one for one in _numbers(folded) if not overlap(one.span, part_numbers))


@lru_cache(maxsize=64)
def _numbers(folded: str) -> tuple[_Number, ...]:
    """Every number of the text; kept, as one text is held against many names."""
    return tuple(_found_numbers(folded))


def _found_numbers(folded: str) -> Iterator[_Number]:
    pieces = list(_PIECE.finditer(folded))
    for i, piece in enumerate(pieces):
        if piece.group()[0].isdigit():
            before = next((p.group() for p in pieces[i - 1 :: -1] if p.group() not in STOPWORDS), "") if i else ""  # fmt: skip
            after = pieces[i + 1].group() if i + 1 < len(pieces) else ""
            yield _Number(
                value=piece.group().replace(",", "."),
                before=stem(before),
                after=stem(after),
                span=piece.span(),
            )


def _is_it(one: _Number, named: _Number) -> bool:
    alike = (named.before, named.after)
    return one.value == named.value and any(
        mine and mine == its and not mine[0].isdigit()
        for mine, its in zip((one.before, one.after), alike, strict=True)
    )


def _is_in_place_of(one: _Number, named: _Number) -> bool:
    """Whether the number stands where the name has another: before its unit, or last, after the same word."""
    if one.value == named.value or one.after in _COUNTED:
        return False
    if named.after:
        return one.after == named.after
    return bool(named.before) and one.before == named.before
