"""Carries what was handed over to the managers, tells the rep so, and keeps both sides' view of it up to date."""

import asyncio
import logging
from functools import partial

from partnerline.bot.slack.escalations.card import Beside, card_blocks, card_text
from partnerline.bot.slack.escalations.holding import slack_user
from partnerline.bot.slack.escalations.status_line import status_blocks, status_text
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web.client import Json, SlackAway, SlackRefused
from partnerline.bot.slack.web.delivery import Posting
from partnerline.bot.slack.web.message import Place, place_of
from partnerline.bot.slack.who.acting import CARD
from partnerline.bot.work import Payload
from partnerline.knowledge.escalating.deadlines import expectation
from partnerline.knowledge.escalating.routing import line_of
from partnerline.knowledge.escalating.similar import Similar
from partnerline.knowledge.model import Escalation
from partnerline.knowledge.partners import Manager

logger = logging.getLogger(__name__)
STATUS = "status:"
ROUNDS = 5
Shown = tuple[str, tuple[Json, ...]]


async def fetch_human(parts: Parts, payload: Payload) -> None:
    """The job of a press on *Get a human*."""
    question_id = payload["question_id"]

    async def hand_over() -> str | None:
        escalation = await parts.work.think(lambda: parts.desk.fetch_human(question_id))
        return escalation.id if escalation else None

    escalation_id = await parts.work.step("hand over", hand_over)
    if escalation_id is not None:
        await post_card(parts, escalation_id)


async def post_card(parts: Parts, escalation_id: str) -> None:
    """Posts an escalation's card and tells the rep who was asked; what can't be posted waits for the console."""
    for step, post in (("card", bring_card), ("status", _post_status)):
        try:
            await parts.work.step(step, partial(post, parts, escalation_id))
        except SlackRefused as refusal:
            logger.error("Slack will not take the %s of %s: %s", step, escalation_id, refusal.code)


async def bring_card(parts: Parts, escalation_id: str, *, directly: bool = False) -> str | None:
    """Posts the card in the managers' channel; where that takes nothing, or `directly`, to who has it or is to answer."""
    escalation = await asyncio.to_thread(parts.record.escalation, escalation_id)
    if escalation is None:
        return None
    if parts.managers_channel is not None and not directly:
        try:
            return await _post_in_channel(parts, escalation, parts.managers_channel)
        except SlackRefused as refusal:
            logger.error(
                "The managers' channel will not take %s (%s); it goes to one of them",
                escalation_id,
                refusal.code,
            )
    reader = _reader(parts, escalation)
    return await post_card_to(parts, escalation_id, reader) if reader else None


async def post_card_to(parts: Parts, escalation_id: str, user: str) -> str | None:
    """Posts a card of its own to one person, where no managers' channel has it."""
    escalation = await asyncio.to_thread(parts.record.escalation, escalation_id)
    if escalation is None:
        return None
    home = await parts.people.installation()
    told = await parts.api.write("conversations.open", users=user)
    place = Place(team=home.team, channel=str(told["channel"]["id"]), ts="")
    return await parts.courier.post(await _card(parts, escalation, place, f"/{user}"))


async def renew(parts: Parts, escalation_id: str) -> None:
    """Shows on the cards and in the rep's thread how it stands now."""
    # Of two that renew at once, the slower could put an older state over a newer one: each looks again afterwards.
    for _ in range(ROUNDS):
        escalation = await asyncio.to_thread(parts.record.escalation, escalation_id)
        if escalation is None or escalation.origin.door != "slack":
            return
        await _renew_once(parts, escalation)
        if await asyncio.to_thread(parts.record.escalation, escalation_id) == escalation:
            return


async def cards_of(parts: Parts, escalation: Escalation) -> list[tuple[str, Place]]:
    """Where its cards stand, each with whose it is: "" for the managers' channel."""
    shared = await card_in_channel(parts, escalation)
    if shared is not None:
        return [("", shared)]
    people = _people(parts, escalation)
    found = [(one, await parts.courier.place(f"{CARD}{escalation.id}/{one}")) for one in people]
    return [(one, place) for one, place in found if place]


async def card_in_channel(parts: Parts, escalation: Escalation) -> Place | None:
    """Where its card stands in the managers' channel; nowhere where there is none, or it didn't take the card."""
    if parts.managers_channel is None:
        return None
    return await parts.courier.place(CARD + escalation.id)


async def card_for_thread(parts: Parts, escalation: Escalation) -> Place | None:
    """The card in whose thread the one who has it reads what there is to say."""
    cards = dict(await cards_of(parts, escalation))
    held = escalation.held
    holder = slack_user(parts.directory, held.holder) if held else None
    return cards.get(holder or "") or next(iter(cards.values()), None)


def in_line(parts: Parts, escalation: Escalation) -> tuple[Manager, ...]:
    """Who is to answer it, first the right one, at this moment."""
    return line_of(escalation, parts.directory, parts.desk.clock())


async def _post_in_channel(parts: Parts, escalation: Escalation, channel: str) -> str:
    home = await parts.people.installation()  # its channel is there, wherever it was asked
    place = Place(team=home.team, channel=channel, ts="")
    return await parts.courier.post(await _card(parts, escalation, place))


def _reader(parts: Parts, escalation: Escalation) -> str | None:
    """Who has it, else who is to answer, where Slack knows them."""
    held = escalation.held
    holder = slack_user(parts.directory, held.holder) if held else None
    return holder or next((m.slack_user for m in in_line(parts, escalation) if m.slack_user), None)


async def _post_status(parts: Parts, escalation_id: str) -> str | None:
    escalation = await asyncio.to_thread(parts.record.escalation, escalation_id)
    if escalation is None or escalation.origin.door != "slack":
        return None
    thread = place_of(escalation.origin.thread)
    text, shown = _status(parts, escalation)
    return await parts.courier.post(
        Posting(
            key=STATUS + escalation.id,
            team=thread.team,
            channel=thread.channel,
            thread=thread.ts,
            after=thread.ts,
            text=text,
            blocks=shown,
        )
    )


async def _renew_once(parts: Parts, escalation: Escalation) -> None:
    text, shown = await _shown(parts, escalation)
    for _, place in await cards_of(parts, escalation):
        await _change(parts, place, text, shown)
    status = await parts.courier.place(STATUS + escalation.id)
    if status is not None:
        await _change(parts, status, *_status(parts, escalation))


async def _change(parts: Parts, place: Place, text: str, shown: tuple[Json, ...]) -> None:
    try:
        await parts.courier.change(place, text, shown)
    except SlackRefused as refusal:
        logger.warning("The message at %s stays as it was: %s", place, refusal.code)


async def _card(parts: Parts, escalation: Escalation, place: Place, whose: str = "") -> Posting:
    text, shown = await _shown(parts, escalation)
    return Posting(
        key=CARD + escalation.id + whose,
        team=place.team,
        channel=place.channel,
        thread=None,
        after=place_of(escalation.origin.thread).ts,
        text=text,
        blocks=shown,
    )


async def _shown(parts: Parts, escalation: Escalation) -> Shown:
    def turns() -> Beside:
        origin = escalation.origin
        said = parts.record.turns(origin.thread, origin.door, before=escalation.opened_at)
        similar = _answered_before(parts, escalation)
        return Beside(turns=said, line=in_line(parts, escalation), link=link, similar=similar)

    link = await _link(parts, place_of(escalation.origin.thread))
    beside = await asyncio.to_thread(turns)
    return card_text(escalation), card_blocks(escalation, parts.directory, beside)


def _answered_before(parts: Parts, escalation: Escalation) -> tuple[Similar, ...]:
    keeping = parts.desk.keeping
    if keeping is None:
        return ()
    try:
        return keeping.similar(escalation)
    except Exception as error:  # noqa: BLE001 - a card goes without rather than not at all
        logger.error(
            "Looking for what was answered before %s failed (%s)",
            escalation.id,
            type(error).__name__,
        )
        return ()


def _status(parts: Parts, escalation: Escalation) -> Shown:
    expected = expectation(escalation, parts.directory, parts.desk.clock())
    text = status_text(escalation, expected)
    return text, status_blocks(text)


async def _link(parts: Parts, thread: Place) -> str:
    """A link to the rep's thread; nothing where Slack won't give one."""
    try:
        told = await parts.api.read(
            "chat.getPermalink", team=thread.team, channel=thread.channel, message_ts=thread.ts
        )
    except (SlackAway, SlackRefused):
        return ""
    return str(told.get("permalink") or "")


def _people(parts: Parts, escalation: Escalation) -> list[str]:
    """Whom a card of their own may have been sent to."""
    # The first in line may be another by now; the one of the day it was opened got the first card.
    line = line_of(escalation, parts.directory, escalation.opened_at)
    first = [m.slack_user for m in line if m.slack_user][:1]
    held = [slack_user(parts.directory, step.holder) for step in escalation.steps if step.holder]
    return list(dict.fromkeys(user for user in (*first, *held) if user))
