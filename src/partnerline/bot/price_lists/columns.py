"""Rows of text under one another, within the width of a terminal."""

from collections.abc import Collection, Sequence
from textwrap import wrap

WIDTH = 100
"""Characters that a line has at most, unless what can't be cut needs more."""

NARROWEST = 6
"""Characters that a column keeps when others need room."""

_GAP = "  "


def clean(text: str) -> str:
    """The text on one line, without what a terminal would take for a command."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def cut(text: str, width: int) -> str:
    """The text on one line, its end left out where it is longer."""
    shown = clean(text)
    return shown if len(shown) <= width else f"{shown[: max(width - 1, 0)]}…"


def wrapped(text: str, *, indent: str = "  ") -> list[str]:
    """The text over as many lines as it takes; those after the first stand further to the right."""
    return wrap(
        clean(text),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=f"{indent}    ",
        break_on_hyphens=False,
    )


def aligned(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    right: Collection[str] = (),
    whole: Collection[str] = (),
    indent: str = "  ",
    width: int = WIDTH,
) -> list[str]:
    """The heads and the rows as lines; empty columns are left out.

    Columns named in `right` stand to the right, and like those in `whole` are never cut: amounts and places are read
    whole or not at all.
    """
    kept = [n for n in range(len(heads)) if any(row[n] for row in rows)]
    cells = [[clean(row[n]) for n in kept] for row in (heads, *rows)]
    names = [heads[n] for n in kept]
    flexible = [i for i, name in enumerate(names) if name not in right and name not in whole]
    widths = _fitted(
        [max(map(len, column)) for column in zip(*cells, strict=True)],
        flexible,
        width - len(indent) - len(_GAP) * (len(kept) - 1),
    )
    return [
        indent + _GAP.join(
            cut(cell, wide).rjust(wide) if name in right else cut(cell, wide).ljust(wide)
            for cell, wide, name in zip(row, widths, names, strict=True)
        ).rstrip()
        for row in cells
    ]  # fmt: skip


def _fitted(widths: list[int], flexible: Sequence[int], room: int) -> list[int]:
    """The widths, the widest of those that may be cut made narrower until all fit."""
    fitted = list(widths)
    while sum(fitted) > room:
        widest = max(flexible, key=lambda i: fitted[i], default=None)
        if widest is None or fitted[widest] <= NARROWEST:
            break
        fitted[widest] -= 1
    return fitted
