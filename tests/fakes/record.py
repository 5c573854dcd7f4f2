"""The fake of the record."""

from dataclasses import dataclass, replace
from datetime import datetime

from partnerline.knowledge.adapters.record.naming import escalation_ids
from partnerline.knowledge.escalating.states import after_reply, after_step, in_hand
from partnerline.knowledge.model import (
    Answer,
    Escalation,
    EscalationState,
    Origin,
    Question,
    Reply,
    Step,
    Turn,
)
from partnerline.knowledge.partners import Directory
from partnerline.knowledge.past import Judgement, Labelled, Past, Which, labelled_of
from partnerline.knowledge.ports import (
    DeliveryInDoubt,
    Verdict,
)
from partnerline.knowledge.ports.reps_own import Complaint, Why


@dataclass(frozen=True, slots=True)
class _Said:
    """One message of a thread."""

    thread: tuple[str, str]
    at: datetime
    turn: Turn


class FakeRecord:
    """The record in memory. `directory` may be swapped, as a vendor's partners change."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self.thumbs: dict[tuple[str, str], tuple[datetime, Verdict]] = {}
        self.judgements: dict[tuple[str, str], tuple[datetime, Judgement]] = {}
        self.complaints: dict[tuple[str, str], Complaint] = {}
        self._questions: dict[str, tuple[Question, Origin]] = {}
        self._asked_at: dict[str, datetime] = {}
        self._answers: dict[str, Answer] = {}
        self._escalations: dict[str, Escalation] = {}
        self._replies: dict[str, Reply] = {}
        self._steps: dict[str, Step] = {}
        self._said: list[_Said] = []
        self._deliveries: dict[str, str | None] = {}

    def claim(
        self, question_id: str, question: Question, origin: Origin, asked_at: datetime
    ) -> bool:
        if question_id in self._questions:
            return False
        self._questions[question_id] = (question, origin)
        self._asked_at[question_id] = asked_at
        self._say(question_id, Turn(role="user", text=question.text), asked_at)
        return True

    def question(self, question_id: str) -> tuple[Question, Origin] | None:
        if question_id not in self._questions:
            return None
        question, origin = self._questions[question_id]
        return self._as_of_today(question), origin

    def turns(self, thread: str, door: str, *, before: datetime | None = None) -> tuple[Turn, ...]:
        here = (said for said in self._said if said.thread == (thread, door))
        earlier = (said for said in here if before is None or said.at < before)
        return tuple(said.turn for said in sorted(earlier, key=lambda said: said.at))

    def keep_answer(self, question_id: str, answer: Answer, at: datetime) -> str | None:
        if question_id not in self._questions:
            raise KeyError(question_id)
        if question_id not in self._answers:
            self._answers[question_id] = answer
            self._say(question_id, Turn(role="assistant", text=answer.text), at)
        if self._answers[question_id].outcome != "escalated":
            return None
        return self.keep_escalation(question_id, answer, at)

    def answer(self, question_id: str) -> Answer | None:
        return self._answers.get(question_id)

    def keep_escalation(self, question_id: str, answer: Answer, at: datetime) -> str:
        question, origin = self._questions[question_id]
        opened = self.escalation_of(question_id)
        if opened is not None:
            return opened.id
        free = next(i for i in escalation_ids(question_id) if i not in self._escalations)
        self._escalations[free] = Escalation(
            id=free,
            question_id=question_id,
            question=question,
            origin=origin,
            answer=answer,
            state="open",
            opened_at=at,
        )
        return free

    def escalation(self, escalation_id: str) -> Escalation | None:
        return next((e for e in self.escalations() if e.id == escalation_id), None)

    def escalation_of(self, question_id: str) -> Escalation | None:
        return next((e for e in self.escalations() if e.question_id == question_id), None)

    def escalations(self, state: EscalationState | None = None) -> tuple[Escalation, ...]:
        kept = (e for e in self._escalations.values() if state is None or e.state == state)
        return tuple(self._today(e) for e in sorted(kept, key=lambda e: e.opened_at))

    def keep_reply(self, reply: Reply) -> bool:
        escalation = self._escalations[reply.escalation_id]
        if reply.id in self._replies:
            return False
        self._replies[reply.id] = reply
        self._escalations[escalation.id] = replace(escalation, state=after_reply(reply.kind))
        turn = Turn(role="assistant", text=reply.text, author=reply.manager)
        self._say(escalation.question_id, turn, reply.written_at)
        return True

    def keep_step(self, step: Step) -> bool:
        escalation = self._escalations[step.escalation_id]
        if step.id in self._steps:
            return False
        self._steps[step.id] = step
        now = after_step(escalation.state, step.kind)
        self._escalations[escalation.id] = replace(escalation, state=now)
        if step.kind == "rep_said":
            self._say(escalation.question_id, Turn(role="user", text=step.text), step.at)
        return True

    def in_hand(self, thread: str, door: str) -> Escalation | None:
        here = (e for e in self.escalations() if (e.origin.thread, e.origin.door) == (thread, door))
        return next((e for e in reversed(list(here)) if in_hand(e)), None)

    def reply_delivered(self, reply_id: str, at: datetime) -> None:
        reply = self._replies[reply_id]
        self._replies[reply_id] = replace(reply, delivered_at=reply.delivered_at or at)

    def undelivered_replies(self) -> tuple[Reply, ...]:
        waiting = (reply for reply in self._replies.values() if reply.delivered_at is None)
        return tuple(sorted(waiting, key=lambda reply: reply.written_at))

    def keep_feedback(self, question_id: str, asker: str, verdict: Verdict, at: datetime) -> None:
        if question_id not in self._questions:
            raise KeyError(question_id)
        earlier = self.thumbs.get((question_id, asker))
        if earlier is None or earlier[0] <= at:
            self.thumbs[question_id, asker] = (at, verdict)

    def past(
        self, limit: int | None, *, since: datetime | None = None, which: Which = "all"
    ) -> tuple[Past, ...]:
        newest = sorted(self._asked_at, key=lambda i: (self._asked_at[i], i), reverse=True)
        known = (self._past(i) for i in newest if since is None or self._asked_at[i] >= since)
        return tuple(past for past in known if _is(past, which))[:limit]

    def past_question(self, question_id: str) -> Past | None:
        return self._past(question_id) if question_id in self._questions else None

    def asked_by(self, asker: str, door: str, limit: int) -> tuple[Past, ...]:
        theirs = (p for p in self.past(None) if (p.origin.asker, p.origin.door) == (asker, door))
        return tuple(theirs)[:limit]

    def keep_reason(self, question_id: str, asker: str, why: Why, at: datetime) -> None:
        if question_id not in self._questions:
            raise KeyError(question_id)
        earlier = self.complaints.get((question_id, asker))
        if earlier is None or earlier.at <= at:
            self.complaints[question_id, asker] = Complaint(
                question_id=question_id, asker=asker, why=why, at=at
            )

    def reasons(self, *, since: datetime | None = None) -> tuple[Complaint, ...]:
        newest = sorted(self.complaints.values(), key=lambda one: (one.question_id, one.asker))
        newest.sort(key=lambda one: one.at, reverse=True)
        return tuple(one for one in newest if since is None or one.at >= since)

    def labelled(self) -> tuple[Labelled, ...]:
        found = map(labelled_of, self.past(None))
        return tuple(label for label in found if label is not None)

    def keep_judgement(
        self, question_id: str, manager: str, judgement: Judgement, at: datetime
    ) -> None:
        if question_id not in self._questions:
            raise KeyError(question_id)
        earlier = self.judgements.get((question_id, manager))
        if earlier is None or earlier[0] <= at:
            self.judgements[question_id, manager] = (at, judgement)

    def _past(self, question_id: str) -> Past:
        asked, origin = self._questions[question_id]
        thumbs = {v for (i, _), (_, v) in self.thumbs.items() if i == question_id}
        verdicts = {v for (i, _), (_, v) in self.judgements.items() if i == question_id}
        return Past(
            question_id=question_id,
            question=self._as_of_today(asked),
            origin=origin,
            asked_at=self._asked_at[question_id],
            asked_as=asked.partner.id if asked.partner else None,
            answer=self._answers.get(question_id),
            thumb=next((v for v in ("down", "up") if v in thumbs), None),
            judgement=next((v for v in ("wrong", "right") if v in verdicts), None),
            escalation=self.escalation_of(question_id),
        )

    def begin_delivery(self, key: str, at: datetime) -> str | None:
        if key not in self._deliveries:
            self._deliveries[key] = None
            return None
        place = self._deliveries[key]
        if place is None:
            raise DeliveryInDoubt(key)
        return place

    def end_delivery(self, key: str, place: str, at: datetime) -> None:
        self._deliveries[key] = self._deliveries.get(key) or place

    def delivery_at(self, place: str) -> str | None:
        return next((key for key, at in self._deliveries.items() if at == place), None)

    def _say(self, question_id: str, turn: Turn, at: datetime) -> None:
        origin = self._questions[question_id][1]
        self._said.append(_Said((origin.thread, origin.door), at, turn))

    def _today(self, escalation: Escalation) -> Escalation:
        taken = self.question(escalation.question_id)
        written = (r for r in self._replies.values() if r.escalation_id == escalation.id)
        done = (s for s in self._steps.values() if s.escalation_id == escalation.id)
        return replace(
            escalation,
            question=taken[0] if taken else escalation.question,
            replies=tuple(sorted(written, key=lambda reply: reply.written_at)),
            steps=tuple(sorted(done, key=lambda step: step.at)),
        )

    def _as_of_today(self, question: Question) -> Question:
        readers = [self.directory.partner(reader.id) for reader in question.readers]
        return replace(
            question,
            partner=self.directory.partner(question.partner.id if question.partner else None),
            readers=() if None in readers else tuple(r for r in readers if r),
        )


def _is(past: Past, which: Which) -> bool:
    outcome = past.answer.outcome if past.answer else None
    match which:
        case "all":
            return True
        case "unanswered":
            return outcome not in ("answered", "smalltalk")
        case "thumbs_up" | "thumbs_down":
            return past.thumb == which.removeprefix("thumbs_")
        case "labelled":
            return past.right is not None
