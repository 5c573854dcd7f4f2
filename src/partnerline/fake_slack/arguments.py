"""A Web API call's arguments, whichever way they came: query, form or JSON."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from partnerline.fake_slack.errors import SlackError
from partnerline.fake_slack.ledger import Json


@dataclass(frozen=True, slots=True)
class Args:
    """The arguments by name, without the token; forms carry lists and objects as JSON text."""

    values: Json
    authorization: str = ""

    def text(self, name: str, default: str = "") -> str:
        """A string, empty where it is missing."""
        value = self.values.get(name)
        return default if value is None else str(value)

    def required(self, name: str) -> str:
        """A string that has to be there."""
        if self.values.get(name) in (None, ""):
            raise SlackError("invalid_arguments", [f"[ERROR] missing required field: {name}"])
        return str(self.values[name])

    def flag(self, name: str) -> bool:
        """A boolean, in any of the spellings that Slack takes."""
        return str(self.values.get(name, "")).lower() in ("true", "1")

    def number(self, name: str, default: int) -> int:
        """A whole number."""
        try:
            return int(self.values.get(name, default))
        except (TypeError, ValueError):
            raise SlackError("invalid_arguments", [f"[ERROR] {name} must be a number"]) from None

    def data(self, name: str, error: str = "invalid_arguments") -> Any:
        """A list or object, None where it is missing."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise SlackError(error, [f"[ERROR] {name} is not JSON"]) from None


def parse(query: str, content_type: str, body: bytes) -> Json:
    """Every argument of a call; the body's win over the query's. Raises SlackError."""
    values: Json = dict(parse_qsl(query, keep_blank_values=True))
    text = body.decode("utf-8", "replace")
    if "application/json" in content_type and text:
        try:
            given = json.loads(text)
        except ValueError:
            raise SlackError("invalid_json") from None
        if not isinstance(given, dict):
            raise SlackError("json_not_object")
        return values | given
    if "application/x-www-form-urlencoded" in content_type:
        values |= dict(parse_qsl(text, keep_blank_values=True))
    return values
