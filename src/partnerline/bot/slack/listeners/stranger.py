"""A manager says on somebody unknown's card where they belong."""

from dataclasses import asdict
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.pressed import read_press
from partnerline.bot.slack.who.stranger_card import ASSIGN, BELONGS, KEEP


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for the choice, which does nothing by itself, and for both buttons."""

    @app.action(BELONGS)
    async def picked(ack: AsyncAck) -> None:
        await ack()

    @app.action(ASSIGN)
    async def assigned(ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        await _claim(parts, body, context.team_id or "", assign=True)
        await ack()

    @app.action(KEEP)
    async def kept(ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
        await _claim(parts, body, context.team_id or "", assign=False)
        await ack()


async def _claim(parts: Parts, body: dict[str, Any], team: str, *, assign: bool) -> None:
    press = read_press(body, team)
    choice = _choice(body) if assign else ""
    payload = {"press": asdict(press), "assign": assign, "choice": choice}
    run_id = f"place:{press.value}:{press.user}:{press.moment}"
    await parts.work.begin(run_id, "place_stranger", payload)


def _choice(body: dict[str, Any]) -> str:
    """The value of the option that is chosen in the message."""
    values = (body.get("state") or {}).get("values") or {}
    for block in values.values():
        option = (block.get(BELONGS) or {}).get("selected_option") or {}
        if option.get("value"):
            return str(option["value"])
    return ""
