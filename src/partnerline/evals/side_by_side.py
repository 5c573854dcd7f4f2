"""Runs cases in several processes at once, each with a runner of its own."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from partnerline.evals.model import Case, CaseResult
from partnerline.evals.runner import Runner, broken

OpensRunner = Callable[[], Runner]
"""Opens what a process needs to answer, for reading only; it is sent to each process, so it has to be picklable."""

MOST = 4
CASES_WORTH_A_PROCESS = 100
"""Fewer are answered sooner than another process has started."""


def default_jobs(cases: int) -> int:
    """As many processes as there are cores and as the cases are worth, at most four."""
    return max(1, min(os.cpu_count() or 1, MOST, cases // CASES_WORTH_A_PROCESS))


def run_in_processes(
    cases: Sequence[Case], opens: OpensRunner, jobs: int
) -> Generator[tuple[int, CaseResult], None, None]:
    """Each case's place and result, as they come.

    A process that dies fails the cases it and the others had not finished, each with that reason. Whatever `opens`
    raises is raised. Closing the iterator, as an interruption does, ends the processes once their case is done.
    """
    pool = ProcessPoolExecutor(
        max_workers=jobs,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_open,
        initargs=(opens, cases[0]),
    )
    try:
        with _uninterrupted():
            places = {pool.submit(_run, case): place for place, case in enumerate(cases)}
        for future in as_completed(places):
            place = places[future]
            yield place, _result(future, cases[place])
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Lets an interruption wait, here till the end and in processes that start meanwhile for ever.

    A terminal interrupts all of them at once; the first process then ends the others.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _result(future: Future[CaseResult], case: Case) -> CaseResult:
    try:
        return future.result()
    except BrokenProcessPool:
        return broken(case, "A process ended before the case was done.", ranked=())


class _Process:
    """What this process answers with, or why it can't: told with the first case, where it can be raised."""

    runner: Runner | None = None
    problem: Exception | None = None


def _open(opens: OpensRunner, first: Case) -> None:
    try:
        _Process.runner = opens()
        _Process.runner.warm(first)
    except Exception as problem:  # noqa: BLE001 - raised by the first case, in the process that can report it
        _Process.problem = problem


def _run(case: Case) -> CaseResult:
    if _Process.runner is None:
        raise _Process.problem or RuntimeError("the process was not opened")
    return _Process.runner.run(case)
