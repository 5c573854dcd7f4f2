"""Gathers unanswered questions into gaps, and closes the gaps that the library answers by now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Protocol

from partnerline.bot.desk import Clock
from partnerline.knowledge.gaps import Gap, Vector, most_typical, nearest, shows_a_gap
from partnerline.knowledge.model import Answer, Question
from partnerline.knowledge.past import Past
from partnerline.knowledge.ports import Embedder, Record
from partnerline.knowledge.ports.gaps import Gaps

DAYS = 90
"""How far back questions are gathered from."""
ASKED_AGAIN = 3
"""Questions of a gap, of as many partners as there are, that the library has to answer before it is closed."""


class AnswersAgain(Protocol):
    """Answers a question anew: `Answerer.answer`."""

    def answer(self, question: Question) -> Answer:
        """The answer of today's library."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class GapView:
    """A gap with its questions, as people read it: `title` is the question that says it best."""

    gap: Gap
    title: str
    questions: tuple[Past, ...]

    @property
    def partners(self) -> int:
        """How many different partners ask for it; strangers are one."""
        return len({past.asked_as for past in self.questions})


@dataclass(slots=True, kw_only=True)
class GapDesk:
    """Keeps the gaps up to date; `version` is what changes whenever the library does."""

    gaps: Gaps
    record: Record
    embedder: Embedder
    answerer: AnswersAgain
    version: Callable[[], str]
    clock: Clock
    _vectors: dict[str, Vector] = field(default_factory=dict, init=False)

    def keep_up(self) -> None:
        """Gathers what was asked since, and asks again what the library may answer by now."""
        self._gather()
        self._ask_again()

    def views(self) -> tuple[GapView, ...]:
        """Every gap that still has questions of late, the most asked first; open ones before the others."""
        found = (self._view(gap) for gap in self.gaps.gaps())
        shown = [view for view in found if view is not None]
        return tuple(
            sorted(shown, key=lambda view: (view.gap.state != "open", -len(view.questions)))
        )

    def _gather(self) -> None:
        since = self.clock() - timedelta(days=DAYS)
        known = {question for gap in self.gaps.gaps() for question in gap.questions}
        asked = self.record.past(None, since=since, which="unanswered")
        fresh = [p for p in reversed(asked) if p.question_id not in known and shows_a_gap(p)]
        if not fresh:
            return
        members = {gap.id: self._vectors_of(gap) for gap in self.gaps.gaps()}
        self._learn(fresh)
        for past in fresh:
            vector = self._vectors[past.question_id]
            gap_id = nearest(vector, members) or f"gap-{past.question_id}"
            self.gaps.add(gap_id, past.question_id, past.asked_at)
            members.setdefault(gap_id, []).append(vector)

    def _ask_again(self) -> None:
        version = self.version()
        for gap in self.gaps.gaps():
            if gap.state == "open" and gap.checked != version:
                self._check(gap, version)

    def _check(self, gap: Gap, version: str) -> None:
        view = self._view(gap)
        answers = [self._answer(past) for past in _each_partners(view.questions)] if view else []
        if answers and all(answer.outcome == "answered" for answer in answers):
            sources = dict.fromkeys(a.citations[0].source for a in answers if a.citations)
            self.gaps.close(gap.id, ", ".join(sources), version)
        else:
            self.gaps.check(gap.id, version)

    def _answer(self, past: Past) -> Answer:
        return self.answerer.answer(replace(past.question, as_of=self._today(), asked_on=None))

    def _view(self, gap: Gap) -> GapView | None:
        asked = [self.record.past_question(question) for question in gap.questions]
        questions = tuple(past for past in asked if past is not None)
        if not questions:
            return None
        self._learn(questions)
        vectors = [self._vectors[past.question_id] for past in questions]
        title = questions[most_typical(vectors)].question.text
        return GapView(gap=gap, title=title, questions=questions)

    def _vectors_of(self, gap: Gap) -> list[Vector]:
        view = self._view(gap)
        return [self._vectors[past.question_id] for past in view.questions] if view else []

    def _learn(self, questions: Sequence[Past]) -> None:
        """Embeds what was not embedded yet by this process."""
        fresh = [past for past in questions if past.question_id not in self._vectors]
        if fresh:
            vectors = self.embedder.embed([past.question.text for past in fresh])
            self._vectors.update(
                {past.question_id: vector for past, vector in zip(fresh, vectors, strict=True)}
            )

    def _today(self) -> date:
        return self.clock().astimezone().date()


def _each_partners(questions: Sequence[Past]) -> list[Past]:
    """The latest question of each partner, the latest partners first."""
    latest = {past.asked_as: past for past in questions}
    return sorted(latest.values(), key=lambda past: past.asked_at, reverse=True)[:ASKED_AGAIN]
