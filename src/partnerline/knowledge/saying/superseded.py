"""Whether a document says itself that it no longer holds."""

import re
from collections.abc import Sequence

from partnerline.knowledge.model import Hit, Passage
from partnerline.knowledge.saying.section import Neighbours
from partnerline.knowledge.sentences import sentences

BEGINNING = 2
"""Passages at a document's start in which it says what it is; further down it speaks of other things."""

_OVER = re.compile(
    r"(?:this (?:document|guide|page|version|edition|list|policy|sheet|file|article) (?:is|was|has been) |it (?:is|was|has been) |"
    r"status: |note: )?(?:superseded|replaced|obsolete|outdated|withdrawn|deprecated|archived|no longer (?:valid|in force|current))\b",
    re.IGNORECASE,
)


def notice_of(hit: Hit, hits: Sequence[Hit], neighbours: Neighbours | None) -> tuple[Passage, str]:
    """The passage and the sentence of the hit's document that say that it is over; the sentence is "" where none does."""
    at_hand = {one.passage.id: one.passage for one in hits}
    at_hand.update((one.id, one) for one in (neighbours(hit.passage) if neighbours else ()))
    own = [one for one in at_hand.values() if one.document == hit.passage.document]
    for passage in sorted(own, key=lambda one: one.position):
        if passage.position >= BEGINNING:
            break
        for span in sentences(passage.text):
            sentence = passage.text[span.start : span.end]
            if _OVER.match(sentence.lstrip("*_>-• ")):
                return passage, sentence
    return hit.passage, ""
