"""One size of `bench_scale`, in a process of its own; prints one JSON object as its last line.

`bench_scale_worker.py fill HOME PASSAGES LIBRARY`, `bench_scale_worker.py ask HOME LIBRARY CASES` and
`bench_scale_worker.py at_once HOME LIBRARY CASES THREADS`.
"""

import hashlib
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import numpy as np
from scripts.bench_scale_parts import NAMES, REST, Stopwatch, watched

from partnerline.bot.bootstrap import make_answerer, opened_index
from partnerline.bot.settings import load_settings
from partnerline.evals.cases import load_cases
from partnerline.ingest.library import load_library
from partnerline.ingest.pieces import sentences
from partnerline.ingest.sync import sync
from partnerline.knowledge.model import Document, Passage, Question
from partnerline.knowledge.partners import EVERYONE, Audience
from partnerline.knowledge.ports import Vectors

EMBEDDED = 1_000
"""Passages that are really embedded; the vectors of the others are theirs, moved by `MOVED`."""
MOVED = 0.25
A_DOCUMENT = 25
"""Passages of a document."""
DAY = date(2026, 11, 23)
KINDS = frozenset({"fact", "program", "objection"})
ASKED = 120
WARM_UP = "Who answers questions about the warranty?"
"""Asked before anything is measured: the first question loads what the others use."""


def fill(home: str, passages: str, library: str) -> dict[str, Any]:
    """Writes an index of that many passages."""
    settings = load_settings(home=Path(home), library=Path(library))
    with opened_index(settings, threads=2) as opened:
        pool = _sentences(settings.library, Path(home))
        made = list(islice(_passages(pool), int(passages)))
        vectors, words = opened.embedder.embed_with_words(
            [passage.searchable for passage in made[:EMBEDDED]]
        )
        noise = np.random.default_rng(7)
        with opened.index.writing():
            for start in range(0, len(made), A_DOCUMENT):
                some = made[start : start + A_DOCUMENT]
                places = [(start + i) % EMBEDDED for i in range(len(some))]
                near = vectors[places] if start < EMBEDDED else _moved(vectors[places], noise)
                opened.index.replace(
                    _document(some[0].document), some, near, [words[i] for i in places], ()
                )
    return {"passages": len(made)}


def _moved(vectors: Vectors, noise: np.random.Generator) -> Vectors:
    moved = vectors + noise.normal(0, MOVED / vectors.shape[1] ** 0.5, vectors.shape)
    unit: Vectors = (moved / np.linalg.norm(moved, axis=1, keepdims=True)).astype(np.float32)
    return unit


def _document(path: str) -> Document:
    return Document(path=path, title=path, kind="collateral", audience=Audience(), digest=path)


def _sentences(library: Path, home: Path) -> list[str]:
    """Every sentence of the library's documents, as its own index has them."""
    load_library(library)
    found: list[str] = []
    settings = load_settings(home=home / "own", library=library)
    with opened_index(settings, threads=2) as opened:
        sync(library, index=opened.index, embedder=opened.embedder)
        with opened.engine.connect() as connection:
            rows = connection.exec_driver_sql("select text from index_passages order by id")
            for (text,) in rows:
                found += [sentence for _, sentence in sentences(text) if len(sentence) > 20]
    return found


def _passages(pool: Sequence[str]) -> Iterator[Passage]:
    """Passages without end: some sentences each, in another order every time."""
    chosen, number = random.Random(7), 0
    while True:
        text = "\n".join(chosen.sample(pool, 4))[:900]
        path = f"made/{number // A_DOCUMENT}.md"
        heading = f"Section {number}"
        digest = hashlib.sha256(f"{path}{heading}{text}".encode()).hexdigest()[:32]
        yield Passage(
            id=digest,
            document=path,
            position=number % A_DOCUMENT,
            locator=f"## {heading}",
            headings=(heading,),
            text=text,
        )
        number += 1


def ask(home: str, library: str, cases: str) -> dict[str, Any]:
    """Milliseconds of look-ups, one after the other, beside embedding each question alone; and where they go."""
    settings, texts = load_settings(home=Path(home), library=Path(library)), _texts(Path(cases))
    stopwatch, outcomes = Stopwatch(), Counter[str]()
    with opened_index(settings) as opened, watched(opened, stopwatch) as timed:
        answerer = make_answerer(timed, settings)
        answerer.answer(_question(WARM_UP))
        stopwatch.seconds.clear()

        def answered(text: str) -> None:
            outcomes[answerer.answer(_question(text)).outcome] += 1

        took = [_milliseconds(lambda text=text: answered(text)) for text in texts]
        alone = [_milliseconds(lambda text=text: opened.embedder.embed([text])) for text in texts]
    parts = {name: 1000 * stopwatch.seconds[name] / len(texts) for name in NAMES}
    parts[REST] = sum(took) / len(texts) - sum(parts.values())
    return {
        "questions": len(texts),
        "median": median(took),
        "p95": quantiles(took, n=20, method="inclusive")[-1],
        "embedding": median(alone),
        "answered": outcomes["answered"],
        "per_second": 1000 * len(texts) / sum(took),
        "parts": parts,
    }


def at_once(home: str, library: str, cases: str, threads: str) -> dict[str, Any]:
    """How many questions a second so many threads answer."""
    settings, texts = load_settings(home=Path(home), library=Path(library)), _texts(Path(cases))
    with opened_index(settings) as opened, ThreadPoolExecutor(int(threads)) as pool:
        answerer = make_answerer(opened, settings)
        answerer.answer(_question(WARM_UP))
        began = time.perf_counter()
        list(pool.map(lambda text: answerer.answer(_question(text)), texts))
        return {"per_second": len(texts) / (time.perf_counter() - began)}


def _texts(cases: Path) -> list[str]:
    texts = [c.question for c in load_cases(cases) if c.kind in KINDS and not c.history]
    return texts[:: max(1, len(texts) // ASKED)]


def _question(text: str) -> Question:
    return Question(text=text, as_of=DAY, partner=EVERYONE)


def _milliseconds(work: Any) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    part, *arguments = sys.argv[1:]
    parts: dict[str, Callable[..., dict[str, Any]]] = {"fill": fill, "ask": ask, "at_once": at_once}
    print(json.dumps(parts[part](*arguments)))
