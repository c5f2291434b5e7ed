"""Viterbi against trying every sequence."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from rashomon.reading.tagging.decode import spans, tag_count, viterbi

KINDS = ("source", "cue")


def follows(tag: int, before: int) -> bool:
    return tag == 0 or tag % 2 == 1 or before in (tag, tag - 1)


def allowed(path: tuple[int, ...]) -> bool:
    return all(follows(tag, before) for before, tag in pairwise((0, *path)))


def normal(scores: NDArray[np.float64]) -> NDArray[np.float32]:
    out: NDArray[np.float32] = (scores - np.log(np.exp(scores).sum(1, keepdims=True))).astype(np.float32)
    return out


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 2**32 - 1)), min_size=1, max_size=60))
def test_a_long_sequence_between_sure_tokens_is_allowed_and_greedy_where_it_can_be(
    tokens: list[tuple[bool, int]],
) -> None:
    tags = tag_count(KINDS)
    rows = [np.random.default_rng(seed).normal(size=tags) for _, seed in tokens]
    for row, (sure, _) in zip(rows, tokens, strict=True):
        row[0] += 20 * sure
    path = viterbi(normal(np.stack(rows)))
    assert allowed(tuple(path.tolist()))
    assert all(path[i] == 0 for i, (sure, _) in enumerate(tokens) if sure)


@given(st.integers(1, 5), st.integers(0, 2**32 - 1))
def test_the_best_allowed_sequence_is_found(length: int, seed: int) -> None:
    tags = tag_count(KINDS)
    scores = normal(np.random.default_rng(seed).normal(size=(length, tags)) * 2)
    every = [p for p in product(range(tags), repeat=length) if allowed(p)]
    best = max(every, key=lambda p: sum(float(scores[i, t]) for i, t in enumerate(p)))
    assert tuple(viterbi(scores).tolist()) == best


def plain(scores: NDArray[np.float32]) -> list[int]:
    """Viterbi over all of a text, step by step."""
    best = [(0.0, [0])]
    for row in scores.tolist():
        best = [
            max((score + value, [*path, tag]) for score, path in best if follows(tag, path[-1]))
            for tag, value in enumerate(row)
            if any(follows(tag, path[-1]) for _, path in best)
        ]
    return max(best)[1][1:]


@given(st.integers(1, 40), st.floats(0.5, 12), st.integers(0, 2**32 - 1))
def test_only_what_is_not_sure_is_decoded_and_the_answer_is_that_of_all(
    length: int, sharpness: float, seed: int
) -> None:
    drawn = np.random.default_rng(seed)
    scores = drawn.normal(size=(length, tag_count(KINDS)))
    runs = np.repeat(drawn.integers(0, tag_count(KINDS), length), drawn.integers(1, 6, length))[:length]
    scores[np.arange(length), runs] += drawn.exponential(sharpness, length)
    assert viterbi(normal(scores)).tolist() == plain(normal(scores))


def test_spans_carry_their_least_probability() -> None:
    path = [0, 1, 2, 0, 3, 3]
    scores = np.full((len(path), tag_count(KINDS)), np.log(0.01), dtype=np.float32)
    for i, tag in enumerate(path):
        scores[i, tag] = np.log(0.9 if i != 2 else 0.6)
    assert [(s.kind, s.first, s.last) for s in spans(scores, KINDS)] == [
        ("source", 1, 3),
        ("cue", 4, 5),
        ("cue", 5, 6),
    ]
    assert np.isclose(spans(scores, KINDS)[0].score, 0.6)


def test_nothing_to_read() -> None:
    assert spans(np.zeros((0, tag_count(KINDS)), dtype=np.float32), KINDS) == []
