"""What an answer shows, what of it claims something, and what that may rest on."""

import re
from collections.abc import Iterator
from dataclasses import asdict

from partnerline.evals.derived import derived
from partnerline.evals.model import Trial
from partnerline.knowledge.model import Answer

_LINK = re.compile(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)")


def shown(answer: Answer) -> Iterator[str]:
    """All that the asker gets to see; `found` and `doubt` are for managers."""
    yield answer.text
    yield from answer.choices
    yield from (
        text for cited in answer.citations for text in (cited.source, cited.locator, cited.quote)
    )
    yield from _quoted(answer)


def claims(answer: Answer) -> str:
    """The text without its links' targets and the names of its sources, whose numbers claim nothing."""
    text = _LINK.sub("]", answer.text)
    for cited in answer.citations:
        for name in filter(None, (cited.source, cited.locator)):
            text = text.replace(name, " ")
    return text


def evidence(trial: Trial) -> Iterator[str]:
    """All that a figure of the answer may come from: the question, what is cited and its name, what was computed."""
    yield from asked(trial)
    yield from (str(day) for day in (trial.question.as_of, trial.question.asked_on) if day)
    yield from (text for cited in trial.answer.citations for text in (cited.quote, cited.source))
    yield from _quoted(trial.answer)
    yield from derived(trial.answer, trial.question.text)


def asked(trial: Trial) -> Iterator[str]:
    """The asker's own words, in this question and before it."""
    yield trial.question.text
    yield from (turn.text for turn in trial.question.history if turn.role == "user")


def _quoted(answer: Answer) -> Iterator[str]:
    for quote in (answer.quote, *answer.quotes):
        if quote is not None:
            own = asdict(quote)
            for fields in (*own.pop("lines"), own):
                for value in fields.values():
                    yield from map(str, value if isinstance(value, tuple) else (value,))
