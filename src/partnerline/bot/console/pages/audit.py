"""Who was shown what, from which documents, decided by what; never a word of a question or an answer."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import Response

from partnerline.bot.console.paging import Leaf, leaf, page_number
from partnerline.bot.console.site import Console, LoggedIn, Site
from partnerline.knowledge.ports.audit import AuditLine

router = APIRouter(prefix="/audit", dependencies=[LoggedIn])

PAGE = 100
DAYS = timedelta(days=30)
"""How far back is looked where nobody names a day."""
_YEARS = (2000, 2999)


@router.get("")
def show(request: Request, site: Console) -> Response:
    """The lines, the newest first, by day, partner and asker."""
    found = _found(site, request.query_params)
    return site.page(
        request,
        "audit.html",
        found=found,
        partners=site.directory.partners,
        directory=site.directory,
        handed=_handed(site, found),
    )


def _found(site: Site, said: Mapping[str, str]) -> Leaf[AuditLine]:
    filters = _filters(said, site.clock().astimezone().date())
    if site.audit is None:
        return leaf((), 1, PAGE, filters)
    lines = site.audit.lines(
        since=_begin(filters["since"]),
        partner=filters["partner"] or None,
        asker=filters["asker"] or None,
    )
    end = _begin(filters["until"], later=1)
    newest = [line for line in reversed(lines) if end is None or line.at < end]
    return leaf(newest, page_number(said), PAGE, filters)


def _filters(said: Mapping[str, str], today: date) -> dict[str, str]:
    """What the list is narrowed by; a day that can't be read counts as none, and none named as thirty days ago."""
    return {
        "since": _day(said["since"]) if "since" in said else (today - DAYS).isoformat(),
        "until": _day(said.get("until", "")),
        "partner": said.get("partner", ""),
        "asker": said.get("asker", "").replace("\0", "").strip(),
    }


def _day(text: str) -> str:
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return ""
    return day.isoformat() if _YEARS[0] <= day.year <= _YEARS[1] else ""


def _begin(day: str, later: int = 0) -> datetime | None:
    """The first moment where the bot runs of a day, or of one that comes later."""
    if not day:
        return None
    told = date.fromisoformat(day) + timedelta(days=later)
    return datetime(told.year, told.month, told.day).astimezone()


def _handed(site: Site, found: Leaf[AuditLine]) -> dict[str, str]:
    """The escalations of the questions on this page, as far as there are any."""
    ids = dict.fromkeys(line.question_id for line in found.items)
    opened = ((one, site.desk.record.escalation_of(one)) for one in ids)
    return {question: escalation.id for question, escalation in opened if escalation}
