"""Why a row of a promotions table isn't taken."""

from typing import TypeVar

from partnerline.ingest.prices.amounts import Unclear
from partnerline.ingest.reading import Cell

ValueT = TypeVar("ValueT")


class Doubt(Exception):
    """Something in a row can't be read for certain: the cell it lies in, and why. It never leaves the table's reader."""

    def __init__(self, cell: Cell, why: str) -> None:
        super().__init__(cell.locator)
        self.cell = cell
        self.why = why


def sure(value: ValueT | Unclear, cell: Cell, what: str = "") -> ValueT:
    """The value that the cell says; raises `Doubt` where it is unclear, naming what it was to be."""
    if isinstance(value, Unclear):
        raise Doubt(cell, f"{what}: {value.why}" if what else value.why)
    return value
