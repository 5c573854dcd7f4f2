"""Asks the Slack bot as thousands of people in thousands of places, and looks for what should not have got there.

`python scripts/identity_cases.py --cases 2000`: a small library with one secret for each partner in a document, one in
a price list and one in a manager's kept answer, one for every partner and one for everybody; the real answerer, record
and index in a temporary home; a fake Slack over HTTP on loopback. Every message posted, every answer in the record, all
else that was stored and every log line is searched for each secret; exit code 1 where one is where it must not be.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from scripts.identity_run import play  # noqa: E402  (the path comes first)
from scripts.identity_search import Outcome  # noqa: E402  (the same)
from scripts.identity_world import build  # noqa: E402  (the same)


def main() -> int:
    """Runs the experiment and prints its summary."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=2_000, help="how many at least")
    parser.add_argument("--seed", type=int, default=1, help="of names, places and questions")
    parser.add_argument("--processes", type=int, default=2, help="bots side by side, each its own")
    options = parser.parse_args()
    began, shares = time.monotonic(), range(options.processes)
    each = -(-options.cases // options.processes)
    with ProcessPoolExecutor(options.processes, get_context("spawn")) as pool:
        seeds = [options.seed + 1_000 * share for share in shares]
        found = [one for some in pool.map(_share, [each for _ in shares], seeds) for one in some]
    return _summary(found, time.monotonic() - began, options.seed)


def _share(cases: int, seed: int) -> list[Outcome]:
    with tempfile.TemporaryDirectory() as home:
        return asyncio.run(play(build(cases, seed), Path(home)))


def _summary(found: list[Outcome], seconds: float, seed: int) -> int:
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        by_kind[one.kind].update(
            cases=1, leaks=len(one.leaks), silent=one.silent, due=one.due, missed=one.missed
        )
    print(f"{'class':<48}{'cases':>7}{'leaks':>7}{'silent':>8}{'due':>6}{'missed':>8}")
    for kind, counts in sorted(by_kind.items()):
        row = (counts[name] for name in ("leaks", "silent", "due", "missed"))
        print(f"{kind:<48}{counts['cases']:>7}", *(f"{n:>7}" for n in row), sep="")
    for one in found:
        for leak in one.leaks:
            print(f"LEAK {one.kind}: {leak}")
    total = sum((counts for counts in by_kind.values()), Counter[str]())
    asked = sum(n["cases"] for kind, n in by_kind.items() if not kind.startswith("("))
    print(
        f"{asked} cases, seed {seed}, {seconds:.0f} s: {total['leaks']} leaks, {total['silent']} without an answer,"
        f" {total['missed']} of {total['due']} rightful askers who did not get what they may see"
    )
    return 1 if total["leaks"] or total["silent"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
