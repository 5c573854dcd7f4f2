"""The dialogs in which a manager writes to the rep."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from partnerline.bot.slack.web.client import Json
from partnerline.bot.slack.web.wording import cut, fitted, quoted
from partnerline.knowledge.model import Escalation, ReplyKind

FORM, FIELD, KEEP, UNTIL = "answer_form", "reply", "keep", "until"
LONGEST = 3_000
"""Characters of a reply; Slack's fields hold no more."""
WORDS = 2_700
FormKind = Literal["answer", "question", "decline", "approve", "counter", "refuse"]
NOT_FOR_US = (
    "Thank you for asking. This is not something we can help with from here. "
    "If I have misread your question, please write it again in a few more words."
)


@dataclass(frozen=True, slots=True)
class Wording:
    """What a dialog says of itself, and what its words are to the rep."""

    title: str
    label: str
    reply: ReplyKind


FORMS: dict[FormKind, Wording] = {
    "answer": Wording("Answer the rep", "Your answer", "answer"),
    "question": Wording("Ask the rep back", "Your question", "question"),
    "decline": Wording("Not for us", "What the rep reads", "decline"),
    "approve": Wording("Approve", "What the rep reads", "answer"),
    "counter": Wording("Counter", "What you offer instead", "answer"),
    "refuse": Wording("Decline", "What the rep reads", "answer"),
}


def answer_form(escalation: Escalation, kind: FormKind = "answer", draft: str = "") -> Json:
    """The dialog, with a draft in it where there is one; an answer can be kept for other askers too."""
    shown = FORMS[kind]
    return {
        "type": "modal",
        "callback_id": FORM,
        "private_metadata": f"{kind}:{escalation.id}",
        "title": _plain(shown.title),
        "submit": _plain("Send"),
        "close": _plain("Cancel"),
        "blocks": [
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": fitted(escalation.question.text, WORDS, quoted),
                },
            },
            _words(shown.label, draft),
            *(_keeping(escalation) if kind == "answer" else ()),
        ],
    }


def opened_for(metadata: str) -> tuple[FormKind, str] | None:
    """The kind of the dialog and the escalation that it is about."""
    named, _, escalation_id = metadata.partition(":")
    kind = next((one for one in get_args(FormKind) if one == named), None)
    return (kind, escalation_id) if kind and escalation_id else None


def audience_of(values: Json) -> str | None:
    """For whom the manager wants the answer kept, if at all."""
    chosen = values.get(KEEP, {}).get(KEEP, {}).get("selected_option") or {}
    wish = str(chosen.get("value") or "")
    return wish if wish in AUDIENCES else None


def until_of(values: Json) -> date | None:
    """The last day on which the kept answer counts."""
    day = values.get(UNTIL, {}).get(UNTIL, {}).get("selected_date")
    return date.fromisoformat(day) if day else None


AUDIENCES = ("partner", "tier", "region", "everyone")


def _words(label: str, draft: str) -> Json:
    element: Json = {
        "type": "plain_text_input",
        "action_id": FIELD,
        "multiline": True,
        "max_length": LONGEST,
    }
    if draft.strip():
        element["initial_value"] = cut(draft, LONGEST)
    return {
        "type": "input",
        "block_id": FIELD,
        "label": _plain(label),
        "hint": _plain("It is posted in the rep's thread with your name."),
        "element": element,
    }


def _keeping(escalation: Escalation) -> tuple[Json, Json]:
    options = [{"text": _plain(label), "value": value} for value, label in _audiences(escalation)]
    return (
        {
            "type": "input",
            "block_id": KEEP,
            "optional": True,
            "label": _plain("Keep this answer for"),
            "hint": _plain("Left empty, it is an answer to this rep alone."),
            "element": {
                "type": "static_select",
                "action_id": KEEP,
                "placeholder": _plain("Nobody else"),
                "options": options,
            },
        },
        {
            "type": "input",
            "block_id": UNTIL,
            "optional": True,
            "label": _plain("Until"),
            "hint": _plain(
                "The last day on which it counts. Left empty, it is looked at again after 90 days."
            ),
            "element": {"type": "datepicker", "action_id": UNTIL},
        },
    )


def _audiences(escalation: Escalation) -> list[tuple[str, str]]:
    partner = escalation.question.partner
    if partner is None:
        return [("everyone", "Every partner")]
    wide = [("tier", partner.tier), ("region", partner.region)]
    return [
        ("partner", cut(f"{partner.name} alone", 75)),
        *((kind, cut(f"Every partner of {kind} {name}", 75)) for kind, name in wide if name),
        ("everyone", "Every partner"),
    ]


def _plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}
