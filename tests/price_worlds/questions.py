"""Questions about a world, each with what it has to come to."""

import random
from collections.abc import Iterator, Sequence

from tests.price_worlds import (  # noqa: F401  # imported for the phrasings they keep
    phrasings_offers,
    phrasings_refused,
    phrasings_several,
    phrasings_single,
    phrasings_terms,
    phrasings_thread,
)
from tests.price_worlds.expectation import Asked
from tests.price_worlds.nouns import World
from tests.price_worlds.phrasings import PHRASINGS
from tests.price_worlds.setting import NoSuchQuestion, Setting


def kinds() -> tuple[str, ...]:
    """Every kind of phrasing there is."""
    return tuple(PHRASINGS)


def questions(world: World, seed: int, *, only: Sequence[str] = ()) -> Iterator[Asked]:
    """Questions without end, the kinds in turn, the askers by chance; the same for the same seed."""
    rng = random.Random(f"{world.seed}/{seed}")
    chosen = only or kinds()
    while True:
        for kind in chosen:
            asked = _one(world, rng, kind)
            if asked is not None:
                yield asked


def _one(world: World, rng: random.Random, kind: str) -> Asked | None:
    for _ in range(12):
        setting = Setting(world=world, rng=rng, member=rng.choice(world.members))
        try:
            return PHRASINGS[kind](setting, kind)
        except NoSuchQuestion:
            continue
    return None
