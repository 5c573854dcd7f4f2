"""The page's Jinja templates with their filters."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from partnerline.fake_slack import interactions, markup
from partnerline.fake_slack.page_content import channel_title
from partnerline.fake_slack.people import People
from partnerline.fake_slack.world import User

_INPUTS = {
    "datepicker": "date",
    "timepicker": "time",
    "email_text_input": "email",
    "number_input": "number",
    "url_text_input": "url",
}


def page_templates(people: People) -> Environment:
    """The templates; everything is escaped unless a filter made safe HTML of it."""
    world = people.world
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "markdown": markup.markdown,
        "mrkdwn": lambda text: markup.mrkdwn(world, text),
        "plain": markup.plain,
        "local": lambda address: address.removeprefix(people.board.base_url),
        "rich_text": markup.rich_text,
        "initial": interactions.initial,
        "options": interactions.options_of,
        "clock": lambda ts: datetime.fromtimestamp(float(ts), UTC).strftime("%H:%M"),
        "person": lambda user_id: _person(people, user_id),
        "team": lambda user: world.teams[user.team_id].name,
        "title": lambda channel, me: channel_title(people, channel, me),
        "colour": lambda user: sum(user.id.encode()) % 6,
        "press": _press,
        "emoji": lambda name: markup.EMOJI.get(name, f":{name}:"),
        "input_type": lambda element: _INPUTS.get(element["type"], "text"),
        "choices": lambda element: _choices(people, element),
    }
    environment.globals |= {
        "status_of": people.status,
        "held_in": lambda *place: _held(people.ledger.chosen.get(place, {})),
        "held_in_view": lambda view: _held(view.chosen),
    }
    return environment


def _press(action_id: str, value: Any = None) -> str:
    """What a button sends: which element, with which value."""
    return json.dumps([action_id, value])


def _held(chosen: dict[str, Any]) -> dict[str, Any]:
    """What somebody has chosen already, by action id."""
    return {
        action_id: interactions.held(state)
        for states in chosen.values()
        for action_id, state in states.items()
    }


def _person(people: People, user_id: str) -> User:
    """Somebody; whose message was deleted is nobody any more."""
    home = people.world.home_team_id
    nobody = User(id=user_id, name="slackbot", real_name="Deleted", team_id=home)
    return people.world.users.get(user_id, nobody)


def _choices(people: People, element: dict[str, Any]) -> list[tuple[str, str]]:
    """Value and words of everything that can be chosen in a select."""
    kind = element["type"].removeprefix("multi_")
    if kind == "users_select":
        return [(p.id, p.real_name) for p in people.world.people()]
    if kind in ("conversations_select", "channels_select"):
        places = [c for c in people.world.channels.values() if c.kind in ("public", "private")]
        return [(c.id, f"#{c.name}") for c in places]
    options = interactions.options_of(element)
    return [(o["value"], markup.plain(o["text"])) for o in options]
