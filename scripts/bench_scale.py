"""Measures what more passages cost: an answer at 1,000, 10,000 and 100,000 of them, as a multiple of embedding the question.

`python -m scripts.bench_scale [--sizes 1000 10000 100000] [--library library] [--cases evals/cases]`

The passages are the library's own sentences, put together anew. The first thousand are embedded as they are; of the
others each bears the vectors of one of those, moved a little, since embedding them all would take the better part of an
hour and change nothing in what is measured here: searching, reading and answering.
"""

import argparse
import tempfile
from pathlib import Path
from typing import Any

from scripts.bench_process import worker
from scripts.bench_table import show

SIZES = (1_000, 10_000, 100_000)
HEADS = (
    "passages",
    "median ms",
    "p95 ms",
    "embedding ms",
    "median of it",
    "p95 of it",
    "peak MB",
    "questions/s, two threads",
)
MODULE = "scripts.bench_scale_worker"


def main() -> None:
    """Fills an index of each size in a process of its own, asks it in another, and prints both side by side."""
    options = _options()
    found: dict[int, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory(prefix="bench-scale-", dir=options.folder) as folder:
        for size in options.sizes:
            home = str(Path(folder) / f"home-{size}")
            worker("fill", home, str(size), str(options.library), module=MODULE)
            asked, process = worker(
                "ask", home, str(options.library), str(options.cases), module=MODULE
            )
            found[size] = asked | {"peak_mb": process.peak_mb}
    show(
        f"Look-ups over {found[options.sizes[0]]['questions']} questions; a multiple is of embedding the question alone",
        HEADS,
        [
            (
                f"{size:,}",
                f"{one['median']:.1f}",
                f"{one['p95']:.1f}",
                f"{one['embedding']:.1f}",
                f"{one['median'] / one['embedding']:.1f}",
                f"{one['p95'] / one['embedding']:.1f}",
                f"{one['peak_mb']:.0f}",
                f"{one['per_second']:.0f}",
            )
            for size, one in found.items()
        ],
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
    return parser.parse_args()


if __name__ == "__main__":
    main()
