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
from rashomon.reading.decode import TokenSpan
from rashomon.reading.tokens import NEWLINE, QUOTE_CLOSE, QUOTE_CONTINUES, QUOTE_OPEN, Tokens

Array = NDArray[np.float32]

# How many candidates a span looks at, nearest first: on PolNeAR's training articles the right one is beyond the eighth in
# fewer than 1 case in 500.
NEAREST = 8

FEATURES = 12

PICKS = (("cue", "source"), ("content", "cue"))
"""Which kind of span picks one of which."""

_SENTENCE_END = frozenset((1012, 999, 1029))  # the vocabulary's . ! ?


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
        if not spans:
            return out
        around = Surroundings(tokens, spans)
        raw = span_states(states, spans)
        for child, parent in PICKS:
            children = [i for i, s in enumerate(spans) if s.kind == child]
            if not children:
                continue
            among = of_kind(spans, parent)
            near = [candidates(spans, i, among) for i in children]
            feed = {"raw": raw, **pairs(around, spans, children, near)}
            (scores,) = self._session.run([child], feed)
            for i, options, row in zip(children, near, scores, strict=True):
                best = int(row.argmax())
                certainty = float(1 / np.exp(row - row[best]).sum())
                out[i] = Link(options[best - 1] if best else None, certainty)
        return out


def pairs(
    around: Surroundings, spans: Sequence[TokenSpan], children: Sequence[int], near: Sequence[Sequence[int]]
) -> dict[str, NDArray[np.generic]]:
    """The scorer's input for some children and the candidates of each, those of fewer than NEAREST filled up.

    ``child`` (n), ``near`` (n, NEAREST) are indexes of spans, ``features`` (n, NEAREST, FEATURES), ``absent`` (n, NEAREST)
    is true where there is no candidate.
    """
    where = np.zeros((len(children), NEAREST), dtype=np.int64)
    features = np.zeros((len(children), NEAREST, FEATURES), dtype=np.float32)
    absent = np.ones((len(children), NEAREST), dtype=np.bool_)
    for row, (i, options) in enumerate(zip(children, near, strict=True)):
        for column, j in enumerate(options):
            where[row, column] = j
            features[row, column] = around.features(spans[i], spans[j])
            absent[row, column] = False
    return {
        "child": np.array(children, dtype=np.int64),
        "near": where,
        "features": features,
        "absent": absent,
    }
