"""Stretches of a folded text, and what is left of it when they are taken out."""

from collections.abc import Iterable

Span = tuple[int, int]

GONE = "\ufffc"
"""Stands for a letter that was taken out: neither a letter nor a space, so that nothing is read across it."""


def without(text: str, spans: Iterable[Span]) -> str:
    """The text with the stretches taken out, and every other letter where it was."""
    for start, end in spans:
        text = text[:start] + GONE * (end - start) + text[end:]
    return text


def only(text: str, spans: Iterable[Span]) -> str:
    """The text with nothing left but the stretches, each where it was."""
    kept = [GONE] * len(text)
    for start, end in spans:
        kept[start:end] = text[start:end]
    return "".join(kept)


def overlap(one: Span, others: Iterable[Span]) -> bool:
    """Whether the stretch has a letter in common with one of the others."""
    return any(one[0] < end and start < one[1] for start, end in others)
