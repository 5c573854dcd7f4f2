"""From a message to what stands in its thread: who asks, the question taken, the answer posted, the card if need be."""

import asyncio
import logging

from partnerline.bot.slack import blocks
from partnerline.bot.slack.client import SlackRefused
from partnerline.bot.slack.delivery import Posting
from partnerline.bot.slack.escalating import post_card
from partnerline.bot.slack.identity import Asker, Room, Standing, standing
from partnerline.bot.slack.message import Message
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.wording import quiet
from partnerline.bot.work import OutOfPatience, Payload
from partnerline.knowledge.model import Answer, Origin, Question, Reason

logger = logging.getLogger(__name__)
LONGEST = 4_000
"""Characters of a question; what is longer is a document, and goes to a person."""

HINT = "Ask me about prices, products, programmes or objections, in your own words: I answer in this thread."
NO_FILES = (
    "I can't read attachments yet. Write your question in words, and I answer in this thread."
)
FILES_TOO = "_I can't read attachments yet, so this goes by your words alone._"
IN_COMPANY = (
    "_Several companies read this channel, so I've kept to what all of them may see. "
    "Ask me in a direct message for the rest._"
)
_WITHDRAWN = {"thread_not_found", "message_not_found"}
"""What Slack says where the question was deleted: nobody waits for its answer."""
TOO_LONG = Answer(
    outcome="escalated",
    text="That is longer than I can read as one question, so I've asked a person; the reply comes here. "
    "If you send me the question itself in a few sentences, I'll try at once.",
    confidence=0.0,
    reason=Reason.NEEDS_HUMAN,
    doubt=f"The message is longer than {LONGEST:,} characters; the bot has not tried to answer it.",
)


async def answer_message(parts: Parts, payload: Payload) -> None:
    """The job of one message; every step can be gone through again."""
    message = Message(**payload)
    if not message.text:
        await _hint(parts, message)
        return
    known = await _who(parts, message)
    await parts.work.step("take", lambda: _take(parts, message, known))
    escalation_id = await parts.work.step("answer", lambda: _answer(parts, message))
    try:
        await parts.work.step("post", lambda: _post(parts, message, known))
    except SlackRefused as refusal:
        logger.error("Slack will not take the answer to %s: %s", message.id, refusal.code)
        if refusal.code not in _WITHDRAWN:
            escalation_id = await parts.work.step("hand over", lambda: _unheard(parts, message))
    if escalation_id:
        await post_card(parts, escalation_id)


async def _hint(parts: Parts, message: Message) -> None:
    text = NO_FILES if message.files else HINT
    shown = (blocks.markdown(text), blocks.quote_button())
    posting = _posting(message, f"hint:{message.id}", text, shown)
    try:
        await parts.work.step("hint", lambda: parts.courier.post(posting))
    except SlackRefused as refusal:
        logger.error("Slack will not take a hint for %s: %s", message.id, refusal.code)


async def _who(parts: Parts, message: Message) -> Payload:
    """The asker as plain data; a stranger where Slack could not be asked at all."""
    try:
        return await parts.work.step("who asks", lambda: _ask_slack(parts, message))
    except (OutOfPatience, SlackRefused):
        logger.error("Slack never said who asked %s; a stranger is answered", message.id)
        return _known(standing(parts.directory, Asker(), Room(channel="", known=False)), "")


async def _ask_slack(parts: Parts, message: Message) -> Payload:
    asker = await parts.people.asker(message)
    room = await parts.people.room(message)
    found = standing(parts.directory, asker, room)
    return _known(found, await parts.people.name(message.user))


def _known(found: Standing, name: str) -> Payload:
    in_company = found.partner is None and found.company is not None
    if found.company is not None and in_company:
        name = f"{name or 'Somebody'} of {found.company.name}, where others read along"
    return {
        "partner": found.partner.id if found.partner else None,
        "name": name,
        "in_company": in_company,
    }


async def _take(parts: Parts, message: Message, known: Payload) -> None:
    def take() -> None:
        now = parts.desk.clock()
        turns = parts.record.turns(str(message.thread), "slack")
        question = Question(
            text=message.text,
            as_of=now.astimezone().date(),  # the vendor's day, where the bot runs
            partner=parts.directory.partner(known["partner"]),
            history=tuple(turn for turn in turns if turn.role == "user"),
        )
        origin = Origin(
            door="slack",
            thread=str(message.thread),
            asker=message.user,
            asker_name=known["name"],
        )
        parts.desk.take(message.id, question, origin)

    await asyncio.to_thread(take)


async def _answer(parts: Parts, message: Message) -> str | None:
    def answer() -> str | None:
        if len(message.text) > LONGEST and parts.record.answer(message.id) is None:
            parts.record.keep_answer(message.id, TOO_LONG, parts.desk.clock())
        return parts.desk.answer(message.id).escalation_id

    return await parts.work.think(answer)


async def _unheard(parts: Parts, message: Message) -> str | None:
    escalation = await parts.work.think(lambda: parts.desk.unheard(message.id))
    return escalation.id if escalation else None


async def _post(parts: Parts, message: Message, known: Payload) -> str:
    answer = await asyncio.to_thread(parts.record.answer, message.id)
    if answer is None:
        raise LookupError(message.id)
    before = f"> {quiet(' '.join(message.text.split()))}" if message.chosen else ""
    notes = [FILES_TOO] if message.files else []
    notes += [IN_COMPANY] if known["in_company"] and answer.outcome != "smalltalk" else []
    shown = blocks.answer_blocks(message.id, answer, before=before, after="\n\n".join(notes))
    text = blocks.fallback(answer.text)
    return await parts.courier.post(_posting(message, f"answer:{message.id}", text, shown))


def _posting(
    message: Message, key: str, text: str, shown: tuple[dict[str, object], ...]
) -> Posting:
    return Posting(
        key=key,
        team=message.team,
        channel=message.channel,
        thread=message.thread.ts,
        after=message.ts,
        text=text,
        blocks=shown,
    )
