import os
import subprocess
import sys
from pathlib import Path


def test_where_there_is_no_chromium_the_last_line_says_so() -> None:
    root = Path(__file__).parents[3]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "tests/bot/console/test_browser.py", "-k", "policy"],
        cwd=root,
        env={**os.environ, "CHROMIUM": "no-such-chromium"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    last = run.stdout.strip().splitlines()[-1]
    assert last.startswith("Browser tests did not run: no Chromium was found.")
    assert last.endswith("1 tests wait for it.")
