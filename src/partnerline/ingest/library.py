"""A library's own two files: which rule holds for a document, and who the partners are."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from partnerline.ingest.library_schema import (
    DocumentRow,
    LibraryFile,
    ManagerRow,
    PartnerRow,
    PartnersFile,
    PricingRow,
    Rounding,
    parse,
)
from partnerline.ingest.yaml_file import read_yaml
from partnerline.knowledge.duty import ALWAYS
from partnerline.knowledge.errors import LibraryError
from partnerline.knowledge.model import Kind
from partnerline.knowledge.partners import Audience, Directory, Manager, Partner
from partnerline.knowledge.patterns import matches
from partnerline.knowledge.pricing.offers import DealRule

LIBRARY_FILE = "library.yaml"
PARTNERS_FILE = "partners.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What is said of every file whose path matches; a `kind` of `None` is told from the file's contents."""

    match: str
    kind: Kind | None = None
    net: bool = False
    audience: Audience = field(default_factory=Audience)
    valid_from: date | None = None
    valid_until: date | None = None


EVERY_FILE = Rule(match="**")
"""What holds for a file that no rule matches: it is for every enrolled partner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pricing:
    """How prices are rounded and what a registered deal takes off."""

    rounding: Rounding = "unit"
    registered_deal: DealRule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The rules of a library in their order; `vendor` is whose it is, empty where the library doesn't say.

    `links` is where its documents are opened, with {path} for the document's path; empty where they can't be.
    """

    vendor: str = ""
    links: str = ""
    rules: tuple[Rule, ...] = ()
    pricing: Pricing = field(default_factory=Pricing)

    def rule_for(self, path: str) -> Rule:
        """The first rule that matches a path relative to the library; without one, `EVERY_FILE`."""
        return next((rule for rule in self.rules if matches(path, rule.match)), EVERY_FILE)

    def idle_rules(self, paths: Iterable[str]) -> tuple[Rule, ...]:
        """The rules that are no file's: a slip in a pattern would leave its files to everyone."""
        used = {id(self.rule_for(path)) for path in paths}
        return tuple(rule for rule in self.rules if id(rule) not in used)


def load_library(root: Path) -> Library:
    """The rules of `library.yaml` in `root`, or none where there is no such file; raises `LibraryError`."""
    if not (root / LIBRARY_FILE).exists():
        return Library()
    rows = parse(LibraryFile, read_yaml(root / LIBRARY_FILE), LIBRARY_FILE)
    directory = load_directory(root)
    if not directory.open:
        _check_audiences(rows.documents, {partner.id for partner in directory.partners})
    return Library(
        vendor=rows.vendor,
        links=rows.links,
        rules=tuple(_rule(row) for row in rows.documents),
        pricing=_pricing(rows.pricing),
    )


def load_directory(root: Path) -> Directory:
    """Everybody in `partners.yaml` of `root`, an open directory without it; raises `LibraryError`."""
    if not (root / PARTNERS_FILE).exists():
        return Directory(open=True)
    rows = parse(PartnersFile, read_yaml(root / PARTNERS_FILE), PARTNERS_FILE)
    _check_directory(rows)
    return Directory(
        partners=tuple(_partner(row) for row in rows.partners),
        managers=tuple(_manager(row, rows.escalation.holidays) for row in rows.managers),
        duty=rows.escalation.duty(),
    )


def _rule(row: DocumentRow) -> Rule:
    given = row.audience
    audience = (
        Audience(public=row.public)
        if given is None
        else Audience(tiers=given.tiers, regions=given.regions, partners=given.partners)
    )
    return Rule(
        match=row.match,
        kind=row.kind,
        net=row.prices == "net",
        audience=audience,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
    )


def _pricing(row: PricingRow) -> Pricing:
    deal = row.registered_deal
    if deal is None:
        return Pricing(rounding=row.rounding)
    registered = DealRule(discount=dict(deal.discount), price_lists=deal.price_lists)
    return Pricing(rounding=row.rounding, registered_deal=registered)


def _partner(row: PartnerRow) -> Partner:
    return Partner(
        id=row.id,
        name=row.name,
        tier=row.tier,
        region=row.region,
        currency=row.currency,
        discount=row.discount,
        team_ids=row.slack.team_ids,
        channels=row.slack.channels,
        email_domains=row.email_domains,
        manager=row.manager,
    )


def _manager(row: ManagerRow, holidays: frozenset[date]) -> Manager:
    return Manager(
        email=row.email,
        name=row.name or _name_in(row.email),
        slack_user=row.slack_user,
        partners=row.partners,
        topics=row.topics,
        hours=row.hours.hours(holidays) if row.hours else ALWAYS,
        fallback=row.fallback,
    )


def _check_audiences(rows: Sequence[DocumentRow], known: set[str]) -> None:
    for number, row in enumerate(rows):
        named = row.audience.partners if row.audience and row.audience.partners else frozenset()
        for stranger in sorted(named - known):
            raise LibraryError(
                f"{LIBRARY_FILE}: documents[{number}].audience.partners: {PARTNERS_FILE} has no partner "
                f"{stranger!r}. Mend the id or enrol the partner."
            )


def _check_directory(rows: PartnersFile) -> None:
    """Refuses what would leave it open who somebody is, or who answers."""
    _once("partners", "id", [row.id for row in rows.partners])
    _once("partners", "email_domains", [d for row in rows.partners for d in row.email_domains])
    _once("partners", "slack.channels", [c for row in rows.partners for c in row.slack.channels])
    _once("managers", "email", [row.email for row in rows.managers])
    emails, ids = {row.email for row in rows.managers}, {row.id for row in rows.partners}
    for number, partner in enumerate(rows.partners):
        if partner.manager is not None and partner.manager not in emails:
            raise LibraryError(
                f"{PARTNERS_FILE}: partners[{number}].manager: no manager has the e-mail {partner.manager!r}. "
                "Mend it or add the manager."
            )
    _check_tiers(rows)
    for number, manager in enumerate(rows.managers):
        for stranger in sorted(manager.partners - ids):
            raise LibraryError(
                f"{PARTNERS_FILE}: managers[{number}].partners: there is no partner {stranger!r}. "
                "Mend the id or add the partner."
            )


def _check_tiers(rows: PartnersFile) -> None:
    """Refuses a deadline for a tier that no partner has: nobody's question would ever be held to it."""
    known = {row.tier for row in rows.partners}
    for number, deadline in enumerate(rows.escalation.deadlines):
        for stranger in sorted(deadline.tiers - known):
            raise LibraryError(
                f"{PARTNERS_FILE}: escalation.deadlines[{number}].tiers: no partner is {stranger!r}. Mend the tier."
            )


def _once(group: str, key: str, values: Sequence[str]) -> None:
    twice = [value for value, count in Counter(values).items() if count > 1]
    if twice:
        raise LibraryError(
            f"{PARTNERS_FILE}: {group}: the {key} {twice[0]!r} is given twice. Give it to one of them."
        )


def _name_in(email: str) -> str:
    """The name that an address speaks: "dana.lopez@…" is Dana Lopez."""
    return email.partition("@")[0].replace(".", " ").replace("_", " ").title()
