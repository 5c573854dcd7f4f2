"""Why a thumb is down: asked of that person alone, in one click, with a human on offer."""

import asyncio
import logging
from dataclasses import asdict
from typing import Any

from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.blocks import GET_HUMAN, button
from partnerline.bot.slack.web.client import Json, SlackRefused
from partnerline.bot.slack.web.pressed import Press
from partnerline.bot.work import Payload
from partnerline.knowledge.ports.reps_own import Why

logger = logging.getLogger(__name__)
WHY = "why_"
"""What the ids of the buttons begin with; the reason follows."""
REASONS: dict[Why, str] = {
    "wrong": "Wrong",
    "out_of_date": "Out of date",
    "not_asked": "Not what I asked",
    "too_long": "Too long",
}
ASKED = "What was wrong with it? One click is enough."
NOTED = "Thank you, I've noted it. The channel team sees it."


def run_id(press: Press, question_id: str) -> str:
    """Which work a press is: Slack may tell of it twice."""
    return f"why:{question_id}:{press.user}:{press.moment}"


def payload_of(press: Press, question_id: str) -> Payload:
    """What the job is to know."""
    return {"question_id": question_id, "press": asdict(press)}


async def ask_why(parts: Parts, payload: Payload) -> None:
    """The job of a thumb down."""
    press, question_id = Press(**payload["press"]), str(payload["question_id"])
    await parts.work.step("ask", lambda: _show(parts, press, question_id))


async def keep_why(parts: Parts, press: Press) -> bool:
    """Keeps the reason of a press; false where it is none, or no answer in this channel."""
    why, _, question_id = press.value.partition(":")
    if why not in REASONS or not await parts.asked_in(question_id, press.channel):
        return False
    now = parts.desk.clock()
    await asyncio.to_thread(parts.record.keep_reason, question_id, press.user, why, now)
    return True


def why_blocks(question_id: str) -> tuple[Json, ...]:
    """The question with its buttons."""
    buttons = [button(label, WHY + why, f"{why}:{question_id}") for why, label in REASONS.items()]
    human = button("Get a human", GET_HUMAN, question_id)
    return (
        {"type": "section", "text": {"type": "mrkdwn", "text": ASKED}},
        {"type": "actions", "elements": [*buttons, human]},
    )


async def _show(parts: Parts, press: Press, question_id: str) -> None:
    words: dict[str, Any] = {
        "text": f"{ASKED} {' / '.join((*REASONS.values(), 'Get a human'))}",
        "blocks": list(why_blocks(question_id)),
    }
    try:
        await parts.api.write(
            "chat.postEphemeral",
            team=press.team or None,
            channel=press.channel,
            user=press.user,
            thread_ts=press.thread,
            **words,
        )
    except SlackRefused as refusal:
        logger.info("Nobody is asked why %s is bad: %s", question_id, refusal.code)
