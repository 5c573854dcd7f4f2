"""Finds a Chromium for the tests that need one, and says in the last lines where there was none."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

NONE_FOUND = (
    "Browser tests did not run: no Chromium was found. Install one (Debian: apt-get install chromium) or name it "
    "by the environment variable CHROMIUM."
)
_NAMES = ("chromium", "chromium-browser", "google-chrome")


def find_chromium() -> str | None:
    """The path of a Chromium: the one that CHROMIUM names, else the first on the PATH."""
    named = os.environ.get("CHROMIUM")
    return next(filter(None, map(shutil.which, [named] if named else _NAMES)), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running Chromium; skips the test where there is none."""
    path = find_chromium()
    if path is None:
        pytest.skip("no Chromium was found")
    # Chromium's own sandbox refuses to start for root, as in most containers; only our own pages are opened.
    args = ["--no-sandbox", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=args)
        try:
            yield browser
        finally:
            browser.close()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Says plainly that browser tests did not run: the last line of all."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    missed = sum("browser" in getattr(report, "keywords", {}) for report in skipped)
    if missed and find_chromium() is None:
        reporter.write_line(f"{NONE_FOUND} {missed} tests wait for it.", yellow=True)
