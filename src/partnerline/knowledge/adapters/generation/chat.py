"""A chat model that answers in a given form, by langchain."""

from collections.abc import AsyncIterator, Generator, Sequence
from functools import cached_property
from typing import Any

from partnerline.knowledge.adapters.generation import prompt
from partnerline.knowledge.adapters.generation.failures import failed, failure_of
from partnerline.knowledge.adapters.generation.partial import finished, sentences_in
from partnerline.knowledge.adapters.generation.quiet import hush, untraced
from partnerline.knowledge.adapters.generation.streaming import Patience, streamed
from partnerline.knowledge.model import AskedItem, Sentence, WordingTask

TOKENS = 4000
"""Of one answer at most, with what a reasoning model thinks before it."""


class ChatGenerator:
    """Any model that `init_chat_model` reaches, such as "openai:gpt-5-mini"; nothing is imported before it is asked.

    Without `api_key` the provider's own environment variable gives it.
    """

    def __init__(
        self,
        model: str,
        *,
        api_key: str | None = None,
        base_url: str | None = None,
        patience: Patience,
    ) -> None:
        self.model = model
        self._key, self._base_url, self._patience = api_key, base_url, patience

    def word(self, task: WordingTask) -> Generator[Sentence, None, None]:
        """The answer's sentences as they arrive."""
        return sentences_in(self._partials(prompt.wording_of(task), prompt.ANSWER_FORM))

    def translate(self, text: str, to: str = "en") -> str:
        """The text in another language."""
        found = finished(
            self._partials(prompt.translation_of(text, to), prompt.TRANSLATION_FORM), "text"
        )
        if not isinstance(found, str) or not found.strip():
            raise failed("junk")
        return found.strip()

    def read_request(self, text: str, names: Sequence[str]) -> tuple[AskedItem, ...]:
        """Which products a text asks for and how many of each."""
        found = finished(
            self._partials(prompt.request_of(text, names), prompt.REQUEST_FORM), "items"
        )
        if not isinstance(found, list):
            raise failed("junk")
        return tuple(_asked(item) for item in found)

    def _partials(
        self, messages: tuple[str, str], form: dict[str, Any]
    ) -> Generator[Any, None, None]:
        """The answer's object as it grows."""
        system, human = messages
        try:
            chain = self._chat.with_structured_output(form)
        except Exception as error:
            raise failure_of(error) from error

        def source() -> AsyncIterator[Any]:
            stream: AsyncIterator[Any] = chain.astream([("system", system), ("human", human)])
            return stream

        return streamed(untraced(source), self._patience)

    @cached_property
    def _chat(self) -> Any:
        from langchain.chat_models import init_chat_model

        hush()
        given: dict[str, Any] = {"api_key": self._key, "base_url": self._base_url}
        return init_chat_model(
            self.model,
            max_retries=0,  # a rep waits, and the document's own words stand ready
            max_tokens=TOKENS,
            timeout=self._patience.first,
            **{name: value for name, value in given.items() if value},
        )


def _asked(item: Any) -> AskedItem:
    fields = item if isinstance(item, dict) else {}
    product, quantity = fields.get("product"), fields.get("quantity")
    if not isinstance(product, str) or not isinstance(quantity, str):
        raise failed("junk")
    return AskedItem(product=product, quantity=quantity)
