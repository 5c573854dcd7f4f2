"""What Slack can tell the bot, one listener a file; each claims what it heard, durably, and is done."""

from slack_bolt.async_app import AsyncApp

from partnerline.bot.slack.listeners import (
    answer_button,
    answer_form,
    catch_all,
    channels,
    choice,
    feedback,
    get_human,
    installation,
    mention,
    message,
    paper,
    quote_command,
    quote_form,
    receipt,
)
from partnerline.bot.slack.parts import Parts


def register(app: AsyncApp, parts: Parts) -> None:
    """Registers every listener, the one that takes what is left over last."""
    for listener in (
        mention,
        message,
        get_human,
        feedback,
        choice,
        answer_button,
        answer_form,
        receipt,
        paper,
        quote_command,
        quote_form,
        channels,
        installation,
    ):
        listener.register(app, parts)
    catch_all.register(app)
