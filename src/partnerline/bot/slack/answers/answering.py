"""From a message to what stands in its thread: the question taken, the answer posted, the card if need be."""

import asyncio
import logging
from dataclasses import replace
from functools import partial

from partnerline.bot.slack.answers import streaming
from partnerline.bot.slack.answers.freshness import Stale, anew, check
from partnerline.bot.slack.answers.status import Thinking
from partnerline.bot.slack.asking.asking import take_question
from partnerline.bot.slack.asking.withdrawing import put
from partnerline.bot.slack.escalations.escalating import post_card
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web import blocks
from partnerline.bot.slack.web.client import SlackRefused
from partnerline.bot.slack.web.delivery import Posting
from partnerline.bot.slack.web.message import Message, place_of
from partnerline.bot.slack.web.wording import quiet
from partnerline.bot.slack.who.enrolling import meet
from partnerline.bot.slack.who.privately import is_offered, note_beside, offered_instead
from partnerline.bot.work import Payload
from partnerline.knowledge.answering.lookups import Listener
from partnerline.knowledge.model import Answer, Reason

logger = logging.getLogger(__name__)
LONGEST = 4_000
"""Characters of a question; what is longer is a document, and goes to a person."""

HINT = "Ask me about prices, products, programmes or objections, in your own words: I answer in this thread."
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
    thinking = Thinking(parts, message.thread)
    try:
        escalation_id = await _answer_and_post(parts, message, thinking)
    except asyncio.CancelledError:  # the process stops, and goes on here when it comes back
        thinking.drop_unasked()
        raise
    except BaseException:
        await thinking.end(posted=False)
        raise
    if escalation_id:
        await post_card(parts, escalation_id)


async def _answer_and_post(parts: Parts, message: Message, thinking: Thinking) -> str | None:
    """The escalation that a card is to be posted for, once the answer stands or can't be made to."""
    known = await take_question(parts, message)

    async def answer() -> Payload:
        thinking.begin()
        return await _answer(parts, message, known)

    told: Payload = await parts.work.step("answer", answer)
    escalation_id: str | None = told["escalation"]
    thinking.before_posting()
    try:
        escalation_id = await _post_fresh(parts, message, known, told)
        await thinking.end(posted=True)
        await meet(parts, message, known)
    except SlackRefused as refusal:
        logger.error("Slack will not take the answer to %s: %s", message.id, refusal.code)
        await thinking.end(posted=False)
        if refusal.code not in _WITHDRAWN:
            escalation_id = await parts.work.step("hand over", lambda: _unheard(parts, message))
    return escalation_id


async def _post_fresh(parts: Parts, message: Message, known: Payload, told: Payload) -> str | None:
    """Posts the answer, a price that has waited for long as it is by then; gives its escalation's id."""
    latest = told | {"question": message.id, "note": ""}
    while True:
        try:
            await parts.work.step("post", partial(_post, parts, message, known, latest))
        except Stale:
            renewed = partial(anew, parts, message, latest["at"])
            latest |= await parts.work.step("answer anew", renewed)
        else:
            escalation_id: str | None = latest["escalation"] or told["escalation"]
            return escalation_id


async def _hint(parts: Parts, message: Message) -> None:
    text = "\n\n".join(message.notes) or HINT
    shown = (blocks.markdown(text), blocks.quote_button())
    posting = _posting(message, f"hint:{message.id}", text, shown)
    try:
        await parts.work.step("hint", lambda: put(parts, message, posting))
    except SlackRefused as refusal:
        logger.error("Slack will not take a hint for %s: %s", message.id, refusal.code)


async def _answer(parts: Parts, message: Message, known: Payload) -> Payload:
    """The escalation's id, if there is one, and where sentences of the answer stand already, if anywhere."""
    at = parts.desk.clock().timestamp()
    if not parts.desk.words or message.edited:  # what stands already is not streamed over
        return {"escalation": await _think(parts, message, known, None), "stream": None, "at": at}
    stood = await streaming.begun_before(parts, message)
    if stood is not None:
        return {"escalation": await _think(parts, message, known, None), "stream": stood, "at": at}
    async with streaming.streaming(parts, message) as stream:
        escalation_id = await _think(parts, message, known, stream.hear)
    return {"escalation": escalation_id, "stream": stream.stands, "at": at}


async def _think(
    parts: Parts, message: Message, known: Payload, listener: Listener | None
) -> str | None:
    def answer() -> str | None:
        if len(message.text) > LONGEST and parts.record.answer(message.id) is None:
            parts.record.keep_answer(message.id, TOO_LONG, parts.desk.clock())
        instead = partial(offered_instead, parts, known)
        return parts.desk.answer(message.id, listener, instead=instead).escalation_id

    return await parts.work.think(answer)


async def _unheard(parts: Parts, message: Message) -> str | None:
    escalation = await parts.work.think(lambda: parts.desk.unheard(message.id))
    return escalation.id if escalation else None


async def _post(parts: Parts, message: Message, known: Payload, latest: Payload) -> str:
    answer = await asyncio.to_thread(parts.record.answer, latest["question"])
    if answer is None:
        raise LookupError(message.id)
    check(parts, answer, latest["at"])
    private = message.direct and bool(known["partner"]) and not parts.directory.open
    note = "\n\n".join(part for part in (note_beside(known, answer), latest["note"]) if part)
    posting = answer_posting(
        replace(message, id=latest["question"]),
        answer,
        note=note,
        offered=is_offered(known, answer),
        private=private,
    )
    posting = replace(posting, key=f"answer:{message.id}")  # it stands once, whichever it is
    stream = latest["stream"]
    begun = stream and await streaming.found(parts, message, stream)
    if begun:
        stands = await streaming.finish(parts, message, place_of(begun), posting)
        if stands:
            return stands
    return await put(parts, message, posting)


def answer_posting(
    message: Message,
    answer: Answer,
    *,
    note: str = "",
    offered: bool = False,
    private: bool = False,
) -> Posting:
    """The message that brings an answer; a partner's own, read by the asker alone, is `private`.

    `note` is what is said of who asked, and `offered` that the rest can be had in private.
    """
    before = f"> {quiet(' '.join(message.text.split()))}" if message.chosen else ""
    notes = [*message.notes]
    notes += [note] if note and answer.outcome != "smalltalk" else []
    after = "\n\n".join(notes)
    shown = blocks.answer_blocks(
        message.id, answer, before=before, after=after, private=private, offered=offered
    )
    text = blocks.answer_text(answer, before=before, after=after)
    return _posting(message, f"answer:{message.id}", text, shown)


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
