"""`partnerline cases`: from what reps asked to eval cases."""

from pathlib import Path

import pytest
from tests.bot.askings import ASKED, asked_home, library_at
from tests.bot.test_cli import own_settings, run, said

from partnerline.bot.bootstrap import now, opened_record
from partnerline.bot.cli.main import _COMMANDS
from partnerline.bot.settings import load_settings
from partnerline.evals.cases import load_cases
from partnerline.ingest.library import load_directory
from partnerline.knowledge.model import Reply


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own_settings(monkeypatch, tmp_path)
    monkeypatch.setitem(_COMMANDS, "cases", "Make eval cases of what reps really asked.")


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place with a library and a home in which people asked, made once."""
    place = tmp_path_factory.mktemp("asked")
    with pytest.MonkeyPatch.context() as patch:
        own_settings(patch, place)
        patch.setenv("PARTNERLINE_LIBRARY", str(library_at(place / "library")))
        asked_home(place, place / "library")
    return place


@pytest.fixture
def home(asked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with that record of its own."""
    monkeypatch.setenv("PARTNERLINE_LIBRARY", str(asked / "library"))
    fresh = tmp_path / "home"
    fresh.mkdir()
    for file in (asked / "home").glob("record.sqlite*"):
        (fresh / file.name).write_bytes(file.read_bytes())
    return fresh


def ids(home: Path, *which: str) -> dict[str, str]:
    """The ids of the questions that a list shows, by their words."""
    listed = run("cases", "list", *which, "--home", home)
    assert listed.exit_code == 0, listed.output
    lines = listed.stdout.splitlines()[1:]
    return {words: line.split()[0] for line in lines for words in ASKED if line.endswith(words)}


def thumb(home: Path, question_id: str, verdict: str) -> None:
    settings = load_settings(home=home)
    with opened_record(settings, load_directory(settings.library)) as record:
        record.keep_feedback(question_id, "U0REP", verdict, now())  # type: ignore[arg-type]  # a test's own words


def test_what_was_asked_is_listed_newest_first(home: Path) -> None:
    assert list(ids(home)) == list(reversed(ASKED))
    assert list(ids(home, "--last", "1")) == [ASKED[2]]
    assert list(ids(home, "--unanswered")) == [ASKED[2]]
    nothing = run("cases", "list", "--thumbs-down", "--home", home)
    assert (nothing.exit_code, nothing.stdout) == (0, "")
    assert "no such question" in nothing.stderr


def test_a_liked_price_becomes_a_case_that_runs(home: Path, tmp_path: Path) -> None:
    price = ids(home)[ASKED[0]]
    thumb(home, price, "up")
    result = run("cases", "add", price, "--kind", "price", "--split", "held_out", "--home", home)
    assert result.exit_code == 0, result.output
    file = tmp_path / "evals" / "cases" / "from-reps.yaml"
    (found,) = load_cases(file)
    assert result.stdout == f"{found.id}\n"
    assert (found.question, found.partner, found.split) == (ASKED[0], "acme", "held_out")
    assert found.expected.price is not None
    assert str(found.expected.price.total) == "2437.20"
    evaluated = run("eval", "--cases", file, "--home", home, "--report", tmp_path / "reports")
    assert evaluated.exit_code == 0, evaluated.output
    assert "1      1      100%" in evaluated.stdout


def test_the_last_that_reps_disliked_become_cases(home: Path, tmp_path: Path) -> None:
    for words in ASKED[:2]:
        thumb(home, ids(home)[words], "down")
    file = tmp_path / "new.yaml"
    run("cases", "add", "--thumbs-down", "--last", "30", "--file", file, "--home", home)
    found = load_cases(file)
    assert {one.question for one in found} == set(ASKED[:2])
    assert all(one.expected.judged and one.expected.judged.verdict == "wrong" for one in found)


def test_a_managers_verdict_is_kept_and_used(home: Path, tmp_path: Path) -> None:
    escalation = ids(home)[ASKED[2]]
    result = run("cases", "label", escalation, "right", "--manager", "dana", "--home", home)
    assert (result.exit_code, result.stdout) == (0, f"{escalation}: right\n")
    printed = run("cases", "add", escalation, "--print", "--home", home)
    assert "outcome: escalated" in printed.stdout
    assert "dana" not in printed.stdout


def test_an_escalations_id_names_its_question(home: Path) -> None:
    question_id = ids(home)[ASKED[2]]
    settings = load_settings(home=home)
    with opened_record(settings, load_directory(settings.library)) as record:
        opened = record.escalation_of(question_id)
        assert opened is not None
        written = Reply(
            id="r", escalation_id=opened.id, manager="dana", text="Call me.", written_at=now()
        )
        record.keep_reply(written)
    printed = run("cases", "add", opened.id, "--print", "--home", home).stdout
    assert printed == run("cases", "add", question_id, "--print", "--home", home).stdout
    assert "judge: Call me." in printed


def test_a_dry_run_writes_nothing(home: Path, tmp_path: Path) -> None:
    result = run("cases", "add", "--last", "9", "--print", "--home", home)
    assert result.stdout.count("- id: rep-") == 3
    assert not (tmp_path / "evals").exists()


def test_a_case_that_expects_nothing_is_named_and_refused(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "new.yaml"
    result = run("cases", "add", "--last", "1", "--file", file, "--home", home)
    (name,) = result.stdout.split()
    assert f"{name} expects nothing yet: complete it in {file}" in result.stderr
    refused = run("eval", "--cases", file, "--home", home)
    assert "names no outcome" in said(refused, code=2)
    again = run("cases", "add", "--last", "1", "--file", file, "--home", home)
    assert again.stdout == ""
    assert f"{name} is a case already" in again.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("add",), "give IDs, or say which"),
        (("add", "x", "--thumbs-down"), "one of the two"),
        (("add", "x"), "nobody asked a question of the id 'x'"),
        (("label", "x", "right"), "nobody asked a question of the id 'x'"),
        (("label", "x", "maybe"), "'maybe' is not one of"),
    ],
)
def test_bad_usage_is_one_line(home: Path, arguments: tuple[str, ...], words: str) -> None:
    assert words in said(run("cases", *arguments, "--home", home), code=2)
