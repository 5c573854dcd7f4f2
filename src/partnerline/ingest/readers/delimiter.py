"""Finds out what separates a .csv file's columns."""

import csv
import re
from collections import Counter
from io import StringIO
from itertools import islice

_CANDIDATES = (",", ";", "\t", "|")  # where two fit alike, the first
_SAMPLE = 300  # records; the shape of a table shows long before
_DECIMAL = re.compile(r"(?<=\d),\d{1,2}(?!\d)")
_DECIMAL_COUNTS = 0.1  # what a comma that may be a decimal one counts against a sure one
_WIDEST = 8  # columns from which on more prove no more


def delimiter_of(text: str) -> str:
    """The delimiter that splits most records into the same number of columns; a comma where none does."""
    return max(_CANDIDATES, key=lambda delimiter: _fit(text, delimiter))


def _fit(text: str, delimiter: str) -> float:
    records = _sample(text, delimiter)
    widths = Counter(len(record) for record in records)
    wide = {width: count for width, count in widths.items() if width > 1}
    if not wide:
        return 0.0
    width, count = max(wide.items(), key=lambda item: (item[1], item[0]))
    return count / len(records) * min(width, _WIDEST) * (1 - _decimals(text, delimiter))


def _sample(text: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        return [record for record in islice(reader, _SAMPLE) if record]
    except csv.Error:
        return []


def _decimals(text: str, delimiter: str) -> float:
    """The share of the delimiter's marks that look like decimal commas, weighed."""
    marks = text[:200_000].count(delimiter)
    if delimiter != "," or not marks:
        return 0.0
    return (1 - _DECIMAL_COUNTS) * len(_DECIMAL.findall(text[:200_000])) / marks
