from datetime import date

import pytest
from tests.bot.console.house import TOKEN, House
from tests.bot.console.vendor import BOILING, FACT, PRICE, VAGUE
from tests.bot.console.visitor import Visitor

from partnerline.bot.console import trial
from partnerline.knowledge.partners import EVERYONE, Directory


def _try(manager: Visitor, question: str, **fields: str) -> str:
    manager.open("/try").fill("/try", question=question, **fields)
    return manager.path


def test_a_question_is_asked_as_the_partner_and_on_the_day(manager: Visitor, house: House) -> None:
    _try(manager, FACT, partner="acme", day="2026-02-28")
    asked = house.answerer.asked[0]
    assert asked.partner == house.directory.partner("acme")
    assert asked.as_of == date(2026, 2, 28)
    assert "Trial as Acme Resellers" in manager.text
    assert "on 28 February 2026" in manager.text


def test_without_a_choice_a_stranger_asks_today(manager: Visitor, house: House) -> None:
    _try(manager, FACT)
    assert house.answerer.asked[0].partner is None
    assert house.answerer.asked[0].as_of == house.clock().date()


def test_where_there_are_no_partners_everyone_asks(house: House) -> None:
    house.directory = house.record.directory = Directory(open=True)
    with Visitor(house.console()) as manager:
        _try(manager.log_in(TOKEN), FACT)
    assert house.answerer.asked[0].partner == EVERYONE


def test_a_price_comes_as_a_table_with_its_receipt(manager: Visitor) -> None:
    _try(manager, PRICE, partner="acme")
    cells = [" ".join(c.get_text(" ").split()) for c in manager.page.select(".sheet tbody td")]
    assert cells == ["AX-400 Gateway AX-400", "120 pcs", "370.00", "310.80", "37,296.00"]
    assert "37,296.00 EUR" in manager.page.select_one(".sheet tfoot").get_text()
    receipt = " ".join(manager.page.select_one("details.receipt").get_text(" ").split())
    for words in (
        "volume band 100+",
        "gold 16%",
        "EMEA!F14",
        "from 1 July 2026 until 31 December 2026",
    ):
        assert words in receipt
    assert "Answered confidence 97 %" in manager.text
    assert " ms." in manager.text


def test_an_answer_shows_its_sources(manager: Visitor) -> None:
    _try(manager, FACT)
    assert "1 source datasheets/ax-200-series.pdf p. 1 Housing: IP67, UV-stable." in manager.text
    assert manager.page.select_one(".prose strong").get_text() == "IP67"


def test_a_follow_up_stays_with_the_partner_the_day_and_what_was_said(
    manager: Visitor, house: House
) -> None:
    path = _try(manager, FACT, partner="acme", day="2026-02-28")
    manager.fill(path, question=PRICE)
    assert manager.path == path
    asked = house.answerer.asked[1]
    assert (asked.partner, asked.as_of) == (house.directory.partner("acme"), date(2026, 2, 28))
    assert [turn.role for turn in asked.history] == ["user", "assistant"]
    assert len(manager.page.select("article")) == 2


def test_a_choice_of_a_question_back_asks_it(manager: Visitor, house: House) -> None:
    path = _try(manager, VAGUE, partner="acme")
    buttons = manager.page.select(".choices button")
    assert [button["value"] for button in buttons] == ["What does the AX-200 cost?", PRICE]
    manager.post(path, manager.form(path) | {"question": buttons[1]["value"]})
    assert house.answerer.asked[1].text == PRICE
    assert manager.page.select_one(".sheet")


def test_a_form_sent_twice_asks_once(manager: Visitor, house: House) -> None:
    fields = manager.open("/try").form("/try") | {"question": FACT}
    manager.post("/try", fields)
    manager.post("/try", fields)
    assert len(manager.page.select("article")) == 1
    follow_up = manager.form(manager.path) | {"question": PRICE}
    for _ in range(2):
        manager.post(manager.path, follow_up)
    assert [question.text for question in house.answerer.asked] == [FACT, PRICE]


def test_a_second_window_s_question_takes_the_next_place(manager: Visitor, house: House) -> None:
    path = _try(manager, FACT)
    fields = manager.form(path)
    manager.post(path, fields | {"question": PRICE})
    manager.post(path, fields | {"question": BOILING})
    assert [question.text for question in house.answerer.asked] == [FACT, PRICE, BOILING]


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"question": "  "}, "Write a question first."),
        ({"question": "x" * 4_001}, "at most 4,000 can be asked"),
        ({"day": "tomorrow"}, "Give a day as"),
        ({"day": ""}, "Give a day as"),
        ({"partner": "nobody"}, "Choose a partner from the list."),
    ],
)
def test_a_trial_that_can_t_begin_is_explained_and_kept(
    manager: Visitor, house: House, fields: dict[str, str], problem: str
) -> None:
    manager.open("/try").fill("/try", **({"question": FACT, "partner": "acme"} | fields))
    assert (manager.status, manager.path) == (422, "/try")
    assert problem in manager.text
    if "partner" not in fields:
        assert manager.form("/try")["partner"] == "acme"
    assert house.answerer.asked == []


def test_an_empty_follow_up_is_refused_in_its_place(manager: Visitor, house: House) -> None:
    path = _try(manager, FACT)
    assert manager.fill(path, question=" ").status == 422
    assert "Write a question first." in manager.text
    assert len(house.answerer.asked) == 1


def test_a_human_is_fetched_and_the_reply_appears_in_the_trial(
    manager: Visitor, house: House
) -> None:
    path = _try(manager, FACT, partner="acme")
    manager.fill(f"{path}/human")
    assert "the reply appears here" in manager.text
    link = manager.page.select_one("article a")["href"]
    manager.open(link)
    assert "The rep asked for a person." in manager.text
    assert manager.page.select_one(f"dd a[href='{path}']")
    manager.fill(f"{link}/reply", manager="Dana Ortiz", text="Outdoors is fine.")
    assert "Sent to Acme Resellers." in manager.text
    assert (
        manager.open(path).page.select_one(".person .speaker").get_text().startswith("Dana Ortiz")
    )
    assert "Outdoors is fine." in manager.text
    assert house.record.undelivered_replies() == ()


def test_only_a_trial_that_waits_for_a_person_asks_for_news(manager: Visitor) -> None:
    _try(manager, FACT)
    assert not manager.page.select("[data-live]")
    _try(manager, BOILING)
    assert manager.page.select("[data-live]")


@pytest.mark.parametrize("verdict", ["up", "down"])
def test_a_thumb_is_kept(manager: Visitor, house: House, verdict: str) -> None:
    path = _try(manager, FACT)
    manager.fill(f"{path}/feedback", verdict=verdict)
    assert "Thank you." in manager.text
    assert [kept for _, kept in house.record.thumbs.values()] == [verdict]


@pytest.mark.parametrize(
    "fields", [{"verdict": "sideways"}, {"number": "9"}, {"number": "0"}, {"number": "x"}]
)
def test_a_thumb_that_means_nothing_is_refused(
    manager: Visitor, house: House, fields: dict[str, str]
) -> None:
    path = _try(manager, FACT)
    assert manager.fill(f"{path}/feedback", **({"verdict": "up"} | fields)).status == 422
    assert house.record.thumbs == {}


def test_a_question_whose_answer_was_lost_in_a_crash_can_be_answered(
    manager: Visitor, house: House
) -> None:
    path = _try(manager, FACT)
    thread = path.removeprefix("/try/")
    question, origin = house.record.question(trial.question_id(thread, 1)) or pytest.fail(
        "no question"
    )
    house.desk.take(trial.question_id(thread, 2), question, origin)
    assert "This question has no answer yet." in manager.open(path).text
    manager.post(path, manager.form(path) | {"number": "2", "question": FACT})
    assert "no answer yet" not in manager.text
    assert len(manager.page.select("article")) == 2


def test_a_full_trial_says_so(
    manager: Visitor, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _try(manager, FACT)
    monkeypatch.setattr(trial, "MOST_TURNS", 1)
    assert "This conversation is full" in manager.fill(path, question=PRICE).text
    assert len(house.answerer.asked) == 1


def test_the_bot_s_own_fault_is_handed_to_a_person(manager: Visitor, house: House) -> None:
    house.answerer.script = None  # type: ignore[assignment]  # breaks it
    _try(manager, FACT)
    assert manager.status == 200
    assert "Handed to a person: The bot failed while answering" in manager.text
