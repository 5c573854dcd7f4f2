"""Other processes that use the same database: `python processes.py ROLE URL [PREFIX]`, told to start by a line."""

import itertools
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime


def claim_each(url: str, numbers: Iterator[int], prefix: str = "q") -> None:
    """Claims a question for each number and says which it got."""
    from partnerline.knowledge.adapters.database import make_engine
    from partnerline.knowledge.adapters.record import SqlRecord
    from partnerline.knowledge.model import Origin, Question
    from partnerline.knowledge.partners import Directory

    record = SqlRecord(make_engine(url), Directory())
    question = Question(text="?", as_of=date(2026, 3, 2))
    origin = Origin(door="terminal", thread="t")
    now = datetime(2026, 3, 2, tzinfo=UTC)
    _wait()
    for number in numbers:
        if record.claim(f"{prefix}{number}", question, origin, now):
            _say(f"{prefix}{number}")


def bring_up(url: str) -> None:
    """Migrates the database."""
    from partnerline.knowledge.adapters.database import make_engine
    from partnerline.knowledge.adapters.record import migrate

    engine = make_engine(url)
    _wait()
    migrate(engine)
    _say("up")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _wait() -> None:
    _say("ready")
    sys.stdin.readline()


@contextmanager
def started(count: int, *arguments: str) -> Iterator[list[subprocess.Popen[str]]]:
    """So many processes in one role, all told to go at once; what is left of them at the end is killed."""
    command = [sys.executable, __file__, *arguments]
    with ExitStack() as stack:
        running = [
            stack.enter_context(
                subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            )
            for _ in range(count)
        ]
        for process in running:
            stack.callback(process.kill)
        for process in running:
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
        for process in running:
            assert process.stdin
            process.stdin.write("go\n")
            process.stdin.flush()
        yield running


if __name__ == "__main__":
    role, url = sys.argv[1:3]
    if role == "claim-forever":
        claim_each(url, itertools.count())
    elif role == "claim-hundred":
        claim_each(url, iter(range(100)))
    else:
        bring_up(url)
