"""Nouns to rows and back."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from sqlalchemy import Row

from partnerline.knowledge.model import Document, Passage
from partnerline.knowledge.partners import Audience
from partnerline.knowledge.ports import Shelf, Words
from partnerline.knowledge.pricing.price import Price, PriceList


def shelf_of(document: Document) -> Shelf:
    """The shelf a document stands on."""
    return Shelf(
        audience=document.audience, valid_from=document.valid_from, valid_until=document.valid_until
    )


def document_row(document: Document) -> dict[str, Any]:
    """A document as its row."""
    audience = document.audience
    return {
        "path": document.path,
        "title": document.title,
        "kind": document.kind,
        "audience_key": audience.key,
        "audience": {
            "public": audience.public,
            **{
                name: None if values is None else sorted(values)
                for name, values in (
                    ("tiers", audience.tiers),
                    ("regions", audience.regions),
                    ("partners", audience.partners),
                )
            },
        },
        "shelf": shelf_of(document).key,
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


def words_row(passage: Passage, words: Words) -> dict[str, Any]:
    """A passage's words as their row: the int8 vectors one after the other."""
    return {"passage": passage.id, "document": passage.document, "vectors": words.tobytes()}


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
    "valid_from",
    "valid_until",
)


def price_row(price: Price, shelf: str) -> dict[str, Any]:
    """A price as its row."""
    return {"document": price.list.path, "shelf": shelf} | {
        name: getattr(price, name) for name in _PRICE_FIELDS
    }


def price_from(row: Row[Any], document: Document) -> Price:
    """A price from its row and the document it stands in."""
    price_list = PriceList(
        path=document.path,
        audience=document.audience,
        net=document.net,
        valid_from=document.valid_from,
        valid_until=document.valid_until,
    )
    return Price(list=price_list, **{name: getattr(row, name) for name in _PRICE_FIELDS})
