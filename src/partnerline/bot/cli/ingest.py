"""`partnerline ingest`: a folder of documents into the index."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click
from tqdm import tqdm

from partnerline.bot.bootstrap import bring_kept_into, opened_index
from partnerline.bot.cli.options import home_option, settings_for
from partnerline.ingest.report import rendered
from partnerline.ingest.sync import Progress, sync
from partnerline.knowledge.errors import LibraryError


@click.command("ingest")
@click.argument("library", required=False, type=click.Path(path_type=Path))
@click.option(
    "--rebuild",
    is_flag=True,
    help="Drop the index first, as after a change of the embedding model.",
)
@click.option("--verbose", is_flag=True, help="Name everything that was left out.")
@home_option
@click.pass_context
def command(
    ctx: click.Context, library: Path | None, own_home: str | None, *, rebuild: bool, verbose: bool
) -> None:
    """Read LIBRARY into the index: new and changed files are read, files that are gone leave it.

    LIBRARY is a folder; PARTNERLINE_LIBRARY or library/ without it. A file that can't be read is named with its mend,
    and the rest goes in. Exits with 2 where nothing could be indexed.
    """
    settings = settings_for(ctx, own_home, library=library)
    if not settings.library.is_dir():
        raise LibraryError(
            f"{settings.library} is not a folder. Name the library's folder, or set PARTNERLINE_LIBRARY."
        )
    with opened_index(settings, rebuild=rebuild, threads=os.cpu_count() or 1) as opened:
        report = sync(
            settings.library,
            index=opened.index,
            embedder=opened.embedder,
            begin=progress_bar("Reading"),
        )
        kept = bring_kept_into(settings, opened)
    click.echo(rendered(report, every=verbose))
    if kept:
        click.echo(f"{kept} answer{'' if kept == 1 else 's'} that managers keep.")
    if report.indexed == 0:
        click.echo("partnerline: nothing could be indexed.", err=True)
        raise SystemExit(2)


def progress_bar(title: str) -> Callable[[int], Progress]:
    """Makes a bar that moves by one with each path: on a terminal, and nothing elsewhere."""

    def begin(total: int) -> Progress:
        bar = tqdm(
            total=total, desc=title, unit="file", disable=not sys.stderr.isatty(), leave=False
        )

        def done(_path: str) -> None:
            bar.update()
            if bar.n >= total:
                bar.close()

        return done

    return begin
