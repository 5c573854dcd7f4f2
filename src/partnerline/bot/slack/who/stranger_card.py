"""What managers read of somebody unknown: who they are as far as Slack tells, and where they may belong."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from partnerline.bot.slack.web.blocks import button
from partnerline.bot.slack.web.client import Json
from partnerline.bot.slack.web.wording import cut, fitted, inert
from partnerline.knowledge.partners import Directory, Partner

BELONGS = "belongs_to"
ASSIGN = "assign_stranger"
KEEP = "keep_stranger"
NAME = 200
OPTIONS = 100
LABEL = 75
Whole = Literal["person", "workspace", "channel"]
"""What is assigned: the person alone; everybody of their workspace; these, and the channel as that partner's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stranger:
    """Somebody unknown. `workspace` is empty for a guest of the vendor's own, `channel` for a direct conversation.

    `mail` is the address that Slack shows, which it hasn't confirmed for anybody but a guest. `free` is what a manager's
    word can be about: what partners.yaml gives to somebody already is not.
    """

    user: str
    question_id: str
    name: str = ""
    workspace: str = ""
    channel: str = ""
    mail: str = ""
    free: tuple[Whole, ...] = ("person",)


def stranger_blocks(stranger: Stranger, directory: Directory) -> tuple[Json, ...]:
    """The card before anybody decided."""
    partners = sorted(directory.partners, key=lambda partner: partner.name.casefold())
    choice: Json = {
        "type": "static_select",
        "action_id": BELONGS,
        "placeholder": _plain("Belongs to …"),
        "option_groups": [
            group for whole in stranger.free for group in _groups(whole, stranger, partners)
        ],
    }
    buttons = [
        button("Assign", ASSIGN, stranger.question_id, primary=True),
        button("Keep as stranger", KEEP, stranger.question_id),
    ]
    elements = [choice, *buttons] if partners else buttons[1:]
    return (
        _section(f"*{_who(stranger)} isn't known.* They get public material only."),
        {"type": "actions", "elements": elements},
    )


def decided_blocks(stranger: Stranger, decision: str) -> tuple[Json, ...]:
    """The card after somebody did; `decision` is mrkdwn."""
    return (_section(f"*{_who(stranger)} wasn't known.* {decision}"),)


def stranger_text(stranger: Stranger) -> str:
    """The card in one line, for notifications."""
    return f"{_who(stranger)} isn't known."


def chosen(value: str) -> tuple[Whole, str] | None:
    """What an option's value stands for."""
    whole, _, partner = value.partition(":")
    for known in ("person", "workspace", "channel"):
        if whole == known and partner:
            return known, partner
    return None


def _who(stranger: Stranger) -> str:
    name = fitted(stranger.name, NAME, inert) or "Somebody"
    mail = f" ({fitted(stranger.mail, NAME, inert)})" if stranger.mail else ""
    of = f"workspace {inert(stranger.workspace)}" if stranger.workspace else "our own guests"
    where = f"<#{stranger.channel}>" if stranger.channel else "a direct message"
    return f"{name}{mail} of {of}, in {where},"


def _groups(whole: Whole, stranger: Stranger, partners: Sequence[Partner]) -> list[Json]:
    people = "Everybody of their workspace" if stranger.workspace else "This person"
    label = {
        "person": "This person",
        "workspace": "Everybody of their workspace",
        "channel": f"{people}, and this channel",
    }[whole]
    return [
        {
            "label": _plain(label),
            "options": [
                {"text": _plain(cut(p.name, LABEL)), "value": f"{whole}:{p.id}"}
                for p in partners[start : start + OPTIONS]
            ],
        }
        for start in range(0, len(partners), OPTIONS)
    ]


def _section(text: str) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def _plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}
