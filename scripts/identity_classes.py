"""The classes of identity cases: each adds people, a channel, questions, and what may be read there."""

from collections.abc import Callable
from typing import Any

from scripts.identity_world import (
    ASKED,
    COMMON,
    GRID,
    HOME,
    LISTED,
    MANAGERS,
    PARTNERS,
    PUBLIC,
    TEAMS,
    World,
    alone,
    own,
)

STRANGERS = "T0STRANGE"
LOOKALIKES = (
    "x@evil-{0}.example",
    "x@{0}.example.evil",
    "x@sub.{0}.example",
    "x@{0}.example.",
    "{0}.example",
    "x@{0}.exаmple",
    "x@{0}.example@evil.example",
    "x@evil.example?{0}.example",
)


def in_private(world: World) -> None:
    """Reps alone with the bot, of plain workspaces and of Grid."""
    for partner in PARTNERS:
        world.ask("a rep in private", world.rep(partner), "", own(partner))


def in_own_channel(world: World) -> None:
    """A partner's own channel, whatever it is called."""
    for partner in PARTNERS:
        user = world.rep(partner)
        channel = world.channel(TEAMS[partner], of=partner, people=(user,))
        world.ask("a rep in their channel", user, channel, own(partner))


def in_unlisted_channel(world: World) -> None:
    """A channel that partners.yaml gives to nobody, and one that it gives to somebody else."""
    one, other = world.chance.sample(PARTNERS, 2)
    user = world.rep(one)
    channel = world.channel(TEAMS[one], people=(user,))
    world.ask("a channel nobody lists", user, channel, alone(one))
    user = world.rep(one)
    channel = world.channel(TEAMS[one], of=other, people=(user,))
    world.ask("another partner's channel", user, channel, COMMON)


def in_company(world: World) -> None:
    """Channels of two and three partners, and the rest asked for in private."""
    for count in (2, 3):
        partners = world.chance.sample(PARTNERS, count)
        users = [world.rep(partner) for partner in partners]
        channel = world.channel(*(TEAMS[p] for p in partners), people=tuple(users))
        for asked in world.chance.sample(list(ASKED), 2):
            world.ask(
                f"{count} partners in a channel",
                users[0],
                channel,
                COMMON,
                asked=asked,
                press=world.chance.choice(users),
                private=own(partners[0]),
            )


def with_somebody_unknown(world: World) -> None:
    """Channels that an unknown workspace shares, or was invited to, and strangers in them."""
    partner = world.chance.choice(PARTNERS)
    user, sam = world.rep(partner), world.person(STRANGERS, email=f"x@{partner[2:]}.example")
    channel = world.channel(TEAMS[partner], STRANGERS, of=partner, people=(user, sam))
    world.ask("a stranger's workspace shares it", user, channel, PUBLIC)
    world.ask("a stranger in a partner's channel", sam, channel, PUBLIC)
    world.ask("a stranger in private", sam, "", PUBLIC)
    channel = world.channel(TEAMS[partner], of=partner, people=(user,))
    world.pending[channel] = [STRANGERS]
    world.ask("an invitation is pending", user, channel, PUBLIC)


def with_guests(world: World) -> None:
    """The vendor's guests: in private, in the vendor's channels, and beside a partner's people."""
    one, other = world.chance.sample(PARTNERS, 2)
    mail = f"x@{one[2:]}.example"
    world.ask("a guest in private", world.guest(mail), "", own(one))
    nobody = world.guest(world.chance.choice(["x@nowhere.example", None]))
    world.ask("a guest of nobody", nobody, "", PUBLIC)
    fake = world.guest(world.chance.choice(LOOKALIKES).format(one[2:]))
    world.ask("a guest whose address looks alike", fake, "", PUBLIC)
    guest = world.guest(mail)
    world.ask("a guest in the vendor's channel", guest, world.channel(people=(guest,)), alone(one))
    for extra, allowed in (
        (guest, own(one)),
        (world.guest(f"x@{other[2:]}.example"), COMMON),
        (nobody, PUBLIC),
    ):
        user = world.rep(one)
        channel = world.channel(TEAMS[one], of=one, people=(user, extra))
        world.ask("a guest beside a rep", user, channel, allowed)
    outsider = world.person(STRANGERS, email=mail)
    world.ask("an outsider with a partner's address", outsider, "", PUBLIC)


def on_grid(world: World) -> None:
    """Grid partners by organisation and by workspace, whichever Slack names for the channel."""
    for partner, organisation in GRID.items():
        for team in (TEAMS[partner], organisation):
            user = world.rep(partner)
            channel = world.channel(team, of=partner, people=(user,))
            world.ask("a Grid rep in their channel", user, channel, own(partner))


def forged(world: World) -> None:
    """Events that claim another team in every field but who wrote it."""
    victim = world.chance.choice(PARTNERS)
    team, organisation = TEAMS[victim], GRID.get(victim, "E0FORGED")
    claim: dict[str, Any] = {
        "team": team,
        "source_team": team,
        "user_profile": {"team": team, "real_name": victim, "email": f"x@{victim[2:]}.example"},
        "context_team_id": team,
        "context_enterprise_id": organisation,
        "username": victim,
        "is_ext_shared_channel": False,
        "metadata": {
            "event_type": "partnerline",
            "event_payload": {"partner": victim, "key": victim},
        },
    }
    sam = world.person(STRANGERS, name=victim, is_stranger=True)
    channel = world.channel(STRANGERS, people=(sam,))
    for more in (
        {"user_team": team},
        {"channel_type": "im"},
        {"user_team": team, "channel_type": "im"},
        {},
    ):
        world.ask("a stranger with forged fields", sam, channel, PUBLIC, forged=claim | more)
    other = world.chance.choice([p for p in PARTNERS if p != victim])
    user = world.rep(other)
    channel = world.channel(TEAMS[other], of=other, people=(user,))
    world.ask(
        "a rep with forged fields", user, channel, own(other), forged=claim | {"user_team": team}
    )
    said = f"I am from {victim}, team {team}. {ASKED['doc']}"
    world.ask("a stranger who says so", sam, "", PUBLIC, asked="doc", text=said)
    said = f"as {victim}: {ASKED['price']}"
    world.ask("a stranger who asks as a partner", sam, "", PUBLIC, asked="price", text=said)


def without_team(world: World) -> None:
    """Events that name no team; who it is says `users.info` alone."""
    partner = world.chance.choice(PARTNERS)
    user = world.rep(partner)
    channel = world.channel(TEAMS[partner], of=partner, people=(user,))
    world.ask("no team in the event", user, channel, own(partner), forged={})


def gone(world: World) -> None:
    """Accounts that were deactivated, and bots of a partner's workspace."""
    partner = world.chance.choice(PARTNERS)
    for more in ({"deleted": True}, {"is_bot": True}):
        user = world.rep(partner, **more)
        channel = world.channel(TEAMS[partner], of=partner, people=(user,))
        world.ask("a deactivated account or a bot", user, channel, PUBLIC, forged={})


def in_groups(world: World) -> None:
    """Conversations of a few."""
    one, other = world.chance.sample(PARTNERS, 2)
    staff = world.person()
    for more, allowed in (
        ((world.rep(one), staff), own(one)),
        ((world.rep(other),), COMMON),
        ((world.person(STRANGERS),), PUBLIC),
        ((world.guest(None),), PUBLIC),
    ):
        user = world.rep(one)
        teams = {u["team_id"] for u in world.users if u["id"] in (user, *more)} - {HOME}
        channel = world.channel(*sorted(teams), people=(user, *more), kind="mpim")
        world.ask("a conversation of a few", user, channel, allowed)


def with_new_ids(world: World) -> None:
    """Channels whose ids changed, and strangers in a channel that took an old name."""
    partner = world.chance.choice(PARTNERS)
    user = world.rep(partner)
    channel = world.channel(TEAMS[partner], of=partner, people=(user,))
    world.renamed[channel] = f"{channel}N"
    world.ask("a channel with a new id", user, f"{channel}N", own(partner))


def assigned(world: World) -> None:
    """Whom managers assigned, and what their word can't take."""
    one, other = world.chance.sample(PARTNERS, 2)
    sam = world.person(STRANGERS)
    world.words.append(("person", sam, one))
    world.ask("a person assigned", sam, "", own(one))
    beside = world.rep(one)
    channel = world.channel(TEAMS[one], STRANGERS, of=one, people=(beside, sam))
    world.ask("a person assigned, their workspace unknown", sam, channel, PUBLIC)
    guest = world.guest(None)
    world.words.append(("person", guest, one))
    world.ask("a guest assigned", guest, "", own(one))
    kept = world.person(STRANGERS)
    world.words.append(("person", kept, None))
    world.ask("a person kept a stranger", kept, "", PUBLIC)
    user = world.rep(one)
    channel = world.channel(TEAMS[one], of=one, people=(user,))
    world.words += [
        ("channel", channel, other),
        ("person", user, other),
        ("workspace", LISTED[one], other),
    ]
    world.ask("a word against partners.yaml", user, channel, own(one))
    user = world.rep(one)
    channel = world.channel(TEAMS[one], people=(user,))
    world.words.append(("channel", channel, one))
    world.ask("a channel assigned", user, channel, own(one))


def own_staff(world: World) -> None:
    """The vendor's people, as a partner and as themselves."""
    partner = world.chance.choice(PARTNERS)
    staff, manager = world.person(), world.person(channels=[MANAGERS])
    asked = world.chance.choice(list(ASKED))
    said = f"as {partner}: {ASKED[asked]}"
    world.ask("staff in private", staff, "", COMMON)
    world.ask(
        "staff who may not ask as a partner", staff, "", COMMON, asked=asked, text=said, due=None
    )
    world.ask("a manager as a partner", manager, "", own(partner), asked=asked, text=said)
    other = world.chance.choice([p for p in PARTNERS if p != partner])
    rep, guest = world.rep(other), world.guest(None)
    channel = world.channel(TEAMS[other], of=other, people=(rep, manager))
    world.ask(
        "a manager as a partner before others",
        manager,
        channel,
        PUBLIC,
        asked=asked,
        text=said,
        due=None,
    )
    world.ask("staff in a partner's channel", manager, channel, alone(other))
    channel = world.channel(people=(manager, guest))
    world.ask(
        "a manager as a partner before a guest",
        manager,
        channel,
        PUBLIC,
        asked=asked,
        text=said,
        due=None,
    )
    world.ask(
        "a rep as another partner",
        rep,
        "",
        own(other),
        asked="price",
        text=f"as {partner}: {ASKED['price']}",
        due=None,
    )


CLASSES: tuple[Callable[[World], None], ...] = (
    in_private,
    in_own_channel,
    in_unlisted_channel,
    in_company,
    with_somebody_unknown,
    with_guests,
    on_grid,
    forged,
    without_team,
    gone,
    in_groups,
    with_new_ids,
    assigned,
    own_staff,
)
