"""Durable work: what was begun is ended, after a crash too, and what was begun twice runs once."""

import asyncio
import logging
import uuid
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from dbos import DBOS, DBOSConfig, SetWorkflowID, StepOptions, error
from sqlalchemy.engine import make_url

from partnerline.bot.lease import SEPARATOR, Lease, Tenure
from partnerline.bot.room import Room
from partnerline.knowledge.ports.replicas import Replicas

logger = logging.getLogger(__name__)
T = TypeVar("T")
Payload = dict[str, Any]
Job = Callable[[Payload], Awaitable[None]]

VERSION = "1"
"""Runs of another version are not taken up; raise it only where an old run could not go on in new code."""


class Hopeless(Exception):
    """A step failed in a way that no repetition mends. Its arguments are kept with the run."""


class OutOfPatience(Exception):
    """A step failed as often as it may; what it says was logged at each try."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How a failing step is repeated: seconds before the second try, how that grows, how many tries.

    The default goes on for a day, with pauses of a twentieth of the time since the first try.
    """

    seconds: float = 2.0
    growth: float = 1.05
    tries: int = 160


class Work:
    """Runs jobs by kind; a run's id says which work it is, so the same work is never done by two runs.

    With `replicas` several processes share the database, and `replica` is this one's name.
    """

    def __init__(
        self,
        home: Path,
        database_url: str | None = None,
        *,
        patience: Patience | None = None,
        grace: float = 2.0,
        replica: str = "",
        replicas: Replicas | None = None,
        tenure: Tenure | None = None,
    ) -> None:
        self._url = system_url(home, database_url)
        self._patience, self._grace = patience or Patience(), grace
        # A life has a name of its own, so that no two processes ever take each other's running work for their past.
        life = f"{replica}{SEPARATOR}{uuid.uuid4().hex}" if replicas else ALONE
        self._executor, self._lease = (
            life,
            None
            if replicas is None
            else Lease(
                life=life,
                replicas=replicas,
                pending=self._pending,
                take_over=self._take_over,
                tenure=tenure or Tenure(),
            ),
        )
        self._jobs: dict[str, Job] = {}
        self._running: set[asyncio.Future[Any]] = set()
        self._thinkers: ThreadPoolExecutor | None = None
        self._workflow: Any = None
        self._room = Room()

    def on(self, kind: str, job: Job) -> None:
        """Says what does the work of a kind; a job acts only in steps, so that it can be gone through again."""
        self._jobs[kind] = job

    async def start(self) -> None:
        """Takes up what an earlier process left, on the loop that calls this; only one `Work` runs in a process."""
        self._thinkers = ThreadPoolExecutor(max_workers=4, thread_name_prefix="thinking")
        DBOS(config=_config(self._url, self._executor))
        self._workflow = DBOS.workflow(name=_WORKFLOW)(self._enter())
        DBOS.launch()
        if self._lease:
            await asyncio.to_thread(self._lease.start)

    async def stop(self) -> None:
        """Lets what runs end within the grace period and leaves the rest for the next start."""
        if self._workflow is None:
            return
        if self._running:
            await asyncio.wait(set(self._running), timeout=self._grace)
        for task in set(self._running):
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        self._workflow = None
        if self._lease:
            await asyncio.to_thread(self._lease.stop)
        # dbos put its own thread pool, which ends here, under this loop.
        pool = ThreadPoolExecutor(thread_name_prefix="asyncio")
        await asyncio.get_running_loop().run_in_executor(pool, _destroy)
        asyncio.get_running_loop().set_default_executor(pool)
        if self._thinkers:
            self._thinkers.shutdown(wait=False)

    async def idle(self) -> None:
        """Returns when nothing runs."""
        while self._running:
            await asyncio.wait(set(self._running))

    async def begin(self, run_id: str, kind: str, payload: Payload) -> None:
        """Begins a run, or does nothing where that id was begun before; durable once this returns."""
        with SetWorkflowID(run_id):
            run = await DBOS.start_workflow_async(self._workflow, kind, payload)
        if isinstance(task := getattr(run, "task", None), asyncio.Future):
            self._watch(task)

    async def begin_again(self, run_id: str, kind: str, payload: Payload) -> None:
        """Begins a run, or another like it where every earlier one has failed for good."""
        tried, attempt = run_id, 1
        while (status := await DBOS.get_workflow_status_async(tried)) and status.status in _FAILED:
            attempt += 1
            tried = f"{run_id}{_AGAIN}{attempt}"
        await self.begin(tried, kind, payload)

    async def retry_failed(self) -> None:
        """Begins again with every run that failed for good: what was in its way may be mended by now."""
        runs = await DBOS.list_workflows_async(status=sorted(_FAILED), name=_WORKFLOW)
        first = {run.workflow_id.partition(_AGAIN)[0]: run for run in runs}
        for run_id, run in first.items():
            if run.input is not None:
                await self.begin_again(run_id, *run.input["args"])

    async def purge(self, before: datetime, *, most: int = 500) -> int:
        """Forgets runs that ended before a moment, at most so many at once; gives how many. What came of them stays."""
        runs = await DBOS.list_workflows_async(
            status=sorted(_FAILED | {"SUCCESS"}),
            completed_before=before.isoformat(),
            limit=most,
            load_input=False,
            load_output=False,
        )
        if runs:
            await DBOS.delete_workflows_async([run.workflow_id for run in runs])
        return len(runs)

    async def knows(self, run_id: str) -> bool:
        """Whether a run of that id was ever begun."""
        return await DBOS.get_workflow_status_async(run_id) is not None

    async def ended_well(self, run_id: str) -> bool:
        """Whether a run of that id has come to its end, and is remembered."""
        status = await DBOS.get_workflow_status_async(run_id)
        return status is not None and status.status == "SUCCESS"

    async def begun(self, prefix: str) -> list[str]:
        """The ids of all runs that begin like that."""
        runs = await DBOS.list_workflows_async(
            workflow_id_prefix=prefix, name=_WORKFLOW, load_input=False, load_output=False
        )
        return [run.workflow_id for run in runs]

    async def ended(self, *run_ids: str) -> bool:
        """Whether all these runs are through, for good or ill, where they were ever begun."""
        runs = await DBOS.list_workflows_async(
            workflow_ids=list(run_ids), load_input=False, load_output=False
        )
        return all(run.status in _FAILED | {"SUCCESS"} for run in runs)

    async def pause(self, seconds: float) -> None:
        """Lets a job wait; one that is taken up after a crash waits only for what is left."""
        await DBOS.sleep_async(seconds)

    async def step(self, name: str, act: Callable[[], Awaitable[T]]) -> T:
        """Does one step of a job: once where it ends, again where it fails, at most twice where the process dies.

        What it returns is kept, so it must be plain data. Raises `Hopeless` at once, and `OutOfPatience` when
        the last try has failed.
        """

        async def run() -> T:
            return await act()

        try:
            return await DBOS.run_step_async(self._options(name), run)
        except error.DBOSMaxStepRetriesExceeded:
            logger.error("The step %s failed for good", name)
            raise OutOfPatience(name) from None

    async def think(self, act: Callable[[], T]) -> T:
        """Runs what computes or asks the record, a few at a time, beside the loop."""
        return await asyncio.get_running_loop().run_in_executor(self._thinkers, act)

    def _pending(self) -> set[str]:
        runs = DBOS.list_workflows(status="PENDING", load_input=False, load_output=False)
        return {run.executor_id for run in runs if run.executor_id}

    def _take_over(self, life: str) -> None:
        # dbos offers this to its own servers only; a run that somebody has taken since stays theirs.
        DBOS._recover_pending_workflows([life])

    def _watch(self, task: asyncio.Future[Any]) -> None:
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    def _options(self, name: str) -> StepOptions:
        return {
            "name": name,
            "retries_allowed": True,
            "interval_seconds": self._patience.seconds,
            "backoff_rate": self._patience.growth,
            "max_attempts": self._patience.tries,
            "should_retry": _worth_repeating(name),
        }

    def _enter(self) -> Callable[[str, Payload], Awaitable[None]]:
        async def job(kind: str, payload: Payload) -> None:
            task = asyncio.current_task()
            if task is not None:
                self._watch(task)
            async with self._room.taken():
                await self._jobs[kind](payload)

        return job


def system_url(home: Path, database_url: str | None) -> str:
    """Where the runs are kept: PostgreSQL where it is given, else a file in the home."""
    if database_url is None:
        home.mkdir(parents=True, exist_ok=True)
        return f"sqlite:///{(home / 'work.sqlite').absolute()}"
    return (
        make_url(database_url)
        .set(drivername="postgresql+psycopg")
        .render_as_string(hide_password=False)
    )


_WORKFLOW = "partnerline.job"
_AGAIN = "~"
ALONE = "local"
"""The name of every life of a bot that shares its database with nobody."""
_FAILED = {"ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"}


def _config(url: str, executor: str) -> DBOSConfig:
    return {
        "name": "partnerline",
        "system_database_url": url,
        "application_version": VERSION,
        "executor_id": executor,
        "log_level": "ERROR",
        "enable_otlp": False,
        "use_listen_notify": False,  # nobody waits for dbos's own messages
        # More would wait for one another at the database, in no order: claims among them for seconds.
        "max_executor_threads": 6,
        "notification_listener_polling_interval_sec": 0.5,
    }


def _worth_repeating(name: str) -> Callable[[BaseException], bool]:
    def decide(failure: BaseException) -> bool:
        if isinstance(failure, Hopeless):
            return False
        logger.warning("The step %s failed (%s); it is tried again", name, type(failure).__name__)
        return True

    return decide


def _destroy() -> None:
    with suppress(TimeoutError):
        DBOS.destroy(destroy_registry=True)
