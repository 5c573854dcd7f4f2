"""Cells that list things: what a promotion applies to, and the regions and tiers it is for."""

import re

from partnerline.ingest.prices.amounts import Unclear
from partnerline.ingest.prices.bands import read_band
from partnerline.ingest.prices.folding import fold
from partnerline.ingest.promotions.words import EVERYONE, NOTHING
from partnerline.ingest.reading import Cell

_BETWEEN = re.compile(r"\s*(?:[;\n\r]|,(?!\d{1,2}(?!\d))|(?<!\d),)(?![^(]*\))\s*")
_AND = re.compile(r"\s+(?:and|AND|und|UND|et|y|e|&)\s+")
_CODE = re.compile(r"\S*\d\S*|[A-Z][A-Z-]+[A-Z*]")
_AND_LIST = re.compile(r"\s*(?:[,;/|+\n\r]|(?<!\w)(?:and|und|et|y|e|&)(?!\w))\s*", re.IGNORECASE)
_FROM_UP = re.compile(
    r"\b(?:above|higher|up|upwards?|below|lower|except\w*|excl\w*|without|not|from|least|min\w*|most|max\w*|only in|outside|other|others|"
    r"hoher|aufwarts|ab|bis|mindestens|ausser|ohne|ausgenommen|nicht|plus|superieurs?|hors|sauf|partir|sans|superior\w*|excepto|salvo|sin|"
    r"desde|superiore|tranne|eccetto|escluso|partire)\b|[<>≥≤]|\w\+(?!\w)"
)
_OF_TIERS = re.compile(
    r"\b(?:partners?|partnern|partenaires?|tiers?|levels?|resellers?|stufen?|niveaux?|livell[oi]|nivel(?:es)?)\b"
)
MOST = 1_000_000_000
"""Pieces above which a minimum is no quantity."""


def things_in(text: str) -> tuple[str, ...]:
    """What a cell names, entry by entry as written: between commas, semicolons, line breaks, and "and".

    An "and" counts where both of its sides hold a part number; "Mount and Clamp Kit" is one thing. A comma inside a
    number or inside brackets is none between two things.
    """
    parts = [part for piece in _BETWEEN.split(text) for part in _around_and(piece)]
    return tuple(dict.fromkeys(" ".join(part.split()) for part in parts if part.strip(" .,;")))


def _around_and(piece: str) -> list[str]:
    piece = re.sub(r"^(?:and|AND|und|UND|et|y|e|&)\s+", "", piece.strip())
    sides = _AND.split(piece)
    return sides if all(_CODE.search(side) for side in sides) else [piece]


def names_in(text: str, known: frozenset[str]) -> frozenset[str] | Unclear:
    """The tiers or regions a cell names, as partners.yaml writes those that it knows; none is all of them.

    One that nobody has stays as written: the promotion is then for nobody by that name. "Gold and above" isn't read.
    """
    if fold(text) in EVERYONE:
        return frozenset()
    if whole := _called(text, known):
        return frozenset({whole})
    if _FROM_UP.search(fold(text)):
        return Unclear(why="it doesn't name each of them")
    parts = [part.strip(" .") for part in _AND_LIST.split(text) if part.strip(" .")]
    if not parts or any(fold(part) in EVERYONE for part in parts):
        return Unclear(why="it can't be told which ones are meant")
    return frozenset(_called(part, known) or " ".join(part.split()) for part in parts)


def _called(text: str, known: frozenset[str]) -> str:
    """The known name that the text is, with or without a word like "partners" beside it."""
    forms = (fold(text), " ".join(_OF_TIERS.sub(" ", fold(text)).split()))
    return next((name for form in forms for name in sorted(known) if fold(name) == form), "")


def least_in(cell: Cell, *, bare: bool) -> int | Unclear:
    """The least quantity a cell asks for; one where it names none.

    `bare` is whether the heading says that a number alone is the least: below "Quantity" it may be the most.
    """
    if isinstance(cell.value, bool):
        return Unclear(why="it is no quantity")
    if not bare and re.fullmatch(r"[\d.,' ]+\D*", fold(cell.text)) and "+" not in cell.text:
        return Unclear(why="it may be the least or the most. Write it like 10+")
    if isinstance(cell.value, int | float):
        value = cell.value
        sound = value == value and 0 <= value <= MOST and value == int(value)
        return max(int(value), 1) if sound else Unclear(why="it is no whole number of pieces")
    plain = fold(cell.text)
    if plain in NOTHING:
        return 1
    if re.fullmatch(r"\d{1,9}(?:[.,]0)?", plain):
        return max(int(re.split(r"[.,]", plain)[0]), 1)
    band = read_band(_BARE.sub(r"\g<0>+", plain))
    if band is None or band.last is not None or band.first > MOST:
        return Unclear(why="it is not one least quantity")
    return band.first


_BARE = re.compile(r"^\d{1,3}(?:[.,' ]\d{3})*(?=\s*(?:[a-z.]+)?$)")
