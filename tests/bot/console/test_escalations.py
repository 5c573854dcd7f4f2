from dataclasses import replace

import pytest
from tests.bot.console.house import TOKEN, House
from tests.bot.console.vendor import UNSURE
from tests.bot.console.visitor import Visitor

from partnerline.knowledge.model import Citation
from partnerline.knowledge.partners import Directory

ATTACK = "<script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1))"


def _open(manager: Visitor, escalation: str) -> str:
    manager.open(f"/escalations/{escalation}")
    return f"/escalations/{escalation}/reply"


def test_an_empty_list_says_when_something_comes(manager: Visitor) -> None:
    assert "Nobody is waiting." in manager.text
    assert manager.page.select_one(".empty a[href='/try']")


def test_the_list_shows_who_waits_how_long_and_why_longest_first(
    manager: Visitor, house: House
) -> None:
    first = house.slack_question("Will it boil?")
    house.clock.pass_(minutes=12)
    house.slack_question("Second?", thread="T1/C1/2.0", partner=None)
    rows = manager.open("/").page.select(".row")
    words = " ".join(rows[0].get_text(" ").split())
    assert words == (
        "Will it boil? Ana Sousa, Acme Resellers gold · EMEA · EUR The bot wasn't sure enough "
        "Dana Ortiz Waiting since 12 min ago"
    )
    assert rows[0].select_one("a")["href"] == f"/escalations/{first}"
    assert "a stranger not enrolled" in " ".join(rows[1].get_text(" ").split())
    assert rows[0].select_one("time")["datetime"] == "2026-11-23T09:00:00+00:00"


def test_what_was_answered_lately_stands_below_with_the_last_first(
    manager: Visitor, house: House
) -> None:
    for number in range(12):
        escalation = house.slack_question(f"Q{number}?", thread=f"T1/C1/{number}")
        house.clock.pass_(minutes=1)
        house.desk.reply(f"r{number}", escalation, manager="Dana Ortiz", text="Yes.")
    manager.open("/")
    assert "Nobody is waiting." in manager.text
    assert [a.get_text() for a in manager.page.select(".done a")] == [
        f"Q{number}?" for number in range(11, 1, -1)
    ]
    assert "answered by Dana Ortiz" in manager.text


def test_a_question_s_page_shows_who_asks_why_it_came_and_what_was_found(
    manager: Visitor, house: House
) -> None:
    _open(manager, house.slack_question("Will it boil?"))
    for words in (
        "Question from Ana Sousa, Acme Resellers", "Tier gold", "Region EMEA", "Came by Slack",
        "The bot wasn't sure enough.", UNSURE.doubt, "Confidence 31 %", "datasheets/ax-400-series.pdf p. 2",
        "Damage by heat above the stated range", "Partnerline I'm not sure about that",
    ):  # fmt: skip
        assert words in manager.text


def test_a_question_for_which_nothing_was_found_says_so(manager: Visitor, house: House) -> None:
    house.answerer.script["Q?"] = replace(UNSURE, found=())
    _open(manager, house.slack_question("Q?"))
    assert "Nothing in the library came near." in manager.text


def test_a_reply_goes_to_the_rep_and_closes_the_question(manager: Visitor, house: House) -> None:
    escalation = house.slack_question("Will it boil?")
    manager.fill(
        _open(manager, escalation), manager="Dana Ortiz", text=" **No**, it won't.\r\nSorry. "
    )
    assert manager.path == f"/escalations/{escalation}"
    assert "Sent to Ana Sousa, Acme Resellers." in manager.text
    assert [(r.manager, r.text) for r in house.delivered] == [
        ("Dana Ortiz", "**No**, it won't.\nSorry.")
    ]
    assert manager.page.select_one(".person strong").get_text() == "No"
    assert "Sent to" not in manager.open(f"/escalations/{escalation}").text
    assert "Nobody is waiting." in manager.open("/").text


def test_a_form_sent_twice_sends_once(manager: Visitor, house: House) -> None:
    path = _open(manager, house.slack_question("Q?"))
    fields = manager.form(path) | {"manager": "Dana Ortiz", "text": "Yes."}
    assert "Sent to" in manager.post(path, fields).text
    assert "Sent to" in manager.post(path, fields).text
    assert len(house.delivered) == 1


def test_two_replies_are_both_sent(manager: Visitor, house: House) -> None:
    path = _open(manager, house.slack_question("Q?"))
    manager.fill(path, manager="Dana Ortiz", text="Yes.")
    manager.fill(path, manager="Dana Ortiz", text="Yes.")
    assert len(house.delivered) == 2


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"text": " \r\n "}, "Write an answer first."),
        ({"text": "x" * 10_001}, "That is 10,001 characters; at most 10,000 can be sent."),
        ({"manager": ""}, "Say who answers"),
        ({"manager": "Mallory"}, "Choose one of the managers in the list."),
    ],
)
def test_a_reply_that_can_t_be_sent_is_explained_and_kept(
    manager: Visitor, house: House, fields: dict[str, str], problem: str
) -> None:
    path = _open(manager, house.slack_question("Q?"))
    manager.fill(path, **({"manager": "Zoë O'Neil <zoe>", "text": "Kept words"} | fields))
    assert manager.status == 422
    assert problem in manager.text
    assert "Not sent" in manager.page.title.get_text()
    assert manager.form(path)["text"].strip() == fields.get("text", "Kept words").strip()
    if "manager" not in fields:
        assert manager.form(path)["manager"] == "Zoë O'Neil <zoe>"
    assert house.delivered == []


def test_the_longest_reply_goes_through_in_any_script(manager: Visitor, house: House) -> None:
    path = _open(manager, house.slack_question("Q?"))
    manager.fill(path, manager="Dana Ortiz", text="🦋" * 10_000)
    assert manager.status == 200
    assert len(house.delivered[0].text) == 10_000


def test_a_form_without_its_nonce_is_refused(manager: Visitor, house: House) -> None:
    path = _open(manager, house.slack_question("Q?"))
    assert manager.fill(path, manager="Dana Ortiz", text="Yes.", nonce="").status == 422
    assert house.delivered == []


def test_who_was_overtaken_reads_the_other_s_reply_before_sending(
    manager: Visitor, house: House
) -> None:
    escalation = house.slack_question("Q?")
    path = _open(manager, escalation)
    house.desk.reply("slack", escalation, manager="Zoë", text="I was faster.")
    manager.fill(path, manager="Dana Ortiz", text="My words")
    assert manager.status == 409
    assert "Somebody answered meanwhile" in manager.text
    assert "I was faster." in manager.text
    assert house.delivered == []
    assert "Sent to" in manager.fill(path).text
    assert house.delivered[0].text == "My words"


def test_a_reply_that_can_t_be_delivered_now_is_kept_and_said_to_be(
    manager: Visitor, house: House
) -> None:
    house.slack_is_down = True
    path = _open(manager, house.slack_question("Q?"))
    manager.fill(path, manager="Dana Ortiz", text="Yes.")
    assert "couldn't be delivered just now" in manager.text
    assert "secret detail" not in manager.text
    assert [reply.text for reply in house.record.undelivered_replies()] == ["Yes."]


def test_the_name_is_remembered_in_this_browser_and_never_guessed(
    manager: Visitor, house: House
) -> None:
    path = _open(manager, house.slack_question("Q?"))
    assert manager.form(path)["manager"] == ""
    manager.fill(path, manager="Zoë O'Neil <zoe>", text="Yes.")
    other = _open(manager, house.slack_question("Other?", thread="T1/C1/2.0"))
    assert manager.form(other)["manager"] == "Zoë O'Neil <zoe>"


def test_without_known_managers_a_name_is_written(house: House) -> None:
    house.directory = Directory(open=True)
    house.record.directory = house.directory
    with Visitor(house.console()) as manager:
        path = _open(manager.log_in(TOKEN), house.slack_question("Q?"))
        manager.fill(path, manager="  Günther \n <b> ", text="Yes.")
        assert house.delivered[0].manager == "Günther <b>"
        assert manager.fill(path, manager="x" * 201, text="Yes.").status == 422


def test_nothing_that_people_or_documents_wrote_becomes_html(
    manager: Visitor, house: House
) -> None:
    house.answerer.script[ATTACK] = replace(
        UNSURE,
        text=ATTACK,
        doubt=ATTACK,
        found=(Citation(source=f"{ATTACK}.pdf", locator=ATTACK, quote=ATTACK),),
    )
    escalation = house.slack_question(ATTACK, partner=house.directory.partner("odd"))
    path = _open(manager, escalation)
    manager.fill(
        path, manager="Zoë O'Neil <zoe>", text=f'{ATTACK} <a href="//evil" onclick="x">y</a>'
    )
    for page in (f"/escalations/{escalation}", "/"):
        found = manager.open(page).page
        assert [s.get("src") for s in found.select("script")] == ["/static/live.js"]
        assert [i.get("src") for i in found.select("img")] == ["/static/icon.svg"]
        assert not found.select(
            "main b b, [onerror], [onclick], a[href^='javascript'], a[href^='//']"
        )
    assert 'Öd & "Söhne" <b>GmbH</b>' in manager.text


def test_what_there_is_to_decide_on_keeps_its_lines(manager: Visitor, house: House) -> None:
    packet = "Acme wishes for 22 % off.\nNow: 36,640.00 EUR.\n\nIF APPROVED: 35,724.00 EUR."
    house.answerer.script["22 %?"] = replace(UNSURE, doubt=packet)
    _open(manager, house.slack_question("22 %?"))
    lines = [line.get_text() for line in manager.page.select(".packet > p")]
    assert lines == [line for line in packet.splitlines() if line]
