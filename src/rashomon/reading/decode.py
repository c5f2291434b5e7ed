"""From the tagger's probabilities to spans: exact Viterbi over BIO tags (Ramshaw and Marcus 1995; Viterbi 1967).

Tags are ``O`` and, for each kind of span in order, ``B`` (its first token) and ``I`` (a further one); an ``I`` may follow only
the ``B`` or ``I`` of its kind. Repairing a greedy reading instead of decoding exactly costs half a point on PolNeAR dev.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

PARTS = ("source", "cue", "content")
MENTIONS = ("person", "organisation", "place", "date")


def tag_count(kinds: tuple[str, ...]) -> int:
    """How many BIO tags the kinds need."""
    return 1 + 2 * len(kinds)


@dataclass(frozen=True, slots=True)
class TokenSpan:
    """Tokens ``first`` to ``last`` (half-open) of one kind; ``score`` is the least probability of its tags, 0 to 1."""

    kind: str
    first: int
    last: int
    score: float


def viterbi(log_probabilities: NDArray[np.float32]) -> NDArray[np.int64]:
    """The most probable allowed sequence of tags for scores of shape (tokens, tags)."""
    length, tags = log_probabilities.shape
    if not length:
        return np.zeros(0, dtype=np.int64)
    # Only an I has a restricted past: its own B or I. All other tags follow the best of all.
    begins, insides = np.arange(1, tags, 2), np.arange(2, tags, 2)
    back = np.zeros((length, tags), dtype=np.int64)
    score = log_probabilities[0].astype(np.float64)
    score[insides] = -np.inf
    for t in range(1, length):
        best = int(score.argmax())
        back[t] = best
        step = np.full(tags, score[best])
        from_begin = score[begins] >= score[insides]
        back[t, insides] = np.where(from_begin, begins, insides)
        step[insides] = np.where(from_begin, score[begins], score[insides])
        score = step + log_probabilities[t]
    path = np.zeros(length, dtype=np.int64)
    path[-1] = int(score.argmax())
    for t in range(length - 1, 0, -1):
        path[t - 1] = back[t, path[t]]
    return path


def spans(log_probabilities: NDArray[np.float32], kinds: tuple[str, ...]) -> list[TokenSpan]:
    """The spans of the most probable allowed reading, in order."""
    path = viterbi(log_probabilities)
    certainty = np.exp(log_probabilities[np.arange(len(path)), path])
    out: list[TokenSpan] = []
    first = 0
    for t in range(1, len(path) + 1):
        if t < len(path) and path[t] and path[t] % 2 == 0:
            continue
        if path[first]:
            out.append(TokenSpan(kinds[(path[first] - 1) // 2], first, t, float(certainty[first:t].min())))
        first = t
    return out
