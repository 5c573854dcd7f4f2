"""What Slack can tell the bot, one listener a file; each claims what it heard, durably, and is done."""

from slack_bolt.async_app import AsyncApp

from partnerline.bot.slack.listeners import (
    answer_button,
    answer_form,
    app_home,
    ask_command,
    ask_shortcut,
    card_button,
    catch_all,
    change_buttons,
    channels,
    choice,
    feedback,
    get_human,
    installation,
    joined,
    kept,
    mention,
    message,
    paper,
    private,
    quote_command,
    quote_form,
    receipt,
    share,
    stranger,
    thread_choice,
    why,
)
from partnerline.bot.slack.parts import Parts


def register(app: AsyncApp, parts: Parts) -> None:
    """Registers every listener, the one that takes what is left over last."""
    for listener in (
        mention,
        message,
        get_human,
        feedback,
        why,
        share,
        app_home,
        joined,
        choice,
        answer_button,
        answer_form,
        card_button,
        thread_choice,
        receipt,
        paper,
        quote_command,
        quote_form,
        ask_command,
        ask_shortcut,
        channels,
        installation,
        private,
        stranger,
        kept,
        change_buttons,
    ):
        listener.register(app, parts)
    catch_all.register(app)
