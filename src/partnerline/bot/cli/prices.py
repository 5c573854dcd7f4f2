"""`partnerline prices`: how a price list is read, and how two differ."""

import json
from pathlib import Path
from typing import Any

import click

from partnerline.bot.price_lists import check_data, check_text, difference_text
from partnerline.bot.price_lists.as_data import difference_object
from partnerline.bot.price_lists.file import ListFile, read_list
from partnerline.bot.price_lists.unread import unread_in
from partnerline.ingest.prices.difference import difference

_File = click.Path(exists=True, dir_okay=False, path_type=Path)
_library = click.option(
    "--library",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The library whose rules hold.  [default: the folder around FILE that has a library.yaml or partners.yaml]",
)
_partners = click.option(
    "--partners",
    type=_File,
    help="A partners.yaml whose tiers, regions and partners headings may name.  [default: the library's]",
)
_verbose = click.option("--verbose", is_flag=True, help="Show everything, not the first 20.")
_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


@click.group("prices")
def command() -> None:
    """Look at price lists before they are trusted. Nothing is indexed or changed."""


@command.command("check")
@click.argument("file", type=_File)
@_library
@_partners
@_verbose
@_json
def check(
    file: Path, library: Path | None, partners: Path | None, *, verbose: bool, as_json: bool
) -> None:
    """Show how FILE is read as a price list or a promotions table: tables, columns, a sample of rows, what is refused.

    Exits with 1 where nothing was taken.
    """
    found = read_list(file, library=library, partners=partners)
    if as_json:
        _print_object(check_data.checked(found))
    else:
        click.echo(check_text.rendered(found, every=verbose))
    raise SystemExit(0 if found.taken else 1)


@command.command("diff")
@click.argument("old", type=_File)
@click.argument("new", type=_File)
@_library
@_partners
@_verbose
@_json
def diff(
    old: Path,
    new: Path,
    library: Path | None,
    partners: Path | None,
    *,
    verbose: bool,
    as_json: bool,
) -> None:
    """Show what rose, fell, came, went and changed from the price list OLD to NEW, and what can't be compared."""
    before, after = (read_list(one, library=library, partners=partners) for one in (old, new))
    for name, found in ((old, before), (new, after)):
        if not found.listed.prices:
            click.echo(f"partnerline: no price was taken from {name}.", err=True)
    result = difference(
        before.listed.prices,
        after.listed.prices,
        unread_old=unread_in(before),
        unread_new=unread_in(after),
    )
    sides = {"old": _side(old, before), "new": _side(new, after)}
    if as_json:
        _print_object(difference_object(result, **sides))
    else:
        click.echo(difference_text.rendered(result, **sides, every=verbose))


def _side(file: Path, found: ListFile) -> tuple[str, Any]:
    return file.name.encode(errors="replace").decode(), found.listed.refused


def _print_object(found: dict[str, Any]) -> None:
    click.echo(json.dumps(found, ensure_ascii=False, indent=2))
