"""What was read from the index, kept for as long as the index stays as it is."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from threading import Lock
from typing import Generic, TypeVar

KeyT = TypeVar("KeyT", bound=Hashable)
ValueT = TypeVar("ValueT")


class Kept(Generic[KeyT, ValueT]):
    """The values that were asked for last, up to `most` of what `size` counts; any number of threads may ask at once.

    Whoever asks reads the version and makes the value in one transaction, so no value is older than its version.
    """

    def __init__(self, most: int, size: Callable[[ValueT], int] = lambda _: 1) -> None:
        self._most = most
        self._size = size
        self._lock = Lock()
        self._version = ""
        self._total = 0
        self._values: OrderedDict[KeyT, ValueT] = OrderedDict()

    def get(self, version: str, key: KeyT, make: Callable[[], ValueT]) -> ValueT:
        """The value of this version under the key; made where it isn't kept."""
        return self.several(version, [key], lambda _: {key: make()})[key]

    def several(
        self,
        version: str,
        keys: Iterable[KeyT],
        make: Callable[[Sequence[KeyT]], Mapping[KeyT, ValueT]],
    ) -> dict[KeyT, ValueT]:
        """The values of this version by key; those that aren't kept are made together, outside of any lock."""
        wanted = tuple(dict.fromkeys(keys))
        with self._lock:
            here = self._kept(wanted) if version == self._version else {}
        missing = [key for key in wanted if key not in here]
        if missing:
            made = make(missing)
            with self._lock:
                self._keep(version, made)
            here.update(made)
        return here

    def _kept(self, keys: Iterable[KeyT]) -> dict[KeyT, ValueT]:
        here = {key: self._values[key] for key in keys if key in self._values}
        for key in here:
            self._values.move_to_end(key)
        return here

    def _keep(self, version: str, made: Mapping[KeyT, ValueT]) -> None:
        if version != self._version:
            self._values.clear()
            self._version, self._total = version, 0
        for key, value in made.items():
            self._forget(key)
            self._values[key] = value
            self._total += self._size(value)
        while self._total > self._most and len(self._values) > 1:
            self._forget(next(iter(self._values)))

    def _forget(self, key: KeyT) -> None:
        if key in self._values:
            self._total -= self._size(self._values.pop(key))
