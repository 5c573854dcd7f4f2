"""A whole bot in a process of its own, which can be told where to die.

`python -m tests.bot.slack.process HOME SLACK_URL PORT [POINT] [SLOWNESS] [REPLICA]`: the record and the work are real;
POINT is a method of the record or of the answerer with `before:` or `after:`, and the process kills itself there, once a
home. A REPLICA keeps both in the PostgreSQL that PARTNERLINE_DATABASE_URL names.
"""

import asyncio
import os
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI
from tests.bot.slack.scripted import ScriptedAnswerer
from tests.bot.slack.storm_world import WIDE

from partnerline.bot.desk import Desk
from partnerline.bot.lease import Tenure
from partnerline.bot.settings import Settings
from partnerline.bot.slack.assembly import Beyond
from partnerline.bot.slack.bot import build_slack
from partnerline.bot.slack.parts import Pace
from partnerline.bot.work import Patience
from partnerline.knowledge.adapters.database import make_engine, sqlite_url
from partnerline.knowledge.adapters.enrolments import SqlEnrolments
from partnerline.knowledge.adapters.installations import SqlReplicas
from partnerline.knowledge.adapters.record import SqlRecord, migrate
from partnerline.knowledge.model import Answer, Question

TOKEN, SECRET, MANAGERS = "xoxb-fake", "fake-signing-secret", "C0MANAGERS"
PACE = Pace(
    patience=Patience(seconds=0.05, growth=1.1, tries=100),
    timeout=5,
    settle=0.2,
    sweep=1,
    post_every=0.0,
    tenure=Tenure(beat=0.5, own=5.0, others=20.0),
)


class Mortal:
    """Passes everything on to what it wraps, and dies at one call of one method, once."""

    def __init__(self, wrapped: object, point: str, tomb: Path) -> None:
        self._wrapped, self._point, self._tomb = wrapped, point, tomb

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._wrapped, name)

        def call(*arguments: Any, **named: Any) -> Any:
            self._die(f"before:{name}")
            result = method(*arguments, **named)
            self._die(f"after:{name}")
            return result

        return call

    def _die(self, here: str) -> None:
        if here == self._point and not self._tomb.exists():
            self._tomb.touch()
            os.kill(os.getpid(), signal.SIGKILL)


class SlowAnswerer(ScriptedAnswerer):
    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.seconds = seconds

    def answer(self, question: Question) -> Answer:
        time.sleep(self.seconds)
        return super().answer(question)


async def serve(
    home: Path, slack_url: str, port: int, point: str, seconds: float, replica: str
) -> None:
    url = os.environ["PARTNERLINE_DATABASE_URL"] if replica else None
    engine = make_engine(url or sqlite_url(home / "partnerline.db"))
    migrate(engine)
    tomb = home / "died"
    desk = Desk(
        answerer=Mortal(SlowAnswerer(seconds), point, tomb),
        record=Mortal(SqlRecord(engine, WIDE), point, tomb),  # type: ignore[arg-type]
        clock=lambda: datetime.now(UTC),
    )
    settings = Settings(
        _env_file=None,
        home=home,
        slack_bot_token=TOKEN,
        slack_signing_secret=SECRET,
        slack_managers_channel=MANAGERS,
        slack_api_url=slack_url,
        database_url=url,
        replica=replica,
        rep_per_minute=0,
        partner_per_minute=0,
    )
    bot = build_slack(
        settings,
        desk,
        lambda: WIDE,
        enrolments=SqlEnrolments(engine),
        pace=PACE,
        beyond=Beyond(replicas=SqlReplicas(engine) if replica else None),
    )
    assert bot is not None
    assert bot.router is not None
    await bot.start()
    app = FastAPI()
    app.include_router(bot.router)
    await uvicorn.Server(uvicorn.Config(app, port=port, log_level="error")).serve()
    await bot.stop()


def main(
    home: str,
    slack_url: str,
    port: str,
    point: str = "",
    slowness: str = "0",
    replica: str = "",
) -> None:
    asyncio.run(serve(Path(home), slack_url, int(port), point, float(slowness), replica))


if __name__ == "__main__":
    main(*sys.argv[1:])
