"""What a reading of the library did: a line a file, and a summary."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from partnerline.knowledge.errors import UnreadableError
from partnerline.knowledge.model import Kind

Status = Literal["new", "changed", "unchanged", "removed", "failed", "skipped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What became of one file.

    `problem` says what is wrong with a failed or skipped one, its `place` and the `mend` with it; `refused` are the
    cells of prices and promotions that were left out, `notes` what else the reader left out.
    """

    path: str
    status: Status
    kind: Kind | None = None
    passages: int = 0
    prices: int = 0
    promotions: int = 0
    problem: str = ""
    refused: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Every file of the library, by path, and the rules that matched none."""

    lines: tuple[Line, ...]
    idle_rules: tuple[str, ...] = ()

    @property
    def indexed(self) -> int:
        """How many documents the index holds now."""
        return sum(line.status in {"new", "changed", "unchanged"} for line in self.lines)

    @property
    def failed(self) -> tuple[Line, ...]:
        """The files that could not be read."""
        return tuple(line for line in self.lines if line.status == "failed")


def failed(error: UnreadableError) -> Line:
    """The line of a file that can't be read."""
    return Line(
        path=error.path, status="failed", problem=str(error).removeprefix(f"{error.path}: ")
    )


def rendered(report: Report, *, most: int = 20, every: bool = False) -> str:
    """The report for a terminal: problems first, then a summary by kind; long lists are cut at `most` a file."""
    parts = [
        _problems(report, every=every),
        _taken(report, every=every),
        _left_out(report, len(report.lines) if every else most),
        _summary(report),
    ]
    return "\n".join(part for part in parts if part)


def _problems(report: Report, *, every: bool) -> str:
    failed_lines = [f"failed   {line.path}: {line.problem}" for line in report.failed]
    skipped = [line for line in report.lines if line.status == "skipped"]
    shown = skipped if every else skipped[:10]
    lines = failed_lines + [f"skipped  {line.path}: {line.problem}" for line in shown]
    if len(skipped) > len(shown):
        lines.append(f"skipped  {len(skipped) - len(shown)} more; `--verbose` names them")
    lines += [
        f"rule     {pattern!r} in library.yaml matches no file" for pattern in report.idle_rules
    ]
    return "\n".join(lines)


def _taken(report: Report, *, every: bool) -> str:
    """How many prices each list gave and promotions each table, of those that were read now."""
    shown = {"new", "changed", "unchanged"} if every else {"new", "changed"}
    lines = []
    for line in report.lines:
        counted = {
            "price_list": _count(line.prices, "price"),
            "promotions": _count(line.promotions, "promotion"),
        }
        if line.kind in counted and line.status in shown:
            of_them = f", {len(line.refused):,} left out" if line.refused else ""
            lines.append(f"took     {line.path}: {counted[line.kind]}{of_them}")
    return "\n".join(lines)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun if number == 1 else f'{noun}s'}"


def _left_out(report: Report, most: int) -> str:
    return "\n".join(
        f"left out {line.path}: {words}"
        for line in report.lines
        for words in _cut((*line.refused, *line.notes), most)
    )


def _cut(words: Sequence[str], most: int) -> list[str]:
    shown = list(words[:most])
    if most and len(words) > most:
        shown.append(f"{len(words) - most} more; `--verbose` names them")
    return shown


def _summary(report: Report) -> str:
    kinds: dict[str, Counter[str]] = {}
    for line in report.lines:
        if line.kind is not None and line.status != "removed":
            kinds.setdefault(line.kind, Counter()).update(
                documents=1,
                passages=line.passages,
                prices=line.prices,
                promotions=line.promotions,
                refused=len(line.refused),
            )
    columns = {"documents": 10, "passages": 10, "prices": 8, "promotions": 12}
    heads = "".join(f"{name:>{width}}" for name, width in columns.items())
    rows = [f"{'kind':<12}{heads}{'left out':>10}"]
    for kind, counts in sorted(kinds.items()):
        numbers = "".join(f"{counts[name]:>{width},}" for name, width in columns.items())
        rows.append(f"{kind:<12}{numbers}{counts['refused']:>10,}")
    statuses = Counter(line.status for line in report.lines)
    counted = ", ".join(f"{n:,} {status}" for status, n in sorted(statuses.items()))
    return "\n".join(
        [
            *rows,
            f"{report.indexed:,} documents in the index: {counted or 'the folder holds no files'}.",
        ]
    )
