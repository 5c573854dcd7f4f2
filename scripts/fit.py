"""Fits the confidence that ships, and writes it with the evidence of its fit: `make fit`.

It learns from the sample library's cases of the split "tune" and, where the folder is given, from half of the labelled
questions of a handbook (`questions.jsonl` beside its `library/`), split by the file that answers. Everything else is
held out: the evidence is measured there alone.
"""

import argparse
import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from partnerline.bot.bootstrap import make_answerer, today
from partnerline.bot.cli.eval import own_index
from partnerline.bot.settings import Settings, load_settings
from partnerline.evals.cases import load_cases
from partnerline.evals.fitting import Row, fit
from partnerline.evals.runner import Runner
from partnerline.ingest.library import load_directory
from partnerline.knowledge.answering.answerer import Answerer
from partnerline.knowledge.model import Answer, Question
from partnerline.knowledge.partners import EVERYONE

TARGET = Path("src/partnerline/knowledge/confidence.json")
ACCEPTED_RISK = 0.15
"""The share of wrong answers among those given that the threshold lets through in the cases fitted on."""


def main() -> None:
    """Collects labelled answers at threshold 0, fits, and writes the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--handbook", type=Path, help="Folder with library/ and questions.jsonl.")
    given = parser.parse_args()
    settings = load_settings(answer_threshold=0.0)
    halves = list(_sample(settings))
    prices = [right for tuned, signals, right in halves if tuned and "exact" in signals]
    rows = [half for half in halves if "cosine" in half[1]]
    if given.handbook:
        rows += list(_handbook(settings, given.handbook))
    tune: list[Row] = [(signals, right) for tuned, signals, right in rows if tuned]
    held_out: list[Row] = [(signals, right) for tuned, signals, right in rows if not tuned]
    fitted = fit(tune, held_out=held_out, accepted_risk=ACCEPTED_RISK)
    # Laplace's rule of succession: what was right n times of n is not certain.
    exact = (sum(prices) + 1) / (len(prices) + 2)
    data = fitted.as_data() | {
        "exact": round(exact, 4),
        "exact_rests_on": {"n": len(prices), "right": sum(prices)},
    }
    TARGET.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
    print(TARGET.read_text(encoding="utf-8"))


Labelled = tuple[bool, Mapping[str, float], bool]
"""Whether it may be fitted to, the answer's signals, whether it was right."""


def _sample(settings: Settings) -> Iterator[Labelled]:
    with own_index(settings) as opened:
        answerer = make_answerer(opened, settings)
        runner = Runner(
            answers=answerer.answer, directory=load_directory(settings.library), today=today()
        )
        for case in load_cases(settings.cases):
            result = runner.run(case)
            if result.answer is not None and result.answer.outcome == "answered":
                yield case.split == "tune", result.answer.signals, result.correct


def _handbook(settings: Settings, folder: Path) -> Iterator[Labelled]:
    there = settings.model_copy(update={"library": folder / "library"})
    with own_index(there) as opened:
        answerer = make_answerer(opened, there)
        with (folder / "questions.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                yield from _labelled(answerer, json.loads(line))


def _labelled(answerer: Answerer, row: dict[str, Any]) -> Iterator[Labelled]:
    """The question's answer with its label; one that needs its page to be understood teaches nothing."""
    if not row.get("standalone", True):
        return
    day = date(2026, 1, 1)  # the handbook knows no validity, so any day is as good
    answer = answerer.answer(Question(text=row["question"], as_of=day, partner=EVERYONE))
    if "cosine" in answer.signals:
        files = row.get("gold_files") or [row["id"]]
        even = hashlib.sha256(files[0].encode()).digest()[0] % 2 == 0
        yield even, answer.signals, bool(row["answerable"]) and _is_right(answer, row)


def _is_right(answer: Answer, row: dict[str, Any]) -> bool:
    """Whether a cited passage of an answering file overlaps the answer."""
    wanted = [_flat(text) for text in (*row["gold_snippets"], row["answer"])]
    return any(
        citation.source in row["gold_files"]
        and any(
            text[:80] in _flat(citation.quote) or _flat(citation.quote)[:80] in text
            for text in wanted
            if text
        )
        for citation in answer.citations
    )


def _flat(text: str) -> str:
    return " ".join("".join(c.casefold() if c.isalnum() else " " for c in text).split())


if __name__ == "__main__":
    main()
