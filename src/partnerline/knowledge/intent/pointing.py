"""Which of the things in a thread is meant by "the last one", "the other one", "the first"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from partnerline.knowledge.intent.asked import Wanted
from partnerline.knowledge.intent.products import Named, Unclear

_ONE = r"(?: (?:one|product|item|option|line|position|article))"
_NOUN = r"(?: (?:position|zeile|artikel|produkt|posten|ligne|article|produit|línea|artículo|producto|riga|articolo|prodotto))?"
_END = r"(?=\s*(?:$|[,.;:?!)\u2013-]|for\b|with\b|over\b|at\b|in\b|please\b|pls\b|instead\b|then\b|and\b|x?\d|für\b|pour\b|para\b|per\b))"
_WAYS = (
    (
        "other",
        re.compile(
            rf"\bthe other(?:{_ONE}|s|{_END})|\b(?:das|die|der|den) andere[nrs]?\b|\bl['\u2019]autre\b|\b(?:el|la) otr[oa]\b|\bl['\u2019]altr[oa]\b"
        ),
    ),
    (
        "last",
        re.compile(
            rf"\b(?:the )?last{_ONE}\b|\bthe (?:last|latter){_END}|\b(?:das|die|der|den) letzte[nrs]?{_NOUN}{_END}|\b(?:le dernier|la dernière|el último|la última|l['\u2019]ultim[oa]){_NOUN}{_END}"
        ),
    ),
    (
        "first",
        re.compile(
            rf"\b(?:the )?first{_ONE}\b|\bthe (?:first|former){_END}|\b(?:das|die|der|den) erste[nrs]?{_NOUN}{_END}|\b(?:le premier|la première|el primero|la primera|il primo|la prima){_NOUN}{_END}"
        ),
    ),
    (
        "second",
        re.compile(
            rf"\b(?:the )?second{_ONE}\b|\bthe second{_END}|\b(?:das|die|der|den) zweite[nrs]?{_NOUN}{_END}|\b(?:le deuxième|le second|el segundo|la segunda|il secondo){_NOUN}{_END}"
        ),
    ),
    ("third", re.compile(rf"\b(?:the )?third{_ONE}\b|\bthe third{_END}")),
)
_PLACES = {"first": 0, "second": 1, "third": 2}
SHOWN = 6
"""Choices that are shown to choose from; of more, "the first one" points at nothing that was seen."""


def pointed_at(
    folded: str, wanted: Sequence[Wanted], named: Sequence[Wanted], order: Sequence[object]
) -> tuple[Wanted, ...] | None:
    """The things that the text points at; `None` where it points at none, and empty where it points at nothing."""
    way = next((way for way, words in _WAYS if words.search(folded)), None)
    if way is None or not named:
        return None
    if len(wanted) == 1 and isinstance(wanted[0].mention, Unclear):
        return (_of_choices(wanted[0], wanted[0].mention, way),)
    if way == "last":
        return (wanted[-1] if wanted else named[-1],)
    known = [one for one in named if isinstance(one.mention, Named)]
    if way == "other":
        now = {_product(one) for one in wanted} if len(wanted) == 1 else {_product(wanted[-1])} if wanted else set()  # fmt: skip
        return _one_of([one for one in known if _product(one) not in now], wanted)
    by_order = sorted(known, key=lambda one: order.index(_product(one)))
    place = _PLACES[way]
    return (by_order[place],) if place < len(by_order) else ()


def _product(one: Wanted) -> object:
    return one.mention.product if isinstance(one.mention, Named) else one.mention


def _of_choices(one: Wanted, unclear: Unclear, way: str) -> Wanted:
    """The choice at that place, in the order in which they are shown."""
    choices = unclear.choices
    place = len(choices) - 1 if way == "last" else _PLACES.get(way, len(choices))
    if len(choices) > SHOWN or place >= len(choices):
        return one
    return replace(one, mention=Named(product=choices[place], spans=(), exact=True))


def _one_of(others: Sequence[Wanted], wanted: Sequence[Wanted]) -> tuple[Wanted, ...]:
    """The other of two; of more, which one is to be asked."""
    if len(others) < 2:
        return tuple(others)
    products = tuple(one.mention.product for one in others if isinstance(one.mention, Named))
    quantities = {one.quantities for one in (*others, *wanted)}
    alike = quantities.pop() if len(quantities) == 1 else ()
    return (Wanted(mention=Unclear(choices=products), quantities=alike),)
