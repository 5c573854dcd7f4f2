"""Who is asking, as a table of facts."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bot.slack.scripted import ACME, DANA, GLOBEX

from partnerline.bot.slack.who.identity import Asker, Room, Standing, standing
from partnerline.bot.slack.who.persons import person_of
from partnerline.knowledge.partners import EVERYONE, Directory

GRID = replace(GLOBEX, team_ids=frozenset({"E0GLOBEX"}))
TWIN = replace(ACME, id="twin", channels=frozenset({"C0TWIN"}), email_domains=frozenset())
NAMESAKE = replace(
    GLOBEX, id="namesake", team_ids=frozenset(), email_domains=frozenset({"acme.example"})
)
BOTH = Directory(partners=(ACME, GLOBEX), managers=(DANA,))

RITA = Asker(
    id="U0RITA", teams=frozenset({"T0ACME"}), email="rita@acme.example", email_confirmed=True
)
GUS = Asker(id="W0GUS", teams=frozenset({"E0GLOBEX", "T0GLOBEX"}))
GUEST = Asker(id="U0GUEST", guest=True, email="gale@ACME.example", email_confirmed=True)
SAM = Asker(id="U0SAM", teams=frozenset({"T0OTHER"}))
STAFF = Asker(id="U0DANA", staff=True, email="dana@vendor.example", email_confirmed=True)
DIRECT = Room(channel="D0RITA", direct=True)
SHARED = Room(channel="C0ACME", connected=frozenset({"T0ACME"}))
LOUNGE = Room(channel="C0LOUNGE", connected=frozenset({"T0ACME", "T0GLOBEX"}))
GROUP = Room(channel="G0FEW", group=True)

acme, globex = Standing(partner=ACME, company=ACME), Standing(partner=GLOBEX, company=GLOBEX)
stranger, in_company = Standing(), Standing(company=ACME)
among_both = Standing(company=ACME, readers=(ACME, GLOBEX))
to_acme = Standing(company=ACME, readers=(ACME,))


def assigned(**found: str) -> Directory:
    """Both partners, the second with what a manager said."""
    return Directory(
        partners=(ACME, replace(GLOBEX, **{name: frozenset({v}) for name, v in found.items()}))
    )


sams = assigned(people="U0SAM")
theirs = sams.partners[1]
ritas = assigned(people="U0RITA")
twins = Directory(partners=(ACME, replace(TWIN, people=frozenset({"U0RITA"}))))
twice = Directory(partners=(ACME, replace(GLOBEX, channels=frozenset({"C0ACME"}))))
shared_team = Directory(partners=(ACME, TWIN))

TABLE: dict[str, tuple[Directory, Asker, Room, Standing]] = {
    "in a direct message by team": (BOTH, RITA, DIRECT, acme),
    "in their own shared channel": (BOTH, RITA, SHARED, acme),
    "in a channel nobody lists": (BOTH, RITA, replace(SHARED, channel="C0NEW"), to_acme),
    "in a channel of several companies": (BOTH, RITA, LOUNGE, among_both),
    "in a channel that two partners list": (
        twice,
        RITA,
        SHARED,
        Standing(company=ACME, readers=twice.partners),
    ),
    "where another partner has joined": (
        BOTH,
        RITA,
        replace(SHARED, connected=frozenset({"T0ACME", "T0GLOBEX"})),
        among_both,
    ),
    "where somebody unknown has joined": (
        BOTH,
        RITA,
        replace(SHARED, connected=frozenset({"T0ACME", "T0OTHER"})),
        in_company,
    ),
    "where slack won't say who reads": (BOTH, RITA, replace(SHARED, known=False), in_company),
    "in another partner's channel": (BOTH, RITA, replace(SHARED, channel="C0GLOBEX"), among_both),
    "beside a guest of nobody": (
        BOTH,
        RITA,
        replace(SHARED, present=frozenset({Asker(id="U0G", guest=True)})),
        in_company,
    ),
    "beside a guest of another partner": (
        replace(
            BOTH, partners=(ACME, replace(GLOBEX, email_domains=frozenset({"globex.example"})))
        ),
        RITA,
        replace(
            SHARED,
            present=frozenset(
                {Asker(id="U0G", guest=True, email="g@globex.example", email_confirmed=True)}
            ),
        ),
        Standing(
            company=ACME,
            readers=(ACME, replace(GLOBEX, email_domains=frozenset({"globex.example"}))),
        ),
    ),
    "beside a guest of their own": (
        BOTH,
        RITA,
        replace(SHARED, present=frozenset({RITA, GUEST})),
        acme,
    ),
    "in a small group of their own": (BOTH, RITA, replace(GROUP, present=frozenset({RITA})), acme),
    "in a small group with another partner": (
        BOTH,
        RITA,
        replace(GROUP, present=frozenset({RITA, GUS})),
        among_both,
    ),
    "in a small group with a stranger": (
        BOTH,
        RITA,
        replace(GROUP, present=frozenset({RITA, SAM})),
        in_company,
    ),
    "in a small group whose people are unknown": (
        BOTH,
        RITA,
        replace(GROUP, known=False),
        in_company,
    ),
    "in a channel that is being shared with somebody unknown": (
        BOTH,
        RITA,
        replace(SHARED, connected=frozenset({"T0ACME", "T0PENDING"})),
        in_company,
    ),
    "of a workspace that somebody of another partner was assigned from": (
        sams,
        RITA,
        replace(SHARED, connected=frozenset({"T0ACME", "T0OTHER"}), present=frozenset({RITA, SAM})),
        in_company,
    ),
    "a person that a manager assigned, in private": (
        sams,
        SAM,
        DIRECT,
        Standing(partner=theirs, company=theirs),
    ),
    "a person that a manager assigned, where their workspace is unknown": (
        sams,
        SAM,
        replace(SHARED, channel="C0NEW", connected=frozenset({"T0OTHER"})),
        Standing(company=theirs),
    ),
    "a guest that a manager assigned": (
        sams,
        Asker(id="U0SAM", guest=True),
        DIRECT,
        Standing(partner=theirs, company=theirs),
    ),
    "a person whom the file knows by workspace, assigned elsewhere": (ritas, RITA, DIRECT, acme),
    "of two partners in one workspace, assigned to one": (
        twins,
        RITA,
        DIRECT,
        Standing(partner=twins.partners[1], company=twins.partners[1]),
    ),
    "a deactivated account": (BOTH, replace(RITA, gone=True), DIRECT, stranger),
    "a bot of a partner's workspace": (BOTH, replace(RITA, gone=True), SHARED, stranger),
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
    "from an unknown team": (BOTH, SAM, SHARED, stranger),
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
    "a guest in the vendor's own channel": (BOTH, GUEST, Room(channel="C0GENERAL"), to_acme),
    "the vendor's own staff": (
        BOTH,
        STAFF,
        SHARED,
        Standing(staff=True, vouched=True, readers=(ACME,)),
    ),
    "the vendor's own staff in private": (
        BOTH,
        STAFF,
        DIRECT,
        Standing(staff=True, vouched=True, alone=True),
    ),
    "the vendor's own staff among themselves": (
        BOTH,
        STAFF,
        Room(channel="C0GENERAL"),
        Standing(staff=True, vouched=True, alone=True),
    ),
    "the vendor's own staff beside a guest": (
        BOTH,
        STAFF,
        Room(channel="C0GENERAL", present=frozenset({GUEST})),
        Standing(staff=True, vouched=True, readers=(ACME,)),
    ),
    "the vendor's own staff beside somebody unknown": (
        BOTH,
        STAFF,
        Room(channel="C0GENERAL", present=frozenset({SAM})),
        Standing(staff=True, vouched=True),
    ),
    "the vendor's own staff where Slack won't say who reads": (
        BOTH,
        STAFF,
        Room(channel="C0GENERAL", known=False),
        Standing(staff=True, vouched=True),
    ),
    "a member of the vendor's workspace whose address is elsewhere": (
        BOTH,
        replace(STAFF, email="dana@vendor.example.evil"),
        DIRECT,
        Standing(staff=True, alone=True),
    ),
    "a member of the vendor's workspace whose address nobody confirmed": (
        BOTH,
        replace(STAFF, email_confirmed=False),
        DIRECT,
        Standing(staff=True, alone=True),
    ),
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


@given(
    teams=st.sampled_from([RITA.teams, GUS.teams, SAM.teams, frozenset()]),
    connected=TEAMS,
    present=st.frozensets(st.sampled_from([RITA, GUS, GUEST, SAM, Asker(id="U0G", guest=True)])),
    channel=st.sampled_from(["C0ACME", "C0GLOBEX", "C0LOUNGE"]),
    known=st.booleans(),
)
def test_readers_are_named_only_where_each_of_them_is_known(
    teams: frozenset[str],
    connected: frozenset[str],
    present: frozenset[Asker],
    channel: str,
    *,
    known: bool,
) -> None:
    room = Room(channel=channel, known=known, connected=connected, present=present)
    found = standing(BOTH, Asker(id="U1", teams=teams), room)
    if not found.readers:
        return
    assert known
    assert "T0OTHER" not in connected
    assert not {SAM, Asker(id="U0G", guest=True)} & present
    reads = GUS in present or channel == "C0GLOBEX" or GUS.teams & (connected | teams)
    assert (GLOBEX in found.readers) == bool(reads)
    assert found.partner is None


HOME = "T0VENDOR"
PERSONS: dict[str, tuple[dict[str, Any], str, Asker]] = {
    "full member at home": (
        {
            "id": "U1",
            "team_id": HOME,
            "is_email_confirmed": True,
            "profile": {"email": "a@b.example"},
        },
        "",
        Asker(id="U1", staff=True, email="a@b.example", email_confirmed=True),
    ),
    "guest at home": (
        {"id": "U1", "team_id": HOME, "is_ultra_restricted": True},
        "",
        Asker(id="U1", guest=True),
    ),
    "member elsewhere whom the event says to be of another team": (
        {"id": "U1", "team_id": "T0OTHER"},
        "T0ACME",
        Asker(id="U1", teams=frozenset({"T0OTHER"})),
    ),
    "member elsewhere whom the event says to be at home": (
        {"id": "U1", "team_id": "T0OTHER"},
        HOME,
        Asker(id="U1", teams=frozenset({"T0OTHER"})),
    ),
    "member at home whom the event says to be elsewhere": (
        {"id": "U1", "team_id": HOME},
        "T0ACME",
        Asker(id="U1", staff=True),
    ),
    "organisation that slack does not name": (
        {"id": "U1", "team_id": "T0GLOBEX"},
        "E0GLOBEX",
        Asker(id="U1", teams=frozenset({"T0GLOBEX", "E0GLOBEX"})),
    ),
    "organisation that slack names otherwise": (
        {"id": "U1", "team_id": "T0OTHER", "enterprise_user": {"enterprise_id": "E0OTHER"}},
        "E0GLOBEX",
        Asker(id="U1", teams=frozenset({"T0OTHER", "E0OTHER"})),
    ),
    "nothing but the event": ({"id": "U1"}, "T0ACME", Asker(id="U1", teams=frozenset({"T0ACME"}))),
    "deactivated": (
        {"id": "U1", "team_id": "T0ACME", "deleted": True},
        "T0ACME",
        Asker(id="U1", gone=True),
    ),
    "bot": ({"id": "U1", "team_id": "T0ACME", "is_bot": True}, "", Asker(id="U1", gone=True)),
}


@pytest.mark.parametrize(("user", "said", "expected"), PERSONS.values(), ids=PERSONS)
def test_what_slack_tells_of_a_person_counts_before_the_event(
    user: dict[str, Any], said: str, expected: Asker
) -> None:
    assert person_of(user, HOME, frozenset({said} - {""})) == expected
