"""What two processes make of one library."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import sys
from pathlib import Path
from partnerline.ingest.sync import sync
from tests.fakes import FakeEmbedder, FakeIndex
index = FakeIndex()
sync(Path(sys.argv[1]), index=index, embedder=FakeEmbedder())
print(index.documents()["playbook.md"].digest)
"""
LIBRARY = 'documents:\n  - match: "*"\n    audience: {tiers: [gold, silver, bronze, platinum, registered]}\n'


def digest(library: Path, hash_seed: int) -> str:
    found = os.environ | {
        "PYTHONHASHSEED": str(hash_seed),
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }
    command = [sys.executable, "-c", SCRIPT, str(library)]
    done = subprocess.run(command, env=found, capture_output=True, text=True, check=True)
    return done.stdout


def test_a_file_for_several_tiers_is_the_same_document_to_every_process(tmp_path: Path) -> None:
    (tmp_path / "library.yaml").write_text(LIBRARY)
    (tmp_path / "playbook.md").write_text("# Playbook\n\nFor the tiers that are named.\n")
    # Each process puts a set of words in an order of its own.
    assert digest(tmp_path, 1) == digest(tmp_path, 2)
