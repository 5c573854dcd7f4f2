"""Where the time of an answer goes: seconds in each part of it, less those in a part within."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from typing import Any

from partnerline.bot.bootstrap import Opened
from partnerline.knowledge.answering import lookups

PARTS = {
    "the question's vectors": ("embed_with_words",),
    "sentences' vectors": ("embed",),
    "dense": ("dense",),
    "lexical": ("lexical",),
    "words' vectors": ("words",),
    "frequencies": ("frequencies",),
    "holders": ("holders",),
    "typos": ("vocabulary", "acronyms", "knows"),
    "around": ("around",),
    "shelves": ("shelves",),
}
"""The embedder's and the retriever's methods, by the part they belong to."""
LOOKED_UP = {"fusing, rereading": "retrieve", "saying": "say"}
"""Functions of a look-up, less what they call of the above."""
REST = "the rest"
NAMES = (*PARTS, *LOOKED_UP, REST)


class Stopwatch:
    """Seconds by part; one thread at a time."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._within = [0.0]

    def timed(self, part: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The work, counted for the part but for what is counted within it for another."""

        @wraps(work)
        def counted(*arguments: Any, **named: Any) -> Any:
            self._within.append(0.0)
            began = time.perf_counter()
            try:
                return work(*arguments, **named)
            finally:
                lasted = time.perf_counter() - began
                self.seconds[part] += lasted - self._within.pop()
                self._within[-1] += lasted

        return counted


class _Watched:
    """An object whose methods are timed."""

    def __init__(self, watched: Any, stopwatch: Stopwatch) -> None:
        self._watched = watched
        self._stopwatch = stopwatch
        self._part_of = {name: part for part, names in PARTS.items() for name in names}

    def __getattr__(self, name: str) -> Any:
        found, part = getattr(self._watched, name), self._part_of.get(name)
        return found if part is None else self._stopwatch.timed(part, found)


@contextmanager
def watched(opened: Opened, stopwatch: Stopwatch) -> Iterator[Opened]:
    """The index with a stopwatch on it, and on the functions that look up."""
    plain = {name: getattr(lookups, name) for name in LOOKED_UP.values()}
    for part, name in LOOKED_UP.items():
        setattr(lookups, name, stopwatch.timed(part, plain[name]))
    embedder: Any = _Watched(opened.embedder, stopwatch)
    retriever: Any = _Watched(opened.retriever, stopwatch)
    try:
        yield replace(opened, embedder=embedder, retriever=retriever)
    finally:
        for name, function in plain.items():
            setattr(lookups, name, function)
