"""How alike each sentence of a text is to each of another, where all of both is known.

Two sentences that are nearer to each other than either is to any other count for more than two in a crowd.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from rashomon.collation.sentences.keys import centre
from rashomon.collation.sentences.likeness import Matrix, Profile, features_of, weighed

# Fitted by bench/collation/fit.py: logistic regression on all pairs of sentences of three pairs of translations, whole and cut
# into stretches of one to six sentences, seeds 2 and 3 of the yardstick's making.
IN_TEXTS = {
    "meaning": 3.80,  # cosine of the vectors less what all sentences of the two texts have in common
    "letters": 1.87,
    "words": 1.69,
    "length": -2.11,
    "length squared": -1.96,
    "weight": -1.66,
    "figures differ": -0.78,
    "figures in one": -1.41,
    "negation": -0.46,
    # By how much each is above the best that either sentence has elsewhere:
    "meaning ahead": 4.57,
    "letters ahead": 4.41,
    "words ahead": 5.04,
}
IN_TEXTS_BASE = -2.0
ELSEWHERE = {"meaning": 0.1, "letters": 0.4, "words": 0.05}
"""What a sentence is taken to have elsewhere at the least, where texts are short: a little less than the mean second best of
long ones."""
STRANGERS = 3
"""Sentences of no text in particular that count towards what two texts have in common, so that it means little where these are
short; 3 and 10 fit alike."""
_ENGLISH = 0.43
"""Length of the mean vector of English sentences, as the cells of :mod:`keys` have it."""


Compared = Mapping[str, Matrix]
"""How each sentence of a text compares with each of another, by name, each ``(len(a), len(b))``."""


def in_texts(likeness: Compared) -> Matrix:
    """Log-odds that sentences say the same, for every sentence of a text with every one of another."""
    return weighed(texts_features(likeness), IN_TEXTS, IN_TEXTS_BASE)


def in_texts_merged(merged: Compared, singles: Compared) -> Matrix:
    """The same for every sentence of a text with every two neighbours of another, ``(len(a), len(b) - 1)``.

    Two neighbours share a sentence with the next two: what a sentence has elsewhere is among ``singles``, those of one with one.
    """
    return weighed(_features_of_merged(merged, singles), IN_TEXTS, IN_TEXTS_BASE)


def compared(
    a: Sequence[Profile], b: Sequence[Profile], vectors_a: Matrix, vectors_b: Matrix, common: Matrix
) -> dict[str, Matrix]:
    """How each sentence of a text compares with each of another; ``common`` is what their texts have in common."""
    features = features_of(a, b, vectors_a @ vectors_b.T, paired=False)
    features["meaning"] = _less(vectors_a, common) @ _less(vectors_b, common).T
    features["length squared"] = features["length"] ** 2
    return features


def texts_features(likeness: Compared) -> dict[str, Matrix]:
    """What :data:`IN_TEXTS` weighs."""
    features = dict(likeness)
    for name, least in ELSEWHERE.items():
        values = likeness[name]
        elsewhere = np.maximum(_best_other(values), _best_other(values.T).T)
        features[f"{name} ahead"] = values - np.maximum(elsewhere, np.float32(least))
    return features


def _features_of_merged(merged: Compared, singles: Compared) -> dict[str, Matrix]:
    features = dict(merged)
    for name, least in ELSEWHERE.items():
        elsewhere = np.maximum(_best_beside(singles[name]), _best_other(merged[name].T).T)
        features[f"{name} ahead"] = merged[name] - np.maximum(elsewhere, np.float32(least))
    return features


def _best_other(values: Matrix) -> Matrix:
    """Of each cell the highest other in its row; nothing, a very low number, where there is none."""
    if values.shape[1] < 2:
        return np.full_like(values, -1)
    second, best = np.partition(values, values.shape[1] - 2, axis=1)[:, -2:].T[..., None]
    return np.asarray(np.where(values >= best, second, best))


def _best_beside(values: Matrix) -> Matrix:
    """Of each two neighbours in a row the highest of all others, ``(n, m - 1)``."""
    n, m = values.shape
    none = np.full((n, 1), -1, dtype=values.dtype)
    before = np.hstack([none, np.maximum.accumulate(values, axis=1)])[:, : m - 1]
    after = np.hstack([np.maximum.accumulate(values[:, ::-1], axis=1)[:, ::-1], none])[:, 2:]
    return np.asarray(np.maximum(before, after))


def common_meaning(vectors_a: Matrix, vectors_b: Matrix) -> Matrix:
    """What the sentences of two texts have in common: the mean of their vectors, ``(384,)``."""
    of_english = STRANGERS * _ENGLISH * centre()
    mean = (vectors_a.sum(axis=0) + vectors_b.sum(axis=0) + of_english) / (
        len(vectors_a) + len(vectors_b) + STRANGERS
    )
    return np.asarray(mean, dtype=np.float32)


def _less(vectors: Matrix, common: Matrix) -> Matrix:
    """The vectors without what all have in common, of unit length again."""
    own = vectors - common
    return np.asarray(own / np.maximum(np.linalg.norm(own, axis=1, keepdims=True), 1e-6), dtype=np.float32)
