"""Checks a list of blocks, and a whole view, as Slack does before it takes them."""

from collections.abc import Callable
from typing import Any, Literal

from partnerline.fake_slack import block_elements as elements
from partnerline.fake_slack.block_text import (
    TextRule,
    at,
    check_list,
    check_text,
    check_text_object,
    repeated,
)

Surface = Literal["message", "modal", "home"]
Block = dict[str, Any]
MOST_BLOCKS: dict[Surface, int] = {"message": 50, "modal": 100, "home": 100}
MARKDOWN_LIMIT = 12_000

_ID = TextRule("block_id", 255, "string")
_TEXTS: dict[str, tuple[TextRule, ...]] = {
    "header": (TextRule("text", 150, "plain_text", required=True),),
    "section": (TextRule("text", 3000, "any_text"),),
    "divider": (),
    "image": (
        TextRule("image_url", 3000, "string"),
        TextRule("alt_text", 2000, "string", required=True),
        TextRule("title", 2000, "plain_text"),
    ),
    "markdown": (TextRule("text", MARKDOWN_LIMIT, "string", required=True),),
    "context": (),
    "actions": (),
    "context_actions": (),
    "input": (
        TextRule("label", 2000, "plain_text", required=True),
        TextRule("hint", 2000, "plain_text"),
    ),
    "rich_text": (),
    "table": (),
    "alert": (TextRule("text", 3000, "any_text", required=True),),
    "task_card": (
        TextRule("task_id", 255, "string", required=True),
        TextRule("title", 3000, "string", required=True),
    ),
    "plan": (TextRule("title", 3000, "string", required=True),),
}
_MESSAGE_ONLY = {"markdown", "table", "task_card", "plan", "context_actions"}


def check_blocks(blocks: Any, surface: Surface = "message", path: str = "/blocks") -> list[str]:
    """What Slack would refuse in these blocks, in their order; empty where it would take them."""
    problems = check_list(blocks, MOST_BLOCKS[surface], path, least=0)
    if problems:
        return problems
    for number, block in enumerate(blocks):
        problems += _check_block(block, surface, f"{path}/{number}")
    if problems:
        return problems
    return _check_whole(blocks, path)


def check_view(view: Any) -> list[str]:
    """What Slack would refuse in a modal or home view."""
    if not isinstance(view, dict) or view.get("type") not in ("modal", "home"):
        return [at("must be one of: modal, home", "/view/type")]
    surface: Surface = view["type"]
    problems = check_text(view, TextRule("private_metadata", 3000, "string"), "/view")
    problems += check_text(view, TextRule("callback_id", 255, "string"), "/view")
    if surface == "modal":
        problems += check_text(view, TextRule("title", 24, "plain_text", required=True), "/view")
        problems += check_text(view, TextRule("submit", 24, "plain_text"), "/view")
        problems += check_text(view, TextRule("close", 24, "plain_text"), "/view")
    problems += check_blocks(view.get("blocks"), surface, "/view/blocks")
    has_input = any(
        b.get("type") == "input" for b in view.get("blocks") or [] if isinstance(b, dict)
    )
    if surface == "modal" and has_input and not view.get("submit"):
        problems.append(at("a submit is required where there are inputs", "/view/submit"))
    return problems


def _check_block(block: Any, surface: Surface, path: str) -> list[str]:
    if not isinstance(block, dict):
        return [at("must provide an object", path)]
    kind = block.get("type", "")
    if kind not in _TEXTS or (surface != "message" and kind in _MESSAGE_ONLY):
        return [at(f"unsupported type: {kind}", f"{path}/type")]
    problems = [p for rule in (_ID, *_TEXTS[kind]) for p in check_text(block, rule, path)]
    check = _SPECIAL.get(kind)
    return problems + (check(block, path) if check else [])


def _check_whole(blocks: list[Block], path: str) -> list[str]:
    ids = [b["block_id"] for b in blocks if "block_id" in b]
    problems = [at(f"`block_id` already exists: {i}", path) for i in repeated(ids)]
    markdown = sum(len(b["text"]) for b in blocks if b["type"] == "markdown")
    if markdown > MARKDOWN_LIMIT:
        problems.append(
            at(f"markdown blocks must be less than {MARKDOWN_LIMIT + 1} characters", path)
        )
    return problems


def _elements(most: int, allowed: set[str]) -> Callable[[Block, str], list[str]]:
    def check(block: Block, path: str) -> list[str]:
        inner = block.get("elements")
        problems = check_list(inner, most, f"{path}/elements")
        if problems or not isinstance(inner, list):
            return problems
        for number, element in enumerate(inner):
            problems += elements.check_element(element, allowed, f"{path}/elements/{number}")
        ids = [e["action_id"] for e in inner if isinstance(e, dict) and "action_id" in e]
        return problems + [at(f"`action_id` already exists: {i}", path) for i in repeated(ids)]

    return check


def _section(block: Block, path: str) -> list[str]:
    fields = block.get("fields")
    if fields is None and "text" not in block:
        return [at("missing required field: text", path)]
    problems = []
    if fields is not None:
        problems = check_list(fields, 10, f"{path}/fields")
        for number, text in enumerate(fields if isinstance(fields, list) else []):
            problems += check_text_object(text, 2000, f"{path}/fields/{number}", plain=False)
    if "accessory" in block:
        allowed = elements.IN_SECTION
        problems += elements.check_element(block["accessory"], allowed, f"{path}/accessory")
    return problems


def _input(block: Block, path: str) -> list[str]:
    return elements.check_element(block.get("element"), elements.IN_INPUT, f"{path}/element")


def _table(block: Block, path: str) -> list[str]:
    rows = block.get("rows")
    problems = check_list(rows, 100, f"{path}/rows")
    for number, row in enumerate(rows if isinstance(rows, list) else []):
        here = f"{path}/rows/{number}"
        problems += check_list(row, 20, here)
        for column, cell in enumerate(row if isinstance(row, list) else []):
            kind = cell.get("type") if isinstance(cell, dict) else None
            if kind not in ("raw_text", "raw_number", "rich_text"):
                problems.append(at(f"unsupported type: {kind}", f"{here}/{column}/type"))
    return problems


def _rich_text(block: Block, path: str) -> list[str]:
    parts = block.get("elements")
    problems = check_list(parts, 100, f"{path}/elements", least=0)
    allowed = {f"rich_text_{k}" for k in ("section", "list", "preformatted", "quote")}
    for number, part in enumerate(parts if isinstance(parts, list) else []):
        kind = part.get("type") if isinstance(part, dict) else None
        if kind not in allowed:
            problems.append(at(f"unsupported type: {kind}", f"{path}/elements/{number}/type"))
    return problems


def _one_of(field: str, allowed: tuple[str, ...]) -> Callable[[Block, str], list[str]]:
    def check(block: Block, path: str) -> list[str]:
        if block.get(field, allowed[0]) in allowed:
            return []
        return [at(f"must be one of: {', '.join(allowed)}", f"{path}/{field}")]

    return check


def _plan(block: Block, path: str) -> list[str]:
    return [
        problem
        for number, task in enumerate(block.get("tasks", []))
        for problem in _check_block(task, "message", f"{path}/tasks/{number}")
    ]


_SPECIAL: dict[str, Callable[[Block, str], list[str]]] = {
    "section": _section,
    "context": _elements(10, elements.IN_CONTEXT),
    "actions": _elements(25, elements.IN_ACTIONS),
    "context_actions": _elements(5, elements.IN_CONTEXT_ACTIONS),
    "input": _input,
    "table": _table,
    "rich_text": _rich_text,
    "alert": _one_of("level", ("default", "info", "warning", "error", "success")),
    "task_card": _one_of("status", ("pending", "in_progress", "complete", "error")),
    "plan": _plan,
}
