"""The command line: what it prints where, and what it exits with."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result
from tests.fakes import FakeEmbedder

from partnerline.bot import bootstrap
from partnerline.bot.cli import main
from partnerline.bot.cli.main import _COMMANDS

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "tests" / "answer.schema.json").read_text(encoding="utf-8"))
PARTNERS = """\
partners:
  - {id: acme, name: Acme Resellers, tier: gold, region: EMEA, currency: EUR, discount: 0.20}
  - {id: globex, name: Globex Automation, tier: silver, region: EMEA, currency: EUR}
"""
LIST = "SKU;Description;List price EUR\nAX-200;Edge Gateway;1.015,50\nAX-400;Plant Gateway;250,00\n"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small library."""
    root = tmp_path_factory.mktemp("vendor") / "library"
    root.mkdir()
    (root / "prices.csv").write_text(LIST, encoding="utf-8")
    (root / "facts.md").write_text("# Facts\n\nThe battery lasts eight hours.\n", encoding="utf-8")
    (root / "partners.yaml").write_text(PARTNERS, encoding="utf-8")
    (root / "library.yaml").write_text(
        'documents:\n  - {match: "prices.csv", kind: price_list}\n', encoding="utf-8"
    )
    return root


def own_settings(patch: pytest.MonkeyPatch, place: Path) -> None:
    """No setting of this machine counts, and words are embedded in no time."""
    for name in [name for name in os.environ if name.startswith("PARTNERLINE_")]:
        patch.delenv(name)
    patch.chdir(place)
    patch.setattr(bootstrap, "prepare", lambda *_: None)
    patch.setattr(bootstrap, "load_embedder", lambda *_, **__: FakeEmbedder())


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own_settings(monkeypatch, tmp_path)


def run(*arguments: str | Path, **environment: str) -> Result:
    """Runs a command in this process; whatever it raises on its own account fails the test."""
    result = CliRunner().invoke(main, [str(a) for a in arguments], env=environment)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture(scope="module")
def filled(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that has read the library, once for all."""
    place = tmp_path_factory.mktemp("filled")
    with pytest.MonkeyPatch.context() as patch:
        own_settings(patch, place)
        assert run("ingest", library, "--home", place / "home").exit_code == 0
    return place / "home"


@pytest.fixture
def home(filled: Path, library: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """That home, with the library in the settings."""
    monkeypatch.setenv("PARTNERLINE_LIBRARY", str(library))
    return filled


def said(result: Result, *, code: int) -> str:
    """The one line on standard error of a command that failed."""
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result.stderr


def batch(home: Path, file: Path, *rows: bytes | dict[str, Any]) -> list[dict[str, Any]]:
    """The answers to a file of rows, each held against the schema."""
    lines = [row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows]
    file.write_bytes(b"\n".join(lines))
    result = run("ask", "--batch", file, "--home", home)
    assert result.exit_code == 0, result.output
    answers = [json.loads(line) for line in result.stdout.split("\n") if line]
    for answer in answers:
        jsonschema.validate(answer, SCHEMA | {"required": [*SCHEMA["required"], "id"]})
    return answers


def test_ask_json_is_to_the_letter_of_the_contract(home: Path) -> None:
    result = run("ask", "price for 3 AX-200", "--partner", "acme", "--json", "--home", home)
    assert result.exit_code == 0
    answer = json.loads(result.stdout)
    jsonschema.validate(answer, SCHEMA)
    assert "id" not in answer
    (line,) = answer["quote"]["lines"]
    assert answer["quote"] == {
        "currency": "EUR",
        "lines": [
            {
                "sku": "AX-200",
                "name": "Edge Gateway",
                "quantity": 3,
                "unit": "each",
                "list_price": "1015.50",
                "unit_price": "812.40",
                "term_months": None,
                "amount": "2437.20",
                "applied": ["gold 20%"],
                "price_list": "prices.csv",
                "cell": line["cell"],
                "per": "once",
                "pack_size": 1,
                "valid_from": None,
                "valid_until": None,
                "listed": True,
            }
        ],
        "total": "2437.20",
        "price_list": "prices.csv",
        "valid_from": None,
        "valid_until": None,
        "as_of": answer["quote"]["as_of"],
        "subtotals": [],
    }
    assert answer["quotes"] == []
    assert line["cell"] == answer["citations"][0]["locator"]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("price for 3 AX-200", "answered"),
        ("price of the gateway", "clarify"),
        ("hello", "smalltalk"),
        ("get me a human please", "escalated"),
        ("what about something else entirely", "escalated"),
    ],
)
def test_every_outcome_fits_the_schema(home: Path, text: str, outcome: str) -> None:
    result = run("ask", text, "--partner", "acme", "--json", "--home", home)
    answer = json.loads(result.stdout)
    jsonschema.validate(answer, SCHEMA)
    assert answer["outcome"] == outcome
    assert (answer["escalation_id"] is not None) == (outcome == "escalated")


def test_ask_prints_for_a_person_what_became_of_it(home: Path) -> None:
    assert "2,437.20 EUR" in run("ask", "3 AX-200", "--partner", "acme", "--home", home).stdout
    assert "handed to a person" in run("ask", "3 AX-200", "--home", home).stdout


def test_a_partner_that_nobody_enrolled_is_a_stranger_and_that_is_said(home: Path) -> None:
    result = run("ask", "3 AX-200", "--partner", "nobody", "--json", "--home", home)
    assert json.loads(result.stdout)["reason"] == "unknown_partner"
    assert "nobody" in result.stderr


def test_a_batch_is_answered_in_its_order_with_its_ids(home: Path, tmp_path: Path) -> None:
    answers = batch(
        home,
        tmp_path / "rows.jsonl",
        {"id": "b", "question": "3 AX-200 price", "partner": "acme"},
        b"",
        {"id": "a", "question": "3 AX-200 price", "partner": None},
        {"id": 7, "question": "3 AX-200 price", "partner": "stranger"},
        {"question": "hello"},
        {
            "id": "f",
            "question": "and for 5?",
            "partner": "acme",
            "history": [{"role": "user", "text": "price for 3 AX-200"}],
        },
    )
    assert [answer["id"] for answer in answers] == ["b", "a", "7", "5", "f"]
    assert [answer["outcome"] for answer in answers] == [
        *["answered", "escalated", "escalated", "smalltalk", "answered"]
    ]
    assert answers[-1]["quote"]["total"] == "4062.00"


@pytest.mark.parametrize(
    "row",
    [
        b"not json",
        b"[1]",
        b"null",
        b'"text"',
        b"\xff\xfe",
        b"{} {}",
        b"[" * 100_000,
        b'{"question": ' + b"9" * 10_000 + b"}",
        {"id": "x"},
        {"id": "x", "question": ""},
        {"id": "x", "question": 3},
        {"id": "x", "question": "q", "partner": 3},
        {"id": "x", "question": "q", "history": "earlier"},
        {"id": "x", "question": "q", "history": [{"role": "robot", "text": "t"}]},
        {"id": "x", "question": "q" * 20_001},
        {"id": {"a": 1}, "question": "q"},
    ],
)
def test_a_bad_row_gets_its_object_and_the_rest_goes_on(
    home: Path, tmp_path: Path, row: bytes | dict[str, Any]
) -> None:
    good = {"id": "good", "question": "3 AX-200 price", "partner": "acme"}
    answers = batch(home, tmp_path / "rows.jsonl", good, row, good)
    assert [answer["outcome"] for answer in answers] == ["answered", "escalated", "answered"]
    assert answers[1]["reason"] == "bad_row"
    assert answers[1]["id"] == ("x" if isinstance(row, dict) and row["id"] == "x" else "2")


@pytest.mark.parametrize(
    "text", ["price of \0 AX-200", "\ud800 price of AX-200", "\u202eprice of AX-200\u2028", "  "]
)
def test_odd_characters_stop_no_batch(home: Path, tmp_path: Path, text: str) -> None:
    row = {"id": f"id {text}", "question": text, "partner": "acme"}
    answers = batch(home, tmp_path / "rows.jsonl", row, {"id": "z", "question": "hello"})
    assert [answer["id"] for answer in answers][1] == "z"


def test_a_question_of_another_encoding_is_answered_too(home: Path) -> None:
    result = run("ask", os.fsdecode(b"pr\xefce of AX-200"), "--json", "--home", home)
    jsonschema.validate(json.loads(result.stdout), SCHEMA)


def test_an_empty_batch_is_answered_by_nothing(home: Path, tmp_path: Path) -> None:
    assert batch(home, tmp_path / "rows.jsonl") == []


@pytest.mark.parametrize("before", [True, False])
def test_home_may_be_named_before_or_after_the_command(
    library: Path, tmp_path: Path, before: bool
) -> None:
    place = tmp_path / "named"
    arguments = (
        ["--home", place, "ingest", library] if before else ["ingest", library, "--home", place]
    )
    assert run(*arguments).exit_code == 0
    assert (place / "index.sqlite").exists()
    assert not (tmp_path / ".partnerline").exists()


def test_home_may_be_named_in_the_environment(library: Path, tmp_path: Path) -> None:
    assert run("ingest", library, PARTNERLINE_HOME=str(tmp_path / "named")).exit_code == 0
    assert (tmp_path / "named" / "index.sqlite").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask"],
        ["ask", "a", "--batch", "nowhere.jsonl"],
        ["ask", "--batch", "nowhere.jsonl"],
        ["ask", "a", "--as-of", "yesterday"],
        ["ask", ""],
        ["nothing"],
        ["--log-level", "LOUD", "doctor"],
        ["serve", "--port", "99999"],
    ],
)
def test_bad_usage_exits_with_2(home: Path, arguments: list[str]) -> None:
    assert said(run("--home", home, *arguments), code=2)


def test_asking_before_anything_was_read_names_the_mend(library: Path, tmp_path: Path) -> None:
    result = run("ask", "hello", "--home", tmp_path / "new", PARTNERLINE_LIBRARY=str(library))
    line = said(result, code=2)
    assert line.startswith("partnerline: ")
    assert "partnerline ingest" in line
    assert len(line.splitlines()) == 1


def test_ingest_of_an_empty_folder_exits_with_2(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run("ingest", tmp_path / "empty", "--home", tmp_path / "home")
    assert said(result, code=2) == "partnerline: nothing could be indexed.\n"


def test_ingest_of_no_folder_exits_with_2(tmp_path: Path) -> None:
    line = said(run("ingest", tmp_path / "nowhere", "--home", tmp_path / "home"), code=2)
    assert "is not a folder" in line
    assert len(line.splitlines()) == 1


def test_ingest_says_what_became_of_each_file_and_is_quick_the_second_time(
    library: Path, tmp_path: Path
) -> None:
    first = run("ingest", library, "--home", tmp_path / "home")
    assert "2 documents in the index: 2 new." in first.stdout
    second = run("ingest", library, "--home", tmp_path / "home")
    assert "2 documents in the index: 2 unchanged." in second.stdout
    again = run("ingest", library, "--rebuild", "--home", tmp_path / "home")
    assert "2 documents in the index: 2 new." in again.stdout


def test_yaml_that_cant_be_read_is_one_line_and_2(tmp_path: Path) -> None:
    root = tmp_path / "library"
    root.mkdir()
    (root / "partners.yaml").write_text("partners: [", encoding="utf-8")
    line = said(run("ingest", root, "--home", tmp_path / "home"), code=2)
    assert "partners.yaml" in line
    assert len(line.splitlines()) == 1


@pytest.mark.parametrize("what", ["a file", "a folder in the place of the lock"])
def test_a_home_that_cant_be_written_is_one_line_and_2(
    library: Path, tmp_path: Path, what: str
) -> None:
    place = tmp_path / "home"
    if what == "a file":
        place.write_text("x", encoding="utf-8")
    else:
        (place / "index.lock").mkdir(parents=True)
    line = said(run("ingest", library, "--home", place), code=2)
    assert "--home" in line
    assert len(line.splitlines()) == 1


def test_a_setting_that_is_wrong_is_one_line_and_2(home: Path) -> None:
    line = said(run("ask", "hello", "--home", home, PARTNERLINE_ANSWER_THRESHOLD="7"), code=2)
    assert "PARTNERLINE_ANSWER_THRESHOLD" in line
    assert len(line.splitlines()) == 1


def test_a_damaged_database_is_one_line_and_2(home: Path, tmp_path: Path) -> None:
    place = tmp_path / "damaged"
    shutil.copytree(home, place)
    for file in place.glob("record.sqlite*"):
        file.unlink()
    (place / "record.sqlite").write_bytes(b"no database " * 500)
    line = said(run("ask", "hello", "--home", place), code=2)
    assert "record.sqlite" in line
    assert len(line.splitlines()) == 1


def test_every_command_has_a_help_that_a_stranger_understands() -> None:
    shown = run("--help")
    for command, says in _COMMANDS.items():
        assert says in shown.stdout
        own = run(command, "--help")
        assert own.exit_code == 0
        assert "Usage:" in own.stdout


def test_doctor_names_what_is_missing_with_its_mend_and_exits_with_1(tmp_path: Path) -> None:
    result = run("doctor", "--home", tmp_path / "home", PARTNERLINE_MODELS=str(tmp_path / "models"))
    assert result.exit_code == 1
    for words in (
        "WRONG Library",
        "is not a folder",
        "Mend:",
        "partnerline ingest",
        "not prepared",
    ):
        assert words in result.stdout
    assert not (tmp_path / "home").exists(), "nothing is changed"


def test_doctor_never_prints_a_secret(home: Path) -> None:
    secrets = {
        "PARTNERLINE_CONSOLE_TOKEN": "hunter2-hunter2-hunter2",
        "PARTNERLINE_SLACK_SIGNING_SECRET": "hunter2-signing",
    }
    shown = run("doctor", "--home", home, **secrets).output
    assert "hunter2" not in shown


def test_doctor_finds_a_token_that_can_be_guessed(home: Path) -> None:
    result = run("doctor", "--home", home, PARTNERLINE_CONSOLE_TOKEN="abc")
    assert result.exit_code == 1
    assert "PARTNERLINE_CONSOLE_TOKEN" in result.stdout


def test_doctor_finds_yaml_that_cant_be_read_and_still_looks_at_the_rest(tmp_path: Path) -> None:
    root = tmp_path / "library"
    root.mkdir()
    (root / "library.yaml").write_text("documents: 3", encoding="utf-8")
    result = run("doctor", PARTNERLINE_LIBRARY=str(root))
    assert result.exit_code == 1
    assert "library.yaml" in result.stdout
    assert "Console" in result.stdout


def test_the_whole_way_in_a_process_of_its_own_with_the_real_model(
    library: Path, tmp_path: Path
) -> None:
    environment = {k: v for k, v in os.environ.items() if "proxy" not in k.lower()} | {
        "PARTNERLINE_HOME": str(tmp_path / "home"),
        "PARTNERLINE_LIBRARY": str(library),
        "PYTHONPATH": str(ROOT / "src"),
    }

    def started(*arguments: str) -> subprocess.CompletedProcess[str]:
        program = "from partnerline.bot.cli import main; main()"
        return subprocess.run(
            [sys.executable, "-c", program, *arguments],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )

    read = started("ingest")
    assert (read.returncode, read.stderr) == (0, "")
    asked = started("ask", "price for 3 AX-200", "--partner", "acme", "--json")
    assert (asked.returncode, asked.stderr) == (0, "")
    assert json.loads(asked.stdout)["quote"]["total"] == "2437.20"
    assert started("doctor").returncode == 0
    failed = started("ask", "hello", "--home", str(library / "facts.md"))
    assert failed.returncode == 2
    assert len(failed.stderr.splitlines()) == 1
