"""Which hits are spoken from where a manager's kept answer and another document disagree: the newer word counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from partnerline.knowledge.answered import is_answered
from partnerline.knowledge.model import Document, Hit
from partnerline.knowledge.saying.asked_before import is_of_another
from partnerline.knowledge.saying.contradicting import contradict
from partnerline.knowledge.saying.dated import is_newer
from partnerline.knowledge.saying.entries import entry_of
from partnerline.knowledge.saying.lead import Asked, asked_of, lead_of, scores
from partnerline.knowledge.saying.quotable import place_of
from partnerline.knowledge.saying.section import Neighbours, Section, section_of
from partnerline.knowledge.saying.statement import Statement, statement_of
from partnerline.knowledge.words import content_words

BESIDE = 8
"""Hits among which a document is looked for that says the contrary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The hits without those whose word no longer counts; `outdated` are the kept answers among these, by path."""

    hits: tuple[Hit, ...]
    outdated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """What a document says in answer."""

    document: Document
    statement: Statement


def settle(text: str, hits: Sequence[Hit], neighbours: Neighbours | None = None) -> Settled:
    """The hits without kept answers to other questions, and with each disagreement between one and a document settled
    whose order in time can be told.
    """
    hits = [hit for hit in hits if not is_answered(hit.document.path) or not is_of_another(text, hit)]  # fmt: skip
    first = [hit for hit in _best_of_each(hits[:BESIDE]) if is_answered(hit.document.path)]
    if not first:
        return Settled(hits=tuple(hits))
    asked = asked_of(text, section_of(first[0], hits, neighbours))
    words = [word for hit in _best_of_each(hits[:BESIDE]) for word in _words_of(asked, hit, hits, neighbours)]  # fmt: skip
    kept = [word for word in words if is_answered(word.document.path)]
    lost = {one.document.path for one in kept if any(_beats(asked, other, one) for other in words)}
    older = {
        other.document.path
        for other in words
        for one in kept
        if one.document.path not in lost and _beats(asked, one, other)
    }
    gone = lost | older
    return Settled(
        hits=tuple(hit for hit in hits if hit.document.path not in gone),
        outdated=tuple(sorted(lost)),
    )


def _beats(asked: Asked, one: _Word, other: _Word) -> bool:
    """Whether the one contradicts the other and is the newer word; a manager's, or another on a manager's."""
    documents = (one.document, other.document)
    if one.document.path == other.document.path or not contradict(
        asked, one.statement, other.statement, documents
    ):
        return False
    return _is_later(*documents)


def _is_later(one: Document, other: Document) -> bool:
    if is_answered(other.path):
        return other.valid_from is not None and is_newer(one, other.valid_from) is True
    return one.valid_from is not None and is_newer(other, one.valid_from) is False


def _best_of_each(hits: Sequence[Hit]) -> list[Hit]:
    """Each document's best hit."""
    return list({hit.document.path: hit for hit in reversed(hits)}.values())[::-1]


def _words_of(
    asked: Asked, hit: Hit, hits: Sequence[Hit], neighbours: Neighbours | None
) -> Iterator[_Word]:
    section = _section(hit, hits, neighbours)
    if not section.units:
        return
    if not is_answered(hit.document.path):
        section = entry_of(section, content_words(asked.text), place_of(section, hit))
    told = statement_of(asked, section, lead_of(scores(asked, section)), hit)
    if told is not None:
        yield _Word(document=hit.document, statement=told)


def _section(hit: Hit, hits: Sequence[Hit], neighbours: Neighbours | None) -> Section:
    """A kept answer is read as a whole, and of a document what was found."""
    return (
        section_of(hit, hits, neighbours)
        if is_answered(hit.document.path)
        else section_of(hit, [hit])
    )
