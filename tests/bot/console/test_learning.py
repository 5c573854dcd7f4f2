"""Gaps and changes on the console."""

from datetime import date

import pytest
from tests.bot.console.house import House
from tests.bot.console.visitor import Visitor
from tests.fakes import FakeEmbedder
from tests.fakes.changes import FakeChanges
from tests.fakes.gaps import FakeGaps

from partnerline.bot.corrections.desk import CorrectionDesk
from partnerline.bot.corrections.door import ChangesDoor
from partnerline.bot.gaps.desk import GapDesk
from partnerline.knowledge.changes import Change, Correction, DocumentChange, Look
from partnerline.knowledge.model import Answer, Citation, Reason
from partnerline.knowledge.partners import Audience

ATTACK = "<script>alert(1)</script>"
MISSING = Answer(outcome="escalated", text="…", confidence=0.1, reason=Reason.NO_EVIDENCE)


@pytest.fixture
def house() -> House:
    house = House()
    house.gaps = GapDesk(
        gaps=FakeGaps(),
        record=house.record,
        embedder=FakeEmbedder(),
        answerer=house.answerer,
        version=lambda: "v1",
        clock=house.clock,
    )
    desk = CorrectionDesk(
        changes=FakeChanges(),
        record=house.record,
        answerer=house.answerer,
        stands=lambda past, today: False,
        documents=dict,
        clock=house.clock,
    )
    house.sent = []  # type: ignore[attr-defined]
    house.changes = ChangesDoor(desk=desk, send=lambda *said: house.sent.append(said))  # type: ignore[attr-defined]
    house.app = house.console()
    return house


def _gap(house: House, text: str) -> str:
    house.answerer.script[text] = MISSING
    house.slack_question(text, thread=f"T1/C1/{len(text)}")
    assert house.gaps is not None
    house.gaps.keep_up()
    return house.gaps.gaps.gaps()[-1].id


def _change(house: House, *corrections: Correction) -> Change:
    assert house.changes is not None
    document = DocumentChange(
        path="price-lists/emea.xlsx",
        title="EMEA",
        kind="price_list",
        how="changed",
        audience=Audience(),
    )
    change = Change(id="c1", found_at=house.clock(), documents=(document,))
    house.changes.desk.changes.keep_look(Look(number=1, day=date(2026, 3, 2), seen={}), change)
    house.changes.desk.changes.keep_corrections("c1", corrections)
    return change


def test_without_gaps_the_page_says_how_they_come(manager: Visitor) -> None:
    assert "No gap is known." in manager.open("/gaps").text


def test_a_gap_is_shown_with_who_asks(manager: Visitor, house: House) -> None:
    _gap(house, f"Can I paint it? {ATTACK}")
    text = manager.open("/gaps").text
    assert "Can I paint it?" in text
    assert "asked once by Acme Resellers" in text
    assert ATTACK not in manager.response.text


def test_a_manager_says_that_something_is_no_gap(manager: Visitor, house: House) -> None:
    gap = _gap(house, "Can I paint it?")
    manager.open("/gaps").fill(f"/gaps/{gap}/dismiss", manager="")
    assert "Choose your name first" in manager.text
    manager.fill(f"/gaps/{gap}/dismiss", manager="Dana Ortiz")
    assert "Taken off the list." in manager.text
    assert "Dana Ortiz says that it is no gap" in manager.text
    manager.post("/gaps/gap-none/dismiss", manager.form("/logout") | {"manager": "Dana Ortiz"})
    assert manager.status == 404


def test_a_gap_that_the_library_answers_says_where(manager: Visitor, house: House) -> None:
    gap = _gap(house, "Can I paint it?")
    assert house.gaps is not None
    house.gaps.gaps.close(gap, "faq/housing.md", "v2")
    assert "the library answers it now: faq/housing.md" in manager.open("/gaps").text


@pytest.mark.parametrize(
    ("what", "corrections", "digest"),
    [("all", True, True), ("corrections", True, False), ("nothing", False, False)],
)
def test_a_manager_decides_what_is_sent(
    manager: Visitor, house: House, what: str, corrections: bool, digest: bool
) -> None:
    told = Answer(
        outcome="answered",
        text="Two years.",
        confidence=1,
        citations=(Citation(source="faq.md", locator="## A", quote="two years"),),
    )
    house.slack_question("Warranty?")
    (asked,) = house.record.past(None)
    _change(house, Correction(question_id=asked.question_id, told=told, now=None))
    text = manager.open("/changes").text
    assert "Changed: price-lists/emea.xlsx" in text
    assert "Acme Resellers: faq.md, ## A, nothing in its place" in text
    manager.fill("/changes/c1", manager="Dana Ortiz", what=what)
    assert house.sent == [("c1", "Dana Ortiz", corrections, digest)]  # type: ignore[attr-defined]


def test_nobody_decides_without_a_name_or_on_what_is_not_there(
    manager: Visitor, house: House
) -> None:
    _change(house)
    manager.open("/changes").fill("/changes/c1", manager="Mallory", what="all")
    assert "Choose your name first" in manager.text
    manager.open("/changes").fill("/changes/c1", manager="Dana Ortiz", what="everything")
    assert manager.status == 422
    form = manager.open("/changes").form("/changes/c1")
    assert (
        manager.post("/changes/c9", form | {"manager": "Dana Ortiz", "what": "all"}).status == 404
    )
    assert house.sent == []  # type: ignore[attr-defined]


def test_a_decided_change_stays_readable(manager: Visitor, house: House) -> None:
    _change(house)
    assert house.changes is not None
    house.changes.desk.changes.decide("c1", "sent", "Dana Ortiz", house.clock())
    text = manager.open("/changes").text
    assert "Nothing waits." in text
    assert "1 document, sent by Dana Ortiz" in text
