"""Asks an index of many prices, in a process of its own; prints one JSON object as its last line.

`bench_prices_book.py HOME PRICES`.
"""

import json
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import numpy as np
from scripts.bench_prices_rows import BANDS, rows_of

from partnerline.bot.bootstrap import Opened, make_answerer
from partnerline.bot.settings import load_settings
from partnerline.ingest.settled_directory import SettledDirectory
from partnerline.knowledge.adapters.database import make_engine, sqlite_url
from partnerline.knowledge.adapters.home import HomeLock
from partnerline.knowledge.adapters.index.search import SqlPriceBook, SqlRetriever
from partnerline.knowledge.adapters.index.store import SqlIndex, open_index
from partnerline.knowledge.adapters.index.vectors import ChromaVectors, connect, disconnect
from partnerline.knowledge.answering.answerer import Answerer
from partnerline.knowledge.model import Document, Question
from partnerline.knowledge.partners import Audience, Partner
from partnerline.knowledge.ports import ModelIdentity, Vectors, Words
from partnerline.knowledge.pricing.price import Price, PriceList

QUESTIONS = 300
DAY = date(2026, 7, 15)
PARTNERS = """\
partners:
  - {id: acme, name: Acme Resellers, tier: gold, region: EMEA, currency: EUR, discount: 0.20}
"""
ASKED = (
    "price for {quantity} {sku}",
    "what do we pay for {quantity} of the {sku}?",
    "how much is the {name} for {quantity} pieces",
    "list price of {sku}",
    "{quantity} x {sku}",
)

LIST = Document(
    path="list.xlsx", title="list", kind="price_list", audience=Audience(), digest="bench"
)


def quotes(home: str, prices: str) -> dict[str, Any]:
    """Milliseconds of questions through the answerer, over a real index of that many prices; every one is a quote."""
    with ExitStack() as stack:
        answerer, partner = _opened(Path(home), int(prices), stack)
        texts = _texts(int(prices))

        def asked(text: str) -> float:
            question = Question(text=text, as_of=DAY, asked_on=DAY, partner=partner)
            began = time.perf_counter()
            answer = answerer.answer(question)
            took = (time.perf_counter() - began) * 1000
            if answer.quote is None:
                raise SystemExit(f"{text!r} was not answered by a quote: {answer.doubt}")
            return took

        first, took = asked(texts[0]), [asked(text) for text in texts]
    return {
        "questions": len(took),
        "first": first,
        "median": median(took),
        "p95": quantiles(took, n=20, method="inclusive")[-1],
    }


def _texts(prices: int) -> list[str]:
    """Questions of every wording, about products from all over the list."""
    rows = list(rows_of(prices))
    step = max(len(rows) // QUESTIONS, 1)
    return [
        ASKED[n % len(ASKED)].format(
            quantity=(3, 25, 75, 250)[n % 4], sku=row[0], name=row[1].lower()
        )
        for n, row in enumerate((rows[::step] * QUESTIONS)[:QUESTIONS])
    ]


def _opened(home: Path, prices: int, stack: ExitStack) -> tuple[Answerer, Partner | None]:
    """The answerer of a fresh home whose one document has that many prices and no passages."""
    library = home / "library"
    library.mkdir(parents=True)
    (library / "partners.yaml").write_text(PARTNERS, encoding="utf-8")
    settings = load_settings(home=home, library=library)
    engine, lock = make_engine(sqlite_url(home / "index.sqlite")), HomeLock(home)
    stack.callback(engine.dispose)
    stack.callback(lock.close)
    client = connect(home, None)
    stack.callback(disconnect, client)
    embedder = Wordless()
    vectors = ChromaVectors(client, open_index(engine, embedder.identity))
    index = SqlIndex(engine, vectors, lock)
    with index.writing():
        index.replace(LIST, [], np.zeros((0, 8), dtype=np.float32), [], list(_prices(prices)))
    opened = Opened(
        engine=engine,
        lock=lock,
        embedder=embedder,
        index=index,
        retriever=SqlRetriever(engine, vectors),
        prices=SqlPriceBook(engine),
        directory=SettledDirectory(library),
    )
    return make_answerer(opened, settings), opened.directory().partner("acme")


class Wordless:
    """An embedder for an index without passages: all texts are one."""

    identity = ModelIdentity(name="wordless", weights="wordless", dimensions=8)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """The same vector for each."""
        return np.tile(np.eye(1, 8, dtype=np.float32), (len(texts), 1))

    def embed_with_words(self, texts: Sequence[str]) -> tuple[Vectors, list[Words]]:
        """The same vector for each, and no word's."""
        return self.embed(texts), [np.zeros((0, 8), dtype=np.int8) for _ in texts]

    def knows(self, word: str) -> bool:
        """No word is known whole."""
        return not word


def _prices(count: int) -> Iterator[Price]:
    of = PriceList(path=LIST.path, audience=LIST.audience)
    for number, (sku, name, unit, currency, *amounts) in enumerate(rows_of(count), start=2):
        for column, ((_, first, last), amount) in enumerate(zip(BANDS, amounts, strict=True)):
            yield Price(
                list=of,
                locator=f"EMEA!{'EFGH'[column]}{number}",
                row_text=f"{sku} {name}",
                sku=sku,
                name=name,
                currency=currency,
                amount=amount,
                unit=unit,
                min_quantity=first,
                max_quantity=last,
            )


if __name__ == "__main__":
    sys.stdout.write(json.dumps(quotes(*sys.argv[1:])) + "\n")
