"""Measures what more passages cost: an answer at 1,000, 10,000 and 100,000 of them, as a multiple of embedding the question.

`python -m scripts.bench_scale [--sizes 1000 10000 100000] [--library library] [--cases evals/cases] [--keep FOLDER]`

The passages are the library's own sentences, put together anew. The first thousand are embedded as they are; of the
others each bears the vectors of one of those, moved a little, since embedding them all would take the better part of an
hour and change nothing in what is measured here: searching, reading and answering. Each measurement is a process of
its own, so that none finds kept what another asked for.
"""

import argparse
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from scripts.bench_process import worker
from scripts.bench_table import show

SIZES = (1_000, 10_000, 100_000)
HEADS = (
    "passages",
    "answered",
    "median ms",
    "p95 ms",
    "embedding ms",
    "median of it",
    "p95 of it",
    "peak MB",
    "questions/s",
    "in two threads",
)
MODULE = "scripts.bench_scale_worker"
FILLED = "filled"
"""A file in a home whose index is whole."""


def main() -> None:
    """Fills an index of each size in a process of its own, asks it in another, and prints all side by side."""
    options = _options()
    with ExitStack() as stack:
        folder = options.keep or Path(
            stack.enter_context(
                tempfile.TemporaryDirectory(prefix="bench-scale-", dir=options.folder)
            )
        )
        found = {size: _measured(size, folder / f"home-{size}", options) for size in options.sizes}
    questions = found[options.sizes[0]]["questions"]
    show(
        f"Look-ups over {questions} questions; a multiple is of embedding the question alone",
        HEADS,
        [_row(size, one) for size, one in found.items()],
    )
    show(
        "Where the time goes: mean ms of a question",
        ("part", *(f"{size:,}" for size in found)),
        [
            (part, *(f"{one['parts'][part]:.1f}" for one in found.values()))
            for part in found[options.sizes[0]]["parts"]
        ],
    )


def _measured(size: int, home: Path, options: argparse.Namespace) -> dict[str, Any]:
    """What asking an index of that size took; it is filled first, unless it was kept."""
    if not (home / FILLED).exists():
        worker("fill", str(home), str(size), str(options.library), module=MODULE)
        (home / FILLED).touch()
    given = (str(home), str(options.library), str(options.cases))
    asked, process = worker("ask", *given, module=MODULE)
    at_once, both = worker("at_once", *given, "2", module=MODULE)
    return asked | {
        "peak_mb": max(process.peak_mb, both.peak_mb),
        "two_threads": at_once["per_second"],
    }


def _row(size: int, one: dict[str, Any]) -> tuple[str, ...]:
    return (
        f"{size:,}",
        str(one["answered"]),
        f"{one['median']:.1f}",
        f"{one['p95']:.1f}",
        f"{one['embedding']:.1f}",
        f"{one['median'] / one['embedding']:.1f}",
        f"{one['p95'] / one['embedding']:.1f}",
        f"{one['peak_mb']:.0f}",
        f"{one['per_second']:.0f}",
        f"{one['two_threads']:.0f}",
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--sizes", type=int, nargs="+", default=list(SIZES), help="how many passages")
    add("--library", type=Path, default=Path("library"), help="the library whose sentences to use")
    add("--cases", type=Path, default=Path("evals/cases"), help="the questions to ask")
    add("--folder", type=Path, help="a folder with room for the indexes: about 4 GB for 100,000")
    add("--keep", type=Path, help="a folder to keep the indexes in, and to take kept ones from")
    return parser.parse_args()


if __name__ == "__main__":
    main()
