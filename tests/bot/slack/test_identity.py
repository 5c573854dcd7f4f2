"""Who is asking, as a table of facts."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bot.slack.scripted import ACME, DANA, GLOBEX

from partnerline.bot.slack.identity import Asker, Room, Standing, standing
from partnerline.knowledge.partners import EVERYONE, Directory

GRID = replace(GLOBEX, team_ids=frozenset({"E0GLOBEX"}))
TWIN = replace(ACME, id="twin", channels=frozenset({"C0TWIN"}), email_domains=frozenset())
NAMESAKE = replace(
    GLOBEX, id="namesake", team_ids=frozenset(), email_domains=frozenset({"acme.example"})
)
BOTH = Directory(partners=(ACME, GLOBEX), managers=(DANA,))

RITA = Asker(teams=frozenset({"T0ACME"}), email="rita@acme.example", email_confirmed=True)
GUS = Asker(teams=frozenset({"E0GLOBEX", "T0GLOBEX"}))
GUEST = Asker(guest=True, email="gale@ACME.example", email_confirmed=True)
STAFF = Asker(email="dana@vendor.example", email_confirmed=True)
DIRECT = Room(channel="D0RITA", direct=True)
SHARED = Room(channel="C0ACME", connected=frozenset({"T0ACME"}))
LOUNGE = Room(channel="C0LOUNGE", connected=frozenset({"T0ACME", "T0GLOBEX"}))

acme, globex = Standing(partner=ACME, company=ACME), Standing(partner=GLOBEX, company=GLOBEX)
stranger, in_company = Standing(), Standing(company=ACME)
twice = Directory(partners=(ACME, replace(GLOBEX, channels=frozenset({"C0ACME"}))))
shared_team = Directory(partners=(ACME, TWIN))

TABLE: dict[str, tuple[Directory, Asker, Room, Standing]] = {
    "in a direct message by team": (BOTH, RITA, DIRECT, acme),
    "in their own shared channel": (BOTH, RITA, SHARED, acme),
    "in a channel nobody lists": (BOTH, RITA, replace(SHARED, channel="C0NEW"), in_company),
    "in a channel of several companies": (BOTH, RITA, LOUNGE, in_company),
    "in a channel that two partners list": (twice, RITA, SHARED, in_company),
    "where another partner has joined": (
        BOTH,
        RITA,
        replace(SHARED, connected=frozenset({"T0ACME", "T0GLOBEX"})),
        in_company,
    ),
    "where somebody unknown has joined": (
        BOTH,
        RITA,
        replace(SHARED, connected=frozenset({"T0ACME", "T0OTHER"})),
        in_company,
    ),
    "where slack won't say who reads": (BOTH, RITA, replace(SHARED, known=False), in_company),
    "in another partner's channel": (BOTH, RITA, replace(SHARED, channel="C0GLOBEX"), in_company),
    "from a grid, known by a workspace": (BOTH, GUS, DIRECT, globex),
    "from a grid, known by the organisation": (
        Directory(partners=(ACME, GRID)),
        GUS,
        DIRECT,
        Standing(partner=GRID, company=GRID),
    ),
    "from a grid in its channel": (
        BOTH,
        GUS,
        Room(channel="C0GLOBEX", connected=frozenset({"E0GLOBEX"})),
        globex,
    ),
    "of two partners in one workspace, in one's channel": (
        shared_team,
        RITA,
        SHARED,
        acme,
    ),
    "of two partners in one workspace, in private": (shared_team, RITA, DIRECT, stranger),
    "from an unknown team": (BOTH, Asker(teams=frozenset({"T0OTHER"})), SHARED, stranger),
    "with nothing known of them": (BOTH, Asker(), DIRECT, stranger),
    "an outsider with a partner's address": (
        BOTH,
        replace(RITA, teams=frozenset()),
        DIRECT,
        stranger,
    ),
    "an outsider of another team with a partner's address": (
        BOTH,
        replace(RITA, teams=frozenset({"T0OTHER"})),
        DIRECT,
        stranger,
    ),
    "a guest with a confirmed address": (BOTH, GUEST, DIRECT, acme),
    "a guest with an unconfirmed address": (
        BOTH,
        replace(GUEST, email_confirmed=False),
        DIRECT,
        stranger,
    ),
    "a guest without an address": (BOTH, replace(GUEST, email=None), DIRECT, stranger),
    "a guest of a sub-domain": (
        BOTH,
        replace(GUEST, email="x@evil.acme.example"),
        DIRECT,
        stranger,
    ),
    "a guest whose domain two partners have": (
        Directory(partners=(ACME, NAMESAKE)),
        GUEST,
        DIRECT,
        stranger,
    ),
    "a guest in the vendor's own channel": (BOTH, GUEST, Room(channel="C0GENERAL"), in_company),
    "the vendor's own staff": (BOTH, STAFF, SHARED, stranger),
    "the vendor's own staff in private": (BOTH, STAFF, DIRECT, stranger),
    "anybody where there are no partners": (
        Directory(open=True),
        Asker(),
        LOUNGE,
        Standing(partner=EVERYONE, company=EVERYONE),
    ),
    "anybody where the list of partners is empty": (Directory(), RITA, DIRECT, stranger),
}


@pytest.mark.parametrize(("directory", "asker", "room", "expected"), TABLE.values(), ids=TABLE)
def test_standing(directory: Directory, asker: Asker, room: Room, expected: Standing) -> None:
    assert standing(directory, asker, room) == expected


TEAMS = st.frozensets(st.sampled_from(["T0ACME", "T0GLOBEX", "E0GLOBEX", "T0OTHER"]))


@given(
    teams=TEAMS,
    guest=st.booleans(),
    email=st.sampled_from([None, "a@acme.example", "a@globex.example", "acme.example"]),
    confirmed=st.booleans(),
    channel=st.sampled_from(["C0ACME", "C0GLOBEX", "C0LOUNGE", "D1"]),
    direct=st.booleans(),
    known=st.booleans(),
    connected=TEAMS,
)
def test_nobody_is_ever_taken_for_a_partner_without_its_team_or_a_guests_address(
    teams: frozenset[str],
    email: str | None,
    channel: str,
    connected: frozenset[str],
    **flags: Any,
) -> None:
    asker = Asker(
        teams=teams, guest=flags["guest"], email=email, email_confirmed=flags["confirmed"]
    )
    room = Room(channel=channel, direct=flags["direct"], known=flags["known"], connected=connected)
    found = standing(BOTH, asker, room).partner
    if found is None:
        return
    by_team = bool(found.team_ids & teams)
    by_address = asker.guest and asker.email_confirmed and email == f"a@{found.id}.example"
    assert by_team or by_address
    if not room.direct:
        assert room.known
        assert channel in found.channels
        assert connected <= found.team_ids | teams
