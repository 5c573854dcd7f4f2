"""Cuts what a file says into passages, along its structure and never across a place."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from partnerline.ingest.pieces import Piece, pieces_of
from partnerline.ingest.reading import Reading, Section
from partnerline.ingest.subsections import has_labels, merged
from partnerline.knowledge.model import Passage

LIMIT = 900
"""Characters of a passage with its headings: about what a model of 256 tokens reads."""
WHOLE = 1500
"""Characters up to which what belongs together under one heading stays together."""
LEAST = 300
"""Characters that a passage's text may always have, however long its headings."""


def passages_of(document_path: str, reading: Reading) -> tuple[Passage, ...]:
    """A document's passages in its order, each of one place; the same reading gives the same ids."""
    seen: Counter[tuple[str, tuple[str, ...], str]] = Counter()
    passages: list[Passage] = []
    for section, together in merged(reading.sections, WHOLE):
        for pieces in _packed(section, together=together):
            locator = _locator(section, pieces)
            text = _text(pieces)
            key = (locator, section.headings, text)
            passages.append(
                Passage(
                    id=_id(document_path, *key, seen[key]),
                    document=document_path,
                    position=len(passages),
                    locator=locator,
                    headings=section.headings,
                    text=text,
                )
            )
            seen[key] += 1
    return tuple(passages)


def limit_under(headings: Sequence[str], most: int = LIMIT) -> int:
    """How many characters of text a passage may have under these headings."""
    return max(LEAST, most - sum(len(heading) + 1 for heading in headings))


def _packed(section: Section, *, together: bool) -> Iterator[list[Piece]]:
    limit = limit_under(section.headings)
    if together or has_labels(section):
        whole = limit_under(section.headings, WHOLE)
        limit = whole if _length(pieces_of(section.blocks, whole)) <= whole else limit
    pieces = pieces_of(section.blocks, limit)
    passage: list[Piece] = []
    for at, piece in enumerate(pieces):
        if passage and not _fits(passage, pieces, at, limit):
            yield passage
            passage = []
        passage.append(piece)
    if passage:
        yield passage


def _fits(passage: list[Piece], pieces: list[Piece], at: int, limit: int) -> bool:
    """Whether the next piece goes into the passage; the words that lead into a list wait for its items."""
    held = _length(passage)
    if held + pieces[at].length > limit:
        return False
    run = pieces[at : at + 1]
    for follower in pieces[at + 1 :] if pieces[at].kind == "paragraph" else []:
        if follower.kind != "item":
            break
        run.append(follower)
    whole = _length(run)
    if len(run) > 1 and whole <= limit:
        return held + whole <= limit
    return held + _length(run[:2]) <= limit


def _length(pieces: Sequence[Piece]) -> int:
    return sum(piece.length for piece in pieces)


def _text(pieces: Sequence[Piece]) -> str:
    return "".join(piece.glue + piece.text for piece in pieces).strip()


def _locator(section: Section, pieces: Sequence[Piece]) -> str:
    places = {piece.locator for piece in pieces}
    only = places.pop() if len(places) == 1 else None
    return only or section.locator


def _id(path: str, locator: str, headings: tuple[str, ...], text: str, repeat: int) -> str:
    parts = (path, locator, "\x1e".join(headings), text, str(repeat))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]
