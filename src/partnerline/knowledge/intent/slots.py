"""What a follow-up leaves out, taken from the request it goes on with."""

import re

from partnerline.knowledge.intent.asked import Asked, Comparison, Wanted
from partnerline.knowledge.intent.readings import Reading
from partnerline.knowledge.intent.spending import UNPLACED

_OWN_PRICE = re.compile(
    r"\b(?:our|my|net|partner|dealer|reseller) (?:own )?(?:price|prices|cost|costs|pricing)\b|\bunser\w* preise?\b|\bnet(?:to)?\b"
)
_IN_TOTAL = re.compile(r"\b(?:total|altogether|in sum|over the (?:whole |full )?term|insgesamt)\b")
_CARRIED: frozenset[Comparison] = frozenset({"products", "list", "promotion"})


def completed(turn: Reading, before: Asked, wanted: tuple[Wanted, ...]) -> Asked:
    """The turn's request for these things, and of the one before it what the turn leaves unsaid."""
    later = turn.asked
    money = turn.amount if before.budget or before.target else None
    dated = later.today or bool(later.periods) or later.vague_day is not None
    terms, comparison = _terms(turn, before)
    unknown = _unknown_offer(turn, before)
    return Asked(
        wanted=wanted,
        terms=terms,
        billing=later.billing or before.billing,
        periods=later.periods or (() if dated else before.periods),
        vague_day=later.vague_day or (None if dated else before.vague_day),
        today=later.today or (before.today and not dated),
        list_only=later.list_only or (before.list_only and not _OWN_PRICE.search(turn.folded)),
        currency=(None if money else later.currency)
        or (None if later.currencies else before.currency),
        currencies=later.currencies or (() if later.currency else before.currencies),
        region=later.region or before.region,
        promotions=later.promotions
        or (() if "promotion" in turn.offers.declined or unknown else before.promotions),
        unknown_offer=unknown,
        deal=later.deal
        or (before.deal and not later.open_deal and "deal" not in turn.offers.declined),
        open_deal=later.open_deal
        or (before.open_deal and not later.deal and "deal" not in turn.offers.declined),
        budget=later.budget
        or (None if turn.numbers else before.budget and (money or before.budget)),
        comparison=comparison or (before.comparison if before.comparison in _CARRIED else None),
        discount=later.discount or before.discount,
        target=later.target or (before.target and (money or before.target)),
        by_month=later.by_month or (before.by_month and not _IN_TOTAL.search(turn.folded)),
        beyond=(None if money and later.beyond == UNPLACED else later.beyond) or before.beyond,
    )


def _terms(turn: Reading, before: Asked) -> tuple[tuple[int, ...], Comparison | None]:
    """The terms, both where they are held against each other or where "per year" may mean either."""
    later, comparison = turn.asked.terms, turn.asked.comparison
    if not later or not before.terms or later == before.terms:
        return later or before.terms, comparison
    both = tuple(dict.fromkeys((*before.terms, *later)))
    if turn.signs.two and comparison is None and not turn.numbers:
        return both, "terms"
    return (both, comparison) if turn.per_year else (later, comparison)


def _unknown_offer(turn: Reading, before: Asked) -> str | None:
    """The words for an offer that isn't known; "the promo" is the one that the thread has named, if any."""
    if turn.asked.unknown_offer is not None:
        return turn.asked.unknown_offer
    if turn.asked.promotions or "promotion" in turn.offers.declined:
        return None
    if turn.offers.which and not before.promotions:
        return "the promo"
    return before.unknown_offer
