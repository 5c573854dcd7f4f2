"""Managers' answers that are used again: for whom, how long, and as what document they are found."""

from partnerline.knowledge.keeping.amounts import tells_money
from partnerline.knowledge.keeping.document import document_of, headings_of, in_full, title_of
from partnerline.knowledge.keeping.wish import Allowed, KeepWish, Reach, Refused, allowed, wish_from

__all__ = [
    "Allowed",
    "KeepWish",
    "Reach",
    "Refused",
    "allowed",
    "document_of",
    "headings_of",
    "in_full",
    "tells_money",
    "title_of",
    "wish_from",
]
