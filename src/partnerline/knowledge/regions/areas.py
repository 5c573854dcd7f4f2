"""The world's sales areas, countries, states and cities by their names in five languages."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from partnerline.knowledge.regions.place_names import (
    AREA_CODES,
    AREAS,
    BY_CAPITALS,
    COUNTRIES,
    PLACES,
    STEMS,
)
from partnerline.knowledge.words import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A stretch of the world as its countries' codes; `everyday` where people say it for the whole sales region around."""

    countries: frozenset[str]
    everyday: bool = False


def plain(word: str) -> str:
    """The word folded and without accents."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(one for one in parts if not unicodedata.combining(one))


Phrase = tuple[str, ...]


def phrase(name: str) -> Phrase:
    """The name's words as they are compared."""
    return tuple(plain(word) for word in words(name))


def area_of(name: str) -> Area | None:
    """The area that a name, an adjective or a code means; none where it is nowhere in the tables."""
    said = phrase(name)
    found = _by_phrase().get(said) or _by_code().get(said)
    if found is None and len(said) == 1:
        return adjective_of(said[0])
    return found


def adjective_of(word: str) -> Area | None:
    """The area that an adjective speaks of: "Swiss", "schweizerische", "svizzero"."""
    best = max((stem for stem in _stems() if word.startswith(stem)), key=len, default="")
    return _stems().get(best)


def is_name(said: Phrase) -> bool:
    """Whether the words are a place's name that means nothing else."""
    return said in _by_phrase()


def is_code(said: Phrase) -> bool:
    """Whether the words, in capitals, may be a code for an area."""
    return said in _by_code()


@lru_cache(maxsize=1)
def _by_phrase() -> dict[Phrase, Area]:
    found: dict[Phrase, Area] = {}
    for names, codes in (*AREAS.items(), *PLACES.items(), *COUNTRIES.items()):
        area = Area(countries=frozenset(codes.split()), everyday="europe" in names.split(", "))
        found.update({phrase(name): area for name in names.split(", ")})
    return found


@lru_cache(maxsize=1)
def _by_code() -> dict[Phrase, Area]:
    found: dict[Phrase, Area] = {
        (code,): Area(countries=frozenset(of.split())) for code, of in AREA_CODES.items()
    }
    for code in BY_CAPITALS.split():
        found.setdefault((code,), Area(countries=frozenset({code})))
    return found


@lru_cache(maxsize=1)
def _stems() -> dict[str, Area]:
    found: dict[str, Area] = {}
    for stems, codes in STEMS.items():
        area = Area(countries=frozenset(codes.split()), everyday=stems == "europe europa")
        found.update(dict.fromkeys(stems.split(), area))
    return found
