"""Times as a rep reads them."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from partnerline.knowledge.duty import WorkingHours

_QUARTER = timedelta(minutes=15)
_WEEK = 7


def moment(at: datetime, now: datetime, hours: WorkingHours) -> str:
    """A time as it is said where those hours are: "15:30 today (Berlin time)", "Monday, 10:00 (Berlin time)"."""
    zone = ZoneInfo(hours.zone)
    there = _up_to_a_quarter(at).astimezone(zone)
    days = (there.date() - now.astimezone(zone).date()).days
    place = "UTC" if hours.zone == "UTC" else f"{hours.zone.split('/')[-1].replace('_', ' ')} time"
    return f"{_day_and_time(there, days)} ({place})"


def _day_and_time(there: datetime, days: int) -> str:
    time = f"{there:%H:%M}"
    if days == 0:
        return f"{time} today"
    if days == 1:
        return f"{time} tomorrow"
    if days < _WEEK:
        return f"{there:%A}, {time}"
    return f"{there:%A}, {there.day} {there:%B}, {time}"


def _up_to_a_quarter(at: datetime) -> datetime:
    """The next full quarter of an hour: nobody promises 15:37."""
    past = timedelta(minutes=at.minute % 15, seconds=at.second, microseconds=at.microsecond)
    return at if not past else at - past + _QUARTER
