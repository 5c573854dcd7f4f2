"""Gates: what a suite must reach, as a company sets it, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from partnerline.evals.cases import GATES_FILE
from partnerline.evals.comparing import SORTS, Change, Comparison
from partnerline.evals.complaint import complaint
from partnerline.evals.measures import NAMES, named, rests_on, value_of
from partnerline.evals.metrics import measure
from partnerline.evals.model import Case, CaseResult
from partnerline.evals.yaml_file import read_yaml
from partnerline.knowledge.errors import CasesError

Split = Literal["tune", "held_out", "all"]


COMPARED = SORTS
"""What is counted in the comparison with the accepted baseline rather than in the run alone."""


def _known(name: str) -> str:
    if name not in (*NAMES, *COMPARED):
        raise ValueError(f"{name!r} is no measure; there are {', '.join((*NAMES, *COMPARED))}")
    return name


_Number = Annotated[float, Field(allow_inf_nan=False)]


class Gate(BaseModel):
    """A measure with the least or the most it may be, on one split and, where given, one kind of case.

    `because` is why it stands, told where it is missed.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    measure: Annotated[str, AfterValidator(_known)]
    min: _Number | None = None
    max: _Number | None = None
    split: Split | None = None
    kind: str | None = None
    because: str | None = None

    @model_validator(mode="after")
    def _has_a_bound(self) -> "Gate":
        if self.min is None and self.max is None:
            raise ValueError("has neither min nor max")
        return self


class Gates(BaseModel):
    """All gates of a suite, with the split that each looks at unless it names its own."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    split: Split = "held_out"
    gates: Annotated[tuple[Gate, ...], Field(min_length=1)]


DEFAULT_GATES = Gates(
    split="all",
    gates=(Gate(measure="wrong_prices", max=0), Gate(measure="leaks", max=0)),
)
"""What holds where nobody set gates: no wrong price and no leak, in any case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What came of a gate; `says` is one line, and where it was missed, why."""

    gate: Gate
    passed: bool
    says: str


def gates_beside(*cases: Path) -> Gates:
    """The gates of the first `gates.yaml` in a folder of cases or beside it, else the built-in ones."""
    for path in cases:
        whole = path.resolve()
        for file in (whole / GATES_FILE, whole.with_name(GATES_FILE)):
            if file.is_file():
                return load_gates(file)
    return DEFAULT_GATES


def load_gates(file: Path) -> Gates:
    """The gates of a file. Raises `CasesError` naming the file, the gate and the mend."""
    try:
        return Gates.model_validate(read_yaml(file))
    except ValidationError as error:
        raise CasesError(f"{file}: {complaint(error)}") from error


def judge(
    gates: Gates, results: Sequence[CaseResult], comparison: Comparison | None = None
) -> tuple[Verdict, ...]:
    """What comes of each gate, in their order."""
    return tuple(
        _verdict(gate, gate.split or gates.split, results, comparison) for gate in gates.gates
    )


def _verdict(
    gate: Gate, split: Split, results: Sequence[CaseResult], comparison: Comparison | None
) -> Verdict:
    name = " ".join(filter(None, (gate.measure, gate.kind and f"of {gate.kind}", f"on {split}")))
    if gate.measure in COMPARED:
        value, basis = _compared(gate, split, comparison)
        mend = "no baseline to compare with. Accept a run by --accept, or take the gate out."
    else:
        metrics = measure([r for r in results if _concerns(gate, split, r.case)])
        value, basis = value_of(gate.measure, metrics), rests_on(gate.measure, metrics)
        mend = "nothing to measure it on. Add such a case, or take the gate out."
    if value is None:
        return Verdict(gate=gate, passed=False, says=f"{name}: {mend}")
    passed, bound = _against(gate, value)
    says = f"{name}: {value:.4g} {bound}" + (f" ({basis})" if basis else "")
    if not passed and gate.because:
        says += f". It stands because {gate.because.rstrip('.')}."
    return Verdict(gate=gate, passed=passed, says=says)


def _compared(gate: Gate, split: Split, comparison: Comparison | None) -> tuple[float | None, str]:
    """How many cases changed in the gate's way, and which."""
    if comparison is None:
        return None, ""
    held = [c for c in comparison.changes if c.sort == gate.measure and _concerns(gate, split, c)]
    return len(held), named(tuple(change.id for change in held)) if held else ""


def _concerns(gate: Gate, split: Split, one: Case | Change) -> bool:
    return split in ("all", one.split) and gate.kind in (None, one.kind)


def _against(gate: Gate, value: float) -> tuple[bool, str]:
    """Whether the value is within the bounds, and the bound that says so."""
    if gate.min is not None and value < gate.min:
        return False, f"< {gate.min:g}"
    if gate.max is not None and value > gate.max:
        return False, f"> {gate.max:g}"
    bounds = (("≥", gate.min), ("≤", gate.max))
    return True, " and ".join(f"{sign} {bound:g}" for sign, bound in bounds if bound is not None)
