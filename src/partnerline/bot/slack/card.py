"""What managers read: the card of a question that was handed over, and the dialog to answer it in."""

from partnerline.bot.slack.blocks import button, context, source_lines
from partnerline.bot.slack.client import Json
from partnerline.bot.slack.wording import fitted, inert, quoted
from partnerline.knowledge.model import Escalation, Reason
from partnerline.knowledge.partners import Directory, Partner

ANSWER = "answer_escalation"
FORM = "answer_form"
FIELD = "reply"
WORDS = 2_700
"""The most of a question or a reply that is shown; a section holds 3,000 characters."""
NAME = 200
EARLIER = 300
TURNS = 3
REPLIES = 10

WHY = {
    Reason.NO_EVIDENCE: "the library says nothing about it",
    Reason.LOW_CONFIDENCE: "what I found is not certain enough",
    Reason.AMBIGUOUS: "it can be read in several ways",
    Reason.NOT_PERMITTED: "what would answer it is not for this asker",
    Reason.NEEDS_HUMAN: "it needs a person's decision",
    Reason.ASKED_FOR_HUMAN: "the rep asked for a person",
    Reason.UNKNOWN_PARTNER: "I don't know which partner they belong to",
    Reason.CONFLICT: "the library contradicts itself",
    Reason.OTHER_LANGUAGE: "it was asked in another language than the documents are written in",
    Reason.FAILED: "I failed while answering",
    Reason.BAD_ROW: "it could not be read",
}
UNSAID = "I could not answer it"


def card_blocks(escalation: Escalation, directory: Directory) -> tuple[Json, ...]:
    """The card as it stands now: open, or answered and by whom."""
    return (
        _section(f"*{asked_by(escalation)} asks*{_duty(escalation, directory)}"),
        _section(fitted(escalation.question.text, WORDS, quoted)),
        *_before(escalation),
        *_why(escalation),
        *_found(escalation),
        *_replies(escalation),
        _actions(escalation),
        context(_how(escalation)),
    )


def card_text(escalation: Escalation) -> str:
    """The card in one line, for notifications."""
    return f"{asked_by(escalation)} asks: {fitted(escalation.question.text, 500, inert)}"


def asked_by(escalation: Escalation) -> str:
    """Who asks and for which partner, as mrkdwn."""
    name = fitted(escalation.origin.asker_name, NAME, inert) or "Somebody"
    return f"{name}, {_partner(escalation.question.partner)}"


def answer_form(escalation: Escalation) -> Json:
    """The dialog to answer in."""
    return {
        "type": "modal",
        "callback_id": FORM,
        "private_metadata": escalation.id,
        "title": _plain("Answer the rep"),
        "submit": _plain("Send"),
        "close": _plain("Cancel"),
        "blocks": [
            _section(fitted(escalation.question.text, WORDS, quoted)),
            {
                "type": "input",
                "block_id": FIELD,
                "label": _plain("Your answer"),
                "hint": _plain("It is posted in the rep's thread with your name."),
                "element": {
                    "type": "plain_text_input",
                    "action_id": FIELD,
                    "multiline": True,
                    "max_length": 3_000,
                },
            },
        ],
    }


def _before(escalation: Escalation) -> list[Json]:
    """What was asked before in the thread: "and for 50?" says nothing alone."""
    asked = [turn.text for turn in escalation.question.history if turn.role == "user"]
    lines = [fitted(" ".join(text.split()), EARLIER, inert) for text in asked[-TURNS:]]
    return [context("\n".join(("*Asked before:*", *lines)))] if lines else []


def _why(escalation: Escalation) -> list[Json]:
    """The reason, and below it what there is to decide on, line by line: figures in one run of small print are missed."""
    reason = escalation.answer.reason
    why = f"*Why it comes to you:* {WHY[reason] if reason else UNSAID}"
    lines = [" ".join(line.split()) for line in escalation.answer.doubt.splitlines()]
    first, *more = [line for line in lines if line] or [""]
    packet = "\n".join((first, *(f"• {line}" for line in more)))
    return [context(why), *([_section(fitted(packet, WORDS, inert))] if packet else [])]


def _found(escalation: Escalation) -> list[Json]:
    lines = source_lines(escalation.answer.found or escalation.answer.citations)
    return [context("*What I found:*", *lines)] if lines else [context("I found nothing near it.")]


def _replies(escalation: Escalation) -> list[Json]:
    return [
        _section(
            f":white_check_mark: *Answered by {fitted(reply.manager, NAME, inert)}:*\n"
            + fitted(reply.text, WORDS, quoted)
        )
        for reply in escalation.replies[-REPLIES:]
    ]


def _actions(escalation: Escalation) -> Json:
    label = "Add to the answer" if escalation.replies else "Answer"
    primary = not escalation.replies
    return {"type": "actions", "elements": [button(label, ANSWER, escalation.id, primary=primary)]}


def _how(escalation: Escalation) -> str:
    if escalation.replies:
        return "Only who answered goes on by writing in this thread; anyone else by the button."
    return (
        "…or reply in this thread: what you write goes to the rep with your name."
        " A message that begins by mentioning somebody stays here."
    )


def _partner(partner: Partner | None) -> str:
    if partner is None:
        return "a stranger to me"
    details = ", ".join(part for part in (partner.tier, partner.region) if part)
    return fitted(f"{partner.name} ({details})" if details else partner.name, NAME, inert)


def _duty(escalation: Escalation, directory: Directory) -> str:
    manager = directory.manager_of(escalation.question.partner)
    return f" · <@{manager.slack_user}>" if manager and manager.slack_user else ""


def _section(text: str) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def _plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}
