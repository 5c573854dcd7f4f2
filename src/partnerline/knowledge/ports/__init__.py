"""What the core needs from the outside, each with a fake in tests and one test class that all implementations pass."""

from partnerline.knowledge.ports.documents import KnowsDocuments
from partnerline.knowledge.ports.embedding import Embedder, ModelIdentity, Vectors, Words
from partnerline.knowledge.ports.enrolment import Assignment, ChannelMode, Enrolments
from partnerline.knowledge.ports.generation import Generator
from partnerline.knowledge.ports.library import (
    Found,
    Index,
    PriceBook,
    Reranker,
    Retriever,
    Scope,
    Shelf,
)
from partnerline.knowledge.ports.record import DeliveryInDoubt, Record, Verdict

__all__ = [
    "Assignment",
    "ChannelMode",
    "DeliveryInDoubt",
    "Embedder",
    "Enrolments",
    "Found",
    "Generator",
    "Index",
    "KnowsDocuments",
    "ModelIdentity",
    "PriceBook",
    "Record",
    "Reranker",
    "Retriever",
    "Scope",
    "Shelf",
    "Vectors",
    "Verdict",
    "Words",
]
