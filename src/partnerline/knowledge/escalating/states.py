"""What each step and each reply makes of an escalation."""

from typing import assert_never

from partnerline.knowledge.model import Escalation, EscalationState, ReplyKind, StepKind


def after_step(state: EscalationState, kind: StepKind) -> EscalationState:
    """The state after a step. A closed escalation stays closed: only a manager's own words to the rep open it again."""
    if state == "closed":
        return state
    match kind:
        case "taken":
            return "taken"
        case "handed" | "passed_on":
            return "open"
        case "rep_said":
            # A thanks is noted, so what the rep says is something a manager owes a word on.
            return "taken" if state in ("asked", "answered") else state
        case "noted" | "reminded":
            return state
        case "closed":
            return "closed"
        case other:
            assert_never(other)


def after_reply(kind: ReplyKind) -> EscalationState:
    """The state after a manager wrote to the rep, whatever it was before: also who adds a word later has answered."""
    match kind:
        case "answer":
            return "answered"
        case "question":
            return "asked"
        case "decline":
            return "closed"
        case other:
            assert_never(other)


def in_hand(escalation: Escalation) -> bool:
    """Whether a person deals with it, so that what the rep writes next is for that person.

    One that was handed or passed on is open again, yet a person spoke of it before: it stays in hand.
    """
    match escalation.state:
        case "taken" | "asked" | "answered":
            return True
        case "open":
            touched = any(step.kind in ("taken", "handed") for step in escalation.steps)
            return touched or bool(escalation.replies)
        case "closed":
            return False
        case other:
            assert_never(other)
