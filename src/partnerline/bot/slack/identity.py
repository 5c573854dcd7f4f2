"""Who is asking, and who reads along: from what Slack knows of them to a partner, or to a stranger."""

from dataclasses import dataclass

from partnerline.knowledge.partners import EVERYONE, Directory, Partner


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """What Slack knows of a person.

    `teams` are all ids of their workspace and organisation. `guest` says that they are a guest of the vendor's own
    workspace; only then `email` counts, and only if Slack has confirmed it. A name never counts.
    """

    teams: frozenset[str] = frozenset()
    guest: bool = False
    email: str | None = None
    email_confirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Where they ask. `direct` is a conversation with the bot alone; `known` is false where Slack would not tell.

    `connected` are the other companies' workspaces that share the channel.
    """

    channel: str
    direct: bool = False
    known: bool = True
    connected: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """On whose behalf the question is answered; `None` is a stranger.

    `company` is the partner they belong to all the same, where others can read what is answered here.
    """

    partner: Partner | None = None
    company: Partner | None = None


def standing(directory: Directory, asker: Asker, room: Room) -> Standing:
    """The asker's standing: their partner's in private, and in a channel only where that partner alone reads it."""
    if directory.open:
        return Standing(partner=EVERYONE, company=EVERYONE)
    company = _company(directory, asker, room)
    if company is None:
        return Standing()
    if room.direct or _alone(directory, asker, room, company):
        return Standing(partner=company, company=company)
    return Standing(company=company)


def _company(directory: Directory, asker: Asker, room: Room) -> Partner | None:
    found = [p for p in directory.partners if p.team_ids & asker.teams]
    if len(found) > 1:
        found = [p for p in found if not room.direct and room.channel in p.channels]
    if not found and asker.guest:
        found = _by_address(directory, asker)
    return found[0] if len(found) == 1 else None


def _by_address(directory: Directory, asker: Asker) -> list[Partner]:
    name, _, domain = (asker.email or "").casefold().rpartition("@")
    if not name or not asker.email_confirmed:
        return []
    return [p for p in directory.partners if domain in {d.casefold() for d in p.email_domains}]


def _alone(directory: Directory, asker: Asker, room: Room, company: Partner) -> bool:
    """Whether the channel is this partner's, no other partner's, and no workspace but theirs shares it."""
    owners = [p for p in directory.partners if room.channel in p.channels]
    outsiders = room.connected - company.team_ids - asker.teams
    return room.known and owners == [company] and not outsiders
