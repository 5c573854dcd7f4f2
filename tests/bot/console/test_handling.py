"""Who has a question: taken, handed on and closed from its page."""

import pytest
from tests.bot.console.house import House
from tests.bot.console.visitor import Visitor


def _open(manager: Visitor, escalation: str) -> str:
    manager.open(f"/escalations/{escalation}")
    return f"/escalations/{escalation}/step"


@pytest.fixture
def escalation(house: House) -> str:
    return house.slack_question("Will it boil?")


def test_whoever_takes_it_has_it_and_slack_is_told(
    manager: Visitor, house: House, escalation: str
) -> None:
    manager.fill(_open(manager, escalation), manager="Dana Ortiz", act="taken")
    assert "Dana Ortiz has it now; the rep sees that." in manager.text
    found = house.record.escalation(escalation)
    assert found is not None
    assert (found.state, found.held.holder) == ("taken", "dana@vendor.example")
    assert house.shown == [step.id for step in found.steps]


def test_it_is_handed_to_another_manager(manager: Visitor, house: House, escalation: str) -> None:
    manager.fill(
        _open(manager, escalation), manager="Dana Ortiz", act="handed", to="Zoë O'Neil <zoe>"
    )
    assert "Handed to Zoë O'Neil <zoe>." in manager.text
    found = house.record.escalation(escalation)
    assert found is not None
    assert (found.state, found.held.holder) == ("open", "zoe@vendor.example")
    assert "Dana Ortiz handed it to Zoë O'Neil <zoe>" in manager.text


def test_what_is_closed_stays_closed(manager: Visitor, house: House, escalation: str) -> None:
    path = _open(manager, escalation)
    fields = manager.form(path)
    manager.fill(path, manager="Dana Ortiz", act="closed")
    assert "goes to the bot again" in manager.text
    manager.post(path, fields | {"manager": "Dana Ortiz", "act": "taken", "nonce": "0" * 16})
    assert "It is closed already." in manager.text
    assert house.record.escalation(escalation).state == "closed"


def test_a_form_sent_twice_is_one_step(manager: Visitor, house: House, escalation: str) -> None:
    path = _open(manager, escalation)
    fields = manager.form(path) | {"manager": "Dana Ortiz", "act": "taken"}
    manager.post(path, fields)
    manager.post(path, fields)
    assert len(house.record.escalation(escalation).steps) == 1


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"act": "taken", "manager": ""}, "Choose your name first"),
        ({"act": "taken", "manager": "Mallory"}, "Choose your name first"),
        ({"act": "handed", "manager": "Dana Ortiz", "to": ""}, "Choose to whom it goes."),
        ({"act": "handed", "manager": "Dana Ortiz", "to": "Mallory"}, "Choose to whom it goes."),
    ],
)
def test_a_step_that_cannot_be_taken_says_why(
    manager: Visitor, house: House, escalation: str, fields: dict[str, str], said: str
) -> None:
    manager.fill(_open(manager, escalation), **fields)
    assert said in manager.text
    assert house.record.escalation(escalation).steps == ()


def test_a_step_nobody_knows_is_refused(manager: Visitor, escalation: str) -> None:
    manager.fill(_open(manager, escalation), manager="Dana Ortiz", act="rep_said")
    assert manager.status == 422
    path = _open(manager, escalation)
    manager.post(path.replace(escalation, "E-none"), manager.form(path) | {"act": "taken"})
    assert manager.status == 404


def test_a_step_that_slack_does_not_hear_of_is_kept(
    manager: Visitor, house: House, escalation: str
) -> None:
    house.slack_is_down = True
    manager.fill(_open(manager, escalation), manager="Dana Ortiz", act="taken")
    assert "secret detail" not in manager.text
    assert house.record.escalation(escalation).state == "taken"


@pytest.mark.parametrize(("kind", "state"), [("question", "asked"), ("decline", "closed")])
def test_a_reply_may_be_a_question_back_or_a_refusal(
    manager: Visitor, house: House, escalation: str, kind: str, state: str
) -> None:
    manager.open(f"/escalations/{escalation}")
    manager.fill(
        f"/escalations/{escalation}/reply", manager="Dana Ortiz", text="For whom?", kind=kind
    )
    assert [reply.kind for reply in house.delivered] == [kind]
    assert house.record.escalation(escalation).state == state


def test_the_list_says_who_has_it_and_what_is_overdue(
    manager: Visitor, house: House, escalation: str
) -> None:
    manager.fill(_open(manager, escalation), manager="Zoë O'Neil <zoe>", act="taken")
    row = manager.open("/").page.select_one(".row").get_text(" ")
    assert "Taken" in row
    assert "Zoë O'Neil <zoe>" in row
    assert "overdue" not in row
    house.clock.pass_(days=30)
    manager.log_in(house.token)
    assert "overdue" in manager.open("/").page.select_one(".row").get_text(" ")


def _reply(manager: Visitor, escalation: str, name: str) -> Visitor:
    path = f"/escalations/{escalation}/reply"
    return manager.open(path.removesuffix("/reply")).fill(path, manager=name, text="No.")


def test_who_answers_has_it_from_then_on(manager: Visitor, house: House, escalation: str) -> None:
    _reply(manager, escalation, "Dana Ortiz")
    found = house.record.escalation(escalation)
    assert found is not None
    assert found.held is not None
    assert (found.held.holder, found.state) == ("dana@vendor.example", "answered")


def test_what_somebody_else_has_is_neither_taken_nor_answered(
    manager: Visitor, house: House, escalation: str
) -> None:
    manager.fill(_open(manager, escalation), manager="Zoë O'Neil <zoe>", act="taken")
    manager.fill(_open(manager, escalation), manager="Dana Ortiz", act="taken")
    assert "Zoë O'Neil <zoe> has it. Hand it to yourself to go on with it." in manager.text
    _reply(manager, escalation, "Dana Ortiz")
    assert manager.status == 422
    assert "Zoë O'Neil <zoe> has it. Hand it to yourself first" in manager.text
    assert house.delivered == []
    assert len(house.shown) == 1


def test_who_hands_it_to_themselves_goes_on_with_it(
    manager: Visitor, house: House, escalation: str
) -> None:
    manager.fill(_open(manager, escalation), manager="Zoë O'Neil <zoe>", act="taken")
    manager.fill(_open(manager, escalation), manager="Dana Ortiz", act="handed", to="Dana Ortiz")
    assert "Handed to Dana Ortiz." in manager.text
    _reply(manager, escalation, "Dana Ortiz")
    assert [reply.manager for reply in house.delivered] == ["Dana Ortiz"]


def test_the_clock_s_word_binds_nobody(manager: Visitor, house: House, escalation: str) -> None:
    house.desk.step(
        "clock", escalation, "passed_on", holder="zoe@vendor.example", holder_name="Zoë O'Neil <zoe>"
    )  # fmt: skip
    _reply(manager, escalation, "Dana Ortiz")
    assert [reply.manager for reply in house.delivered] == ["Dana Ortiz"]
    found = house.record.escalation(escalation)
    assert found is not None
    assert found.held is not None
    assert found.held.holder == "dana@vendor.example"


def test_a_login_that_ended_brings_one_back_to_the_question(
    manager: Visitor, house: House, escalation: str
) -> None:
    path = _open(manager, escalation)
    fields = manager.form(path) | {"manager": "Dana Ortiz", "act": "taken"}
    house.clock.pass_(days=1)
    assert manager.post(path, fields).status == 401
    assert manager.page.select_one("input[name=next]")["value"] == f"/escalations/{escalation}"
    manager.fill("/login", token=house.token)
    assert (manager.status, manager.path) == (200, f"/escalations/{escalation}")
