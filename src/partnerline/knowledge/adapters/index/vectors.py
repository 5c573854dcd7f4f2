"""Vectors in Chroma: one collection an audience, so that nobody's search passes through another's documents."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from partnerline.knowledge.errors import IndexUnusable, SettingsError
from partnerline.knowledge.ports import Vectors

BATCH = 5000
"""Rows in one call; Chroma takes 5,461."""

_GRAPH = {"space": "cosine", "ef_search": 400, "max_neighbors": 48, "ef_construction": 300}
"""Of 1,000 true neighbours 999 are found with these, for a third of a millisecond more."""


def connect(home: Path, url: str | None) -> Any:
    """A Chroma client: the server's at `url`, or an embedded one in the home.

    Raises `IndexUnusable` where the server doesn't answer, `SettingsError` where the URL isn't one.
    """
    import chromadb
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False)
    if url is None:
        folder = home / "vectors"
        folder.mkdir(parents=True, exist_ok=True)
        return chromadb.PersistentClient(path=str(folder), settings=settings)
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SettingsError(
            f"PARTNERLINE_CHROMA_URL is {url!r}; it has to look like http://chroma:8000."
        )
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        return chromadb.HttpClient(
            host=parts.hostname, port=port, ssl=parts.scheme == "https", settings=settings
        )
    except Exception as error:
        # chromadb raises ValueError, httpx's errors or its own, depending on where the connection broke.
        raise IndexUnusable(
            f"No Chroma server answers at {url}. Start it, or mend PARTNERLINE_CHROMA_URL."
        ) from error


def disconnect(client: Any) -> None:
    """Lets a client go: what an embedded one has open, or the connections to a server, which it leaves open by itself."""
    servers = [
        getattr(part, "_server", None) for part in (client, getattr(client, "_admin_client", None))
    ]
    client.close()
    for session in (getattr(server, "_session", None) for server in servers):
        if session is not None:
            session.close()


class ChromaVectors:
    """One index's vectors. Collections bear the index's id, so several indexes can share a server."""

    def __init__(self, client: Any, index_id: str) -> None:
        self._client = client
        self._prefix = f"partnerline-{index_id}-"
        self._open: dict[str, Any] = {}

    def put(self, audience: str, ids: Sequence[str], vectors: Vectors) -> None:
        """Writes vectors; one that was there under the same id is replaced."""
        collection = self._collection(audience, create=True)
        for start in range(0, len(ids), BATCH):
            end = start + BATCH
            collection.upsert(ids=list(ids[start:end]), embeddings=vectors[start:end])

    def drop(self, audience: str, ids: Iterable[str]) -> None:
        """Deletes vectors; ids that aren't there are passed over."""
        collection, doomed = self._collection(audience), list(ids)
        for start in range(0, len(doomed) if collection else 0, BATCH):
            collection.delete(ids=doomed[start : start + BATCH])

    def nearest(self, audience: str, vector: Vectors, limit: int) -> list[tuple[str, float]]:
        """Ids with their cosine, best first: fewer than `limit` only where there are no more."""
        from chromadb.errors import NotFoundError

        try:
            return self._nearest(audience, vector, limit)
        except NotFoundError:  # another process has made the audience's collection anew
            self._open.pop(self._name(audience), None)
        try:
            return self._nearest(audience, vector, limit)
        except NotFoundError:
            return []

    def _nearest(self, audience: str, vector: Vectors, limit: int) -> list[tuple[str, float]]:
        collection = self._collection(audience)
        if not collection:
            return []
        found = collection.query(
            query_embeddings=vector[None, :], n_results=limit, include=["distances"]
        )
        return [(i, 1.0 - d) for i, d in zip(found["ids"][0], found["distances"][0], strict=True)]

    def ids(self, audience: str) -> set[str]:
        """Every id of an audience."""
        collection = self._collection(audience)
        return set(collection.get(include=[])["ids"]) if collection else set()

    def count(self, audience: str) -> int:
        """How many vectors an audience has."""
        collection = self._collection(audience)
        return int(collection.count()) if collection else 0

    def forget_others(self, audiences: Iterable[str]) -> None:
        """Deletes this index's collections but those of the audiences named."""
        keep = {self._name(audience) for audience in audiences}
        for name in self._names():
            if name.startswith(self._prefix) and name not in keep:
                self._client.delete_collection(name)
        self._open.clear()

    def _names(self) -> Iterator[str]:
        for collection in self._client.list_collections():
            yield collection.name

    def _name(self, audience: str) -> str:
        return self._prefix + hashlib.sha256(audience.encode()).hexdigest()[:24]

    def _collection(self, audience: str, *, create: bool = False) -> Any:
        """The audience's collection, or `None` where it has none and none is to be made."""
        name = self._name(audience)
        if name not in self._open:
            from chromadb.errors import NotFoundError

            try:
                if create:
                    self._open[name] = self._client.get_or_create_collection(
                        name,
                        configuration={"hnsw": _GRAPH},
                        embedding_function=None,
                        metadata={"audience": audience},
                    )
                else:
                    self._open[name] = self._client.get_collection(name, embedding_function=None)
            except NotFoundError:
                return None
        return self._open[name]
