"""What can be measured about the evidence for an answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from partnerline.knowledge.confidence.alignment import Telling, alignment, telling
from partnerline.knowledge.confidence.measures import misses_measure
from partnerline.knowledge.confidence.missing import misses_kind, misses_name, products_in
from partnerline.knowledge.confidence.units import Unit, Units, UnitVectors
from partnerline.knowledge.expected import expected_of
from partnerline.knowledge.model import Hit, Passage
from partnerline.knowledge.ports import Vectors
from partnerline.knowledge.words import fold, words

COMPARED = 3
"""Hits whose sentences are held against the question: the first, and those it must be nearer than."""
LONG = 20
"""Words of a question that is as long as any."""
_DENIES = frozenset("no not never cannot without only nor none".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """The sentence or row of the first hit that answers best, and how well each telling word is met by it, 0 to 1."""

    unit: Unit
    met: Mapping[str, float]


def signals_of(
    question: str,
    hits: Sequence[Hit],
    *,
    frequencies: Mapping[str, int],
    passages: int,
    vectors: UnitVectors,
    voiced: bool = False,
    said: str = "",
) -> dict[str, float]:
    """What can be measured about the evidence for a question, each 0 to 1 unless said otherwise; empty without hits.

    `said` is what would be answered, by default the first hit. The *nearest* sentence of that hit is the one whose
    vector is nearest to the question's, its *best* the one that also has most of its telling words.

    - `closeness`: how closely the first hit follows the question's words; `lead`, -1 to 1: how much more closely than
      the next hit from another document.
    - `likeness`, -1 to 1: the nearest sentence's cosine; `gap`, -2 to 2: how much more that is than any sentence of the
      next two hits has.
    - `met_least`, `met_least_two`: how well the telling word, or the two, are met that the best sentence and what stands
      above it meet worst, by the word itself or one like it; `worst_miss`: how much the worst misses, weighed by rarity;
      `missed_known`, 0 to about 5: the sum of that over words that documents of the asker's hold.
    - `like_least_two`: the mean cosine to their likest word of the two telling words that are least like any of the
      nearest sentence; `unknown_words`: the share of the telling words that no document of the asker's holds.
    - `lacks_kind`: 1 where somebody, a figure, a time or a count is asked for and the nearest sentence holds none;
      `lacks_name`: the same of a name and the best one; `lacks_measure`: 1 where a quantity is asked for and nothing
      said is in its units.
    - `other_product`: 1 where the best sentence names products and none that is asked about; `unknown_product`: 1 where
      one is asked about that no hit names.
    - `list_item`: 1 where the best sentence is a list's; `yes_no`: 1 for a question to be settled by yes or no, `denied`:
      1 where the best sentence denies something besides; `voiced`: 1 where an objection is voiced, `rebuts`: 1 where
      the first hit is from a document of answers to such; `length`: the
      question's words, 1 for twenty or more.
    """
    if not hits:
        return {}
    asked = telling(question, frequencies, passages)
    units = vectors.units([hit.passage for hit in hits[:COMPARED]])
    wanted = vectors.question(question)
    cosines = [one.vectors @ wanted for one in units]
    near = units[0].units[int(cosines[0].argmax())]
    best = _best(asked, hits[0], units[0], cosines[0], vectors)
    return {
        "closeness": hits[0].closeness,
        "lead": _lead(hits),
        "lacks_measure": float(misses_measure(question, said or hits[0].passage.text)),
        "voiced": float(voiced),
        "rebuts": float(voiced and hits[0].document.kind == "objections"),
        "length": min(len(words(question)), LONG) / LONG,
        "likeness": float(cosines[0].max()),
        "gap": _gap(cosines),
        "like_least_two": _like(asked, near, hits[0].passage, vectors),
        **_of_words(asked, best.met),
        **_of_form(question, near, best.unit, hits),
    }


def _best(asked: Telling, hit: Hit, units: Units, cosines: Vectors, vectors: UnitVectors) -> Best:
    """The unit that meets the question best, by its words and as a whole."""
    above = " ".join((hit.document.title, *hit.passage.headings))
    met = [alignment(asked, unit.text, above, vectors) for unit in units.units]
    fits = [
        sum(asked.rarity[word] * held[word] for word in asked.words) / asked.total + float(cosine)
        for held, cosine in zip(met, cosines, strict=True)
    ]
    place = int(np.argmax(fits))
    return Best(unit=units.units[place], met=met[place])


def _lead(hits: Sequence[Hit]) -> float:
    document = hits[0].passage.document
    rivals = (hit.closeness for hit in hits[1:] if hit.passage.document != document)
    return hits[0].closeness - next(rivals, 0.0)


def _gap(cosines: Sequence[Vectors]) -> float:
    rivals = [float(one.max()) for one in cosines[1:]]
    return float(cosines[0].max()) - max(rivals, default=0.0)


def _like(asked: Telling, near: Unit, passage: Passage, vectors: UnitVectors) -> float:
    heading = passage.headings[-1] if passage.headings else ""
    likest = vectors.nearest(asked.words, words(f"{heading} {near.text}"))
    return _mean_of_least_two(likest.values())


def _of_words(asked: Telling, met: Mapping[str, float]) -> dict[str, float]:
    missed = {word: (1 - met[word]) * asked.rarity[word] / asked.rarest for word in asked.words}
    return {
        "met_least": min(met.values(), default=0.0),
        "met_least_two": _mean_of_least_two(met.values()),
        "worst_miss": max(missed.values(), default=0.0),
        "missed_known": sum(missed[word] for word in asked.words if word in asked.known),
        "unknown_words": 1 - len(asked.known) / len(asked.words) if asked.words else 0.0,
    }


def _of_form(question: str, near: Unit, best: Unit, hits: Sequence[Hit]) -> dict[str, float]:
    passage = hits[0].passage
    products, told = products_in([question]), products_in([best.text])
    everywhere = products_in(f"{hit.document.title} {hit.passage.searchable}" for hit in hits)
    settles = expected_of(question) == "yes_no"
    return {
        "lacks_kind": float(misses_kind(question, near.text)),
        "lacks_name": float(misses_name(question, best.text)),
        "other_product": float(
            bool(products and told) and not products & (told | products_in(passage.headings))
        ),
        "unknown_product": float(not products <= everywhere),
        "list_item": float(best.kind == "item"),
        "yes_no": float(settles),
        "denied": float(settles and _denies(best.text)),
    }


def _denies(text: str) -> bool:
    return "n't" in fold(text).replace("’", "'") or not _DENIES.isdisjoint(words(text))


def _mean_of_least_two(values: Iterable[float]) -> float:
    least = sorted(values)[:2]
    return sum(least) / len(least) if least else 0.0
