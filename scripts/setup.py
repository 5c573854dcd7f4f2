"""Makes .venv with everything in it: `python -m scripts.setup run` for the demo, `dev` for tests and checks too.

`lock` writes constraints.txt anew. It needs nothing but Python, and a run that finds everything as it should be
starts no pip. Nothing half-made is ever trusted: a mark stands in .venv while it is being changed, and a later run that
finds the mark begins again.
"""

# An older Python has to read this far, to be told that it is too old.
from __future__ import annotations

import fcntl
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
UNFINISHED = VENV / ".unfinished"
STAMP = VENV / ".ready.json"
CONSTRAINTS = ROOT / "constraints.txt"
OLDEST = (3, 11)
EXTRAS = {"run": ("models",), "dev": ("models", "fit", "llm", "dev")}
TORCH_INDEX = "PARTNERLINE_TORCH_INDEX"
HEADER = """\
# Exactly what was tested. `make lock` writes this file anew with the newest versions that pyproject.toml allows;
# torch stays as it is named here, because its newest build may come without one for the CPU alone.
"""
OF_ONE_MACHINE = ("cuda-", "nvidia-", "triton")
"""Beginnings of the names of what torch needs where it comes with CUDA."""


class SetupFailed(Exception):
    """Set-up can't go on; the message says why, and what mends it."""


def main(arguments: Sequence[str]) -> int:
    """Does what is asked for; 2 where it can't be done."""
    asked = arguments[0] if arguments else "run"
    try:
        require_python(sys.version_info[:2])
        with alone():
            if asked == "lock":
                lock()
            else:
                make_ready(asked)
    except SetupFailed as failure:
        print(f"set-up: {failure}", file=sys.stderr)
        return 2
    return 0


def require_python(version: tuple[int, ...]) -> None:
    """Raises `SetupFailed` for a Python that is too old."""
    if version < OLDEST:
        raise SetupFailed(
            f"Python 3.11 or newer is needed, and {sys.executable} is {'.'.join(map(str, version))}. "
            "Install a newer one, or name it where it is already there: make PYTHON=/path/to/python3 …"
        )


@contextmanager
def alone() -> Iterator[None]:
    """One set-up at a time: a second one waits for the first."""
    folder = os.open(ROOT, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Waiting for another set-up in this folder")
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def make_ready(level: str) -> None:
    """Brings .venv to what the level needs; does nothing where it is there."""
    made = stamp()
    if made and made == wanted(made["level"]) and level in {"run", made["level"]}:
        return
    if made and made["level"] == "dev":
        level = "dev"  # what is there is kept up to date
    if not usable(made):
        make_venv()
    UNFINISHED.touch()
    STAMP.unlink(missing_ok=True)
    install_torch()
    pip(VENV, "Installing Partnerline", "--editable", f".[{','.join(EXTRAS[level])}]")
    step("Preparing the model", [VENV / "bin" / "partnerline", "prepare"], VENV)
    STAMP.write_text(json.dumps(wanted(level)), encoding="utf-8")
    UNFINISHED.unlink()
    hint_at_cuda()


def stamp() -> dict[str, str] | None:
    """What the last set-up left; `None` where it didn't come to its end, or the Python it used is gone."""
    if UNFINISHED.exists() or not STAMP.exists() or not (VENV / "bin" / "python").exists():
        return None
    found: dict[str, str] = json.loads(STAMP.read_text(encoding="utf-8"))
    return found


def wanted(level: str) -> dict[str, str]:
    """What a set-up of today leaves."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = json.dumps([project["project"], project["build-system"]], sort_keys=True)
    inputs = hashlib.sha256(asked.encode() + CONSTRAINTS.read_bytes()).hexdigest()
    # A virtual environment holds its own path: a folder that was moved needs a new one.
    return {"level": level, "inputs": inputs, "root": str(ROOT)}


def usable(made: dict[str, str] | None) -> bool:
    """Whether the .venv that is there can be brought up to date rather than made anew."""
    if UNFINISHED.exists() or (made and made["root"] != str(ROOT)):
        return False
    python = VENV / "bin" / "python"
    probe = f"import pip, sys; sys.exit(sys.version_info < {OLDEST})"
    return python.exists() and subprocess.run([python, "-c", probe], check=False).returncode == 0


def make_venv() -> None:
    """Makes .venv anew."""
    require_venv()
    shutil.rmtree(VENV, ignore_errors=True)
    VENV.mkdir()
    UNFINISHED.touch()
    version = ".".join(map(str, sys.version_info[:3]))
    step(f"Making .venv with Python {version}", [sys.executable, "-m", "venv", VENV], VENV)


def require_venv() -> None:
    """Raises `SetupFailed` where this Python lacks what a virtual environment takes; Debian packs it apart."""
    for module in ("venv", "ensurepip"):
        if importlib.util.find_spec(module) is None:
            raise SetupFailed(
                f"{sys.executable} can't make a virtual environment, because it lacks its module {module}. On Debian "
                "and Ubuntu: apt-get install python3-venv. Elsewhere name another Python: make PYTHON=/path/to/python3 …"
            )


def install_torch() -> None:
    """Takes torch from the index that the user names; without one, the ordinary index gives it with the rest."""
    index = os.environ.get(TORCH_INDEX)
    if not index:
        return
    options = ("--no-deps", "--index-url", index, "--retries", "0", "--timeout", "5")
    try:
        pip(VENV, f"Installing torch from {TORCH_INDEX}", *options, pinned("torch"))
    except SetupFailed:
        print(f"{TORCH_INDEX} doesn't give {pinned('torch')}; the ordinary index is asked.")


def pinned(name: str) -> str:
    """The line of constraints.txt about a package."""
    lines = CONSTRAINTS.read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith(f"{name}=="))


def hint_at_cuda() -> None:
    """Says so where torch came with CUDA, of which nothing here makes use."""
    if any(VENV.glob("lib/python*/site-packages/torch/lib/libtorch_cuda*")):
        print(
            f"torch came with CUDA, several GB of it; the README tells how {TORCH_INDEX} avoids that."
        )


def pip(venv: Path, title: str, *arguments: str | Path, constraints: Path = CONSTRAINTS) -> None:
    """Installs into a virtual environment."""
    program = (venv / "bin" / "python", "-m", "pip", "install", "--no-input")
    step(title, [*program, "--constraint", constraints, *arguments], venv)


def step(title: str, command: Sequence[str | Path], venv: Path) -> None:
    """Runs a command, showing how long it takes and nothing else; raises `SetupFailed` with its last lines."""
    log = venv / "setup.log"
    began, shown = time.monotonic(), sys.stdout.isatty()
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    with log.open("ab") as output:
        start = output.tell()
        running = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
        while True:
            try:
                code = running.wait(timeout=1)
                break
            except subprocess.TimeoutExpired:
                if shown:
                    print(f"\r{title}: {time.monotonic() - began:.0f} s", end="", flush=True)
    print(f"{chr(13) if shown else ''}{title}: {time.monotonic() - began:.0f} s", flush=True)
    if code:
        last = log.read_bytes()[start:].decode(errors="replace").splitlines()[-15:]
        raise SetupFailed("\n".join([f"{title} failed with exit code {code}:", *last]))


def lock() -> None:
    """Writes constraints.txt with the newest versions that fit together and run on the oldest Python."""
    from scripts.requirements import requirements  # an older Python lacks what that reads

    require_venv()
    project = ROOT / "pyproject.toml"
    asked = [*requirements(project), *chain(*(requirements(project, e) for e in EXTRAS["dev"]))]
    with tempfile.TemporaryDirectory() as folder:
        venv, kept, report = (Path(folder, name) for name in ("venv", "kept.txt", "report.json"))
        kept.write_text(pinned("torch"), encoding="utf-8")
        venv.mkdir()
        step("Making an environment", [sys.executable, "-m", "venv", venv], venv)
        oldest = ("--python-version", ".".join(map(str, OLDEST)), "--only-binary", ":all:")
        dry = ("--dry-run", "--report", report, "--target", Path(folder, "nowhere"))
        pip(venv, "Finding the newest of everything", *dry, *oldest, *asked, constraints=kept)
        found = json.loads(report.read_text(encoding="utf-8"))["install"]
    versions = ("{name}=={version}".format(**item["metadata"]) for item in found)
    CONSTRAINTS.write_text(HEADER + "".join(exact(versions)), encoding="utf-8")


def exact(versions: Iterable[str]) -> list[str]:
    """Sorted lines `name==version`: without a build's local version, and what only one machine needs."""
    lines = (line.split("+")[0] + "\n" for line in versions)
    return sorted((line for line in lines if not line.startswith(OF_ONE_MACHINE)), key=str.casefold)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
