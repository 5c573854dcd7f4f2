"""Reads one price list as an ingest of its library would, and indexes nothing."""

import os
from dataclasses import dataclass
from pathlib import Path

from partnerline.ingest.kinds import has_promotions, kind_of
from partnerline.ingest.library import (
    EVERY_FILE,
    LIBRARY_FILE,
    PARTNERS_FILE,
    Rule,
    load_directory,
    load_library,
)
from partnerline.ingest.library_schema import PartnersFile, parse
from partnerline.ingest.prices.drafts import Refusal
from partnerline.ingest.prices.lists import PriceReading, read_price_list
from partnerline.ingest.prices.named import NOBODY, Named
from partnerline.ingest.promotions.tables import PromotionReading, read_promotions
from partnerline.ingest.readers import read
from partnerline.ingest.reading import Reading
from partnerline.ingest.yaml_file import read_yaml
from partnerline.knowledge.errors import LibraryError
from partnerline.knowledge.model import Kind
from partnerline.knowledge.partners import Directory, Partner
from partnerline.knowledge.pricing.price import PriceList


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What is known of a list from elsewhere: the library it lies in, that library's rule for it, and whom it may name.

    `library` is `None` where it lies in none, `partners` the file that the names come from, if any.
    """

    library: Path | None
    partners: Path | None
    rule: Rule
    named: Named


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFile:
    """A file that was read as a price list.

    `path` is relative to its library, else its name. `kind` is what an ingest takes it for.
    """

    path: str
    around: Around
    reading: Reading
    listed: PriceReading
    promotions: PromotionReading
    kind: Kind

    @property
    def taken(self) -> int:
        """How many prices were taken, or promotions where it is a table of those."""
        taken = self.promotions.promotions if self.kind == "promotions" else self.listed.prices
        return len(taken)

    @property
    def refused(self) -> tuple[Refusal, ...]:
        """The cells that were left out."""
        return (self.promotions if self.kind == "promotions" else self.listed).refused


def read_list(file: Path, *, library: Path | None = None, partners: Path | None = None) -> ListFile:
    """How the file is read; `library` and `partners` are those given by name, else they are looked for around it.

    Raises `UnreadableError`, and `LibraryError` for YAML that can't be read or a file that isn't in the library.
    """
    root = library or library_of(file)
    path = _path_in(root, file) if root else file.name
    around = _around(root, path, partners)
    reading = read(root or file.parent, path)
    listed = read_price_list(reading, _price_list(path, around.rule), around.named)
    kind = around.rule.kind or kind_of(
        path, reading, len(listed.prices), promotions_found=has_promotions(reading)
    )
    promoted = (
        read_promotions(reading, path, around.rule.audience, around.named)
        if kind == "promotions"
        else PromotionReading()
    )
    return ListFile(
        path=path, around=around, reading=reading, listed=listed, promotions=promoted, kind=kind
    )


def library_of(file: Path) -> Path | None:
    """The nearest folder around the file that has a library's YAML."""
    for folder in Path(os.path.abspath(file)).parents:  # noqa: PTH100 - links aren't followed
        if (folder / LIBRARY_FILE).is_file() or (folder / PARTNERS_FILE).is_file():
            return folder
    return None


def _path_in(root: Path, file: Path) -> str:
    """The file's path in the library; links are followed only where that leads into it."""
    for follow in (os.path.abspath, os.path.realpath):
        place, folder = Path(follow(file)), Path(follow(root))
        if place.is_relative_to(folder):
            return place.relative_to(folder).as_posix()
    raise LibraryError(f"{file} is not in {root}. Name the library that it lies in, or none.")


def _around(root: Path | None, path: str, partners: Path | None) -> Around:
    rule = load_library(root).rule_for(path) if root else EVERY_FILE
    own = root / PARTNERS_FILE if root else None
    if partners is not None:
        return Around(library=root, partners=partners, rule=rule, named=_named_in(partners))
    if root is None or own is None or not own.is_file():
        return Around(library=root, partners=None, rule=rule, named=NOBODY)
    named = Named.of(load_directory(root))
    return Around(library=root, partners=own, rule=rule, named=named)


def _named_in(file: Path) -> Named:
    """Whom a file like partners.yaml names, whatever it is called."""
    rows = parse(PartnersFile, read_yaml(file), file.name).partners
    partners = tuple(
        Partner(id=row.id, name=row.name, tier=row.tier, region=row.region) for row in rows
    )
    return Named.of(Directory(partners=partners))


def _price_list(path: str, rule: Rule) -> PriceList:
    return PriceList(
        path=path,
        audience=rule.audience,
        net=rule.net,
        valid_from=rule.valid_from,
        valid_until=rule.valid_until,
    )
