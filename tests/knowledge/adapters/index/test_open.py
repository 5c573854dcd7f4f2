"""Who may open and write an index."""

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from tests.knowledge.adapters.index.shelves import EVERY, Store

from partnerline.knowledge.adapters.database import make_engine, sqlite_url
from partnerline.knowledge.adapters.home import HomeLock
from partnerline.knowledge.adapters.index import store as module
from partnerline.knowledge.adapters.index.store import SqlIndex, forget_index, open_index
from partnerline.knowledge.adapters.index.vectors import connect
from partnerline.knowledge.errors import IndexUnusable, SettingsError

Open = Callable[[], Store]


@pytest.mark.parametrize("change", [{"name": "other"}, {"weights": "w2"}, {"dimensions": 8}])
def test_another_model_is_refused_with_the_mend(store: Store, change: dict[str, object]) -> None:
    assert store.engine
    store.put("a", "gateway")
    with pytest.raises(IndexUnusable, match="--rebuild") as refused:
        open_index(store.engine, replace(store.embedder.identity, **change))  # type: ignore[arg-type]  # fields by name
    assert "PARTNERLINE_EMBEDDING_MODEL" in str(refused.value)
    assert store.texts("gateway") == ["gateway"]


def test_the_same_model_opens_the_same_index(store: Store) -> None:
    assert store.engine
    store.put("a", "gateway")
    first = open_index(store.engine, store.embedder.identity)
    assert open_index(store.engine, store.embedder.identity) == first
    assert store.texts("gateway") == ["gateway"]


def test_an_index_of_another_layout_is_dropped_and_made_anew(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert store.engine
    store.put("a", "gateway", amounts=("1",))
    before = open_index(store.engine, store.embedder.identity)
    monkeypatch.setattr(module, "LAYOUT", "another")
    assert open_index(store.engine, replace(store.embedder.identity, name="other")) != before
    assert store.index.documents() == {}
    assert store.texts("gateway") == []


def test_a_forgotten_index_starts_empty_and_takes_another_model(store: Store) -> None:
    assert store.engine
    store.put("a", "gateway")
    forget_index(store.engine)
    open_index(store.engine, replace(store.embedder.identity, name="other"))
    assert store.index.documents() == {}
    assert store.retriever.lexical(["gateway"], store.scope(), 5) == []


class _Impatient(HomeLock):
    """Waits for nobody."""

    @contextmanager
    def write(self, patience: float = 0.0):
        with super().write(patience):
            yield


def test_a_second_writer_is_refused_while_the_first_one_writes(
    open_store: Open, tmp_path: Path
) -> None:
    first, second = open_store(), open_store()
    assert second.engine
    assert second.vectors
    impatient = SqlIndex(second.engine, second.vectors, _Impatient(tmp_path))
    with first.index.writing():
        with pytest.raises(IndexUnusable, match="Another process"), impatient.writing():
            raise AssertionError
        first.put("a", "gateway")
    with impatient.writing() as damaged:
        assert damaged == frozenset()


def test_two_machines_on_one_database_are_two_writers_too(open_store: Open, tmp_path: Path) -> None:
    first, second = open_store(), open_store()
    assert first.engine
    assert second.engine
    assert second.vectors
    if first.engine.dialect.name == "sqlite":
        assert (
            second.engine.url == first.engine.url
        )  # one file is one machine's: the home's lock holds
        return
    elsewhere = SqlIndex(second.engine, second.vectors, HomeLock(tmp_path / "elsewhere"))
    with (
        first.index.writing(),
        pytest.raises(IndexUnusable, match="Another process"),
        elsewhere.writing(),
    ):
        raise AssertionError
    with elsewhere.writing():
        pass


def test_a_failed_write_lets_go_of_the_index(open_store: Open) -> None:
    first, second = open_store(), open_store()
    with pytest.raises(ZeroDivisionError), first.index.writing():
        raise ZeroDivisionError
    with second.index.writing():
        second.put("a", "gateway")
    assert first.texts("gateway") == ["gateway"]


def test_a_reader_that_stays_keeps_writers_of_other_processes_out(tmp_path: Path) -> None:
    reader, writer = HomeLock(tmp_path), HomeLock(tmp_path)
    reader.read()
    with pytest.raises(IndexUnusable, match="serve"), writer.write(patience=0):
        raise AssertionError
    with reader.write(patience=0):  # it may write itself
        late = HomeLock(tmp_path)
        with pytest.raises(IndexUnusable):
            late.read(patience=0)
        late.close()
    reader.close()
    with writer.write(patience=0):
        pass
    writer.close()


def test_a_reader_whose_write_was_refused_still_reads(tmp_path: Path) -> None:
    one, other, third = (HomeLock(tmp_path) for _ in range(3))
    one.read()
    other.read()
    with pytest.raises(IndexUnusable), one.write(patience=0):
        raise AssertionError
    other.close()
    with pytest.raises(IndexUnusable), third.write(patience=0):
        raise AssertionError
    one.close()
    third.close()


def test_a_home_that_cant_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "index.lock").mkdir()
    with pytest.raises(IndexUnusable, match="can't be written"):
        HomeLock(tmp_path)


def test_a_vector_server_that_doesnt_answer_is_named_with_the_mend(tmp_path: Path) -> None:
    with pytest.raises(IndexUnusable, match="PARTNERLINE_CHROMA_URL"):
        connect(tmp_path, "http://127.0.0.1:9")
    for url in ("chroma:8000", "ftp://chroma", "http://"):
        with pytest.raises(SettingsError, match="PARTNERLINE_CHROMA_URL"):
            connect(tmp_path, url)


def test_a_database_without_tables_says_so(tmp_path: Path, store: Store) -> None:
    engine = make_engine(sqlite_url(tmp_path / "empty.sqlite"))
    assert store.vectors
    lock = HomeLock(tmp_path / "home")
    with pytest.raises(IndexUnusable, match="table is missing"):
        SqlIndex(engine, store.vectors, lock).documents()
    engine.dispose()
    lock.close()
    assert store.vectors.count(EVERY.key) == 0


def test_two_threads_of_one_process_write_one_after_the_other(tmp_path: Path) -> None:
    lock, wrote = HomeLock(tmp_path), []

    def write() -> None:
        with lock.write():
            wrote.append("second")

    thread = Thread(target=write)
    with lock.write():
        thread.start()
        with pytest.raises(IndexUnusable, match="Another thread"), lock.write(patience=0):
            raise AssertionError
        wrote.append("first")
    thread.join()
    assert wrote == ["first", "second"]
    lock.close()
