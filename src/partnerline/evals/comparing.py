"""A run held against the accepted baseline, case by case."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from partnerline.evals.baseline import Baseline, Remembered, remembered
from partnerline.evals.model import CaseResult

MOVED = 0.1
"""By how much a confidence may move before its case counts as changed."""

Sort = Literal["worse", "better", "changed", "new", "gone"]
SORTS: tuple[Sort, ...] = ("worse", "better", "changed", "new", "gone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of a case since the baseline: right no longer, right now, or as right as before but otherwise.

    `says` is what differs, in a line.
    """

    id: str
    kind: str
    split: str
    sort: Sort
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Every change, worse ones first, and how many cases stayed as they were. `against` names the baseline."""

    against: str
    changes: tuple[Change, ...]
    same: int

    def of(self, sort: Sort) -> tuple[Change, ...]:
        """The changes of one sort."""
        return tuple(change for change in self.changes if change.sort == sort)


def compare(
    baseline: Baseline,
    results: Sequence[CaseResult],
    *,
    against: str = "",
    chosen: Callable[[str, Remembered], bool] = lambda name, one: True,  # noqa: ARG005 - all of them
) -> Comparison:
    """The comparison with what was remembered; of the baseline only the `chosen` cases can be gone."""
    today = {result.case.id: remembered(result) for result in results}
    changes = [
        *(change for name, now in today.items() if (change := _change(name, baseline.get(name), now))),
        *(
            _named(name, was, "gone", "no such case any more")
            for name, was in baseline.items()
            if name not in today and chosen(name, was)
        ),
    ]  # fmt: skip
    changes.sort(key=lambda change: SORTS.index(change.sort))
    moved = sum(change.sort not in ("new", "gone") for change in changes)
    known = sum(name in baseline for name in today)
    return Comparison(against=against, changes=tuple(changes), same=known - moved)


def _change(name: str, was: Remembered | None, now: Remembered) -> Change | None:
    if was is None:
        return _named(name, now, "new", f"{'right' if now.correct else 'wrong'}, {now.outcome}")
    differs = "; ".join(_differences(was, now))
    if was.correct != now.correct:
        return _named(name, now, "better" if now.correct else "worse", differs or "other checks")
    return _named(name, now, "changed", differs) if differs else None


def _named(name: str, one: Remembered, sort: Sort, says: str) -> Change:
    return Change(id=name, kind=one.kind, split=one.split, sort=sort, says=says)


def _differences(was: Remembered, now: Remembered) -> Iterator[str]:
    if was.outcome != now.outcome:
        yield f"{now.outcome}, was {was.outcome}"
    if was.reason != now.reason:
        yield f"reason {now.reason or 'none'}, was {was.reason or 'none'}"
    if was.sources != now.sources:
        yield f"cites {_listed(now.sources)}, was {_listed(was.sources)}"
    if _moved(was.confidence, now.confidence):
        yield f"confidence {_number(now.confidence)}, was {_number(was.confidence)}"
    if was.text != now.text:
        yield "another text"


def _moved(was: float | None, now: float | None) -> bool:
    """Whether the confidence moved by more than `MOVED`; both have two digits, so a third only comes from subtracting."""
    if was is None or now is None:
        return was is not now
    return round(abs(was - now), 2) > MOVED


def _listed(sources: Sequence[str]) -> str:
    return ", ".join(sources) or "nothing"


def _number(confidence: float | None) -> str:
    return "none" if confidence is None else f"{confidence:.2f}"
