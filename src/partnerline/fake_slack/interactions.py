"""What Slack sends when a person clicks, submits a view or runs a command."""

from typing import Any

from partnerline.fake_slack.errors import PlayError
from partnerline.fake_slack.ledger import Json, View
from partnerline.fake_slack.shapes import view_json
from partnerline.fake_slack.world import Channel, World

_SPOKEN = {"im": "directmessage", "mpim": "privategroup", "private": "privategroup"}
_PICKED = {
    "users_select": "selected_user",
    "channels_select": "selected_channel",
    "conversations_select": "selected_conversation",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
}
_CHOSEN = {"static_select", "external_select", "radio_buttons", "checkboxes"}
_TYPED = {"plain_text_input", "email_text_input", "url_text_input", "number_input"}
_MANY = {
    f"multi_{kind}_select" for kind in ("static", "external", "users", "channels", "conversations")
}
_STATEFUL = {*_PICKED, *_CHOSEN, *_TYPED, *_MANY}


def find_element(blocks: list[Json], action_id: str) -> tuple[Json, Json]:
    """The block and the interactive element with that action id; raises PlayError."""
    known = []
    for block in blocks:
        inner = [*block.get("elements", []), block.get("accessory"), block.get("element")]
        for element in inner:
            if isinstance(element, dict) and "action_id" in element:
                known.append(element["action_id"])
                if element["action_id"] == action_id:
                    return block, element
    raise PlayError(f"no element with action_id {action_id!r}; there are {known}")


def action(block: Json, element: Json, value: str | None, ts: str) -> Json:
    """One entry of ``actions``: a button's value, a thumb, or the option chosen by its value."""
    kind = element["type"]
    body: Json = {
        "type": kind,
        "action_id": element["action_id"],
        "block_id": block.get("block_id", ""),
        "action_ts": ts,
    }
    if kind == "button":
        body["text"] = element["text"]
        return body | ({"value": element["value"]} if "value" in element else {})
    if kind == "feedback_buttons":
        sides = [element["positive_button"], element["negative_button"]]
        chosen = sides[0] if value is None else _chosen(sides, value)
        return body | {"text": chosen["text"], "value": chosen["value"]}
    if kind == "icon_button":
        return body | {"value": element.get("value", "")}
    return body | element_state(element, value)


def element_state(element: Json, value: Any) -> Json:
    """An input's state as ``view.state.values`` holds it."""
    kind = element["type"]
    state: Json = {"type": kind}
    if kind.startswith("multi_") or kind == "checkboxes":
        return state | _many(
            element, [value] if isinstance(value, str) and value else list(value or [])
        )
    if kind in ("static_select", "external_select", "radio_buttons", "overflow"):
        option = _chosen(options_of(element), value) if value else None
        return state | {"selected_option": option}
    return state | {_PICKED.get(kind, "value"): value or None}


def _many(element: Json, values: list[str]) -> Json:
    if element["type"] in ("checkboxes", "multi_static_select", "multi_external_select"):
        options = [_chosen(options_of(element), v) for v in values]
        return {"selected_options": options}
    noun = element["type"].removeprefix("multi_").removesuffix("_select")
    return {f"selected_{noun}": values}


def options_of(element: Json) -> list[Json]:
    """What can be chosen, groups laid out one after the other."""
    groups = [group["options"] for group in element.get("option_groups", [])]
    return [*element.get("options", []), *(option for group in groups for option in group)]


def _chosen(options: list[Json], value: str) -> Json:
    for option in options:
        if option.get("value") == value:
            return option
    raise PlayError(f"no choice {value!r}; there are {[o.get('value') for o in options]}")


def choose(chosen: Json, block: Json, element: Json, value: Any) -> None:
    """Keeps what a person chose or typed in one element; a button keeps nothing."""
    if stateful(element):
        state = element_state(element, value)
        chosen.setdefault(block["block_id"], {})[element["action_id"]] = state


def held(state: Json) -> Any:
    """The value, or the values, that an element's state holds."""
    for name, value in state.items():
        if name.startswith("selected_options"):
            return [option["value"] for option in value]
        if name == "selected_option":
            return value["value"] if value else None
        if name != "type":
            return value
    return None


def view_values(view: Json, given: Json, chosen: Json) -> Json:
    """``state.values`` from what a person filled in, by block id or action id.

    Raises PlayError where a required input is empty, as Slack's client would not send it.
    """
    values: Json = shown_state([b for b in view["blocks"] if b["type"] != "input"], chosen)
    for block in view["blocks"]:
        if block["type"] != "input":
            continue
        element = block["element"]
        block_id, action_id = block["block_id"], element["action_id"]
        value = given.get(block_id, given.get(action_id, initial(element)))
        if not value and not block.get("optional"):
            raise PlayError(f"the input {block_id!r} is required")
        values[block_id] = {action_id: element_state(element, value)}
    return values


def initial(element: Json) -> Any:
    """What an input holds before anyone touches it."""
    if "initial_option" in element:
        return element["initial_option"]["value"]
    if "initial_options" in element:
        return [o["value"] for o in element["initial_options"]]
    found = [v for k, v in element.items() if k.startswith("initial_")]
    return found[0] if found else None


def stateful(element: Json) -> bool:
    """Whether an element holds what a person chose or typed."""
    return element.get("type") in _STATEFUL


def shown_state(blocks: list[Json], chosen: Json) -> Json:
    """``state.values`` of a message or view: every choice and input in it, chosen, initial or empty."""
    values: Json = {}
    for block in blocks:
        inner = [*block.get("elements", []), block.get("accessory"), block.get("element")]
        for element in inner:
            if isinstance(element, dict) and stateful(element):
                block_id, action_id = block["block_id"], element["action_id"]
                known = chosen.get(block_id, {}).get(action_id)
                state = known or element_state(element, initial(element))
                values.setdefault(block_id, {})[action_id] = state
    return values


def _common(world: World, user_id: str, trigger_id: str, team_id: str = "") -> Json:
    user = world.users[user_id]
    home = world.teams[team_id] if team_id else world.home
    return {
        "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": user.team_id},
        "api_app_id": world.app_id,
        "token": "fake-verification-token",
        "trigger_id": trigger_id,
        "team": {"id": home.id, "domain": home.domain},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def block_actions(
    world: World, user_id: str, trigger_id: str, done: Json, where: Json, team_id: str = ""
) -> Json:
    """A `block_actions` payload; ``where`` holds container and message or view."""
    body = _common(world, user_id, trigger_id, team_id)
    return {"type": "block_actions"} | body | where | {"actions": [done]}


def view_submission(world: World, user_id: str, trigger_id: str, view: View, values: Json) -> Json:
    """A `view_submission` payload."""
    shown = view_json(world, view) | {"state": {"values": values}}
    body = _common(world, user_id, trigger_id, view.team_id)
    return {"type": "view_submission"} | body | {"view": shown, "response_urls": []}


def view_closed(world: World, user_id: str, trigger_id: str, view: View) -> Json:
    """A `view_closed` payload, which goes out only where the view asked for it."""
    body = _common(world, user_id, trigger_id, view.team_id)
    body.pop("trigger_id")
    return {"type": "view_closed"} | body | {"view": view_json(world, view), "is_cleared": False}


def message_action(
    world: World, user_id: str, trigger_id: str, callback_id: str, where: Json, team_id: str
) -> Json:
    """A message shortcut's payload; ``where`` holds channel, message and response_url."""
    body = _common(world, user_id, trigger_id, team_id)
    return {"type": "message_action", "callback_id": callback_id} | body | where


def slash_command(
    world: World, user_id: str, channel: Channel, command: str, text: str, trigger_id: str
) -> Json:
    """A slash command's form fields."""
    user = world.users[user_id]
    team = world.teams[world.install_for(user_id).team_id]
    return {
        "token": "fake-verification-token",
        "team_id": team.id,
        "team_domain": team.domain,
        "channel_id": channel.id,
        "channel_name": _SPOKEN.get(channel.kind, channel.name),
        "user_id": user.id,
        "user_name": user.name,
        "command": command,
        "text": text,
        "api_app_id": world.app_id,
        "is_enterprise_install": "false",
        "trigger_id": trigger_id,
    }
