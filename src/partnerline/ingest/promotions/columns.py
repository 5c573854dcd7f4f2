"""What a column of a promotions table is, told by its heading."""

import re
from dataclasses import dataclass
from typing import Literal, cast

from partnerline.ingest.prices.currencies import currencies_in, narrowed, without_currency
from partnerline.ingest.prices.folding import fold
from partnerline.ingest.prices.periods import period_in
from partnerline.ingest.promotions import words

Role = Literal[
    "code", "name", "applies", "percent", "fixed", "currency", "first", "last", "span", "min", "regions", "tiers", "stacks",
    "note", "status", "limit", "other",
]  # fmt: skip
"""`span` is a column with both days; `limit` one that may narrow the promotion in a way that can't be computed with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A column's heading and what it says.

    `rank` orders columns of one role, 0 the surest. `currencies` is what the heading's currency may be, `None` without
    one. `in_percent` is whether a bare number below it is one of percent. `spans` is whether it speaks of a span of time.
    """

    role: Role
    text: str
    rank: int = 0
    currencies: frozenset[str] | None = None
    in_percent: bool = False
    spans: bool = False


_LABELS: dict[str, tuple[Role, int]] = {
    label: (cast("Role", role), rank)
    for role, ranked in words.LABELS.items()
    for rank, labels in reversed(list(enumerate(ranked)))
    for label in labels
}
_LONGEST = 80  # a column's name is no sentence


def read_heading(text: str) -> Heading:
    """What a heading says."""
    if not text or len(text) > _LONGEST:
        return Heading(role="other", text=text)
    short = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", text)
    found = _labelled(text, _label(text)) or _percent(text) or _labelled(text, _label(short))
    if found and found.role in {"fixed", "min"} and not _is_harmless(text):
        return Heading(role="limit", text=text)
    limits = words.LIMITS.search(fold(text))
    return found or Heading(role="limit" if limits else "other", text=text)


def _is_harmless(text: str) -> bool:
    """Whether brackets in the heading of a price or of a quantity say nothing but a currency, a tax or a piece."""
    inside = " ".join(re.findall(r"[(\[]([^)\]]*)[)\]]", text))
    return set(re.findall(r"[^\W_]+|%", fold(without_currency(inside)))) <= words.HARMLESS


def _label(text: str) -> str:
    bare = re.sub(r"\b(?:per|/)\s*(?:unit|piece|each|ea)\b", " ", fold(without_currency(text)))
    return " ".join(re.findall(r"[^\W_]+|%", bare))


def _labelled(text: str, label: str) -> Heading | None:
    if label not in _LABELS:
        return None
    role, rank = _LABELS[label]
    marks = narrowed(currencies_in(text))
    if role != "fixed" and marks is not None:
        # Where a currency stands, money does: "Minimum (EUR)" counts no pieces.
        return Heading(role="limit", text=text)
    return Heading(
        role=role,
        text=text,
        rank=rank,
        currencies=marks,
        spans=role == "fixed" and period_in(text) is not None,
    )


def _percent(text: str) -> Heading | None:
    """A column of what is taken off: by percent where it says so, else as its cells say."""
    if currencies_in(text):
        return None
    found = re.findall(r"[^\W_]+|%", fold(text))
    named = set(found) & (words.PERCENT_WORDS | words.DISCOUNT_WORDS)
    known = words.PERCENT_WORDS | words.DISCOUNT_WORDS | words.BESIDE_PERCENT
    if not named or any(word not in known for word in found):
        return None
    in_percent = bool(set(found) & words.PERCENT_WORDS) or _SPELLED.search(fold(text)) is not None
    return Heading(role="percent", text=text, in_percent=in_percent)


_SPELLED = re.compile(r"\b(?:pour cent|por ciento|per cent|per cento)\b")
