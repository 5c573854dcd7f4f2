"""Prints what pyproject.toml requires, a requirement a line: `requirements.py` for the program, `requirements.py EXTRA` for an extra.

The image installs them in a layer of their own, which a change of the source leaves as it is.
"""

import sys
import tomllib
from pathlib import Path


def requirements(project: Path, extra: str | None = None) -> list[str]:
    """The requirements of the program, or of one of its extras; raises `KeyError` for an extra there is none of."""
    table = tomllib.loads(project.read_text(encoding="utf-8"))["project"]
    found: list[str] = table["optional-dependencies"][extra] if extra else table["dependencies"]
    return found


if __name__ == "__main__":
    print(*requirements(Path("pyproject.toml"), *sys.argv[1:]), sep="\n")
