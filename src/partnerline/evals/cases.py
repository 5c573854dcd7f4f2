"""Cases as a company writes them, read from YAML."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from partnerline.evals.case_rows import case_of, name_of
from partnerline.evals.complaint import complaint
from partnerline.evals.model import Case
from partnerline.evals.yaml_file import read_yaml
from partnerline.knowledge.errors import CasesError

GATES_FILE = "gates.yaml"
"""The name that is never read as cases, so that gates may lie in the cases' own folder."""


def load_cases(*paths: Path) -> tuple[Case, ...]:
    """The cases of files, or of every YAML file in folders and below them, by path, file name and place.

    Raises `CasesError` naming file, case, field and mend; also where there is no case at all, or two with one id.
    """
    cases: dict[str, tuple[Case, Path]] = {}
    for file in _files(paths):
        for case in _read(file):
            if case.id in cases:
                raise CasesError(
                    f"{file}, case {case.id!r}: the id stands in {cases[case.id][1]} too. Give one another id."
                )
            cases[case.id] = (case, file)
    if not cases:
        named = ", ".join(map(str, paths))
        raise CasesError(f"{named}: holds no case. Name a YAML file or folder with at least one.")
    return tuple(case for case, _ in cases.values())


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """Each file once, also where one path lies in another."""
    found = (file for path in paths for file in _files_of(path))
    return iter({file.resolve(): file for file in found}.values())


def _files_of(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = (file for file in path.rglob("*") if file.suffix in {".yaml", ".yml"})
    return sorted(file for file in found if file.name != GATES_FILE)


def _read(file: Path) -> list[Case]:
    rows = read_yaml(file)
    if rows is None:
        return []
    if not isinstance(rows, list):
        raise CasesError(f"{file}: isn't a list. Begin every case with a dash.")
    return [_case(file, number, row) for number, row in enumerate(rows, start=1)]


def _case(file: Path, number: int, row: object) -> Case:
    try:
        return case_of(row)
    except ValidationError as error:
        raise CasesError(f"{file}, {name_of(row, number)}: {complaint(error)}") from error
