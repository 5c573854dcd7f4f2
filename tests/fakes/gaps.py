"""The fake of the Gaps port, held to the same tests as the real one."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from partnerline.knowledge.gaps import Gap


class FakeGaps:
    """The gaps in memory."""

    def __init__(self) -> None:
        self._gaps: dict[str, Gap] = {}

    def gaps(self) -> tuple[Gap, ...]:
        return tuple(self._gaps.values())

    def add(self, gap_id: str, question_id: str, at: datetime) -> None:
        if any(question_id in gap.questions for gap in self._gaps.values()):
            return
        gap = self._gaps.setdefault(gap_id, Gap(id=gap_id, questions=(), opened_at=at))
        self._gaps[gap_id] = replace(gap, questions=(*gap.questions, question_id))
        self._set(gap_id, state="open", answered_by="")

    def check(self, gap_id: str, version: str) -> None:
        self._set(gap_id, checked=version)

    def close(self, gap_id: str, answered_by: str, version: str) -> None:
        self._set(gap_id, state="closed", answered_by=answered_by, checked=version)

    def dismiss(self, gap_id: str, by: str) -> None:
        self._gaps[gap_id] = replace(self._gaps[gap_id], state="dismissed", settled_by=by)

    def _set(self, gap_id: str, **values: Any) -> None:
        if self._gaps[gap_id].state != "dismissed":
            self._gaps[gap_id] = replace(self._gaps[gap_id], **values)
