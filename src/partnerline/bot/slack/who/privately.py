"""What a rep can't be told before others: offered in their direct conversation, and asked again there."""

import asyncio
import logging
from dataclasses import replace

from partnerline.bot.desk import new_id
from partnerline.bot.slack.answers.taking import tell
from partnerline.bot.slack.asking.asking import take
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.blocks import markdown
from partnerline.bot.slack.web.client import SlackRefused
from partnerline.bot.slack.web.delivery import Posting
from partnerline.bot.slack.web.message import Message, place_of
from partnerline.bot.slack.web.pressed import Press
from partnerline.bot.slack.web.wording import cut, literal
from partnerline.bot.slack.who.standings import IN_COMPANY, KEPT_TO, who_asks
from partnerline.bot.work import Payload
from partnerline.knowledge.model import Answer, Question, Reason

logger = logging.getLogger(__name__)
OFFER = "That is for your company alone, and others read along here. I can answer you privately."
AS_PARTNER = (
    "That differs from partner to partner. Channel managers can ask me as one of them, where nobody else reads: "
    "begin with “as”, the partner's id or name, and a colon."
)
NOT_YOURS = "Only who asked can have this answered privately. Ask me yourself, and I answer you."
THERE = "I've answered you in our direct conversation."
NO_WAY = "I can't open a direct conversation with you. Write to me there, and I answer you."
_FOR_PEOPLE = {Reason.ASKED_FOR_HUMAN, Reason.NEEDS_HUMAN, Reason.FAILED}
QUOTED = 500


def is_offered(known: Payload, answer: Answer) -> bool:
    """Whether the answer has a button to have it answered privately."""
    return bool(known["in_company"]) and answer.outcome in ("answered", "clarify")


def note_beside(known: Payload, answer: Answer) -> str:
    """What is said of who asked below an answer; nothing that the answer says itself or has no button for."""
    if answer.text in (OFFER, AS_PARTNER):
        return ""
    if known["in_company"]:
        return IN_COMPANY if is_offered(known, answer) else KEPT_TO
    return str(known["note"])


def offered_instead(parts: Parts, known: Payload, question: Question, given: Answer) -> Answer:
    """What is said instead of asking a person; else what was given.

    A rep is offered a private answer where there is one; the vendor's own are told how to ask as a partner.
    """
    if known.get("alone") and given.reason is Reason.NOT_PERMITTED:
        return _clarified(AS_PARTNER)
    company = known["company"]
    partner = parts.directory.partner(company) if company else None
    if partner is None or given.outcome != "escalated" or given.reason in _FOR_PEOPLE:
        return given
    try:
        alone = parts.desk.answerer.answer(replace(question, partner=partner, readers=()))
    except Exception as error:  # noqa: BLE001 - what was given stands, whatever fails in looking for more
        logger.error("Looking for a private answer failed (%s)", type(error).__name__)
        return given
    if alone.outcome not in ("answered", "clarify"):
        return given
    return _clarified(OFFER)


def _clarified(text: str) -> Answer:
    return Answer(outcome="clarify", text=text, confidence=0.0, reason=Reason.NOT_PERMITTED)


async def ask_privately(parts: Parts, payload: Payload) -> None:
    """The job of a press on *Answer me privately*: the same question, from the presser, in their own conversation."""
    press, question_id = Press(**payload["press"]), payload["press"]["value"]
    taken = await asyncio.to_thread(parts.record.question, question_id)
    if taken is None or taken[1].asker != press.user:
        await parts.work.step("say why", lambda: tell(parts, press, NOT_YOURS))
        return
    question = taken[0]
    opened = await parts.work.step("open", lambda: _open(parts, press))
    if opened is None:
        await parts.work.step("say why", lambda: tell(parts, press, NO_WAY))
        return
    posting = _opening(press, question_id, opened, question.text)
    try:
        began = await parts.work.step("quote", lambda: parts.courier.post(posting))
    except SlackRefused as refusal:
        logger.error("Slack will not take %s privately: %s", question_id, refusal.code)
        await parts.work.step("say why", lambda: tell(parts, press, NO_WAY))
        return
    message = _message(press, question_id, place_of(began).ts, opened, question.text)
    known = await parts.work.step("who asks", lambda: who_asks(parts, message))
    await parts.work.step("take", lambda: take(parts, message, known, question.history))
    await parts.work.begin(f"message:{message.id}", "message", message.as_payload())
    await parts.work.step("say where", lambda: tell(parts, press, THERE))


async def _open(parts: Parts, press: Press) -> str | None:
    try:
        told = await parts.api.write(
            "conversations.open", team=press.team or None, users=press.user
        )
    except SlackRefused as refusal:
        logger.warning("Slack opens no direct conversation: %s", refusal.code)
        return None
    channel: str = told["channel"]["id"]
    return channel


def _opening(press: Press, question_id: str, channel: str, text: str) -> Posting:
    asked = cut(" ".join(text.split()), QUOTED)
    said = f"You asked where others read along:\n> {literal(asked)}"
    return Posting(
        key=f"privately:{question_id}",
        team=press.team,
        channel=channel,
        thread=None,
        after=press.moment or press.thread,
        text=f"You asked where others read along: {asked}",
        blocks=(markdown(said),),
    )


def _message(press: Press, question_id: str, ts: str, channel: str, text: str) -> Message:
    return Message(
        id=new_id("privately", question_id),
        team=press.team,
        channel=channel,
        ts=ts,
        thread_ts=ts,
        user=press.user,
        user_team=press.user_team,
        text=text,
        direct=True,
        mentioned=True,
    )
