"""Real files by other people, where they lie beside the checkout: none is refused but for being empty."""

from pathlib import Path

import pytest

from partnerline.ingest.readers import FORMATS, read
from partnerline.ingest.splitting import passages_of
from partnerline.knowledge.errors import UnreadableError

BENCHMARKS = Path(__file__).parents[4] / "shared" / "benchmarks"


@pytest.mark.benchmarks
@pytest.mark.parametrize("folder", ["slides", "price-lists", "sghandbook/library"])
def test_real_files_are_read_into_passages(folder: str) -> None:
    root = BENCHMARKS / folder
    if not root.is_dir():
        pytest.skip(f"{folder} isn't there: it lies in shared/benchmarks beside the checkout")
    paths = [f.relative_to(root).as_posix() for f in root.rglob("*") if f.suffix in FORMATS]
    refused = {path: error for path in paths if (error := _refusal(root, path))}
    assert paths
    assert set(refused.values()) <= {"it is empty"}, refused


def _refusal(root: Path, path: str) -> str:
    try:
        return "" if passages_of(path, read(root, path)) else "it gives no passage"
    except UnreadableError as error:
        return error.problem
