"""Whether the words that an answer rested on can still be read where they stood."""

from dataclasses import dataclass
from datetime import date

from partnerline.knowledge.access import scope_for
from partnerline.knowledge.model import Citation
from partnerline.knowledge.past import Past
from partnerline.knowledge.ports import Retriever, Scope
from partnerline.knowledge.words import words

LOOKED_FOR = 12
"""The longest words of a quotation, by which its passage is found again."""
LOOKED_THROUGH = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingWords:
    """Looks into the documents that an answer cites, as whoever asked may read them."""

    retriever: Retriever

    def __call__(self, past: Past, today: date) -> bool:
        """Whether everything that the answer cites can be read there today by whoever asked."""
        if past.answer is None:
            return True
        scope = scope_for(past.question, self.retriever.shelves(), today)
        return all(self._stands(citation, scope) for citation in past.answer.citations)

    def _stands(self, citation: Citation, scope: Scope) -> bool:
        quoted = words(citation.quote)
        if not quoted:
            return True
        terms = sorted(set(quoted), key=lambda word: (-len(word), word))[:LOOKED_FOR]
        found = self.retriever.lexical(terms, scope, LOOKED_THROUGH)
        return any(
            hit.document.path == citation.source
            and set(quoted) <= set(words(hit.passage.searchable))
            for hit in found
        )
