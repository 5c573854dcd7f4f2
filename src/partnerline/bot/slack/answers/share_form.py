"""The dialog that shares a private answer with a channel, and what then stands there."""

import json
from dataclasses import dataclass

from partnerline.bot.slack.web import blocks
from partnerline.bot.slack.web.client import Json
from partnerline.bot.slack.web.wording import cut, fitted, inert, quiet
from partnerline.knowledge.model import Answer

FORM = "share_form"
FIELD = "channel"
NAME = 70
ASKED = 600
LOOKING = "Looking for channels that only your company reads…"
NOWHERE = (
    "There is no channel that you and I are both in and that only your company reads, "
    "so there is nowhere I could share this."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A channel that the answer may be shared with."""

    id: str
    name: str


def looking_view() -> Json:
    """The dialog while channels are looked for: Slack wants one within three seconds."""
    return _view([_section(LOOKING)])


def share_view(question_id: str, offered: tuple[Offered, ...]) -> Json:
    """The dialog with the channels to choose from, or a word that there is none."""
    if not offered:
        return _view([_section(NOWHERE)])
    options = [{"text": _plain(cut(f"#{one.name}", NAME)), "value": one.id} for one in offered]
    choose = {
        "type": "input",
        "block_id": FIELD,
        "label": _plain("Channel"),
        "hint": _plain("Your question, the answer and your name are posted there."),
        "element": {
            "type": "static_select",
            "action_id": FIELD,
            "options": options,
            "initial_option": options[0],
        },
    }
    return _view([choose]) | {
        "callback_id": FORM,
        "private_metadata": json.dumps({"question": question_id}),
        "submit": _plain("Share"),
    }


def shared_blocks(question: str, answer: Answer, *, user: str, note: str) -> tuple[Json, ...]:
    """What stands in the channel: who shared it, the question, the answer as it holds today, its sources."""
    who = blocks.context(f"<@{user}> asked me in private and shares the answer:")
    sources = blocks.sources_block(answer)
    asked = f"> {quiet(_cut(question))}"
    room = blocks.MARKDOWN - len(asked) - len(note) - 8
    said = cut(quiet(answer.text) or "…", room)
    words = "\n\n".join(part for part in (asked, said, f"_{note}_" if note else "") if part)
    return tuple(block for block in (who, blocks.markdown(words), sources) if block)


def shared_text(question: str, answer: Answer, *, name: str, note: str) -> str:
    """The same as plain words."""
    who = f"{fitted(name, NAME, inert) or 'Somebody'} shares an answer of mine to “{inert(_cut(question))}”:"
    return f"{who}\n\n{blocks.answer_text(answer, after=note)}"


def _cut(question: str) -> str:
    return cut(" ".join(question.split()), ASKED)


def _view(shown: list[Json]) -> Json:
    return {
        "type": "modal",
        "title": _plain("Share with channel"),
        "close": _plain("Cancel"),
        "blocks": shown,
    }


def _section(text: str) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def _plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}
