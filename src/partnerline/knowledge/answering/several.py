"""The answers to a message that asks several things, told as one."""

from collections.abc import Sequence
from dataclasses import replace

from partnerline.knowledge.model import Answer, Outcome

_GRAVEST: tuple[Outcome, ...] = ("escalated", "clarify", "answered", "smalltalk")


def together(answers: Sequence[Answer], asked: Sequence[str] = ()) -> Answer:
    """One answer of several, in their order; what isn't answered says which of the questions `asked` it is about.

    What is handed over or asked back decides what becomes of the whole, and the rest is told all the same. It is as
    sure as its least sure part.
    """
    answers = [_named(*one) for one in zip(answers, asked, strict=True)] if asked else answers
    told = [one for one in answers if one.outcome != "smalltalk"] or list(answers)[:1]
    outcome = next(kind for kind in _GRAVEST if any(one.outcome == kind for one in told))
    deciding, *others = (one for one in told if one.outcome == outcome)
    quotes = tuple(
        quote for one in told for quote in ((one.quote,) if one.quote else one.quotes) if quote
    )
    return Answer(
        outcome=outcome,
        text="\n\n".join(dict.fromkeys(one.text for one in told)),
        confidence=min(one.confidence for one in told),
        reason=deciding.reason,
        citations=tuple(dict.fromkeys(cited for one in told for cited in one.citations)),
        quote=quotes[0] if len(quotes) == 1 else None,
        quotes=quotes if len(quotes) > 1 else (),
        choices=deciding.choices,
        found=tuple(dict.fromkeys(found for one in told for found in one.found)),
        doubt=" ".join(dict.fromkeys(one.doubt for one in told if one.doubt)),
        # A packet is decided as a whole, so it stands only where nothing else waits for a person.
        decision=None if others else deciding.decision,
    )


def _named(answer: Answer, question: str) -> Answer:
    """The answer under its question, where it is none."""
    if answer.outcome not in {"escalated", "clarify"}:
        return answer
    return replace(answer, text=f"**{question}**\n\n{answer.text}")
