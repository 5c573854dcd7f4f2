"""The model that turns text into vectors."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""`(n, dimensions)` float32, each row of length one."""


Words = NDArray[np.int8]
"""`(n, dimensions)` int8: the words of a text, each word's unit vector times 127, rounded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelIdentity:
    """Which model made a vector: its name, a hash of its weights, and how many dimensions it has."""

    name: str
    weights: str
    dimensions: int


class Embedder(Protocol):
    """Turns text into vectors whose dot product is their cosine."""

    @property
    def identity(self) -> ModelIdentity:
        """The model behind it."""
        ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """The texts' vectors, `(len(texts), dimensions)` float32, L2-normalised, in their order."""
        ...

    def embed_with_words(self, texts: Sequence[str]) -> tuple[Vectors, list[Words]]:
        """The texts' vectors as `embed` gives them, and those of their words as they stand in their text."""
        ...

    def knows(self, word: str) -> bool:
        """Whether the model has learnt the word whole: a word spelt wrong it sees only in pieces."""
        ...
