"""Working hours and deadlines as partners.yaml writes them."""

import re
from datetime import date, time, timedelta
from typing import Annotated, Self
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, model_validator

from partnerline.ingest.schema_parts import Day, Name, Part, text_of
from partnerline.knowledge.duty import Deadline, Duty, Topic, WorkingHours

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _days(value: object) -> object:
    """`mon-fri`, `fri-mon` around the weekend, or a list of days and stretches."""
    parts = [value] if isinstance(value, str) else value
    if not isinstance(parts, list) or not parts:
        raise ValueError(f"{value!r} are no days. Write them like mon-fri or [mon, wed]")
    return frozenset(number for part in parts for number in _stretch(part))


def _stretch(part: object) -> list[int]:
    named = str(part).strip().lower().split("-")
    if not isinstance(part, str) or len(named) > 2 or not set(named) <= set(DAYS):
        raise ValueError(
            f"{part!r} is no day. Write {', '.join(DAYS)}, or from one to another: mon-fri"
        )
    first, last = DAYS.index(named[0]), DAYS.index(named[-1])
    return [(first + after) % 7 for after in range((last - first) % 7 + 1)]


def _hour(value: object) -> object:
    """YAML reads 17:30 without quotes as a number of minutes."""
    if isinstance(value, str) and re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", value.strip()):
        hour, minute = value.strip().split(":")
        return time(int(hour), int(minute))
    if value == "24:00":
        return time(0)
    raise ValueError(f'{value!r} is not a time. Write it in quotes, like "09:00"')


def _zone(value: object) -> object:
    text = text_of(value)
    try:
        known = isinstance(text, str) and ZoneInfo(text).key
    except (
        KeyError,
        ValueError,
        OSError,
    ):  # what zoneinfo raises depends on what the name looks like on disk
        known = None
    if not known:
        raise ValueError(f"{text!r} is not a time zone. Write its name, like Europe/Berlin")
    return known


def _hours(value: object) -> object:
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= 1000:
        return timedelta(hours=value)
    raise ValueError(f"{value!r} is not a number of working hours. Write it like 4 or 0.5")


def _share(value: object) -> object:
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 1:
        return float(value)
    raise ValueError(
        f"{value!r} is no share of the deadline. Write more than 0 and less than 1: 0.5 is half of it"
    )


Days = Annotated[frozenset[int], BeforeValidator(_days)]
Hour = Annotated[time, BeforeValidator(_hour)]
Zone = Annotated[str, BeforeValidator(_zone)]
Hours = Annotated[timedelta, BeforeValidator(_hours)]
Share = Annotated[float, BeforeValidator(_share)]


class HoursRow(Part):
    """When a manager works, and on which days of their own they don't."""

    days: Days
    start: Hour = Field(alias="from")
    end: Hour = Field(alias="to")
    zone: Zone
    holidays: frozenset[Day] = frozenset()

    @model_validator(mode="after")
    def _apart(self) -> Self:
        if self.start == self.end and self.start != time(0):
            raise ValueError(
                "from and to are the same time. Mend one; around the clock is 00:00 to 24:00"
            )
        return self

    def hours(self, holidays: frozenset[date]) -> WorkingHours:
        """The hours, with the vendor's holidays among theirs."""
        return WorkingHours(
            days=self.days,
            start=self.start,
            end=self.end,
            zone=self.zone,
            holidays=self.holidays | holidays,
        )


class DeadlineRow(Part):
    """How long some questions may wait, in working hours."""

    hours: Hours
    topics: frozenset[Topic] = frozenset()
    tiers: frozenset[Name] = frozenset()


class EscalationRow(Part):
    """What is promised to reps whose question a person answers."""

    deadlines: tuple[DeadlineRow, ...] = ()
    remind_after: Share = Duty().remind_after
    close_after: Hours = Duty().close_after
    holidays: frozenset[Day] = frozenset()

    def duty(self) -> Duty:
        """The same as a noun."""
        return Duty(
            deadlines=tuple(
                Deadline(within=row.hours, topics=row.topics, tiers=row.tiers)
                for row in self.deadlines
            ),
            remind_after=self.remind_after,
            close_after=self.close_after,
        )
