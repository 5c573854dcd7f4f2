"""The fraction that a cell takes off; half a percent and fifty percent are never told apart by guessing."""

import re
from decimal import Decimal

from partnerline.ingest.prices.amounts import Unclear, exact, visible_decimals
from partnerline.ingest.prices.folding import fold
from partnerline.ingest.promotions.words import NOTHING
from partnerline.ingest.reading import Cell

_SIGN = r"(?:%|percent|per cent|pct\.?|prozent|pour cent|pourcent|por ciento|per cento)"
_BESIDE = r"(?:off|discount|rabatt|nachlass|de remise|remise|de reduction|de descuento|descuento|dto\.?|di sconto|sconto)"
_WRITTEN = re.compile(rf"(\d{{1,3}}(?:[.,]\d{{1,4}})?)\s*({_SIGN})?\s*{_BESIDE}?")
_LITERAL = re.compile(r'"[^"]*"|\\.')


def read_percent(cell: Cell, *, in_percent: bool) -> Decimal | Unclear | None:
    """What the cell takes off, 0.08 for "8%"; `None` where it says nothing.

    `in_percent` is whether the heading says that a bare number is one of percent.
    """
    if isinstance(cell.value, bool):
        return Unclear(why="it is no percentage")
    if isinstance(cell.value, int | float | Decimal):
        return _checked(_number(cell, exact(cell.value), in_percent=in_percent))
    plain = fold(cell.text)
    if plain in NOTHING:
        return None
    return _checked(_written(plain, in_percent=in_percent))


def _number(cell: Cell, value: Decimal, *, in_percent: bool) -> Decimal | Unclear:
    if not value.is_finite():
        return Unclear(why="it is no number")
    if "%" not in _LITERAL.sub("", cell.number_format):
        if "%" in cell.text:
            return value / 100
        return _bare(value, in_percent=in_percent)
    decimals = visible_decimals(cell.number_format)
    shown = value * 100 if decimals is None else round(value * 100, decimals)
    if shown != value * 100:
        return Unclear(why=f"it shows {_short(shown)} % and holds {_short(value * 100)} %")
    return value


def _written(plain: str, *, in_percent: bool) -> Decimal | Unclear:
    found = _WRITTEN.fullmatch(plain)
    if found is None:
        return Unclear(why="it is not one plain percentage")
    value = Decimal(found[1].replace(",", "."))
    return value / 100 if found[2] else _bare(value, in_percent=in_percent)


def _bare(value: Decimal, *, in_percent: bool) -> Decimal | Unclear:
    """A number without a sign: 0.5 may be half a percent or fifty, and 1 one percent or everything."""
    if not in_percent:
        return Unclear(why="nothing says whether it is a percentage. Write it like 8%")
    if 0 < value <= 1:
        return Unclear(
            why=f"it may be {_short(value)} % or {_short(value * 100)} %. Write it like 8%"
        )
    return value / 100


def _checked(value: Decimal | Unclear) -> Decimal | Unclear:
    if isinstance(value, Unclear):
        return value
    if value <= 0:
        return Unclear(why="it takes nothing off" if value == 0 else "it is negative")
    if value >= 1:
        return Unclear(why=f"it takes {_short(value * 100)} % off")
    return Decimal(_short(value))


def _short(value: Decimal) -> str:
    return format(value.normalize(), "f")
