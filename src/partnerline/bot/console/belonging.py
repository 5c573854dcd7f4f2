"""Who belongs where, put together from partners.yaml, what managers said, and who wrote lately: pure."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from partnerline.knowledge.model import Escalation
from partnerline.knowledge.partners import Directory, Manager, Partner
from partnerline.knowledge.past import Past
from partnerline.knowledge.ports import Assignment, ChannelMode
from partnerline.knowledge.ports.enrolment import Subject

# An id has a digit: without that, a name such as "Ursula" would be one.
_IDS: Mapping[Subject, re.Pattern[str]] = {
    "person": re.compile(r"[UW](?=[A-Z]*\d)[A-Z0-9]{1,30}"),
    "workspace": re.compile(r"[TE](?=[A-Z]*\d)[A-Z0-9]{1,30}"),
    "channel": re.compile(r"[CG](?=[A-Z]*\d)[A-Z0-9]{1,30}"),
}
Renamed = Mapping[str, str]
"""Every id that a channel once had, with the one it has now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stranger:
    """Somebody in Slack whom nobody has placed, with the last place they wrote in."""

    id: str
    name: str
    channel: str
    wrote_at: datetime
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A channel that the bot knows, by its present id; `partner` where one has it for its own."""

    id: str
    mode: ChannelMode
    partner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """A partner with who answers for it and what waits for an answer."""

    partner: Partner
    manager: Manager | None
    channels: tuple[str, ...]
    waiting: int


def id_of(subject: Subject, written: str) -> str:
    """An id of Slack's as it was typed or pasted, or "" for what is none of that kind."""
    told = written.strip().strip("<>@#").partition("|")[0].upper()
    return told if _IDS[subject].fullmatch(told) else ""


def strangers(asked: Iterable[Past], words: Iterable[Assignment]) -> list[Stranger]:
    """Who wrote in Slack as a stranger and was never placed, whoever wrote last first; `asked` is newest first."""
    placed = {word.id for word in words if word.subject == "person"}
    theirs: dict[str, list[Past]] = {}
    for past in asked:
        who = past.origin.asker
        if _is_strangers(past) and who and who not in placed:
            theirs.setdefault(who, []).append(past)
    return [
        Stranger(
            id=who,
            name=found[0].origin.asker_name,
            channel=channel_of(found[0]),
            wrote_at=found[0].asked_at,
            times=len(found),
        )
        for who, found in theirs.items()
    ]


def names(asked: Iterable[Past]) -> dict[str, str]:
    """What people in Slack are called, by their ids, as the last question of each has it."""
    found: dict[str, str] = {}
    for past in asked:
        if past.origin.door == "slack" and past.origin.asker_name:
            found.setdefault(past.origin.asker, past.origin.asker_name)
    return found


def channels(
    directory: Directory,
    words: Iterable[Assignment],
    modes: Mapping[str, ChannelMode],
    asked: Iterable[Past],
    renamed: Renamed,
) -> list[Channel]:
    """The channels of partners.yaml, of managers' words and of questions that were asked."""
    said = {word.id: word.partner_id for word in words if word.subject == "channel"}
    written = {
        renamed.get(channel, channel): partner.id
        for partner in directory.partners
        for channel in partner.channels
    }
    heard = (renamed.get(one, one) for one in map(channel_of, asked) if one)
    owners = {**dict.fromkeys([*modes, *heard]), **said, **written}
    found = (
        Channel(id=one, mode=modes.get(one, "called"), partner=_name(directory, owner))
        for one, owner in owners.items()
    )
    return sorted(found, key=lambda one: (not one.partner, one.partner.casefold(), one.id))


def companies(
    directory: Directory, open_ones: Iterable[Escalation], renamed: Renamed
) -> list[Company]:
    """The partners of partners.yaml by name; `open_ones` are the escalations in which a manager owes a word."""
    waiting = Counter(one.question.partner.id for one in open_ones if one.question.partner)
    return [
        Company(
            partner=partner,
            manager=directory.manager_of(partner),
            channels=tuple(sorted(renamed.get(one, one) for one in partner.channels)),
            waiting=waiting[partner.id],
        )
        for partner in sorted(directory.partners, key=lambda one: one.name.casefold())
    ]


def written_owner(directory: Directory, subject: Subject, id_: str, renamed: Renamed) -> str:
    """The partner to whom partners.yaml gives a workspace or a channel already, by name, or ""."""
    for partner in directory.partners:
        own = {
            "person": frozenset[str](),
            "workspace": partner.team_ids,
            "channel": frozenset(renamed.get(one, one) for one in partner.channels),
        }[subject]
        if id_ in own:
            return partner.name
    return ""


def channel_of(past: Past) -> str:
    """The channel in Slack that a question was asked in; "" for a direct conversation or another door."""
    place = past.origin.thread.split("/")
    known = past.origin.door == "slack" and len(place) == 3
    return place[1] if known and not place[1].startswith("D") else ""


def _is_strangers(past: Past) -> bool:
    question = past.question
    nobodys = question.partner is None and not question.readers and past.asked_as is None
    return past.origin.door == "slack" and nobodys


def _name(directory: Directory, partner_id: str | None) -> str:
    found = directory.partner(partner_id) if partner_id else None
    return found.name if found else ""
