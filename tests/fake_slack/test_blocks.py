import pytest

from partnerline.fake_slack.blocks import check_blocks, check_view


def text(n: int, kind: str = "plain_text") -> dict:
    return {"type": kind, "text": "x" * n}


def button(n: int = 5, **more: object) -> dict:
    return {"type": "button", "text": text(n), "action_id": "a", **more}


def actions(*elements: dict) -> dict:
    return {"type": "actions", "elements": list(elements)}


FEEDBACK = {
    "type": "feedback_buttons",
    "action_id": "rate",
    "positive_button": {"text": text(4), "value": "up"},
    "negative_button": {"text": text(4), "value": "down"},
}
DIVIDER = {"type": "divider"}
INPUT = {
    "type": "input",
    "label": text(4),
    "element": {"type": "plain_text_input", "action_id": "t"},
}
MODAL = {"type": "modal", "title": text(24), "submit": text(4), "blocks": [INPUT]}

GOOD = [
    DIVIDER,
    {"type": "header", "text": text(150)},
    {"type": "section", "text": text(3000, "mrkdwn"), "accessory": button()},
    {"type": "context", "elements": [text(5, "mrkdwn")] * 10},
    actions(*[button(action_id=f"a{n}") for n in range(25)]),
    actions(button(75, value="v" * 2000, style="primary")),
    {"type": "markdown", "text": "x" * 12_000},
    {"type": "context_actions", "elements": [FEEDBACK]},
    {"type": "image", "image_url": "https://vendor.example/a.png", "alt_text": "a"},
    {"type": "table", "rows": [[{"type": "raw_text", "text": "SKU"}]]},
    {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": []}]},
    {"type": "alert", "text": text(9), "level": "warning"},
    {"type": "task_card", "task_id": "1", "title": "Look", "status": "complete"},
    {"type": "plan", "title": "Plan", "tasks": [{"type": "task_card", "task_id": "1", "title": "a", "status": "error"}]},
    INPUT,
]  # fmt: skip

BAD = {
    "unknown block": [{"type": "sparkles"}],
    "51 blocks": [DIVIDER] * 51,
    "header": [{"type": "header", "text": text(151)}],
    "header in mrkdwn": [{"type": "header", "text": text(5, "mrkdwn")}],
    "section": [{"type": "section", "text": text(3001)}],
    "empty section": [{"type": "section"}],
    "empty text": [{"type": "section", "text": text(0)}],
    "context": [{"type": "context", "elements": [text(5)] * 11}],
    "button in context": [{"type": "context", "elements": [button()]}],
    "26 actions": [actions(*[button(action_id=f"a{n}") for n in range(26)])],
    "button text": [actions(button(76))],
    "button value": [actions(button(value="v" * 2001))],
    "button style": [actions(button(style="gold"))],
    "action_id length": [actions(button(action_id="a" * 256))],
    "action_id twice": [actions(button(), button())],
    "block_id twice": [DIVIDER | {"block_id": "d"}, DIVIDER | {"block_id": "d"}],
    "unknown element": [actions({"type": "lever"})],
    "feedback in actions": [actions(FEEDBACK)],
    "feedback without value": [{"type": "context_actions", "elements": [FEEDBACK | {"positive_button": {"text": text(4)}}]}],
    "markdown": [{"type": "markdown", "text": "x" * 6_001}] * 2,
    "table cell": [{"type": "table", "rows": [[{"type": "button"}]]}],
    "101 rows": [{"type": "table", "rows": [[{"type": "raw_text", "text": "a"}]] * 101}],
    "alert level": [{"type": "alert", "text": text(4), "level": "loud"}],
    "task status": [{"type": "task_card", "task_id": "1", "title": "a", "status": "late"}],
    "input lengths": [INPUT | {"element": {"type": "plain_text_input", "max_length": 3001}}],
    "input without element": [INPUT | {"element": None}],
    "select without options": [actions({"type": "static_select", "action_id": "s"})],
}  # fmt: skip

BAD_VIEWS = {
    "title": MODAL | {"title": text(25)},
    "no submit": {k: v for k, v in MODAL.items() if k != "submit"},
    "metadata": MODAL | {"private_metadata": "x" * 3001},
    "markdown in modal": MODAL | {"blocks": [{"type": "markdown", "text": "a"}]},
    "101 blocks": MODAL | {"blocks": [DIVIDER] * 101},
    "kind": MODAL | {"type": "dialog"},
}


@pytest.mark.parametrize("block", GOOD, ids=lambda b: b["type"])
def test_what_slack_takes_passes(block: dict) -> None:
    assert check_blocks([block]) == []


@pytest.mark.parametrize("name", BAD)
def test_what_slack_refuses_is_refused(name: str) -> None:
    problems = check_blocks(BAD[name])
    assert problems
    assert all("json-pointer:/blocks" in p for p in problems)


@pytest.mark.parametrize("name", BAD_VIEWS)
def test_views_slack_refuses_are_refused(name: str) -> None:
    assert check_view(BAD_VIEWS[name])


def test_a_plain_modal_passes() -> None:
    assert check_view(MODAL) == []
