"""Adds cases to a YAML file that people keep by hand: what stands in it stays as it is, to the letter."""

import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from partnerline.evals.asked import Draft
from partnerline.evals.yaml_file import read_yaml
from partnerline.knowledge.errors import CasesError

HEADING = "# Questions that reps really asked."
TO_COMPLETE = (
    "TO COMPLETE: say under expect what a right answer is, as outcome: answered with contains,"
    " sources or price; until then the file can't be run."
)


class _Plain(yaml.SafeDumper):
    """Writes text of several lines as such, and every value where it stands."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the dumper's own signature
        """Never refers to another case's value."""
        return True


_BREAKS_OF_OTHERS = re.compile("[\r\x85\u2028\u2029]")
"""What YAML takes for the end of a line too, and would give back as another one."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = '"' if _BREAKS_OF_OTHERS.search(text) else "|" if "\n" in text else ""
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Plain.add_representer(str, _text)


def rendered(draft: Draft) -> str:
    """The case as YAML, with what a person has to do in a comment before it."""
    comments = (TO_COMPLETE, draft.missing) if draft.missing else ()
    body = yaml.dump(
        [dict(draft.row)],
        Dumper=_Plain,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=None,
        width=110,
    )
    return "".join(f"# {_one_line(comment)}\n" for comment in comments) + body


def known_ids(file: Path) -> frozenset[str]:
    """The ids of the cases in the file and in those beside it; a neighbour that can't be read has none.

    Raises `CasesError` where the file itself can't be read.
    """
    beside = (
        other
        for ending in ("*.yaml", "*.yml")
        for other in file.parent.glob(ending)
        if other != file
    )
    return frozenset((*_ids(_rows(file)), *(name for other in beside for name in _readable(other))))


def add(file: Path, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Adds the cases whose ids aren't there yet at the file's end, and gives them; the file is made where it isn't there.

    Raises `CasesError`, and leaves the file as it is, where it isn't a list that can be added to.
    """
    known = known_ids(file)
    fresh = tuple({draft.id: draft for draft in drafts if draft.id not in known}.values())
    if fresh:
        _write(file, _extended(file, fresh))
    return fresh


def _extended(file: Path, drafts: Iterable[Draft]) -> str:
    before = _read(file)
    end = "\r\n" if "\r\n" in before else "\n"
    indent = " " * _column(file, before)
    added = "\n".join(map(rendered, drafts)).rstrip("\n").split("\n")
    lines = [f"{indent}{line}" if line else "" for line in added]
    start = before if before.endswith("\n") or not before else before + end
    gap = end if start.strip() and not start.endswith(end * 2) and _rows(file) else ""
    whole = f"{start or HEADING + end}{gap}{end.join(lines)}{end}"
    wanted = [*_rows(file), *(dict(draft.row) for draft in drafts)]
    if _parsed(whole) != wanted:
        raise CasesError(f"{file}: nothing can be added at its end. Name another by --file.")
    return whole


def _column(file: Path, text: str) -> int:
    """Where the file's dashes stand."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    if node is None or node.tag == "tag:yaml.org,2002:null":
        return 0
    if not isinstance(node, yaml.SequenceNode) or node.flow_style:
        raise CasesError(f"{file}: isn't a list with dashes. Begin every case with a dash.")
    return node.start_mark.column


def _rows(file: Path) -> list[Any]:
    rows = read_yaml(file) if file.exists() else None
    if rows is None:
        return []
    if not isinstance(rows, list):
        raise CasesError(f"{file}: isn't a list. Begin every case with a dash.")
    return rows


def _readable(file: Path) -> Iterator[str]:
    try:
        rows = _rows(file)
    except CasesError:
        return
    yield from _ids(rows)


def _ids(rows: Iterable[Any]) -> Iterator[str]:
    yield from (str(row["id"]) for row in rows if isinstance(row, Mapping) and "id" in row)


def _parsed(text: str) -> object:
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError:
        return None


def _read(file: Path) -> str:
    """The text with its own ends of lines; that it can be read was seen before."""
    return file.read_bytes().decode() if file.exists() else ""


def _write(file: Path, text: str) -> None:
    """Puts the text in the file's place in one step, so that no reader sees half of it."""
    real = file.resolve()
    fresh = real.with_name(f".{real.name}.new")
    try:
        real.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(text.encode())
        if real.exists():
            shutil.copymode(real, fresh)
        fresh.replace(real)
    except OSError as error:
        raise CasesError(f"{file}: can't be written. Name another by --file.") from error


def _one_line(text: str) -> str:
    return "".join(character for character in " ".join(text.split()) if character.isprintable())
