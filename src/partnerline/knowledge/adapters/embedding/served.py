"""Embedders: a prepared graph in onnxruntime, or sentence-transformers itself where a model can't be exported."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from partnerline.knowledge.adapters.embedding.prepared import (
    GRAPH,
    TOKENIZER,
    Manifest,
    folder_of,
    read_manifest,
)
from partnerline.knowledge.errors import ModelUnusable
from partnerline.knowledge.ports import Embedder, ModelIdentity, Vectors, Words
from partnerline.knowledge.retrieval import UNIT

BATCH = 32
"""Texts in one run of the graph, at most."""
BATCH_TOKENS = 1024
"""Tokens in one run, padding included: four long texts. The graph's attention grows with the square of a text's length,
so 32 long texts at once take 600 MB more, and are slower, because nothing stays in the processor's cache."""


class OnnxEmbedder:
    """Runs a prepared graph. Texts beyond the model's length are cut at it, as the model's own tokenizer does."""

    def __init__(self, folder: Path, manifest: Manifest, *, threads: int = 1) -> None:
        os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # it reports to its maker otherwise
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(
                str(folder / GRAPH), options, providers=["CPUExecutionProvider"]
            )
            self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        except Exception as error:
            # Both libraries raise bare Exceptions of their own for a damaged file.
            raise ModelUnusable(
                f"The prepared model in {folder} can't be loaded. Delete that folder and run `partnerline prepare`."
            ) from error
        self._tokenizer.enable_truncation(manifest.max_tokens)
        self._manifest = manifest

    @property
    def identity(self) -> ModelIdentity:
        """The model behind it."""
        return self._manifest.identity

    def embed(self, texts: Sequence[str]) -> Vectors:
        """The texts' vectors; batches are made of texts of like length, so little of a batch is padding."""
        vectors = np.zeros((len(texts), self._manifest.dimensions), dtype=np.float32)
        for batch, encodings in self._batches(texts):
            vectors[batch] = self._run(encodings, ["sentence"])[0]
        return vectors

    def embed_with_words(self, texts: Sequence[str]) -> tuple[Vectors, list[Words]]:
        """The texts' vectors and those of their words, from one run of the graph."""
        vectors = np.zeros((len(texts), self._manifest.dimensions), dtype=np.float32)
        words: list[Words] = [np.zeros((0, self._manifest.dimensions), dtype=np.int8)] * len(texts)
        for batch, encodings in self._batches(texts):
            vectors[batch], rows = self._run(encodings, ["sentence", "tokens"])
            for place, encoding, found in zip(batch, encodings, rows, strict=True):
                words[place] = as_words(encoding.tokens, encoding.special_tokens_mask, found)
        return vectors, words

    def knows(self, word: str) -> bool:
        """Whether the model has learnt the word whole."""
        return self._tokenizer.token_to_id(word) is not None

    def _batches(self, texts: Sequence[str]) -> Iterator[tuple[list[int], list[Any]]]:
        """The texts' places and encodings, in batches of like length."""
        self._tokenizer.no_padding()
        encodings = self._tokenizer.encode_batch(list(texts))
        lengths = [len(encoding.ids) for encoding in encodings]
        for batch in _of_like_length(lengths):
            yield batch, [encodings[i] for i in batch]

    def _run(self, encodings: Sequence[Any], outputs: list[str]) -> list[Vectors]:
        length = max(len(encoding.ids) for encoding in encodings)

        def padded(attribute: str) -> np.ndarray[Any, np.dtype[np.int64]]:
            grid = np.zeros((len(encodings), length), dtype=np.int64)
            for row, encoding in enumerate(encodings):
                grid[row, : len(encoding.ids)] = getattr(encoding, attribute)
            return grid

        attributes = {
            "input_ids": "ids",
            "attention_mask": "attention_mask",
            "token_type_ids": "type_ids",
        }
        feeds = {name: padded(attributes[name]) for name in self._manifest.inputs}
        found: list[Vectors] = self._session.run(outputs, feeds)
        return found


def _of_like_length(lengths: Sequence[int]) -> Iterator[list[int]]:
    """The places in batches, shortest first; a text longer than a batch's tokens is alone."""
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lambda i: lengths[i]):
        full = len(batch) == BATCH or (len(batch) + 1) * lengths[place] > BATCH_TOKENS
        if batch and full:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


def as_words(tokens: Sequence[str], special: Sequence[int], rows: Vectors) -> Words:
    """The vectors of the tokens that carry meaning, in int8: no marker of the model's own, and no punctuation."""
    places = [
        i
        for i, token in enumerate(tokens)
        if not special[i] and any(character.isalnum() for character in token)
    ]
    chosen = rows[places]
    lengths = np.maximum(np.linalg.norm(chosen, axis=1, keepdims=True), 1e-12)
    words: Words = np.rint(chosen / lengths * UNIT).astype(np.int8)
    return words


class SentenceTransformersEmbedder:
    """Serves a model that can't be exported; slower to start and larger, the same vectors."""

    def __init__(self, manifest: Manifest) -> None:
        from sentence_transformers import SentenceTransformer

        self._manifest = manifest
        try:
            self._model = SentenceTransformer(manifest.source, device="cpu")
        except (OSError, ValueError, KeyError) as error:
            raise ModelUnusable(
                f"The model {manifest.name!r} can't be loaded from {manifest.source}. Put it back there, or give "
                "PARTNERLINE_EMBEDDING_MODEL another."
            ) from error

    @property
    def identity(self) -> ModelIdentity:
        """The model behind it."""
        return self._manifest.identity

    def embed(self, texts: Sequence[str]) -> Vectors:
        """The texts' vectors, as sentence-transformers makes them."""
        if not texts:
            return np.zeros((0, self._manifest.dimensions), dtype=np.float32)
        vectors: Vectors = self._model.encode(
            list(texts), batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False
        ).astype(np.float32)
        return vectors

    def embed_with_words(self, texts: Sequence[str]) -> tuple[Vectors, list[Words]]:
        """The texts' vectors and those of their words."""
        tokenizer = self._model.tokenizer
        words: list[Words] = []
        rows = self._model.encode(
            list(texts), output_value="token_embeddings", show_progress_bar=False
        )
        for text, found in zip(texts, rows, strict=True):
            ids = tokenizer(text, truncation=True, max_length=self._manifest.max_tokens)[
                "input_ids"
            ]
            special = tokenizer.get_special_tokens_mask(ids, already_has_special_tokens=True)
            words.append(
                as_words(tokenizer.convert_ids_to_tokens(ids), special, found.cpu().numpy())
            )
        return self.embed(texts), words

    def knows(self, word: str) -> bool:
        """Whether the model has learnt the word whole."""
        tokenizer = self._model.tokenizer
        pieces = tokenizer.tokenize(word)
        return len(pieces) == 1 and pieces[0] != tokenizer.unk_token


def load_embedder(name: str, models: Path, *, threads: int = 1) -> Embedder:
    """The embedder of a prepared model; raises `ModelUnusable` where it was not prepared."""
    folder = folder_of(models, name)
    manifest = read_manifest(folder)
    if manifest is None:
        raise ModelUnusable(
            f"The embedding model {name!r} is not prepared in {models}. Run `partnerline prepare` where "
            "sentence-transformers is installed."
        )
    if manifest.runtime == "sentence-transformers":
        return SentenceTransformersEmbedder(manifest)
    return OnnxEmbedder(folder, manifest, threads=threads)
