"""The card of a question that was handed over, as the managers read it."""

from dataclasses import dataclass

from partnerline.bot.slack.escalations.card_actions import action_blocks
from partnerline.bot.slack.escalations.card_packet import packet_blocks
from partnerline.bot.slack.escalations.card_state import moment, state_blocks
from partnerline.bot.slack.escalations.holding import bound, slack_user
from partnerline.bot.slack.web.blocks import context, source_lines
from partnerline.bot.slack.web.client import Json
from partnerline.bot.slack.web.wording import fitted, inert, quoted
from partnerline.knowledge.escalating.drafts import draft_of
from partnerline.knowledge.escalating.packets import packet_of
from partnerline.knowledge.escalating.similar import Similar
from partnerline.knowledge.model import Escalation, Reason, Turn
from partnerline.knowledge.partners import Directory, Manager, Partner

WORDS = 2_700
"""The most of a question that is shown; a section holds 3,000 characters."""
DRAFT = 2_000
"""The longest draft that can be sent as it is: it is read whole on the card, or not sent from there."""
NAME = 200
EARLIER = 300
TURNS = 3
SIMILAR = 3

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a card shows beside its escalation: the rep's thread, a link to it, who is in line, what was answered before."""

    turns: tuple[Turn, ...] = ()
    link: str = ""
    line: tuple[Manager, ...] = ()
    similar: tuple[Similar, ...] = ()


def card_blocks(
    escalation: Escalation, directory: Directory, beside: Beside | None = None
) -> tuple[Json, ...]:
    """The card as it stands now."""
    beside = beside or Beside()
    packet = packet_of(escalation)
    draft = sendable(escalation)
    actions = action_blocks(escalation, directory, draft=bool(draft), decision=packet is not None)
    return (
        _section(f"*{asked_by(escalation)} asks*{_called(escalation, directory, beside)}"),
        _section(fitted(escalation.question.text, WORDS, quoted)),
        *_before(escalation, beside),
        *_why(escalation, whole=packet is None),
        *(packet_blocks(packet) if packet else ()),
        *_found(escalation, decision=packet is not None),
        *_draft(draft if packet is None and not escalation.replies else ""),
        *_similar(beside.similar),
        *state_blocks(escalation),
        *actions,
        context(_how(escalation, beside)),
    )


def card_text(escalation: Escalation) -> str:
    """The card in one line, for notifications."""
    return f"{asked_by(escalation)} asks: {fitted(escalation.question.text, 500, inert)}"


def asked_by(escalation: Escalation) -> str:
    """Who asks and for which partner, as mrkdwn."""
    name = fitted(escalation.origin.asker_name, NAME, inert) or "Somebody"
    if escalation.question.readers:  # the name says whose, and that others read along
        return f"{name},"
    return f"{name}, {_partner(escalation.question.partner)}"


def sendable(escalation: Escalation) -> str:
    """The draft, where the card shows the whole of it and it may be sent with one press."""
    draft = draft_of(escalation).strip()
    return draft if len(quoted(draft)) <= DRAFT and packet_of(escalation) is None else ""


def _called(escalation: Escalation, directory: Directory, beside: Beside) -> str:
    """The mention of who has it, else of who is to answer."""
    held = escalation.held
    users = [slack_user(directory, held.holder)] if held else [m.slack_user for m in beside.line]
    called = next((user for user in users if user), None)
    return f" · <@{called}>" if called else ""


def _before(escalation: Escalation, beside: Beside) -> list[Json]:
    """The thread in a few lines: "and for 50?" says nothing alone."""
    turns = list(beside.turns or escalation.question.history)
    asked = Turn(role="user", text=escalation.question.text)
    if asked in turns:
        del turns[len(turns) - 1 - turns[::-1].index(asked)]
    lines = [_line(turn) for turn in turns[-TURNS:]]
    return [context("\n".join(("*The thread so far:*", *lines)))] if lines else []


def _line(turn: Turn) -> str:
    speaker = "Rep" if turn.role == "user" else turn.author or "Bot"
    said = fitted(" ".join(turn.text.split()), EARLIER, inert)
    return f"{fitted(speaker, NAME, inert)}: {said}"


def _why(escalation: Escalation, *, whole: bool) -> list[Json]:
    """The reason, and below it what there is to know, line by line: figures in one run of small print are missed."""
    reason = escalation.answer.reason
    why = context(f"*Why it comes to you:* {WHY[reason] if reason else UNSAID}")
    lines = [" ".join(line.split()) for line in escalation.answer.doubt.splitlines()]
    first, *more = [line for line in lines if line] or [""]
    doubt = "\n".join((first, *(f"• {line}" for line in more)))
    return [why, *([_section(fitted(doubt, WORDS, inert))] if doubt and whole else [])]


def _found(escalation: Escalation, *, decision: bool) -> list[Json]:
    """What came nearest; what a decision cites is its rule, and stands there."""
    answer = escalation.answer
    lines = source_lines(answer.found or (() if decision else answer.citations))
    if decision and not lines:
        return []
    return [context("*What I found:*", *lines)] if lines else [context("I found nothing near it.")]


def _draft(draft: str) -> list[Json]:
    return [_section(f"*A draft to send:*\n{quoted(draft)}")] if draft else []


def _similar(similar: tuple[Similar, ...]) -> list[Json]:
    lines = [
        f"“{fitted(' '.join(one.question.split()), 200, inert)}” · "
        f"{fitted(one.manager, NAME, inert)}, {moment(one.at)}: "
        f"{fitted(' '.join(one.answer.split()), EARLIER, inert)}"
        for one in similar[:SIMILAR]
    ]
    return [context("*Answered before:*", *lines)] if lines else []


def _how(escalation: Escalation, beside: Beside) -> str:
    link = f" <{beside.link}|The rep's thread>" if beside.link else ""
    held = bound(escalation)
    if escalation.state == "closed":
        how = "What is written in this thread now stays among us."
    elif held is not None:
        name = fitted(held.holder_name, NAME, inert) or "one"
        how = f"In this thread {name} is asked whether it goes to the rep; what others write stays among us."
    else:
        how = (
            "Or write in this thread: I ask once whether it goes to the rep."
            " A message that begins by mentioning somebody stays here."
        )
    return how + link


def _partner(partner: Partner | None) -> str:
    if partner is None:
        return "as a stranger,"
    details = ", ".join(part for part in (partner.tier, partner.region) if part)
    return fitted(f"{partner.name} ({details})" if details else partner.name, NAME, inert)


def _section(text: str) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}
