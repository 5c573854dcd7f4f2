"""What the YAML files of a library are made of: strict values, so that a slip is refused and never widens an audience."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator


def text_of(value: object) -> object:
    """YAML reads NO as false and 12 as a number; a name must be written as one."""
    if isinstance(value, bool | int | float | date):
        raise ValueError(f"{value!r} is not text. Put it in quotes")
    if isinstance(value, str) and not value.strip():
        raise ValueError("it is empty. Write a value or leave the key out")
    return value.strip() if isinstance(value, str) else value


def _name(value: object) -> object:
    """A name that audiences are made of: their keys join names with these marks."""
    text = text_of(value)
    if isinstance(text, str) and re.search(r"[,;=|]", text):
        raise ValueError(f"{text!r} holds one of , ; = |. Write it without")
    return text


def _pattern(value: object) -> object:
    text = text_of(value)
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
    text = text_of(value)
    if isinstance(text, str) and not re.fullmatch(r"[A-Z]{3}", text):
        raise ValueError(f"{text!r} is not a currency. Write its three letters, like EUR")
    return text


def _domain(value: object) -> object:
    text = text_of(value)
    if isinstance(text, str) and not re.fullmatch(r"@?[^@\s.]+(\.[^@\s.]+)+", text):
        raise ValueError(f"{text!r} is not a domain. Write it like acme.example")
    return text.removeprefix("@").lower() if isinstance(text, str) else text


def _email(value: object) -> object:
    text = text_of(value)
    if isinstance(text, str) and not re.fullmatch(r"[^@\s]+@[^@\s]+", text):
        raise ValueError(f"{text!r} is not an e-mail address. Write it like dana@vendor.example")
    return text


def _links(value: object) -> object:
    """An address that leads to any document: without {path} every link would lead to the same page."""
    text = text_of(value)
    if not isinstance(text, str):
        return text
    bare = text.replace("{path}", "")
    if text.count("{path}") != 1 or not re.fullmatch(r"https?://[^\s<>(){}\[\]|]+", bare):
        raise ValueError(
            f"{text!r} is not an address of documents. Write it like https://portal.example/library/{{path}}"
        )
    return text


Text = Annotated[str, BeforeValidator(text_of)]
Name = Annotated[str, BeforeValidator(_name)]
Pattern = Annotated[str, BeforeValidator(_pattern)]
Day = Annotated[date, BeforeValidator(_day)]
Discount = Annotated[Decimal, BeforeValidator(_discount)]
Currency = Annotated[str, BeforeValidator(_currency)]
Domain = Annotated[str, BeforeValidator(_domain)]
Email = Annotated[str, BeforeValidator(_email)]
Links = Annotated[str, BeforeValidator(_links)]


class Part(BaseModel):
    """A set of keys and values that holds nothing unknown and nothing left half-written."""

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
