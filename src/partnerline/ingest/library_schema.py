"""The two YAML files of a library as pydantic sees them: strict, so that a slip is refused and never widens an audience."""

import re
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from typing import Annotated, Any, Literal, Self, TypeVar, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from partnerline.knowledge.errors import LibraryError
from partnerline.knowledge.model import Kind

Rounding = Literal["unit", "line"]


def _text(value: object) -> object:
    """YAML reads NO as false and 12 as a number; a name must be written as one."""
    if isinstance(value, bool | int | float | date):
        raise ValueError(f"{value!r} is not text. Put it in quotes")
    if isinstance(value, str) and not value.strip():
        raise ValueError("it is empty. Write a value or leave the key out")
    return value.strip() if isinstance(value, str) else value


def _name(value: object) -> object:
    """A name that audiences are made of: their keys join names with these marks."""
    text = _text(value)
    if isinstance(text, str) and re.search(r"[,;=|]", text):
        raise ValueError(f"{text!r} holds one of , ; = |. Write it without")
    return text


def _pattern(value: object) -> object:
    text = _text(value)
    if not isinstance(text, str):
        return text
    if "\\" in text or text.startswith(("/", "./")) or ".." in text.split("/"):
        raise ValueError(
            f"{text!r} must be a path inside the library with forward slashes, like price-lists/**"
        )
    if text.endswith("/"):
        raise ValueError(f"{text!r} names a folder. Write {text}** for everything in it")
    return text


def _day(value: object) -> object:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return value
    raise ValueError(f"{str(value)!r} is not a day. Write it like 2026-07-01")


def _discount(value: object) -> object:
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1:
        return Decimal(str(value))
    raise ValueError(
        f"{value!r} is not a discount. Write a fraction of at least 0 and less than 1: 0.20 is 20 percent"
    )


def _currency(value: object) -> object:
    text = _text(value)
    if isinstance(text, str) and not re.fullmatch(r"[A-Z]{3}", text):
        raise ValueError(f"{text!r} is not a currency. Write its three letters, like EUR")
    return text


def _domain(value: object) -> object:
    text = _text(value)
    if isinstance(text, str) and not re.fullmatch(r"@?[^@\s.]+(\.[^@\s.]+)+", text):
        raise ValueError(f"{text!r} is not a domain. Write it like acme.example")
    return text.removeprefix("@").lower() if isinstance(text, str) else text


def _email(value: object) -> object:
    text = _text(value)
    if isinstance(text, str) and not re.fullmatch(r"[^@\s]+@[^@\s]+", text):
        raise ValueError(f"{text!r} is not an e-mail address. Write it like dana@vendor.example")
    return text


def _links(value: object) -> object:
    """An address that leads to any document: without {path} every link would lead to the same page."""
    text = _text(value)
    if not isinstance(text, str):
        return text
    bare = text.replace("{path}", "")
    if text.count("{path}") != 1 or not re.fullmatch(r"https?://[^\s<>(){}\[\]|]+", bare):
        raise ValueError(
            f"{text!r} is not an address of documents. Write it like https://portal.example/library/{{path}}"
        )
    return text


Text = Annotated[str, BeforeValidator(_text)]
Name = Annotated[str, BeforeValidator(_name)]
Pattern = Annotated[str, BeforeValidator(_pattern)]
Day = Annotated[date, BeforeValidator(_day)]
Discount = Annotated[Decimal, BeforeValidator(_discount)]
Currency = Annotated[str, BeforeValidator(_currency)]
Domain = Annotated[str, BeforeValidator(_domain)]
Email = Annotated[str, BeforeValidator(_email)]
Links = Annotated[str, BeforeValidator(_links)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _written_out(cls, data: object) -> object:
        """A key without a value would mean the widest there is: `audience:` left half-written is refused."""
        if not isinstance(data, dict):
            raise ValueError(f"{data!r} is not a set of keys and values. Write key: value")
        for key, value in data.items():
            if value is None:
                raise ValueError(f"{key} has no value. Write one or leave the key out")
        return data


class AudienceRow(_Part):
    """Whom a rule is for; a list that is empty is for nobody."""

    tiers: frozenset[Name] | None = None
    regions: frozenset[Name] | None = None
    partners: frozenset[Name] | None = None


class DocumentRow(_Part):
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


class RegisteredDealRow(_Part):
    """What an approved deal registration takes off, by tier."""

    discount: dict[Name, Discount]
    price_lists: tuple[Pattern, ...] | None = None


class PricingRow(_Part):
    """How prices are rounded and what a registered deal takes off."""

    rounding: Rounding = "unit"
    registered_deal: RegisteredDealRow | None = None


class LibraryFile(_Part):
    """library.yaml. `vendor` is the vendor's name as its quotes bear it: `vendor: Tarnwick Systems`.

    `links` is where partners open a document: `links: "https://portal.example/library/{path}"`.
    """

    vendor: Text = ""
    links: Links = ""
    documents: tuple[DocumentRow, ...] = ()
    pricing: PricingRow = PricingRow()


class SlackRow(_Part):
    """Where in Slack a partner's people are."""

    team_ids: frozenset[Text] = frozenset()
    channels: frozenset[Text] = frozenset()


class PartnerRow(_Part):
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


class ManagerRow(_Part):
    """One manager of partners.yaml."""

    email: Email
    name: Text | None = None
    slack_user: Text | None = None
    partners: frozenset[Name] = frozenset()
    topics: frozenset[Text] = frozenset()


class PartnersFile(_Part):
    """partners.yaml."""

    partners: tuple[PartnerRow, ...] = ()
    managers: tuple[ManagerRow, ...] = ()


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
    keys = set(schema.model_fields)
    for field in schema.model_fields.values():
        for inner in _parts_of(field.annotation):
            keys |= _keys(inner)
    return keys


def _parts_of(annotation: object) -> list[type[_Part]]:
    if isinstance(annotation, type) and issubclass(annotation, _Part):
        return [annotation]
    return [part for argument in get_args(annotation) for part in _parts_of(argument)]
