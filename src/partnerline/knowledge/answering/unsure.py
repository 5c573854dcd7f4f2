"""What is told where nothing found is likely enough to be right: that a person was asked, why, and what came nearest."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from partnerline.knowledge.answering import wording
from partnerline.knowledge.grounding import excerpt
from partnerline.knowledge.model import Answer, Citation, Hit, Question, Reason
from partnerline.knowledge.saying import Contradiction, Said

FOUND = 3
"""Passages shown to the manager of what was found."""
NEAR = 0.2
"""The chance of being right from which what came nearest is worth a rep's reading."""
OF_AMOUNTS = frozenset({"price_list", "promotions"})
"""Kinds of document whose amounts are looked up and never quoted."""


def unsure(
    question: Question,
    text: str,
    hits: Sequence[Hit],
    sure: float,
    *,
    signals: Mapping[str, float],
    links: str = "",
    said: Said | None = None,
) -> Answer:
    """The question handed over. What a rep reads depends on what that rep may see, and on nothing else.

    `said` is how what came nearest would be said; without it the passage is shown as it stands.

    So a question about what is hidden reads like one about what doesn't exist.
    """
    found = found_in(hits)
    nearest = _nearest(text, hits, said) if sure >= NEAR else None
    stranger = question.partner is None and not question.readers
    lead = wording.STRANGER if stranger else wording.UNSURE if nearest else wording.NOTHING_FOUND
    return Answer(
        outcome="escalated",
        text=wording.with_nearest(lead, nearest, links) if nearest else lead,
        confidence=sure,
        reason=_reason(found, stranger=stranger),
        found=found,
        doubt=_doubt(found, sure),
        signals=signals,
    )


def contradicted(told: Contradiction, doubtful: Answer, links: str) -> Answer:
    """Both accounts, newest first, and a person who says which one holds."""
    return replace(
        doubtful,
        text=wording.contradiction(told, links),
        reason=Reason.CONFLICT,
        citations=told.accounts,
        found=told.accounts,
        doubt="Documents that this asker may see contradict each other on it.",
    )


def found_in(hits: Sequence[Hit]) -> tuple[Citation, ...]:
    """What a manager sees of what was found."""
    return tuple(
        Citation(source=hit.passage.document, locator=hit.passage.locator, quote=hit.passage.text)
        for hit in hits[:FOUND]
    )


def _nearest(text: str, hits: Sequence[Hit], said: Said | None) -> Citation | None:
    """The words that came nearest, as they are shown; none out of a list of amounts."""
    first = next(iter(hits), None)
    if first is None or first.document.kind in OF_AMOUNTS:
        return None
    if said is not None and said.verdict is None:
        return replace(said.citations[0], quote=said.text)
    citation = excerpt(first.passage, text).citation()
    return citation if citation.quote.strip() else None


def _reason(found: Sequence[Citation], *, stranger: bool) -> Reason:
    if stranger:
        return Reason.UNKNOWN_PARTNER
    return Reason.LOW_CONFIDENCE if found else Reason.NO_EVIDENCE


def _doubt(found: Sequence[Citation], sure: float) -> str:
    if not found:
        return "Nothing that this asker may see bears on it."
    return f"The nearest passages answer it with a chance of {sure:.0%}, which is too little."
