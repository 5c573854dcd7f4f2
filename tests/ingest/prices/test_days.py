from datetime import date, datetime

import pytest
from tests.ingest.prices.grids import cell

from partnerline.ingest.prices.amounts import Unclear
from partnerline.ingest.prices.days import read_day
from partnerline.ingest.reading import CellValue


@pytest.mark.parametrize(
    "value",
    [date(2026, 7, 1), datetime(2026, 7, 1), "2026-07-01", "01.07.2026", "1.7.2026", "1 July 2026", "1. Juli 2026", "Jul 1, 2026", "1 juillet 2026", "1 de julio de 2026"],  # noqa: DTZ001  a workbook's days have no zone
)  # fmt: skip
def test_days_are_read(value: CellValue) -> None:
    assert read_day(cell(value)) == date(2026, 7, 1)


@pytest.mark.parametrize("text", ["03/04/2026", "1.7.26", "45000", "soon", "31.02.2026", "Q3 2026"])
def test_a_day_that_may_be_two_or_none_is_unclear(text: str) -> None:
    assert isinstance(read_day(cell(text)), Unclear)


def test_a_slashed_day_that_can_only_be_one_is_read() -> None:
    assert read_day(cell("25/04/2026")) == date(2026, 4, 25)
    assert read_day(cell("04/25/2026")) == date(2026, 4, 25)
    assert read_day(cell("04/04/2026")) == date(2026, 4, 4)


@pytest.mark.parametrize("text", ["", "-", "until further notice", "bis auf weiteres"])
def test_no_day_is_no_end(text: str) -> None:
    assert read_day(cell(text)) is None


def test_a_number_is_no_day() -> None:
    assert isinstance(read_day(cell(46204)), Unclear)
