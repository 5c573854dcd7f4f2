"""What a scripted provider does, step by step."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Stall:
    """Sends nothing more until the provider is closed."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Sends nothing for some seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class BreakOff:
    """Drops the connection."""


@dataclass(frozen=True, slots=True)
class EndEarly:
    """Ends the answer as a provider does that thinks it is whole."""


@dataclass(frozen=True, slots=True)
class Status:
    """Refuses with an HTTP status."""

    code: int
    message: str = "refused"
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Raw:
    """Answers with this body and nothing of the protocol."""

    body: str
    content_type: str = "text/html"


Step = str | Stall | Pause | BreakOff | EndEarly | Status | Raw
"""A string is a piece of the structured answer, as a model writes it token by token."""


def answer(*sentences: tuple[str, Sequence[str]], answered: bool = True) -> list[Step]:
    """A whole answer of sentences with the ids they cite, in pieces of a few characters."""
    return pieces(
        {
            "answered": answered,
            "sentences": [{"text": text, "passages": list(ids)} for text, ids in sentences],
            "complete": True,
        }
    )


def pieces(form: object, size: int = 7) -> list[Step]:
    """An object as JSON, in pieces of a few characters."""
    written = json.dumps(form, ensure_ascii=False)
    return [written[at : at + size] for at in range(0, len(written), size)]
