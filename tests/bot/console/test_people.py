"""Who belongs where, on the console."""

from dataclasses import replace

import pytest
from tests.bot.console.house import House
from tests.bot.console.vendor import BOILING, FACT
from tests.bot.console.visitor import Visitor

from partnerline.bot.desk import new_id
from partnerline.bot.slack.who.roster import enrolled
from partnerline.knowledge.model import Origin, Question
from partnerline.knowledge.partners import Directory
from partnerline.knowledge.ports import Assignment


@pytest.fixture
def house() -> House:
    house = House()
    acme, odd = house.directory.partners
    acme = replace(acme, channels=frozenset({"C0ACME"}), team_ids=frozenset({"T0ACME"}))
    house.directory = replace(house.directory, partners=(acme, odd))
    house.record.directory = house.directory
    return house


def _ask(
    house: House, who: str, name: str = "", partner: str | None = None, at: str = "C0NEW"
) -> None:
    thread = f"T1/{at}/{len(house.answerer.asked)}.0"
    question = Question(
        text=FACT, as_of=house.clock().date(), partner=house.directory.partner(partner)
    )
    house.clock.pass_(minutes=1)
    origin = Origin(door="slack", thread=thread, asker=who, asker_name=name)
    house.desk.ask(new_id(thread), question, origin)


def _section(manager: Visitor, title: str) -> str:
    heading = next(h for h in manager.page.select("h2") if h.get_text().startswith(title))
    return " ".join(heading.parent.get_text(" ").split())


def _send(manager: Visitor, /, **fields: str) -> Visitor:
    """The form for any id; the page's first one may be a stranger's."""
    form = manager.open("/people").page.select_one("form.assign")
    assert form is not None
    hidden = form.select_one("input[name=csrf]")["value"]
    told = {"csrf": str(hidden), "act": "assign", "manager": "Dana Ortiz", "subject": "person"}
    return manager.post("/people/assign", told | fields)


def _words(house: House) -> list[tuple[str, str, str | None, str]]:
    return [(w.subject, w.id, w.partner_id, w.by) for w in house.enrolments.assignments()]


def test_an_empty_house_says_what_will_stand_there(manager: Visitor) -> None:
    text = manager.open("/people").text
    assert "Nobody was placed yet." in text
    assert "Strangers who wrote" not in text
    assert "Acme Resellers gold · EMEA Dana Ortiz answers T0ACME C0ACME" in text


def test_strangers_who_wrote_are_listed_once_the_last_first(manager: Visitor, house: House) -> None:
    _ask(house, "U1", "Ana", partner="acme")
    _ask(house, "U8", "Sam")
    _ask(house, "U9", at="D0DIRECT")
    _ask(house, "U8", "Sam Stone")
    text = _section(manager.open("/people"), "Strangers who wrote")
    assert "Strangers who wrote 2 Sam Stone U8 asked twice last just now in C0NEW" in text
    assert text.index("U8") < text.index("U9")
    assert "Ana" not in text
    assert "D0DIRECT" not in text


def test_a_stranger_is_assigned_in_one_form(manager: Visitor, house: House) -> None:
    _ask(house, "U8", "Sam")
    manager.open("/people").fill(
        "/people/assign", partner="acme", manager="Dana Ortiz", act="assign"
    )
    assert "U8 belongs to Acme Resellers now." in manager.text
    assert "Strangers who wrote" not in manager.text
    assert "Sam U8 Acme Resellers person said by Dana Ortiz" in _section(
        manager, "What managers said"
    )
    assert _words(house) == [("person", "U8", "acme", "Dana Ortiz")]
    acme = enrolled(house.directory, house.enrolments.assignments(), {}).partner("acme")
    assert acme is not None
    assert acme.people == frozenset({"U8"})


def test_a_stranger_can_stay_one(manager: Visitor, house: House) -> None:
    _ask(house, "U8", "Sam")
    manager.open("/people").fill("/people/assign", manager="Dana Ortiz", act="none")
    assert "U8 belongs to no partner now." in manager.text
    assert "Strangers who wrote" not in manager.text
    assert _words(house) == [("person", "U8", None, "Dana Ortiz")]


def test_what_was_said_can_be_taken_back(manager: Visitor, house: House) -> None:
    _send(manager, id="U8", partner="acme")
    house.clock.pass_(minutes=1)
    manager.fill("/people/assign", manager="Zoë O'Neil <zoe>", act="none")
    assert "U8 no partner person said by Zoë O'Neil <zoe>" in manager.text
    assert _words(house) == [("person", "U8", None, "Zoë O'Neil <zoe>")]


@pytest.mark.parametrize(
    ("subject", "written", "id_"),
    [
        ("person", " <@w0ABC|sam> ", "W0ABC"),
        ("workspace", "E0GRID", "E0GRID"),
        ("channel", "<#C0OTHER|general>", "C0OTHER"),
        ("channel", "C0OLD", "C0PRESENT"),
    ],
)
def test_a_workspace_or_a_channel_is_assigned_by_its_id(
    manager: Visitor, house: House, subject: str, written: str, id_: str
) -> None:
    house.enrolments.rename_channel("C0OLD", "C0PRESENT", house.clock())
    _send(manager, subject=subject, id=written, partner="odd")
    assert _words(house) == [(subject, id_, "odd", "Dana Ortiz")]


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"id": "Sam"}, "Give the id as Slack shows it, like U0123ABCD."),
        ({"id": "Ursula"}, "Give the id as Slack shows it, like U0123ABCD."),
        ({"id": "T0OTHER"}, "like U0123ABCD."),
        ({"id": "", "subject": "channel"}, "like C0123ABCD."),
        ({"id": "T0ACME", "subject": "workspace"}, "partners.yaml gives it to Acme Resellers"),
        ({"id": "C0ACME", "subject": "channel"}, "partners.yaml gives it to Acme Resellers"),
        ({"partner": ""}, "Choose a partner from the list."),
        ({"partner": "nobody"}, "Choose a partner from the list."),
        ({"manager": ""}, "Choose your name first"),
        ({"manager": "Mallory"}, "Choose your name first"),
    ],
)
def test_a_word_that_can_t_be_kept_is_explained_and_stays_in_the_form(
    manager: Visitor, house: House, fields: dict[str, str], problem: str
) -> None:
    _send(manager, **({"id": "U8", "partner": "odd"} | fields))
    assert manager.status == 422
    assert problem in manager.text
    assert manager.form("/people/assign")["partner"] in ("odd", "")
    assert _words(house) == []


def test_nonsense_is_refused(manager: Visitor, house: House) -> None:
    assert _send(manager, id="U8", partner="odd", subject="planet").status == 422
    assert _send(manager, id="U8", partner="odd", act="").status == 422
    fields = manager.open("/people").form("/people/mode") | {"manager": "Dana Ortiz"}
    assert manager.post("/people/mode", fields | {"mode": "shout"}).status == 422
    assert manager.post("/people/mode", fields | {"mode": "listen", "channel": "D0X"}).status == 422
    assert _words(house) == []


def test_channels_are_listed_with_their_partner_and_their_mode(
    manager: Visitor, house: House
) -> None:
    _ask(house, "U8", at="C0NEW")
    house.enrolments.set_mode("C0LOUD", "listen", by="Dana", at=house.clock())
    house.enrolments.assign(
        Assignment(subject="channel", id="C0ODD", partner_id="odd", by="Dana", at=house.clock())
    )
    rows = _section(manager.open("/people"), "Channels")
    assert "C0ACME Acme Resellers answers where it is called" in rows
    assert 'C0ODD Öd & "Söhne" <b>GmbH</b> answers where it is called' in rows
    assert "C0LOUD answers every question" in rows
    assert "C0NEW answers where it is called" in rows


def test_a_channel_that_got_another_id_stands_once_under_it(manager: Visitor, house: House) -> None:
    house.enrolments.rename_channel("C0ACME", "C0GRID", house.clock())
    _ask(house, "U1", partner="acme", at="C0ACME")
    rows = _section(manager.open("/people"), "Channels 1")
    assert "C0GRID Acme Resellers" in rows
    assert "C0ACME" not in rows


def test_a_manager_switches_when_the_bot_speaks(manager: Visitor, house: House) -> None:
    for mode, said in (
        ("listen", "In C0ACME the bot answers every question from now on."),
        ("called", "In C0ACME the bot answers only where it is called from now on."),
    ):
        house.clock.pass_(minutes=1)
        manager.open("/people").fill("/people/mode", manager="Dana Ortiz", mode=mode)
        assert said in manager.text
        assert house.enrolments.mode("C0ACME") == mode
    manager.fill("/people/mode", manager="Mallory", mode="listen")
    assert "Choose your name first" in manager.text
    assert house.enrolments.mode("C0ACME") == "called"


def test_a_partner_s_open_questions_are_counted(manager: Visitor, house: House) -> None:
    house.slack_question(BOILING)
    answered = house.slack_question(BOILING, thread="T1/C1/2.0")
    house.desk.reply("r1", answered, manager="Dana Ortiz", text="No.")
    assert "Dana Ortiz answers 1 open" in _section(manager.open("/people"), "Partners")
    assert manager.page.select("a[href='/questions?partner=acme']")


def test_where_everybody_is_enrolled_nobody_is_placed(house: House) -> None:
    house.directory = Directory(open=True)
    house.record.directory = house.directory
    with Visitor(house.console()) as other:
        other.log_in(house.token).open("/people")
        assert "There is no partners.yaml." in other.text
        assert not other.page.select("form.assign")
        fields = other.form("/logout") | {
            "subject": "person",
            "id": "U8",
            "act": "none",
            "manager": "D",
        }
        assert other.post("/people/assign", fields).status == 404


def test_without_enrolments_nothing_can_be_said(house: House) -> None:
    house.enrolments = None  # type: ignore[assignment]  # a console without them
    with Visitor(house.console()) as other:
        other.log_in(house.token).open("/people")
        assert other.status == 200
        assert not other.page.select("form[action^='/people']")
        fields = other.form("/logout") | {
            "channel": "C0ACME",
            "mode": "listen",
            "manager": "Dana Ortiz",
        }
        assert other.post("/people/mode", fields).status == 404


def test_nothing_that_people_are_called_becomes_html(manager: Visitor, house: House) -> None:
    _ask(house, "U8", "<script>alert(1)</script>")
    assert "<script>alert(1)" not in manager.open("/people").response.text
