"""Hold the sample library to its script, and the eval cases to the sample library."""

import filecmp
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
LIBRARY = ROOT / "library"
FORMATS = {".xlsx", ".csv", ".pdf", ".docx", ".pptx", ".html", ".md", ".txt"}
KINDS = {
    "price", "fact", "objection", "program", "smalltalk", "human", "unanswerable", "restricted",
    "stranger", "clarify", "adversarial", "expired", "quote", "thread", "person", "decision",
    "outside", "frustration", "other_partner",
}  # fmt: skip


def files_of(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def cases() -> Iterator[dict[str, Any]]:
    for path in sorted((ROOT / "evals" / "cases").glob("*.yaml")):
        yield from yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "library"
    command = [sys.executable, "-m", "scripts.sample_library", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


def test_the_script_makes_exactly_the_files_that_are_kept(fresh: Path) -> None:
    assert files_of(fresh) == files_of(LIBRARY)


def test_every_kept_file_has_the_bytes_the_script_gives(fresh: Path) -> None:
    names = sorted(files_of(fresh))
    _, differing, unreadable = filecmp.cmpfiles(fresh, LIBRARY, names, shallow=False)
    assert (differing, unreadable) == ([], [])


def test_all_eight_formats_are_in_the_library() -> None:
    assert {Path(name).suffix for name in files_of(LIBRARY)} >= FORMATS


def test_every_rule_matches_a_file() -> None:
    rules = yaml.safe_load((LIBRARY / "library.yaml").read_text(encoding="utf-8"))["documents"]
    assert [rule["match"] for rule in rules if not any(LIBRARY.glob(rule["match"]))] == []


def test_every_partner_has_a_manager_who_is_listed() -> None:
    people = yaml.safe_load((LIBRARY / "partners.yaml").read_text(encoding="utf-8"))
    managers = {manager["email"] for manager in people["managers"]}
    assert {partner["manager"] for partner in people["partners"]} <= managers


def test_every_case_id_is_unique() -> None:
    counts = Counter(case["id"] for case in cases())
    assert [name for name, count in counts.items() if count > 1] == []


def test_every_kind_has_cases_split_in_halves() -> None:
    counts = Counter((case["kind"], case["split"]) for case in cases())
    assert {kind for kind, _ in counts} == KINDS
    apart = {kind: abs(counts[kind, "tune"] - counts[kind, "held_out"]) for kind in KINDS}
    assert max(apart.values()) <= 2, apart


def test_every_source_a_case_names_is_in_the_library() -> None:
    named = {source for case in cases() for source in case["expect"].get("sources", [])}
    assert named - files_of(LIBRARY) == set()


def test_every_expected_total_is_its_unit_price_times_its_quantity() -> None:
    prices = [case["expect"]["price"] for case in cases() if "price" in case["expect"]]
    of_one_line = [price for price in prices if "unit_price" in price]
    assert of_one_line
    for price in of_one_line:
        assert Decimal(price["unit_price"]) * price["quantity"] == Decimal(price["total"])
