"""A cross-encoder of sentence-transformers: it reads question and passage together."""

import threading
from collections.abc import Sequence
from typing import Any

from partnerline.knowledge.errors import ModelUnusable

BATCH = 32
"""Pairs read at once, at most."""


class CrossEncoderReranker:
    """Loads the model of a folder or a name at its first use; needs the extra `models`.

    `max_tokens` is where a pair is cut; half the time is saved by half of it.
    """

    def __init__(self, model: str, *, max_tokens: int = 384) -> None:
        self._name = model
        self._max_tokens = max_tokens
        self._model: Any = None
        self._loading = threading.Lock()

    def rerank(self, question: str, texts: Sequence[str]) -> tuple[float, ...]:
        """How well each text answers the question, in the texts' order; raises `ModelUnusable`."""
        if not texts:
            return ()
        model = self._loaded()
        pairs = [(question, text) for text in texts]
        scores = model.predict(pairs, batch_size=BATCH, show_progress_bar=False)
        if scores.ndim != 1:
            raise ModelUnusable(
                f"The reranker {self._name!r} gives {scores.shape[1]} scores a pair, and one is needed. Give "
                "PARTNERLINE_RERANKER a model that was made for ranking."
            )
        return tuple(float(score) for score in scores)

    def _loaded(self) -> Any:
        with self._loading:
            if self._model is None:
                self._model = self._load()
        return self._model

    def _load(self) -> Any:
        try:
            from sentence_transformers import CrossEncoder
        except ImportError as error:
            raise ModelUnusable(
                "A reranker needs sentence-transformers. Install it: pip install 'partnerline[models]', or leave "
                "PARTNERLINE_RERANKER out."
            ) from error
        try:
            return CrossEncoder(self._name, device="cpu", max_length=self._max_tokens)
        except Exception as error:
            # The library lets through what its file readers and its hub's client raise, each of its own.
            raise ModelUnusable(
                f"The reranker {self._name!r} can't be loaded. Give PARTNERLINE_RERANKER the folder of a cross-encoder, "
                "or leave it out."
            ) from error
