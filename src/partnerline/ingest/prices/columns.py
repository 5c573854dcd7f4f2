"""What a column is, told by its heading; a heading that isn't wholly understood is never taken for a price."""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, cast

from partnerline.ingest.prices import words
from partnerline.ingest.prices.bands import Band, band_in
from partnerline.ingest.prices.currencies import currencies_in, narrowed, without_currency
from partnerline.ingest.prices.periods import (
    Period,
    period_in,
    term_in,
    without_period,
    without_term,
)

Role = Literal[
    "sku", "name", "unit", "pack", "basis", "currency", "price", "money", "min", "max", "band", "term", "period", "from_day",
    "until_day", "tier", "status", "remark", "condition", "other",
]  # fmt: skip
"""`price` is a column of prices whose meaning is whole; `money` one of amounts that aren't, or not surely, prices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A column's heading and what it says.

    `rank` orders columns of one role, 0 the surest. For a price: `listed` where it says "list", `net` where it says
    "net", and what the currency may be, `None` where the heading names none. `why` is why a `money` column isn't read.
    """

    role: Role
    text: str
    rank: int = 0
    currencies: frozenset[str] | None = None
    tier: str = ""
    band: Band | None = None
    term: int | None = None
    period: Period | None = None
    unit: str = ""
    listed: bool = False
    net: bool = False
    why: str = ""


_LABELS: dict[str, tuple[Role, int]] = {
    label: (cast("Role", role), 0) for role, labels in words.LABELS.items() for label in labels
}
_LABELS |= {label: ("name", rank) for rank, row in enumerate(words.NAME_LABELS) for label in row}
_LABELS |= {label: ("sku", rank) for rank, row in enumerate(words.SKU_LABELS) for label in row}

_TAX = r"(?:vat|mwst|ust|umsatzsteuer|mehrwertsteuer|tax(?:es)?|tva|iva|gst|sales tax)"
_WITHOUT_TAX = re.compile(
    rf"\b(?:excl(?:uding|usive)?|without|ex|net of|before|zzgl|exkl|ohne|hors|sin|senza|plus)\.?\s+(?:of\s+)?{_TAX}\b\.?"
    rf"|\b{_TAX} (?:excluded|esclusa|no incluido)|\bht\b"
)
_BY_QUANTITY = re.compile(
    r"\b(?:by|per|nach|je|par|por|per)\s+(?:quantity|qty|volume|menge|staffel|quantite|cantidad|quantita)\b"
)
_MARKET = re.compile(r"(?<=commercial )(.*?)\bor\s+market\s+prices?\b")
_UNIT = re.compile(
    r"(?:\b(?:per|pro|je|par|por|al|a)\s+|/\s*)"
    r"(seats?|users?|devices?|pieces?|pcs?|units?|licen[sc]es?|named users?|stuck|stk|nutzer|benutzer|gerat|platz|einheit|"
    r"lizenz|utilisateur|unite|piece|poste|usuario|unidad|utente|unita|pezzo|sensor|node|server|site|item|core)\b"
)


def fold(text: str) -> str:
    """The text in lower case without accents, with plain hyphens and single spaces."""
    plain = unicodedata.normalize("NFKD", re.sub("[‐-―−]", "-", text)).casefold()
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


@lru_cache(maxsize=8192)
def read_heading(text: str, tiers: frozenset[str]) -> Heading:
    """What a heading says; `tiers` are the names that a column of a tier's own prices may bear."""
    label = _label(re.sub(r"\([^)]*\)", " ", text)) or _label(text)
    role, rank = _LABELS.get(label, (None, 0))
    # "Unit (EUR)" is no unit: where a currency stands, money does.
    plain = role in {"sku", "name"} or not currencies_in(text)
    if role is not None and plain and not _is_tier(label, tiers):
        return Heading(role=role, text=text, rank=rank)
    return _money(text, tiers)


def _label(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+|#", fold(without_currency(text))))


def _is_tier(label: str, tiers: frozenset[str]) -> bool:
    return any(fold(tier) == label for tier in tiers)


def _money(text: str, tiers: frozenset[str]) -> Heading:
    """A column that may hold prices, read piece by piece: what is left over must say nothing else."""
    found = Heading(
        role="money",
        text=text,
        currencies=narrowed(currencies_in(text)),
        period=period_in(text),
        term=term_in(text),
    )
    rest = fold(without_currency(without_term(without_period(text))))
    rest = _MARKET.sub(r"\1", _WITHOUT_TAX.sub(" ", rest))
    by_quantity = _BY_QUANTITY.search(rest) is not None
    rest = _BY_QUANTITY.sub(" ", rest)
    unit = _UNIT.search(rest)
    rest = _UNIT.sub(" ", rest)
    tier, rest = _tier_in(rest, tiers)
    band, rest = band_in(rest)
    bare = re.search(r"(?<![\w.,])\d{1,6}(?![\w.,])", rest) if by_quantity and not band else None
    if bare:
        band, rest = Band(first=max(int(bare.group()), 1)), rest.replace(bare.group(), " ", 1)
    left = re.findall(r"[^\W_]+|%", rest)
    found = replace(
        found,
        tier=tier,
        band=band,
        unit=unit.group(1) if unit else "",
        listed=any(word in words.LIST_WORDS for word in left),
        net=any(word in words.NET_WORDS for word in left),
    )
    return _judged(found, left)


def _tier_in(rest: str, tiers: frozenset[str]) -> tuple[str, str]:
    for tier in sorted(tiers, key=len, reverse=True):
        phrase = re.compile(rf"(?<!\w){re.escape(fold(tier))}(?!\w)")
        if phrase.search(rest):
            return tier, phrase.sub(" ", rest, count=1)
    return "", rest


def _judged(found: Heading, left: list[str]) -> Heading:
    """A price where nothing is left over; otherwise money that isn't understood, or no money at all."""
    priced = any(word in words.PRICE_WORDS | words.NET_WORDS for word in left)
    named = priced or bool(found.tier or found.band or found.term or (found.unit and found.period))
    named = named or (not left and found.currencies is not None)
    neutral = words.NEUTRAL_WORDS
    neutral |= words.TIER_WORDS if found.tier else frozenset()
    neutral |= words.BAND_WORDS if found.band else frozenset()
    neutral |= words.TERM_WORDS if found.term or found.period else frozenset()
    strange = [word for word in left if word not in neutral]
    moneyed = (
        priced
        or found.currencies is not None
        or bool(found.period)
        or bool(found.band and strange)
        or any(word in words.MONEY_WORDS or word.endswith(("%", "preis", "price")) for word in left)
    )
    if found.period == "other" or (not strange and named):
        return _sound(found)
    if not moneyed:
        return replace(found, role="other")
    return replace(found, why=_doubt(strange, priced=priced))


def _sound(found: Heading) -> Heading:
    if found.period == "other":
        return replace(found, why="a price here is for once, a month, a year or a whole term")
    if found.currencies is not None and not found.currencies:
        return replace(found, why="the heading names several currencies")
    return replace(found, role="price")


def _doubt(strange: list[str], *, priced: bool) -> str:
    if ("%" in strange and not priced) or set(strange) & {
        "discount",
        "rabatt",
        "remise",
        "sconto",
        "descuento",
    }:
        return "it is a discount or a share, not a price"
    if strange:
        return f"{' '.join(strange)!r} in the heading leaves open whether it is the list price"
    return "the heading leaves open what is paid and for what"
