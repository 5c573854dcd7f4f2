"""The parts of reading a list that need a process of their own: each prints one JSON object as its last line.

`bench_prices_lists.py write FOLDER PRICES`, `read FILE`, `openpyxl FILE`, `calamine FILE`, `csv FILE`.
"""

import csv
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from scripts.bench_prices_rows import BANDS, rows_of


def write(folder: str, prices: str) -> dict[str, Any]:
    """The same list as a workbook and as CSV; gives how many rows each has."""
    from openpyxl import Workbook

    rows: list[Sequence[Any]] = [
        ["Part number", "Description", "Unit", "Currency", *(band for band, _, _ in BANDS)],
        *rows_of(int(prices)),
    ]
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("EMEA")
    for row in rows:
        sheet.append(list(row))
    workbook.save(Path(folder) / "list.xlsx")
    with (Path(folder) / "list.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    return {"rows": len(rows)}


def read(file: str) -> dict[str, Any]:
    """The whole reading of a list, as an ingest does it."""
    import partnerline.ingest.readers.delimited
    import partnerline.ingest.readers.workbook  # noqa: F401 - parsers are imported at first use
    from partnerline.ingest.library import Rule
    from partnerline.ingest.prices.named import NOBODY
    from partnerline.ingest.reader import read_document

    path = Path(file)
    began = time.perf_counter()
    found = read_document(path.parent, path.name, Rule(match="**"), NOBODY, digest="")
    return {"seconds": time.perf_counter() - began, "prices": len(found.prices)}


def openpyxl_alone(file: str) -> dict[str, Any]:
    """openpyxl's read-only rows."""
    from openpyxl import load_workbook

    def rows() -> Iterator[object]:
        yield from load_workbook(file, read_only=True).worksheets[0].iter_rows(values_only=True)

    return _counted(rows)


def calamine_alone(file: str) -> dict[str, Any]:
    """python-calamine's rows."""
    from python_calamine import CalamineWorkbook

    return _counted(lambda: CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python())


def csv_alone(file: str) -> dict[str, Any]:
    """The rows of Python's own csv."""

    def rows() -> Iterator[object]:
        with Path(file).open(encoding="utf-8", newline="") as lines:
            yield from csv.reader(lines, delimiter=";")

    return _counted(rows)


def _counted(rows: Callable[[], Iterable[object]]) -> dict[str, Any]:
    began = time.perf_counter()
    count = sum(1 for _ in rows())
    return {"seconds": time.perf_counter() - began, "rows": count}


_PARTS: dict[str, Callable[..., dict[str, Any]]] = {
    "write": write,
    "read": read,
    "openpyxl": openpyxl_alone,
    "calamine": calamine_alone,
    "csv": csv_alone,
}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(_PARTS[sys.argv[1]](*sys.argv[2:])) + "\n")
