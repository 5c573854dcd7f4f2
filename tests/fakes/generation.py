"""The fake of a language model."""

from collections.abc import Generator, Sequence

from partnerline.knowledge.errors import Failure, GeneratorFailed
from partnerline.knowledge.model import (
    AskedItem,
    Sentence,
    WordingTask,
)


class FakeGenerator:
    """Says what it was told to; `failure` is raised after that. `tasks` are what it was given, `closed` how often it was stopped."""

    def __init__(
        self,
        *sentences: Sentence,
        failure: Failure | None = None,
        translation: str = "",
        items: Sequence[AskedItem] = (),
    ) -> None:
        self.sentences, self.failure = sentences, failure
        self.translation, self.items = translation, tuple(items)
        self.tasks: list[WordingTask] = []
        self.closed = 0
        self.warmed = 0

    def warm(self) -> None:
        self.warmed += 1

    def for_one_question(self) -> "FakeGenerator":
        return self

    def word(self, task: WordingTask) -> Generator[Sentence, None, None]:
        self.tasks.append(task)
        try:
            yield from self.sentences
            self._fail()
        finally:
            self.closed += 1

    def translate(self, text: str, to: str = "en") -> str:
        self._fail()
        return self.translation

    def read_request(self, text: str, names: Sequence[str]) -> tuple[AskedItem, ...]:
        self._fail()
        return self.items

    def _fail(self) -> None:
        if self.failure is not None:
            raise GeneratorFailed(self.failure, "scripted")
