"""How fast price lists are read, beside bare parsers, and how a quote's time grows with the price book."""

from pathlib import Path
from statistics import median
from typing import Any

from scripts.bench_process import worker
from scripts.bench_table import show

PRICES = 100_000
"""Prices of the list that is read, and of the largest book that is asked."""

GROWTH = (100, 10, 1)
"""The books that are asked have the whole number of prices, divided by these."""

_LISTS, _BOOK = "scripts.bench_prices_lists", "scripts.bench_prices_book"
_FLOORS = {
    "list.xlsx": {"openpyxl": "openpyxl alone, read-only", "calamine": "python-calamine alone"},
    "list.csv": {"csv": "Python's csv alone"},
}


def bench_price_lists(scratch: Path, prices: int, rounds: int) -> dict[str, Any]:
    """Rows a second of the whole reading of a list, from its bytes to prices and passages, and of parsers alone."""
    folder = scratch / "price-list"
    folder.mkdir()
    rows = worker("write", str(folder), str(prices), module=_LISTS)[0]["rows"]
    return {name: _read(folder / name, floors, rows, rounds) for name, floors in _FLOORS.items()}


def _read(file: Path, floors: dict[str, str], rows: int, rounds: int) -> dict[str, Any]:
    rates: dict[str, list[float]] = {part: [] for part in ("read", *floors)}
    peaks: dict[str, float] = {}
    taken = 0
    for n in range(rounds):
        for part in rates if n % 2 == 0 else reversed(rates):
            found, process = worker(part, str(file), module=_LISTS)
            rates[part].append(rows / found["seconds"])
            peaks[part] = max(process.peak_mb, peaks.get(part, 0.0))
            taken = found.get("prices", taken)
    middle = {part: median(one) for part, one in rates.items()}
    show(
        f"Reading {file.name}, {rounds} rounds: {rows:,} rows, {taken:,} prices taken",
        ("", "rows/s", *(f"of {part}" for part in floors), "peak MB"),
        [
            (
                floors.get(part, "whole reading"),
                f"{rate:,.0f}",
                *(f"{rate / middle[floor]:.3f}" for floor in floors),
                f"{peaks[part]:.0f}",
            )
            for part, rate in middle.items()
        ],
    )
    return {"rows": rows, "prices": taken, "rows_per_second": middle, "peak_mb": peaks}


def bench_quotes(scratch: Path, prices: int, rounds: int) -> dict[str, Any]:
    """Milliseconds from a question to its quote, for books of growing size, and the growth."""
    sizes = [prices // part for part in GROWTH]
    found: dict[int, list[dict[str, Any]]] = {size: [] for size in sizes}
    for n in range(rounds):
        for size in sizes if n % 2 == 0 else reversed(sizes):
            home = scratch / f"price-book-{size}-{n}"
            found[size].append(worker(str(home), str(size), module=_BOOK)[0])
    times = {
        size: {name: median(run[name] for run in runs) for name in ("first", "median", "p95")}
        for size, runs in found.items()
    }
    least = times[sizes[0]]
    show(
        f"From question to quote in ms, {found[sizes[0]][0]['questions']} questions, {rounds} rounds",
        ("prices in the book", "first", "median", "95th", "median's growth", "95th's growth"),
        [
            (
                f"{size:,}",
                f"{took['first']:.1f}",
                f"{took['median']:.2f}",
                f"{took['p95']:.2f}",
                f"{took['median'] / least['median']:.2f}",
                f"{took['p95'] / least['p95']:.2f}",
            )
            for size, took in times.items()
        ],
    )
    return {str(size): took for size, took in times.items()}
