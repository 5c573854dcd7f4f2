"""Price lists of two vendors of other trades: what is taken from them is what a careful person would take."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.vendors import brennfeld, harbourline
from tests.vendors.compare import Comparison, compare
from tests.vendors.truth import Truth

VENDORS = {"brennfeld": brennfeld.write, "harbourline": harbourline.write}


@pytest.fixture(scope="module", params=list(VENDORS.values()), ids=list(VENDORS))
def comparison(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Comparison:
    write: Callable[[Path], Truth] = request.param
    root = tmp_path_factory.mktemp("vendor")
    return compare(root, write(root))


def test_99_in_100_price_cells_are_taken_with_every_field_right(comparison: Comparison) -> None:
    assert comparison.share_taken >= 0.99, "\n".join(comparison.lines())


def test_no_price_is_taken_wrongly(comparison: Comparison) -> None:
    assert not comparison.wrong, "\n".join(comparison.lines())


def test_no_price_is_taken_from_a_cost_a_margin_or_a_hidden_cell(comparison: Comparison) -> None:
    assert not comparison.decoys, "\n".join(comparison.lines())


@pytest.mark.parametrize("write", list(VENDORS.values()), ids=list(VENDORS))
def test_the_material_is_the_same_every_time(
    write: Callable[[Path], Truth], tmp_path: Path
) -> None:
    once, again = tmp_path / "once", tmp_path / "again"
    truths = []
    for folder in (once, again):
        folder.mkdir()
        truths.append(write(folder))
    assert truths[0] == truths[1]
    files = sorted(path.relative_to(once) for path in once.rglob("*") if path.is_file())
    differing = [str(at) for at in files if (once / at).read_bytes() != (again / at).read_bytes()]
    assert not differing
