"""Starts the bot as a process, kills it with -9, starts it again, and counts what the reps read."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[3]


class Process:
    """The bot's process; its port stays the same from one life to the next."""

    def __init__(
        self,
        home: Path,
        slack_url: str,
        *,
        slowness: float = 0.0,
        replica: str = "",
        database_url: str = "",
    ) -> None:
        self._home, self._slack_url, self._slowness = home, slack_url, slowness
        self._replica, self._database_url = replica, database_url
        with socket.create_server(("127.0.0.1", 0)) as place:
            self.port: int = place.getsockname()[1]
        self._child: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where Slack sends what happens."""
        return f"http://127.0.0.1:{self.port}/slack/events"

    def start(self, point: str = "") -> None:
        """Starts it, to die at that point, and returns when it listens."""
        command = [sys.executable, "-m", "tests.bot.slack.process", str(self._home)]
        command += [self._slack_url, str(self.port), point, str(self._slowness), self._replica]
        environment = {k: v for k, v in os.environ.items() if "proxy" not in k.lower()}
        environment["PARTNERLINE_DATABASE_URL"] = self._database_url
        environment["PYTHONPATH"] = f"{ROOT / 'src'}:{ROOT}"
        self._child = subprocess.Popen(command, cwd=self._home, env=environment)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except OSError:
                if self._child.poll() is not None:  # it died of the work it took up
                    return
                time.sleep(0.02)
            else:
                return
        raise TimeoutError("the bot does not start")

    def died(self) -> bool:
        """Waits for its death and says whether it came."""
        assert self._child is not None
        try:
            return self._child.wait(timeout=20) == -9
        except subprocess.TimeoutExpired:
            return False

    def kill(self) -> None:
        """Kills it, as nothing could prevent."""
        if self._child is not None:
            self._child.kill()
            self._child.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()
