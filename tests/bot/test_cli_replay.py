"""`--replay`: what would change before it goes live, and that trying it changes nothing."""

import json
import logging
from pathlib import Path

import click
import pytest
from tests.bot.askings import ASKED, asked_home, library_at
from tests.bot.test_cli import own_settings, run, said

from partnerline.bot.cli import eval as eval_module
from partnerline.bot.cli.options import home_option
from partnerline.bot.cli.replaying import replay_options


@click.command("eval")
@click.option("--library", type=click.Path(path_type=Path))
@click.option("--jobs", type=click.IntRange(min=1))
@click.option("--report", "reports", type=click.Path(path_type=Path), default=Path("reports"))
@click.option("--accept", is_flag=True)
@replay_options
@home_option
def command(**options: object) -> None:
    """Stands for the command that `--replay` is added to."""
    click.echo(f"cases with {sorted(options)}")


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own_settings(monkeypatch, tmp_path)
    monkeypatch.setattr(eval_module, "command", command)


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = library_at(tmp_path / "library")
    monkeypatch.setenv("PARTNERLINE_LIBRARY", str(found))
    return found


@pytest.fixture
def home(tmp_path: Path, library: Path) -> Path:
    return asked_home(tmp_path, library)


def test_the_same_library_changes_nothing(home: Path) -> None:
    result = run("eval", "--replay", "100", "--fail-on", "any", "--home", home)
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[0] == "3 questions: 3 × unchanged."


def test_another_price_is_the_first_thing_said(home: Path, tmp_path: Path) -> None:
    changed = library_at(tmp_path / "changed", price="1.020,00")
    arguments = (
        "--replay",
        "100",
        "--library",
        changed,
        "--home",
        home,
        "--report",
        tmp_path / "r",
    )
    result = run("eval", *arguments)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("ANOTHER PRICE: 1\n")
    assert "EUR 2,437.20 (3 AX-200 at 812.40) → EUR 2,448.00 (3 AX-200 at 816.00)" in result.stdout
    assert run("eval", *arguments, "--fail-on", "price").exit_code == 1
    data = json.loads(next((tmp_path / "r").glob("*.json")).read_text(encoding="utf-8"))
    assert data["questions"][0]["question"] == ASKED[0]
    assert data["about"]["library"] == str(changed)


def test_a_threshold_that_nothing_reaches_hands_over(tmp_path: Path, library: Path) -> None:
    home = asked_home(tmp_path, library, "how long does the battery last")
    low = run("eval", "--replay", "9", "--home", home, "--threshold", "0")
    high = run("eval", "--replay", "9", "--home", home, "--threshold", "1", "--fail-on", "price")
    assert low.exit_code == high.exit_code == 0
    assert ("unchanged" in low.stdout) != ("unchanged" in high.stdout)


def test_only_the_last_are_asked(home: Path) -> None:
    result = run("eval", "--replay", "2", "--home", home)
    assert result.stdout.splitlines()[0] == "2 questions: 2 × unchanged."


def test_trying_it_records_nothing_and_logs_no_words(
    home: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    before = {file.name: file.read_bytes() for file in home.glob("record.sqlite")}
    run("eval", "--replay", "9", "--home", home, "--as-of", "today")
    assert {file.name: file.read_bytes() for file in home.glob("record.sqlite")} == before
    for question in ASKED:
        assert question not in caplog.text


def test_where_nobody_asked_there_is_nothing_to_ask_again(tmp_path: Path, library: Path) -> None:
    result = run("eval", "--replay", "9", "--home", tmp_path / "empty")
    assert "nobody has asked anything yet" in said(result, code=2)


def test_without_it_the_cases_are_run(tmp_path: Path, library: Path) -> None:
    result = run("eval", "--accept", "--home", tmp_path)
    assert result.stdout == "cases with ['accept', 'jobs', 'library', 'own_home', 'reports']\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--replay", "9", "--accept"), "--accept doesn't go with --replay"),
        (("--threshold", "0.5"), "--threshold goes only with --replay"),
        (("--fail-on", "any"), "--fail-on goes only with --replay"),
        (("--replay", "0"), "0 is not in the range"),
        (("--replay", "9", "--threshold", "2"), "2.0 is not in the range"),
    ],
)
def test_what_does_not_fit_together_is_refused(
    tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    assert words in said(run("eval", *arguments, "--home", tmp_path), code=2)
