from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from tests.fakes import FakeRecord
from tests.fakes.changes import FakeChanges

from partnerline.bot.corrections.desk import CorrectionDesk
from partnerline.bot.corrections.wording import correction_line, correction_text, digest_text
from partnerline.knowledge.changes import Change, Correction, Seen, document_changes
from partnerline.knowledge.model import (
    Answer,
    Citation,
    Document,
    Origin,
    Question,
    Reason,
)
from partnerline.knowledge.partners import Audience, Directory, Partner
from partnerline.knowledge.pricing.quote import Quote, QuoteLine

ACME = Partner(id="acme", name="Acme", tier="gold", region="EMEA")
GLOBEX = Partner(id="globex", name="Globex", tier="silver", region="EMEA")
TODAY = date(2026, 3, 10)
NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
LIST = "price-lists/emea.xlsx"


def priced(unit: str, *, until: date | None = None, quantity: int = 100) -> Answer:
    amount = Decimal(unit) * quantity
    line = QuoteLine(
        sku="AX-200",
        name="Gateway",
        quantity=quantity,
        unit="piece",
        list_price=Decimal(unit),
        unit_price=Decimal(unit),
        amount=amount,
        term_months=None,
        applied=(),
        cell="EMEA!B14",
        row="AX-200",
        price_list=LIST,
        valid_from=date(2026, 1, 1),
        valid_until=until,
    )
    quote = Quote(
        currency="EUR",
        lines=(line,),
        total=amount,
        price_list=LIST,
        valid_from=date(2026, 1, 1),
        valid_until=until,
    )
    cited = Citation(source=LIST, locator="EMEA!B14", quote="AX-200")
    return Answer(outcome="answered", text="…", confidence=1.0, quote=quote, citations=(cited,))


SAID = Answer(
    outcome="answered",
    text="Two years.",
    confidence=0.9,
    citations=(Citation(source="faq.md", locator="## Warranty", quote="Two years."),),
)
REFUSED = Answer(outcome="escalated", text="…", confidence=0.0, reason=Reason.NO_EVIDENCE)


def document(path: str = LIST, digest: str = "1", **given: object) -> Document:
    kind = "price_list" if path == LIST else "faq"
    made = Document(path=path, title=path, kind=kind, audience=Audience(), digest=digest)  # type: ignore[arg-type]
    return replace(made, **given)  # type: ignore[arg-type]


@dataclass
class House:
    """A library that changes, and a desk that looks at it."""

    now: dict[str, Answer] = field(default_factory=dict)
    library: dict[str, Document] = field(default_factory=lambda: {LIST: document()})
    standing: bool = False
    moment: datetime = NOW
    asked: list[Question] = field(default_factory=list)
    record: FakeRecord = field(
        default_factory=lambda: FakeRecord(Directory(partners=(ACME, GLOBEX)))
    )
    changes: FakeChanges = field(default_factory=FakeChanges)
    days: int = 14
    digest: bool = True

    def __post_init__(self) -> None:
        self.desk = CorrectionDesk(
            changes=self.changes,
            record=self.record,
            answerer=self,
            stands=lambda past, today: self.standing,
            documents=lambda: self.library,
            clock=lambda: self.moment,
            days=self.days,
            digest=self.digest,
        )

    def answer(self, question: Question) -> Answer:
        self.asked.append(question)
        return self.now[question.text]

    def told(self, text: str, answer: Answer, *, days_ago: int = 2, door: str = "slack") -> None:
        at = self.moment - timedelta(days=days_ago)
        question = Question(text=text, as_of=at.date(), partner=ACME)
        origin = Origin(door=door, thread="T0/C0ACME/1.1", asker="U0RITA")  # type: ignore[arg-type]
        self.record.claim(text, question, origin, at)
        self.record.keep_answer(text, answer, at)

    def look(self) -> tuple[Change, ...]:
        """Looks until the library has stood still, and finds whom it concerns."""
        for _ in range(2):
            self.desk.look()
        for change in self.changes.changes("finding"):
            self.desk.find(change.id)
        return self.changes.changes()

    def corrections(self) -> tuple[Correction, ...]:
        return self.look()[-1].corrections


@pytest.fixture
def house() -> House:
    house = House()
    house.look()
    return house


def test_the_first_look_finds_no_change(house: House) -> None:
    assert house.changes.changes() == ()


def test_whoever_was_told_another_price_is_corrected(house: House) -> None:
    house.told("price", priced("98.00"))
    house.now["price"] = priced("102.00")
    house.library = {LIST: document(digest="2")}
    (correction,) = house.corrections()
    assert (correction.question_id, correction.now) == ("price", priced("102.00"))
    assert house.asked[-1].as_of == TODAY


def test_a_price_that_is_the_same_needs_no_correction(house: House) -> None:
    house.told("price", priced("98.00"))
    house.now["price"] = priced("98.00", until=date(2026, 12, 31))
    house.library = {LIST: document(digest="2")}
    assert house.corrections() == ()


def test_a_price_that_is_refused_now_is_taken_back(house: House) -> None:
    house.told("price", priced("98.00"))
    house.now["price"] = REFUSED
    house.library = {}
    (correction,) = house.corrections()
    assert correction.now is None
    assert "no price any more" in correction_text(correction, TODAY)


def test_what_the_rep_knows_to_be_over_is_left_alone(house: House) -> None:
    house.told("price", priced("98.00", until=date(2026, 3, 9)))
    house.now["price"] = priced("102.00")
    house.library = {LIST: document(digest="2")}
    assert house.corrections() == ()


def test_a_list_that_is_new_corrects_prices_of_another(house: House) -> None:
    house.told("price", priced("98.00"))
    house.now["price"] = priced("95.00")
    house.library = {
        LIST: document(),
        "price-lists/q2.csv": document("price-lists/q2.csv", kind="price_list"),
    }
    assert len(house.corrections()) == 1


def test_a_list_whose_first_day_has_come_is_a_change() -> None:
    house = House(library={LIST: document(valid_from=date(2026, 3, 11))})
    house.look()
    house.told("price", priced("98.00"))
    house.now["price"] = priced("102.00")
    house.moment += timedelta(days=1)
    (change,) = house.look()
    assert [one.how for one in change.documents] == ["begins"]
    assert len(change.corrections) == 1


def test_a_list_whose_last_day_is_over_is_a_change() -> None:
    house = House(library={LIST: document(valid_until=TODAY)})
    house.look()
    house.moment += timedelta(days=1)
    (change,) = house.look()
    assert [one.how for one in change.documents] == ["ends"]


@pytest.mark.parametrize(
    ("days_ago", "door", "corrected"),
    [(13, "slack", 1), (15, "slack", 0), (2, "console", 0)],
)
def test_only_what_was_told_lately_in_slack_is_corrected(
    house: House, days_ago: int, door: str, corrected: int
) -> None:
    house.told("price", priced("98.00"), days_ago=days_ago, door=door)
    house.now["price"] = priced("102.00")
    house.library = {LIST: document(digest="2")}
    assert len(house.corrections()) == corrected


def test_words_that_still_stand_need_no_correction(house: House) -> None:
    house.library["faq.md"] = document("faq.md")
    house.look()
    house.told("warranty", SAID)
    house.standing = True
    house.library = {**house.library, "faq.md": document("faq.md", digest="2")}
    assert house.corrections() == ()


def test_words_that_no_longer_stand_are_answered_anew(house: House) -> None:
    house.library["faq.md"] = document("faq.md")
    house.look()
    house.told("warranty", SAID)
    house.now["warranty"] = replace(SAID, text="Three years.")
    house.library = {**house.library, "faq.md": document("faq.md", digest="2")}
    (correction,) = house.corrections()
    told = correction_text(correction, date(2026, 3, 8))
    assert "8 March 2026" in told
    assert "“Two years.”" in told
    assert "Three years." in told


def test_a_document_that_changes_concerns_only_answers_that_cite_it(house: House) -> None:
    house.told("warranty", SAID)
    house.library = {LIST: document(digest="2")}
    assert house.corrections() == ()
    assert house.asked == []


def test_a_rep_is_not_corrected_twice_for_the_same(house: House) -> None:
    house.told("price", priced("98.00"))
    house.now["price"] = priced("102.00")
    house.library = {LIST: document(digest="2")}
    (change,) = house.look()
    house.changes.decide(change.id, "sent", "Dana", NOW)
    house.changes.settle_correction(change.id, "price", "sent")
    house.library = {LIST: document(digest="3")}
    assert house.corrections() == ()


def test_a_second_change_is_told_from_what_the_rep_knows(house: House) -> None:
    house.told("price", priced("98.00"))
    house.now["price"] = priced("102.00")
    house.library = {LIST: document(digest="2")}
    (change,) = house.look()
    house.changes.decide(change.id, "sent", "Dana", NOW)
    house.changes.settle_correction(change.id, "price", "sent")
    house.now["price"] = priced("103.00")
    house.library = {LIST: document(digest="3")}
    (correction,) = house.corrections()
    assert "102.00 EUR each" in correction_line(correction, "Acme")
    assert "98.00" not in correction_text(correction, TODAY)


def test_a_library_that_is_still_being_written_is_waited_for(house: House) -> None:
    for digest in "234":
        house.library = {LIST: document(digest=digest)}
        house.desk.look()
    assert house.changes.changes() == ()
    house.desk.look()
    assert len(house.changes.changes()) == 1


def test_what_a_manager_keeps_is_no_change_of_the_library(house: House) -> None:
    house.library = {**house.library, "answered/a1": document("answered/a1")}
    assert house.look() == ()


def test_a_change_that_comes_back_on_the_same_day_is_another_change(house: House) -> None:
    house.now["price"] = priced("102.00")
    for digest in "212":
        house.library = {LIST: document(digest=digest)}
        house.look()
    assert len(house.changes.changes()) == 3


def test_two_processes_that_look_at_once_find_one_change(house: House) -> None:
    other = House(changes=house.changes, record=house.record)
    house.library = other.library = {LIST: document(digest="2")}
    for desk in (house.desk, other.desk) * 2:
        desk.look()
    assert len(house.changes.changes()) == 1


def test_a_correction_is_computed_again_when_it_is_sent(house: House) -> None:
    house.told("price", priced("98.00"))
    house.now["price"] = priced("102.00")
    house.library = {LIST: document(digest="2")}
    (change,) = house.look()
    house.now["price"] = priced("105.00")
    anew = house.desk.anew(change.id, "price")
    assert anew is not None
    assert anew.now == priced("105.00")
    assert house.changes.changes()[0].corrections == (anew,)


def test_a_correction_of_what_holds_again_is_not_sent(house: House) -> None:
    house.told("price", priced("98.00"))
    house.now["price"] = priced("102.00")
    house.library = {LIST: document(digest="2")}
    (change,) = house.look()
    house.now["price"] = priced("98.00")
    assert house.desk.anew(change.id, "price") is None
    assert house.desk.anew(change.id, "another") is None


def test_without_days_and_digest_nothing_is_looked_at() -> None:
    house = House(days=0, digest=False)
    house.look()
    house.library = {}
    assert house.look() == ()
    assert house.changes.last_look() is None


def test_a_change_that_nobody_is_told_of_asks_no_manager() -> None:
    house = House(digest=False)
    house.look()
    house.library = {LIST: document(digest="2")}
    (change,) = house.look()
    assert change.state == "nothing"


def test_each_price_is_shown_as_it_was_told_and_as_it_is() -> None:
    correction = Correction(question_id="q", told=priced("98.00"), now=priced("102.00"))
    text = correction_text(correction, date(2026, 3, 8))
    assert (
        "| 100 × AX-200 | 98.00 EUR each, 9,800.00 EUR | 102.00 EUR each, 10,200.00 EUR |" in text
    )
    assert f"— {LIST}, EMEA!B14, valid from 2026-01-01 until further notice" in text


def _seen(audience: Audience, digest: str = "1") -> Seen:
    return Seen(title="A", kind="faq", digest=digest, audience=audience)


GOLD = Audience(tiers=frozenset({"gold"}))
OF_GLOBEX = Audience(partners=frozenset({"globex"}))


@pytest.mark.parametrize(
    ("before", "after", "partner", "told"),
    [
        ({}, {"a": _seen(GOLD)}, ACME, "New: A (a)"),
        ({}, {"a": _seen(GOLD)}, GLOBEX, ""),
        ({"a": _seen(OF_GLOBEX)}, {}, GLOBEX, "No longer valid: A (a)"),
        ({"a": _seen(OF_GLOBEX)}, {}, ACME, ""),
        ({"a": _seen(GOLD)}, {"a": _seen(OF_GLOBEX)}, ACME, ""),
        ({"a": _seen(GOLD)}, {"a": _seen(GOLD, "2")}, None, ""),
        ({}, {"a": _seen(Audience(public=True))}, None, "New: A (a)"),
    ],
)
def test_a_digest_names_what_its_readers_may_see(
    before: dict[str, Seen], after: dict[str, Seen], partner: Partner | None, told: str
) -> None:
    found = document_changes(before, after, last=TODAY, today=TODAY)
    text = digest_text(Change(id="c", found_at=NOW, documents=found), partner)
    assert (told in text) if told else text == ""
