"""A wish that only a person can grant, with what a manager needs to decide: the facts, and what it would come to."""

import re
from collections.abc import Iterator
from dataclasses import replace

from partnerline.knowledge.answering import wording
from partnerline.knowledge.answering.lines import hindrance, solve
from partnerline.knowledge.answering.price_wording import counted, money
from partnerline.knowledge.answering.replying import citations, escalated
from partnerline.knowledge.answering.sight import Sight
from partnerline.knowledge.intent.asked import Asked
from partnerline.knowledge.model import Answer
from partnerline.knowledge.pricing.effect import Base, is_listed, reached_by, with_discount
from partnerline.knowledge.pricing.quote import Quote
from partnerline.knowledge.words import fold

_DISCOUNTS = re.compile(
    r"\b(?:discounts?|special prices?|price exceptions?|concessions?|margin|rabatte?|remises?|descuentos?|sconti)\b"
)
_OFF = re.compile(
    r"\d\s?(?:%|percent|per cent|points?|prozent)|\b(?:prices?|pricing|cheaper|wiggle room|preise?|prix|precios?|prezz[oi])\b"
)


def speaks_of_discounts(text: str) -> bool:
    """Whether a passage bears on who may take something off a price."""
    return _DISCOUNTS.search(fold(text)) is not None


def wishes_something_off(text: str) -> bool:
    """Whether a wish is for something off a price, rather than for time, goods or terms."""
    return speaks_of_discounts(text) or _OFF.search(fold(text)) is not None


def packet(asked: Asked, sight: Sight) -> Answer:
    """An escalation: nothing is granted, and the manager sees the effect on the price."""
    wish = escalated(wording.DECISION, _wish(asked, sight))
    plain = replace(asked, discount=None, target=None, comparison=None, budget=None)
    if hindrance(plain) is not None:
        return wish
    solved = solve(plain, sight)
    if isinstance(solved, Answer):
        return replace(
            wish, doubt=f"{wish.doubt}\nUNKNOWN: the price today. {solved.doubt}".strip()
        )
    effects = "\n".join(line for quote in solved.quotes for line in _effect(asked, quote, sight))
    return replace(
        wish,
        doubt=f"{wish.doubt}\n{effects}",
        found=tuple(one for quote in solved.quotes for one in citations(quote)),
    )


def _wish(asked: Asked, sight: Sight) -> str:
    if asked.discount is not None:
        wished = f"{(asked.discount * 100).normalize():f} % off"
    elif asked.target is not None:
        wished = f"a price of {asked.target.amount} {asked.target.currency or ''}".strip()
    else:
        wished = "a decision on the price"
    tier = f" ({sight.partner.tier})" if sight.partner.tier else ""
    return f"{sight.partner.name}{tier} asks for {wished}. No document grants it."


def _effect(asked: Asked, quote: Quote, sight: Sight) -> Iterator[str]:
    """What the price is, and what it would be."""
    line, currency = quote.lines[0], quote.currency
    rules = "; ".join(line.applied) or "nothing taken off"
    listed = f"list {money(line.list_price, currency)}; " if line.listed else ""
    yield (
        f"Now: {counted(line)} at {money(line.unit_price, currency)} each, {money(quote.total, currency)} in total "
        f"({listed}{rules})."
    )
    if asked.discount is not None:
        bases: tuple[Base, ...] = ("list", "net") if is_listed(quote) else ("net",)
        for base in bases:
            granted = with_discount(quote, asked.discount, base=base, rules=sight.rules)
            of = (
                "off the list price, in place of what is taken off now"
                if base == "list"
                else "off the price now"
            )
            by = quote.total - granted.total
            yield (
                f"IF APPROVED {of}: {money(granted.lines[0].unit_price, currency)} each, "
                f"{money(granted.total, currency)} in total, {money(abs(by), currency)} {'less' if by >= 0 else 'more'}."
            )
    if asked.target is not None:
        if asked.target.currency not in {None, currency}:
            yield f"UNKNOWN: what that is in {currency}; nothing is converted."
            return
        reached = reached_by(quote, asked.target.amount)
        off_list = (
            "" if reached.off_list is None else f"{reached.off_list:f} % off the list price and "
        )
        yield f"That unit price is {off_list}{reached.off_net:f} % off the price now."
