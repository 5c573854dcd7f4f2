"""Who is asking, and who reads along: from what Slack knows of them to a partner, or to a stranger."""

from dataclasses import dataclass

from partnerline.knowledge.partners import EVERYONE, Directory, Partner


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """What Slack knows of a person, or of an app that takes part.

    `teams` are all ids of their workspace and organisation, without the vendor's own. `staff` is a full member of the
    vendor's workspace, `guest` a guest of it; only of these `email` counts, and only if Slack has confirmed it. `gone`
    is a deactivated account or a bot, who asks for nobody. A name never counts.
    """

    id: str = ""
    teams: frozenset[str] = frozenset()
    staff: bool = False
    guest: bool = False
    gone: bool = False
    email: str | None = None
    email_confirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Where they ask, the channel by the id it goes by here.

    `direct` is a conversation with the bot alone, `group` one of a few people that nobody else can join. `known` is
    false where Slack would not tell who reads. `connected` are the other companies' workspaces that share the channel,
    or were invited to; `present` all members but the vendor's staff.
    """

    channel: str
    direct: bool = False
    group: bool = False
    known: bool = True
    connected: frozenset[str] = frozenset()
    present: frozenset[Asker] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """On whose behalf the question is answered; without `partner` and `readers` it is a stranger.

    `company` is the partner they belong to all the same, where others can read what is answered here. `readers` are the
    partners who read along where each of them is known: the answer holds what all of them may see. `staff` are the
    vendor's own people, `alone` where nobody else reads; `vouched` those whose confirmed address is of the managers'
    domain, for a full member of the workspace may still be somebody else's.
    """

    partner: Partner | None = None
    company: Partner | None = None
    readers: tuple[Partner, ...] = ()
    staff: bool = False
    alone: bool = False
    vouched: bool = False


def standing(directory: Directory, asker: Asker, room: Room) -> Standing:
    """The asker's standing: their partner's in private, and in a channel only where that partner alone reads it."""
    if directory.open:
        return Standing(partner=EVERYONE, company=EVERYONE)
    company = _company(directory, asker, room)
    vouched = asker.staff and _has_managers_domain(directory, asker)
    if room.direct:
        own = asker.staff
        return Standing(partner=company, company=company, staff=own, alone=own, vouched=vouched)
    readers = _readers(directory, asker, room)
    if company is not None and readers == (company,) and _is_theirs(directory, company, room):
        return Standing(partner=company, company=company)
    return Standing(
        company=company,
        readers=readers or (),
        staff=asker.staff,
        alone=asker.staff and readers == (),
        vouched=vouched,
    )


def _company(directory: Directory, asker: Asker, room: Room) -> Partner | None:
    """The partner somebody belongs to: by workspace, else by a manager's word, else, for a guest, by their address."""
    if asker.staff or asker.gone:
        return None
    found = [p for p in directory.partners if p.team_ids & asker.teams]
    named = [p for p in found or directory.partners if asker.id and asker.id in p.people]
    if len(found) > 1:
        here = [p for p in found if not room.direct and room.channel in p.channels]
        found = here or named
    if not found:
        found = named or (_by_address(directory, asker) if asker.guest else [])
    return found[0] if len(found) == 1 else None


def _has_managers_domain(directory: Directory, asker: Asker) -> bool:
    """Whether Slack has confirmed an address of theirs where the managers have theirs."""
    domains = {manager.email.casefold().rpartition("@")[2] for manager in directory.managers}
    name, _, domain = (asker.email or "").casefold().rpartition("@")
    return bool(name) and asker.email_confirmed and domain in domains


def _by_address(directory: Directory, asker: Asker) -> list[Partner]:
    name, _, domain = (asker.email or "").casefold().rpartition("@")
    if not name or not asker.email_confirmed:
        return []
    return [p for p in directory.partners if domain in {d.casefold() for d in p.email_domains}]


def _is_theirs(directory: Directory, company: Partner, room: Room) -> bool:
    """Whether the vendor gave the channel to this partner alone; a closed group of theirs needs no word."""
    owners = [p for p in directory.partners if room.channel in p.channels]
    return owners == [company] or (room.group and not owners)


def _readers(directory: Directory, asker: Asker, room: Room) -> tuple[Partner, ...] | None:
    """Every partner that reads the channel, in the directory's order; `None` where anybody unknown may read."""
    if not room.known:
        return None
    people = room.present if asker.staff else room.present | {asker}
    companies = {person: _company(directory, person, room) for person in people}
    found = {p.id for p in directory.partners if room.channel in p.channels}
    for company in companies.values():
        if company is None:
            return None
        found.add(company.id)
    for team in room.connected:
        # A workspace that the file names by its organisation, or the other way round; a manager's word on one person
        # says nothing of the others there.
        owners = _owners(directory, team, room) or {
            company.id
            for person, company in companies.items()
            if company is not None and team in person.teams and company.team_ids & person.teams
        }
        if not owners:
            return None
        found |= owners
    return tuple(p for p in directory.partners if p.id in found)


def _owners(directory: Directory, team: str, room: Room) -> set[str]:
    """The partners of a workspace; of several in one workspace the one whose channel it is, if one is."""
    theirs = [p for p in directory.partners if team in p.team_ids]
    here = [p for p in theirs if room.channel in p.channels]
    return {p.id for p in (here if len(here) == 1 else theirs)}
