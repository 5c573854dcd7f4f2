"""Reads a model's structured answer while it is still being written."""

from collections.abc import Generator
from contextlib import closing
from typing import Any

from partnerline.knowledge.adapters.generation.failures import failed
from partnerline.knowledge.model import Sentence

MOST = 24
"""Sentences of one answer."""
LONGEST = 12_000
"""Characters of one answer."""


def sentences_in(partials: Generator[Any, None, None]) -> Generator[Sentence, None, None]:
    """The sentences of a growing object, each as soon as the next one has begun or the object is whole.

    Raises `GeneratorFailed` where it ends before it says that it is complete, or has another form.
    """
    given, last = 0, None
    with closing(partials):
        for last in partials:
            items = _items(last)
            whole = len(items) if last.get("complete") is True else len(items) - 1
            yield from map(_sentence, items[given:whole])
            given = max(given, whole)
    if last is None:
        raise failed("junk")
    if last.get("complete") is not True or not isinstance(last.get("answered"), bool):
        raise failed("broken_off" if "sentences" in last or "answered" in last else "junk")


def _items(partial: Any) -> list[Any]:
    if not isinstance(partial, dict):
        raise failed("junk")
    items = partial.get("sentences", [])
    if not isinstance(items, list) or len(items) > MOST or len(str(partial)) > LONGEST:
        raise failed("junk")
    return items if partial.get("answered") is True else []


def _sentence(item: Any) -> Sentence:
    fields = item if isinstance(item, dict) else {}
    text, passages = fields.get("text"), fields.get("passages")
    if not isinstance(text, str) or not isinstance(passages, list):
        raise failed("junk")
    return Sentence(text=" ".join(text.split()), passages=tuple(str(one) for one in passages))


def finished(partials: Generator[Any, None, None], field: str) -> Any:
    """One field of a whole object; raises `GeneratorFailed` where it isn't there."""
    last = None
    with closing(partials):
        for last in partials:
            if not isinstance(last, dict) or len(str(last)) > LONGEST:
                raise failed("junk")
    if last is None or field not in last:
        raise failed("junk")
    if last.get("complete") is not True:
        raise failed("broken_off")
    return last[field]
