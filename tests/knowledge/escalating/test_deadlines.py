from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tests.knowledge.escalating.cases import (
    DANA,
    DIRECTORY,
    GLOBEX,
    LENA,
    MIGUEL,
    MONDAY,
    berlin,
    gone_on,
    opened,
    replied,
    stepped,
)

from partnerline.knowledge.escalating.deadlines import (
    Act,
    Due,
    due,
    expectation,
    is_at_the_end_of_the_line,
    overdue_by,
    what_now,
)
from partnerline.knowledge.escalating.routing import next_in_line
from partnerline.knowledge.model import Escalation, Reply, Step
from partnerline.knowledge.partners import Directory

Events = Sequence[Step | Reply]
MINUTE = timedelta(minutes=1)


def handled(*events: Step | Reply, at: datetime = MONDAY) -> Escalation:
    return gone_on(opened(at=at), events)


class TestDue:
    def test_it_counts_from_when_it_was_opened(self) -> None:
        expected = Due(remind_at=berlin(23, 11), pass_on_at=berlin(23, 12))
        assert due(opened(), DIRECTORY, MONDAY) == expected

    def test_it_counts_working_time_alone(self) -> None:
        late = opened(at=berlin(27, 16, 30))
        assert due(late, DIRECTORY, late.opened_at) == Due(
            remind_at=berlin(30, 9, 30), pass_on_at=berlin(30, 10, 30)
        )

    def test_another_tier_may_wait_longer(self) -> None:
        other = opened("Which firmware does it run?", partner=GLOBEX)
        found = due(other, DIRECTORY, MONDAY)
        assert found is not None
        assert found.pass_on_at == berlin(23, 14)

    @pytest.mark.parametrize(
        ("events", "began"),
        [
            ([stepped("reminded", berlin(23, 11))], MONDAY),
            ([stepped("noted", berlin(23, 11))], MONDAY),
            ([stepped("taken", berlin(23, 11), DANA)], berlin(23, 11)),
            ([stepped("rep_said", berlin(23, 11))], MONDAY),
            (
                [stepped("taken", berlin(23, 11), DANA), stepped("rep_said", berlin(23, 12))],
                berlin(23, 11),
            ),
            (
                [
                    stepped("taken", berlin(23, 10), DANA),
                    replied("question", berlin(23, 11)),
                    stepped("rep_said", berlin(23, 13)),
                    stepped("rep_said", berlin(23, 14)),
                ],
                berlin(23, 13),
            ),
            (
                [replied("answer", berlin(23, 11)), stepped("rep_said", berlin(23, 14))],
                berlin(23, 14),
            ),
        ],
    )
    def test_what_begins_it_anew(self, events: Events, began: datetime) -> None:
        found = due(handled(*events), DIRECTORY, began)
        assert found is not None
        assert found.remind_at == began + timedelta(hours=1)

    def test_it_counts_by_the_hours_of_whoever_has_it(self) -> None:
        passed = handled(stepped("passed_on", berlin(23, 12), MIGUEL))
        found = due(passed, DIRECTORY, berlin(23, 12))
        assert found is not None
        assert found.pass_on_at == berlin(23, 17)  # eight in Chicago and two hours more

    def test_none_runs_while_nobody_owes_a_word(self) -> None:
        for events in ([replied("question", MONDAY)], [replied("answer", MONDAY)], [stepped("closed", MONDAY)]):  # fmt: skip
            assert due(handled(*events), DIRECTORY, MONDAY) is None


class TestWhatNow:
    @pytest.mark.parametrize(
        ("events", "at", "act"),
        [
            ([], berlin(23, 10, 59), None),
            ([], berlin(23, 11), "remind"),
            ([stepped("reminded", berlin(23, 11))], berlin(23, 11, 30), None),
            ([stepped("reminded", berlin(23, 11))], berlin(23, 12), "pass_on"),
            ([], berlin(23, 12), "pass_on"),  # where nothing ran meanwhile
            ([stepped("taken", berlin(23, 11, 30), DANA)], berlin(23, 12), None),
            ([stepped("taken", berlin(23, 11, 30), DANA)], berlin(23, 13, 30), "pass_on"),
            ([replied("question", berlin(23, 11))], berlin(27, 11), None),
            ([replied("answer", berlin(23, 11))], berlin(23, 16), None),
            ([replied("answer", berlin(23, 11))], berlin(24, 11), "close"),
            (
                [replied("answer", berlin(23, 11)), stepped("noted", berlin(24, 10))],
                berlin(24, 11),
                None,
            ),
            ([stepped("closed", berlin(23, 11))], berlin(27, 11), None),
        ],
    )
    def test_what_is_due(self, events: Events, at: datetime, act: Act | None) -> None:
        assert what_now(handled(*events), DIRECTORY, at) == act

    def test_nobody_is_disturbed_for_a_night(self) -> None:
        late = opened(at=berlin(27, 16, 30))
        assert what_now(late, DIRECTORY, berlin(29, 12)) is None
        assert what_now(late, DIRECTORY, berlin(30, 9, 30)) == "remind"

    def test_a_question_that_nobody_touches_is_never_met_with_silence(self) -> None:
        events: list[Step | Reply] = []
        at, acts = MONDAY, []
        while at < berlin(28, 10):
            one = handled(*events)
            act = what_now(one, DIRECTORY, at)
            if act == "remind":
                events.append(stepped("reminded", at))
            if act == "pass_on":
                events.append(stepped("passed_on", at, next_in_line(one, DIRECTORY, at)))
            if act:
                acts.append((act, at))
            at += 15 * MINUTE
        assert acts == [
            ("remind", berlin(23, 11)),
            ("pass_on", berlin(23, 12)),  # to Miguel, who begins at fifteen o'clock
            ("remind", berlin(23, 16)),
            ("pass_on", berlin(23, 17)),  # to Lena, the fallback, who has just left
            ("remind", berlin(24, 10)),
            # The line is at its end: once a day from now on, in working hours.
            ("remind", berlin(25, 9)),
            ("remind", berlin(26, 9)),
            ("remind", berlin(27, 9)),
        ]
        last = handled(*events)
        assert is_at_the_end_of_the_line(last, DIRECTORY, at)
        assert not is_at_the_end_of_the_line(opened(), DIRECTORY, MONDAY)
        assert overdue_by(last, DIRECTORY, berlin(24, 13)) == timedelta(hours=2)
        assert overdue_by(opened(), DIRECTORY, MONDAY) == timedelta()

    def test_without_any_manager_it_is_told_of_all_the_same(self) -> None:
        nobody = Directory(open=True)
        assert what_now(opened(), nobody, MONDAY + timedelta(hours=2)) == "remind"
        reminded = handled(stepped("reminded", MONDAY + timedelta(hours=2)))
        assert what_now(reminded, nobody, MONDAY + timedelta(hours=5)) is None
        assert what_now(reminded, nobody, MONDAY + timedelta(days=1)) == "remind"

    def test_who_is_unknown_to_the_directory_is_held_to_the_hours_of_the_first_in_line(
        self,
    ) -> None:
        step = replace(stepped("taken", berlin(23, 16)), holder="slack:U0NEW", holder_name="Noor")
        assert what_now(handled(step), DIRECTORY, berlin(23, 23)) is None
        assert what_now(handled(step), DIRECTORY, berlin(24, 10)) == "pass_on"


class TestExpectation:
    @pytest.mark.parametrize(
        ("events", "at", "said"),
        [
            ([], MONDAY, "Dana Weiss was asked; you can expect an answer by 12:00 today (Berlin time)."),
            (
                [stepped("taken", berlin(23, 10, 7), DANA)],
                berlin(23, 10, 8),
                "Dana Weiss has it now; you can expect an answer by 12:15 today (Berlin time).",
            ),
            (
                [stepped("passed_on", berlin(23, 20), MIGUEL)],
                berlin(23, 20),
                "Miguel Ortega was asked; you can expect an answer by 15:00 today (Chicago time).",
            ),
            (
                [stepped("taken", berlin(23, 16), LENA)],
                berlin(23, 16),
                "Lena Frei has it now; you can expect an answer by 10:00 tomorrow (Berlin time).",
            ),
            (
                [stepped("taken", berlin(27, 16), DANA)],
                berlin(27, 16),
                "Dana Weiss has it now; you can expect an answer by Monday, 10:00 (Berlin time).",
            ),
            (
                [],
                berlin(24, 9),
                "Dana Weiss was asked; it is taking longer than it should, and it isn't forgotten.",
            ),
            ([replied("question", MONDAY, LENA)], MONDAY, "Lena Frei waits for your reply here."),
            ([replied("answer", MONDAY)], MONDAY, "What you write here goes to Dana Weiss."),
            ([stepped("closed", MONDAY)], MONDAY, ""),
        ],
    )  # fmt: skip
    def test_who_has_it_and_by_when(self, events: Events, at: datetime, said: str) -> None:
        assert expectation(handled(*events), DIRECTORY, at) == said

    def test_a_day_further_off_is_named(self) -> None:
        away = replace(DANA, hours=replace(DANA.hours, days=frozenset({0})))
        directory = replace(DIRECTORY, managers=(away,))
        late = opened(at=berlin(23, 16, 30))
        assert expectation(late, directory, late.opened_at).endswith(
            "by Monday, 30 November, 10:30 (Berlin time)."
        )

    def test_where_nobody_is_named_nothing_is_promised(self) -> None:
        nobody = Directory(open=True)
        said = "It is with the channel managers; nobody has taken it yet."
        assert expectation(opened(), nobody, MONDAY) == said
        step = replace(stepped("taken", MONDAY), holder="slack:U0NEW", holder_name="Noor")
        taken = expectation(handled(step), nobody, MONDAY)
        assert taken == "Noor has it now; you can expect an answer by 13:00 today (UTC)."
