"""Working hours and deadlines in partners.yaml: read as they are meant, a slip refused with its mend."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from partnerline.ingest.library import load_directory
from partnerline.knowledge.duty import ALWAYS, Deadline, Duty
from partnerline.knowledge.errors import LibraryError
from partnerline.knowledge.partners import Directory

SAMPLE = Path(__file__).parents[2] / "library"
HOURS = 'days: mon-fri, from: "09:00", to: "17:30", zone: Europe/Berlin'


def directory(tmp_path: Path, text: str) -> Directory:
    (tmp_path / "partners.yaml").write_text(text, encoding="utf-8")
    return load_directory(tmp_path)


def managers(hours: str) -> str:
    return f"managers: [{{email: dana@v.example, hours: {{{hours}}}}}]"


def test_hours_are_read_with_the_vendors_holidays(tmp_path: Path) -> None:
    found = directory(
        tmp_path,
        managers(f"{HOURS}, holidays: [2026-10-31]") + "\nescalation: {holidays: [2026-12-25]}",
    )
    hours = found.managers[0].hours
    assert (hours.start, hours.end, hours.zone) == (time(9), time(17, 30), "Europe/Berlin")
    assert hours.days == frozenset(range(5))
    assert hours.holidays == {date(2026, 10, 31), date(2026, 12, 25)}
    assert not found.managers[0].fallback


def test_who_gives_no_hours_is_always_there(tmp_path: Path) -> None:
    found = directory(tmp_path, "managers: [{email: dana@v.example, fallback: true}]")
    assert (found.managers[0].hours, found.managers[0].fallback) == (ALWAYS, True)
    assert found.duty == Duty()


@pytest.mark.parametrize(
    ("days", "numbers"),
    [
        ("mon", {0}),
        ("mon-fri", {0, 1, 2, 3, 4}),
        ("fri-mon", {4, 5, 6, 0}),
        ("[mon, wed]", {0, 2}),
        ("[mon-wed, fri]", {0, 1, 2, 4}),
        ("[MON, Tue]", {0, 1}),
        ("sun-sun", {6}),
    ],
)
def test_days(tmp_path: Path, days: str, numbers: set[int]) -> None:
    text = managers(f'days: {days}, from: "9:00", to: "17:00", zone: UTC')
    assert directory(tmp_path, text).managers[0].hours.days == numbers


def test_around_the_clock_ends_at_twenty_four(tmp_path: Path) -> None:
    text = managers('days: mon-sun, from: "00:00", to: "24:00", zone: UTC')
    hours = directory(tmp_path, text).managers[0].hours
    assert hours.working_time_between(
        datetime(2026, 11, 23, tzinfo=UTC), datetime(2026, 11, 25, tzinfo=UTC)
    ) == timedelta(days=2)


def test_deadlines_are_read_in_their_order(tmp_path: Path) -> None:
    found = directory(
        tmp_path,
        """
partners: [{id: a, name: A, tier: gold}]
escalation:
  deadlines:
    - {topics: [pricing, promotions], tiers: [gold], hours: 2}
    - {hours: 4}
  remind_after: 0.75
  close_after: 6.5
""",
    )
    assert found.duty == Duty(
        deadlines=(
            Deadline(
                within=timedelta(hours=2),
                topics=frozenset({"pricing", "promotions"}),
                tiers=frozenset({"gold"}),
            ),
            Deadline(within=timedelta(hours=4)),
        ),
        remind_after=0.75,
        close_after=timedelta(hours=6.5),
    )


@pytest.mark.parametrize(
    ("text", "place", "mend"),
    [
        (managers('days: monday, from: "9:00", to: "17:00", zone: UTC'), "managers[0].hours.days", "mon-fri"),
        (managers('days: [mon, 3], from: "9:00", to: "17:00", zone: UTC'), "managers[0].hours.days", "3 is no day"),
        (managers('days: [], from: "9:00", to: "17:00", zone: UTC'), "managers[0].hours.days", "mon-fri"),
        (managers('days: mon, from: 9, to: "17:00", zone: UTC'), "managers[0].hours.from", '"09:00"'),
        (managers('days: mon, from: "9:00", to: 17:30, zone: UTC'), "managers[0].hours.to", "in quotes"),
        (managers('days: mon, from: "9:00", to: "25:00", zone: UTC'), "managers[0].hours.to", '"09:00"'),
        (managers('days: mon, from: "9:00", to: "09:00", zone: UTC'), "managers[0].hours", "same time"),
        (managers('days: mon, from: "9:00", to: "17:00", zone: CET+1'), "managers[0].hours.zone", "Europe/Berlin"),
        (managers('days: mon, from: "9:00", to: "17:00", zone: Europe'), "managers[0].hours.zone", "Europe/Berlin"),
        (managers('days: mon, from: "9:00", to: "17:00", zone: ../etc/passwd'), "managers[0].hours.zone", "Europe/Berlin"),
        (managers('days: mon, from: "9:00", to: "17:00"'), "managers[0].hours.zone", "required"),
        (managers('days: mon, start: "9:00", to: "17:00", zone: UTC'), "managers[0].hours", "start"),
        (managers(f"{HOURS}, holidays: [25.12.2026]"), "managers[0].hours.holidays", "2026-07-01"),
        ("managers: [{email: d@v.example, fallback: yes please}]", "managers[0].fallback", "bool"),
        ("escalation: {deadlines: [{hours: 0}]}", "escalation.deadlines[0].hours", "0.5"),
        ("escalation: {deadlines: [{hours: two}]}", "escalation.deadlines[0].hours", "0.5"),
        ("escalation: {deadlines: [{topics: [prices], hours: 2}]}", "escalation.deadlines[0].topics", "pricing"),
        ("escalation: {deadlines: [{tiers: [gold], hours: 2}]}", "escalation.deadlines[0].tiers", "'gold'"),
        ("escalation: {deadlines: [{topics: [pricing]}]}", "escalation.deadlines[0].hours", "required"),
        ("escalation: {remind_after: 50}", "escalation.remind_after", "0.5 is half"),
        ("escalation: {close_after: -1}", "escalation.close_after", "0.5"),
        ("escalation: {reminder: 1}", "escalation.reminder", "Did you mean remind_after?"),
        ("escalation:", "escalation", "no value"),
    ],
)  # fmt: skip
def test_a_slip_is_refused_with_its_place_and_mend(
    tmp_path: Path, text: str, place: str, mend: str
) -> None:
    with pytest.raises(LibraryError) as caught:
        directory(tmp_path, text)
    message = str(caught.value)
    assert message.startswith("partners.yaml: ")
    assert place in message
    assert mend in message


def test_the_sample_library_has_somebody_on_duty_and_a_fallback() -> None:
    found = load_directory(SAMPLE)
    tuesday = datetime(2026, 11, 24, 15, tzinfo=UTC)
    assert all(manager.hours.on_duty(tuesday) for manager in found.managers)
    assert any(manager.fallback for manager in found.managers)
    assert found.duty.within("pricing", "platinum") < found.duty.within("program", "silver")
