"""What a report tells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from partnerline.evals.suite import SuiteResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A suite's result with when it was made, and what else a reader should know: the model, the library, a version."""

    result: SuiteResult
    made_at: datetime
    about: Mapping[str, str] = field(default_factory=dict)

    @property
    def stem(self) -> str:
        """The name of its files, without their ending."""
        return f"eval-{self.made_at:%Y%m%d-%H%M%S}"
