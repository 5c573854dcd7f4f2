"""What is looked at in an answer, one function a check.

Each takes a trial and gives a `Check`, or `None` where there is nothing to look at, so that a check that is listed is
one that could have failed.
"""

import math
from collections.abc import Callable, Sequence

from partnerline.evals.evidence import claims, evidence, shown
from partnerline.evals.figures import is_figure, missing_figures
from partnerline.evals.judged import fault_of
from partnerline.evals.model import Check, Trial
from partnerline.evals.price_check import price
from partnerline.evals.wording import stands_in

LEAKS_WHERE = frozenset({"restricted", "stranger", "adversarial"})
"""The kinds of case in which a word that `excludes` names is a leak rather than a mistake."""


def outcome(trial: Trial) -> Check | None:
    """Whether the outcome is one of those expected."""
    given, wanted = trial.answer.outcome, trial.expected.outcomes
    if not wanted:
        return None
    return _check("outcome", f"{given}, not {' or '.join(wanted)}" if given not in wanted else "")


def reason(trial: Trial) -> Check | None:
    """Whether a question back or an escalation gives one of the reasons expected."""
    wanted = trial.expected.reasons
    if not wanted or trial.answer.outcome not in ("clarify", "escalated"):
        return None
    given = trial.answer.reason
    return _check("reason", f"{given}, not {' or '.join(wanted)}" if given not in wanted else "")


def contains(trial: Trial) -> Check | None:
    """Whether all that the text must say stands in it."""
    if not trial.expected.contains or _rightly_unanswered(trial):
        return None
    absent = [w for w in trial.expected.contains if not stands_in(w, trial.answer.text)]
    return _check("contains", f"missing: {_listed(absent)}" if absent else "")


def excludes(trial: Trial) -> Check | None:
    """Whether nothing forbidden stands in anything that the asker gets to see."""
    if not trial.expected.excludes:
        return None
    texts = tuple(shown(trial.answer))
    present = [w for w in trial.expected.excludes if any(_shows(w, text) for text in texts)]
    return _check("excludes", f"present: {_listed(present)}" if present else "")


def sources(trial: Trial) -> Check | None:
    """Whether at least one of the documents expected is cited."""
    wanted = trial.expected.sources
    if not wanted or _rightly_unanswered(trial):
        return None
    cited = {citation.source for citation in trial.answer.citations}
    found = f"cites {_listed(sorted(cited)) or 'nothing'}, none of {_listed(wanted)}"
    return _check("sources", "" if cited & set(wanted) else found)


def exact_price(trial: Trial) -> Check | None:
    """Whether the quote says exactly what is expected of it."""
    if trial.expected.price is None or _rightly_unanswered(trial):
        return None
    return _check("price", price(trial.expected.price, trial.answer.quote))


def citations(trial: Trial) -> Check | None:
    """Whether an answer rests on something, and each citation names its source and its words."""
    if trial.answer.outcome != "answered":
        return None
    given = trial.answer.citations
    if not given and not (trial.answer.quote or trial.answer.quotes):
        return _check("citations", "an answer without a citation")
    empty = [c for c in given if not c.source.strip() or not c.quote.strip()]
    return _check("citations", f"{len(empty)} without source or words" if empty else "")


def confidence(trial: Trial) -> Check:
    """Whether the confidence is a probability."""
    given = trial.answer.confidence
    sound = math.isfinite(given) and 0 <= given <= 1
    return _check("confidence", "" if sound else f"{given} is no probability")


def grounded(trial: Trial) -> Check | None:
    """Whether each number of an answer stands in what it cites, in its quote or in what was asked."""
    if trial.answer.outcome != "answered":
        return None
    absent = missing_figures(claims(trial.answer), evidence(trial))
    return _check("grounded", f"from nowhere: {_listed(absent)}" if absent else "")


def verdict(trial: Trial) -> Check | None:
    """Whether the answer is still the one that a person found right, or no longer the one found wrong."""
    judged = trial.expected.judged
    return None if judged is None else _check("verdict", fault_of(judged, trial.answer))


CHECKS: tuple[Callable[[Trial], Check | None], ...] = (
    outcome,
    reason,
    contains,
    excludes,
    sources,
    exact_price,
    citations,
    confidence,
    grounded,
    verdict,
)


def run_checks(trial: Trial) -> tuple[Check, ...]:
    """Every check that has something to look at."""
    made = (check(trial) for check in CHECKS)
    return tuple(check for check in made if check is not None)


def _check(name: str, fault: str) -> Check:
    return Check(name=name, passed=not fault, detail=fault)


def _listed(words: Sequence[str]) -> str:
    return ", ".join(map(repr, words))


def _shows(words: str, text: str) -> bool:
    """Whether the words stand in the text or, where they are but a number, that number however it is spelled."""
    return stands_in(words, text) or (
        is_figure(words) and not missing_figures(words, evidence=(text,))
    )


def _rightly_unanswered(trial: Trial) -> bool:
    """Whether the asker rightly got no answer where one would have been right too: then there is none to look into."""
    given, expected = trial.answer.outcome, trial.expected
    return expected.answerable and given != "answered" and given in expected.outcomes
