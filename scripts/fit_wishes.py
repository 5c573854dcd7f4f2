"""Fits the likeness of a text to each wish from the labelled phrasings, and says how it does on ones it hasn't seen.

Run as `python -m scripts.fit_wishes`. Ten folds; the weights of all phrasings together are then written.
"""

import json
from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import normalize
from tests.knowledge.intent.people.tables import NOT_OTHERS, phrasings

from partnerline.knowledge.intent.people.likeness import FAMILIAR, SURE, WEIGHTS, features, pieces
from partnerline.knowledge.intent.people.spoken import spoken

STRENGTH = 30.0
"""The inverse of the regularisation."""
FOLDS = 10
DOCUMENTS = "documents"
Fit = tuple[CountVectorizer, LogisticRegression]


def main() -> None:
    """Cross-validates, prints, fits on everything, writes."""
    rows = sorted({(spoken(text), _label(label)) for text, label in phrasings()})
    rows += sorted({(spoken(text), DOCUMENTS) for text in NOT_OTHERS})
    texts, labels = [text for text, _ in rows], np.array([label for _, label in rows])
    told = np.empty(len(texts), dtype=labels.dtype)
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    for fitted, left in folds.split(texts, labels):
        fit = _fitted([texts[i] for i in fitted], labels[fitted])
        told[left] = [_told(texts[i], fit) for i in left]
    _print(labels, told)
    _write(*_fitted(texts, labels))


def _label(label: str) -> str:
    return DOCUMENTS if label in {"lookup", "price"} else label


def _fitted(texts: Sequence[str], labels: "np.ndarray[tuple[int], np.dtype[np.str_]]") -> Fit:
    counter = CountVectorizer(analyzer=lambda text: sorted(features(text)), binary=True, min_df=2)
    rows = normalize(counter.fit_transform(texts))
    return counter, LogisticRegression(C=STRENGTH, max_iter=3000).fit(rows, labels)


def _told(text: str, fit: Fit) -> str:
    counter, model = fit
    heard = frozenset(pieces(text))
    if not heard or sum(one in counter.vocabulary_ for one in heard) < FAMILIAR * len(heard):
        return DOCUMENTS
    chances = model.predict_proba(normalize(counter.transform([text])))[0]
    return str(model.classes_[chances.argmax()]) if chances.max() >= SURE else DOCUMENTS


def _print(labels: "np.ndarray[tuple[int], np.dtype[np.str_]]", told: "np.ndarray[tuple[int], np.dtype[np.str_]]") -> None:  # fmt: skip
    print(f"{'label':<14}{'n':>5}{'recall':>9}{'precision':>11}")
    for label in sorted(set(labels)):
        right = int(((labels == label) & (told == label)).sum())
        n, given = int((labels == label).sum()), int((told == label).sum())
        print(f"{label:<14}{n:>5}{right / n:>9.3f}{right / max(given, 1):>11.3f}")


def _write(counter: CountVectorizer, model: LogisticRegression) -> None:
    weights = {
        piece: [round(float(value), 2) for value in model.coef_[:, place]]
        for piece, place in sorted(counter.vocabulary_.items())
    }
    lines = ",\n".join(
        f"  {json.dumps(piece)}: {json.dumps(values)}" for piece, values in weights.items()
    )
    labels = json.dumps([str(label) for label in model.classes_])
    bias = json.dumps([round(float(value), 2) for value in model.intercept_])
    WEIGHTS.write_text(
        f'{{"labels": {labels},\n"bias": {bias},\n"weights": {{\n{lines}\n}}}}\n', encoding="utf-8"
    )


if __name__ == "__main__":
    main()
