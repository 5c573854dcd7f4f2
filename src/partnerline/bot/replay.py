"""Puts questions of the record to a library and a threshold that aren't live yet; nothing is recorded or escalated."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from partnerline.bot.bootstrap import now, opened_record, today
from partnerline.bot.cli.eval_runner import OpensRunner, own_index, runner_on
from partnerline.bot.settings import Settings
from partnerline.evals.model import Case, CaseResult
from partnerline.evals.replay import replay
from partnerline.evals.replay_report import ReplayReport
from partnerline.evals.runner import Runner
from partnerline.evals.running import run_suite
from partnerline.evals.side_by_side import default_jobs
from partnerline.ingest.library import load_directory
from partnerline.knowledge.errors import CasesError
from partnerline.knowledge.past import Past


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaying:
    """The last `last` questions, each about the day it was asked about or, with `as_of_today`, as if asked today."""

    last: int
    as_of_today: bool = False
    jobs: int | None = None


def replayed(settings: Settings, wish: Replaying) -> ReplayReport:
    """The replay; raises `CasesError` where nobody asked anything yet."""
    past = _past(settings, wish.last)
    day = today()
    found = replay(
        past,
        lambda cases: _results(settings, cases, wish.jobs, day),
        today=day if wish.as_of_today else None,
    )
    return ReplayReport(replay=found, made_at=now(), about=_about(settings, wish, day))


def _past(settings: Settings, last: int) -> Sequence[Past]:
    """The questions, their partners as the library that is tried out has them."""
    with opened_record(settings, load_directory(settings.library)) as record:
        past = record.past(last)
    if not past:
        raise CasesError(
            f"{settings.home}: nobody has asked anything yet, so nothing can be asked again."
            " Name the home or the database of the bot that people ask."
        )
    return past


def _results(
    settings: Settings, cases: Sequence[Case], jobs: int | None, day: date
) -> Sequence[CaseResult]:
    """What answering each gives; with several jobs each opens the index by itself, once it is up to date."""
    jobs = jobs or default_jobs(len(cases))
    with own_index(settings) as opened:
        if jobs == 1:
            return run_suite(cases, _untimed(runner_on(opened, settings, day))).results
    opens = _OpensUntimed(opens=OpensRunner(settings=settings, today=day))
    return run_suite(cases, opens, jobs=jobs).results


def _untimed(runner: Runner) -> Runner:
    """The runner without what only a measurement needs."""
    return replace(runner, embeds=None, retrieves=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _OpensUntimed:
    """Opens such a runner in a process of its own."""

    opens: OpensRunner

    def __call__(self) -> Runner:
        """The runner."""
        return _untimed(self.opens())


def _about(settings: Settings, wish: Replaying, day: date) -> dict[str, str]:
    threshold = settings.answer_threshold
    return {
        "library": str(settings.library),
        "threshold": "the fitted one" if threshold is None else f"{threshold:g}",
        "asked": f"as on {day}" if wish.as_of_today else "each as on its own day",
    }
