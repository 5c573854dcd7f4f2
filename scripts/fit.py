"""Fits the confidence that ships, and writes it with the evidence of its fit: `make fit`.

It learns from the sample library's cases of the split "tune" and, where the folder is given and they do no harm, from half of
the labelled questions of a handbook (`questions.jsonl` beside its `library/`), split by the file that answers. The
evidence is out of fold on these cases, and measured on those that are held out.
"""

import argparse
import json
import logging
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from scripts.handbook import ours

from partnerline.bot.labelling import from_cases
from partnerline.bot.settings import Settings, load_settings
from partnerline.evals.coefficients import Coefficients
from partnerline.evals.fitting import KNOWLEDGE, fit, promised
from partnerline.evals.intervals import clopper_pearson_upper
from partnerline.evals.promise import Promise, keep
from partnerline.evals.rows import Row

TARGET = Path("src/partnerline/knowledge/confidence/confidence.json")
PRICES = Promise(alpha=0.005, delta=0.1)
WORTH = 0.002
"""What the Brier score may lose by learning from another library too, so that what is fitted holds for others."""
SHIPS = 0.2
"""What the sample's answers can promise with any use: 5 % is kept by no threshold, 15 % by one that answers a quarter."""
ALPHAS = (0.02, 0.03, 0.05, 0.1, 0.15)


def main() -> None:
    """Collects labelled answers at threshold 0, fits, prints the evidence, and writes the file."""
    options = _options()
    logging.disable(logging.WARNING)
    with ProcessPoolExecutor(1) as beside:
        made_up = beside.submit(_made_up, options.prices, options.seed)
        fitted, cases = _fitted(options)
        prices = _prices(cases, made_up.result())
    print(f"prices: {json.dumps(prices)}")
    if not options.dry_run:
        fitted.write(TARGET, **prices)
        print(TARGET.read_text(encoding="utf-8"))


def _fitted(options: argparse.Namespace) -> tuple[Coefficients, tuple[bool, ...]]:
    """The fit, and whether the computed answers of price questions among the cases were right."""
    settings = load_settings(home=options.home)
    learnt = from_cases(settings, [settings.cases])
    promises = promised(options.alpha, options.delta)
    fitted = fit(learnt.tune, promises=promises, held_out=learnt.held_out)
    _print("sample alone", fitted)
    if options.handbook:
        with_it = fit(
            learnt.tune,
            promises=promises,
            held_out=learnt.held_out,
            borrowed=_borrowed(settings, options.handbook),
        )
        _print("with the handbook", with_it)
        fitted = with_it if _brier(with_it) < _brier(fitted) + WORTH else fitted
    _print_alphas(fitted, learnt.tune, options.delta)
    return fitted, learnt.prices


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("--handbook", type=Path, help="folder with library/ and questions.jsonl")
    add("--prices", type=int, default=0, help="how many made-up price questions are asked too")
    add("--seed", type=int, default=1, help="what these are made from")
    add("--alpha", type=float, default=SHIPS, help="share of the answers given that may be wrong")
    add("--delta", type=float, default=0.1, help="chance that the promise fails")
    add("--home", type=Path, help="folder of the indexes that are asked")
    add("--dry-run", action="store_true", help="only print the evidence")
    return parser.parse_args()


def _borrowed(settings: Settings, folder: Path) -> list[Row]:
    return [one.row for one in ours(settings, folder) if one.asked.tune and one.row.signals]


def _brier(fitted: Coefficients) -> float:
    return fitted.out_of_fold.brier or 0.0


def _print(name: str, fitted: Coefficients) -> None:
    seen = fitted.out_of_fold.as_data()
    figures = ", ".join(f"{key} {value}" for key, value in seen.items() if key != "kinds")
    print(f"{name}, out of fold: {figures}")


def _print_alphas(fitted: Coefficients, rows: Sequence[Row], delta: float) -> None:
    """Which shares of wrong answers can be promised, and how much is answered then."""
    scored = [(c, row.right) for c, row in zip(fitted.unseen, rows, strict=True)]
    right = sum(row.right for row in rows)
    for alpha in ALPHAS:
        kept = keep(scored, Promise(alpha=alpha, delta=delta))
        said = (
            f"kept from {kept.threshold:.3f} on: {kept.n} given, {kept.wrong} wrong, {(kept.n - kept.wrong) / right:.0%} of the right ones"
            if kept.threshold is not None
            else f"not kept: of the {kept.n} surest {kept.wrong} are wrong"
        )
        print(f"  {KNOWLEDGE}, at most {alpha:.0%} wrong: {said}")


def _prices(cases: Sequence[bool], made: Sequence[bool]) -> Mapping[str, Any]:
    """How sure a computed price is, by Laplace's rule of succession: what was right n times of n is not certain."""
    every = [*cases, *made]
    wrong, n = every.count(False), len(every)
    return {
        "exact": round((n - wrong + 1) / (n + 2), 6),
        "exact_rests_on": {
            "n": n,
            "right": n - wrong,
            "cases": len(cases),
            "made_up": len(made),
            "alpha": PRICES.alpha,
            "delta": PRICES.delta,
            "kept": PRICES.holds(wrong, n),
            "upper_bound": round(clopper_pearson_upper(wrong, n, level=1 - PRICES.delta), 6),
        },
    }


def _made_up(count: int, seed: int) -> list[bool]:
    """Whether each answer to made-up price questions that states an amount states the right one."""
    logging.disable(logging.WARNING)
    if not count:
        return []
    from tests.price_worlds.judge import Verdict
    from tests.price_worlds.rounds import ask_worlds

    told = {Verdict.RIGHT: True, Verdict.SHORT: False, Verdict.WRONG: False}
    asked = ask_worlds(count, seed=seed, worlds=20).cases
    return [told[one.judgement.verdict] for one in asked if one.judgement.verdict in told]


if __name__ == "__main__":
    main()
