"""Fakes of the ports, each held to the same tests as the real thing."""

import zlib
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime

import numpy as np

from partnerline.knowledge.adapters.index.about import changed_on
from partnerline.knowledge.adapters.record.naming import escalation_ids
from partnerline.knowledge.errors import Failure, GeneratorFailed, IndexUnusable
from partnerline.knowledge.escalating.states import after_reply, after_step, in_hand
from partnerline.knowledge.model import (
    Answer,
    AskedItem,
    Document,
    Escalation,
    EscalationState,
    Kind,
    Origin,
    Passage,
    Question,
    Reply,
    Sentence,
    Step,
    Turn,
    WordingTask,
)
from partnerline.knowledge.partners import Directory
from partnerline.knowledge.past import Judgement, Labelled, Past, Which, labelled_of
from partnerline.knowledge.ports import (
    DeliveryInDoubt,
    Found,
    ModelIdentity,
    Scope,
    Shelf,
    Vectors,
    Verdict,
    Words,
)
from partnerline.knowledge.ports.audit import AuditLine
from partnerline.knowledge.ports.enrolment import (
    Assignment,
    ChannelMode,
    Renaming,
    latest_words,
    present_ids,
)
from partnerline.knowledge.ports.installations import Installed
from partnerline.knowledge.ports.reps_own import Complaint, Why
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Price, Product
from partnerline.knowledge.retrieval.acronyms import definitions
from partnerline.knowledge.retrieval.spelling import mendable
from partnerline.knowledge.words import stem, words


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


class FakeEmbedder:
    """Words as directions: texts that share words are near each other. Counts what it embedded."""

    def __init__(self, name: str = "words", dimensions: int = 64) -> None:
        self.identity = ModelIdentity(name=name, weights=f"{name}-1", dimensions=dimensions)
        self.embedded = 0
        self.known: set[str] = set()

    def knows(self, word: str) -> bool:
        return word in self.known

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.embedded += len(texts)
        vectors = np.zeros((len(texts), self.identity.dimensions), dtype=np.float32)
        for i, text in enumerate(texts):
            row = vectors[i]
            row[0] = 0.1  # a text without words has a direction too
            for word in words(text):
                row[1 + zlib.crc32(word.encode()) % (self.identity.dimensions - 1)] += 1
            vectors[i] = row / np.linalg.norm(row)
        return vectors

    def embed_with_words(self, texts: Sequence[str]) -> tuple[Vectors, list[Words]]:
        vectors = self.embed(texts)
        return vectors, [self._words(text) for text in texts]

    def _words(self, text: str) -> Words:
        found = words(text) or ("",)
        one_by_one = np.zeros((len(found), self.identity.dimensions), dtype=np.int8)
        for i, word in enumerate(found):
            one_by_one[i, 1 + zlib.crc32(word.encode()) % (self.identity.dimensions - 1)] = 127
        return one_by_one


@dataclass(frozen=True, slots=True)
class _Kept:
    """A document with all that the index holds of it."""

    document: Document
    passages: tuple[Passage, ...]
    vectors: Vectors
    words: tuple[Words, ...]
    prices: tuple[Price, ...]
    promotions: tuple[Promotion, ...]


class FakeIndex:
    """The index in memory. `lost` are documents whose vectors a crash took: they are to be read again."""

    def __init__(self) -> None:
        self.kept: dict[str, _Kept] = {}
        self.lost: set[str] = set()
        self.changes = 0
        self._taken = False

    def documents(self) -> dict[str, Document]:
        return {path: kept.document for path, kept in self.kept.items()}

    def sizes(self) -> dict[str, tuple[int, int, int]]:
        return {
            path: (len(kept.passages), len(kept.prices), len(kept.promotions))
            for path, kept in self.kept.items()
        }

    @contextmanager
    def writing(self) -> Iterator[frozenset[str]]:
        if self._taken:
            raise IndexUnusable("Another writer has the index.")
        self._taken = True
        try:
            yield frozenset(self.lost)
        finally:
            self._taken = False

    def replace(
        self,
        document: Document,
        passages: Sequence[Passage],
        vectors: Vectors,
        words: Sequence[Words],
        prices: Sequence[Price],
        promotions: Sequence[Promotion] = (),
    ) -> None:
        self.kept[document.path] = _Kept(
            document, tuple(passages), vectors, tuple(words), tuple(prices), tuple(promotions)
        )
        self.lost.discard(document.path)
        self.changes += 1

    def restamp(self, path: str, stamp: str) -> None:
        kept = self.kept[path]
        self.kept[path] = replace(kept, document=replace(kept.document, stamp=stamp))

    def remove(self, paths: Sequence[str]) -> None:
        for path in paths:
            self.kept.pop(path, None)
        self.changes += 1

    def within(self, scope: Scope) -> list[_Kept]:
        """What stands on the scope's shelves."""
        return [
            kept
            for _, kept in sorted(self.kept.items())
            if _shelf(kept.document).key in scope.shelves
            and kept.document.audience.key in scope.audiences
        ]


def _shelf(document: Document, price: Price | None = None) -> Shelf:
    audience = price.list.audience.within(document.audience) if price else document.audience
    return Shelf(
        audience=audience, valid_from=document.valid_from, valid_until=document.valid_until
    )


class FakeRetriever:
    """Searches a fake index, passage by passage."""

    def __init__(self, index: FakeIndex) -> None:
        self._index = index

    def shelves(self) -> tuple[Shelf, ...]:
        shelves = (
            _shelf(kept.document, price)
            for kept in self._index.kept.values()
            for price in (None, *kept.prices)
        )
        return tuple({shelf.key: shelf for shelf in shelves}.values())

    def days(self, paths: Iterable[str]) -> Mapping[str, date]:
        known = (
            (path, self._index.kept[path].document) for path in paths if path in self._index.kept
        )
        days = {path: one.valid_from or changed_on(one.stamp) for path, one in known}
        return {path: day for path, day in days.items() if day}

    def titles(self, kind: Kind, scope: Scope) -> tuple[str, ...]:
        seen = self._index.within(scope)
        return tuple(k.document.title for k in seen if k.document.kind == kind and k.passages)

    def dense(self, vector: Vectors, scope: Scope, limit: int) -> list[Found]:
        return self._best(scope, limit, lambda kept, i: float(kept.vectors[i] @ vector), least=-1.0)

    def lexical(self, terms: Sequence[str], scope: Scope, limit: int) -> list[Found]:
        wanted = {tuple(stem(word) for word in words(term)) for term in terms}
        return self._best(
            scope,
            limit,
            lambda kept, i: float(sum(_holds(kept.passages[i], phrase) for phrase in wanted)),
            least=1.0,
        )

    def frequencies(self, terms: Sequence[str], scope: Scope) -> tuple[int, dict[str, int]]:
        held = [_stems(p) for kept in self._index.within(scope) for p in kept.passages]
        return len(held), {term: sum(stem(term) in one for one in held) for term in terms}

    def around(self, passage: Passage, scope: Scope) -> tuple[Passage, ...]:
        return tuple(
            one
            for kept in self._index.within(scope)
            if kept.document.path == passage.document
            for one in kept.passages
            if abs(one.position - passage.position) <= 4
        )

    def holders(
        self, terms: Sequence[str], documents: Sequence[str], scope: Scope
    ) -> dict[str, frozenset[str]]:
        inside = [kept for kept in self._index.within(scope) if kept.document.path in documents]
        return {
            term: frozenset(
                kept.document.path
                for kept in inside
                if any(stem(term) in _stems(passage) for passage in kept.passages)
            )
            for term in terms
        }

    def vocabulary(self, beginning: str, scope: Scope) -> dict[str, int]:
        return Counter(
            word
            for kept in self._index.within(scope)
            for word in {w for p in kept.passages for w in words(p.searchable) if mendable(w)}
            if word.startswith(beginning)
        )

    def acronyms(self, shorts: Sequence[str], scope: Scope) -> dict[str, tuple[str, ...]]:
        found = Counter(
            pair
            for kept in self._index.within(scope)
            for pair in {d for p in kept.passages for d in definitions(p.searchable)}
        )
        best = sorted(found, key=lambda pair: (-found[pair], pair[1]))
        return {
            short: tuple(long for one, long in best if one == short)
            for short in shorts
            if any(one == short for one, _ in best)
        }

    def words(self, passages: Sequence[str], scope: Scope) -> dict[str, Words]:
        return {
            passage.id: found
            for kept in self._index.within(scope)
            for passage, found in zip(kept.passages, kept.words, strict=True)
            if passage.id in passages
        }

    def _best(
        self, scope: Scope, limit: int, score: Callable[[_Kept, int], float], *, least: float
    ) -> list[Found]:
        found = [
            Found(passage=passage, document=kept.document, score=score(kept, i))
            for kept in self._index.within(scope)
            for i, passage in enumerate(kept.passages)
        ]
        fitting = [item for item in found if item.score >= least]
        return sorted(fitting, key=lambda item: (-item.score, item.passage.id))[:limit]


def _stems(passage: Passage) -> set[str]:
    return {stem(word) for word in words(passage.searchable)}


def _holds(passage: Passage, phrase: tuple[str, ...]) -> bool:
    told = tuple(stem(word) for word in words(passage.searchable))
    return bool(phrase) and any(
        told[at : at + len(phrase)] == phrase for at in range(len(told) - len(phrase) + 1)
    )


class FakeReranker:
    """Prefers the texts that hold most of the question's words. Counts what it read."""

    def __init__(self) -> None:
        self.read = 0

    def rerank(self, question: str, texts: Sequence[str]) -> tuple[float, ...]:
        self.read += len(texts)
        wanted = set(words(question))
        return tuple(float(len(wanted.intersection(words(text)))) for text in texts)


class FakePriceBook:
    """The prices and promotions of a fake index."""

    def __init__(self, index: FakeIndex) -> None:
        self._index = index

    def products(self, scope: Scope) -> tuple[Product, ...]:
        named = {(price.sku, price.name) for price in self._within(scope)}
        return tuple(Product(sku=sku, name=name) for sku, name in sorted(named))

    def prices(self, sku: str, scope: Scope) -> tuple[Price, ...]:
        return tuple(price for price in self._within(scope) if price.sku == sku)

    def promotions(self, scope: Scope) -> tuple[Promotion, ...]:
        return tuple(one for kept in self._index.within(scope) for one in kept.promotions)

    def version(self) -> str:
        return str(self._index.changes)

    def _within(self, scope: Scope) -> list[Price]:
        return [
            replace(price, list=replace(price.list, audience=shelf.audience))
            for _, kept in sorted(self._index.kept.items())
            for price in kept.prices
            if (shelf := _shelf(kept.document, price)).key in scope.shelves
        ]


class FakeGenerator:
    """Says what it was told to; `failure` is raised after that. `tasks` are what it was given, `closed` how often it was stopped."""

    def __init__(
        self,
        *sentences: Sentence,
        failure: Failure | None = None,
        translation: str = "",
        items: Sequence[AskedItem] = (),
    ) -> None:
        self.sentences, self.failure = sentences, failure
        self.translation, self.items = translation, tuple(items)
        self.tasks: list[WordingTask] = []
        self.closed = 0
        self.warmed = 0

    def warm(self) -> None:
        self.warmed += 1

    def for_one_question(self) -> "FakeGenerator":
        return self

    def word(self, task: WordingTask) -> Generator[Sentence, None, None]:
        self.tasks.append(task)
        try:
            yield from self.sentences
            self._fail()
        finally:
            self.closed += 1

    def translate(self, text: str, to: str = "en") -> str:
        self._fail()
        return self.translation

    def read_request(self, text: str, names: Sequence[str]) -> tuple[AskedItem, ...]:
        self._fail()
        return self.items

    def _fail(self) -> None:
        if self.failure is not None:
            raise GeneratorFailed(self.failure, "scripted")


class FakeEnrolments:
    """What managers say of people and channels, in memory."""

    def __init__(self) -> None:
        self._words: dict[tuple[str, str], Assignment] = {}
        self._modes: dict[str, tuple[datetime, ChannelMode]] = {}
        self._renamings: set[Renaming] = set()

    def assign(self, assignment: Assignment) -> None:
        key = (assignment.subject, assignment.id)
        if key not in self._words or self._words[key].at <= assignment.at:
            self._words[key] = assignment

    def assignments(self) -> tuple[Assignment, ...]:
        return latest_words(self._words.values(), self.renamed())

    def set_mode(self, channel: str, mode: ChannelMode, *, by: str, at: datetime) -> None:
        if channel not in self._modes or self._modes[channel][0] <= at:
            self._modes[channel] = (at, mode)

    def mode(self, channel: str) -> ChannelMode:
        return self.modes().get(self.renamed().get(channel, channel), "called")

    def modes(self) -> dict[str, ChannelMode]:
        now = self.renamed()
        said = sorted(self._modes.items(), key=lambda item: item[1][0])
        return {now.get(channel, channel): mode for channel, (_, mode) in said}

    def rename_channel(self, old: str, new: str, at: datetime) -> None:
        self._renamings.add(Renaming(old=old, new=new, at=at))

    def renamings(self) -> tuple[Renaming, ...]:
        return tuple(sorted(self._renamings, key=lambda one: (one.at, one.old, one.new)))

    def renamed(self) -> dict[str, str]:
        return present_ids(self.renamings())


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


class FakeInstallations:
    """Workspaces and tickets in memory."""

    def __init__(self) -> None:
        self._kept: dict[str, Installed] = {}
        self._tickets: dict[str, datetime] = {}

    def keep(self, installed: Installed) -> None:
        known = self._kept.get(installed.team)
        if known is None or known.at <= installed.at:
            self._kept[installed.team] = installed

    def installation(self, team: str) -> Installed | None:
        return self._kept.get(team)

    def installations(self) -> tuple[Installed, ...]:
        return tuple(self._kept[team] for team in sorted(self._kept))

    def end(self, team: str, at: datetime) -> bool:
        known = self._kept.get(team)
        if known is None or known.ended_at or known.at > at:
            return False
        self._kept[team] = replace(known, token=None, ended_at=at)
        return True

    def issue(self, ticket: str, by: str, expires_at: datetime) -> None:
        self._tickets.setdefault(ticket, expires_at)

    def holds(self, ticket: str, at: datetime) -> bool:
        return ticket in self._tickets and self._tickets[ticket] > at

    def use(self, ticket: str, at: datetime) -> bool:
        held = self.holds(ticket, at)
        if held:
            self._tickets[ticket] = at
        return held


class FakeReplicas:
    """Heartbeats in memory."""

    def __init__(self) -> None:
        self._beats: Counter[str] = Counter()

    def beat(self, life: str) -> None:
        self._beats[life] += 1

    def beats(self) -> dict[str, int]:
        return dict(self._beats)

    def forget(self, life: str) -> None:
        self._beats.pop(life, None)
