"""What an answer says, sentence by sentence, and whether each rests on what it cites.

It shares nothing with what words or checks an answer in the product, so that a fault there can't hide itself here. It
looks at words and numbers, so it holds for quoted and for freely worded answers of the documents' language.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from partnerline.evals.evidence import asked, claims, evidence
from partnerline.evals.figures import missing_figures
from partnerline.evals.model import Statement, Trial, is_computed
from partnerline.evals.wording import fold
from partnerline.knowledge.words import content_words, stem

IN_CITED = 0.5
"""The least share of a sentence's telling words that must stand in what is cited or in its name."""
IN_ALL = 0.7
"""The least share that must stand there or in the question: what is asked about is named again, but proves nothing."""
RESTATES = 0.6
"""The share of words, of both together, from which on a sentence restates another, and so must deny what that denies."""

_MARKER = re.compile(r"^(?:[>\s]|[-*+•]\s|\d+[.)]\s)+")
_ENDS = re.compile(r"(?<=[.!?])[\"”’)*]*\s+(?=[\"“‘(*]*[A-ZÄÖÜ0-9])")
_TITLE = re.compile(r"#{1,6}\s|\*\*[^*]+\*\*:?$|__[^_]+__:?$|—|Sources?:|[-|:\s]+$")
_DENIES = re.compile(
    r"\b(?:no|not|never|none|neither|nor|cannot|without)\b|n['’]t\b", re.IGNORECASE
)


class _Grounds:
    """What a sentence may rest on. Most sentences are quotes and need but that, so the rest is made when it is asked for."""

    def __init__(self, trial: Trial) -> None:
        self._trial = trial
        self.verbatim = " ".join(fold(one.quote) for one in trial.answer.citations)

    @cached_property
    def figures(self) -> tuple[str, ...]:
        """Where its numbers may come from; empty where the whole text has none from elsewhere."""
        known = tuple(evidence(self._trial))
        return known if missing_figures(claims(self._trial.answer), known) else ()

    @cached_property
    def cited(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """Each cited sentence with its words."""
        quotes = (one.quote for one in self._trial.answer.citations)
        return tuple((piece, _stems(piece)) for quote in quotes for piece in _sentences(quote))

    @cached_property
    def of_cited(self) -> frozenset[str]:
        """The words of all that is cited, and of what it is called."""
        cited = self._trial.answer.citations
        return _stems(" ".join(f"{one.source} {one.locator} {one.quote}" for one in cited))

    @cached_property
    def of_all(self) -> frozenset[str]:
        """These with the question's."""
        return self.of_cited | _stems(" ".join(asked(self._trial)))


def statements(trial: Trial) -> tuple[Statement, ...]:
    """Each sentence, list item and table row of an answer; none where nothing was answered, or where nothing is said.

    Of a computed answer only the numbers are looked at.
    """
    if trial.answer.outcome != "answered":
        return ()
    computed = is_computed(trial.answer)
    grounds = _Grounds(trial)
    return tuple(
        Statement(text=said, fault=_fault(said, grounds, only_figures=computed))
        for said in _sentences(claims(trial.answer))
    )


def _sentences(text: str) -> Iterator[str]:
    """The sentences that say something: no titles, no rules of a table, no line that only leads to the next."""
    for line in text.splitlines():
        bare = _MARKER.sub("", line).strip()
        if not bare or _TITLE.match(bare) or bare.rstrip("*_").endswith(":"):
            continue
        yield from (said.strip() for said in _ENDS.split(bare) if content_words(said))


def _fault(said: str, grounds: _Grounds, *, only_figures: bool) -> str:
    absent = missing_figures(said, grounds.figures) if grounds.figures else []
    if absent:
        return f"from nowhere: {', '.join(map(repr, absent))}"
    if only_figures or fold(said) in grounds.verbatim:
        return ""
    return _fault_in_words(said, grounds)


def _fault_in_words(said: str, grounds: _Grounds) -> str:
    words = _stems(said)
    if len(words & grounds.of_cited) < IN_CITED * len(words):
        return "its words don't stand in what is cited"
    if len(words & grounds.of_all) < IN_ALL * len(words):
        return "some of its words don't stand in what is cited"
    return _fault_in_sense(said, words, grounds.cited)


def _fault_in_sense(
    said: str, words: frozenset[str], cited: Sequence[tuple[str, frozenset[str]]]
) -> str:
    """Whether it denies what is cited, or affirms what is denied there."""
    nearest = max(cited, key=lambda one: _likeness(words, one[1]), default=None)
    if nearest is None:
        return ""
    denies, denied = bool(_DENIES.search(said)), bool(_DENIES.search(nearest[0]))
    if denies and not any(_DENIES.search(piece) for piece, _ in cited):
        return "denies what is cited"
    if denied and not denies and _likeness(words, nearest[1]) >= RESTATES:
        return "leaves out a denial"
    return ""


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of both's words that they have in common (Jaccard)."""
    return len(one & other) / len(one | other) if one or other else 0.0


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in content_words(text))
