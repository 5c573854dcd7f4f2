"""Labelled answers to fit a confidence to: from cases, and from what people thought of answers that were given."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from partnerline.bot.bootstrap import opened_record, today
from partnerline.bot.cli.eval_runner import own_index, runner_on
from partnerline.bot.settings import Settings
from partnerline.evals.cases import load_cases
from partnerline.evals.model import CaseResult
from partnerline.evals.rows import Row, row_of_case, row_of_record
from partnerline.ingest.library import load_directory


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """Rows of questions that documents answer, by the split of their case; `prices` whether the computed
    answers of tuned price questions were right."""

    tune: tuple[Row, ...] = ()
    held_out: tuple[Row, ...] = ()
    prices: tuple[bool, ...] = ()


def from_cases(settings: Settings, cases: Sequence[Path]) -> Learnt:
    """What the cases give when whatever was found is answered with."""
    given = settings.model_copy(update={"answer_threshold": 0.0, "model": None})
    with own_index(given) as opened:
        runner = runner_on(opened, given, today())
        results = [runner.run(case) for case in load_cases(*cases)]
    tuned = [one for one in results if one.case.split == "tune"]
    return Learnt(
        tune=_rows(tuned),
        held_out=_rows([one for one in results if one.case.split != "tune"]),
        prices=tuple(
            one.passed_check("price")
            for one in tuned
            if one.answered and one.computed and one.case.expected.price is not None
        ),
    )


def from_record(settings: Settings, known: frozenset[str]) -> tuple[tuple[Row, ...], int]:
    """The answers that people judged, and how many of them were given by an older version's signals and are left out."""
    with opened_record(settings, load_directory(settings.library)) as record:
        judged = [one for one in record.labelled() if one.kind == "knowledge"]
        asked = {one.question_id: record.question(one.question_id) for one in judged}
    rows = []
    for one in judged:
        found = asked[one.question_id]
        row = row_of_record(one, found[0].text if found else "", known)
        if row is not None:
            rows.append(row)
    return tuple(rows), len(judged) - len(rows)


def _rows(results: Sequence[CaseResult]) -> tuple[Row, ...]:
    return tuple(row for row in map(row_of_case, results) if row is not None)
