"""What can be shown to somebody before they ask: from what they may see on that day, and from nothing else."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, runtime_checkable

from partnerline.knowledge.access import scope_of
from partnerline.knowledge.answering.answerer import Answerer
from partnerline.knowledge.answering.sight import is_for
from partnerline.knowledge.model import Answer, Citation, Kind, Question
from partnerline.knowledge.partners import Partner
from partnerline.knowledge.ports import KnowsDocuments, Scope
from partnerline.knowledge.pricing.offer_scope import applies
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Product

TRIED = 3
"""Products that are priced to find one that has a price: each costs about as much as a question."""
COUNT = 10
READING: tuple[Kind, ...] = ("program", "faq", "collateral", "objections")
"""Kinds of documents that can be asked about by their titles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Running promotions that are for the asker, a product that they have a price for, titles of the programme.

    `programme` is a stranger's whole reading: the titles of everything public.
    """

    promotions: tuple[Promotion, ...] = ()
    product: Product | None = None
    programme: tuple[str, ...] = ()


@runtime_checkable
class Shopfront(Protocol):
    """Shows what an asker may see, and how old a document is."""

    def shown_to(self, partner: Partner | None, day: date) -> Shown:
        """What there is for an asker on a day; for a stranger nothing but what is public."""
        ...

    def days(self, paths: Iterable[str]) -> Mapping[str, date]:
        """How old documents are, by path, where that is known."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryShopfront:
    """The shopfront of what an answerer answers from."""

    answerer: Answerer

    def shown_to(self, partner: Partner | None, day: date) -> Shown:
        """What there is for an asker on a day; a stranger has no price and no promotion."""
        retriever = self.answerer.retriever
        scope = scope_of(retriever.shelves(), partner, day)
        if partner is None:
            public = (self._titles(kind, scope) for kind in READING)
            return Shown(programme=tuple(title for titles in public for title in titles))
        running = self._running(partner, day, scope)
        return Shown(
            promotions=running,
            product=self._product(partner, day, scope, running),
            programme=self._titles("program", scope),
        )

    def days(self, paths: Iterable[str]) -> Mapping[str, date]:
        """How old documents are."""
        retriever = self.answerer.retriever
        return retriever.days(paths) if isinstance(retriever, KnowsDocuments) else {}

    def _titles(self, kind: Kind, scope: Scope) -> tuple[str, ...]:
        retriever = self.answerer.retriever
        return retriever.titles(kind, scope) if isinstance(retriever, KnowsDocuments) else ()

    def _running(self, partner: Partner, day: date, scope: Scope) -> tuple[Promotion, ...]:
        offers = self.answerer.prices.book.promotions(scope)
        return tuple(one for one in offers if one.runs_on(day) and is_for(one, partner))

    def _product(
        self, partner: Partner, day: date, scope: Scope, running: tuple[Promotion, ...]
    ) -> Product | None:
        """One that is priced today, of those on promotion first."""
        products = self.answerer.prices.catalogs.products(scope)
        for product in _likeliest(products, running):
            asked = Question(text=f"price of {COUNT} {product.sku}", as_of=day, partner=partner)
            if self.answerer.prices.answer(asked, scope).outcome == "answered":
                return product
        return None


def dated(answer: Answer, front: Shopfront) -> Answer:
    """The answer with the age of its sources."""
    days = front.days({one.source for one in (*answer.citations, *answer.found)})
    return replace(
        answer, citations=_dated(answer.citations, days), found=_dated(answer.found, days)
    )


def _dated(citations: tuple[Citation, ...], days: Mapping[str, date]) -> tuple[Citation, ...]:
    return tuple(replace(one, day=one.day or days.get(one.source)) for one in citations)


def _likeliest(products: tuple[Product, ...], running: tuple[Promotion, ...]) -> Iterator[Product]:
    named = {word for offer in running for word in offer.applies_to}
    offered = [
        one for one in products if one.sku in named and any(applies(o, one) for o in running)
    ]
    yield from dict.fromkeys([*offered, *products][:TRIED])
