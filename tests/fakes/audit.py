"""The fake of the audit lines."""

from datetime import datetime

from partnerline.knowledge.ports.audit import AuditLine


class FakeAudit:
    """The lines in memory, in the order of their time."""

    def __init__(self) -> None:
        self._lines: dict[str, AuditLine] = {}

    def keep(self, line: AuditLine) -> None:
        self._lines.setdefault(line.id, line)

    def lines(
        self,
        *,
        since: datetime | None = None,
        partner: str | None = None,
        asker: str | None = None,
    ) -> tuple[AuditLine, ...]:
        return tuple(
            line
            for line in sorted(self._lines.values(), key=lambda line: line.at)
            if (since is None or line.at >= since)
            and asker in (None, line.asker)
            and partner in (None, line.asked_as, *line.readers)
        )
