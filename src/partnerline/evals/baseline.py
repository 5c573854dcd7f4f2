"""The accepted baseline: what each case came to in the run that was last accepted, a line a case."""

import hashlib
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from partnerline.evals.complaint import complaint
from partnerline.evals.model import CaseResult
from partnerline.evals.wording import fold
from partnerline.knowledge.errors import CasesError

BASELINE_FILE = "baseline.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What a case came to. `outcome` is "broke" where the answering did; `text` is a digest of what the asker read."""

    kind: str
    split: str
    correct: bool
    outcome: str
    reason: str | None = None
    confidence: float | None = None
    sources: tuple[str, ...] = ()
    text: str = ""


Baseline = Mapping[str, Remembered]
"""What is remembered of each case, by its id."""


def remembered(result: CaseResult) -> Remembered:
    """What is worth remembering of a result; the confidence to two digits."""
    case, answer = result.case, result.answer
    if answer is None:
        return Remembered(kind=case.kind, split=case.split, correct=False, outcome="broke")
    sure = answer.confidence
    return Remembered(
        kind=case.kind,
        split=case.split,
        correct=result.correct,
        outcome=answer.outcome,
        reason=str(answer.reason) if answer.reason else None,
        confidence=round(sure, 2) if math.isfinite(sure) else None,
        sources=tuple(dict.fromkeys(cited.source for cited in answer.citations)),
        text=hashlib.sha256(fold(answer.text).encode()).hexdigest()[:12],
    )


def baseline_beside(cases: Sequence[Path]) -> Path:
    """Where the baseline of cases lies: in their folder or beside it; where there is none yet, beside the first."""
    whole = [path.resolve() for path in cases]
    places = [
        place for path in whole for place in (path / BASELINE_FILE, path.with_name(BASELINE_FILE))
    ]
    return next((place for place in places if place.is_file()), places[1])


def load_baseline(file: Path) -> Baseline:
    """The baseline of a file. Raises `CasesError` naming the file and the mend."""
    try:
        held = TypeAdapter(_File).validate_json(file.read_bytes())
    except OSError as error:
        raise CasesError(f"{file}: can't be read. Name a baseline that is there.") from error
    except ValidationError as error:
        raise CasesError(
            f"{file}: {complaint(error)} Restore it, or accept a run anew with --accept."
        ) from error
    return {name: row.remembered() for name, row in held.cases.items()}


def accepted(old: Baseline, results: Iterable[CaseResult], *, whole: bool) -> Baseline:
    """The baseline once these results are accepted; where they aren't all there is, the rest of the old one stays."""
    fresh = {result.case.id: remembered(result) for result in results}
    return fresh if whole else {**old, **fresh}


def write_baseline(baseline: Baseline, file: Path) -> None:
    """Writes the file, a line a case in the order of ids, so that a change of it reads well in a diff.

    Raises `CasesError` where it can't be written.
    """
    lines = ",\n".join(
        f"  {_json(name)}: {_json(_row(baseline[name]))}" for name in sorted(baseline)
    )
    text = f'{{\n "version": 1,\n "cases": {{\n{lines}\n }}\n}}\n'
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise CasesError(
            f"{file}: the baseline can't be written. Name another by --baseline."
        ) from error


def _row(one: Remembered) -> dict[str, object]:
    """What isn't empty."""
    return {name: value for name, value in asdict(one).items() if value not in (None, "", ())}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: str
    split: str
    correct: bool
    outcome: str
    reason: str | None = None
    confidence: Annotated[float, Field(allow_inf_nan=False)] | None = None
    sources: tuple[str, ...] = ()
    text: str = ""

    def remembered(self) -> Remembered:
        return Remembered(**self.model_dump())


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    version: Literal[1]
    cases: dict[str, _Row]
