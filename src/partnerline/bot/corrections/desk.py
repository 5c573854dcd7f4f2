"""Looks at the library for changes, and finds the answers that would be others now."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol

from partnerline.bot.corrections.finding import AnswersAgain, correction_of, is_concerned
from partnerline.bot.desk import Clock
from partnerline.knowledge.answered import is_answered
from partnerline.knowledge.changes import (
    Change,
    Correction,
    Look,
    Seen,
    document_changes,
    seen_of,
)
from partnerline.knowledge.model import Document
from partnerline.knowledge.past import Past
from partnerline.knowledge.ports import Record
from partnerline.knowledge.ports.changes import Changes


class Stands(Protocol):
    """Tells whether the words of a citation still stand where they stood."""

    def __call__(self, past: Past, today: date) -> bool:
        """Whether everything that the answer cites can be read there today by whoever asked."""
        ...


@dataclass(slots=True, kw_only=True)
class CorrectionDesk:
    """Notices what changes in the library, and whom that concerns.

    `days` is how long ago somebody was told something that is still corrected; 0 for never. `digest` is whether partners
    are told what changed. Without both nothing is looked at.
    """

    changes: Changes
    record: Record
    answerer: AnswersAgain
    stands: Stands
    documents: Callable[[], Mapping[str, Document]]
    clock: Clock
    days: int = 14
    digest: bool = True
    _before: Mapping[str, Seen] | None = field(default=None, init=False)

    @property
    def wanted(self) -> bool:
        """Whether anybody is to be told anything."""
        return self.days > 0 or self.digest

    def today(self) -> date:
        """The vendor's day, where the bot runs."""
        return self.clock().astimezone().date()

    def look(self) -> None:
        """Writes down what changed since the last look, once it has stood still from one look to the next."""
        if not self.wanted:
            return
        now = {
            path: seen_of(document)
            for path, document in self.documents().items()
            if not is_answered(path)
        }
        before, self._before = self._before, now
        last, today = self.changes.last_look(), self.today()
        if last is None:
            self.changes.keep_look(Look(number=1, day=today, seen=now), None)
        elif before == now:
            self._note(last, Look(number=last.number + 1, day=today, seen=now))

    def find(self, change_id: str) -> Change | None:
        """Finds whom a change concerns, unless that was found before; gives the change as it is then."""
        change = self.changes.change(change_id)
        if change is None or change.state != "finding":
            return change
        self.changes.keep_corrections(change_id, self._corrections(change))
        found = self.changes.change(change_id)
        if found is not None and not found.corrections and not (self.digest and found.documents):
            self.changes.decide(change_id, "nothing", "", self.clock())
        return self.changes.change(change_id)

    def anew(self, change_id: str, question_id: str) -> Correction | None:
        """A correction as of now, kept in the place of what was found with the change.

        `None` where there is none, or nothing to correct any more: the library has changed again since, or the rep
        was told by then.
        """
        change, past = self.changes.change(change_id), self.record.past_question(question_id)
        waiting = {one.question_id for one in change.corrections} if change else set()
        if past is None or question_id not in waiting:
            return None
        found = correction_of(
            past,
            self.changes.corrected([question_id]).get(question_id),
            answerer=self.answerer,
            stands=self.stands,
            today=self.today(),
        )
        if found is not None:
            self.changes.renew_correction(change_id, found)
        return found

    def _note(self, last: Look, look: Look) -> None:
        found = document_changes(last.seen, look.seen, last=last.day, today=look.day)
        if found:
            change = Change(id=_id_of(look), found_at=self.clock(), documents=found)
            self.changes.keep_look(look, change)
        elif last.day != look.day:
            self.changes.keep_look(look, None)

    def _corrections(self, change: Change) -> list[Correction]:
        if self.days == 0:
            return []
        since = change.found_at - timedelta(days=self.days)
        asked = [
            past
            for past in self.record.past(None, since=since)
            if past.origin.door == "slack" and is_concerned(past, change)
        ]
        told = self.changes.corrected([past.question_id for past in asked])
        found = (
            correction_of(
                past,
                told.get(past.question_id),
                answerer=self.answerer,
                stands=self.stands,
                today=self.today(),
            )
            for past in reversed(asked)
        )
        return [correction for correction in found if correction is not None]


def _id_of(look: Look) -> str:
    """The same for every process that has looked after the same look, and for no later one."""
    parts = [f"{path} {one.digest}" for path, one in sorted(look.seen.items())]
    named = "\x1f".join([str(look.number), look.day.isoformat(), *parts])
    return hashlib.sha256(named.encode()).hexdigest()[:20]
