"""What an eval is run with: an index of its own, and what answers from it."""

import atexit
import hashlib
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date

import click

from partnerline.bot.bootstrap import Opened, make_answerer, opened_index
from partnerline.bot.cli.ingest import progress_bar
from partnerline.bot.settings import Settings
from partnerline.evals.runner import Runner
from partnerline.ingest.library import load_directory
from partnerline.ingest.sync import sync


@contextmanager
def own_index(settings: Settings) -> Iterator[Opened]:
    """The index that cases are asked of, brought up to date with the library."""
    apart = settings_apart(settings)
    with opened_index(apart, threads=os.cpu_count() or 1) as opened:
        report = sync(
            apart.library,
            index=opened.index,
            embedder=opened.embedder,
            begin=progress_bar("Reading"),
        )
        for line in report.failed:
            click.echo(f"failed {line.path}: {line.problem}", err=True)
        yield opened


def settings_apart(settings: Settings) -> Settings:
    """The settings with an embedded home for this library's evals alone, so that nothing that serves is touched."""
    library = hashlib.sha256(str(settings.library.resolve()).encode()).hexdigest()[:12]
    home = settings.home / "evals" / library
    return settings.model_copy(update={"home": home, "database_url": None, "chroma_url": None})


def runner_on(opened: Opened, settings: Settings, today: date) -> Runner:
    """What puts cases to the answers of an index."""
    answerer = make_answerer(opened, settings)
    return Runner(
        answers=answerer.answer,
        directory=load_directory(settings.library),
        today=today,
        embeds=lambda text: opened.embedder.embed([text]),
        retrieves=answerer.ranked,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OpensRunner:
    """Opens a runner in a process of its own, on an index that is up to date and that nobody writes meanwhile."""

    settings: Settings
    today: date

    def __call__(self) -> Runner:
        """The runner; what it reads from stays open until the process ends."""
        stack = ExitStack()
        atexit.register(stack.close)
        opened = stack.enter_context(opened_index(settings_apart(self.settings)))
        return runner_on(opened, self.settings, self.today)
