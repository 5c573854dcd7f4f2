"""A person as `users.info` tells of them, read into what decides whom they ask for."""

from collections.abc import Mapping
from typing import Any

from partnerline.bot.slack.who.identity import Asker


def person_of(user: Mapping[str, Any], home: str, said: frozenset[str] = frozenset()) -> Asker:
    """The person; `home` is the vendor's workspace, `said` the one that an event names as theirs.

    What `users.info` tells counts before what an event says: the event's word is taken for an organisation (E…) that
    Slack doesn't name there, and where Slack names no workspace at all.
    """
    gone = bool(user.get("deleted") or user.get("is_bot"))
    restricted = bool(user.get("is_restricted") or user.get("is_ultra_restricted"))
    at_home = user.get("team_id") == home
    told = _teams(user)
    organised = bool(user.get("enterprise_user"))
    more = said if not told else {t for t in said if t.startswith("E") and not organised}
    return Asker(
        id=str(user.get("id") or ""),
        teams=frozenset() if gone or at_home else (told | more) - {home},
        staff=at_home and not restricted and not gone,
        guest=at_home and restricted and not gone,
        gone=gone,
        email=(user.get("profile") or {}).get("email"),
        email_confirmed=user.get("is_email_confirmed") is True,
    )


def _teams(user: Mapping[str, Any]) -> frozenset[str]:
    organisation = user.get("enterprise_user") or {}
    return frozenset(
        team
        for team in (
            user.get("team_id"),
            organisation.get("enterprise_id"),
            *organisation.get("teams", ()),
        )
        if team
    )
