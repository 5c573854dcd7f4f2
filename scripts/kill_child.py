"""Processes to be killed: forks that run the program's own command, and say in shared memory what they are at."""

import functools
import mmap
import os
import pickle
import signal
import struct
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

# What a run imports at first use, imported here once for all of them.
import chromadb.api.rust  # noqa: F401 - loaded once, for its effect
import onnxruntime  # noqa: F401 - loaded once, for its effect
import tokenizers  # noqa: F401 - loaded once, for its effect

from partnerline.bot.cli import ingest as ingest_command
from partnerline.bot.cli import main as partnerline
from partnerline.knowledge.adapters.embedding.served import OnnxEmbedder
from partnerline.knowledge.adapters.index.store import SqlIndex
from partnerline.knowledge.adapters.index.vectors import ChromaVectors

Result = TypeVar("Result")

_STAGES = (
    "starting",
    "reading files",
    "mending the index",
    "embedding",
    "writing a document",
    "writing vectors",
    "dropping vectors",
    "dropping collections",
    "ending",
)
_FIRST_WRITE = _STAGES.index("writing a document")


class Stages:
    """What the process is doing, told through memory that it shares with the one that kills it."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, 16)
        self._watch(ingest_command, "sync", "reading files", then="ending")
        self._watch(SqlIndex, "_repair", "mending the index")
        self._watch(OnnxEmbedder, "embed_with_words", "embedding")
        self._watch(SqlIndex, "replace", "writing a document")
        self._watch(ChromaVectors, "put", "writing vectors")
        self._watch(ChromaVectors, "drop", "dropping vectors")
        self._watch(ChromaVectors, "forget_others", "dropping collections")

    def begin(self) -> None:
        """Forgets the last process."""
        self._memory[:] = bytes(16)

    def now(self) -> str:
        """What the process is at, or was when it died."""
        return _STAGES[self._memory[0]]

    def first_write(self) -> float:
        """When it began to write its first document, on the monotonic clock; 0.0 where it hasn't."""
        moment: float = struct.unpack("d", self._memory[8:16])[0]
        return moment

    def until_first_write(self, child: "Child") -> bool:
        """Waits for it; false where the process ended without."""
        while not self.first_write():
            if child.ended():
                return False
            time.sleep(
                0.0005
            )  # the run is another process, which can only be looked at again and again
        return True

    def _watch(self, owner: Any, name: str, stage: str, then: str | None = None) -> None:
        inner, number = getattr(owner, name), _STAGES.index(stage)

        @functools.wraps(inner)
        def watched(*given: Any, **named: Any) -> Any:
            before = self._memory[0] if then is None else _STAGES.index(then)
            self._memory[0] = number
            if number == _FIRST_WRITE and not self.first_write():
                self._memory[8:16] = struct.pack("d", time.monotonic())
            try:
                return inner(*given, **named)
            finally:
                self._memory[0] = before

        setattr(owner, name, watched)


class Child:
    """`partnerline --home HOME ingest LIBRARY` in a fork; what it prints goes to a file."""

    def __init__(self, home: Path, library: Path) -> None:
        self._output = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the child is spoken of
        self.code: int | None = None
        self.began, self.seconds = time.monotonic(), 0.0
        self._pid = _fork(functools.partial(self._work, home, library))

    def kill(self) -> bool:
        """Kills it with -9; false where it had ended by itself."""
        if self.ended():
            return False
        os.kill(self._pid, signal.SIGKILL)
        return self.wait() == -signal.SIGKILL

    def ended(self) -> bool:
        """Whether it is over."""
        if self.code is None:
            pid, status = os.waitpid(self._pid, os.WNOHANG)
            self._end(status) if pid else None
        return self.code is not None

    def wait(self) -> int:
        """Its exit code, once it is over; negative for a signal."""
        if self.code is None:
            self._end(os.waitpid(self._pid, 0)[1])
        return self.code or 0

    def said(self) -> str:
        """The end of what it printed."""
        self._output.seek(0)
        return self._output.read().decode(errors="replace")[-2000:]

    def _end(self, status: int) -> None:
        self.code = os.waitstatus_to_exitcode(status)
        self.seconds = time.monotonic() - self.began

    def _work(self, home: Path, library: Path) -> None:
        for stream in (1, 2):
            os.dup2(self._output.fileno(), stream)
        partnerline(["--home", str(home), "ingest", str(library)], standalone_mode=False)


def program(home: Path, library: Path) -> tuple[int, str]:
    """The installed program, run to its end: exit code and what it printed."""
    command = [str(Path(sys.executable).with_name("partnerline")), "--home", str(home), "ingest"]
    done = subprocess.run([*command, str(library)], capture_output=True, text=True, check=False)
    return done.returncode, (done.stdout + done.stderr)[-2000:]


def in_child(work: Callable[[], Result]) -> Result:
    """What `work` gives, done in a fork, so that this process never opens a database or starts a thread."""
    with tempfile.TemporaryFile() as file:

        def written() -> None:
            pickle.dump(work(), file)
            file.flush()

        status = os.waitpid(_fork(written), 0)[1]
        if status:
            raise RuntimeError(f"the reader ended with {os.waitstatus_to_exitcode(status)}")
        file.seek(0)
        result: Result = pickle.load(file)
        return result


def _fork(work: Callable[[], object]) -> int:
    threads = len(list(Path("/proc/self/task").iterdir())) if Path("/proc").exists() else 1
    if threads > 1:
        raise RuntimeError("a thread is running, and a fork would be unlike a fresh process")
    pid = os.fork()
    if pid:
        return pid
    code = 70
    try:
        work()
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    except BaseException:  # noqa: BLE001 - whatever it is, the child must end here
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
