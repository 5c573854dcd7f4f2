"""The experiments run as they are described, at the smallest size that shows it."""

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scripts.kill_library import Versions
from scripts.kill_state import State, differences, half_seen

ROOT = Path(__file__).resolve().parents[1]
LIBRARY_YAML = 'documents:\n  - match: "prices/**"\n    kind: price_list\n'
CASES = """
- id: hello
  kind: smalltalk
  split: tune
  question: Hello!
  expect: {outcome: smalltalk}
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    (folder / "prices").mkdir(parents=True)
    (folder / "library.yaml").write_text(LIBRARY_YAML)
    (folder / "prices" / "list.csv").write_text("SKU,List price,Currency\nAX-1,10.00,EUR\n")
    for name in ("returns", "warranty", "support"):
        (folder / f"{name}.md").write_text(f"# On {name}\n\nThe {name} desk answers in two days.\n")
    return folder


def run(module: str, *options: str) -> str:
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-m", module, *options],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_an_ingest_that_was_killed_ends_like_one_that_was_not(library: Path) -> None:
    said = run("scripts.kill_ingest", "--times", "3", "--library", str(library), "--files", "4")
    assert said.strip().startswith("3 kills")
    assert re.search(r"end states compared with an unkilled run: [1-9]", said)
    assert said.rstrip().endswith("differences: 0")


def test_the_bench_measures_everything_beside_its_floor(library: Path, tmp_path: Path) -> None:
    cases, data = tmp_path / "cases.yaml", tmp_path / "bench.json"
    cases.write_text(CASES)
    given = {"--library": library, "--cases": cases, "--json": data, "--rounds": 1, "--prices": 4000}  # fmt: skip
    said = run("scripts.bench", *(str(part) for pair in given.items() for part in pair))
    assert "sentence-transformers' encode alone" in said
    found = json.loads(data.read_text())
    assert set(found["ingest"]["passages_per_second"]) == {
        "ingest",
        "onnx",
        "sentence-transformers",
    }
    assert found["start"]["seconds"]["python -c pass"] < found["start"]["seconds"]["ask, a fact"]
    assert found["answers"]["smalltalk"]["answers"] == 1
    assert {part["prices"] for part in found["price lists"].values()} == {4000}
    assert set(found["price lists"]["list.xlsx"]["rows_per_second"]) == {
        *("read", "openpyxl", "calamine"),
    }
    assert list(found["quotes"]) == ["40", "400", "4000"]
    assert all(0 < book["median"] <= book["p95"] for book in found["quotes"].values())


def test_the_scale_is_measured_on_answers_and_the_indexes_are_kept(
    library: Path, tmp_path: Path
) -> None:
    desks = ("returns", "warranty", "support", "training", "shipping")
    for name in desks:
        (library / f"{name}.md").write_text(
            f"# On {name}\n\nThe {name} desk answers in two days.\n"
        )
    cases, kept = tmp_path / "cases.yaml", tmp_path / "kept"
    one = "- id: {0}\n  kind: fact\n  split: tune\n  question: How soon does the {0} desk answer?\n"
    expected = "  expect: {outcome: answered}\n"
    cases.write_text("".join(one.format(name) + expected for name in desks))
    given = {"--library": library, "--cases": cases, "--keep": kept, "--sizes": 50}
    said = run("scripts.bench_scale", *(str(part) for pair in given.items() for part in pair))
    assert "Look-ups over 5 questions" in said
    assert {line.split("  ")[0] for line in said.splitlines()} >= {"dense", "lexical", "saying"}
    assert (kept / "home-50" / "filled").exists()


STATE = State(
    documents={"a.md": ("a.md", "A", "faq", "everyone", {}, False, None, None, "1")},
    passages={"p": ("a.md", "everyone||", 0, "# A", [], "words", "A words")},
    words={"p": ("a.md", b"\x05\x06")},
    prices=[],
    promotions=[],
    shelves=frozenset({"everyone||"}),
    found={"words": ["p"]},
    vectors={("everyone", "p"): np.array([0.6, 0.8], dtype=np.float32)},
    lost=[],
    others=[],
    faults=[],
)


@pytest.mark.parametrize(
    "changed",
    [
        {"documents": {}},
        {"passages": {}},
        {"words": {"p": ("a.md", b"\x05\x09")}},
        {"prices": [("a.md", "10.00")]},
        {"promotions": [("a.md", "SPRING26")]},
        {"shelves": frozenset({"everyone||", "partners=acme||"})},
        {"found": {"words": []}},
        {"vectors": {}},
        {"vectors": {("everyone", "p"): np.array([0.8, 0.6], dtype=np.float32)}},
        {"lost": ["p"]},
        {"others": ["partnerline-old"]},
        {"faults": ["full text: malformed"]},
    ],
)
def test_any_part_of_an_index_that_is_not_as_it_should_be_is_a_difference(
    changed: dict[str, Any],
) -> None:
    if changed.get("documents") == {}:
        changed = changed | {"passages": {}, "vectors": {}}
    assert differences(STATE, STATE) == []
    assert differences(replace(STATE, **changed), STATE)


def test_a_version_that_never_was_is_not_whole(tmp_path: Path) -> None:
    assert half_seen(STATE, Versions(tmp_path))
