"""The way from a page to what is sent to partners."""

from collections.abc import Callable
from dataclasses import dataclass

from partnerline.bot.corrections.desk import CorrectionDesk

Send = Callable[[str, str, bool, bool], None]
"""Begins to send: the change's id, who said so, whether its corrections are sent, whether the digest is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesDoor:
    """Shows changes, and takes a manager's word on them to where they are sent from."""

    desk: CorrectionDesk
    send: Send

    def decide(self, change_id: str, manager: str, *, corrections: bool, digest: bool) -> None:
        """Begins to send what was said, once: the first word on a change counts."""
        self.send(change_id, manager, corrections, digest)
