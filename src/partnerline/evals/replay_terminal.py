"""A replay on the terminal of the one who ran it."""

from collections.abc import Sequence
from typing import TextIO

from partnerline.evals.replay import SORTS, Replayed
from partnerline.evals.replay_report import HEADINGS, TITLES, ReplayReport, replayed_rows

SHOWN = 20
"""Questions of a sort that are listed, but for prices, which all are; the report has them all."""
SHORT = 60
"""Characters of a question."""


def print_replay(report: ReplayReport, stream: TextIO) -> None:
    """Writes what would change, another price first and in capitals, then how many of each."""
    for sort in SORTS[:-1]:
        rows = report.replay.of(sort)
        if rows:
            title = TITLES[sort].upper() if sort in ("price", "broke") else TITLES[sort]
            shown = rows if sort == "price" else rows[:SHOWN]
            stream.writelines(f"{line}\n" for line in (f"{title}: {len(rows)}", *_aligned(shown)))
            if len(rows) > len(shown):
                stream.write(f"… and {len(rows) - len(shown)} more, in the report.\n")
            stream.write("\n")
    stream.write(f"{len(report.replay.rows)} questions: {report.counts}.\n")


def _aligned(rows: Sequence[Replayed]) -> list[str]:
    table = [
        HEADINGS,
        *(
            (printable(id_), shortened(question), printable(says), confidence)
            for id_, question, says, confidence in replayed_rows(rows)
        ),
    ]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return [
        "  " + "  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip()
        for row in table
    ]


def shortened(text: str, characters: int = SHORT) -> str:
    """The beginning of a text on one line."""
    line = printable(text)
    return line if len(line) <= characters else f"{line[: characters - 1].rstrip()}…"


def printable(text: str) -> str:
    """The text on one line, with nothing in it that a terminal would obey."""
    return "".join(character for character in " ".join(text.split()) if character.isprintable())
