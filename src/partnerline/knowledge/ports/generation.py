"""The language model that words what was found."""

from collections.abc import Generator as Stream
from collections.abc import Sequence
from typing import Protocol

from partnerline.knowledge.model import AskedItem, Sentence, WordingTask


class Generator(Protocol):
    """A language model. What it gives is never trusted; each method that asks it raises `GeneratorFailed`."""

    def warm(self) -> None:
        """Begins to load what it takes to ask it, so that no rep waits for that; returns at once."""
        ...

    def for_one_question(self) -> "Generator":
        """The same model for one question: all that is asked of it for that shares the time a rep waits."""
        ...

    def word(self, task: WordingTask) -> Stream[Sentence, None, None]:
        """The answer's sentences as they arrive, none where the evidence doesn't answer; closing it stops the model."""
        ...

    def translate(self, text: str, to: str = "en") -> str:
        """The text in another language (ISO 639-1), for a search."""
        ...

    def read_request(self, text: str, names: Sequence[str]) -> tuple[AskedItem, ...]:
        """Which of the products a text asks for and how many of each, both as the text writes them."""
        ...
