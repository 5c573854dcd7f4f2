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
    DocumentChange,
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
            self.changes.keep_look(today, now, None)
        elif before == now:
            self._note(last, today, now)

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

    def _note(
        self, last: tuple[date, Mapping[str, Seen]], today: date, now: Mapping[str, Seen]
    ) -> None:
        day, seen = last
        found = document_changes(seen, now, last=day, today=today)
        if not found:
            if day != today:
                self.changes.keep_look(today, now, None)
            return
        change = Change(id=_id_of(found, now, today), found_at=self.clock(), documents=found)
        self.changes.keep_look(today, now, change)

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


def _id_of(found: tuple[DocumentChange, ...], now: Mapping[str, Seen], today: date) -> str:
    """The same for every process that finds the same."""
    parts = [
        f"{one.how} {one.path} {now[one.path].digest if one.path in now else ''}" for one in found
    ]
    return hashlib.sha256("\x1f".join([today.isoformat(), *parts]).encode()).hexdigest()[:20]
