"""Asks many questions about many worlds, and keeps what became of each."""

import traceback
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from tests.price_worlds.expectation import Asked
from tests.price_worlds.house import House, opened_house
from tests.price_worlds.judge import Judgement, Verdict, judge
from tests.price_worlds.questions import questions
from tests.price_worlds.world import make_world

BROKE: Mapping[str, Any] = {
    "outcome": "broke",
    "text": "",
    "quote": None,
    "quotes": [],
    "reason": None,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A question, its answer, and what that is worth."""

    asked: Asked
    answer: Mapping[str, Any]
    judgement: Judgement


@dataclass(slots=True, kw_only=True)
class Round:
    """All cases of a run, and what the reading of the worlds' files left out."""

    cases: list[Case] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def counts(self) -> dict[str, Counter[Verdict]]:
        """How often each verdict fell, by kind of phrasing."""
        found: dict[str, Counter[Verdict]] = {}
        for case in self.cases:
            found.setdefault(case.asked.kind, Counter())[case.judgement.verdict] += 1
        return found

    def of(self, verdict: Verdict) -> int:
        """How many cases have a verdict."""
        return sum(case.judgement.verdict is verdict for case in self.cases)

    @property
    def share(self) -> float:
        """The share that was answered or, where that is right, asked back or handed over."""
        return sum(case.judgement.verdict.good for case in self.cases) / len(self.cases)


def ask_worlds(count: int, *, seed: int, worlds: int, only: Sequence[str] = ()) -> Round:
    """Asks so many questions, spread evenly over the worlds."""
    done = Round()
    for number in range(worlds):
        share = count // worlds + (number < count % worlds)
        world = make_world(seed * 1000 + number)
        with opened_house(world) as house:
            done.refused.extend(_left_out(house))
            asked = islice(questions(world, seed, only=only), share)
            done.cases.extend(_asked(house, one) for one in asked)
    return done


def _left_out(house: House) -> Iterator[str]:
    for line in house.report.lines:
        for words in (*line.refused, *line.notes, *((line.problem,) if line.problem else ())):
            yield f"{line.path}: {words}"


def _asked(house: House, asked: Asked) -> Case:
    try:
        answer = house.answer(asked)
    except Exception as error:  # noqa: BLE001  # a question that breaks the product is a finding, and the rest go on
        place = traceback.extract_tb(error.__traceback__)[-1]
        why = f"broke with {type(error).__name__} at {place.filename.rpartition('/')[2]}:{place.lineno}"
        return Case(asked=asked, answer=BROKE, judgement=Judgement(verdict=Verdict.SHORT, why=why))
    return Case(asked=asked, answer=answer, judgement=judge(answer, asked.expects))
