"""A small storm: events twice and out of order, calls that fail, and the bot killed in between."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from tests.bot.slack.balancing import Balancer
from tests.bot.slack.kills import Process
from tests.bot.slack.storm import Storm
from tests.bot.slack.storm_world import wide_world

from partnerline.fake_slack import FakeSlack


@contextmanager
def _bots(slack: FakeSlack, homes: list[Path], database_url: str) -> Iterator[list[Process]]:
    with ExitStack() as stack:
        bots = []
        for home in homes:
            home.mkdir()
            name = home.name if database_url else ""
            bot = Process(home, slack.url, replica=name, database_url=database_url)
            bots.append(stack.enter_context(bot))
            bot.start()
        balancer = stack.enter_context(Balancer([bot.port for bot in bots]))
        slack.connect_http(f"http://127.0.0.1:{balancer.port}/slack/events")
        yield bots


@pytest.mark.timeout(400)
@pytest.mark.parametrize("replicas", [1, 2])
def test_nothing_is_lost_or_said_twice_or_in_a_wrong_place(
    request: pytest.FixtureRequest, tmp_path: Path, replicas: int
) -> None:
    url = request.getfixturevalue("postgres_url") if replicas > 1 else ""
    homes = [tmp_path / f"replica-{number}" for number in range(replicas)]
    with (
        FakeSlack(wide_world(), retry_delays=(0.2, *[1.0] * 120)) as slack,
        _bots(slack, homes, url) as bots,
    ):
        toll = Storm(slack=slack, bots=bots, seed=7).play(200, 3, rate=30.0, say=lambda words: None)
    assert (toll.lost, toll.twice, toll.wrong) == ([], [], [])
    assert toll.kills == 3
    assert toll.events >= 200
    assert toll.replies > 0
