"""Asks thousands of questions about made-up price lists, and holds each answer against a slow, plain reference.

Run as `python -m scripts.price_questions --questions 5000 --seed 1`. Exits with 1 where any answer states a wrong
amount, or where fewer than 97 % were answered or, where that is right, asked back.
"""

import argparse
import json
import logging
import sys
from collections import Counter
from collections.abc import Iterable
from typing import Any

from tests.price_worlds.judge import Verdict
from tests.price_worlds.rounds import Case, Round, ask_worlds

LEAST = 0.97
SHORT_NAMES = {
    Verdict.RIGHT: "right",
    Verdict.ASKED_BACK: "asked",
    Verdict.HANDED_OVER: "handed",
    Verdict.NEEDLESSLY_ASKED: "needless ask",
    Verdict.NEEDLESSLY_HANDED_OVER: "needless hand-over",
    Verdict.SHORT: "no amount",
    Verdict.WRONG: "WRONG",
}


def main() -> int:
    """Asks, prints what became of it, and gives 1 where that isn't good enough."""
    options = _options()
    logging.disable(logging.WARNING)
    done = ask_worlds(
        options.questions, seed=options.seed, worlds=options.worlds, only=options.only
    )
    if options.json:
        print(json.dumps(_as_json(done, options), ensure_ascii=False, indent=2))
    else:
        _print(done, options)
    return int(done.of(Verdict.WRONG) > 0 or done.share < LEAST)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("--questions", type=int, default=5000, help="how many questions are asked")
    add("--seed", type=int, default=1, help="what the worlds and the questions are made from")
    add("--worlds", type=int, default=20, help="how many vendors are made up")
    add("--only", action="append", default=[], help="a kind of phrasing; may be given again")
    add("--examples", type=int, default=3, help="failing examples shown a kind")
    add("--json", action="store_true", help="print everything as one JSON object")
    return parser.parse_args()


def _print(done: Round, options: argparse.Namespace) -> None:
    print(
        f"{'phrasing':<42}{'n':>6}"
        + "".join(f"{name:>{len(name) + 2}}" for name in SHORT_NAMES.values())
    )
    for kind, counts in sorted(done.counts().items()):
        print(_row(kind, counts))
    print(_row("all", Counter(case.judgement.verdict for case in done.cases)))
    for case in _examples(done.cases, options.examples):
        print(_example(case, options.seed))
    if done.refused:
        print(f"\nleft out when the lists were read: {len(done.refused)}")
        for words in done.refused[:20]:
            print(f"  {words}")
    print(
        f"\n{len(done.cases):,} questions of {len(done.counts())} kinds, seed {options.seed}: "
        f"{done.of(Verdict.WRONG)} wrong; {done.share:.2%} answered, or rightly asked back or handed over."
    )


def _row(kind: str, counts: Counter[Verdict]) -> str:
    cells = "".join(
        f"{counts[verdict] or '':>{len(name) + 2}}" for verdict, name in SHORT_NAMES.items()
    )
    return f"{kind:<42}{counts.total():>6}{cells}"


def _examples(cases: Iterable[Case], most: int) -> list[Case]:
    """The first failing cases of each kind, the wrong ones before all others."""
    failing = [case for case in cases if not case.judgement.verdict.good]
    failing.sort(key=lambda case: case.judgement.verdict is not Verdict.WRONG)
    shown: Counter[tuple[str, Verdict]] = Counter()
    chosen = []
    for case in failing:
        key = (case.asked.kind, case.judgement.verdict)
        shown[key] += 1
        if shown[key] <= most:
            chosen.append(case)
    return chosen


def _example(case: Case, seed: int) -> str:
    asked, expects = case.asked, case.asked.expects
    who = f"{asked.member.id}" if asked.member else "a stranger"
    true = ", ".join(f"{bill.currency} {bill.total}" for bill in expects.bills) or "no amount"
    words = " ".join(case.answer["text"].split())
    return (
        f"\n{case.judgement.verdict} [{asked.kind}] seed {seed}, world {asked.world}, {who}, {asked.day}\n"
        + "".join(f"  before:   {text}\n" for text in asked.history)
        + f"  question: {asked.text}\n  expected: {expects.right}; {true}\n"
        f"  got:      {case.answer['outcome']} {case.answer['reason'] or ''} {case.judgement.why}\n  text:     {words[:240]}"
    )


def _as_json(done: Round, options: argparse.Namespace) -> dict[str, Any]:
    return {
        "questions": len(done.cases),
        "seed": options.seed,
        "worlds": options.worlds,
        "wrong": done.of(Verdict.WRONG),
        "share": round(done.share, 4),
        "kinds": {
            kind: {verdict.value: count for verdict, count in counts.items()}
            for kind, counts in sorted(done.counts().items())
        },
        "left_out": done.refused,
        "failing": [
            {
                "kind": case.asked.kind,
                "verdict": case.judgement.verdict.value,
                "why": case.judgement.why,
                "world": case.asked.world,
                "partner": case.asked.member.id if case.asked.member else None,
                "day": case.asked.day.isoformat(),
                "history": list(case.asked.history),
                "question": case.asked.text,
                "right": case.asked.expects.right,
                "bills": [
                    f"{bill.currency} {bill.total} = {bill.lines}"
                    for bill in case.asked.expects.bills
                ],
                "answer": case.answer,
            }
            for case in done.cases
            if not case.judgement.verdict.good
        ],
    }


if __name__ == "__main__":
    sys.exit(main())
