"""Which cue has which source, and which piece of content has which cue.

A small scorer over the encoder's states. Each cue picks one source or none among its nearest, each piece of content one cue
or none, so that a divided quotation shares its cue (``“We,” he said, “will stay.”``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from rashomon.models import session
from rashomon.reading.tagging.decode import PARTS, TokenSpan
from rashomon.reading.tagging.tokens import NEWLINE, QUOTE_CLOSE, QUOTE_CONTINUES, QUOTE_OPEN, Tokens

Array = NDArray[np.float32]

Bounds = NDArray[np.int64]
"""(n, 2): the first token of each span, and the one after its last."""

# How many candidates a span looks at, nearest first: on PolNeAR's training articles the right one is beyond the eighth in
# fewer than 1 case in 500.
NEAREST = 8

FEATURES = 12

PICKS = (("cue", "source"), ("content", "cue"))
"""Which kind of span picks one of which."""

_SENTENCE_ENDS = (1012, 999, 1029)  # the vocabulary's . ! ?


@dataclass(frozen=True, slots=True)
class Link:
    """What a span picked: the index of a candidate span, or ``None``; with the probability of the choice."""

    to: int | None
    score: float


def candidates(spans: Sequence[TokenSpan], child: int, among: Sequence[int]) -> list[int]:
    """The indexes of ``among`` (of spans that do not overlap, in text order) nearest to span ``child``, nearest first.

    At most NEAREST; ties by position.
    """
    c = spans[child]
    at = bisect_left(among, c.first, key=lambda i: spans[i].first)
    near = among[max(0, at - NEAREST) : at + NEAREST]
    gaps = [(max(spans[i].first - c.last, c.first - spans[i].last, 0), i) for i in near]
    return [i for _, i in sorted(gaps)[:NEAREST]]


def of_kind(spans: Sequence[TokenSpan], kind: str) -> list[int]:
    """The indexes of the spans of a kind, in text order."""
    return sorted((i for i, s in enumerate(spans) if s.kind == kind), key=lambda i: spans[i].first)


class Surroundings:
    """Running counts over a report's tokens, from which the features of pairs of spans are read."""

    def __init__(self, tokens: Tokens, spans: Sequence[TokenSpan]) -> None:
        marks = (QUOTE_OPEN, QUOTE_CLOSE, QUOTE_CONTINUES)
        begun = {k: np.zeros(len(tokens), dtype=bool) for k in PARTS}
        for s in spans:
            begun[s.kind][s.first] = True
        flags = [
            tokens.ids == NEWLINE,
            np.logical_or.reduce([tokens.ids == end for end in _SENTENCE_ENDS]),
            np.logical_or.reduce([tokens.quote == mark for mark in marks]),
            *begun.values(),
        ]
        self._counts = np.zeros((len(flags), len(tokens) + 1), dtype=np.int64)
        np.cumsum(flags, axis=1, out=self._counts[:, 1:])

    def features(self, a: Bounds, b: Bounds) -> NDArray[np.float64]:
        """The features of children ``a`` and a candidate ``b`` of each: (n, FEATURES) numbers of about 0 to 1."""
        before = a[:, 0] < b[:, 0]
        first = np.where(before, a[:, 1], b[:, 1])
        last = np.maximum(first, np.where(before, b[:, 0], a[:, 0]))
        gap = last - first
        between = self._counts[:, last] - self._counts[:, first]
        newlines, *others = (np.minimum(c, most) / most for c, most in zip(between, _MOST, strict=True))
        return np.stack(
            [
                before,
                np.log1p(gap) / 6,
                gap == 0,
                gap <= 2,
                newlines == 0,
                newlines,
                *others,
                np.minimum(b[:, 1] - b[:, 0], 20) / 20,
            ],
            axis=1,
        )


_MOST = (4, 4, 4, 3, 3, 3)
"""How many of each kind between two spans are told apart: newlines, ends of sentences, marks; sources, cues, contents begun."""


def span_states(states: Array, spans: Sequence[TokenSpan]) -> Array:
    """First, last and mean state of each span: (spans, 3 × width)."""
    out = np.empty((len(spans), 3, states.shape[1]), dtype=np.float32)
    for row, s in zip(out, spans, strict=True):
        row[0], row[1] = states[s.first], states[s.last - 1]
        np.add.reduce(states[s.first : s.last], axis=0, out=row[2])
    out[:, 2] /= np.array([[s.last - s.first] for s in spans], dtype=np.float32).reshape(-1, 1)
    return out.reshape(len(spans), 3 * states.shape[1])


class Linker:
    """The trained scorer, ``linker.onnx``; made by training/reader/export.py."""

    def __init__(self, session: onnxruntime.InferenceSession) -> None:
        self._session = session

    @classmethod
    def load(cls, path: Path) -> Linker:
        """Load the graph."""
        return cls(session(path))

    def links(self, tokens: Tokens, states: Array, spans: Sequence[TokenSpan]) -> list[Link]:
        """What each span picked, in order; sources pick nothing."""
        out = [Link(None, 1.0)] * len(spans)
        of = {kind: of_kind(spans, kind) for kind in PARTS}
        if not any(of[child] for child, _ in PICKS):
            return out
        near = {child: [candidates(spans, i, of[parent]) for i in of[child]] for child, parent in PICKS}
        around = Surroundings(tokens, spans)
        feed: dict[str, NDArray[np.generic]] = {
            f"{kind}s": _rows(states, [spans[i] for i in own]) for kind, own in of.items()
        }
        for child, parent in PICKS:
            asked = pairs(around, spans, of[child], near[child])
            row = np.zeros(len(spans), dtype=np.int64)
            row[of[parent]] = np.arange(1, len(of[parent]) + 1)
            feed[f"{child}_near"] = np.where(asked["absent"], 0, row[asked["near"]])
            feed |= {f"{child}_{name}": asked[name] for name in ("features", "absent")}
        scores = self._session.run([child for child, _ in PICKS], feed)
        for (child, _), rows in zip(PICKS, scores, strict=True):
            for i, options, row in zip(of[child], near[child], rows, strict=True):
                best = int(row.argmax())
                certainty = float(1 / np.exp(row - row[best]).sum())
                out[i] = Link(options[best - 1] if best else None, certainty)
        return out


def _rows(states: Array, spans: Sequence[TokenSpan]) -> Array:
    """The states of spans of one kind, after a row of zeros that stands for none."""
    return np.concatenate([np.zeros((1, 3 * states.shape[1]), dtype=np.float32), span_states(states, spans)])


def pairs(
    around: Surroundings, spans: Sequence[TokenSpan], children: Sequence[int], near: Sequence[Sequence[int]]
) -> dict[str, NDArray[np.generic]]:
    """The scorer's input for some children and the candidates of each, those of fewer than NEAREST filled up.

    ``child`` (n), ``near`` (n, NEAREST) are indexes of spans, ``features`` (n, NEAREST, FEATURES), ``absent`` (n, NEAREST)
    is true where there is no candidate.
    """
    counts = np.array([len(options) for options in near], dtype=np.int64)
    there = np.arange(NEAREST) < counts[:, None]
    child = np.array(children, dtype=np.int64)
    candidate = np.array([i for options in near for i in options], dtype=np.int64)
    where = np.zeros(there.shape, dtype=np.int64)
    where[there] = candidate
    features = np.zeros((*there.shape, FEATURES), dtype=np.float32)
    bounds = np.array([(s.first, s.last) for s in spans], dtype=np.int64).reshape(-1, 2)
    features[there] = around.features(bounds[np.repeat(child, counts)], bounds[candidate])
    return {"child": child, "near": where, "features": features, "absent": ~there}
