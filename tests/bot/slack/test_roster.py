"""What managers say adds to partners.yaml, and takes nothing that it gives."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.bot.slack.scripted import ACME, DIRECTORY, GLOBEX
from tests.fakes import FakeEnrolments

from partnerline.bot.slack.who.roster import Roster, enrolled
from partnerline.knowledge.partners import Directory
from partnerline.knowledge.ports import Assignment
from partnerline.knowledge.ports.enrolment import Subject

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def word(subject: Subject, known_as: str, partner: str | None) -> Assignment:
    return Assignment(subject=subject, id=known_as, partner_id=partner, by="Dana", at=NOON)


@pytest.mark.parametrize(
    ("subject", "known_as", "field"),
    [("person", "U1", "people"), ("workspace", "T1", "team_ids"), ("channel", "C1", "channels")],
)
def test_a_managers_word_adds(subject: Subject, known_as: str, field: str) -> None:
    found = enrolled(DIRECTORY, [word(subject, known_as, "acme")], {}).partner("acme")
    assert getattr(found, field) == getattr(ACME, field) | {known_as}


@pytest.mark.parametrize(
    "said",
    [
        word("workspace", "T0ACME", "globex"),
        word("channel", "C0ACME", "globex"),
        word("person", "U1", None),
        word("person", "U1", "nobody"),
    ],
)
def test_a_managers_word_takes_nothing_that_the_file_gives(said: Assignment) -> None:
    assert enrolled(DIRECTORY, [said], {}).partners == (ACME, GLOBEX)


def test_where_there_are_no_partners_nobody_is_assigned() -> None:
    everybody = Directory(open=True)
    assert enrolled(everybody, [word("person", "U1", "acme")], {}) is everybody


def test_a_channel_of_the_file_is_known_by_any_of_its_ids() -> None:
    found = enrolled(DIRECTORY, [word("channel", "C0ACME", "globex")], {"C0ACME": "C0FIRST"})
    assert [p.channels for p in found.partners] == [{"C0FIRST"}, GLOBEX.channels]


async def test_the_roster_follows_the_file_and_the_managers() -> None:
    written, enrolments = [DIRECTORY], FakeEnrolments()
    roster = Roster(lambda: written[-1], enrolments)
    assert await roster.fresh() == DIRECTORY
    enrolments.assign(word("person", "U1", "acme"))
    assert (await roster.fresh()).partner("acme") == ACME  # that was just looked at
    await roster.look()
    assert roster.directory.partners[0].people == {"U1"}
    written.append(Directory(partners=(ACME,)))
    assert roster.directory.partners[0].people == {"U1"}
    assert roster.directory.partner("globex") is None


async def test_a_channel_goes_by_its_first_id_and_slack_is_told_the_present_one() -> None:
    enrolments = FakeEnrolments()
    enrolments.rename_channel("C1", "C2", NOON)
    enrolments.rename_channel("C2", "C3", NOON + timedelta(seconds=1))
    roster = Roster(DIRECTORY, enrolments)
    await roster.look()
    assert [roster.first(c) for c in ("C1", "C2", "C3", "C9")] == ["C1", "C1", "C1", "C9"]
    assert [roster.present(c) for c in ("C1", "C2", "C3", "C9")] == ["C3", "C3", "C3", "C9"]
