"""Measures whether the confidence keeps its promise, and prints it as Markdown.

Over many random halves of the sample library's labelled questions: fitted and given a threshold on one half, measured on
the other. With `--handbook FOLDER`, beside the tutorial bot on questions of a library that neither was made for.
"""

import argparse
import logging
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from scripts.handbook import Given, ours, tutorial

from partnerline.bot.cli.eval_runner import own_index
from partnerline.bot.labelling import from_cases
from partnerline.bot.settings import Settings, load_settings
from partnerline.evals.calibration import Calibration, calibrate
from partnerline.evals.fitting import fit
from partnerline.evals.promise import Promise, keep, reached
from partnerline.evals.regression import Regression
from partnerline.evals.rows import Row

ALPHAS = (0.05, 0.1, 0.15, 0.2)
COVERAGE = 0.7
"""The share of the answerable questions that both bots are made to answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """What a threshold found on one half did on the other: `given` answers, `wrong` of them, `right` that there are."""

    given: int
    wrong: int
    right: int
    found: bool

    def within(self, alpha: float) -> bool:
        """Whether no more of the answers given were wrong than was promised."""
        return self.wrong <= alpha * self.given


def main() -> None:
    """Measures, prints, and writes where that is asked for."""
    options = _options()
    logging.disable(logging.WARNING)
    settings = load_settings(home=options.home)
    learnt = from_cases(settings, [settings.cases])
    rows = [*learnt.tune, *learnt.held_out]
    lines = [
        "# The confidence and its promise",
        "",
        "Written by `python -m scripts.bench_confidence`; fitted by `make fit` ([why](decisions/0007-a-fitted-confidence.md)).",
        "",
        *_promise_kept(rows, options.splits, options.delta),
        *_calibrated(learnt.tune, learnt.held_out),
    ]
    if options.handbook:
        lines += _beside(settings, options.handbook)
    text = "\n".join(lines).rstrip() + "\n"
    print(text)
    if options.write:
        options.write.write_text(text, encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("--splits", type=int, default=200, help="random halves")
    add("--delta", type=float, default=0.1, help="chance that a promise may fail")
    add("--handbook", type=Path, help="folder with library/ and questions.jsonl")
    add("--home", type=Path, help="folder of the indexes that are asked")
    add("--write", type=Path, help="file for the tables")
    return parser.parse_args()


def _promise_kept(rows: Sequence[Row], count: int, delta: float) -> Iterator[str]:
    yield "## The promise"
    yield ""
    yield (
        f"{len(rows)} labelled questions that documents are to answer, {sum(row.answerable for row in rows)} of them answerable and "
        f"{sum(row.right for row in rows)} answered rightly when everything is answered; {count} random halves. Fit and threshold "
        f"come from one half, the wrong answers are counted in the other; δ = {delta:.0%}."
    )
    yield ""
    yield "| promised: at most | kept in | to be | a threshold was found in | right answers given | wrong of all given |"
    yield "| --- | --- | --- | --- | --- | --- |"
    every = [_splits(rows, delta, seed) for seed in range(count)]
    for place, alpha in enumerate(ALPHAS):
        splits = [splits[place] for splits in every]
        given, wrong = sum(s.given for s in splits), sum(s.wrong for s in splits)
        found = [split for split in splits if split.found]
        yield (
            f"| {alpha:.0%} wrong | {fmean(s.within(alpha) for s in splits):.1%} | {1 - delta:.0%} | {len(found) / count:.0%} of the halves | "
            f"{fmean((s.given - s.wrong) / s.right for s in splits):.0%} | {f'{wrong / given:.1%}' if given else 'none given'} |"
        )
    yield ""


def _splits(rows: Sequence[Row], delta: float, seed: int) -> list[Split]:
    """One random half fitted to, and what each promise comes to in the other."""
    shuffled = list(rows)
    random.Random(seed).shuffle(shuffled)
    half, rest = shuffled[: len(rows) // 2], shuffled[len(rows) // 2 :]
    fitted = fit(half)
    unseen = [(c, row.right) for c, row in zip(fitted.unseen, half, strict=True)]
    scored = [(fitted.confidence(row.signals), row.right) for row in rest]
    splits = []
    for alpha in ALPHAS:
        threshold = keep(unseen, Promise(alpha=alpha, delta=delta)).threshold
        given = reached(scored, threshold)
        splits.append(
            Split(
                given=len(given),
                wrong=given.count(False),
                right=sum(row.right for row in rest),
                found=threshold is not None,
            )
        )
    return splits


def _calibrated(tune: Sequence[Row], held_out: Sequence[Row]) -> Iterator[str]:
    yield "## Calibration"
    yield ""
    fitted = fit(tune)
    scored = [(fitted.confidence(row.signals), row.right) for row in held_out]
    measured = calibrate(scored)
    if measured is None:
        yield "No case is held out."
        return
    yield (
        f"Fitted to the {len(tune)} questions of the split “tune”, measured on the {len(held_out)} held out: calibration error "
        f"{measured.error:.3f}, Brier score {measured.brier:.3f}, area under the risk-coverage curve {measured.area:.3f}."
    )
    yield ""
    yield from _reliability(measured)
    yield ""


def _reliability(measured: Calibration) -> Iterator[str]:
    yield "| confidence | questions | mean confidence | right |"
    yield "| --- | --- | --- | --- |"
    for one in measured.bins:
        yield f"| {one.low:.1f} to {one.high:.1f} | {one.n} | {one.confidence:.2f} | {one.right:.2f} |"


def _beside(settings: Settings, folder: Path) -> Iterator[str]:
    mine = ours(settings, folder)
    with own_index(settings.model_copy(update={"library": folder / "library"})) as opened:
        theirs = list(tutorial(settings, folder, opened.embedder))
    tuned = [one.row for one in mine if one.asked.tune and one.row.signals]
    refitted = fit(tuned)
    model = Regression(intercept=refitted.intercept, weights=refitted.weights)
    own = [_with(one, model) for one in mine]
    held = [one for one in theirs if not one.asked.tune]
    yield "## Beside the tutorial bot, on a handbook"
    yield ""
    yield (
        f"{len(held)} questions of the held-out half, {sum(one.row.answerable for one in held)} of them answerable. Each bot answers "
        f"what it is surest of, until {COVERAGE:.0%} of the answerable are answered. The tutorial bot is as sure as question and "
        "passage are similar."
    )
    yield ""
    kinds = sorted({one.asked.kind for one in held if not one.row.answerable})
    yield (
        "| | wrong answers to answerable | "
        + " | ".join(f"answered: {kind}" for kind in kinds)
        + " |"
    )
    yield "| --- | --- | " + " | ".join("---" for _ in kinds) + " |"
    for name, given in (
        ("tutorial bot", theirs),
        ("this one, as it ships", mine),
        ("this one, calibrated on the other half", own),
    ):
        yield _at_coverage(name, [one for one in given if not one.asked.tune], kinds)
    yield ""


def _with(one: Given, model: Regression) -> Given:
    confidence = model.confidence(one.row.signals) if one.row.signals else 0.0
    return Given(asked=one.asked, row=one.row, confidence=confidence)


def _at_coverage(name: str, given: Sequence[Given], kinds: Sequence[str]) -> str:
    sure = sorted((one.confidence for one in given if one.row.answerable), reverse=True)
    least = sure[round(COVERAGE * len(sure)) - 1]
    said = [one for one in given if one.confidence >= least and one.confidence > 0]
    answerable = [one for one in said if one.row.answerable]
    wrong = sum(not one.row.right for one in answerable)
    cells = [f"{wrong} of {len(answerable)}"]
    for kind in kinds:
        every = [one for one in given if one.asked.kind == kind and not one.row.answerable]
        cells.append(f"{sum(one in said for one in every)} of {len(every)}")
    return f"| {name} | " + " | ".join(cells) + " |"


if __name__ == "__main__":
    main()
