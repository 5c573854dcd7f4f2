"""Working hours, held to a clock that is read minute by minute."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from partnerline.knowledge.duty import ALWAYS, Deadline, Duty, WorkingHours

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
WEEKDAYS = frozenset(range(5))
OFFICE = WorkingHours(days=WEEKDAYS, start=time(9), end=time(17), zone="Europe/Berlin")


def berlin(day: int, hour: int, minute: int = 0, *, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ZoneInfo("Europe/Berlin"))


def works_at(hours: WorkingHours, at: datetime) -> bool:
    """Whether that minute is working time, told from the clock on the wall there."""
    there = at.astimezone(ZoneInfo(hours.zone))
    day, clock = there.date(), there.time()
    if hours.start < hours.end:
        on = hours.start <= clock < hours.end
    else:
        on = clock >= hours.start or clock < hours.end
        day = day if clock >= hours.start else day - timedelta(days=1)
    return on and day.weekday() in hours.days and day not in hours.holidays


# No shift begins or ends while a clock is changed, which is at two or three: there a wall clock says one time twice.
clocks = st.builds(time, st.sampled_from([0, *range(4, 24)]), st.sampled_from([0, 1, 30, 59]))
some_hours = st.builds(
    WorkingHours,
    days=st.frozensets(st.integers(0, 6), min_size=1),
    start=clocks,
    end=clocks,
    zone=st.sampled_from(
        ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"]
    ),
    holidays=st.frozensets(st.dates(date(2026, 3, 20), date(2026, 4, 10)), max_size=6),
)
# Around the days on which clocks change there: 29 March, 8 March, 5 April.
moments = st.builds(
    lambda minutes: datetime(2026, 3, 6, tzinfo=UTC) + minutes * MINUTE, st.integers(0, 34 * 1440)
)


class TestAgainstTheClock:
    @settings(max_examples=60, deadline=None)
    @given(hours=some_hours, start=moments, minutes=st.integers(0, 6 * 1440))
    def test_working_time_is_the_minutes_that_are_worked(
        self, hours: WorkingHours, start: datetime, minutes: int
    ) -> None:
        worked = sum(works_at(hours, start + n * MINUTE) for n in range(minutes))
        end = start + minutes * MINUTE
        assert hours.working_time_between(start, end) == worked * MINUTE

    @settings(max_examples=200, deadline=None)
    @given(hours=some_hours, at=moments)
    def test_on_duty_is_what_the_clock_says(self, hours: WorkingHours, at: datetime) -> None:
        assert hours.on_duty(at) == works_at(hours, at)

    @settings(max_examples=200, deadline=None)
    @given(hours=some_hours, start=moments, worked=st.timedeltas(timedelta(), 40 * HOUR))
    def test_after_working_is_the_first_moment_by_which_it_was_worked(
        self, hours: WorkingHours, start: datetime, worked: timedelta
    ) -> None:
        assume(hours.working_time_between(start, start + timedelta(days=30)) >= 2 * HOUR)
        end = hours.after_working(start, worked)
        assert end >= start
        assert hours.working_time_between(start, end) == worked
        earlier = max(end - timedelta(microseconds=1), start)
        assert end == start or hours.working_time_between(start, earlier) < worked

    @settings(max_examples=100, deadline=None)
    @given(hours=some_hours, marks=st.tuples(moments, moments, moments).map(sorted))
    def test_two_stretches_add_up(self, hours: WorkingHours, marks: list[datetime]) -> None:
        first, second, third = marks
        between = hours.working_time_between
        assert between(first, second) + between(second, third) == between(first, third)
        assert between(third, first) == timedelta() or first == third


@pytest.mark.parametrize(
    ("start", "worked", "end"),
    [
        (berlin(24, 10), 4, berlin(24, 14)),
        (berlin(24, 10), 7, berlin(24, 17)),  # to the last instant of the shift
        (berlin(24, 15), 4, berlin(25, 11)),  # over night
        (berlin(27, 16), 4, berlin(30, 12)),  # over the weekend
        (berlin(28, 12), 1, berlin(30, 10)),  # asked on a Saturday
        (berlin(24, 3), 1, berlin(24, 10)),  # asked before anybody is there
        (berlin(24, 17), 1, berlin(25, 10)),  # asked as they leave
        (berlin(24, 10), 0, berlin(24, 10)),
    ],
)
def test_an_office_week(start: datetime, worked: int, end: datetime) -> None:
    assert OFFICE.after_working(start, worked * HOUR) == end


def test_holidays_are_not_worked() -> None:
    christmas = WorkingHours(
        days=WEEKDAYS,
        start=time(9),
        end=time(17),
        zone="Europe/Berlin",
        holidays=frozenset({date(2026, 12, 24), date(2026, 12, 25)}),
    )
    start = berlin(23, 16, month=12)
    assert christmas.after_working(start, 2 * HOUR) == berlin(28, 10, month=12)
    assert not christmas.on_duty(berlin(25, 12, month=12))


@pytest.mark.parametrize(
    ("month", "day", "worked"), [(3, 28, 7), (10, 24, 9), (11, 7, 8)], ids=["on", "back", "plain"]
)
def test_a_night_on_which_the_clock_changes_is_as_long_as_it_is(
    month: int, day: int, worked: int
) -> None:
    night = WorkingHours(
        days=frozenset(range(7)), start=time(22), end=time(6), zone="Europe/Berlin"
    )
    start = berlin(day, 22, month=month)
    assert night.working_time_between(start, start + timedelta(hours=12)) == worked * HOUR


def test_a_shift_over_midnight_is_of_the_day_on_which_it_starts() -> None:
    fridays = WorkingHours(days=frozenset({4}), start=time(22), end=time(6), zone="Europe/Berlin")
    assert fridays.on_duty(berlin(28, 5, 59))  # a Saturday morning
    assert not fridays.on_duty(berlin(28, 6))
    assert not fridays.on_duty(berlin(27, 5))  # Thursday's night
    spared = WorkingHours(
        days=frozenset({4}),
        start=time(22),
        end=time(6),
        zone="Europe/Berlin",
        holidays=frozenset({date(2026, 11, 27)}),
    )
    assert not spared.on_duty(berlin(28, 5))


@pytest.mark.parametrize(("clock", "zone_hour"), [(time(2, 30), 1), (time(3), 1)])
def test_a_shift_that_begins_in_the_hour_that_is_skipped_begins_once(
    clock: time, zone_hour: int
) -> None:
    early = WorkingHours(days=frozenset({6}), start=clock, end=time(9), zone="Europe/Berlin")
    first = early.after_working(datetime(2026, 3, 28, 12, tzinfo=UTC), timedelta(microseconds=1))
    assert first.hour == zone_hour
    assert early.on_duty(datetime(2026, 3, 29, 6, 59, tzinfo=UTC))
    assert not early.on_duty(datetime(2026, 3, 29, 7, tzinfo=UTC))


def test_a_day_that_a_country_skipped_is_worked_once() -> None:
    samoa = WorkingHours(days=frozenset(range(7)), start=time(9), end=time(17), zone="Pacific/Apia")
    start = datetime(2011, 12, 29, 12, tzinfo=UTC)
    assert samoa.working_time_between(start, start + timedelta(days=3)) == 24 * HOUR


def test_who_has_no_hours_is_always_there() -> None:
    night = berlin(29, 3)
    assert ALWAYS.on_duty(night)
    assert ALWAYS.after_working(night, 4 * HOUR) == night + 4 * HOUR


def test_who_is_off_for_good_still_lets_time_pass() -> None:
    gone = WorkingHours(days=frozenset(), start=time(9), end=time(17))
    assert gone.after_working(berlin(24, 10), HOUR) == berlin(24, 11)
    assert not gone.on_duty(berlin(24, 10))


class TestDeadlines:
    DUTY = Duty(
        deadlines=(
            Deadline(within=1 * HOUR, topics=frozenset({"pricing"}), tiers=frozenset({"gold"})),
            Deadline(within=2 * HOUR, topics=frozenset({"pricing", "promotions"})),
            Deadline(within=3 * HOUR, tiers=frozenset({"gold"})),
        )
    )

    def test_the_first_that_fits_counts(self) -> None:
        assert self.DUTY.within("pricing", "gold") == 1 * HOUR
        assert self.DUTY.within("pricing", "") == 2 * HOUR
        assert self.DUTY.within("promotions", "gold") == 2 * HOUR
        assert self.DUTY.within("program", "gold") == 3 * HOUR

    def test_where_none_fits_it_is_four_hours(self) -> None:
        assert self.DUTY.within("program", "silver") == 4 * HOUR
        assert Duty().within("pricing", "gold") == 4 * HOUR
