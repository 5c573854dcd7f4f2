"""A crash at each point of a write, and what the next writer makes of it."""

from collections.abc import Callable

import pytest
from sqlalchemy import event
from tests.knowledge.adapters.index.shelves import ACME, EVERY, GLOBEX, Store, made

from partnerline.knowledge.adapters.index.vectors import ChromaVectors
from partnerline.knowledge.partners import Audience

OTHERS = Audience(partners=frozenset({"globex"}))
Open = Callable[[], Store]


class Crashed(Exception):
    """The process ends here."""


def before_the_vectors(store: Store, patch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise Crashed

    patch.setattr(store.vectors, "put", crash)


def in_the_middle_of_the_vectors(store: Store, patch: pytest.MonkeyPatch) -> None:
    assert store.vectors
    put = store.vectors.put

    def half(audience: str, ids: list[str], vectors: object) -> None:
        put(audience, ids[:1], vectors[:1])  # type: ignore[index]  # an array, whose type the patch needn't know
        raise Crashed

    patch.setattr(store.vectors, "put", half)


def between_the_vectors_and_the_transaction(store: Store, patch: pytest.MonkeyPatch) -> None:
    assert store.vectors
    put = store.vectors.put

    def crash(*given: object) -> None:
        put(*given)  # type: ignore[arg-type]  # handed through
        raise Crashed

    patch.setattr(store.vectors, "put", crash)


def in_the_middle_of_the_transaction(store: Store, patch: pytest.MonkeyPatch) -> None:
    def crash(_c: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("INSERT INTO index_passages"):
            raise Crashed

    event.listen(store.engine, "before_cursor_execute", crash)


def between_the_transaction_and_the_old_vectors(store: Store, patch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise Crashed

    patch.setattr(store.vectors, "drop", crash)


POINTS = [
    before_the_vectors,
    in_the_middle_of_the_vectors,
    between_the_vectors_and_the_transaction,
    in_the_middle_of_the_transaction,
    between_the_transaction_and_the_old_vectors,
]
OLD, NEW = {"old one", "old two"}, {"new one", "new two", "new three"}


@pytest.mark.parametrize(
    ("point", "audience"),
    [*((point, EVERY) for point in POINTS), (POINTS[2], OTHERS), (POINTS[4], OTHERS)],
)
def test_after_a_crash_the_old_or_the_new_version_is_there_and_the_next_run_mends_it(
    open_store: Open, point: Callable[..., None], audience: Audience
) -> None:
    store = open_store()
    with store.index.writing():
        store.put("a", *sorted(OLD))
        store.put("b", "beside it")

    def write_and_crash() -> None:
        with pytest.MonkeyPatch.context() as patch, store.index.writing():
            point(store, patch)
            store.put("a", *sorted(NEW), audience=audience)

    with pytest.raises(Crashed):
        write_and_crash()
    again = open_store()
    for reader in (again, store):
        seen = set(reader.texts("one", ACME)) | set(reader.texts("one", GLOBEX))
        assert seen - {"beside it"} in (OLD, NEW)
    with again.index.writing() as damaged:
        assert damaged == frozenset()  # whichever version is there is whole
        assert again.vector_ids() == again.passage_ids()
        again.put("a", *sorted(NEW), audience=audience)
    assert again.vector_ids() == again.passage_ids()
    assert set(again.texts("one", GLOBEX)) == NEW | {"beside it"}
    assert set(again.texts("one", ACME)) == (NEW if audience == EVERY else set()) | {"beside it"}


def test_a_document_whose_vectors_are_lost_is_to_be_read_again(store: Store) -> None:
    assert store.vectors
    with store.index.writing():
        store.put("a", "one", "two")
        store.put("b", "three")
        store.put("c", "four", audience=OTHERS)
    (lost, *_) = made("a", "one")[1]
    store.vectors.drop(EVERY.key, [lost.id])
    store.vectors.forget_others([EVERY.key])  # and all of another audience's
    with store.index.writing() as damaged:
        assert damaged == {"a", "c"}


def test_vectors_that_no_passage_has_are_never_found_and_go_at_the_next_write(store: Store) -> None:
    assert store.vectors
    store.put("a", "gateway")
    store.vectors.put(EVERY.key, ["orphan"], store.embedder.embed(["Heading sensor"]))
    assert store.texts("Heading sensor") == ["gateway"]
    assert [f.passage.text for f in store.near("Heading sensor", limit=1)] == ["gateway"]
    with store.index.writing():
        assert store.vectors.ids(EVERY.key) == store.passage_ids()


def test_an_audience_that_nothing_is_for_any_more_leaves_no_vectors(store: Store) -> None:
    assert store.vectors
    with store.index.writing():
        store.put("a", "gateway", audience=OTHERS)
    with store.index.writing():
        store.put("a", "gateway", audience=EVERY)
    assert store.vectors.count(OTHERS.key) == 0
    assert store.vectors.count(EVERY.key) == 1


def test_a_reader_finds_an_audience_again_that_another_process_has_made_anew(
    open_store: Open,
) -> None:
    reader, writer = open_store(), open_store()
    with writer.index.writing():
        writer.put("a", "gateway")
    assert reader.texts("gateway") == ["gateway"]
    with writer.index.writing():
        writer.put("a", "gateway", audience=OTHERS)
    assert reader.texts("gateway") == []
    with writer.index.writing():
        writer.put("a", "gateway")
    assert reader.texts("gateway") == ["gateway"]


def test_a_vector_store_shared_by_several_indexes_keeps_them_apart(store: Store) -> None:
    assert store.vectors
    store.put("a", "gateway")
    other = ChromaVectors(store.vectors._client, "another")
    other.put(EVERY.key, ["theirs"], store.embedder.embed(["gateway"]))
    with store.index.writing():
        pass
    assert other.ids(EVERY.key) == {"theirs"}
    assert store.vectors.ids(EVERY.key) == store.passage_ids()
