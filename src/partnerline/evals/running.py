"""Runs a suite: every case, in one process or several, and then what came of it."""

import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from typing import TextIO

from tqdm import tqdm

from partnerline.evals.comparing import Comparison
from partnerline.evals.gates import DEFAULT_GATES, Gates, judge
from partnerline.evals.model import Case, CaseResult
from partnerline.evals.runner import Runner
from partnerline.evals.side_by_side import OpensRunner, run_in_processes
from partnerline.evals.suite import SuiteResult

Compares = Callable[[Sequence[CaseResult]], Comparison | None]
"""Holds results against what was accepted before; `None` where there is nothing to hold them against."""


def run_suite(
    cases: Sequence[Case],
    runner: Runner | OpensRunner,
    *,
    gates: Gates = DEFAULT_GATES,
    compares: Compares | None = None,
    jobs: int = 1,
    progress: TextIO | None = None,
) -> SuiteResult:
    """Every case's result, in the cases' order, and every gate's verdict.

    With several `jobs`, `runner` is what opens one in each process. A bar goes to `progress`, by default standard
    error, if it is a terminal.
    """
    stream = progress or sys.stderr
    jobs = 1 if isinstance(runner, Runner) else jobs
    done: dict[int, CaseResult] = {}
    bar = tqdm(
        total=len(cases), desc="Cases", unit="case", file=stream, disable=not stream.isatty()
    )
    with bar, closing(_results(cases, runner, jobs)) as coming:
        for place, result in coming:
            done[place] = result
            bar.update()
    results = tuple(done[place] for place in range(len(cases)))
    comparison = compares(results) if compares else None
    return SuiteResult(
        results=results,
        verdicts=judge(gates, results, comparison),
        comparison=comparison,
        jobs=jobs,
    )


def _results(
    cases: Sequence[Case], runner: Runner | OpensRunner, jobs: int
) -> Generator[tuple[int, CaseResult], None, None]:
    """Each case's place and result, as they come."""
    if isinstance(runner, Runner):
        yield from enumerate(map(runner.run, cases))
    elif jobs > 1:
        yield from run_in_processes(cases, runner, jobs)
    else:
        yield from enumerate(map(runner().run, cases))
