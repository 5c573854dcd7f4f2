import io
import multiprocessing
import os
import signal
from dataclasses import dataclass

import pytest
from tests.evals.examples import DAY, DIRECTORY, answer, case

from partnerline.evals import side_by_side
from partnerline.evals.runner import Runner
from partnerline.evals.running import run_suite
from partnerline.evals.side_by_side import default_jobs, run_in_processes
from partnerline.knowledge.errors import IndexUnusable
from partnerline.knowledge.model import Answer, Question

CASES = [case(f"case {number}", question=f"question {number}") for number in range(6)]


def answers(question: Question) -> Answer:
    if question.text == "break":
        raise RuntimeError("no index")
    if question.text == "die":
        os._exit(3)
    if question.text == "interrupt" and multiprocessing.parent_process() is not None:
        # As a terminal does: it interrupts every process, of which only the first may heed it.
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getppid(), signal.SIGINT)
    return answer(doubt=f"{os.getpid()}", text=f"9 to 36 V DC: {question.text}")


@dataclass(frozen=True)
class Opens:
    fails: bool = False

    def __call__(self) -> Runner:
        if self.fails:
            raise IndexUnusable("The index is empty. Read it first.")
        return Runner(answers=answers, directory=DIRECTORY, today=DAY)


def test_the_results_of_several_processes_stand_in_the_cases_order_and_are_those_of_one():
    cases = [*CASES, case("broken", question="break")]
    suite = run_suite(cases, Opens(), jobs=2, progress=io.StringIO())
    alone = run_suite(cases, Opens(), progress=io.StringIO())
    assert (suite.jobs, alone.jobs) == (2, 1)
    assert [one.case for one in suite.results] == cases
    assert [one.failure for one in suite.results] == [one.failure for one in alone.results]
    assert [(one.checks, one.statements) for one in suite.results] == [
        (one.checks, one.statements) for one in alone.results
    ]
    answered_by = {one.answer.doubt for one in suite.results if one.answer}
    assert f"{os.getpid()}" not in answered_by


def test_a_process_that_dies_fails_what_was_not_done_and_loses_no_case():
    cases = [case("dies", question="die"), *CASES]
    suite = run_suite(cases, DiesLate(), jobs=1 + 1, progress=io.StringIO())
    assert [one.case.id for one in suite.results] == [one.id for one in cases]
    assert "A process ended" in suite.results[0].failure
    assert "dies" in suite.overall().failed


@dataclass(frozen=True)
class DiesLate(Opens):
    """Opens a runner that survives its warm-up."""

    def __call__(self) -> Runner:
        calls: list[str] = []

        def counted(question: Question) -> Answer:
            calls.append(question.text)
            return answers(question) if len(calls) > 1 else answer()

        return Runner(answers=counted, directory=DIRECTORY, today=DAY)


def test_what_keeps_a_process_from_opening_is_raised_in_this_one():
    with pytest.raises(IndexUnusable, match="Read it first"):
        list(run_in_processes(CASES, Opens(fails=True), 2))


def test_an_interruption_ends_this_process_s_run_and_breaks_off_no_other_process():
    cases = [*CASES, case("interrupts", question="interrupt")]
    # A shell that starts this in the background has it ignore interruptions.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            run_suite(cases, Opens(), jobs=2, progress=io.StringIO())
    finally:
        signal.signal(signal.SIGINT, before)
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize(
    ("cores", "cases", "jobs"),
    [(1, 1000, 1), (2, 1000, 2), (64, 1000, 4), (8, 50, 1), (8, 250, 2), (None, 1000, 1)],
)
def test_as_many_processes_as_cores_and_as_the_cases_are_worth(monkeypatch, cores, cases, jobs):
    monkeypatch.setattr(side_by_side.os, "cpu_count", lambda: cores)
    assert default_jobs(cases) == jobs
