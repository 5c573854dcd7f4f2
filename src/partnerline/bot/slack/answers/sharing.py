"""Shares a private answer with a channel of the asker's own company, and with no other."""

import asyncio
import logging
from dataclasses import asdict, dataclass, replace

from partnerline.bot.slack.answers.share_form import Offered, share_view, shared_blocks, shared_text
from partnerline.bot.slack.parts import Parts
from partnerline.bot.slack.web import blocks
from partnerline.bot.slack.web.client import SlackAway, SlackRefused
from partnerline.bot.slack.web.delivery import Posting
from partnerline.bot.slack.web.message import Place, place_of
from partnerline.bot.slack.who.visiting import Visit, standing_in
from partnerline.bot.work import Payload
from partnerline.knowledge.model import Answer, Question
from partnerline.knowledge.pricing.quote import Quote

logger = logging.getLogger(__name__)
MOST = 20
"""Channels that are looked at: each costs Slack three questions."""

CHANGED = "This has changed since it was asked; it is the answer as of today."
SHARED = "Shared with <#{channel}>."
NOT_THERE = "I can't share this with <#{channel}>: only your own company may read it, and that can't be said of that channel."
NOT_NOW = "I'd answer this differently today, so I haven't shared it. Ask me again, and share that answer."


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Whose wish it is to share which answer with which channel; without a channel none is chosen yet.

    `form` is the dialog that was submitted.
    """

    question_id: str
    visit: Visit
    channel: str = ""
    form: str = ""

    def as_payload(self) -> Payload:
        """Plain data that `wish_of` reads back."""
        return asdict(self)


def wish_of(payload: Payload) -> Wish:
    """The wish that was made plain data of."""
    return Wish(**{**payload, "visit": Visit(**payload["visit"])})


async def offer_channels(parts: Parts, payload: Payload) -> None:
    """The job that fills the dialog with the channels to choose from."""
    wish = wish_of(payload["wish"])
    found = await parts.work.step("channels", lambda: _channels(parts, wish))
    view = share_view(wish.question_id, tuple(Offered(**one) for one in found))
    try:
        await parts.work.step("show", lambda: _show(parts, wish, payload["view_id"], view))
    except SlackRefused as refusal:  # it was closed meanwhile
        logger.info("The dialog to share %s is gone: %s", wish.question_id, refusal.code)


async def share_answer(parts: Parts, payload: Payload) -> None:
    """The job of a submitted dialog: everything is looked at anew, then posted, and the asker is told."""
    wish = wish_of(payload)
    try:
        said = await parts.work.step("share", lambda: _share(parts, wish))
    except SlackRefused as refusal:
        logger.warning("Slack will not share %s: %s", wish.question_id, refusal.code)
        said = NOT_THERE
    if not said:
        return
    try:
        await parts.work.step("tell", lambda: _tell(parts, wish, said))
    except SlackRefused as refusal:
        logger.warning("Slack will not say what became of %s: %s", wish.question_id, refusal.code)


async def _channels(parts: Parts, wish: Wish) -> list[Payload]:
    asked = await _asked(parts, wish)
    if asked is None or asked.partner is None:
        return []
    return [
        {"id": channel, "name": await _name(parts, wish, channel)}
        for channel in sorted(asked.partner.channels)[:MOST]
        if await _may(parts, wish, asked, channel)
    ]


async def _asked(parts: Parts, wish: Wish) -> Question | None:
    """The question, where this person asked it themselves, in private."""
    taken = await asyncio.to_thread(parts.record.question, wish.question_id)
    if taken is None or taken[1].door != "slack" or taken[1].asker != wish.visit.user:
        return None
    return taken[0] if place_of(taken[1].thread).channel.startswith("D") else None


async def _thread(parts: Parts, wish: Wish) -> Place | None:
    taken = await asyncio.to_thread(parts.record.question, wish.question_id)
    return place_of(taken[1].thread) if taken else None


async def _may(parts: Parts, wish: Wish, asked: Question, channel: str) -> bool:
    """Whether the asker and the bot are in the channel, and the partner it was answered for alone reads it."""
    if asked.partner is None or parts.directory.open or not await parts.people.hears(channel):
        return False
    found = await standing_in(parts, wish.visit, channel)
    if found.partner is None or found.partner.id != asked.partner.id:
        return False
    try:
        members = await parts.api.pages(
            "conversations.members", "members", team=wish.visit.team, channel=channel, limit=200
        )
    except SlackRefused:
        return False
    return wish.visit.user in members


async def _name(parts: Parts, wish: Wish, channel: str) -> str:
    try:
        told = await parts.api.read("conversations.info", team=wish.visit.team, channel=channel)
    except (SlackAway, SlackRefused):
        return channel
    return str(told["channel"].get("name") or channel)


async def _show(parts: Parts, wish: Wish, view_id: str, view: dict[str, object]) -> None:
    await parts.api.write("views.update", team=wish.visit.team, view_id=view_id, view=view)


async def _share(parts: Parts, wish: Wish) -> str:
    """Posts the answer where it may stand; gives what the asker is told, "" where nothing was theirs to share."""
    asked = await _asked(parts, wish)
    given = await asyncio.to_thread(parts.record.answer, wish.question_id)
    if asked is None or given is None or given.outcome != "answered":
        return ""
    parts.people.forget()  # who reads a channel may have changed since the dialog was filled
    if not await _may(parts, wish, asked, wish.channel):
        return NOT_THERE
    today = await _as_of_today(parts, asked)
    if today.outcome != "answered":
        return NOT_NOW
    same = _substance(today) == _substance(given)
    await parts.courier.post(
        await _posting(parts, wish, asked, given if same else today, "" if same else CHANGED)
    )
    return SHARED


async def _as_of_today(parts: Parts, asked: Question) -> Answer:
    """What would be answered now: prices and documents may have changed, and what the partner may see."""
    day = parts.desk.clock().astimezone().date()  # the vendor's day, where the bot runs
    return await parts.work.think(lambda: parts.desk.look_up(replace(asked, as_of=day)))


def _substance(answer: Answer) -> object:
    """What an answer rests on, but for the day it was given on and the age of its sources."""
    cited = {(one.source, one.locator, one.quote) for one in answer.citations}
    quotes = [_undated(one) for one in (answer.quote, *answer.quotes) if one]
    return (cited, quotes, answer.text if not cited else "")


def _undated(quote: Quote) -> Quote:
    return replace(quote, as_of=None)


async def _posting(parts: Parts, wish: Wish, asked: Question, answer: Answer, note: str) -> Posting:
    name = await parts.people.name(wish.visit.user, wish.visit.team)
    thread = await _thread(parts, wish)
    return Posting(
        key=f"share:{wish.question_id}:{wish.channel}",
        team=wish.visit.team,
        channel=wish.channel,
        thread=None,
        after=thread.ts if thread else "0",
        text=shared_text(asked.text, answer, name=name, note=note),
        blocks=shared_blocks(asked.text, answer, user=wish.visit.user, note=note),
    )


async def _tell(parts: Parts, wish: Wish, said: str) -> None:
    text = said.format(channel=wish.channel)
    thread = await _thread(parts, wish)
    if thread is None:
        return
    posting = Posting(
        key=f"shared:{wish.question_id}:{wish.form}",
        team=thread.team,
        channel=thread.channel,
        thread=thread.ts,
        after=thread.ts,
        text=text,
        blocks=(blocks.context(text),),
    )
    await parts.courier.post(posting)
