"""How likely an answer is right: a fitted weighing of what can be measured about its evidence."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from partnerline.knowledge.errors import SettingsError
from partnerline.knowledge.model import Hit
from partnerline.knowledge.words import content_words, stem


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence:
    """Coefficients fitted on labelled cases: a logistic regression over signals, and from where on to answer.

    `exact` is the share of computed prices that were right, for what is looked up rather than judged.
    """

    intercept: float
    weights: Mapping[str, float]
    threshold: float
    exact: float

    def of(self, signals: Mapping[str, float]) -> float:
        """The chance, 0 to 1, that an answer with these signals is right; a signal that is missing counts as 0."""
        z = self.intercept + sum(
            weight * signals.get(name, 0.0) for name, weight in self.weights.items()
        )
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, z))))


def shipped(text: str | None = None) -> Confidence:
    """The coefficients that come with the product, or those in a JSON text of the same form.

    Raises `SettingsError` for a text that isn't of that form.
    """
    source = text or files("partnerline.knowledge").joinpath("confidence.json").read_text(
        encoding="utf-8"
    )
    try:
        fields = json.loads(source)
        return Confidence(
            intercept=float(fields["intercept"]),
            weights={name: float(weight) for name, weight in fields["weights"].items()},
            threshold=float(fields["threshold"]),
            exact=float(fields["exact"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SettingsError(
            "The confidence file can't be read. Restore it, or fit it again with `make fit`."
        ) from error


def signals_of(
    question: str, hits: Sequence[Hit], *, frequencies: Mapping[str, int], passages: int
) -> dict[str, float]:
    """What can be measured about the evidence for a question, each about 0 to 1; empty without hits.

    `closeness` and `least`: how closely the first hit follows the question's words, all and the worst of them;
    `lead`: by how much it leads the next from another document. `cosine`: its similarity as a whole. `agreement`: whether
    the searches by meaning and by words put it first too. `coverage`: the share of the question's telling words,
    weighed by their rarity (IDF), that stand in it; `figures`: the share of its numbers and part numbers that do.
    """
    if not hits:
        return {}
    first = hits[0]
    held = {
        stem(word) for word in content_words(f"{first.document.title} {first.passage.searchable}")
    }
    terms = content_words(question)
    rarity = {term: math.log(1 + passages / (1 + frequencies.get(term, 0))) for term in terms}
    present = {term for term in terms if stem(term) in held}
    numbers = [term for term in terms if any(character.isdigit() for character in term)]
    rival = next(
        (hit.closeness for hit in hits[1:] if hit.passage.document != first.passage.document), 0.0
    )
    return {
        "closeness": first.closeness,
        "least": first.least,
        "lead": first.closeness - rival,
        "cosine": first.cosine,
        "agreement": ((first.dense_rank == 1) + (first.lexical_rank == 1)) / 2,
        "coverage": sum(rarity[t] for t in present) / sum(rarity.values()) if terms else 0.0,
        "figures": sum(number in present for number in numbers) / len(numbers) if numbers else 1.0,
    }
