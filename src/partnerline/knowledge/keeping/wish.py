"""For whom a manager wants an answer kept, and for whom it may be: never for more people than the manager named."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, assert_never, cast, get_args

from partnerline.knowledge.keeping.amounts import tells_money
from partnerline.knowledge.model import Question
from partnerline.knowledge.partners import Audience, Partner

Reach = Literal["partner", "tier", "region", "everyone"]
"""This partner, all of its tier, all of its region, or every enrolled partner."""

Refused = Literal["no_partner", "no_tier", "no_region", "over", "amounts"]
"""Why nothing is kept: the asker's partner, its tier or its region isn't known; the last day has passed; it names
amounts, which are kept for one partner alone, and that one isn't known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepWish:
    """What a manager chose on sending; `until` is the last day it may be used."""

    reach: Reach
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """For whom an answer is kept; `narrowed` where that is fewer than the manager named, since it names amounts."""

    audience: Audience
    reach: Reach
    narrowed: bool = False


def wish_from(said: Mapping[str, Any]) -> KeepWish | None:
    """The wish as plain data has it: "audience", and "until" as a day or nothing. `None` for what is no wish."""
    reach, until = said.get("audience"), said.get("until")
    if reach not in get_args(Reach):
        return None
    try:
        return KeepWish(
            reach=cast("Reach", reach), until=date.fromisoformat(until) if until else None
        )
    except (TypeError, ValueError):
        return None  # a day that can't be read must not become "for ever"


def allowed(wish: KeepWish, question: Question, text: str, today: date) -> Allowed | Refused:
    """For whom the answer to a question is kept."""
    if wish.until is not None and wish.until < today:
        return "over"
    audience = _audience(wish.reach, question)
    if isinstance(audience, str):
        return audience
    if wish.reach == "partner" or not tells_money(f"{question.text}\n{text}"):
        return Allowed(audience=audience, reach=wish.reach)
    own = _audience("partner", question)
    return (
        "amounts" if isinstance(own, str) else Allowed(audience=own, reach="partner", narrowed=True)
    )


def _audience(reach: Reach, question: Question) -> Audience | Refused:
    askers = _askers(question)
    match reach:
        case "everyone":
            return Audience()
        case "partner":
            partners = _alike([one.id for one in askers], several=True)
            return "no_partner" if partners is None else Audience(partners=partners)
        case "tier":
            tiers = _alike([one.tier for one in askers])
            return "no_tier" if tiers is None else Audience(tiers=tiers)
        case "region":
            regions = _alike([one.region for one in askers])
            return "no_region" if regions is None else Audience(regions=regions)
        case other:
            assert_never(other)


def _askers(question: Question) -> tuple[Partner, ...]:
    """The partner that asked, or all that read along."""
    return (question.partner,) if question.partner else question.readers


def _alike(values: list[str], *, several: bool = False) -> frozenset[str] | None:
    """The values, where all are known and, unless there may be several, all are one; else nobody said which is meant."""
    found = frozenset(values)
    return None if not all(values) or not found or (len(found) > 1 and not several) else found
