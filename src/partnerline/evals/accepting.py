"""The accepted baseline over a run: what it is held against, and what it becomes."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from partnerline.evals.baseline import Baseline, accepted, load_baseline, write_baseline
from partnerline.evals.choosing import Choice
from partnerline.evals.comparing import Comparison, compare
from partnerline.evals.gates import COMPARED, Gates
from partnerline.evals.model import CaseResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepting:
    """A baseline's file, whether somebody named it, and whether this run of the chosen cases is to take its place."""

    file: Path
    choice: Choice
    named: bool = False
    accepts: bool = False

    def load(self) -> Baseline | None:
        """The baseline, or `None` where there is none yet.

        Raises `CasesError` for a file that isn't a baseline, or that somebody named and that isn't there.
        """
        missing_is_fine = self.accepts or not self.named
        return None if missing_is_fine and not self.file.exists() else load_baseline(self.file)

    def gates(self, gates: Gates) -> Gates:
        """The gates; whoever accepts a run has judged what changed, so nothing is held against the old baseline."""
        if not self.accepts:
            return gates
        kept = tuple(gate for gate in gates.gates if gate.measure not in COMPARED)
        return gates.model_copy(update={"gates": kept})

    def compare(self, results: Sequence[CaseResult]) -> Comparison | None:
        """The results held against the baseline, if there is one."""
        baseline = self.load()
        if baseline is None:
            return None
        return compare(baseline, results, against=self.file.name, chosen=self.choice.takes)

    def accept(self, results: Sequence[CaseResult]) -> None:
        """Writes the results as the baseline; where not all cases ran, what was accepted of the others stays."""
        old = self.load() or {}
        write_baseline(accepted(old, results, whole=self.choice.whole), self.file)
