"""For which regions a sheet or a title says that its prices are."""

import re
from collections.abc import Sequence

from partnerline.ingest.prices.folding import fold
from partnerline.ingest.prices.named import Named
from partnerline.ingest.prices.words import REGION_WORDS
from partnerline.ingest.reading import Table

_LABEL = rf"(?:sales |price )?(?:{'|'.join(sorted(REGION_WORDS))}|vertriebsgebiet|territoire|territorio|regions|regionen)"
_LINE = re.compile(rf"^\W*{_LABEL}\s*(?:[:|=]|\s-\s)\s*(.+)$", re.IGNORECASE)
_PARTS_OF_THE_WORLD = frozenset(
    """emea apac amer americas latam nam dach benelux nordics mea anz row cee gcc uki uk usa us canada mexico brazil europe asia africa
    oceania germany deutschland austria osterreich switzerland schweiz france frankreich spain espana italy italia poland japan china india
    australia netherlands belgium sweden norway denmark finland portugal ireland""".split()
)
_BESIDE = frozenset(
    "price prices list preisliste preise prix precios prezzi listino eur usd gbp chf cad aud jpy hardware software".split()
)


def regions_of_line(line: Sequence[str], named: Named) -> tuple[str, ...]:
    """The regions of a title's or a sub-heading's cells: "Region: EMEA", or known regions' names in a list."""
    text = (
        " | ".join(line)
        if len(line) > 1 and fold(line[0]).strip(" :") in REGION_WORDS
        else " ".join(line)
    )
    said = _LINE.match(re.sub(r":\s*\|", ":", " ".join(fold(text).split())))
    if said:
        return named.regions_called(
            text[len(text) - len(said.group(1)) :].strip() if text.isascii() else said.group(1)
        )
    alone = named.regions_called(text) if len(line) == 1 else ()
    # "Accessories, EMEA, second half" is a title with a region in it: what else it names is none.
    return tuple(region for region in alone if region in named.regions)


def regions_of_name(table: Table, tables: Sequence[Table], named: Named) -> tuple[str, ...]:
    """The regions of a sheet by its name: known ones, or where sheets are told apart by regions, one that nobody has."""
    if table.locator.startswith("row "):
        return ()
    known = named.regions_in(table.name)
    if known:
        return known
    by_region = {_part(t.name) or "".join(named.regions_in(t.name)) for t in tables} - {""}
    part = _part(table.name)
    return (part,) if part and len(by_region) > 1 else ()


def _part(name: str) -> str:
    """The one part of the world that is all a sheet is named by, as it stands there."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if fold(word) not in _BESIDE]
    return words[0] if len(words) == 1 and fold(words[0]) in _PARTS_OF_THE_WORLD else ""
