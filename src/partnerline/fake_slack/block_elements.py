"""Checks one Block Kit element: buttons, feedback, selects and inputs."""

from typing import Any

from partnerline.fake_slack.block_text import (
    TextRule,
    at,
    check_list,
    check_text,
    check_text_object,
)

SELECTS = {
    f"{many}{source}_select"
    for many in ("", "multi_")
    for source in ("static", "external", "users", "conversations", "channels")
}
CHOICES = {"radio_buttons", "checkboxes", "overflow"}
PICKERS = {"datepicker", "timepicker", "datetimepicker"}
TEXT_INPUTS = {"plain_text_input", "email_text_input", "url_text_input", "number_input"}
IN_ACTIONS = {"button", "workflow_button"} | SELECTS | CHOICES | PICKERS
IN_SECTION = IN_ACTIONS | {"image"}
IN_INPUT = (SELECTS | CHOICES | PICKERS | TEXT_INPUTS | {"rich_text_input", "file_input"}) - {
    "overflow"
}
IN_CONTEXT = {"image", "plain_text", "mrkdwn"}
IN_CONTEXT_ACTIONS = {"feedback_buttons", "icon_button"}

_COMMON = (TextRule("action_id", 255, "string"), TextRule("placeholder", 150, "plain_text"))
_TEXTS: dict[str, tuple[TextRule, ...]] = {
    "button": (
        TextRule("text", 75, "plain_text", required=True),
        TextRule("value", 2000, "string"),
        TextRule("url", 3000, "string"),
        TextRule("accessibility_label", 75, "string"),
    ),
    "workflow_button": (TextRule("text", 75, "plain_text", required=True),),
    "icon_button": (
        TextRule("text", 75, "plain_text", required=True),
        TextRule("icon", 75, "string", required=True),
        TextRule("value", 2000, "string"),
    ),
    "image": (
        TextRule("image_url", 3000, "string"),
        TextRule("alt_text", 2000, "string", required=True),
    ),
    "plain_text_input": (TextRule("initial_value", 3000, "string"),),
}
_MOST_OPTIONS = {"radio_buttons": 10, "checkboxes": 10, "overflow": 5}
_NEEDS_OPTIONS = {"static_select", "multi_static_select"} | CHOICES


def check_element(element: Any, allowed: set[str], path: str) -> list[str]:
    """What Slack would refuse in one element; empty where it would take it."""
    if not isinstance(element, dict):
        return [at("must provide an object", path)]
    kind = element.get("type", "")
    if kind not in allowed:
        return [at(f"unsupported type: {kind}", f"{path}/type")]
    if kind in ("plain_text", "mrkdwn"):
        return check_text_object(element, 3000, path, plain=False)
    problems = [
        p for rule in (*_TEXTS.get(kind, ()), *_COMMON) for p in check_text(element, rule, path)
    ]
    if kind == "button":
        problems += _check_style(element, path)
    if kind == "feedback_buttons":
        problems += _check_feedback(element, path)
    if kind == "plain_text_input":
        problems += _check_lengths(element, path)
    if kind in _NEEDS_OPTIONS:
        problems += _check_options(element, kind, path)
    return problems


def _check_style(button: dict[str, Any], path: str) -> list[str]:
    if button.get("style") in (None, "primary", "danger"):
        return []
    return [at("must be one of: primary, danger", f"{path}/style")]


def _check_feedback(element: dict[str, Any], path: str) -> list[str]:
    problems = []
    for side in ("positive_button", "negative_button"):
        button, here = element.get(side), f"{path}/{side}"
        if not isinstance(button, dict):
            problems.append(at(f"missing required field: {side}", path))
            continue
        problems += check_text(button, TextRule("text", 75, "plain_text", required=True), here)
        problems += check_text(button, TextRule("value", 2000, "string", required=True), here)
    return problems


def _check_lengths(element: dict[str, Any], path: str) -> list[str]:
    least, most = element.get("min_length", 0), element.get("max_length", 3000)
    problems = []
    if not 0 <= least <= 3000:
        problems.append(at("must be between 0 and 3000", f"{path}/min_length"))
    if not 1 <= most <= 3000:
        problems.append(at("must be between 1 and 3000", f"{path}/max_length"))
    if least > most:
        problems.append(at("min_length must not exceed max_length", f"{path}/min_length"))
    return problems


def _check_options(element: dict[str, Any], kind: str, path: str) -> list[str]:
    if "option_groups" in element:
        return check_list(element["option_groups"], 100, f"{path}/option_groups")
    if "options" not in element:
        return [at("missing required field: options", path)]
    options = element["options"]
    problems = check_list(options, _MOST_OPTIONS.get(kind, 100), f"{path}/options")
    if problems:
        return problems
    rules = (
        TextRule("text", 75, "any_text", required=True),
        TextRule("value", 150, "string", required=True),
        TextRule("description", 75, "any_text"),
    )
    for number, option in enumerate(options):
        for rule in rules:
            problems += check_text(option, rule, f"{path}/options/{number}")
    return problems
