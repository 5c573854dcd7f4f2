"""How well passages are found: the measures of the literature over the ranked passages of each case."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from partnerline.evals.model import CaseResult, Place
from partnerline.evals.wording import fold
from partnerline.knowledge.model import Citation

MEASURES = ("recall@1", "recall@5", "recall@10", "mrr", "ndcg@10")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing to be found or cited: any of these places will do."""

    places: tuple[Place, ...]

    def meets(self, citation: Citation) -> bool:
        """Whether the citation is one of the places."""
        return any(is_at(place, citation) for place in self.places)


def is_at(place: Place, citation: Citation) -> bool:
    """Whether the citation is at the place; a sheet, page or section holds what lies inside it: "EMEA" is at "EMEA!B14"."""
    if place.source != citation.source:
        return False
    wanted, given = fold(place.locator), fold(citation.locator)
    return not wanted or given == wanted or given.startswith(tuple(wanted + mark for mark in "!,>"))


def wanted_of(result: CaseResult) -> tuple[Wanted, ...]:
    """What the case expects to be found: each of its passages, else any one of its sources."""
    expected = result.case.expected
    if expected.passages:
        return tuple(Wanted((place,)) for place in expected.passages)
    places = tuple(Place(source=source) for source in expected.sources)
    return (Wanted(places),) if places else ()


def is_looked_up(result: CaseResult) -> bool:
    """Whether finding can be measured on it: something is expected, it was searched for, and no price was computed."""
    computes = result.computed or result.case.expected.price is not None
    return result.ranked is not None and bool(wanted_of(result)) and not computes


def found(results: Sequence[CaseResult]) -> Mapping[str, tuple[float, ...]]:
    """Each measure's value for each of these results, in their order.

    A rank is that of a passage; what is expected counts where its first passage stands, and its further passages only
    take up room. Computed by ir_measures: recall (R@k), reciprocal rank (RR), nDCG with binary gains (Järvelin and
    Kekäläinen, TOIS 20, 2002).
    """
    if not results:
        return dict.fromkeys(MEASURES, ())
    from ir_measures import RR, R, iter_calc, nDCG

    named: dict[str, Any] = dict(zip(MEASURES, (R @ 1, R @ 5, R @ 10, RR, nDCG @ 10), strict=True))
    names = {str(measure): name for name, measure in named.items()}
    values = {name: [0.0] * len(results) for name in MEASURES}
    judged, run = _qrels(results), list(_run(results))
    for metric in iter_calc(named.values(), judged, run):
        if not math.isnan(metric.value):
            values[names[str(metric.measure)]][int(metric.query_id)] = float(metric.value)
    return {name: tuple(held) for name, held in values.items()}


def _qrels(results: Sequence[CaseResult]) -> list[Any]:
    from ir_measures import Qrel

    return [
        Qrel(str(place), f"wanted-{number}", 1)
        for place, result in enumerate(results)
        for number, _ in enumerate(wanted_of(result))
    ]


def _run(results: Sequence[CaseResult]) -> Iterator[Any]:
    from ir_measures import ScoredDoc

    for place, result in enumerate(results):
        for rank, name in enumerate(_named(wanted_of(result), result.ranked or ())):
            yield ScoredDoc(str(place), name, float(-rank))


def _named(wanted: Sequence[Wanted], ranked: Sequence[Citation]) -> Iterator[str]:
    """A name for each passage: of the first thing wanted that it meets and none before it met, else its own."""
    open_ones = dict(enumerate(wanted))
    for rank, citation in enumerate(ranked):
        met = next((number for number, one in open_ones.items() if one.meets(citation)), None)
        if met is None:
            yield f"other-{rank}"
        else:
            del open_ones[met]
            yield f"wanted-{met}"
