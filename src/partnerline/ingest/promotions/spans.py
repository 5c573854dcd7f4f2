"""A promotion's days: its first and its last, in two cells or in one."""

import re
from datetime import date, datetime

from partnerline.ingest.prices.amounts import Unclear
from partnerline.ingest.prices.days import DAY, day_of
from partnerline.ingest.prices.folding import fold
from partnerline.ingest.reading import Cell

Days = tuple[date | None, date | None]

_FIRST = re.compile(r"(?:(?:valid|gultig|valable|valido|valida)\s+)?(?:from|starting|as of|ab|von|vom|du|des le|a partir du|del?|desde(?: el)?|dal|da)?")  # fmt: skip
_LAST = re.compile(r"(?:(?:valid|gultig|valable|valido|valida)\s+)?(?:until|till|to|through|by|ends?|bis|bis zum|jusqu'?au|au|hasta(?: el)?|al?|fino al)")  # fmt: skip
_BETWEEN = re.compile(
    r"-|/|to|until|till|through|thru|bis|bis zum|au|jusqu'?au|al?|hasta(?: el)?|fino al|and"
)


def days_in(cell: Cell) -> Days | Unclear:
    """The first and the last day that one cell names: "1 March 2026 - 31 May 2026", "until 31.5.2026"."""
    if isinstance(cell.value, date | datetime):
        return Unclear(why="it is one day, not a first and a last one")
    plain = fold(cell.text)
    found = list(DAY.finditer(plain))
    days = [day_of(match.group()) for match in found]
    unclear = next((day for day in days if isinstance(day, Unclear)), None)
    if unclear is not None:
        return unclear
    known = [day for day in days if isinstance(day, date)]
    before = plain[: found[0].start()].strip(" :") if found else ""
    after = plain[found[-1].end() :].strip(" .") if found else ""
    if len(known) == 2 and not after and _FIRST.fullmatch(before):
        between = plain[found[0].end() : found[1].start()].strip()
        if _BETWEEN.fullmatch(between):
            return known[0], known[1]
    if len(known) == 1 and not after and before and _LAST.fullmatch(before):
        return None, known[0]
    if len(known) == 1 and not after and before and _FIRST.fullmatch(before):
        return known[0], None
    return Unclear(why="its first and its last day can't be read")
