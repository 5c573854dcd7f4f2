"""What a provider was asked, by either protocol."""

import json
from typing import Any, Literal

Form = Literal["answer", "translation", "request"]


def form_of(asked: dict[str, Any]) -> Form:
    """Which form the answer is to have."""
    told = json.dumps(asked.get("response_format") or asked.get("tools") or "")
    forms: tuple[Form, ...] = ("translation", "request", "answer")
    return next(form for form in forms if f'"{form}"' in told)


def message_of(asked: dict[str, Any]) -> dict[str, Any]:
    """The message, which is one JSON object."""
    content = asked["messages"][-1]["content"]
    message: dict[str, Any] = json.loads(
        content if isinstance(content, str) else content[0]["text"]
    )
    return message


def holding(asked: dict[str, Any], words: str) -> str:
    """The id of the passage that holds the words."""
    evidence = message_of(asked)["evidence"]
    return next(str(one["id"]) for one in evidence if words in one["text"])
