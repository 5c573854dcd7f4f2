"""A manager sends the dialog with words for the rep."""

import asyncio
import logging
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from partnerline.bot.desk import new_id
from partnerline.bot.slack.escalations.card_forms import (
    FIELD,
    FORM,
    FORMS,
    UNTIL,
    audience_of,
    opened_for,
    until_of,
)
from partnerline.bot.slack.escalations.claiming import CLOSED
from partnerline.bot.slack.escalations.drafting import COUNTERED
from partnerline.bot.slack.escalations.holding import barred
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.client import Json, SlackAway, SlackRefused
from partnerline.bot.slack.who.acting import actor
from partnerline.bot.work import Payload

logger = logging.getLogger(__name__)
NOT_A_MANAGER = "Only people in the managers' channel can answer."
ASK_AGAIN = "Slack doesn't say who is in the managers' channel just now. Please send it again."
SOMEBODY_ELSE = "{name} has this one by now. It can be handed over on the card."
OVER = "That day is over."
UNFINISHED = "Please add what you offer instead."


def register(app: AsyncApp, parts: Parts) -> None:
    """Listens for the dialog; who sends it has to be a manager, whoever opened it."""

    @app.view(FORM)
    async def sent(ack: AsyncAck, body: dict[str, Any], view: dict[str, Any]) -> None:
        user = str((body.get("user") or {}).get("id", ""))
        problems = await _problems(parts, view, user)
        if problems:
            await ack(response_action="errors", errors=problems)
            return
        payload = _payload(view, user)
        if payload is not None:
            await parts.work.begin(f"reply:{payload['reply_id']}", "take_reply", payload)
        await ack()


def _payload(view: Json, user: str) -> Payload | None:
    opened = opened_for(str(view.get("private_metadata", "")))
    if opened is None:
        return None
    kind, escalation_id = opened
    values = view["state"]["values"]
    payload: Payload = {
        "reply_id": new_id("reply", str(view["id"])),
        "escalation_id": escalation_id,
        "user": user,
        "text": _text(values),
        "kind": FORMS[kind].reply,
    }
    audience, until = audience_of(values), until_of(values)
    if audience and kind == "answer":
        payload["keep"] = {"audience": audience, "until": until.isoformat() if until else None}
    return payload


async def _problems(parts: Parts, view: Json, user: str) -> dict[str, str]:
    """What is wrong, by field."""
    values = view["state"]["values"]
    if not _text(values):
        return {FIELD: "Please write an answer."}
    if _text(values) == COUNTERED.strip():
        return {FIELD: UNFINISHED}
    until = until_of(values)
    if until is not None and until < parts.desk.clock().astimezone().date():
        return {UNTIL: OVER}
    problem = await _refusal(parts, view, user)
    return {FIELD: problem} if problem else {}


async def _refusal(parts: Parts, view: Json, user: str) -> str | None:
    try:
        person = await actor(parts, user)
    except (SlackAway, SlackRefused):
        return ASK_AGAIN
    if person is None:
        logger.warning("An answer by somebody who is no manager is refused")
        return NOT_A_MANAGER
    kind, escalation_id = opened_for(str(view.get("private_metadata", ""))) or ("", "")
    escalation = await asyncio.to_thread(parts.record.escalation, escalation_id)
    # A closed card offers an answer alone: any other dialog was opened before a colleague closed it.
    if escalation is not None and escalation.state == "closed" and kind != "answer":
        return CLOSED
    other = barred(escalation, person.key) if escalation else None
    return SOMEBODY_ELSE.format(name=other.holder_name or "Somebody") if other else None


def _text(values: Json) -> str:
    return str(values.get(FIELD, {}).get(FIELD, {}).get("value") or "").strip()
