"""The language model that words what was found."""

from collections.abc import Generator as Stream
from collections.abc import Sequence
from typing import Protocol

from partnerline.knowledge.model import AskedItem, Sentence, WordingTask


class Generator(Protocol):
    """A language model. What it gives is never trusted; each method raises `GeneratorFailed`."""

    def word(self, task: WordingTask) -> Stream[Sentence, None, None]:
        """The answer's sentences as they arrive, none where the evidence doesn't answer; closing it stops the model."""
        ...

    def translate(self, text: str, to: str = "en") -> str:
        """The text in another language (ISO 639-1), for a search."""
        ...

    def read_request(self, text: str, names: Sequence[str]) -> tuple[AskedItem, ...]:
        """Which of the products a text asks for and how many of each, both as the text writes them."""
        ...
