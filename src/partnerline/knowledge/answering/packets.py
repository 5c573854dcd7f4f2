"""A wish that only a person can grant, with what a manager needs to decide: the facts, and what it would come to."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from partnerline.knowledge.answering import wording
from partnerline.knowledge.answering.lines import hindrance, solve
from partnerline.knowledge.answering.price_wording import counted, money
from partnerline.knowledge.answering.replying import citations, escalated
from partnerline.knowledge.answering.sight import Sight
from partnerline.knowledge.decision import Decision, Effect
from partnerline.knowledge.intent.asked import Asked
from partnerline.knowledge.model import Answer, Citation
from partnerline.knowledge.pricing.effect import (
    Base,
    at_unit_price,
    is_listed,
    reached_by,
    with_discount,
)
from partnerline.knowledge.pricing.quote import Quote

_OF: dict[Base, str] = {
    "list": "off the list price, in place of what is taken off now",
    "net": "off the price now",
}


def packet(asked: Asked, sight: Sight) -> Answer:
    """An escalation: nothing is granted, and the manager sees the effect on the price."""
    wish = Decision(wish=_wish(asked, sight))
    plain = replace(asked, discount=None, target=None, comparison=None, budget=None)
    if hindrance(plain) is not None:
        return _handed_over(replace(wish, unknown=("the price today.",)))
    solved = solve(plain, sight)
    if isinstance(solved, Answer):
        unknown = f"the price today. {solved.doubt}".strip()
        return _handed_over(replace(wish, unknown=(unknown,)))
    weighed = _Weighed.of(asked, solved.quotes, sight)
    decision = replace(
        wish,
        what="; ".join(
            dict.fromkeys(counted(line) for quote in solved.quotes for line in quote.lines)
        ),
        facts=tuple(weighed.facts),
        effects=tuple(weighed.effects),
        unknown=tuple(weighed.unknown),
    )
    found = tuple(one for quote in solved.quotes for one in citations(quote))
    return replace(_handed_over(decision), found=found)


def with_rule(wish: Answer, rule: Citation | None) -> Answer:
    """The wish with the rule that bears on it, for the rep to read and for the manager to weigh."""
    decision = wish.decision or Decision(wish=wish.doubt)
    if rule is None:
        return replace(wish, citations=(), decision=decision)
    return replace(
        wish,
        text=wording.with_rule(wish.text, rule),
        citations=(rule,),
        decision=decision,
        found=(*wish.found, rule),
    )


def _handed_over(decision: Decision) -> Answer:
    """The escalation of a decision, all of it in its doubt too, for whoever shows text alone."""
    lines = (
        decision.wish,
        *decision.facts,
        *(
            f"IF APPROVED {effect.way}: {effect.amounts}, {effect.difference}."
            for effect in decision.effects
        ),
        *(f"UNKNOWN: {one}" for one in decision.unknown),
    )
    return replace(escalated(wording.DECISION, "\n".join(lines)), decision=decision)


def _wish(asked: Asked, sight: Sight) -> str:
    if asked.discount is not None:
        wished = f"{(asked.discount * 100).normalize():f} % off"
    elif asked.target is not None:
        wished = f"a price of {asked.target.amount} {asked.target.currency or ''}".strip()
    else:
        wished = "a decision on the price"
    tier = f" ({sight.partner.tier})" if sight.partner.tier else ""
    return f"{sight.partner.name}{tier} asks for {wished}. No document grants it."


@dataclass(slots=True)
class _Weighed:
    """What is known of a wish, quote by quote."""

    facts: list[str] = field(default_factory=list)
    effects: list[Effect] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, asked: Asked, quotes: tuple[Quote, ...], sight: Sight) -> "_Weighed":
        """Weighs a wish against the prices today."""
        weighed = cls()
        for quote in quotes:
            weighed.facts.append(_now(quote))
            if asked.discount is not None:
                weighed.effects.extend(_granted(asked, quote, sight))
            if asked.target is not None:
                weighed._reach(asked, quote, sight)
        return weighed

    def _reach(self, asked: Asked, quote: Quote, sight: Sight) -> None:
        """What a wished unit price means, where it is wished for in the quote's own currency."""
        assert asked.target is not None  # noqa: S101 - the caller has looked
        currency, amount = quote.currency, asked.target.amount
        if asked.target.currency not in {None, currency}:
            self.unknown.append(f"what that is in {currency}; nothing is converted.")
            return
        if len(quote.lines) > 1:
            self.unknown.append("which of the products the price is wished for.")
            return
        reached = reached_by(quote, amount)
        off_list = (
            "" if reached.off_list is None else f"{reached.off_list:f} % off the list price and "
        )
        self.facts.append(f"That unit price is {off_list}{reached.off_net:f} % off the price now.")
        granted = at_unit_price(quote, amount, rules=sight.rules)
        self.effects.append(_effect(f"at {money(amount, currency)} each", quote, granted))


def _now(quote: Quote) -> str:
    """What the price is."""
    line, currency = quote.lines[0], quote.currency
    rules = "; ".join(line.applied) or "nothing taken off"
    listed = f"list {money(line.list_price, currency)}; " if line.listed else ""
    return (
        f"Now: {counted(line)} at {money(line.unit_price, currency)} each, {money(quote.total, currency)} in total "
        f"({listed}{rules})."
    )


def _granted(asked: Asked, quote: Quote, sight: Sight) -> Iterator[Effect]:
    """What the price would be with the discount, for each thing that it may be off."""
    assert asked.discount is not None  # noqa: S101 - the caller has looked
    bases: tuple[Base, ...] = ("list", "net") if is_listed(quote) else ("net",)
    for base in bases:
        granted = with_discount(quote, asked.discount, base=base, rules=sight.rules)
        off = f"{(asked.discount * 100).normalize():f} %"
        yield _effect(f"{off} {_OF[base]}", quote, granted)


def _effect(way: str, quote: Quote, granted: Quote) -> Effect:
    (each, *others), by = granted.lines, quote.total - granted.total
    return Effect(
        way=way,
        unit_price=money(each.unit_price, quote.currency) if not others else "",
        total=money(granted.total, quote.currency),
        difference=f"{money(abs(by), quote.currency)} {'less' if by >= 0 else 'more'}",
        off=by,
    )
