"""Measures Slack's way: from event to posted answer and to acknowledgment, at several rates, beside the bare pieces.

`python scripts/bench_slack.py`: `partnerline serve` on the sample library in a process of its own, and a fake Slack
over HTTP on loopback. In the same run the same questions are answered without Slack, and the fake is called bare.
"""

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import httpx
from scripts.bench_process import PROGRAM
from scripts.bench_table import show

from partnerline.bot.bootstrap import opened_desk, today
from partnerline.bot.cli.serve import read_library
from partnerline.bot.playground import world_of
from partnerline.bot.settings import Settings
from partnerline.fake_slack import FakeSlack, Message, world_from
from partnerline.ingest.library import load_directory
from partnerline.knowledge.model import Question

QUESTIONS = (
    "need a price for 100 AX-200 asap",
    "how long does the ax-200-b keep going w/o power",
    "customer says veltrax costs a fifth less than us",
    "How does deal registration work?",
    "What is the warranty of the AX-400?",
    "list price of AX-400",
)
REPS = 100
"""Of each partner: Slack takes about one message a second in each conversation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One rate; milliseconds."""

    rate: int
    asked: int
    answered: list[float]
    acknowledged: list[float]


def main() -> int:
    """Measures everything and prints it; 1 where a question got no answer."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        settings = Settings(_env_file=None, home=Path(folder), library=options.library)
        read_library(settings)
        alone = _alone(settings, options.rounds)
        with _slack(settings) as slack, _served(settings, slack):
            bare = _bare(slack, options.rounds)
            _warm(slack)
            found = [_at(slack, rate, options.seconds) for rate in options.rates]
    _show(alone, bare, found)
    if options.json:
        options.json.write_text(json.dumps(_plain(alone, bare, found), indent=2) + "\n")
    return int(any(len(one.answered) < one.asked for one in found))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", type=Path, default=Path("library"))
    parser.add_argument("--rates", type=int, nargs="+", default=[1, 10, 50], help="events a second")
    parser.add_argument("--seconds", type=float, default=15.0, help="how long at each rate")
    parser.add_argument("--rounds", type=int, default=60, help="of each bare piece")
    parser.add_argument("--json", type=Path, help="write the numbers there as well")
    return parser.parse_args()


@contextmanager
def _slack(settings: Settings) -> Iterator[FakeSlack]:
    directory = load_directory(settings.library)
    spec = world_of(directory)
    teams = sorted(t for p in directory.partners for t in p.team_ids)[:2]
    spec["users"] += [
        {"id": f"U0BENCH{n:04d}", "team_id": teams[n % len(teams)]} for n in range(REPS * 2)
    ]
    with FakeSlack(world_from(spec)) as slack:
        yield slack


@contextmanager
def _served(settings: Settings, slack: FakeSlack) -> Iterator[None]:
    with socket.create_server(("127.0.0.1", 0)) as place:
        port = place.getsockname()[1]
    given = {
        "HOME": settings.home,
        "LIBRARY": settings.library.absolute(),
        "SYNC_SECONDS": 0,
        "REP_PER_MINUTE": 0,
        "PARTNER_PER_MINUTE": 0,
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_MANAGERS_CHANNEL": "C0MANAGERS",
        "SLACK_API_URL": slack.url,
    }
    clean = {k: v for k, v in os.environ.items() if "proxy" not in k.lower()}
    environment = clean | {f"PARTNERLINE_{name}": str(value) for name, value in given.items()}
    command = [PROGRAM, "serve", "--port", str(port)]
    with (settings.home / "serve.log").open("wb") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        try:
            _listens(process, port)
            slack.connect_http(f"http://127.0.0.1:{port}/slack/events")
            yield
        finally:
            process.terminate()
            process.wait()


def _listens(process: "subprocess.Popen[bytes]", port: int) -> None:
    """Waits for the page that says that it is up: the socket is there long before."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and process.poll() is None:
        try:
            httpx.get(f"http://127.0.0.1:{port}/healthz", timeout=1, trust_env=False)
        except httpx.HTTPError:
            time.sleep(0.1)  # a process of its own says only by its page that it is up
        else:
            return
    raise SystemExit("partnerline serve did not start")


def _alone(settings: Settings, rounds: int) -> list[float]:
    """The same questions, answered without Slack and without a record."""
    with opened_desk(settings) as (desk, directory, _):
        partner = directory.partners[0]
        questions = [Question(text=t, as_of=today(), partner=partner) for t in QUESTIONS]
        for question in questions:
            desk.answerer.answer(question)
        return [_timed(desk.answerer.answer, q) for q, _ in zip(cycle(questions), range(rounds))]


def _bare(slack: FakeSlack, rounds: int) -> list[float]:
    """The fake's own round trip: the least that any call of the bot's can take."""
    headers = {"authorization": f"Bearer {slack.bot_token}"}
    with httpx.Client(base_url=slack.url, headers=headers, trust_env=False) as client:
        client.get("auth.test")
        return [_timed(client.get, "auth.test") for _ in range(rounds)]


def _timed(act: Any, *arguments: Any) -> float:
    began = time.perf_counter()
    act(*arguments)
    return (time.perf_counter() - began) * 1000


def _warm(slack: FakeSlack) -> None:
    for number, text in enumerate(QUESTIONS):
        said = slack.tell(_rep(number), text)
        slack.wait_for(partial(slack.replies, said.channel, said.ts), 60)


def _at(slack: FakeSlack, rate: int, seconds: float) -> Measured:
    """Asks at a rate, whatever the bot keeps up with, and waits for what is still to come."""
    sent, began = len(slack.deliveries()), time.monotonic()
    asked: list[Message] = []
    texts = cycle(QUESTIONS)
    while len(asked) < rate * seconds:
        asked.append(slack.tell(_rep(len(asked)), next(texts)))
        # People ask at their own pace, however long the bot takes: that is what is measured.
        time.sleep(max(began + len(asked) / rate - time.monotonic(), 0.0))
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and not all(_answered(slack, m) for m in asked):
        time.sleep(0.2)  # looking without a pause would take the processor from the bot
    mine = [d for d in slack.deliveries()[sent:] if d.kind == "event"]
    return Measured(
        rate=rate,
        asked=len(asked),
        answered=[ms for m in asked for ms in _answered(slack, m)],
        acknowledged=[a.elapsed_ms for d in mine for a in d.attempts],
    )


def _answered(slack: FakeSlack, asked: Message) -> list[float]:
    first = slack.replies(asked.channel, asked.ts)[:1]
    return [(float(m.ts) - float(asked.ts)) * 1000 for m in first]


def _rep(number: int) -> str:
    return f"U0BENCH{number % (REPS * 2):04d}"


def _of(found: list[float], percent: int) -> float:
    return quantiles(found, n=100, method="inclusive")[percent - 1] if len(found) > 1 else 0.0


def _show(alone: list[float], bare: list[float], found: list[Measured]) -> None:
    heads = (
        "events a second",
        "asked",
        "answered",
        "median",
        "95 %",
        "x alone",
        "ack 50 %",
        "99 %",
    )
    rows = [
        (
            one.rate,
            one.asked,
            len(one.answered),
            f"{_of(one.answered, 50):.0f} ms",
            f"{_of(one.answered, 95):.0f} ms",
            f"{_of(one.answered, 50) / median(alone):.1f}",
            f"{_of(one.acknowledged, 50):.0f} ms",
            f"{_of(one.acknowledged, 99):.0f} ms",
        )
        for one in found
    ]
    show("From Slack's event to the posted answer", heads, rows)
    pieces = [
        ("answering alone", f"{median(alone):.1f} ms", f"{_of(alone, 95):.1f} ms"),
        ("a bare call of the fake Slack", f"{median(bare):.1f} ms", f"{_of(bare, 95):.1f} ms"),
    ]
    show("The bare pieces, in the same run", ("", "median", "95 %"), pieces)


def _plain(alone: list[float], bare: list[float], found: list[Measured]) -> dict[str, Any]:
    return {
        "alone_ms": median(alone),
        "bare_call_ms": median(bare),
        "rates": {
            str(one.rate): {
                "asked": one.asked,
                "answered": len(one.answered),
                "median_ms": _of(one.answered, 50),
                "p95_ms": _of(one.answered, 95),
                "ack_p50_ms": _of(one.acknowledged, 50),
                "ack_p99_ms": _of(one.acknowledged, 99),
            }
            for one in found
        },
    }


if __name__ == "__main__":
    sys.exit(main())
