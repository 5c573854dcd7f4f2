"""An index with its ports, and small documents to put into it."""

import hashlib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Engine, select
from tests.fakes import FakeEmbedder

from partnerline.knowledge.access import scope_of
from partnerline.knowledge.adapters.home import HomeLock
from partnerline.knowledge.adapters.index.tables import passages
from partnerline.knowledge.adapters.index.vectors import ChromaVectors
from partnerline.knowledge.model import Document, Passage
from partnerline.knowledge.partners import Audience, Partner
from partnerline.knowledge.ports import Found, Index, PriceBook, Retriever, Scope
from partnerline.knowledge.pricing.price import Price, PriceList

DAY = date(2026, 7, 15)
ACME = Partner(id="acme", name="Acme", tier="gold", region="EMEA")
GLOBEX = Partner(id="globex", name="Globex", tier="silver", region="NA")
EVERY = Audience()


@dataclass
class Store:
    """An index with what searches it; what only a real one has is `None` in the fake."""

    index: Index
    retriever: Retriever
    prices: PriceBook
    embedder: FakeEmbedder
    engine: Engine | None = None
    vectors: ChromaVectors | None = None
    lock: HomeLock | None = None

    def put(self, path: str, *texts: str, amounts: tuple[str, ...] = (), **fields: Any) -> None:
        """Writes a document with a passage a text and a price an amount."""
        document, written, entries = made(path, *texts, amounts=amounts, **fields)
        vectors, words = self.embedder.embed_with_words([p.searchable for p in written])
        self.index.replace(document, written, vectors, words, entries)

    def scope(self, partner: Partner | None = ACME, day: date = DAY) -> Scope:
        """What the partner may see."""
        return scope_of(self.retriever.shelves(), partner, day)

    def near(self, text: str, partner: Partner | None = ACME, *, limit: int = 10) -> list[Found]:
        """The passages nearest by meaning."""
        return self.retriever.dense(self.embedder.embed([text])[0], self.scope(partner), limit)

    def texts(self, text: str, partner: Partner | None = ACME) -> list[str]:
        """What is found by meaning, as text."""
        return [found.passage.text for found in self.near(text, partner)]

    def vector_ids(self) -> set[str]:
        """Every vector of every audience."""
        assert self.vectors is not None
        documents = self.index.documents().values()
        return {i for d in documents for i in self.vectors.ids(d.audience.key)}

    def passage_ids(self) -> set[str]:
        """Every passage of the database."""
        assert self.engine is not None
        with self.engine.connect() as connection:
            return set(connection.scalars(select(passages.c.id)))


def made(
    path: str, *texts: str, amounts: tuple[str, ...] = (), **fields: Any
) -> tuple[Document, list[Passage], list[Price]]:
    """A document with a passage a text and a price an amount."""
    given = {"title": path, "kind": "collateral", "audience": EVERY, "digest": "d", **fields}
    document = Document(path=path, **given)
    written = [
        Passage(
            id=hashlib.sha256(f"{path}{i}{text}".encode()).hexdigest()[:32],
            document=path,
            position=i,
            locator=f"p. {i + 1}",
            headings=("Heading",),
            text=text,
        )
        for i, text in enumerate(texts)
    ]
    of = PriceList(
        path=path,
        audience=document.audience,
        net=document.net,
        valid_from=document.valid_from,
        valid_until=document.valid_until,
    )
    entries = [
        Price(
            list=of,
            locator=f"A{i + 1}",
            row_text=f"AX-{i} {amount}",
            sku=f"AX-{i}",
            name="Gateway",
            currency="EUR",
            amount=None if amount == "?" else Decimal(amount),
            note="on request" if amount == "?" else "",
        )
        for i, amount in enumerate(amounts)
    ]
    return document, written, entries
