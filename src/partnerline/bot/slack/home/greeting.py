"""Greets who comes first, and suggests what to ask to whoever comes again."""

import logging

from partnerline.bot.slack.home import welcome
from partnerline.bot.slack.home.prompts import as_slack_takes, suggested
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web import blocks
from partnerline.bot.slack.web.client import SlackRefused
from partnerline.bot.slack.web.delivery import Posting
from partnerline.bot.slack.who.identity import Asker, Standing, standing
from partnerline.bot.slack.who.visiting import Visit, asked_by, shown_to, standing_in, visit_of
from partnerline.bot.work import Payload

logger = logging.getLogger(__name__)
TITLE = "What would you like to know?"
_TELLING = {"answered", "clarify"}


async def greet_person(parts: Parts, payload: Payload) -> None:
    """The job of somebody who opens the conversation with the bot for the first time: a welcome."""
    visit = visit_of(payload)
    try:
        await parts.work.step("welcome", lambda: _welcome(parts, visit))
    except SlackRefused as refusal:
        logger.warning("Slack will not take a welcome to %s: %s", visit.user, refusal.code)


async def suggest_prompts(parts: Parts, payload: Payload) -> None:
    """The job of somebody who opens it, each time: prompts, as things are then."""
    visit = visit_of(payload)
    try:
        await parts.work.step("suggest", lambda: _suggest(parts, visit))
    except SlackRefused as refusal:
        logger.info("No prompts for %s: %s", visit.user, refusal.code)


async def greet_channel(parts: Parts, payload: Payload) -> None:
    """The job of the bot's joining a channel: a hello, once, where partners read."""
    visit = visit_of(payload)
    try:
        await parts.work.step("hello", lambda: _hello(parts, visit))
    except SlackRefused as refusal:
        logger.warning("Slack will not take a hello in %s: %s", visit.channel, refusal.code)


async def _welcome(parts: Parts, visit: Visit) -> str:
    found = await standing_in(parts, visit)
    shown = await shown_to(parts, found.partner)
    text = welcome.welcome_text(shown, found.partner, vendor=parts.vendor, staff=found.staff)
    return await parts.courier.post(_posting(visit, f"welcome:{visit.user}", text))


async def _suggest(parts: Parts, visit: Visit) -> None:
    found = await standing_in(parts, visit)
    shown = await shown_to(parts, found.partner)
    asked = await asked_by(parts, visit)
    earlier = [one.question.text for one in asked if one.answer and one.answer.outcome in _TELLING]
    # Under the agent messaging experience prompts with a thread are not shown.
    await parts.api.write(
        "assistant.threads.setSuggestedPrompts",
        team=visit.team,
        channel_id=visit.channel,
        title=TITLE,
        prompts=as_slack_takes(suggested(shown, earlier)),
    )


async def _hello(parts: Parts, visit: Visit) -> str | None:
    """Says hello where partners read: to one alone in its own terms, to several in everybody's."""
    directory = await parts.roster.fresh()
    owners = [one for one in directory.partners if visit.channel in one.channels]
    if not owners or visit.channel == parts.managers_channel:
        return None
    found = await _as_read_by(parts, visit, owners[0].team_ids) if len(owners) == 1 else Standing()
    shown = await shown_to(parts, found.partner)
    text = welcome.hello_text(shown, found.partner, vendor=parts.vendor)
    return await parts.courier.post(_posting(visit, f"hello:{visit.channel}", text))


async def _as_read_by(parts: Parts, visit: Visit, teams: frozenset[str]) -> Standing:
    """The standing of anybody of that company in this channel."""
    room = await parts.people.room(visit.message())
    return standing(await parts.roster.fresh(), Asker(teams=teams), room)


def _posting(visit: Visit, key: str, text: str) -> Posting:
    return Posting(
        key=key,
        team=visit.team,
        channel=visit.channel,
        thread=None,
        after=visit.moment,
        text=blocks.fallback(text),
        blocks=welcome.blocks_of(text),
    )
