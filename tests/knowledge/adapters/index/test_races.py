"""Readers while documents are written: each sees the old version or the new one, whole."""

import threading
from collections.abc import Callable

import pytest
from tests.knowledge.adapters.index.shelves import Store

from partnerline.knowledge.adapters.index.vectors import ChromaVectors

Open = Callable[[], Store]
VERSIONS = [{f"{name} {i} gateway" for i in range(3)} for name in ("red", "blue", "green")]


def test_a_reader_sees_one_version_while_they_are_written_in_turn(open_store: Open) -> None:
    store = open_store()
    store.put("a", *sorted(VERSIONS[0]), amounts=("1", "1"))
    done, torn = threading.Event(), []

    def read() -> None:
        while not done.is_set():
            seen = {f.passage.text for f in store.near("gateway")}
            words = {
                f.passage.text for f in store.retriever.lexical(["gateway"], store.scope(), 50)
            }
            prices = {store.prices.prices("AX-0", store.scope())[0].amount}
            torn.extend(found for found in (seen, words) if found not in VERSIONS)
            torn.extend(() if len(prices) == 1 else [prices])

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    with store.index.writing():
        for i in range(25):
            store.put("a", *sorted(VERSIONS[i % 3]), amounts=(str(i), str(i)))
    done.set()
    for reader in readers:
        reader.join()
    assert torn == []


def test_a_document_written_between_search_and_look_up_is_not_missed(
    open_store: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store()
    store.put("a", "old gateway")
    nearest = ChromaVectors.nearest

    def interrupted(self: ChromaVectors, *given: object) -> object:
        found = nearest(self, *given)  # type: ignore[arg-type]  # handed through
        monkeypatch.setattr(ChromaVectors, "nearest", nearest)
        store.put("a", "new gateway")
        return found

    monkeypatch.setattr(ChromaVectors, "nearest", interrupted)
    assert store.texts("gateway") == ["new gateway"]
