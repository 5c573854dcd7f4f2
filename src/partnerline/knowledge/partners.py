"""Who asks and who answers: partners, managers, and the audience a document is for."""

from dataclasses import dataclass, field
from decimal import Decimal
from urllib.parse import quote

from partnerline.knowledge.duty import ALWAYS, Duty, WorkingHours


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """A company whose reps may ask. `discount` is a fraction off list: 0.20 is twenty percent.

    An empty `tier`, `region` or `currency` means that nothing is known of it, and matches no rule that asks for one.
    `people` are the ids of persons that managers said are theirs.
    """

    id: str
    name: str
    tier: str = ""
    region: str = ""
    currency: str = ""
    discount: Decimal = Decimal(0)
    team_ids: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()
    email_domains: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    manager: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Manager:
    """A person at the vendor who answers what was handed over.

    One whose `hours` nobody gave is always there. A `fallback` answers what nobody else did.
    """

    email: str
    name: str
    slack_user: str | None = None
    partners: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    hours: WorkingHours = ALWAYS
    fallback: bool = False


IN_SLACK = "slack:"
"""What the key of a person begins with whom only Slack knows; their id there follows."""

EVERYONE = Partner(id="everyone", name="Everyone")
"""The asker where a library has no partners.yaml: enrolled, with no tier, region, currency or discount."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Whom a document is for: all that is given must hold, and nothing given means every enrolled partner.

    An empty set is given and holds for nobody; `public` is for strangers too.
    """

    public: bool = False
    tiers: frozenset[str] | None = None
    regions: frozenset[str] | None = None
    partners: frozenset[str] | None = None

    def admits(self, partner: Partner | None) -> bool:
        """Whether this partner may see the document; `None` is a stranger."""
        if self.public:
            return True
        if partner is None:
            return False
        return (
            (self.tiers is None or partner.tier in self.tiers)
            and (self.regions is None or partner.region in self.regions)
            and (self.partners is None or partner.id in self.partners)
        )

    def within(self, other: "Audience") -> "Audience":
        """Those whom both admit."""
        if other.public:
            return self
        if self.public:
            return other
        return Audience(
            tiers=_shared(self.tiers, other.tiers),
            regions=_shared(self.regions, other.regions),
            partners=_shared(self.partners, other.partners),
        )

    @property
    def key(self) -> str:
        """A stable name for this set of people; equal audiences have equal keys."""
        if self.public:
            return "public"
        parts = [
            f"{name}={','.join(quote(value, safe='') for value in sorted(values))}"
            if values
            else f"{name}:nobody"
            for name, values in (
                ("tiers", self.tiers),
                ("regions", self.regions),
                ("partners", self.partners),
            )
            if values is not None
        ]
        return ";".join(parts) or "partners"


def _shared(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """What both name, where naming nothing is naming everything."""
    if one is None or other is None:
        return other if one is None else one
    return one & other


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """Everybody the vendor knows. `open` where there is no partners.yaml: whoever can ask is enrolled."""

    partners: tuple[Partner, ...] = ()
    managers: tuple[Manager, ...] = ()
    open: bool = False
    duty: Duty = field(default_factory=Duty)
    _by_id: dict[str, Partner] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._by_id.update({partner.id: partner for partner in self.partners})

    def __call__(self) -> "Directory":
        """Itself: what takes a way to the directory of now also takes one that never changes."""
        return self

    def partner(self, partner_id: str | None) -> Partner | None:
        """The partner of this id, or `None`, a stranger, for one that nobody enrolled."""
        if self.open:
            return EVERYONE
        return self._by_id.get(partner_id) if partner_id is not None else None

    def manager_of(self, partner: Partner | None) -> Manager | None:
        """The manager who answers for this partner, by the partner's own entry, else by the manager's."""
        if partner is None:
            return None
        named = next((m for m in self.managers if m.email == partner.manager), None)
        return named or next((m for m in self.managers if partner.id in m.partners), None)

    def manager(self, key: str) -> Manager | None:
        """The manager of this key: an e-mail in whatever case, or "slack:" with a Slack id."""
        if key.startswith(IN_SLACK):
            return self.manager_in_slack(key.removeprefix(IN_SLACK))
        return next((m for m in self.managers if m.email.casefold() == key.casefold()), None)

    def manager_in_slack(self, user: str) -> Manager | None:
        """The manager with this Slack id."""
        return next((m for m in self.managers if user and m.slack_user == user), None)

    def tiers(self) -> frozenset[str]:
        """The names of all tiers in use, as price lists may head their columns with them."""
        return frozenset(partner.tier for partner in self.partners if partner.tier)
