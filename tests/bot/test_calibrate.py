"""`partnerline calibrate`: what it writes, says and refuses."""

import json
import math
import os
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.fakes import FakeRecord

from partnerline.bot import labelling
from partnerline.bot.cli import calibrate, main
from partnerline.bot.labelling import Learnt
from partnerline.bot.own_confidence import FILE, confidence_of, fields_of
from partnerline.evals.rows import Row
from partnerline.knowledge.confidence import shipped
from partnerline.knowledge.errors import SettingsError
from partnerline.knowledge.model import Answer, Origin, Question
from partnerline.knowledge.partners import Directory

NOW = datetime(2026, 11, 23, tzinfo=UTC)
ORIGIN = Origin(door="slack", thread="T/C/1")


def rows(n: int, seed: int = 1) -> tuple[Row, ...]:
    """Answers that one signal tells apart well."""
    dice = random.Random(seed)
    found = []
    for number in range(n):
        right = dice.random() < 0.6
        gap = dice.gauss(0.4 if right else -0.4, 0.15)
        found.append(Row(id=str(number), signals={"gap": gap}, right=right))
    return tuple(found)


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("PARTNERLINE_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cases.yaml").write_text("[]", encoding="utf-8")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose own file promises little, so that what is measured doesn't hang on the one that ships."""
    home = tmp_path / "home"
    home.mkdir()
    fields = {
        "intercept": 0.0,
        "weights": {"gap": 0.1},
        "threshold": 0.4,
        "exact": 0.97,
        "exact_rests_on": {"n": 60},
        "promises": {"knowledge": {"alpha": 0.05, "delta": 0.1}},
    }
    (home / FILE).write_text(json.dumps(fields), encoding="utf-8")
    return home


def learns(monkeypatch: pytest.MonkeyPatch, found: Sequence[Row]) -> None:
    monkeypatch.setattr(calibrate, "from_cases", lambda *_: Learnt(tune=tuple(found)))


def run(home: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["calibrate", "--home", str(home), *arguments])


def test_what_is_gained_is_said_and_written_into_the_home(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learns(monkeypatch, rows(200))
    done = run(home, "--cases", "cases.yaml")
    assert done.exit_code == 0, done.output
    assert "200 labelled answers" in done.output
    assert "at most 0.05 wrong, with confidence 0.9" in done.output
    assert "calibration error" in done.output
    found = confidence_of(home)
    assert found.of({"gap": 0.5}) > 0.9 > 0.1 > found.of({"gap": -0.5})
    assert fields_of(home)["exact_rests_on"] == {"n": 60}
    assert found.exact == 0.97
    assert fields_of(home)["fitted_on"]["n"] == 200


def test_a_dry_run_writes_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (home / FILE).read_bytes()
    learns(monkeypatch, rows(200))
    done = run(home, "--cases", "cases.yaml", "--dry-run")
    assert (done.exit_code, (home / FILE).read_bytes()) == (0, before)
    assert "Nothing was written" in done.output


def test_nothing_is_written_where_nothing_is_gained(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learns(monkeypatch, rows(200))
    run(home, "--cases", "cases.yaml")
    written = (home / FILE).read_bytes()
    done = run(home, "--cases", "cases.yaml")
    assert "Nothing is gained" in done.output
    assert (home / FILE).read_bytes() == written


def test_too_few_are_refused_with_how_many_are_needed_and_why(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learns(monkeypatch, rows(134))
    done = run(home, "--cases", "cases.yaml")
    assert done.exit_code == 2
    assert "There are 134 labelled answers, and 135 are needed" in done.stderr
    assert "45 must reach the threshold" in done.stderr


def test_too_few_wrong_answers_are_refused(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    learns(monkeypatch, [row for row in rows(400) if row.right])
    done = run(home, "--cases", "cases.yaml")
    assert done.exit_code == 2
    assert "needs 20 of each" in done.stderr


def test_a_laxer_promise_has_to_be_meant(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    learns(monkeypatch, rows(200))
    refused = run(home, "--cases", "cases.yaml", "--alpha", "0.1")
    assert refused.exit_code == 2
    assert "laxer than today's" in refused.stderr
    meant = run(home, "--cases", "cases.yaml", "--alpha", "0.1", "--laxer")
    assert meant.exit_code == 0
    assert fields_of(home)["promises"]["knowledge"]["alpha"] == 0.1


def test_where_no_threshold_keeps_the_promise_it_says_so_and_nothing_is_answered(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turned = rows(200)
    spoilt = [Row(id=r.id, signals=r.signals, right=r.right and int(r.id) % 5 > 0) for r in turned]
    learns(monkeypatch, spoilt)
    done = run(home, "--cases", "cases.yaml")
    assert "no threshold keeps the promise" in done.output
    assert confidence_of(home).threshold == math.inf


def test_neither_cases_nor_the_record_is_a_usage_error(home: Path) -> None:
    assert run(home).exit_code == 2


def test_judged_answers_of_the_record_are_learnt_from_and_older_ones_counted(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = FakeRecord(Directory(partners=()))
    for number, row in enumerate(rows(200)):
        signals = {"old": 1.0} if number < 20 else row.signals
        record.claim(
            f"q{number}", Question(text="Is it red?", as_of=date(2026, 11, 23)), ORIGIN, NOW
        )
        given = Answer(outcome="answered", text="Yes.", confidence=0.5, signals=signals)
        record.keep_answer(f"q{number}", given, NOW)
        record.keep_feedback(f"q{number}", "rep", "up" if row.right else "down", NOW)

    @contextmanager
    def opened(*_: object) -> Iterator[FakeRecord]:
        yield record

    monkeypatch.setattr(labelling, "opened_record", opened)
    monkeypatch.setattr(labelling, "load_directory", lambda _: Directory(partners=()))
    done = run(home, "--from-record")
    assert done.exit_code == 0, done.output
    assert "20 judged answers were given by an older version" in done.output
    assert "180 labelled answers" in done.output


def test_the_record_alone_never_lowers_the_threshold(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fields = json.loads((home / FILE).read_text(encoding="utf-8"))
    (home / FILE).write_text(json.dumps({**fields, "threshold": 0.999999}), encoding="utf-8")
    monkeypatch.setattr(calibrate, "from_record", lambda *_: (rows(300), 0))
    done = run(home, "--from-record")
    assert done.exit_code == 0
    assert "doesn't lower the threshold" in done.output
    assert confidence_of(home).threshold == 0.999999


def test_a_home_without_a_file_has_the_confidence_that_ships(tmp_path: Path) -> None:
    assert confidence_of(tmp_path) == shipped()


def test_a_damaged_file_in_the_home_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("{", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"confidence\.json can't be read.*delete it"):
        confidence_of(tmp_path)
