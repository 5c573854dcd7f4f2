"""Where each passage of an index stands, in memory: what a search by words over all of them looks at each time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, func, select, text

from partnerline.knowledge.adapters.index import rows
from partnerline.knowledge.adapters.index.bm25 import K1, B
from partnerline.knowledge.adapters.index.tables import passages
from partnerline.knowledge.ports import Scope

Places = NDArray[np.int32]
"""`(n,)` int32, ascending: passages, each by its place among all passages by number."""
Mask = NDArray[np.bool_]
"""`(passages,)` bool."""

_LENGTHS = "SELECT group_concat(id), group_concat(substr('00000000' || hex(sz), -8), '') FROM index_words_docsize"
"""FTS5 keeps a passage's number of words as a varint: seven bits in each byte, the highest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Every passage's number, the length BM25 weighs it by, and which of them are on which shelf and of which document.

    `burden` is what stands below the fraction of BM25 beside a term's count: K1 * (1 - B + B * length / mean length).
    """

    numbers: NDArray[np.int64]
    burden: NDArray[np.float64]
    shelves: dict[str, Places]
    documents: dict[str, Places]

    def inside(self, scope: Scope) -> Mask:
        """Which passages stand on the scope's shelves."""
        mask = np.zeros(len(self.numbers), dtype=np.bool_)
        for key in scope.shelves:
            mask[self.shelves.get(rows.digest_of(key), _NONE)] = True
        return mask

    def places(self, numbers: NDArray[np.int64]) -> Places:
        """The places of passages by their numbers."""
        return places_of(numbers, self.numbers)

    def of_documents(self, paths: Iterable[str]) -> list[Places]:
        """The passages of each document."""
        return [self.documents.get(path, _NONE) for path in paths]


_NONE: Places = np.zeros(0, dtype=np.int32)


def read_standing(connection: Connection) -> Standing:
    """The passages as they stand now."""
    ids, sizes = connection.execute(text(_LENGTHS)).one()
    numbers = numbers_in(ids)
    lengths = _varints(sizes or "")
    mean = float(lengths.mean()) if len(lengths) else 1.0
    return Standing(
        numbers=numbers,
        burden=K1 * (1 - B + B * lengths / mean),
        shelves=_grouped(connection, "shelf", numbers),
        documents=_grouped(connection, "document", numbers),
    )


def places_of(numbers: NDArray[np.int64], among: NDArray[np.int64]) -> Places:
    """The places of numbers among others, which hold them all and ascend."""
    return np.searchsorted(among, numbers).astype(np.int32)


def numbers_in(listed: str | None) -> NDArray[np.int64]:
    """The numbers of a list that the database wrote: one string is read much faster than as many rows."""
    if not listed:
        return np.zeros(0, dtype=np.int64)
    return np.fromstring(listed, dtype=np.int64, sep=",")


def _varints(digits: str) -> NDArray[np.float64]:
    """Eight hexadecimal digits each."""
    read = np.frombuffer(bytes.fromhex(digits), dtype=np.uint8).reshape(-1, 4) & 0x7F
    weights: NDArray[np.float64] = np.array([128.0**3, 128.0**2, 128.0, 1.0])
    return read @ weights


def _grouped(connection: Connection, column: str, numbers: NDArray[np.int64]) -> dict[str, Places]:
    """The passages by their shelf or document."""
    key = passages.c[column]
    statement = select(key, func.count(), func.group_concat(passages.c.number)).group_by(key)
    found = connection.execute(statement).all()
    every = places_of(numbers_in(",".join(row[2] for row in found)), numbers)
    return dict(zip((row[0] for row in found), _cut(every, [row[1] for row in found]), strict=True))


def _cut(places: Places, lengths: Sequence[int]) -> list[Places]:
    return np.split(places, np.cumsum(lengths)[:-1]) if lengths else []
