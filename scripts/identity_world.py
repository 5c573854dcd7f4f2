"""Cases of who asks where, each with what everybody there may read, drawn up without asking the bot's own rules."""

import random
from dataclasses import dataclass, field
from typing import Any

from partnerline.knowledge.ports.enrolment import Subject

HOME = "T0VENDOR"
MANAGERS = "C0MANAGERS"
PARTNERS = ("p-alder", "p-birch", "p-cedar", "p-dogwood", "p-elm")
TEAMS = {name: f"T0{name[2:].upper()}" for name in PARTNERS}
GRID = {"p-birch": "E0BIRCH", "p-dogwood": "E0DOGWOOD"}
LISTED = {**TEAMS, "p-birch": GRID["p-birch"]}
"""What partners.yaml names: of one partner on Enterprise Grid the organisation, of the other the workspace."""
ASKED = {
    "doc": "What is the hotline code for the AX-200?",
    "price": "What does one AX-200 cost?",
    "kept": "What is the phrase of the escalation desk?",
    "all": "What is the code of the rebate desk?",
    "public": "What is the code of the press office?",
}
OWN = ("doc", "price", "kept")

Key = tuple[str, str]
"""A secret: whose, and of which kind; "all" and "public" are everybody's."""


@dataclass(slots=True)
class Case:
    """A question with the secrets that its thread may hold, and the one that it rightly should.

    `forged` are fields of the event that claim what isn't so; `before` is done before it, `press` whoever presses
    *Answer me privately* below it, and `private` the secrets that their own conversation may hold then.
    """

    kind: str
    user: str
    channel: str
    asked: str
    allowed: frozenset[Key]
    due: Key | None = None
    text: str = ""
    forged: dict[str, Any] | None = None
    press: str = ""
    private: frozenset[Key] = frozenset()


@dataclass(slots=True)
class World:
    """People, channels and cases, growing; `listed` are the channels that partners.yaml gives to each partner."""

    seed: int = 1
    users: list[dict[str, Any]] = field(default_factory=list)
    channels: list[dict[str, Any]] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    listed: dict[str, list[str]] = field(default_factory=lambda: {p: [] for p in PARTNERS})
    pending: dict[str, list[str]] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    words: list[tuple[Subject, str, str | None]] = field(default_factory=list)
    chance: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)

    def person(self, team: str = HOME, **more: Any) -> str:
        """A person of a workspace, with a name that claims to be somebody else now and then."""
        user = f"{self.chance.choice('UW')}{len(self.users):05}"
        name = self.chance.choice(
            ["Alex", "p-alder", "Alder Trading", "p-elm admin", "Dana Vendor"]
        )
        self.users.append(
            {"id": user, "team_id": team, "real_name": name, "name": user.lower()} | more
        )
        return user

    def rep(self, partner: str, **more: Any) -> str:
        """A rep of a partner; every third one's address Slack doesn't show."""
        mail = f"x@{partner[2:]}.example" if self.chance.random() > 0.3 else None
        return self.person(TEAMS[partner], email=mail, **more)

    def guest(self, email: str | None) -> str:
        """A guest of the vendor's own workspace."""
        return self.person(HOME, email=email, is_restricted=True)

    def channel(
        self, *teams: str, of: str | None = None, people: tuple[str, ...] = (), **more: Any
    ) -> str:
        """A channel that workspaces share; `of` is whose partners.yaml says it is."""
        channel = f"C{len(self.channels):05}"
        name = self.chance.choice(["alder-vendor", "elm-vendor", "general", "partners"])
        row = {"id": channel, "name": f"{name}-{len(self.channels)}", "members": list(people)}
        self.channels.append(row | {"connected_team_ids": tuple(teams)} | more)
        if of:
            self.listed[of].append(channel)
        return channel

    def ask(
        self,
        kind: str,
        user: str,
        channel: str,
        allowed: frozenset[Key],
        *,
        asked: str | None = None,
        **more: Any,
    ) -> Case:
        """A case; what is due follows from what is allowed, for a rep the own, else the common."""
        asked = asked or self.chance.choice(list(ASKED))
        due = next((key for key in allowed if key[1] == asked), None)
        case = Case(kind, user, channel, asked, allowed, due, ASKED[asked])
        for name, value in more.items():
            setattr(case, name, value)
        self.cases.append(case)
        return case


PUBLIC = frozenset({("", "public")})
COMMON = PUBLIC | {("", "all")}


def own(partner: str) -> frozenset[Key]:
    """What a partner alone with the bot may read."""
    return COMMON | {(partner, kind) for kind in OWN}


def alone(partner: str) -> frozenset[Key]:
    """What is said before one partner where nobody's prices are."""
    return own(partner) - {(partner, "price")}


def build(count: int, seed: int = 1) -> World:
    """A world with at least that many cases, of every class in turn."""
    from scripts.identity_classes import CLASSES

    world = World(seed=seed)
    while len(world.cases) < count:
        for make in CLASSES:
            make(world)
    return world
