"""The two YAML files of a library as pydantic sees them: strict, so that a slip is refused and never widens an audience."""

from decimal import Decimal
from difflib import get_close_matches
from typing import Any, Literal, Self, TypeVar, get_args

from pydantic import BaseModel, Field, ValidationError, model_validator

from partnerline.ingest.duty_schema import EscalationRow, HoursRow
from partnerline.ingest.schema_parts import (
    Currency,
    Day,
    Discount,
    Domain,
    Email,
    Links,
    Name,
    Part,
    Pattern,
    Text,
)
from partnerline.knowledge.errors import LibraryError
from partnerline.knowledge.model import Kind

Rounding = Literal["unit", "line"]


class AudienceRow(Part):
    """Whom a rule is for; a list that is empty is for nobody."""

    tiers: frozenset[Name] | None = None
    regions: frozenset[Name] | None = None
    partners: frozenset[Name] | None = None


class DocumentRow(Part):
    """One rule of library.yaml."""

    match: Pattern
    kind: Kind | None = None
    prices: Literal["list", "net"] = "list"
    audience: AudienceRow | None = None
    public: bool = Field(default=False, strict=True)
    valid_from: Day | None = None
    valid_until: Day | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.public and self.audience is not None:
            raise ValueError("public and audience contradict each other. Keep one of them")
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValueError("valid_until is before valid_from. Swap or mend them")
        return self


class RegisteredDealRow(Part):
    """What an approved deal registration takes off, by tier."""

    discount: dict[Name, Discount]
    price_lists: tuple[Pattern, ...] | None = None


class PricingRow(Part):
    """How prices are rounded and what a registered deal takes off."""

    rounding: Rounding = "unit"
    registered_deal: RegisteredDealRow | None = None


class LibraryFile(Part):
    """library.yaml. `vendor` is the vendor's name as its quotes bear it: `vendor: Tarnwick Systems`.

    `links` is where partners open a document: `links: "https://portal.example/library/{path}"`.
    """

    vendor: Text = ""
    links: Links = ""
    documents: tuple[DocumentRow, ...] = ()
    pricing: PricingRow = PricingRow()


class SlackRow(Part):
    """Where in Slack a partner's people are."""

    team_ids: frozenset[Text] = frozenset()
    channels: frozenset[Text] = frozenset()


class PartnerRow(Part):
    """One partner of partners.yaml."""

    id: Name
    name: Text
    tier: Name = ""
    region: Name = ""
    currency: Currency = ""
    discount: Discount = Decimal(0)
    slack: SlackRow = SlackRow()
    email_domains: frozenset[Domain] = frozenset()
    manager: Email | None = None


class ManagerRow(Part):
    """One manager of partners.yaml."""

    email: Email
    name: Text | None = None
    slack_user: Text | None = None
    partners: frozenset[Name] = frozenset()
    topics: frozenset[Text] = frozenset()
    hours: HoursRow | None = None
    fallback: bool = Field(default=False, strict=True)


class PartnersFile(Part):
    """partners.yaml."""

    partners: tuple[PartnerRow, ...] = ()
    managers: tuple[ManagerRow, ...] = ()
    escalation: EscalationRow = EscalationRow()


FileT = TypeVar("FileT", bound=BaseModel)


def parse(schema: type[FileT], data: object, name: str) -> FileT:
    """The file's contents, checked; raises `LibraryError` naming each place that is wrong and how to mend it."""
    try:
        return schema.model_validate({} if data is None else data)
    except ValidationError as error:
        wrong = "; ".join(_complaint(e, schema) for e in error.errors())
        raise LibraryError(f"{name}: {wrong}.") from error


def place(steps: tuple[int | str, ...]) -> str:
    """A place in a file as people write it: documents[2].audience.tiers."""
    return "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in steps).lstrip(".")


def _complaint(error: Any, schema: type[BaseModel]) -> str:
    where = place(error["loc"]) or "the file"
    if error["type"] == "extra_forbidden":
        return f"{where}: this key is not known{_meant(str(error['loc'][-1]), schema)}"
    if error["type"] == "literal_error":
        return f"{where}: {error['input']!r} is not one of {error['ctx']['expected']}"
    message = error["msg"].removeprefix("Value error, ")
    return f"{where}: {message}"


def _meant(key: str, schema: type[BaseModel]) -> str:
    near = get_close_matches(key, sorted(_keys(schema)), n=1, cutoff=0.6)
    return f". Did you mean {near[0]}?" if near else ". Take it out"


def _keys(schema: type[BaseModel]) -> set[str]:
    """Every key that may stand anywhere in a file of this schema."""
    keys = {field.alias or name for name, field in schema.model_fields.items()}
    for field in schema.model_fields.values():
        for inner in _parts_of(field.annotation):
            keys |= _keys(inner)
    return keys


def _parts_of(annotation: object) -> list[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return [annotation]
    return [part for argument in get_args(annotation) for part in _parts_of(argument)]
