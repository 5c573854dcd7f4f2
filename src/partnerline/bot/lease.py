"""Several replicas on one database: each says that it lives, and takes over what a dead one left."""

import logging
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from partnerline.knowledge.errors import PartnerlineError
from partnerline.knowledge.ports.replicas import Replicas

logger = logging.getLogger(__name__)
SEPARATOR = "#"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """Seconds: between two heartbeats, and without one until a life counts as ended.

    `own` is for an earlier life of the same replica, which is expected to be over; `others` has to be longer than a
    call of Slack's and the wait after one that got no answer.
    """

    beat: float = 2.0
    own: float = 10.0
    others: float = 60.0


@dataclass(slots=True)
class _Seen:
    beats: int
    since: float


@dataclass(slots=True, kw_only=True)
class Lease:
    """The heartbeat of one life of one replica, in a thread of its own, so that a busy loop doesn't look like death.

    `pending` gives the lives that have unfinished runs; `take_over` makes a dead one's runs anybody's. How long a life
    has been still is measured from here only, so that no two clocks are compared.
    """

    life: str
    replicas: Replicas
    pending: Callable[[], Iterable[str]]
    take_over: Callable[[str], None]
    tenure: Tenure = field(default_factory=Tenure)
    clock: Callable[[], float] = time.monotonic
    _seen: dict[str, _Seen] = field(default_factory=dict)
    _ending: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def start(self) -> None:
        """Says that this life has begun, and goes on saying so."""
        self.replicas.beat(self.life)
        self._thread = threading.Thread(target=self._go_on, name="heartbeat", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ends the heartbeat. What is unfinished keeps its life's name, until a replica finds that it stands still."""
        self._ending.set()
        if self._thread is not None:
            self._thread.join()

    def round(self) -> None:
        """One heartbeat, and a look at everybody else's; a database that fails starts the looking anew."""
        try:
            self.replicas.beat(self.life)
            self._look()
        except PartnerlineError as error:
            self._seen.clear()
            logger.warning("The heartbeat of %s was not counted: %s", self.life, error)

    def _go_on(self) -> None:
        while not self._ending.wait(self.tenure.beat):
            try:
                self.round()
            except Exception:
                # The thread has to outlive whatever the database's driver or dbos come up with.
                self._seen.clear()
                logger.exception("A round of the heartbeat failed")

    def _look(self) -> None:
        beats = {**dict.fromkeys(self.pending(), 0), **self.replicas.beats()}
        beats.pop(self.life, None)
        now = self.clock()
        for life, count in beats.items():
            seen = self._seen.get(life)
            if seen is None or seen.beats != count:
                self._seen[life] = _Seen(count, now)
            elif now - seen.since >= self._patience(life):
                self._inherit(life)
        for gone in self._seen.keys() - beats.keys():
            del self._seen[gone]

    def _inherit(self, life: str) -> None:
        logger.warning("The replica %s is gone; its unfinished work is taken over", life)
        self.take_over(life)
        self.replicas.forget(life)
        del self._seen[life]

    def _patience(self, life: str) -> float:
        mine = life.partition(SEPARATOR)[0] == self.life.partition(SEPARATOR)[0]
        return self.tenure.own if mine else self.tenure.others
