"""Somebody unknown is shown to the managers, once; who they let in is told so, and has their question answered anew."""

import asyncio
import logging
from dataclasses import asdict
from functools import partial

from partnerline.bot.desk import new_id
from partnerline.bot.slack.answers.taking import tell
from partnerline.bot.slack.asking.asking import take
from partnerline.bot.slack.escalations.escalating import renew
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web import blocks
from partnerline.bot.slack.web.client import SlackRefused
from partnerline.bot.slack.web.delivery import Posting
from partnerline.bot.slack.web.message import Message, Place, place_of
from partnerline.bot.slack.web.pressed import Press
from partnerline.bot.slack.web.wording import fitted, inert, literal
from partnerline.bot.slack.who.acting import Actor, actor
from partnerline.bot.slack.who.standings import who_asks
from partnerline.bot.slack.who.stranger_card import (
    Stranger,
    Whole,
    chosen,
    decided_blocks,
    stranger_blocks,
    stranger_text,
)
from partnerline.bot.work import Payload
from partnerline.knowledge.model import Origin, Question
from partnerline.knowledge.ports import Assignment
from partnerline.knowledge.ports.enrolment import Subject

logger = logging.getLogger(__name__)
NOT_YOURS = "Only channel managers can say who somebody is."
CHOOSE = "Choose a partner first."
KEY = "stranger:"


async def meet(parts: Parts, message: Message, known: Payload) -> None:
    """Begins to show somebody unknown to the managers; whoever was shown once isn't again."""
    if known["stranger"]:
        payload = {"question_id": message.id, "user": message.user, "message": message.as_payload()}
        await parts.work.begin(f"meet:{message.user}", "meet_stranger", payload)


async def meet_stranger(parts: Parts, payload: Payload) -> None:
    """The job that posts somebody's card in the managers' channel."""
    message = Message(**payload["message"])
    found = await parts.work.step("look", lambda: _look(parts, message))
    try:
        await parts.work.step("card", lambda: _post_card(parts, _stranger(found)))
    except SlackRefused as refusal:
        logger.error("The managers' channel will not take somebody unknown: %s", refusal.code)


async def place_stranger(parts: Parts, payload: Payload) -> None:
    """The job of a press on a card: *Assign* with what was chosen, or *Keep as stranger* where `choice` is empty."""
    press = Press(**payload["press"])
    who = await parts.work.step("who presses", lambda: _may(parts, press))
    if who is None:
        await parts.work.step("say why", lambda: tell(parts, press, NOT_YOURS))
        return
    picked = chosen(payload["choice"])
    if payload["assign"] and (picked is None or parts.directory.partner(picked[1]) is None):
        await parts.work.step("say why", lambda: tell(parts, press, CHOOSE))
        return
    taken = await asyncio.to_thread(parts.record.question, press.value)
    if taken is None:
        return
    message = _again(press.value, taken[0], taken[1])
    found = await parts.work.step("look", lambda: _look(parts, message))
    decided = await parts.work.step(
        "decide", lambda: _decide(parts, _stranger(found), picked, Actor(**who))
    )
    await parts.work.step("renew", lambda: _renew(parts, press, _stranger(found), decided))
    if decided["fresh"] and decided["partner"]:
        await _let_in(parts, message, taken[0], decided)
        await parts.work.step("close", lambda: _close(parts, press.value, decided["by"]))


async def _look(parts: Parts, message: Message) -> Payload:
    """What is known of somebody, and what a manager's word on them can be about."""
    directory = await parts.roster.fresh()
    asker, room = await parts.people.asker(message), await parts.people.room(message)
    workspace = min(asker.teams, key=lambda team: (not team.startswith("T"), team), default="")
    taken = workspace and any(workspace in p.team_ids for p in directory.partners)
    listed = any(room.channel in p.channels for p in directory.partners)
    closed = room.direct or room.group
    free: list[Whole] = ["person"]
    free += ["workspace"] if workspace and not taken else []
    free += ["channel"] if not closed and not listed else []
    return asdict(
        Stranger(
            user=message.user,
            question_id=message.id,
            name=await parts.people.name(message.user, message.team),
            workspace=workspace,
            channel="" if closed else parts.roster.present(message.channel),
            mail=asker.email or "",
            free=tuple(free),
        )
    )


def _stranger(found: Payload) -> Stranger:
    return Stranger(**(found | {"free": tuple(found["free"])}))


async def _post_card(parts: Parts, stranger: Stranger) -> str | None:
    if parts.managers_channel is None:
        return None
    home = (await parts.people.installation()).team
    posting = Posting(
        key=KEY + stranger.user,
        team=home,
        channel=parts.managers_channel,
        thread=None,
        after=f"{parts.desk.clock().timestamp():.6f}",
        text=stranger_text(stranger),
        blocks=stranger_blocks(stranger, parts.directory),
    )
    return await parts.courier.post(posting)


async def _may(parts: Parts, press: Press) -> Payload | None:
    """Who presses, where they are a manager of the vendor's own, on the card of whom the button speaks."""
    taken = await asyncio.to_thread(parts.record.question, press.value)
    place = Place(team=press.team, channel=press.channel, ts=press.thread)
    if taken is None or press.channel != parts.managers_channel:
        return None
    key = await asyncio.to_thread(parts.record.delivery_at, str(place))
    key = key or await parts.courier.key_at(place)
    person = await parts.people.person(press.user)
    who = await actor(parts, press.user)
    if key != KEY + taken[1].asker or person is None or not person.staff or who is None:
        logger.warning(
            "A decision on somebody unknown is refused: not a manager, or not on the card"
        )
        return None
    return who.as_payload()


async def _decide(
    parts: Parts, stranger: Stranger, picked: tuple[Whole, str] | None, who: Actor
) -> Payload:
    """Keeps the decision, unless there is one; gives the one that holds."""
    await parts.roster.look()
    before = parts.roster.word_on(("person", stranger.user), ("workspace", stranger.workspace))
    if before is not None:
        held = parts.directory.partner(before.partner_id)
        return {"fresh": False, "by": before.by, "partner": held.name if held else ""}
    whole, partner_id = picked or ("workspace", None)
    at = parts.desk.clock()
    for subject, known_as in _subjects(stranger, whole):
        word = Assignment(subject=subject, id=known_as, partner_id=partner_id, by=who.name, at=at)
        await asyncio.to_thread(parts.enrolments.assign, word)
    await parts.roster.look()
    partner = parts.directory.partner(partner_id)
    return {"fresh": True, "by": who.name, "partner": partner.name if partner else ""}


def _subjects(stranger: Stranger, whole: Whole) -> list[tuple[Subject, str]]:
    wide = whole in ("workspace", "channel") and stranger.workspace and "workspace" in stranger.free
    found: list[tuple[Subject, str]] = [
        ("workspace", stranger.workspace) if wide else ("person", stranger.user)
    ]
    if whole == "channel" and "channel" in stranger.free:
        found.append(("channel", stranger.channel))
    return found


async def _renew(parts: Parts, press: Press, stranger: Stranger, decided: Payload) -> None:
    by, partner = (fitted(decided[name], 200, inert) for name in ("by", "partner"))
    says = f"Assigned to {partner} by {by}." if partner else f"Kept as a stranger by {by}."
    place = Place(team=press.team, channel=press.channel, ts=press.thread)
    shown = decided_blocks(stranger, says)
    try:
        await parts.courier.change(place, f"{stranger_text(stranger)} {says}", shown)
    except SlackRefused as refusal:
        logger.warning("The card of somebody unknown stays as it was: %s", refusal.code)


async def _let_in(parts: Parts, message: Message, question: Question, decided: Payload) -> None:
    """Tells the rep, and asks their question again as the partner's."""
    text = f"{decided['by']} has let you in as {decided['partner']}. Here is your question again."
    said = f"**{literal(decided['by'])}** has let you in as {literal(decided['partner'])}. Here is your question again."
    posting = Posting(
        key=f"let_in:{message.user}",
        team=message.team,
        channel=message.channel,
        thread=message.thread.ts,
        after=message.ts,
        text=inert(text),
        blocks=(blocks.markdown(said),),
    )
    try:
        await parts.work.step("tell", lambda: parts.courier.post(posting))
    except SlackRefused as refusal:
        logger.error("Slack will not say that somebody was let in: %s", refusal.code)
        return
    known = await parts.work.step("who asks", lambda: who_asks(parts, message))
    await parts.work.step("take", lambda: take(parts, message, known, question.history))
    await parts.work.begin(f"message:{message.id}", "message", message.as_payload())


async def _close(parts: Parts, question_id: str, by: str) -> None:
    """Ends what nobody has taken yet of the question as a stranger's: it is answered anew, or handed over anew."""
    waiting = await asyncio.to_thread(parts.record.escalation_of, question_id)
    if waiting is None or waiting.state != "open":
        return
    step = partial(parts.desk.step, new_id("let_in", waiting.id), waiting.id, "closed", by=by)
    await asyncio.to_thread(step)
    await renew(parts, waiting.id)


def _again(question_id: str, question: Question, origin: Origin) -> Message:
    """The question as its asker would ask it again in the same thread."""
    place = place_of(origin.thread)
    return Message(
        id=new_id("again", question_id),
        team=place.team,
        channel=place.channel,
        ts=place.ts,
        thread_ts=place.ts,
        user=origin.asker,
        user_team=None,
        text=question.text,
        direct=place.channel.startswith("D"),
        mentioned=True,
        chosen=True,
    )
