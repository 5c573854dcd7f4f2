from typing import get_args

import pytest
from tests.knowledge.escalating.cases import DANA, MONDAY, gone_on, opened, replied, stepped

from partnerline.knowledge.escalating.states import after_reply, after_step, in_hand
from partnerline.knowledge.model import EscalationState, Reply, Step, StepKind

TABLE: dict[StepKind, tuple[EscalationState, ...]] = {
    # from:        open       taken      asked      answered    closed
    "taken": ("taken", "taken", "taken", "taken", "closed"),
    "handed": ("open", "open", "open", "open", "closed"),
    "passed_on": ("open", "open", "open", "open", "closed"),
    "reminded": ("open", "taken", "asked", "answered", "closed"),
    "rep_said": ("open", "taken", "taken", "taken", "closed"),
    "noted": ("open", "taken", "asked", "answered", "closed"),
    "closed": ("closed", "closed", "closed", "closed", "closed"),
}


@pytest.mark.parametrize("kind", get_args(StepKind))
def test_every_step_from_every_state(kind: StepKind) -> None:
    assert tuple(after_step(state, kind) for state in get_args(EscalationState)) == TABLE[kind]


def test_every_reply_whatever_was_before() -> None:
    assert after_reply("answer") == "answered"
    assert after_reply("question") == "asked"
    assert after_reply("decline") == "closed"


def test_it_is_in_hand_once_a_person_touched_it() -> None:
    first = opened()
    taken, handed = stepped("taken", MONDAY, DANA), stepped("handed", MONDAY, DANA)
    passed, closed = stepped("passed_on", MONDAY, DANA), stepped("closed", MONDAY)
    asked = replied("question", MONDAY)
    assert not in_hand(first)
    assert not in_hand(gone_on(first, [passed, stepped("reminded", MONDAY)]))
    touched: tuple[list[Step | Reply], ...] = (
        [taken],
        [handed],
        [taken, passed],
        [asked],
        [asked, handed],
    )
    for events in touched:
        assert in_hand(gone_on(first, events))
        assert not in_hand(gone_on(first, [*events, closed]))
