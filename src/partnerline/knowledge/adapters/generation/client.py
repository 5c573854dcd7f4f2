"""A provider's client, made when it is first wanted or before: importing its package alone takes seconds."""

from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock, Thread
from typing import Any

from partnerline.knowledge.adapters.generation.failures import failed, failure_of


class Client:
    """What `make` makes, once, in a thread of its own: who waits for it waits no longer than it may."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make, self._lock = make, Lock()
        self._made: Future[Any] | None = None

    def begin(self) -> Future[Any]:
        """Begins to make it, where that hasn't begun yet or has failed."""
        with self._lock:
            made = self._made
            if made is None or (made.done() and made.exception() is not None):
                made = self._made = Future()
                Thread(target=self._fill, args=(made,), name="language-model", daemon=True).start()
            return made

    def within(self, seconds: float) -> Any:
        """What was made; raises `GeneratorFailed` where that fails or takes longer."""
        try:
            return self.begin().result(timeout=max(0.0, seconds))
        except TimeoutError as error:
            raise failed("stalled") from error
        except Exception as error:
            raise failure_of(error) from error

    def _fill(self, made: "Future[Any]") -> None:
        try:
            made.set_result(self._make())
        except BaseException as error:  # noqa: BLE001 - it belongs to whoever waits
            made.set_exception(error)
