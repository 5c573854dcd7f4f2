"""Who was shown what, on the console."""

from datetime import timedelta

import pytest
from tests.bot.console.house import House
from tests.bot.console.vendor import BOILING, FACT, PRICE, UNSURE
from tests.bot.console.visitor import Visitor

from partnerline.bot.console.pages.audit import PAGE
from partnerline.bot.desk import new_id
from partnerline.knowledge.model import Origin, Question


def _ask(house: House, text: str, partner: str | None = "acme", who: str = "U1") -> str:
    thread = f"T1/C0ACME/{len(house.answerer.asked)}.0"
    question = Question(
        text=text, as_of=house.clock().date(), partner=house.directory.partner(partner)
    )
    house.clock.pass_(minutes=1)
    id_ = new_id(thread, text)
    house.desk.ask(id_, question, Origin(door="slack", thread=thread, asker=who, asker_name="Ana"))
    return id_


def _lines(manager: Visitor) -> list[str]:
    return [" ".join(row.get_text(" ").split()) for row in manager.page.select(".row")]


def test_without_lines_the_page_says_so(manager: Visitor) -> None:
    assert "Nothing of that was shown to anybody." in manager.open("/audit").text


def test_a_line_says_who_was_shown_what_by_what(manager: Visitor, house: House) -> None:
    _ask(house, PRICE)
    _ask(house, FACT, None, "U2")
    newest, oldest = _lines(manager.open("/audit"))
    assert "a stranger U2 Slack Answered quoted from documents confidence 88 %" in newest
    assert "1 place shown datasheets/ax-200-series.pdf · p. 1" in newest
    assert "Acme Resellers U1 Slack Answered computed from the price list" in oldest


def test_no_word_of_a_question_or_an_answer_stands_there(manager: Visitor, house: House) -> None:
    _ask(house, BOILING)
    escalation = house.record.escalations()[0]
    house.desk.reply("r1", escalation.id, manager="Dana Ortiz", text="Never boil it.")
    house.desk.delivered("r1", escalation.id)
    text = manager.open("/audit").text
    assert "manager Dana Ortiz" in text
    for words in (BOILING, UNSURE.text, "Never boil it.", "temporary immersion", "Ana"):
        assert words not in text


def test_a_line_leads_to_what_was_handed_over_and_nowhere_else(
    manager: Visitor, house: House
) -> None:
    _ask(house, FACT)
    _ask(house, BOILING)
    manager.open("/audit")
    links = [a["href"] for a in manager.page.select(".row a")]
    assert links == [f"/escalations/{house.record.escalations()[0].id}"]
    assert manager.open(links[0]).status == 200


@pytest.mark.parametrize(
    ("query", "askers"),
    [
        ("", ["U3", "U2", "U1"]),
        ("?partner=acme", ["U3", "U1"]),
        ("?partner=odd", ["U2"]),
        ("?asker=U2", ["U2"]),
        ("?asker=+U2%00+", ["U2"]),
        ("?since=2026-11-24", ["U3", "U2"]),
        ("?since=2026-11-24&until=2026-11-24", ["U2"]),
        ("?until=2026-11-23", ["U1"]),
        ("?since=&until=soon", ["U3", "U2", "U1"]),
        ("?since=0001-01-01&until=9999-12-31", ["U3", "U2", "U1"]),
        ("?partner=nobody", []),
    ],
)
def test_lines_are_found_by_day_partner_and_asker(
    manager: Visitor, house: House, query: str, askers: list[str]
) -> None:
    for who, partner in (("U1", "acme"), ("U2", "odd"), ("U3", "acme")):
        _ask(house, FACT, partner, who)
        house.clock.pass_(days=1)
    manager.log_in(house.token).open(f"/audit{query}")
    assert [code.get_text() for code in manager.page.select(".row code")] == askers


def test_unless_a_day_is_named_the_last_thirty_are_shown(manager: Visitor, house: House) -> None:
    _ask(house, FACT)
    house.clock.pass_(days=31)
    since = (house.clock() - timedelta(days=30)).date().isoformat()
    manager.log_in(house.token).open("/audit")
    assert manager.page.select_one("#since")["value"] == since
    assert _lines(manager) == []
    assert len(_lines(manager.open("/audit?since="))) == 1


def test_a_page_holds_a_hundred_lines(manager: Visitor, house: House) -> None:
    for _ in range(PAGE + 1):
        _ask(house, FACT)
    assert len(_lines(manager.open("/audit?partner=acme"))) == PAGE
    (older,) = manager.page.select(".leaves a")
    assert len(_lines(manager.open(str(older["href"])))) == 1


def test_where_nothing_is_noted_the_page_is_empty(house: House) -> None:
    house.audit = None  # type: ignore[assignment]  # a console without one
    with Visitor(house.console()) as other:
        other.log_in(house.token).open("/audit")
        assert "Nothing of that was shown to anybody." in other.text
