"""What the page's forms do: each is something that a person does in Slack's client."""

import json
from typing import Any

from partnerline.fake_slack import interactions
from partnerline.fake_slack.errors import PlayError
from partnerline.fake_slack.ledger import Ephemeral, Json
from partnerline.fake_slack.people import People

Form = dict[str, str]
Files = list[tuple[str, bytes]]


def play(
    people: People, act: str, form: Form, many: dict[str, list[str]], files: Files
) -> dict[str, str]:
    """Does it, and returns what the page should show afterwards beside what it shows."""
    user, channel = form.get("as", ""), form.get("channel", "")
    match act:
        case "say":
            return _say(people, form, files)
        case "click":
            action_id, value, filled = _pressed(form, many)
            value = _several(people, channel, form["ts"], action_id, value)
            people.click(user, channel, form["ts"], action_id, value=value, filled=filled)
        case "click_in_view":
            action_id, value, _ = _pressed(form, many)
            people.click_in_view(user, form["view_id"], action_id, value=value)
        case "submit" if "press" in form:
            action_id, value, _ = _pressed(form, many)
            people.view(form["view_id"]).typed = _values(people, form, many)
            people.click_in_view(user, form["view_id"], action_id, value=value)
        case "submit":
            people.submit(user, form["view_id"], _values(people, form, many))
        case "dismiss":
            people.dismiss(user, form["view_id"])
        case "react":
            people.react(user, channel, form["ts"], form["name"])
        case _:
            return _in_menu(people, act, form)
    return {}


def _in_menu(people: People, act: str, form: Form) -> dict[str, str]:
    user, channel = form.get("as", ""), form.get("channel", "")
    match act:
        case "edit":
            people.edit(user, channel, form["ts"], _named(people, form.get("text", "")))
        case "delete":
            people.delete(user, channel, form["ts"])
        case "shortcut":
            people.shortcut(user, channel, form["ts"], form["callback_id"])
        case "hide":
            _hide(people, user, form["ts"])
        case "open":
            tab = form.get("tab") or "messages"
            people.open_home(user, tab)
            return {"channel": people.direct(user).id, "tab": tab}
        case _:
            raise PlayError(f"nobody can {act!r}")
    return {}


def _say(people: People, form: Form, files: Files) -> dict[str, str]:
    user, channel, text = form.get("as", ""), form.get("channel", ""), form.get("text", "").strip()
    if not text and not files:
        raise PlayError("write something first")
    if text.startswith("/"):
        _command(people, user, channel, text)
        return {}
    thread = form.get("thread") or None
    said = people.say(user, channel, _named(people, text), thread_ts=thread, files=files)
    place = people.world.channels[channel]
    asked = place.kind == "im" or any(f"<@{bot}>" in said.text for bot in people.world.bots)
    return {"thread": said.ts} if asked and not thread else {}


def _command(people: People, user: str, channel: str, text: str) -> None:
    command, _, rest = text.partition(" ")
    known = people.board.commands
    if known and command not in known:
        words = f"{command} is not a command here. There are: {', '.join(known)}."
        shown = Ephemeral(
            channel=channel, ts=people.ledger.next_ts(), user=user, text=words, blocks=[]
        )
        people.board.show_once(shown)
        return
    people.command(user, channel, command, rest)


def _named(people: People, text: str) -> str:
    bot = people.world.users[people.world.bot_user_id]
    return text.replace(f"@{bot.name}", f"<@{bot.id}>")


def _hide(people: People, user: str, ts: str) -> None:
    with people.ledger.change():
        people.ledger.ephemerals = [
            e for e in people.ledger.ephemerals if (e.user, e.ts) != (user, ts)
        ]


def _pressed(form: Form, many: dict[str, list[str]]) -> tuple[str, Any, Json]:
    """Which element was pressed, with which value, and what the others hold."""
    filled: Json = {
        name.removeprefix("chosen:"): values[-1] for name, values in many.items()
        if name.startswith("chosen:") and values[-1]
    }  # fmt: skip
    if "press" not in form:
        return form["action_id"], form.get("value"), filled
    action_id, value = json.loads(form["press"])
    if value is None and f"chosen:{action_id}" in many:
        value = many[f"chosen:{action_id}"]
    return action_id, value[-1] if isinstance(value, list) and len(value) == 1 else value, filled


def _several(people: People, channel: str, ts: str, action_id: str, value: Any) -> Any:
    """Checkboxes have all that are ticked, anything else the one value."""
    message = people.ledger.find(channel, ts)
    if message is None or value is None:
        return value
    _, element = interactions.find_element(message.blocks, action_id)
    many = element["type"] == "checkboxes" or element["type"].startswith("multi_")
    return [value] if many and isinstance(value, str) else value


def _values(people: People, form: Form, many: dict[str, list[str]]) -> Json:
    values: Json = {}
    for block in people.view(form["view_id"]).view["blocks"]:
        name = f"value:{block.get('block_id')}"
        if block["type"] != "input" or name not in many:
            continue
        kind = block["element"]["type"]
        several = kind == "checkboxes" or kind.startswith("multi_")
        values[block["block_id"]] = many[name] if several else many[name][-1]
    return values
