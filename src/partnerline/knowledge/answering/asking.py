"""One question before the price book: how it reads, and what its asker sees on any day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from partnerline.knowledge.access import scope_for
from partnerline.knowledge.answering.lines import MOST_LINES, product_of
from partnerline.knowledge.answering.shelf_catalog import CatalogShelf
from partnerline.knowledge.answering.sight import Sight
from partnerline.knowledge.intent.asked import Asked, Moment
from partnerline.knowledge.intent.days import Period
from partnerline.knowledge.intent.products import Named
from partnerline.knowledge.intent.requests import read_request
from partnerline.knowledge.model import Question
from partnerline.knowledge.ports import PriceBook, Retriever, Scope
from partnerline.knowledge.pricing.request import PricingRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A question with the lists that it is read and answered from."""

    question: Question
    book: PriceBook
    retriever: Retriever
    catalogs: CatalogShelf
    rules: PricingRules

    @property
    def asked_on(self) -> date:
        """The day the question was asked."""
        return self.question.asked_on or self.question.as_of

    def read(self, scope: Scope) -> Asked:
        """The request as its words say it, of the products and promotions in scope."""
        earlier = [turn.text for turn in self.question.history if turn.role == "user"]
        return read_request(
            self.question.text,
            earlier,
            self.catalogs.catalog(scope),
            promotions=self.book.promotions(scope),
            moment=Moment(asked_on=self.asked_on, as_of=self.question.as_of),
        )

    def scope(self, day: date) -> Scope:
        """What the asker may see on a day."""
        return scope_for(self.question, self.retriever.shelves(), day)

    def sight(self, day: date) -> Sight:
        """What the asker, who is no stranger, sees on a day."""
        assert self.question.partner is not None  # noqa: S101 - strangers were turned away before
        scope = self.scope(day)
        return Sight(
            book=self.book,
            rules=self.rules,
            partner=self.question.partner,
            scope=scope,
            products=self.catalogs.products(scope),
            day=day,
            asked_on=self.asked_on,
        )

    def days_of_change(self, period: Period) -> Iterator[date]:
        """The days after the period's first on which anything that was asked about may change, in order."""
        shelves = self.retriever.shelves()
        days = {day for shelf in shelves for day in _edges(shelf.valid_from, shelf.valid_until)}
        for start in {period.first, *(day for day in days if period.first < day <= period.last)}:
            days |= set(self._changes_in(self.scope(start)))
        yield from sorted(day for day in days if period.first < day <= period.last)

    def _changes_in(self, scope: Scope) -> Iterator[date]:
        for offer in self.book.promotions(scope):
            yield from _edges(offer.first_day, offer.last_day)
        wanted = self.read(scope).wanted[:MOST_LINES]
        for product in (product_of(one) for one in wanted if isinstance(one.mention, Named)):
            for entry in self.book.prices(product.sku, scope):
                yield from _edges(entry.first_day, entry.last_day)


def _edges(first: date | None, last: date | None) -> set[date]:
    """The days on which something that holds from the first to the last day begins and is over."""
    over = last + timedelta(days=1) if last and last < date.max else None
    return {day for day in (first, over) if day}
