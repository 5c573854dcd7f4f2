from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from tests.fakes import FakeRecord
from tests.fakes.gaps import FakeGaps

from partnerline.bot.gaps.desk import GapDesk, GapView
from partnerline.knowledge.model import Answer, Citation, Origin, Outcome, Question, Reason
from partnerline.knowledge.partners import Directory, Partner
from partnerline.knowledge.ports import ModelIdentity, Vectors, Words

ACME, GLOBEX = Partner(id="acme", name="Acme"), Partner(id="globex", name="Globex")
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


class ByFirstWord:
    """Takes questions for alike that begin with the same word."""

    identity = ModelIdentity(name="first word", weights="", dimensions=64)

    def embed(self, texts: Sequence[str]) -> Vectors:
        vectors = np.zeros((len(texts), 64), dtype=np.float32)
        for row, text in enumerate(texts):
            vectors[row, sum(text.split()[0].encode()) % 64] = 1.0
        return vectors

    def embed_with_words(self, texts: Sequence[str]) -> tuple[Vectors, list[Words]]:
        return self.embed(texts), []

    def knows(self, word: str) -> bool:
        return True


@dataclass
class House:
    """A record of what was asked, a library that answers what is in it, and the desk between them."""

    library: set[str] = field(default_factory=set)
    version: str = "v1"
    moment: datetime = NOON
    asked: list[Question] = field(default_factory=list)
    record: FakeRecord = field(
        default_factory=lambda: FakeRecord(Directory(partners=(ACME, GLOBEX)))
    )

    def __post_init__(self) -> None:
        self.desk = self.fresh_desk(FakeGaps())

    def fresh_desk(self, gaps: FakeGaps) -> GapDesk:
        return GapDesk(
            gaps=gaps,
            record=self.record,
            embedder=ByFirstWord(),
            answerer=self,
            version=lambda: self.version,
            clock=lambda: self.moment,
        )

    def answer(self, question: Question) -> Answer:
        self.asked.append(question)
        if question.text.split()[0] not in self.library:
            return Answer(outcome="escalated", text="…", confidence=0, reason=Reason.NO_EVIDENCE)
        cited = Citation(source="faq.md", locator="## A", quote="…")
        return Answer(outcome="answered", text="…", confidence=1, citations=(cited,))

    def ask(
        self,
        text: str,
        partner: Partner | None = ACME,
        *,
        outcome: Outcome = "escalated",
        reason: Reason | None = Reason.NO_EVIDENCE,
    ) -> None:
        self.moment += timedelta(minutes=1)
        question = Question(text=text, as_of=self.moment.date(), partner=partner)
        self.record.claim(text, question, Origin(door="slack", thread=text), self.moment)
        answer = Answer(outcome=outcome, text="…", confidence=0, reason=reason)
        self.record.keep_answer(text, answer, self.moment)

    def views(self) -> tuple[GapView, ...]:
        self.desk.keep_up()
        return self.desk.views()


@pytest.fixture
def house() -> House:
    return House()


def test_questions_that_mean_the_same_are_one_gap_and_the_most_asked_comes_first(
    house: House,
) -> None:
    house.ask("paint the sensor")
    house.ask("lorawan on it")
    house.ask("lorawan please", GLOBEX)
    assert [(len(view.questions), view.partners) for view in house.views()] == [(2, 2), (1, 1)]


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [
        ("answered", None),
        ("smalltalk", None),
        ("clarify", Reason.AMBIGUOUS),
        ("escalated", Reason.NOT_PERMITTED),
        ("escalated", Reason.NEEDS_HUMAN),
        ("escalated", Reason.FAILED),
    ],
)
def test_only_what_the_library_does_not_say_is_a_gap(
    house: House, outcome: Outcome, reason: Reason | None
) -> None:
    house.ask("paint it", outcome=outcome, reason=reason)
    assert house.views() == ()


def test_a_gap_closes_itself_when_the_library_answers_it(house: House) -> None:
    house.ask("lorawan on it")
    assert [view.gap.state for view in house.views()] == ["open"]
    house.library.add("lorawan")
    house.version = "v2"
    (view,) = house.views()
    assert (view.gap.state, view.gap.answered_by) == ("closed", "faq.md")


def test_a_gap_that_only_one_of_its_partners_can_read_an_answer_to_stays_open(
    house: House,
) -> None:
    house.ask("lorawan on it")
    house.ask("lorawan please", GLOBEX)
    house.library.add("lorawan")

    def for_acme(question: Question) -> Answer:
        hidden = Answer(outcome="escalated", text="…", confidence=0)
        return House.answer(house, question) if question.partner == ACME else hidden

    house.answer = for_acme  # type: ignore[method-assign]
    assert [view.gap.state for view in house.views()] == ["open"]


def test_a_gap_is_asked_again_only_when_the_library_has_changed(house: House) -> None:
    house.ask("lorawan on it")
    house.views()
    house.views()
    assert len(house.asked) == 1
    house.version = "v2"
    house.views()
    assert len(house.asked) == 2
    assert house.asked[-1].partner == ACME


def test_a_closed_gap_opens_again_when_somebody_goes_unanswered(house: House) -> None:
    house.ask("lorawan on it")
    house.library.add("lorawan")
    house.views()
    house.library.clear()
    house.ask("lorawan once more")
    (view,) = house.views()
    assert (view.gap.state, len(view.questions)) == ("open", 2)


def test_a_process_that_starts_anew_goes_on_with_the_same_gaps(house: House) -> None:
    house.ask("lorawan on it")
    house.views()
    house.desk = house.fresh_desk(house.desk.gaps)  # type: ignore[arg-type]
    house.ask("lorawan please")
    assert [len(view.questions) for view in house.views()] == [2]


def test_what_was_asked_long_ago_opens_no_gap(house: House) -> None:
    house.ask("lorawan on it")
    house.moment += timedelta(days=91)
    assert house.views() == ()
