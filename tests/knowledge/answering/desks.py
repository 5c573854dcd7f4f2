"""A tiny vendor in memory: its documents, its partners, and the bot that answers from them."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tests.fakes import FakeEmbedder, FakeIndex, FakePriceBook, FakeRetriever

from partnerline.knowledge.answering.answerer import Answerer
from partnerline.knowledge.answering.lookups import LookupDesk
from partnerline.knowledge.answering.prices import PriceDesk
from partnerline.knowledge.answering.shelf_catalog import CatalogShelf
from partnerline.knowledge.confidence import Confidence, UnitVectors
from partnerline.knowledge.model import Answer, Document, Passage, Question, Turn
from partnerline.knowledge.partners import Audience, Directory, Partner
from partnerline.knowledge.pricing.offers import DealRule, Promotion
from partnerline.knowledge.pricing.price import Price, PriceList
from partnerline.knowledge.pricing.request import PricingRules

DAY = date(2026, 7, 15)
OVER = DAY - timedelta(days=15)
ACME = Partner(
    id="acme",
    name="Acme Resellers",
    tier="gold",
    region="EMEA",
    currency="EUR",
    discount=Decimal("0.20"),
)
GLOBEX = Partner(
    id="globex",
    name="Globex Automation",
    tier="silver",
    region="EMEA",
    currency="EUR",
    discount=Decimal("0.10"),
)
DIRECTORY = Directory(partners=(ACME, GLOBEX))
EVERY, PUBLIC = Audience(), Audience(public=True)
ONLY_GLOBEX = Audience(partners=frozenset({"globex"}))
NOBODY = Audience(partners=frozenset())
SURE = Confidence(intercept=-4.0, weights={"closeness": 8.0}, threshold=0.5, exact=0.97)


class Vendor:
    """Documents, and the bot over them."""

    def __init__(self) -> None:
        index = FakeIndex()
        self.index, embedder, retriever = index, FakeEmbedder(), FakeRetriever(index)
        book = FakePriceBook(index)
        self.answerer = Answerer(
            retriever=retriever,
            directory=DIRECTORY,
            prices=PriceDesk(
                book=book,
                retriever=retriever,
                catalogs=CatalogShelf(book),
                confidence=SURE,
                rules=PricingRules(deal=DealRule(discount={"gold": Decimal("0.06")})),
            ),
            lookups=LookupDesk(
                embedder=embedder,
                retriever=retriever,
                confidence=SURE,
                units=UnitVectors(embedder),
            ),
        )

    def tells(self, path: str, *texts: str, **fields: Any) -> None:
        """Puts a document of passages in."""
        self._put(self._document(path, **fields), texts, ())

    def sells(self, path: str, *rows: dict[str, Any], **fields: Any) -> None:
        """Puts a price list in; a row is the fields of a price, its amount as text."""
        document = self._document(path, kind="price_list", **fields)
        of = PriceList(
            path=path,
            audience=document.audience,
            net=document.net,
            valid_from=document.valid_from,
            valid_until=document.valid_until,
        )
        prices = []
        for i, row in enumerate(rows):
            amount = row.pop("amount", "100.00")
            given = {"name": "Edge Gateway", "currency": "EUR", "sku": "AX-200", **row}
            prices.append(
                Price(
                    list=of,
                    locator=f"EMEA!C{i + 2}",
                    row_text=f"{given['sku']} {amount}",
                    amount=None if amount is None else Decimal(amount),
                    **given,
                )
            )
        self._put(document, (), prices)

    def offers(self, path: str, *rows: dict[str, Any], **fields: Any) -> None:
        """Puts a promotions table in; a row is the fields of a promotion."""
        document = self._document(path, kind="promotions", **fields)
        promotions = [
            Promotion(
                path=path,
                locator=f"Promotions!A{i + 2}",
                row_text=f"{row['code']} {row['name']}",
                audience=document.audience,
                **row,
            )
            for i, row in enumerate(rows)
        ]
        self._put(document, (), (), promotions)

    def asked(
        self,
        text: str,
        partner: Partner | None = ACME,
        *,
        earlier: Sequence[str] = (),
        as_of: date = DAY,
    ) -> Answer:
        """The answer to a question, the user's earlier turns before it."""
        history = tuple(Turn(role="user", text=turn) for turn in earlier)
        return self.answerer.answer(
            Question(text=text, as_of=as_of, asked_on=DAY, partner=partner, history=history)
        )

    def _document(self, path: str, **fields: Any) -> Document:
        given = {"title": path, "kind": "collateral", "audience": EVERY, "digest": "d", **fields}
        return Document(path=path, **given)

    def _put(
        self,
        document: Document,
        texts: Sequence[str],
        prices: Sequence[Price],
        promotions: Sequence[Promotion] = (),
    ) -> None:
        passages = [
            Passage(
                id=f"{document.path}#{i}",
                document=document.path,
                position=i,
                locator=f"p. {i + 1}",
                headings=(),
                text=text,
            )
            for i, text in enumerate(texts)
        ]
        vectors, words = FakeEmbedder().embed_with_words([p.searchable for p in passages])
        self.index.replace(document, passages, vectors, words, prices, promotions)


def everything_said(answer: Answer) -> str:
    """All words of an answer that anyone may read: the rep, the manager, a script."""
    parts = [answer.text, answer.doubt, *answer.choices, repr(answer.quote), repr(answer.quotes)]
    parts.append(repr(answer.decision))
    for citation in (*answer.citations, *answer.found):
        parts += [citation.source, citation.locator, citation.quote]
    return "\n".join(parts)
