"""The quantities of a product laid out in stretches over which its unit price is one."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Self

from partnerline.knowledge.partners import Partner
from partnerline.knowledge.pricing.choice import choose
from partnerline.knowledge.pricing.ladder import price_for
from partnerline.knowledge.pricing.offer_scope import named_by
from partnerline.knowledge.pricing.packs import turns
from partnerline.knowledge.pricing.price import Price, Product
from partnerline.knowledge.pricing.quote import Quote
from partnerline.knowledge.pricing.request import (
    BrokenPack,
    Hindered,
    Priced,
    PriceRequest,
    PricingRules,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Quantities from `first` in steps of `step`, less than `end`, that have one unit price; `quote` is the first's.

    They count what the pricer asks for: pieces where there are packs. `end` is `None` where it goes on without end.
    """

    first: int
    end: int | None
    step: int
    quote: Quote

    @property
    def last(self) -> int | None:
        """The largest quantity of the span."""
        if self.end is None:
            return None
        return self.first + (self.end - 1 - self.first) // self.step * self.step


@dataclass(frozen=True, slots=True, kw_only=True)
class Pricer:
    """One product for one partner on one day, at any quantity; what `request` says of a quantity is left aside."""

    entries: Sequence[Price]
    partner: Partner | None
    request: PriceRequest
    as_of: date
    rules: PricingRules
    others: Sequence[Product]

    @classmethod
    def of(
        cls,
        entries: Sequence[Price],
        partner: Partner | None,
        request: PriceRequest,
        *,
        as_of: date,
        rules: PricingRules,
        others: Sequence[Product],
    ) -> Self:
        """The same, with no more of the others than the promotion's words may name."""
        named = () if request.promotion is None else named_by(request.promotion, others)
        return cls(
            entries=entries,
            partner=partner,
            request=request,
            as_of=as_of,
            rules=rules,
            others=named,
        )

    def at(self, quantity: int) -> Priced:
        """The price of so many; of so many pieces where there are packs."""
        return price_for(
            self.entries,
            self.partner,
            self._request(quantity),
            as_of=self.as_of,
            rules=self.rules,
            others=self.others,
        )

    def spans(self) -> tuple[list[Span], list[Hindered]]:
        """The stretches that have a price, the smallest quantities first; and what stands in the way of the others."""
        spans: list[Span] = []
        hindrances: list[Hindered] = []
        for first, end in self._stretches():
            found = self._span(first, end)
            if isinstance(found, Span):
                spans.append(found)
            elif found is not None:
                hindrances.append(found)
        return spans, hindrances

    def _request(self, quantity: int) -> PriceRequest:
        if any(entry.pack_size > 1 for entry in self.entries):
            return replace(self.request, quantity=quantity, counted_in="piece")
        return replace(self.request, quantity=quantity)

    def _stretches(self) -> Iterator[tuple[int, int | None]]:
        """From each quantity at which anything may change to the next."""
        starts = {1}
        for entry in self.entries:
            if entry.holds_on(self.as_of):
                starts |= turns(entry)
        if self.request.promotion is not None:
            starts.add(self.request.promotion.min_quantity)
        ordered: list[int] = sorted(start for start in starts if start > 0)
        yield from pairwise(ordered)
        yield ordered[-1], None

    def _span(self, first: int, end: int | None) -> Span | Hindered | None:
        outcome = self.at(first)
        if isinstance(outcome, BrokenPack):
            first = outcome.above
            if end is not None and first >= end:
                return None
            outcome = self.at(first)
        if not isinstance(outcome, Quote):
            return outcome
        return Span(first=first, end=end, step=self._step(first), quote=outcome)

    def _step(self, quantity: int) -> int:
        """By how many a quantity may grow: by what is a whole pack of every entry that prices it."""
        request = self._request(quantity)
        picks = choose(self.entries, self.partner, request, self.as_of)
        if request.counted_in != "piece" or not isinstance(picks, tuple):
            return 1
        return math.lcm(*(pick.entry.pack_size for pick in picks))
