"""What partners ask, and a manager's word on the answers."""

import pytest
from tests.bot.console.house import House
from tests.bot.console.vendor import BOILING, FACT, PRICE, VAGUE
from tests.bot.console.visitor import Visitor

from partnerline.bot.console.pages.past import PAGE
from partnerline.bot.desk import new_id
from partnerline.knowledge.model import Origin, Question
from partnerline.knowledge.partners import Partner

ATTACK = "<script>alert(1)</script>"


def _ask(house: House, text: str, partner: str | None = "acme", **changes: object) -> str:
    """A question through Slack; gives its id."""
    thread = f"T1/C0ACME/{len(house.answerer.asked)}.0"
    question = Question(
        text=text,
        as_of=house.clock().date(),
        partner=house.directory.partner(partner),
        **changes,  # type: ignore[arg-type]  # fields of a question
    )
    id_ = new_id(thread, text)
    house.clock.pass_(minutes=1)
    house.desk.ask(id_, question, Origin(door="slack", thread=thread, asker="U1", asker_name="Ana"))
    return id_


def _titles(manager: Visitor) -> list[str]:
    return [p.get_text() for p in manager.page.select(".row-name")]


def _row(manager: Visitor, question_id: str) -> str:
    row = manager.page.select_one(f"#q-{question_id}")
    assert row is not None
    return " ".join(row.get_text(" ").split())


def test_without_questions_the_page_says_what_will_stand_there(manager: Visitor) -> None:
    assert "Nothing of that was asked." in manager.open("/questions").text


def test_each_question_stands_with_its_answer_its_sources_and_what_was_thought_of_it(
    manager: Visitor, house: House
) -> None:
    first = _ask(house, FACT)
    _ask(house, PRICE)
    house.record.keep_feedback(first, "U1", "down", house.clock())
    house.record.keep_reason(first, "U1", "out_of_date", house.clock())
    manager.open("/questions")
    assert _titles(manager) == [PRICE, FACT]
    row = _row(manager, first)
    assert row.startswith(f"{FACT} Ana Acme Resellers 1 min ago Answered confidence 88 %")
    assert "Thumb down: out of date" in row
    assert "Yes: the housing is IP67" in row
    assert "datasheets/ax-200-series.pdf p. 1 Housing: IP67, UV-stable." in row


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [BOILING, VAGUE, FACT, PRICE]),
        ("partner=odd", [VAGUE]),
        ("partner=-", [FACT]),
        ("outcome=escalated", [BOILING]),
        ("outcome=clarify&partner=odd", [VAGUE]),
        ("outcome=clarify&partner=acme", []),
        ("thumb=up", [PRICE]),
        ("thumb=down", [BOILING]),
        ("thumb=sideways&outcome=odd", [BOILING, VAGUE, FACT, PRICE]),
        ("partner=nobody", []),
    ],
)
def test_the_list_is_narrowed_by_partner_outcome_and_thumb(
    manager: Visitor, house: House, query: str, found: list[str]
) -> None:
    priced = _ask(house, PRICE)
    _ask(house, FACT, None)
    _ask(house, VAGUE, "odd")
    house.record.keep_feedback(priced, "U1", "up", house.clock())
    house.record.keep_feedback(_ask(house, BOILING), "U1", "down", house.clock())
    manager.open(f"/questions?{query}")
    assert _titles(manager) == found


def test_a_question_read_by_several_is_found_under_each_of_them(
    manager: Visitor, house: House
) -> None:
    acme, odd = house.directory.partners
    asked = _ask(house, FACT, None, readers=(acme, odd))
    for partner in ("acme", "odd"):
        assert _titles(manager.open(f"/questions?partner={partner}")) == [FACT]
    assert 'read by Acme Resellers and Öd & "Söhne"' in _row(manager, asked)
    assert _titles(manager.open("/questions?partner=-")) == []


def test_older_questions_stand_on_the_next_page(manager: Visitor, house: House) -> None:
    for number in range(PAGE + 2):
        _ask(house, f"Q{number}?", "odd")
    manager.open("/questions?partner=odd")
    assert _titles(manager)[0] == f"Q{PAGE + 1}?"
    assert len(_titles(manager)) == PAGE
    (older,) = manager.page.select(".leaves a")
    manager.open(f"{older['href']}")
    assert _titles(manager) == ["Q1?", "Q0?"]
    (newer,) = manager.page.select(".leaves a")
    assert newer["href"] == "/questions?partner=odd&outcome=&thumb=&page=1"


@pytest.mark.parametrize("number", ["0", "-1", "x", "99999999999", "²"])
def test_a_page_that_is_no_number_is_the_first_or_empty(
    manager: Visitor, house: House, number: str
) -> None:
    _ask(house, FACT)
    assert _titles(manager.open(f"/questions?page={number}")) == [FACT]


@pytest.mark.parametrize(("word", "right"), [("right", True), ("wrong", False)])
def test_a_manager_s_word_counts_for_the_calibration(
    manager: Visitor, house: House, word: str, right: bool
) -> None:
    asked = _ask(house, FACT)
    manager.open("/questions?outcome=answered").fill(
        f"/questions/{asked}/judgement", manager="Dana Ortiz", judgement=word
    )
    assert f"Noted: {word}, says Dana Ortiz." in manager.text
    assert f"a manager says: {word}" in _row(manager, asked)
    assert str(manager.response.url.query, "ascii") == "partner=&outcome=answered&thumb=&page=1"
    (label,) = house.record.labelled()
    assert (label.question_id, label.right) == (asked, right)


def test_a_manager_can_think_again(manager: Visitor, house: House) -> None:
    asked = _ask(house, FACT)
    for word in ("wrong", "right"):
        manager.open("/questions").fill(
            f"/questions/{asked}/judgement", manager="Dana Ortiz", judgement=word
        )
    assert [past.judgement for past in house.record.past(None)] == ["right"]


def test_nobody_judges_without_a_name_or_what_is_not_there(manager: Visitor, house: House) -> None:
    path = f"/questions/{_ask(house, FACT)}/judgement"
    fields = manager.open("/questions").form(path)
    for name in ("", "Mallory"):
        manager.post(path, fields | {"manager": name, "judgement": "right"})
        assert "Choose your name first" in manager.text
    said = fields | {"manager": "Dana Ortiz", "judgement": "right"}
    assert manager.post(path, said | {"judgement": "so-so"}).status == 422
    assert manager.post("/questions/none/judgement", said).status == 404
    assert house.record.judgements == {}


def test_a_question_without_an_answer_yet_can_t_be_judged(manager: Visitor, house: House) -> None:
    question = Question(text="Waiting?", as_of=house.clock().date())
    house.desk.take("q1", question, Origin(door="terminal", thread="t"))
    manager.open("/questions?outcome=none")
    assert "No answer yet" in _row(manager, "q1")
    fields = manager.form("/logout") | {"manager": "Dana Ortiz", "judgement": "right"}
    assert manager.post("/questions/q1/judgement", fields).status == 422


def test_what_a_person_answered_is_a_click_away(manager: Visitor, house: House) -> None:
    asked = _ask(house, BOILING)
    escalation = house.record.escalation_of(asked)
    assert escalation is not None
    assert "With a person: waiting" in _row(manager.open("/questions"), asked)
    house.desk.reply("r1", escalation.id, manager="Dana Ortiz", text="No.")
    assert "Answered by Dana Ortiz" in _row(manager.open("/questions"), asked)
    assert manager.page.select(f"a[href='/escalations/{escalation.id}']")


def test_a_partner_who_left_keeps_their_id(manager: Visitor, house: House) -> None:
    gone = Partner(id="gone", name="Gone Ltd")
    house.desk.ask(
        "q1", Question(text="Bye?", as_of=house.clock().date(), partner=gone),
        Origin(door="terminal", thread="t"),
    )  # fmt: skip
    assert "Bye? Terminal gone" in _row(manager.open("/questions"), "q1")


def test_nothing_that_was_asked_becomes_html(manager: Visitor, house: House) -> None:
    _ask(house, ATTACK)
    manager.open(f"/questions?partner={ATTACK}")
    assert ATTACK not in manager.open("/questions").response.text


def test_strangers_to_the_console_read_and_judge_nothing(visitor: Visitor, house: House) -> None:
    asked = _ask(house, FACT)
    for path in ("/questions", "/people", "/audit", "/kept"):
        assert visitor.open(path).path == "/login"
        assert FACT not in visitor.text
    form = visitor.form("/login") | {"judgement": "right", "manager": "Dana Ortiz"}
    assert visitor.post(f"/questions/{asked}/judgement", form).status == 401
    assert visitor.page.select_one("input[name=next]")["value"] == "/questions"
    assert house.record.judgements == {}
