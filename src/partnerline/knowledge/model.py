"""The nouns that everything speaks in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from partnerline.knowledge.answered import is_answered
from partnerline.knowledge.decision import Decision
from partnerline.knowledge.partners import Audience, Partner
from partnerline.knowledge.pricing.quote import Quote

Kind = Literal["price_list", "promotions", "collateral", "objections", "program", "faq"]
Outcome = Literal["answered", "clarify", "escalated", "smalltalk"]


class Reason(StrEnum):
    """Why a question was not answered outright."""

    NO_EVIDENCE = "no_evidence"
    LOW_CONFIDENCE = "low_confidence"
    AMBIGUOUS = "ambiguous"
    NOT_PERMITTED = "not_permitted"
    NEEDS_HUMAN = "needs_human"
    ASKED_FOR_HUMAN = "asked_for_human"
    UNKNOWN_PARTNER = "unknown_partner"
    CONFLICT = "conflict"
    OTHER_LANGUAGE = "other_language"
    BAD_ROW = "bad_row"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file of the library. `path` is relative to it, with forward slashes; both days count.

    `digest` is a hash of its bytes and of all that decides how they are read; `stamp` is what the file system said of
    the file then, so an unchanged file need not be opened.
    """

    path: str
    title: str
    kind: Kind
    audience: Audience
    digest: str
    stamp: str = ""
    net: bool = False
    valid_from: date | None = None
    valid_until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the document is in force on that day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The unit that is retrieved and cited: a stretch of one place of one document.

    `id` is a content hash. `headings` lead from the document's top to the passage. `locator` is the place as a person
    would find it: "p. 3", "slide 4", "EMEA!B14", "## Heading". `position` orders the passages of a document.
    """

    id: str
    document: str
    position: int
    locator: str
    headings: tuple[str, ...]
    text: str

    @property
    def searchable(self) -> str:
        """The text with its headings before it: what is embedded and searched."""
        return "\n".join((*self.headings, self.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage with how well it fits: `cosine` of the whole, -1 to 1; ranks in each search, from 1.

    `score` is the fused one, `bm25` that of the search by words (0 where it was not among its best). `closeness` and
    `least` are the mean and the least over the question's words of how closely the passage follows them. `surroundings`
    is the share of the question's telling words, weighed by rarity, that stand anywhere in its document; `company` the
    closeness of the document's next best passage. `identifiers` is the share of the part numbers asked for that stand
    in it, 1 where none is. `order` is what the hits are sorted by; `reranked` a reranker's score, where one is set.
    """

    passage: Passage
    document: Document
    score: float
    cosine: float = 0.0
    dense_rank: int | None = None
    lexical_rank: int | None = None
    closeness: float = 0.0
    least: float = 0.0
    bm25: float = 0.0
    surroundings: float = 0.0
    company: float = 0.0
    identifiers: float = 1.0
    order: float = 0.0
    reranked: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One earlier message of the same thread; `author` is the manager who wrote it, empty for the bot and the rep."""

    role: Literal["user", "assistant"]
    text: str
    author: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What somebody asked, what stood before it, and the day it is about; `partner` is `None` for a stranger.

    `asked_on` is the day it was asked, where that is another: a price of last spring is then said to be over. `readers`
    are the partners who read the answer where several do: it then holds only what all of them may see, and `partner` is
    `None`, so that nobody's price is among it.
    """

    text: str
    as_of: date
    asked_on: date | None = None
    partner: Partner | None = None
    readers: tuple[Partner, ...] = ()
    history: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a statement stands: the document's path, the place in it, the words relied on.

    `day` says how old the document is: the first day it holds, else the day its file was changed; `None` where unknown.
    A manager's kept answer has "answered/<id>" for its path, and for its place who answered and when.
    """

    source: str
    locator: str
    quote: str
    day: date | None = None

    @property
    def is_answered(self) -> bool:
        """Whether a manager said it, and no document."""
        return is_answered(self.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the bot makes of a question. `text` is Markdown; `confidence` the chance, 0 to 1, that it is right.

    For an escalation, `text` is what the rep reads meanwhile, and `found` with `doubt` what the manager reads: the
    passages that came nearest, and why the bot was unsure. `choices` are the ways to complete a clarify. `signals`
    are the numbers that the confidence rests on, kept so that it can be fitted again. `quotes` are the computed prices
    where there are several that don't add up to one: in other currencies, or held against each other. `outdated` are the
    paths of managers' kept answers that newer documents contradict; the record doesn't keep them. `decision` is there
    where a wish was handed over that only a person grants; the rule on it is then cited.
    """

    outcome: Outcome
    text: str
    confidence: float
    reason: Reason | None = None
    citations: tuple[Citation, ...] = ()
    quote: Quote | None = None
    quotes: tuple[Quote, ...] = ()
    choices: tuple[str, ...] = ()
    found: tuple[Citation, ...] = ()
    doubt: str = ""
    signals: Mapping[str, float] = field(default_factory=dict)
    outdated: tuple[str, ...] = ()
    decision: Decision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A passage as a language model is given it, its headings before it; `id` is what a sentence cites it by."""

    id: str
    source: str
    locator: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingTask:
    """What a language model is to word, and all that it is told: nothing of the asker, no price.

    `thread` holds what the asker wrote before, oldest first; `language` is an ISO 639-1 code.
    """

    question: str
    evidence: tuple[Evidence, ...]
    thread: tuple[str, ...] = ()
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What a language model says, with the ids of the evidence that it says it by: a claim until it is checked."""

    text: str
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedItem:
    """A product and a quantity as a question writes them, as a language model read them; "" where it gives none."""

    product: str
    quantity: str


EscalationState = Literal["open", "taken", "asked", "answered", "closed"]
"""Open: nobody has said they have it. Taken: a manager owes the rep a word. Asked: the rep owes that manager one.
Answered: the rep has an answer, and what they write next still goes to the manager. Closed: the bot has the thread again."""

StepKind = Literal["taken", "handed", "passed_on", "reminded", "rep_said", "noted", "closed"]
"""Taken by a manager; handed to another by one; passed on to the next in line by the clock; a reminder sent; what the
rep wrote meanwhile; what managers noted for themselves; closed."""

ReplyKind = Literal["answer", "question", "decline"]
"""What a manager's reply is: the answer, a question back, or that it is not for us."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a question came from and where its answers go.

    `door` is the way in. `thread` names the conversation there: for Slack "team/channel/ts". `asker` is the person's
    id behind that door, `asker_name` what people call them.
    """

    door: Literal["slack", "console", "terminal"]
    thread: str
    asker: str = ""
    asker_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something that happened to an escalation, beside the replies.

    `by` is the name of who did it, empty for the clock. `holder` is the key of the manager who has it from now on, where
    that changes: their e-mail, or "slack:U…" for one whom partners.yaml doesn't know; `holder_name` what people call them.
    """

    id: str
    escalation_id: str
    kind: StepKind
    at: datetime
    by: str = ""
    holder: str = ""
    holder_name: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalation:
    """A question handed to a manager, with what the bot had found; `steps` and `replies` are oldest first."""

    id: str
    question_id: str
    question: Question
    origin: Origin
    answer: Answer
    state: EscalationState
    opened_at: datetime
    replies: tuple["Reply", ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def held(self) -> Step | None:
        """The step by which somebody has it; `None` where nobody was ever named."""
        return next((step for step in reversed(self.steps) if step.holder), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a manager wrote back to the rep."""

    id: str
    escalation_id: str
    manager: str
    text: str
    written_at: datetime
    delivered_at: datetime | None = None
    kind: ReplyKind = "answer"
