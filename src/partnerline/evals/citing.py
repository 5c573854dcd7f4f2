"""How well an answer cites: whether what it names is right, and whether what is right is named."""

from collections.abc import Iterable

from partnerline.evals.finding import wanted_of
from partnerline.evals.model import CaseResult


def precision(results: Iterable[CaseResult]) -> tuple[float, ...]:
    """For each answer with expected documents, the share of its citations that are of one of them."""
    return tuple(_precision(result) for result in results if _concerned(result))


def recall(results: Iterable[CaseResult]) -> tuple[float, ...]:
    """For each answer with expected documents, the share of what is expected that it cites: of sources, any one is all."""
    return tuple(_recall(result) for result in results if _concerned(result))


def _concerned(result: CaseResult) -> bool:
    """Whether the answer is to cite something; one whose answering broke cites nothing."""
    expects = bool(result.case.expected.documents)
    return expects and (result.answered or result.answer is None)


def _precision(result: CaseResult) -> float:
    cited = result.answer.citations if result.answer else ()
    right = result.case.expected.documents
    return sum(one.source in right for one in cited) / len(cited) if cited else 0.0


def _recall(result: CaseResult) -> float:
    cited = result.answer.citations if result.answer else ()
    wanted = wanted_of(result)
    return sum(any(one.meets(citation) for citation in cited) for one in wanted) / len(wanted)
