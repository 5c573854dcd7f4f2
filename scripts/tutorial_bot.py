"""The bot that a tutorial ends with, to be measured beside ours.

The recursive splitter of LangChain at its usual 1000 characters with 200 of overlap, the same embedding model, an
embedded Chroma collection as it comes, similarity search, the top passage.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from partnerline.knowledge.ports import Embedder

SIZE = 1000
OVERLAP = 200
BATCH = 256
"""Passages written at once."""
COLLECTION = "tutorial"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A passage as the splitter cut it."""

    id: str
    source: str
    text: str


class TutorialBot:
    """Similarity search over a Chroma collection; what was embedded is kept in `home`."""

    def __init__(self, library: Path, home: Path, embedder: Embedder) -> None:
        import chromadb
        from chromadb.config import Settings

        home.mkdir(parents=True, exist_ok=True)
        self._embedder = embedder
        # The one setting that isn't the default: nothing is reported to the maker.
        settings = Settings(anonymized_telemetry=False)
        client = chromadb.PersistentClient(path=str(home), settings=settings)
        self._collection = client.get_or_create_collection(COLLECTION, embedding_function=None)
        self.chunks: Mapping[str, Chunk] = {chunk.id: chunk for chunk in _split(library)}
        if self._collection.count() != len(self.chunks):
            client.delete_collection(COLLECTION)
            self._collection = client.create_collection(COLLECTION, embedding_function=None)
            self._fill(list(self.chunks.values()))

    def search(self, question: str, limit: int) -> list[Chunk]:
        """The passages most similar to the question, best first."""
        vector = self._embedder.embed([question])[0]
        found: Any = self._collection.query(query_embeddings=[vector.tolist()], n_results=limit)
        return [self.chunks[chunk_id] for chunk_id in found["ids"][0]]

    def _fill(self, chunks: Sequence[Chunk]) -> None:
        for start in range(0, len(chunks), BATCH):
            some = chunks[start : start + BATCH]
            vectors = self._embedder.embed([chunk.text for chunk in some])
            self._collection.add(
                ids=[chunk.id for chunk in some],
                embeddings=vectors.tolist(),
                documents=[chunk.text for chunk in some],
                metadatas=[{"source": chunk.source} for chunk in some],
            )


def _split(library: Path) -> Iterator[Chunk]:
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=SIZE, chunk_overlap=OVERLAP)
    for file in sorted(library.rglob("*.md")):
        source = file.relative_to(library).as_posix()
        for number, text in enumerate(splitter.split_text(file.read_text(encoding="utf-8"))):
            yield Chunk(id=f"{source}#{number}", source=source, text=text)
