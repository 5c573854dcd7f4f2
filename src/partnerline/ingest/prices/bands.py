"""Which quantities a band is for, as a heading or a cell writes it: 1-9, 10+, from 50, ab 50, up to 9."""

import re
from collections.abc import Callable
from dataclasses import dataclass

_NUMBER = r"(\d{1,3}(?:[.,' ]\d{3})+|\d+)"
_RANGE = re.compile(
    rf"(?:\b(?:from|von|de|da|ab)\s+)?{_NUMBER}\s*(?:-|\.\.+|\b(?:to|bis|a|al|until|through)\b)\s*{_NUMBER}"
)
_OVER = re.compile(
    rf"(?:>(?!=)|\b(?:over|more than|above|uber|mehr als|plus de|mas de|oltre)\b)\s*{_NUMBER}"
)
_FROM = re.compile(
    rf"{_NUMBER}\s*(?:\+|(?:(?:and|und|et|y|e|or|oder|ou|o|&)\s*)(?:more|above|up|over|greater|higher|mehr|daruber|plus|mas|piu|oltre|superiore?)\b)"
    rf"|(?:>=|≥|\b(?:from|starting at|at least|ab|a partir de|des|desde|da)\b)\s*{_NUMBER}"
)
_TO = re.compile(rf"(?:<=|≤|\b(?:up to|bis(?: zu)?|jusqu'?a|hasta|fino a)\b)\s*{_NUMBER}")
_BELOW = re.compile(rf"(?:<(?!=)|\b(?:under|less than|below|fewer than|unter|weniger als|moins de|menos de|meno di)\b)\s*{_NUMBER}")  # fmt: skip
_UNITS = r"(?:qty|quantity|menge|units?|pcs?|pieces?|stuck|stk?|seats?|users?|licen[sc]es?|piezas?|pezz[io]|pz|unidades|unidad|uds?|unites?|unita|st|ea|each|einheiten|devices?|cantidad|quantite|qte|cant|from|ab|menge)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Quantities from `first` up to and with `last`; `None` where no end is written."""

    first: int
    last: int | None = None


_SHAPES: tuple[tuple[re.Pattern[str], Callable[[list[int]], Band]], ...] = (
    (_RANGE, lambda n: Band(first=n[0], last=n[1])),
    (_OVER, lambda n: Band(first=n[0] + 1)),
    (_FROM, lambda n: Band(first=n[0])),
    (_TO, lambda n: Band(first=1, last=n[0])),
    (_BELOW, lambda n: Band(first=1, last=n[0] - 1)),
)


def band_in(folded: str) -> tuple[Band | None, str]:
    """The band a text names and the text without it; the text is in lower case, without accents, dashes as hyphens.

    What looks like years is no band, nor is one that ends before it begins.
    """
    for phrase, make in _SHAPES:
        found = phrase.search(folded)
        if found is None:
            continue
        numbers = [whole_number(n) for n in found.groups() if n]
        if any(1900 <= n <= 2100 for n in numbers) and "." not in found.group():
            return None, folded
        band = make(numbers)
        band = Band(first=max(band.first, 1), last=band.last)
        if band.last is not None and band.last < band.first:
            return None, folded
        return band, f"{folded[: found.start()]} {folded[found.end() :]}"
    return None, folded


def read_band(folded: str) -> Band | None:
    """The band of a cell that holds a band and nothing else."""
    band, rest = band_in(folded)
    rest = re.sub(rf"\b{_UNITS}\b", " ", rest)
    return band if band is not None and not re.search(r"\w", rest) else None


def whole_number(text: str) -> int:
    """A whole number with any mark between its groups of three."""
    return int(re.sub(r"\D", "", text))
