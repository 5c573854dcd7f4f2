"""What is known of documents themselves, beside what stands in them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol, runtime_checkable

from partnerline.knowledge.model import Kind
from partnerline.knowledge.ports.library import Scope


@runtime_checkable
class KnowsDocuments(Protocol):
    """Says how old documents are, and what those of an asker are called."""

    def days(self, paths: Iterable[str]) -> Mapping[str, date]:
        """The first day that each document holds, else the day its file was changed; by path, where known."""
        ...

    def titles(self, kind: Kind, scope: Scope) -> tuple[str, ...]:
        """The titles of the documents of a kind that have a passage in scope, by path."""
        ...
