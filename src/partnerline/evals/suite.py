"""A whole run of cases with what came of its gates."""

from dataclasses import dataclass

from partnerline.evals.comparing import Comparison
from partnerline.evals.gates import Verdict
from partnerline.evals.metrics import Metrics, measure
from partnerline.evals.model import CaseResult


@dataclass(frozen=True, slots=True, kw_only=True)
class SuiteResult:
    """Every case's result, in the cases' order, and every gate's verdict.

    `comparison` is with the accepted baseline, where there is one. `jobs` is how many processes answered side by side.
    """

    results: tuple[CaseResult, ...]
    verdicts: tuple[Verdict, ...]
    comparison: Comparison | None = None
    jobs: int = 1

    @property
    def passed(self) -> bool:
        """Whether no gate was missed."""
        return all(verdict.passed for verdict in self.verdicts)

    def overall(self) -> Metrics:
        """The measures of all cases."""
        return measure(self.results)

    def by_kind(self) -> dict[str, Metrics]:
        """The measures of each kind of case, in the order of first appearance."""
        kinds = dict.fromkeys(result.case.kind for result in self.results)
        return {kind: measure(self.of_kind(kind)) for kind in kinds}

    def by_split(self) -> dict[str, Metrics]:
        """The measures of each split, by its name."""
        splits = sorted({result.case.split for result in self.results})
        return {
            split: measure([r for r in self.results if r.case.split == split]) for split in splits
        }

    def of_kind(self, kind: str) -> tuple[CaseResult, ...]:
        """The results of one kind of case."""
        return tuple(result for result in self.results if result.case.kind == kind)

    def worst_first(self) -> tuple[CaseResult, ...]:
        """The results: those that broke, those that are wrong, those that are right; each by kind, in the cases' order."""
        kinds = list(dict.fromkeys(result.case.kind for result in self.results))
        return tuple(
            sorted(
                self.results,
                key=lambda r: (r.answer is not None, r.correct, kinds.index(r.case.kind)),
            )
        )


def exit_code(result: SuiteResult) -> int:
    """0 where every gate was reached, 1 where one was missed."""
    return 0 if result.passed else 1
