"""What the tests of handed-over questions do and look at: a question carried to the managers, and both sides of it."""

from typing import Any

from tests.bot.slack.conftest import Stage, text_of

from partnerline.fake_slack import Message
from partnerline.fake_slack.ledger import View


async def handed_over(
    stage: Stage, user: str = "U0RITA", channel: str = "C0ACME", about: str = "<b>this</b>"
) -> Message:
    """A question that the bot has handed over, with its card and the rep's line in place."""
    asked = stage.slack.say(user, channel, f"Please escalate {about}", mention=True)
    await stage.slack.until(lambda: line_of(stage, asked))
    return asked


def line_of(stage: Stage, asked: Message) -> Message | None:
    """The rep's line on how it stands."""
    here = stage.slack.replies(asked.channel, asked.thread_ts or asked.ts)
    return next((m for m in here if [b["type"] for b in m.blocks] == ["context"]), None)


async def stands(stage: Stage, asked: Message, words: str) -> str:
    """The rep's line, once it says these words."""

    def said() -> str:
        line = line_of(stage, asked)
        return line.text if line is not None and words in line.text else ""

    return await stage.slack.until(said)


async def reads(stage: Stage, asked: Message, words: str) -> Message:
    """What the rep reads in their thread, once something there holds these words."""
    thread = asked.thread_ts or asked.ts

    def found() -> list[Message]:
        here = stage.slack.replies(asked.channel, thread)
        return [m for m in here if words in text_of(m) or words in m.text]

    return (await stage.slack.until(found))[0]


def read_so_far(stage: Stage, asked: Message) -> list[str]:
    """What the rep has read in their thread, but for the line on how it stands."""
    return [text_of(m) for m in stage.slack.replies(asked.channel, asked.ts) if text_of(m)]


async def under_card(stage: Stage, card: Message, words: str) -> Message:
    """The bot's message in a card's thread that holds these words."""

    def found() -> list[Message]:
        here = stage.slack.replies(card.channel, card.ts)
        return [m for m in here if words in str(m.blocks)]

    return (await stage.slack.until(found))[0]


async def shows(stage: Stage, card: Message, words: str) -> str:
    """The card as it stands, once it shows these words."""

    def shown() -> str:
        now = str(stage.slack.message(card.channel, card.ts).blocks)
        return now if words in now else ""

    return await stage.slack.until(shown)


async def send_under_card(stage: Stage, card: Message, text: str, user: str = "U0DANA") -> Message:
    """Writes in a card's thread and says that it is for the rep."""
    said = stage.slack.say(user, card.channel, text, thread_ts=card.ts)
    question = await under_card(stage, card, f"<@{user}> Send to the rep")
    stage.slack.click(user, card.channel, question.ts, "send_said")
    return said


async def dialog(stage: Stage, card: Message, action: str, user: str = "U0DANA") -> View:
    """The dialog that a button of the card opens."""
    before = len(stage.slack.open_views(user))
    stage.slack.click(user, card.channel, card.ts, action)
    await stage.slack.until(lambda: len(stage.slack.open_views(user)) > before)
    return stage.slack.open_views(user)[-1]


def whispered(stage: Stage, user: str) -> list[str]:
    """What the bot said to one person alone."""
    return [shown.text for shown in stage.slack.ephemerals(user)]


def buttons(message: Message | dict[str, Any]) -> list[str]:
    """The labels of a message's buttons."""
    blocks = message.blocks if isinstance(message, Message) else message["blocks"]
    elements = [e for b in blocks for e in b.get("elements", [])]
    return [e["text"]["text"] for e in elements if e["type"] == "button"]
