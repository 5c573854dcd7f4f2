"""The page that a channel manager reads says what is so."""

import re
from pathlib import Path

import pytest

from partnerline.evals.case_rows import _CaseRow, _ExpectRow
from partnerline.evals.cases import load_cases
from partnerline.evals.comparing import SORTS
from partnerline.evals.gates import load_gates
from partnerline.evals.measures import NAMES

PAGE = (Path(__file__).parents[2] / "docs/evals.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
NAMED = set(re.findall(r"`([^`\n]+)`", PAGE))


@pytest.mark.parametrize("block", [block for block in BLOCKS if block.startswith("- id")])
def test_every_case_on_the_page_can_be_read(tmp_path: Path, block: str):
    (tmp_path / "cases.yaml").write_text(block, encoding="utf-8")
    assert len(load_cases(tmp_path)) == 1


def test_the_gates_on_the_page_can_be_read(tmp_path: Path):
    (block,) = [block for block in BLOCKS if "gates:" in block]
    (tmp_path / "gates.yaml").write_text(block, encoding="utf-8")
    assert len(load_gates(tmp_path / "gates.yaml").gates) == 3


@pytest.mark.parametrize(
    "names", [_CaseRow.model_fields, _ExpectRow.model_fields, NAMES, SORTS, ("held_out", "tune")]
)
def test_every_field_and_every_measure_is_on_the_page(names):
    assert set(names) <= NAMED
