"""`partnerline eval`: what it runs, compares and accepts, and what it exits with."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.bot.test_cli import LIST, PARTNERS, ROOT, own_settings, run

FACTS = "# Facts\n\nThe battery lasts eight hours.\n"
CASES = """\
- id: price-three
  kind: price
  split: tune
  question: price for 3 AX-200
  partner: acme
  expect:
    outcome: answered
    price: {currency: EUR, sku: AX-200, quantity: 3, unit_price: "812.40", total: "2437.20"}
- id: hello
  kind: smalltalk
  split: tune
  question: hello
  partner: acme
  expect: {outcome: smalltalk}
- id: person
  kind: human
  question: get me a human please
  partner: acme
  expect: {outcome: escalated, reason: asked_for_human}
"""
GATES = "split: all\ngates:\n  - {measure: correct, min: 1}\n"


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own_settings(monkeypatch, tmp_path)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A working folder with a small library and its cases."""
    library, evals = tmp_path / "library", tmp_path / "evals"
    (evals / "cases").mkdir(parents=True)
    library.mkdir()
    (library / "prices.csv").write_text(LIST, encoding="utf-8")
    (library / "facts.md").write_text(FACTS, encoding="utf-8")
    (library / "partners.yaml").write_text(PARTNERS, encoding="utf-8")
    (library / "library.yaml").write_text(
        'documents:\n  - {match: "prices.csv", kind: price_list}\n', encoding="utf-8"
    )
    (evals / "cases" / "all.yaml").write_text(CASES, encoding="utf-8")
    (evals / "gates.yaml").write_text(GATES, encoding="utf-8")
    return tmp_path


def evaluated(*arguments: str | Path, code: int = 0) -> tuple[str, dict[str, Any]]:
    """What an eval in one process prints, and its report as data."""
    result = run("eval", "--jobs", "1", *arguments)
    assert result.exit_code == code, result.output
    (page,) = [line for line in result.stdout.splitlines() if line.startswith("Report: ")]
    report = Path(page.removeprefix("Report: ")).with_suffix(".json")
    data: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    for file in report.parent.iterdir():
        file.unlink()
    return result.stdout, data


def ids(data: dict[str, Any]) -> list[str]:
    return [case["id"] for case in data["cases"]]


@pytest.mark.usefixtures("place")
def test_a_reached_gate_exits_with_0_and_a_missed_one_with_1() -> None:
    said, data = evaluated()
    assert ids(data) == ["price-three", "hello", "person"]
    assert "pass  correct on all: 1 ≥ 1" in said
    wrong = CASES.replace("outcome: smalltalk", "outcome: answered")
    Path("evals/cases/all.yaml").write_text(wrong, encoding="utf-8")
    said, data = evaluated(code=1)
    assert "MISS  correct on all" in said
    assert not data["passed"]


@pytest.mark.usefixtures("place")
def test_a_part_of_the_cases_can_be_run_and_the_report_says_which() -> None:
    assert ids(evaluated("--kind", "price")[1]) == ["price-three"]
    assert ids(evaluated("--split", "held_out")[1]) == ["person"]
    _, data = evaluated("--only", "hello", "--only", "person")
    assert ids(data) == ["hello", "person"]
    assert data["about"]["only ids"] == "hello, person"


@pytest.mark.usefixtures("place")
def test_cases_may_lie_in_several_places() -> None:
    more = Path("more.yaml")
    more.write_text(CASES.replace("id: ", "id: more-"), encoding="utf-8")
    assert len(ids(evaluated("--cases", "evals/cases", "--cases", more)[1])) == 6


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--kind", "prices"], "No case has the kind 'prices'"),
        (["--only", "nothing"], "No case has the id 'nothing'"),
        (["--only", "hello", "--kind", "price"], "No case is of that kind"),
        (["--split", "test"], "--split"),
        (["--jobs", "0"], "--jobs"),
        (["--cases", "nowhere"], "--cases"),
        (["--baseline", "nowhere.json"], "nowhere.json: can't be read"),
    ],
)
@pytest.mark.usefixtures("place")
def test_what_can_not_be_run_is_one_line_and_2(arguments: list[str], says: str) -> None:
    result = run("eval", *arguments)
    assert result.exit_code == 2
    assert says in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not Path("reports").exists()


@pytest.mark.usefixtures("place")
def test_a_run_is_accepted_and_the_next_one_compared_with_it() -> None:
    said, data = evaluated("--accept")
    assert f"Accepted: {Path('evals/baseline.json').resolve()}" in said
    assert data["baseline"] is None
    kept = json.loads(Path("evals/baseline.json").read_text(encoding="utf-8"))
    assert sorted(kept["cases"]) == ["hello", "person", "price-three"]
    said, data = evaluated()
    assert "Against baseline.json: 3 the same." in said
    assert data["baseline"]["changes"] == []


@pytest.mark.usefixtures("place")
def test_a_case_that_is_worse_than_accepted_misses_its_gate_until_it_is_accepted() -> None:
    evaluated("--accept")
    gates = GATES.replace("correct, min: 1", "worse, max: 0, because: reps rely on it")
    Path("evals/gates.yaml").write_text(gates, encoding="utf-8")
    wrong = CASES.replace("outcome: smalltalk", "outcome: answered")
    Path("evals/cases/all.yaml").write_text(wrong, encoding="utf-8")
    said, data = evaluated(code=1)
    assert "MISS  worse on all: 1 > 0 (case hello). It stands because reps rely on it." in said
    assert [(one["sort"], one["id"]) for one in data["baseline"]["changes"]] == [("worse", "hello")]
    evaluated("--accept")
    assert "pass  worse on all: 0 ≤ 0" in evaluated()[0]


@pytest.mark.usefixtures("place")
def test_only_what_was_run_is_compared_and_accepted() -> None:
    evaluated("--accept", "--baseline", "kept.json")
    said, _ = evaluated("--split", "tune", "--baseline", "kept.json")
    assert "2 the same" in said
    evaluated("--only", "person", "--accept", "--baseline", "kept.json")
    assert len(json.loads(Path("kept.json").read_text(encoding="utf-8"))["cases"]) == 3
    assert not Path("evals/baseline.json").exists()


def own_process(place: Path, *arguments: str) -> subprocess.Popen[str]:
    """An eval in a process of its own, with the real model and processes of its own."""
    environment = {k: v for k, v in os.environ.items() if "proxy" not in k.lower()} | {
        "PYTHONPATH": str(ROOT / "src")
    }
    program = "from partnerline.bot.cli import main; main()"
    return subprocess.Popen(
        [sys.executable, "-c", program, "eval", *arguments],
        env=environment,
        cwd=place,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_several_processes_answer_as_one_does(place: Path) -> None:
    with own_process(place, "--jobs", "2") as running:
        said, complaints = running.communicate()
    assert (running.returncode, complaints) == (0, "")
    assert "pass  correct on all: 1 ≥ 1" in said
    (report,) = Path(place / "reports").glob("*.json")
    data = json.loads(report.read_text(encoding="utf-8"))
    assert ids(data) == ["price-three", "hello", "person"]
    assert data["jobs"] == 2
