"""The first words to a person, and to a partner's channel: three things to try, in their own terms."""

from partnerline.bot.slack.home.home_tab import STAFF
from partnerline.bot.slack.home.prompts import Prompt, three_to_try
from partnerline.bot.slack.web.blocks import markdown
from partnerline.bot.slack.web.client import Json
from partnerline.bot.slack.web.wording import literal, quiet
from partnerline.knowledge.answering.shopfront import Shown
from partnerline.knowledge.partners import Partner

WHAT = (
    "I answer from the documents of {vendor}: exact prices from the lists that are yours, facts with their sources. "
    "Where I'm not sure I ask a channel manager, and their answer comes to the same thread."
)
_BEFORE = {1: "Something to try:", 2: "Two things to try:", 3: "Three things to try:"}
STRANGER = (
    "I don't know yet which company you belong to, so I can only answer from what is public. "
    "The channel team can tell me where you belong."
)


def welcome_text(shown: Shown, partner: Partner | None, *, vendor: str, staff: bool = False) -> str:
    """A person's welcome as Markdown; without a partner a stranger's, or that of the vendor's own `staff`."""
    hello = f"**Hello{f', {literal(partner.name)}' if partner else ''}.** "
    return "\n\n".join(
        part
        for part in (
            hello + _what(vendor),
            (STAFF if staff else STRANGER) if partner is None else "",
            _to_try(shown, _BEFORE.get(len(three_to_try(shown)), "To try:")),
        )
        if part
    )


def hello_text(shown: Shown, partner: Partner | None, *, vendor: str) -> str:
    """A channel's hello as Markdown; `partner` where that partner alone reads it."""
    how = (
        "Mention me with a question and I answer in its thread; there you need no mention any more."
    )
    for_whom = f" for {literal(partner.name)}" if partner else ""
    return f"**Hello, I'm here{for_whom}.** {_what(vendor)}\n\n{how}\n\n{_to_try(shown, 'For example:')}"


def blocks_of(text: str) -> tuple[Json, ...]:
    """Either of them as blocks."""
    return (markdown(text),)


def _what(vendor: str) -> str:
    return WHAT.format(vendor=literal(vendor) if vendor else "the vendor")


def _to_try(shown: Shown, before: str) -> str:
    return "\n".join((before, *(f"- {_said(prompt)}" for prompt in three_to_try(shown))))


def _said(prompt: Prompt) -> str:
    return quiet(prompt.message)
