"""How two providers put a structured answer on the wire: as events of a stream, and whole."""

import json
from collections.abc import Iterator
from typing import Any

Event = tuple[str | None, dict[str, Any] | str]
"""The event's name, if the protocol has any, and its data."""


class OpenAI:
    """Chat completions: the answer is the content, or the arguments of the tool that is asked for."""

    path = "/v1/chat/completions"

    def begin(self, asked: dict[str, Any]) -> Iterator[Event]:
        yield (
            None,
            _chunk(asked, {"role": "assistant", "content": None if asked.get("tools") else ""}),
        )

    def piece(self, asked: dict[str, Any], text: str, *, first: bool) -> Iterator[Event]:
        if not asked.get("tools"):
            yield None, _chunk(asked, {"content": text})
            return
        call: dict[str, Any] = {"index": 0, "function": {"arguments": text}}
        if first:
            call |= {"id": "call_1", "type": "function"}
            call["function"]["name"] = asked["tools"][0]["function"]["name"]
        yield None, _chunk(asked, {"tool_calls": [call]})

    def end(self, asked: dict[str, Any]) -> Iterator[Event]:
        yield None, _chunk(asked, {}, "tool_calls" if asked.get("tools") else "stop")
        yield None, "[DONE]"

    def whole(self, asked: dict[str, Any], text: str) -> dict[str, Any]:
        message: dict[str, Any] = {"role": "assistant", "content": text}
        if asked.get("tools"):
            function = {"name": asked["tools"][0]["function"]["name"], "arguments": text}
            message = {
                "role": "assistant",
                "content": None,
                "tool_calls": [{"id": "call_1", "type": "function", "function": function}],
            }
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        return _head(asked, "chat.completion") | {"choices": [choice]}

    def error(self, code: int, message: str) -> dict[str, Any]:
        return {"error": {"message": message, "type": "error", "code": str(code)}}


def _head(asked: dict[str, Any], kind: str) -> dict[str, Any]:
    return {"id": "chatcmpl-1", "object": kind, "created": 1_790_000_000, "model": asked["model"]}


def _chunk(
    asked: dict[str, Any], delta: dict[str, Any], reason: str | None = None
) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "finish_reason": reason}
    return _head(asked, "chat.completion.chunk") | {"choices": [choice]}


class Anthropic:
    """Messages: the answer is the input of the tool that is asked for."""

    path = "/v1/messages"

    def begin(self, asked: dict[str, Any]) -> Iterator[Event]:
        message = _message(asked, [])
        yield _named({"type": "message_start", "message": message})
        block = {
            "type": "tool_use",
            "id": "toolu_1",
            "name": asked["tools"][0]["name"],
            "input": {},
        }
        yield _named({"type": "content_block_start", "index": 0, "content_block": block})
        yield _named({"type": "ping"})

    def piece(self, asked: dict[str, Any], text: str, *, first: bool) -> Iterator[Event]:
        delta = {"type": "input_json_delta", "partial_json": text}
        yield _named({"type": "content_block_delta", "index": 0, "delta": delta})

    def end(self, asked: dict[str, Any]) -> Iterator[Event]:
        yield _named({"type": "content_block_stop", "index": 0})
        delta = {"stop_reason": "tool_use", "stop_sequence": None}
        usage = {"output_tokens": 9}
        yield _named({"type": "message_delta", "delta": delta, "usage": usage})
        yield _named({"type": "message_stop"})

    def whole(self, asked: dict[str, Any], text: str) -> dict[str, Any]:
        name = asked["tools"][0]["name"]
        block = {"type": "tool_use", "id": "toolu_1", "name": name, "input": json.loads(text)}
        return _message(asked, [block])

    def error(self, code: int, message: str) -> dict[str, Any]:
        return {"type": "error", "error": {"type": "error", "message": message}}


def _message(asked: dict[str, Any], content: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": asked["model"],
        "content": content,
        "stop_reason": None,
        "stop_sequence": None,
        "usage": {"input_tokens": 9, "output_tokens": 1},
    }


def _named(data: dict[str, Any]) -> Event:
    return data["type"], data
