"""Starts a process and measures it from outside: seconds and peak memory."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROGRAM = str(Path(sys.executable).with_name("partnerline"))
"""The installed program, beside the Python that runs this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """A process that ended well. `peak_mb` is the most memory it held at once, in MB of a million bytes."""

    seconds: float
    peak_mb: float
    output: str


def ran(command: Sequence[str], *, library: Path | None = None) -> Ran:
    """Runs a command to its end; raises `SystemExit` with what it said where it fails.

    The one who measures has to stay small: a process counts its parent's memory as its own until it has begun.
    """
    environment = dict(os.environ) | ({"PARTNERLINE_LIBRARY": str(library)} if library else {})
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=errors, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        if process.returncode:
            said = errors.read().decode(errors="replace")[-2000:]
            raise SystemExit(f"{' '.join(command)} ended with {process.returncode}:\n{said}")
        # Linux counts in units of 1,024 bytes, macOS in bytes.
        peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        text = output.read().decode(errors="replace")
    return Ran(seconds=seconds, peak_mb=peak / 1e6, output=text)


def worker(*arguments: str, module: str = "scripts.bench_worker") -> tuple[dict[str, Any], Ran]:
    """What a part of a module measured in a process of its own, and the process."""
    process = ran([sys.executable, "-m", module, *arguments])
    found: dict[str, Any] = json.loads(process.output.splitlines()[-1])
    return found, process
