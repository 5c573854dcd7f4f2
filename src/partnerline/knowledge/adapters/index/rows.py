"""Nouns to rows and back."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from sqlalchemy import Row

from partnerline.knowledge.model import Document, Passage
from partnerline.knowledge.partners import Audience
from partnerline.knowledge.ports import Shelf, Words
from partnerline.knowledge.pricing.offers import Promotion
from partnerline.knowledge.pricing.price import Price, PriceList
from partnerline.knowledge.retrieval.acronyms import definitions
from partnerline.knowledge.retrieval.spelling import mendable
from partnerline.knowledge.words import words


def shelf_of(document: Document) -> Shelf:
    """The shelf a document stands on."""
    return Shelf(
        audience=document.audience, valid_from=document.valid_from, valid_until=document.valid_until
    )


def shelf_of_price(price: Price, document: Document) -> Shelf:
    """The shelf a price stands on: its list may be for fewer people than its document, and is never for more."""
    audience = price.list.audience.within(document.audience)
    return Shelf(
        audience=audience, valid_from=document.valid_from, valid_until=document.valid_until
    )


def digest_of(shelf_key: str) -> str:
    """What stands for a shelf's key in the tables."""
    return hashlib.sha256(shelf_key.encode()).hexdigest()[:32]


def shelf_row(document: Document, shelf: Shelf) -> dict[str, Any]:
    """A shelf that the document, or a price of it, stands on."""
    return {
        "document": document.path,
        "shelf": digest_of(shelf.key),
        "audience": audience_row(shelf.audience),
        "valid_from": shelf.valid_from,
        "valid_until": shelf.valid_until,
    }


def shelf_from(row: Any) -> Shelf:
    """A shelf from its row."""
    return Shelf(
        audience=audience_from(row.audience),
        valid_from=row.valid_from,
        valid_until=row.valid_until,
    )


def audience_row(audience: Audience) -> dict[str, Any]:
    """An audience as JSON."""
    named = {
        "tiers": audience.tiers,
        "regions": audience.regions,
        "partners": audience.partners,
    }
    return {"public": audience.public} | {
        name: None if values is None else sorted(values) for name, values in named.items()
    }


def document_row(document: Document) -> dict[str, Any]:
    """A document as its row."""
    return {
        "path": document.path,
        "title": document.title,
        "kind": document.kind,
        "audience_key": document.audience.key,
        "audience": audience_row(document.audience),
        "net": document.net,
        "valid_from": document.valid_from,
        "valid_until": document.valid_until,
        "digest": document.digest,
        "stamp": document.stamp,
    }


def audience_from(fields: Mapping[str, Any]) -> Audience:
    """An audience from its JSON."""
    given = {
        name: None if fields[name] is None else frozenset(fields[name])
        for name in ("tiers", "regions", "partners")
    }
    return Audience(public=fields["public"], **given)


def document_from(row: Any) -> Document:
    """A document from its row."""
    return Document(
        path=row.path,
        title=row.title,
        kind=row.kind,
        audience=audience_from(row.audience),
        digest=row.digest,
        stamp=row.stamp,
        net=row.net,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
    )


def passage_row(passage: Passage, shelf: str) -> dict[str, Any]:
    """A passage as its row."""
    return {
        "id": passage.id,
        "document": passage.document,
        "shelf": shelf,
        "position": passage.position,
        "locator": passage.locator,
        "headings": list(passage.headings),
        "text": passage.text,
        "searchable": passage.searchable,
    }


def vocabulary_rows(
    passages: Sequence[Passage], document: Document, shelf: str
) -> list[dict[str, Any]]:
    """The words of a document's passages that a misspelt word may be meant for, each once."""
    found = {word for passage in passages for word in words(passage.searchable) if mendable(word)}
    return [
        {"document": document.path, "shelf": shelf, "beginning": word[0], "word": word}
        for word in sorted(found)
    ]


def acronym_rows(
    passages: Sequence[Passage], document: Document, shelf: str
) -> list[dict[str, Any]]:
    """What a document's passages say their short forms stand for, each once."""
    found = {pair for passage in passages for pair in definitions(passage.searchable)}
    return [
        {"document": document.path, "shelf": shelf, "short": short, "long": long}
        for short, long in sorted(found)
    ]


def words_row(passage: Passage, vectors: Words) -> dict[str, Any]:
    """A passage's words as their row: the int8 vectors one after the other."""
    return {"passage": passage.id, "document": passage.document, "vectors": vectors.tobytes()}


def words_from(row: Any, dimensions: int) -> Words:
    """A passage's words from their row."""
    return np.frombuffer(row.vectors, dtype=np.int8).reshape(-1, dimensions)


def passage_from(row: Row[Any]) -> Passage:
    """A passage from its row."""
    return Passage(
        id=row.id,
        document=row.document,
        position=row.position,
        locator=row.locator,
        headings=tuple(row.headings),
        text=row.text,
    )


_PRICE_FIELDS = (
    "locator",
    "row_text",
    "sku",
    "name",
    "currency",
    "amount",
    "unit",
    "tier",
    "min_quantity",
    "max_quantity",
    "term_months",
    "per",
    "note",
    "pack_size",
    "amount_is_for",
    "region",
    "valid_from",
    "valid_until",
)


def price_row(price: Price, shelf: str) -> dict[str, Any]:
    """A price as its row."""
    return {"document": price.list.path, "shelf": shelf, "net": price.list.net} | {
        name: getattr(price, name) for name in _PRICE_FIELDS
    }


def price_from(row: Row[Any], document: Document, audience: Audience) -> Price:
    """A price from its row, the document it stands in, and whom it is for."""
    price_list = PriceList(
        path=document.path,
        audience=audience,
        net=row.net,
        valid_from=document.valid_from,
        valid_until=document.valid_until,
    )
    return Price(list=price_list, **{name: getattr(row, name) for name in _PRICE_FIELDS})


def product_rows(price_rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What the prices are of, each once on each shelf."""
    named = dict.fromkeys((p["document"], p["shelf"], p["sku"], p["name"]) for p in price_rows)
    return [dict(zip(("document", "shelf", "sku", "name"), one, strict=True)) for one in named]


_PROMOTION_FIELDS = (
    "locator",
    "row_text",
    "code",
    "name",
    "percent",
    "fixed",
    "currency",
    "first_day",
    "last_day",
    "min_quantity",
    "stacks",
)


def promotion_row(promotion: Promotion, shelf: str) -> dict[str, Any]:
    """A promotion as its row."""
    return {name: getattr(promotion, name) for name in _PROMOTION_FIELDS} | {
        "document": promotion.path,
        "shelf": shelf,
        "applies_to": list(promotion.applies_to),
        "regions": sorted(promotion.regions),
        "tiers": sorted(promotion.tiers),
    }


def promotion_from(row: Row[Any], document: Document) -> Promotion:
    """A promotion from its row and the document it stands in."""
    return Promotion(
        path=document.path,
        audience=document.audience,
        applies_to=tuple(row.applies_to),
        regions=frozenset(row.regions),
        tiers=frozenset(row.tiers),
        **{name: getattr(row, name) for name in _PROMOTION_FIELDS},
    )
