"""Which cue has which source, and which piece of content has which cue.

A small scorer over the encoder's states. Each cue picks one source or none among its nearest, each piece of content one cue
or none, so that a divided quotation shares its cue (``“We,” he said, “will stay.”``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.decode import TokenSpan
from rashomon.reading.tokens import NEWLINE, QUOTE_CLOSE, QUOTE_CONTINUES, QUOTE_OPEN, Tokens

Array = NDArray[np.float32]

# How many candidates a span looks at, nearest first: on PolNeAR's training articles the right one is beyond the eighth in
# fewer than 1 case in 500.
NEAREST = 8

FEATURES = 12
_SENTENCE_END = frozenset((1012, 999, 1029))  # the vocabulary's . ! ?


@dataclass(frozen=True, slots=True)
class Link:
    """What a span picked: the index of a candidate span, or ``None``; with the probability of the choice."""

    to: int | None
    score: float


def candidates(spans: Sequence[TokenSpan], child: int, kind: str) -> list[int]:
    """Indexes of the spans of ``kind`` nearest to span ``child``, nearest first, ties by position."""
    c = spans[child]
    near = [(max(s.first - c.last, c.first - s.last, 0), i) for i, s in enumerate(spans) if s.kind == kind]
    return [i for _, i in sorted(near)[:NEAREST]]


class Surroundings:
    """Running counts over a report's tokens, from which the features of a pair of spans are read."""

    def __init__(self, tokens: Tokens, spans: Sequence[TokenSpan]) -> None:
        marks = (QUOTE_OPEN, QUOTE_CLOSE, QUOTE_CONTINUES)
        self._newlines = _running(tokens.ids == NEWLINE)
        self._ends = _running(np.isin(tokens.ids, list(_SENTENCE_END)))
        self._quotes = _running(np.isin(tokens.quote, marks))
        begun = {k: np.zeros(len(tokens), dtype=bool) for k in ("source", "cue", "content")}
        for s in spans:
            begun[s.kind][s.first] = True
        self._begun = {k: _running(v) for k, v in begun.items()}

    def features(self, a: TokenSpan, b: TokenSpan) -> list[float]:
        """The features of child ``a`` and candidate ``b``, FEATURES numbers of about 0 to 1."""
        first, last = (a.last, b.first) if a.first < b.first else (b.last, a.first)
        last = max(first, last)
        gap = last - first

        def between(counts: NDArray[np.int64], most: int) -> float:
            return min(int(counts[last] - counts[first]), most) / most

        newlines = between(self._newlines, 4)
        return [
            float(a.first < b.first),
            float(np.log1p(gap)) / 6,
            float(gap == 0),
            float(gap <= 2),
            float(newlines == 0),
            newlines,
            between(self._ends, 4),
            between(self._quotes, 4),
            between(self._begun["source"], 3),
            between(self._begun["cue"], 3),
            between(self._begun["content"], 3),
            min(b.last - b.first, 20) / 20,
        ]


def _running(flags: NDArray[np.bool_]) -> NDArray[np.int64]:
    return np.concatenate([[0], np.cumsum(flags)]).astype(np.int64)


def span_states(states: Array, spans: Sequence[TokenSpan]) -> Array:
    """First, last and mean state of each span: (spans, 3 × width)."""
    rows = [
        np.concatenate([states[s.first], states[s.last - 1], states[s.first : s.last].mean(0)]) for s in spans
    ]
    return np.stack(rows) if rows else np.zeros((0, 3 * states.shape[1]), dtype=np.float32)


class Linker:
    """The trained scorer; its weights are arrays named as in training/reader/model.py."""

    def __init__(self, weights: dict[str, Array]) -> None:
        self._w = weights

    @classmethod
    def load(cls, path: Path) -> Linker:
        """Read the weights from an .npz file."""
        with np.load(path) as file:
            return cls({k: file[k].astype(np.float32) for k in file.files})

    def links(self, tokens: Tokens, states: Array, spans: Sequence[TokenSpan]) -> list[Link]:
        """What each span picked, in order; sources pick nothing."""
        out = [Link(None, 1.0)] * len(spans)
        around = Surroundings(tokens, spans)
        raw = span_states(states, spans)
        own = {k: self._project(raw, k) for k in ("source", "cue", "content")}
        for child, parent in (("cue", "source"), ("content", "cue")):
            for i, s in enumerate(spans):
                if s.kind != child:
                    continue
                near = candidates(spans, i, parent)
                features = np.array([around.features(s, spans[j]) for j in near], dtype=np.float32)
                scores = self._scores(own[child][i], own[parent][near], features.reshape(-1, FEATURES), child)
                scores = np.exp(scores - scores.max())
                scores /= scores.sum()
                best = int(scores.argmax())
                out[i] = Link(near[best - 1] if best else None, float(scores[best]))
        return out

    def _project(self, raw: Array, kind: str) -> Array:
        return raw @ self._w[f"project.{kind}.weight"].T + self._w[f"project.{kind}.bias"]

    def _scores(self, a: Array, b: Array, features: Array, child: str) -> Array:
        """Scores of picking none, then of each candidate."""
        w = self._w
        none = a @ w[f"none.{child}.weight"].T + w[f"none.{child}.bias"]
        pair = np.concatenate([np.broadcast_to(a, b.shape), b, a * b, features], axis=1)
        hidden = np.maximum(pair @ w[f"pair.{child}.0.weight"].T + w[f"pair.{child}.0.bias"], 0)
        some = hidden @ w[f"pair.{child}.2.weight"].T + w[f"pair.{child}.2.bias"]
        return np.concatenate([none, some[:, 0]])
