"""A question made ready for the search: spelt as the documents spell, its short forms spelt out."""

from collections.abc import Mapping
from dataclasses import dataclass

from partnerline.knowledge.ports import Embedder, Retriever, Scope
from partnerline.knowledge.retrieval.acronyms import expanded, short_forms
from partnerline.knowledge.retrieval.identifiers import identifiers, spellings
from partnerline.knowledge.retrieval.spelling import corrections, names_in, respelt
from partnerline.knowledge.words import content_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The question as it is searched for. `sought` are the words and phrases for the search by words.

    `frequencies` count the passages in scope that hold each of the `terms`, and each word as it was written; `unknown`
    are the terms that none holds.
    """

    text: str
    terms: tuple[str, ...]
    sought: tuple[str, ...]
    identifiers: tuple[str, ...]
    corrected: Mapping[str, str]
    passages: int
    frequencies: Mapping[str, int]

    @property
    def unknown(self) -> tuple[str, ...]:
        """The terms that no passage in scope holds."""
        return tuple(term for term in self.terms if not self.frequencies.get(term, 0))


def made_ready(text: str, scope: Scope, *, embedder: Embedder, retriever: Retriever) -> Asked:
    """The question with its typos mended and its short forms spelt out, all from what is in scope."""
    written = content_words(text)
    passages, frequencies = retriever.frequencies(written, scope)
    unknown = tuple(
        word for word in written if not frequencies.get(word, 0) and not embedder.knows(word)
    )
    names = names_in(text)
    corrected = corrections(
        unknown,
        lambda letter: retriever.vocabulary(letter, scope),
        # A name is mended into another name alone: "Globex" is no misspelt "globe".
        lambda word, right: word not in names or not embedder.knows(right),
    )
    spelt = respelt(text, corrected)
    terms = content_words(spelt)
    if corrected:
        new = [term for term in terms if term not in frequencies]
        frequencies = {**frequencies, **retriever.frequencies(new, scope)[1]}
    meant = expanded(spelt, _meanings(spelt, scope, embedder, retriever))
    asked_for = identifiers(spelt)
    phrases = tuple(phrase for one in asked_for for phrase in spellings(one))
    return Asked(
        text=meant,
        terms=terms,
        sought=tuple(dict.fromkeys((*content_words(meant), *phrases))),
        identifiers=asked_for,
        corrected=corrected,
        passages=passages,
        frequencies=frequencies,
    )


def _meanings(text: str, scope: Scope, embedder: Embedder, retriever: Retriever) -> dict[str, str]:
    """What the short forms of a text stand for, where the documents agree on it."""
    found = retriever.acronyms(short_forms(text, embedder.knows), scope)
    return {short: longs[0] for short, longs in found.items() if longs}
