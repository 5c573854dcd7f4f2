"""Durable work, on both databases."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.fakes import FakeReplicas

from partnerline.bot.lease import Tenure
from partnerline.bot.work import Hopeless, OutOfPatience, Patience, Payload, Work, system_url
from partnerline.knowledge.ports.replicas import Replicas

QUICK = Patience(seconds=0.01, growth=1.0, tries=4)
Start = Callable[..., Awaitable[Work]]


@pytest.fixture
async def start(tmp_path: Path) -> AsyncIterator[Start]:
    """Starts work with jobs by kind; the one before is stopped, as by the end of its process."""
    running: list[Work] = []

    async def begin(
        *,
        url: str | None = None,
        replica: str = "",
        replicas: Replicas | None = None,
        tenure: Tenure | None = None,
        **jobs: Callable[[Work, Payload], Awaitable[None]],
    ) -> Work:
        for work in running:
            await work.stop()
        work = Work(
            tmp_path,
            url,
            patience=QUICK,
            grace=0.05,
            replica=replica,
            replicas=replicas,
            tenure=tenure,
        )
        for kind, job in jobs.items():
            work.on(kind, lambda payload, job=job: job(work, payload))
        await work.start()
        running.append(work)
        return work

    yield begin
    for work in running:
        await work.stop()


async def test_what_was_begun_twice_runs_once(start: Start) -> None:
    seen: list[Payload] = []

    async def note(work: Work, payload: Payload) -> None:
        seen.append(payload)

    work = await start(note=note)
    for _ in range(3):
        await work.begin("a", "note", {"n": 1})
    await work.idle()

    assert seen == [{"n": 1}]
    assert await work.knows("a")
    assert not await work.knows("b")


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
async def test_what_one_life_left_the_next_one_ends_and_repeats_no_step(
    start: Start, request: pytest.FixtureRequest, kind: str
) -> None:
    url = request.getfixturevalue("postgres_url") if kind == "postgres" else None
    did: list[str] = []
    blocked, ended = asyncio.Event(), asyncio.Event()

    async def first(work: Work, payload: Payload) -> None:
        await work.step("one", lambda: do("one"))
        blocked.set()
        await asyncio.Event().wait()

    async def second(work: Work, payload: Payload) -> None:
        assert await work.step("one", lambda: do("one")) == "one"
        await work.step("two", lambda: do("two"))
        ended.set()

    async def do(name: str) -> str:
        did.append(name)
        return name

    work = await start(url=url, job=first)
    await work.begin("a", "job", {})
    await blocked.wait()
    await start(url=url, job=second)
    await asyncio.wait_for(ended.wait(), 10)

    assert did == ["one", "two"]


async def test_a_step_is_tried_again_until_it_works(start: Start) -> None:
    tries: list[int] = []

    async def job(work: Work, payload: Payload) -> None:
        await work.step("flaky", flaky)

    async def flaky() -> None:
        tries.append(1)
        if len(tries) < 3:
            raise ConnectionError

    work = await start(job=job)
    await work.begin("a", "job", {})
    await work.idle()

    assert len(tries) == 3


async def test_a_hopeless_step_is_tried_once_and_a_failing_one_until_patience_ends(
    start: Start,
) -> None:
    raised: list[Exception] = []
    tries = {"hopeless": 0, "failing": 0}

    async def job(work: Work, payload: Payload) -> None:
        for name, error in (("hopeless", Hopeless("no")), ("failing", OSError())):
            try:
                await work.step(name, lambda name=name, error=error: fail(name, error))  # type: ignore[misc]
            except (Hopeless, OutOfPatience) as failure:
                raised.append(failure)

    async def fail(name: str, error: Exception) -> None:
        tries[name] += 1
        raise error

    work = await start(job=job)
    await work.begin("a", "job", {})
    await work.idle()

    assert tries == {"hopeless": 1, "failing": QUICK.tries}
    assert [type(failure) for failure in raised] == [Hopeless, OutOfPatience]


async def test_what_failed_for_good_can_be_begun_again_and_what_ended_can_not(start: Start) -> None:
    tries: list[int] = []

    async def job(work: Work, payload: Payload) -> None:
        tries.append(1)
        if len(tries) == 1:
            raise ValueError

    work = await start(job=job)
    for _ in range(3):
        await work.begin_again("a", "job", {})
        await work.idle()

    assert len(tries) == 2


async def test_the_next_life_tries_once_more_what_failed_for_good(start: Start) -> None:
    seen: list[Payload] = []

    async def fail(work: Work, payload: Payload) -> None:
        raise ValueError

    async def note(work: Work, payload: Payload) -> None:
        seen.append(payload)

    work = await start(job=fail)
    await work.begin("a", "job", {"n": 1})
    await work.idle()
    for _ in range(2):
        work = await start(job=note)
        await work.retry_failed()
        await work.idle()

    assert seen == [{"n": 1}]


async def test_what_runs_at_a_stop_can_still_begin_other_work(start: Start) -> None:
    stopping, ended = asyncio.Event(), asyncio.Event()

    async def first(work: Work, payload: Payload) -> None:
        await stopping.wait()
        await work.begin("b", "second", {})

    async def second(work: Work, payload: Payload) -> None:
        ended.set()

    work = await start(first=first, second=second)
    await work.begin("a", "first", {})
    asyncio.get_running_loop().call_soon(stopping.set)
    await work.stop()
    await start(first=first, second=second)

    await asyncio.wait_for(ended.wait(), 10)


async def test_nothing_that_computes_holds_up_the_loop(start: Start) -> None:
    work = await start()
    gate = asyncio.Event()
    loop = asyncio.get_running_loop()

    thought = asyncio.create_task(work.think(lambda: loop.call_soon_threadsafe(gate.set)))
    await asyncio.wait_for(gate.wait(), 5)
    await thought


def test_runs_are_kept_in_the_home_or_in_postgresql(tmp_path: Path) -> None:
    assert system_url(tmp_path / "home", None) == f"sqlite:///{tmp_path}/home/work.sqlite"
    assert (tmp_path / "home").is_dir()
    assert (
        system_url(tmp_path, "postgresql://u:p%40ss@host/db?host=/run")
        == "postgresql+psycopg://u:p%40ss@host/db?host=%2Frun"
    )


async def test_a_replica_ends_what_another_left_and_only_once(
    postgres_url: str, tmp_path: Path, start: Start
) -> None:
    replicas, did = FakeReplicas(), list[str]()
    blocked, ended = asyncio.Event(), asyncio.Event()
    quick = Tenure(beat=0.02, own=0.1, others=0.2)

    async def first(work: Work, payload: Payload) -> None:
        await work.step("one", lambda: do("one"))
        blocked.set()
        await asyncio.Event().wait()

    async def second(work: Work, payload: Payload) -> None:
        await work.step("one", lambda: do("one"))
        await work.step("two", lambda: do("two"))
        ended.set()

    async def do(name: str) -> str:
        did.append(name)
        return name

    work = await start(url=postgres_url, replica="a", replicas=replicas, tenure=quick, job=first)
    await work.begin("run", "job", {})
    await blocked.wait()
    work = await start(url=postgres_url, replica="b", replicas=replicas, tenure=quick, job=second)
    await asyncio.wait_for(ended.wait(), 20)
    await work.begin("run", "job", {})
    await work.idle()

    assert did == ["one", "two"]
    assert len(replicas.beats()) == 1


async def test_runs_that_ended_long_ago_are_forgotten_and_no_others(start: Start) -> None:
    blocked = asyncio.Event()

    async def job(work: Work, payload: Payload) -> None:
        if payload["waits"]:
            await blocked.wait()

    work = await start(job=job)
    await work.begin("ended", "job", {"waits": False})
    await work.idle()
    await work.begin("waiting", "job", {"waits": True})
    now = datetime.now(UTC)

    assert await work.purge(now - timedelta(days=1)) == 0
    assert await work.purge(now + timedelta(days=1)) == 1
    assert (await work.knows("ended"), await work.knows("waiting")) == (False, True)
    blocked.set()
