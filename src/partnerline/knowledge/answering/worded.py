"""An answer that a language model words from the passages found; each of its sentences is checked before anyone sees it."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Literal

from partnerline.knowledge.answered import is_answered
from partnerline.knowledge.errors import Failure, GeneratorFailed
from partnerline.knowledge.expected import expected_of, holds
from partnerline.knowledge.grounding import excerpt
from partnerline.knowledge.grounding.clauses import Unit, relied_on, whole_units_of
from partnerline.knowledge.grounding.judging import Flaw, Judge
from partnerline.knowledge.grounding.languages import language_of
from partnerline.knowledge.grounding.orders import holds_orders
from partnerline.knowledge.model import Citation, Evidence, Hit, Sentence, Turn, WordingTask
from partnerline.knowledge.ports import Generator
from partnerline.knowledge.words import fold

EVIDENCE = 6
"""Passages that a model is given."""
EARLIER = 3
"""Earlier turns of the asker that it is given. The bot's own may hold a partner's prices."""
LEAST = 0.5
"""The share of its sentences that have to stand."""
_OF_AMOUNTS = frozenset({"price_list", "promotions"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A sentence that didn't stand, for the record and never for the rep."""

    sentence: Sentence
    flaw: Flaw


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """An answer all of whose sentences stand; the first citation is what the first sentence rests on."""

    text: str
    citations: tuple[Citation, ...]
    kept: float
    dropped: tuple[Dropped, ...] = ()

    @property
    def signals(self) -> Mapping[str, float]:
        """What the confidence may rest on."""
        return {"worded": 1.0, "kept": self.kept}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallen:
    """No answer from a model: it had no passage to word or `failed`, it found the passages `unanswerable`, or it made things up.

    Where it is `quotable`, the passages' own words may do instead; otherwise there is reason to doubt that they answer.
    """

    reason: Literal["failed", "no_evidence", "unanswerable", "ungrounded"]
    failure: Failure | None = None
    kept: float = 0.0
    dropped: tuple[Dropped, ...] = ()

    @property
    def quotable(self) -> bool:
        """Whether this tells nothing against the passages."""
        return self.reason in {"failed", "no_evidence"}

    @property
    def signals(self) -> Mapping[str, float]:
        """What the confidence may rest on."""
        return {"worded": 0.0, "kept": self.kept}


def word(
    question_text: str,
    thread: Sequence[Turn],
    hits: Sequence[Hit],
    generator: Generator,
    language: str | None = None,
    listener: Callable[[str], None] | None = None,
) -> Worded | Fallen:
    """The answer in `language` (ISO 639-1; the passages' own without it), or why there is none.

    `listener` gets each sentence once it has been found to stand; what is returned takes the place of all it got.
    """
    given = {f"E{i}": hit for i, hit in enumerate(_fit(hits), 1)}
    if not given:
        return Fallen(reason="no_evidence")
    evidence = tuple(_evidence(key, hit) for key, hit in given.items())
    told = "\n".join(one.text for one in evidence)
    task = WordingTask(
        question=question_text,
        evidence=evidence,
        thread=tuple(turn.text for turn in thread if turn.role == "user")[-EARLIER:],
        language=language or language_of(told) or "en",
    )
    judge = Judge(evidence, language=task.language, question=question_text)
    checked = _Checked(judge, listener)
    try:
        with closing(generator.word(task)) as said:
            for sentence in said:
                if not checked.takes(sentence):
                    break
    except GeneratorFailed as error:
        return Fallen(reason="failed", failure=error.failure, dropped=tuple(checked.dropped))
    return checked.result(question_text, given)


class _Checked:
    """The sentences so far, those that stand apart from those that don't."""

    def __init__(self, judge: Judge, listener: Callable[[str], None] | None) -> None:
        self.kept: list[Sentence] = []
        self.dropped: list[Dropped] = []
        self._judge, self._listener = judge, listener

    def takes(self, sentence: Sentence) -> bool:
        """Keeps or drops a sentence; false where the first fell, which is to answer."""
        flaw = self._judge.flaw(sentence)
        if flaw is not None:
            self.dropped.append(Dropped(sentence=sentence, flaw=flaw))
            return bool(self.kept)
        if sentence.text not in {one.text for one in self.kept}:
            self.kept.append(sentence)
            if self._listener is not None:
                self._listener(sentence.text)
        return True

    @property
    def share(self) -> float:
        """The share of the sentences that stand."""
        said = len(self.kept) + len(self.dropped)
        return len(self.kept) / said if said else 0.0

    def result(self, question: str, given: Mapping[str, Hit]) -> Worded | Fallen:
        """The answer, where enough of it stands, and what was asked for among it."""
        dropped = tuple(self.dropped)
        if not self.kept and not dropped:
            return Fallen(reason="unanswerable")
        if not self.kept or self.share < LEAST or self._answer_fell(question):
            return Fallen(reason="ungrounded", kept=self.share, dropped=dropped)
        cited = dict.fromkeys(c for one in self.kept for c in _citations(one, given, question))
        return Worded(
            text=" ".join(sentence.text for sentence in self.kept),
            citations=tuple(cited),
            kept=self.share,
            dropped=dropped,
        )

    def _answer_fell(self, question: str) -> bool:
        """Whether only sentences that fell hold the kind of thing that was asked for."""
        expected = expected_of(question)
        return any(holds(expected, one.sentence.text) for one in self.dropped) and not any(
            holds(expected, sentence.text) for sentence in self.kept
        )


def _fit(hits: Sequence[Hit]) -> list[Hit]:
    """The passages a model may see: none of amounts, which are computed, no manager's answer, which is said as it is,
    and none that speaks to it.
    """
    fitting = (
        hit
        for hit in hits
        if hit.document.kind not in _OF_AMOUNTS
        and not is_answered(hit.document.path)
        and not holds_orders(fold(hit.passage.searchable))
    )
    return list(fitting)[:EVIDENCE]


def _evidence(key: str, hit: Hit) -> Evidence:
    passage = hit.passage
    return Evidence(
        id=key, source=passage.document, locator=passage.locator, text=passage.searchable
    )


def _citations(sentence: Sentence, given: Mapping[str, Hit], question: str) -> list[Citation]:
    """The passages' own sentences that one of the answer rests on."""
    places: dict[Unit, Hit] = {}
    for key in sentence.passages:
        for unit in whole_units_of(given[key].passage.text):
            places.setdefault(unit, given[key])
    relied = relied_on(sentence.text, tuple(places))
    if relied:
        return [_citation(places[unit], unit.text) for unit in relied]
    first = given[sentence.passages[0]]
    return [_citation(first, excerpt(first.passage, question).text)]


def _citation(hit: Hit, quote: str) -> Citation:
    return Citation(source=hit.passage.document, locator=hit.passage.locator, quote=quote)
