"""Answers in the words of the library's passages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from partnerline.knowledge.answered import is_answered
from partnerline.knowledge.answering import wording
from partnerline.knowledge.answering.replying import clarify, escalated
from partnerline.knowledge.answering.translating import translated
from partnerline.knowledge.answering.unsure import OF_AMOUNTS, contradicted, found_in, unsure
from partnerline.knowledge.answering.with_amounts import tells_amounts
from partnerline.knowledge.answering.worded import Fallen, word
from partnerline.knowledge.confidence import Confidence, UnitVectors, kind_of, signals_of
from partnerline.knowledge.grounding import excerpt, stands_in
from partnerline.knowledge.intent.following import Understood
from partnerline.knowledge.intent.language import Language, language_of, languages_of
from partnerline.knowledge.intent.language_notes import only_quoted_in
from partnerline.knowledge.intent.unclear import ask_back, is_unclear
from partnerline.knowledge.intent.wishes import voices_an_objection, wish_of
from partnerline.knowledge.model import Answer, Citation, Passage, Question, Reason
from partnerline.knowledge.ports import Embedder, Generator, Reranker, Retriever, Scope
from partnerline.knowledge.retrieval import Retrieved, retrieve
from partnerline.knowledge.saying import Contradiction, Said, say, settle
from partnerline.knowledge.words import content_words

TOPICS = 8
"""Hits whose headings are offered where a question is unclear."""
TELLING = 5
"""Hits whose language is taken for the library's."""

Listener = Callable[[str], None]
"""Gets each sentence of a language model's answer once it was found to stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookupDesk:
    """Says what the passage says that answers, or hands over what came nearest.

    `threshold`, where it is given, stands for those that the confidence has for each kind of question. `units` are held
    against the question sentence by sentence. `generator`, where there is one, words the answer from the same passages, in one of `languages` where it was asked
    in it. `links` is an address with {path} in it where documents can be opened.
    """

    embedder: Embedder
    retriever: Retriever
    confidence: Confidence
    units: UnitVectors
    threshold: float | None = None
    generator: Generator | None = None
    languages: frozenset[str] = field(default_factory=frozenset)
    reranker: Reranker | None = None
    links: str = ""

    def answer(
        self,
        question: Question,
        scope: Scope,
        asked: Understood,
        *,
        names: Sequence[str] = (),
        listener: Listener | None = None,
    ) -> Answer:
        """What the library says of the question, where that is likely to be right; else a question back or a person."""
        if asked.clarify is not None:
            return clarify(asked.clarify.text, asked.clarify.choices)
        if is_unclear(asked.text, names) or not content_words(asked.text):
            return self._asked_back(asked.text, scope, names)
        found = self._retrieved(asked.text, scope)
        tongue = _foreign(question.text, found)
        if tongue is not None:
            return self._in_another_tongue(question, asked, scope, found, tongue, listener)
        return self._told(question, asked, scope, found, listener=listener)

    def nearest(self, text: str, scope: Scope, *, listed: bool = True) -> tuple[Citation, ...]:
        """What comes nearest to a question that a person will answer, for that person to see; `listed` with price lists."""
        hits = self._retrieved(text, scope).hits
        return found_in([hit for hit in hits if listed or hit.document.kind not in OF_AMOUNTS])

    def ranked(self, text: str, scope: Scope) -> tuple[Citation, ...]:
        """Every passage found for a question, best first."""
        return tuple(
            Citation(source=h.passage.document, locator=h.passage.locator, quote=h.passage.text)
            for h in self._retrieved(text, scope).hits
        )

    def unsure(self, question: Question, text: str, scope: Scope) -> Answer:
        """The question handed over, with what the asker's own documents hold nearest to it."""
        found = self._retrieved(text, scope)
        found = replace(found, hits=settle(text, found.hits, self._around(scope)).hits)
        told = say(text, found.hits, self._around(scope)) if found.hits else None
        said = told if isinstance(told, Said) else None
        sure, signals = self._sure(text, found, said.text if said else "")
        return unsure(
            question, text, found.hits, sure, signals=signals, links=self.links, said=said
        )

    def _told(
        self,
        question: Question,
        asked: Understood,
        scope: Scope,
        found: Retrieved,
        *,
        language: Language | None = None,
        listener: Listener | None = None,
    ) -> Answer:
        settled = settle(asked.text, found.hits, self._around(scope))
        found = replace(found, hits=settled.hits)
        answer = self._of_settled(question, asked, scope, found, language, listener)
        return replace(answer, outdated=settled.outdated) if settled.outdated else answer

    def _of_settled(
        self,
        question: Question,
        asked: Understood,
        scope: Scope,
        found: Retrieved,
        language: Language | None,
        listener: Listener | None,
    ) -> Answer:
        """The answer from hits that don't disagree, as far as it can be told whose word is the newer."""
        told = say(asked.text, found.hits, self._around(scope)) if found.hits else None
        sure, signals = self._sure(asked.text, found, told.text if isinstance(told, Said) else "")
        doubtful = unsure(
            question,
            asked.text,
            found.hits,
            sure,
            signals=signals,
            links=self.links,
            said=told if isinstance(told, Said) else None,
        )
        if (
            told is None
            or sure < self._least(asked.text)
            or _would_quote_a_price(asked.text, found)
        ):
            return doubtful
        if isinstance(told, Contradiction):
            return contradicted(told, doubtful, self.links)
        if not all(self._stands(one, found, scope) for one in told.citations):
            return doubtful
        quoted = Answer(
            outcome="answered",
            text=_as_asked(told, asked, found, self.links),
            confidence=sure,
            citations=told.citations,
            signals=signals,
        )
        as_it_is = asked.relation in {"shorter", "source"} or told.citations[0].is_answered
        if self.generator is None or as_it_is:
            return quoted if language is None else doubtful
        return self._worded(question, asked, found, quoted, doubtful, language, listener)

    def _worded(
        self,
        question: Question,
        asked: Understood,
        found: Retrieved,
        quoted: Answer,
        doubtful: Answer,
        language: Language | None,
        listener: Listener | None,
    ) -> Answer:
        """The answer in a language model's words; quoted where it gave none, handed over where it couldn't stand by it."""
        assert self.generator is not None  # noqa: S101 - the caller looked
        told = word(
            asked.text, question.history, found.hits, self.generator, language, listener=listener
        )
        signals = {**quoted.signals, **told.signals}
        if not isinstance(told, Fallen):
            return replace(
                quoted,
                text=wording.worded(told.text, told.citations, self.links),
                citations=told.citations,
                signals=signals,
            )
        if told.quotable and language is None:
            return replace(quoted, signals=signals)
        doubt = "The language model could not answer it from the nearest passages."
        return replace(doubtful, doubt=doubt, signals=signals)

    def _in_another_tongue(
        self,
        question: Question,
        asked: Understood,
        scope: Scope,
        found: Retrieved,
        tongue: tuple[Language, Language],
        listener: Listener | None,
    ) -> Answer:
        """The answer worded in the asker's language, where a model can; else a person, and why, in that language."""
        spoken, written = tongue
        passed_on = replace(
            escalated(
                only_quoted_in(spoken, [written]),
                f"It is asked in another language ({spoken}) than the documents are written in ({written}).",
                Reason.OTHER_LANGUAGE,
            ),
            found=found_in(found.hits),
        )
        if self.generator is None or spoken not in self.languages:
            return passed_on
        text = translated(asked.text, self.generator, to=written)
        if text is None:
            return passed_on
        put = replace(asked, text=text)
        again = self._retrieved(text, scope)
        told = self._told(question, put, scope, again, language=spoken, listener=listener)
        # What else is told is told in the library's language, and the rep asked in another.
        return told if told.outcome == "answered" else replace(told, text=passed_on.text)

    def _asked_back(self, text: str, scope: Scope, names: Sequence[str]) -> Answer:
        """One short question back, with what the asker's own documents speak of."""
        hits = self._retrieved(text, scope).hits[:TOPICS] if content_words(text) else ()
        documents = [h for h in hits if h.passage.headings and not is_answered(h.document.path)]
        topics = [wording.heading(h.passage.headings[-1]) for h in documents]
        back = ask_back(text, names, topics)
        return clarify(back.text, back.choices) if back else clarify(wording.SAY_MORE, ())

    def _retrieved(self, text: str, scope: Scope) -> Retrieved:
        found = retrieve(
            text,
            scope,
            embedder=self.embedder,
            retriever=self.retriever,
            prefer="objections" if voices_an_objection(text) else None,
            reranker=self.reranker,
        )
        priced = wish_of(text) == "price"
        return replace(
            found,
            hits=tuple(hit for hit in found.hits if not tells_amounts(hit, priced=priced)),
        )

    def _sure(self, text: str, found: Retrieved, said: str = "") -> tuple[float, dict[str, float]]:
        signals = signals_of(
            text,
            found.hits,
            frequencies=found.frequencies,
            passages=found.passages,
            vectors=self.units,
            voiced=voices_an_objection(text),
            said=said,
        )
        return (self.confidence.of(signals) if found.hits else 0.0), signals

    def _least(self, text: str) -> float:
        """The least confidence to answer with."""
        if self.threshold is not None:
            return self.threshold
        return self.confidence.threshold_for(kind_of(text, voiced=voices_an_objection(text)))

    def _around(self, scope: Scope) -> Callable[[Passage], Sequence[Passage]]:
        return lambda passage: self.retriever.around(passage, scope)

    def _stands(self, citation: Citation, found: Retrieved, scope: Scope) -> bool:
        """Whether a citation's words stand in what the asker may see."""
        here = [hit.passage for hit in found.hits if hit.passage.document == citation.source]
        return any(stands_in(citation, [one, *self.retriever.around(one, scope)]) for one in here)


def _as_asked(told: Said, asked: Understood, found: Retrieved, links: str) -> str:
    """The words in the length that was asked for."""
    match asked.relation:
        case "shorter":
            return wording.said(replace(told, text=told.short or told.lead), links)
        case "source":
            return wording.sources(told.citations, links)
        case "longer":
            whole = excerpt(found.hits[0].passage, asked.text).text
            longer = whole if len(whole) > len(told.text) else told.text
            return wording.said(replace(told, text=longer), links)
        case _:
            return wording.said(told, links)


def _foreign(text: str, found: Retrieved) -> tuple[Language, Language] | None:
    """The language of the question and of the documents found, where they differ."""
    spoken = language_of(text)
    written = languages_of(hit.passage.text for hit in found.hits[:TELLING]).most_common(1)
    if spoken is None or not written or written[0][0] == spoken:
        return None
    return spoken, written[0][0]


def _would_quote_a_price(text: str, found: Retrieved) -> bool:
    """Whether what something costs would be told out of a list's words: amounts are looked up there, never quoted."""
    return found.hits[0].document.kind in OF_AMOUNTS and wish_of(text) == "price"
