"""The names that a list's columns, rows and sheets may bear: tiers, regions and partners."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from partnerline.ingest.prices.folding import fold
from partnerline.ingest.prices.words import NEUTRAL_WORDS
from partnerline.knowledge.partners import Directory

_EVERYWHERE = frozenset(
    {
        "global", "globally", "worldwide", "world", "all", "all regions", "all countries", "any", "international", "weltweit",
        "alle", "alle regionen", "mondial", "monde", "monde entier", "toutes", "toutes regions", "mundial", "todos", "todas",
        "todas las regiones", "mondiale", "tutte", "tutte le regioni", "tutti",
    }
)  # fmt: skip
_BETWEEN = re.compile(r"[,;/|+&\n]|\s(?:and|und|et|y|e)\s")
_SHORT = 3  # letters up to which a region's name may be a word ("DE", "it"), and below which a partner's may be a column's


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Whom and what a library's partners.yaml names; equal names are equal values.

    `partners` holds each name and each id in lower case without accents, with the partner's id, in their order.
    """

    tiers: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    partners: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, directory: Directory) -> Self:
        """Everybody's names; one of two letters, that two partners share, or that a heading may bear anyway, names nobody."""
        owners: dict[str, set[str]] = defaultdict(set)
        for partner in directory.partners:
            owners[fold(partner.id)].add(partner.id)
            owners[fold(partner.name)].add(partner.id)
        taken = {fold(tier) for tier in directory.tiers()} | NEUTRAL_WORDS | {""}
        return cls(
            tiers=directory.tiers(),
            regions=frozenset(p.region for p in directory.partners if p.region),
            partners=tuple(
                sorted((name, ids.pop()) for name, ids in owners.items() if len(ids) == 1 and len(name) >= _SHORT and name not in taken)
            ),
        )  # fmt: skip

    @property
    def key(self) -> str:
        """The same for equal names in every process: a set's own order is not."""
        return repr((sorted(self.tiers), sorted(self.regions), self.partners))

    def tier_called(self, text: str) -> str:
        """The tier of this name, "" where nobody has it."""
        return next((tier for tier in self.tiers if fold(tier) == fold(text)), "")

    def partner_called(self, text: str) -> str:
        """The id of the partner of this name or id, "" where there is none."""
        return dict(self.partners).get(fold(text), "")

    def regions_called(self, text: str) -> tuple[str, ...]:
        """The regions that a cell names, each as partners.yaml writes it or as it stands; "" is everywhere."""
        parts = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
        found = tuple(dict.fromkeys(self._region(part) for part in parts))
        whole = self._region(text)
        several = len(found) > 1 and not self.regions.isdisjoint(found)
        return found if several and whole not in self.regions else (whole,)

    def _region(self, text: str) -> str:
        plain = fold(text)
        if plain in _EVERYWHERE:
            return ""
        return next((r for r in self.regions if fold(r) == plain), " ".join(text.split()))

    def regions_in(self, text: str) -> tuple[str, ...]:
        """The known regions that stand in a text as words of their own; short ones count in their own capitals alone."""
        return tuple(sorted(region for region in self.regions if phrase_of(region).search(text)))


NOBODY = Named()
"""What holds where there is no partners.yaml."""


@lru_cache(maxsize=256)
def phrase_of(region: str) -> re.Pattern[str]:
    """Finds a region's name as words of their own."""
    flags = re.NOFLAG if len(region) <= _SHORT else re.IGNORECASE
    return re.compile(rf"(?<!\w){re.escape(region)}(?!\w)", flags)
