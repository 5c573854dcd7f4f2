"""Kills the Slack bot at random moments between Slack's event and the reply, and counts what the reps read.

`python scripts/kill_slack.py --times 200`: one bot, one home, real processes, a fake Slack over HTTP on loopback. Each
round asks one question (every third is escalated), kills the bot with -9 after a random delay, and starts it again. At
the end every question must have one reply and every escalation one card; exit code 1 where one has not.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.bot.slack.kills import Process  # noqa: E402  (the same)

from partnerline.fake_slack import FakeSlack, Message  # noqa: E402  (the path comes first)

MANAGERS = "C0MANAGERS"


def main() -> int:
    """Runs the experiment and prints its summary."""
    options = _options()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as home, FakeSlack(retry_delays=_delays()) as slack:
        bot = Process(Path(home), slack.url, slowness=options.slowness)
        slack.connect_http(bot.url)
        bot.start()
        began = time.monotonic()
        asked = [_round(slack, bot, chance, n, options.longest) for n in range(options.times)]
        _wait(slack, asked)
        bot.kill()
        return _summary(slack, asked, time.monotonic() - began, options.seed)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200, help="how often to kill")
    parser.add_argument("--seed", type=int, default=1, help="of the random moments")
    parser.add_argument("--longest", type=float, default=0.5, help="longest life after a question")
    parser.add_argument("--slowness", type=float, default=0.1, help="seconds an answer takes")
    return parser.parse_args()


def _delays() -> tuple[float, ...]:
    # Slack's own redeliveries come after a minute and after five, when the bot is long back; these come until it is.
    return (0.2, *[1.0] * 120)


def _round(
    slack: FakeSlack, bot: Process, chance: random.Random, n: int, longest: float
) -> Message:
    text = f"Please escalate {n}" if n % 3 == 0 else f"Question {n}?"
    message = slack.say("U0RITA", "C0ACME", text, mention=True)
    time.sleep(chance.uniform(0, longest))
    bot.kill()
    bot.start()
    if sys.stderr.isatty():
        print(f"\r{n + 1} kills", end="", file=sys.stderr)
    return message


def _wait(slack: FakeSlack, asked: list[Message]) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if all(slack.replies(m.channel, m.ts) for m in asked) and len(_cards(slack)) >= -(
            -len(asked) // 3
        ):
            break
        time.sleep(0.2)
    time.sleep(3)  # what would stand twice has had its time to arrive


def _cards(slack: FakeSlack) -> list[Message]:
    return slack.messages(MANAGERS, by_bot=True)


def _summary(slack: FakeSlack, asked: list[Message], seconds: float, seed: int) -> int:
    replies = Counter(min(len(slack.replies(m.channel, m.ts)), 2) for m in asked)
    cards, wanted = len(_cards(slack)), -(-len(asked) // 3)
    sent = slack.deliveries("app_mention")
    taken = sorted(a.elapsed_ms for d in sent for a in d.attempts if a.ok)
    print(
        f"\n{len(asked)} kills in {seconds:.0f} s (seed {seed}): "
        f"{replies[1]} ok, {replies[0]} lost, {replies[2]} twice; "
        f"{cards} cards for {wanted} escalations; {sum(len(d.attempts) for d in sent)} deliveries "
        f"of {len(sent)} mentions, acknowledged in {statistics.median(taken):.0f} ms (median)"
    )
    return 0 if replies[1] == len(asked) and cards == wanted else 1


if __name__ == "__main__":
    sys.exit(main())
