"""Whether today's answer is the one that a person judged."""

from collections.abc import Sequence

from partnerline.evals.figures import figures, missing_figures
from partnerline.evals.model import Judged
from partnerline.knowledge.model import Answer
from partnerline.knowledge.words import content_words, stem

SAME_WORDS = 0.9
"""The share of the judged answer's telling words from which on today's says the same, where no number tells."""


def fault_of(judged: Judged, answer: Answer) -> str:
    """Where the answer was found right: what differs from it today. Where it was wrong: that it is still the same.

    Empty where all is well.
    """
    differs = _difference(judged, answer)
    if judged.verdict == "right":
        return f"not the answer found right: {differs}" if differs else ""
    return "" if differs or _says_otherwise(judged, answer) else "still the answer found wrong"


def _difference(judged: Judged, answer: Answer) -> str:
    """The first thing that tells today's answer from the judged one: outcome, source or a figure that is gone."""
    if answer.outcome != judged.outcome:
        return f"{answer.outcome}, not {judged.outcome}"
    if answer.outcome != "answered":
        return ""
    cited = {citation.source for citation in answer.citations}
    if judged.sources and cited.isdisjoint(judged.sources):
        return f"cites {_listed(sorted(cited)) or 'nothing'}, none of {_listed(judged.sources)}"
    absent = missing_figures(_said(judged.text, judged.sources), evidence=(answer.text,))
    return f"no longer says {_listed(absent)}" if absent else ""


def _says_otherwise(judged: Judged, answer: Answer) -> bool:
    """Whether an answer that keeps all of the judged one's figures says another one or, where there is none, other words."""
    if answer.outcome == "escalated" or not judged.text:
        return False
    before = _said(judged.text, judged.sources)
    today = _said(answer.text, [citation.source for citation in answer.citations])
    if any(figures(before)) or any(figures(today)):
        return bool(missing_figures(today, evidence=(before,)))
    wanted = {stem(word) for word in content_words(before)}
    kept = wanted & {stem(word) for word in content_words(today)}
    return len(kept) < SAME_WORDS * len(wanted)


def _said(text: str, sources: Sequence[str]) -> str:
    """The text without the lines that only name a place, and without the names of its sources."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("—")]
    said = "\n".join(lines)
    for source in sources:
        said = said.replace(source, " ")
    return said


def _listed(words: Sequence[str]) -> str:
    return ", ".join(map(repr, words))
