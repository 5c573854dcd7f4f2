"""The smallest checks of Block Kit: a place in the JSON, its texts, their lengths."""

from dataclasses import dataclass
from typing import Any, Literal

Shape = Literal["plain_text", "any_text", "string"]


@dataclass(frozen=True, slots=True)
class TextRule:
    """A text field of a block or element; ``limit`` in characters."""

    field: str
    limit: int
    shape: Shape
    required: bool = False


def at(message: str, path: str) -> str:
    """An error as Slack words it, with its JSON pointer."""
    return f"[ERROR] {message} [json-pointer:{path}]"


def check_text(holder: dict[str, Any], rule: TextRule, path: str) -> list[str]:
    """What is wrong with one text field of a block or element."""
    value = holder.get(rule.field)
    here = f"{path}/{rule.field}"
    if value is None:
        return [at(f"missing required field: {rule.field}", path)] if rule.required else []
    if rule.shape == "string":
        return _check_string(value, rule.limit, here)
    return check_text_object(value, rule.limit, here, plain=rule.shape == "plain_text")


def check_text_object(value: Any, limit: int, path: str, *, plain: bool) -> list[str]:
    """What is wrong with a ``plain_text`` or ``mrkdwn`` object."""
    allowed = ("plain_text",) if plain else ("plain_text", "mrkdwn")
    if not isinstance(value, dict):
        return [at("must provide an object", path)]
    if value.get("type") not in allowed:
        return [at(f"must be one of: {', '.join(allowed)}", f"{path}/type")]
    if not value.get("text"):
        return [at("must be more than 0 characters", f"{path}/text")]
    return _check_string(value["text"], limit, f"{path}/text")


def _check_string(value: Any, limit: int, path: str) -> list[str]:
    if not isinstance(value, str):
        return [at("must provide a string", path)]
    if len(value) > limit:
        return [at(f"must be less than {limit + 1} characters", path)]
    return []


def check_list(value: Any, most: int, path: str, *, least: int = 1) -> list[str]:
    """What is wrong with a list's length."""
    if not isinstance(value, list):
        return [at("must provide an array", path)]
    if len(value) > most:
        return [at(f"no more than {most} items allowed", path)]
    if len(value) < least:
        return [at(f"no fewer than {least} items allowed", path)]
    return []


def repeated(values: list[str]) -> list[str]:
    """The values that occur more than once, each named once."""
    return [v for v in dict.fromkeys(values) if values.count(v) > 1]
