"""A chat model that answers in a given form, by langchain."""

import logging
from collections.abc import AsyncIterator, Generator, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from typing import Any

from partnerline.knowledge.adapters.generation import prompt
from partnerline.knowledge.adapters.generation.client import Client
from partnerline.knowledge.adapters.generation.failures import failed, failure_of
from partnerline.knowledge.adapters.generation.partial import finished, sentences_in
from partnerline.knowledge.adapters.generation.quiet import hush, untraced
from partnerline.knowledge.adapters.generation.streaming import Patience, streamed
from partnerline.knowledge.adapters.generation.time_left import TimeLeft
from partnerline.knowledge.errors import GeneratorFailed
from partnerline.knowledge.model import AskedItem, Sentence, WordingTask

logger = logging.getLogger(__name__)

TOKENS = 4000
"""Of one answer at most, with what a reasoning model thinks before it."""


class ChatGenerator:
    """Any model that `init_chat_model` reaches, such as "openai:gpt-5-mini"; nothing is imported before it is asked.

    Without `api_key` the provider's own environment variable gives it.
    """

    _time: TimeLeft | None

    def __init__(
        self,
        model: str,
        *,
        api_key: str | None = None,
        base_url: str | None = None,
        patience: Patience,
    ) -> None:
        self.model = model
        self._key, self._base_url = api_key, base_url
        self._patience, self._time = patience, None
        self._client = Client(self._make)

    def warm(self) -> None:
        """Begins to import what the provider needs, so that no rep waits for that."""
        self._client.begin()

    def for_one_question(self) -> "ChatGenerator":
        """The same model with the time of one question, which all that is asked of it then shares."""
        one = copy(self)
        one._time = TimeLeft(self._patience)
        return one

    def word(self, task: WordingTask) -> Generator[Sentence, None, None]:
        """The answer's sentences as they arrive."""
        with self._telling():
            yield from sentences_in(self._partials(prompt.wording_of(task), prompt.ANSWER_FORM))

    def translate(self, text: str, to: str = "en") -> str:
        """The text in another language."""
        asked = prompt.translation_of(text, to)
        with self._telling():
            found = finished(self._partials(asked, prompt.TRANSLATION_FORM), "text")
            if not isinstance(found, str) or not found.strip():
                raise failed("junk")
        return found.strip()

    def read_request(self, text: str, names: Sequence[str]) -> tuple[AskedItem, ...]:
        """Which products a text asks for and how many of each."""
        asked = prompt.request_of(text, names)
        with self._telling():
            found = finished(self._partials(asked, prompt.REQUEST_FORM), "items")
            if not isinstance(found, list):
                raise failed("junk")
            return tuple(_asked(item) for item in found)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Says in the log that a model failed, and nothing of what it was asked."""
        try:
            yield
        except GeneratorFailed as error:
            logger.warning("%s: %s (%s)", self.model, error, error.failure)
            raise

    def _partials(
        self, messages: tuple[str, str], form: dict[str, Any]
    ) -> Generator[Any, None, None]:
        """The answer's object as it grows."""
        system, human = messages
        time = self._time or TimeLeft(self._patience)
        chat = self._client.within(time.seconds)
        try:
            chain = chat.with_structured_output(form)
        except Exception as error:
            raise failure_of(error) from error

        def source() -> AsyncIterator[Any]:
            stream: AsyncIterator[Any] = chain.astream([("system", system), ("human", human)])
            return stream

        yield from streamed(untraced(source), time.now())

    def _make(self) -> Any:
        from langchain.chat_models import init_chat_model

        given: dict[str, Any] = {"api_key": self._key, "base_url": self._base_url}
        chat = init_chat_model(
            self.model,
            max_retries=0,  # a rep waits, and the document's own words stand ready
            max_tokens=TOKENS,
            timeout=self._patience.first,
            **{name: value for name, value in given.items() if value},
        )
        hush()  # a client's package sets its logger's level as it is imported
        return chat


def _asked(item: Any) -> AskedItem:
    fields = item if isinstance(item, dict) else {}
    product, quantity = fields.get("product"), fields.get("quantity")
    if not isinstance(product, str) or not isinstance(quantity, str):
        raise failed("junk")
    return AskedItem(product=product, quantity=quantity)
