"""Write the sample library into the folder named on the command line."""

import argparse
from pathlib import Path

from scripts.sample_library.documents import DOCUMENTS


def write_library(folder: Path) -> int:
    """Write every document under `folder` and return how many there are."""
    for name, render in DOCUMENTS.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(render())
    return len(DOCUMENTS)


def main() -> None:
    """Read the command line and write the library."""
    parser = argparse.ArgumentParser(prog="python -m scripts.sample_library", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the library is written")
    folder: Path = parser.parse_args().folder
    print(f"{write_library(folder)} files written to {folder}")


if __name__ == "__main__":
    main()
