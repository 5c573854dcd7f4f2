"""Lines of who was shown what, from every door, and how they are listed."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.bot.askings import asked_home, library_at
from tests.bot.test_cli import own_settings, run
from tests.bot.test_desk import HERE, QUESTION, SURE, UNSURE, desk
from tests.fakes import FakeAudit, FakeRecord

from partnerline.bot.auditing import Auditor, decided_by
from partnerline.bot.cli.main import _COMMANDS
from partnerline.bot.desk import Desk
from partnerline.knowledge.model import Answer, Citation, Question
from partnerline.knowledge.partners import Directory, Partner
from partnerline.knowledge.ports.audit import Shown

CITED = Citation(source="faq/a.md", locator="## Warranty", quote="two years")


def audited(answer: Answer) -> tuple[Desk, FakeAudit]:
    audit = FakeAudit()
    known = {"faq/a.md": "digest"}
    made, _, _ = desk(answer)
    return replace(made, audit=Auditor(audit=audit, digests=lambda: known, model="m")), audit


def test_a_line_names_the_document_as_it_was() -> None:
    at_work, audit = audited(replace(SURE, citations=(CITED, replace(CITED, quote="more"))))
    at_work.ask("q", QUESTION, HERE)
    (line,) = audit.lines()
    assert line.shown == (Shown("faq/a.md", "## Warranty", "digest"),)
    assert line.decided_by == "quoted"


def test_an_answer_given_twice_leaves_one_line() -> None:
    at_work, audit = audited(SURE)
    at_work.ask("q", QUESTION, HERE)
    at_work.ask("q", QUESTION, HERE)
    assert len(audit.lines()) == 1


def test_a_line_that_a_crash_left_out_is_written_at_the_next_try() -> None:
    at_work, audit = audited(SURE)
    replace(at_work, audit=None).ask("q", QUESTION, HERE)
    at_work.answer("q")
    assert [line.question_id for line in audit.lines()] == ["q"]


def test_who_read_along_is_in_the_line() -> None:
    at_work, audit = audited(SURE)
    readers = (Partner(id="acme", name="A"), Partner(id="globex", name="G"))
    at_work = replace(at_work, record=FakeRecord(Directory(partners=readers)))
    at_work.ask("q", Question(text="?", as_of=QUESTION.as_of, readers=readers), HERE)
    (line,) = audit.lines()
    assert (line.asked_as, set(line.readers)) == (None, {"acme", "globex"})


@pytest.mark.parametrize(
    ("answer", "by"),
    [
        (SURE, "rule"),
        (UNSURE, "rule"),
        (replace(SURE, citations=(CITED,)), "quoted"),
        (replace(SURE, citations=(CITED,), signals={"worded": 1.0}), "worded by model m"),
        (replace(SURE, citations=(CITED,), signals={"worded": 0.0}), "quoted"),
        (replace(SURE, citations=(CITED,), signals={"exact": 1.0}), "promotions table"),
    ],
)
def test_a_line_says_what_decided(answer: Answer, by: str) -> None:
    assert decided_by(answer, "m") == by


def test_what_may_be_no_question_is_kept_only_where_it_has_an_answer() -> None:
    sure, _ = audited(SURE)
    assert sure.answer_if_sure("q", QUESTION, HERE)
    assert sure.record.answer("q") == SURE
    unsure, audit = audited(UNSURE)
    assert not unsure.answer_if_sure("q", QUESTION, HERE)
    assert unsure.record.question("q") is None
    assert unsure.record.escalations() == ()
    assert audit.lines() == ()


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own_settings(monkeypatch, tmp_path)


def test_the_terminal_s_answers_are_listed_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = library_at(tmp_path / "library")
    monkeypatch.setenv("PARTNERLINE_LIBRARY", str(library))
    home = asked_home(tmp_path, library, "price for 3 AX-200", "hello")
    listed = run("audit", "--home", home)
    assert listed.exit_code == 0
    heading, price, greeting = listed.stdout.splitlines()
    assert heading.split()[:4] == ["At", "Door", "Asker", "As"]
    assert "price list" in price
    assert "prices.csv" in price
    assert "rule" in greeting
    lines = [
        json.loads(line) for line in run("audit", "--json", "--home", home).stdout.splitlines()
    ]
    assert [line["asked_as"] for line in lines] == ["acme", "acme"]
    assert lines[0]["shown"][0]["digest"]
    assert "2437" not in listed.stdout
    assert run("audit", "--partner", "globex", "--home", home).stdout == ""
    assert run("audit", "--since", "2999-01-01", "--home", home).stdout == ""
    assert "audit" in _COMMANDS
