"""Alignment: order helps where words do not, and only there."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from rashomon.collation.sentences.embed import Embedder
from rashomon.collation.sentences.likeness import REFUSED, profile
from rashomon.collation.statements.align import Pair, align, joined, mutual_best, probabilities

LETTER = [
    "My mother, the first harbour master of Lisse, left me one duty: to keep the port open to all.",
    "That burden is now irrevocably mine.",
    "The crews and I are ready to spend every coin we have.",
    "We ask every free sailor who rejects the blockade to come to our quay, the last open one on this coast.",
]
OTHER_LETTER = [
    "My mother, who was the first master of the harbour in Lisse, left me one task: keeping the port open for everyone.",
    "That duty cannot be refused now.",
    "I and the crews are prepared to spend each coin that we own.",
    "We call on all free sailors, all who refuse the blockade, to join us on our quay, the last open one of the coast.",
]


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return Embedder.load()


def aligned(
    embedder: Embedder, one: list[str], other: list[str], handicap: NDArray[np.float64] | None = None
) -> list[Pair]:
    return align(
        [profile(s) for s in one],
        [profile(s) for s in other],
        embedder.embed(one),
        embedder.embed(other),
        handicap,
    )


def pairs(found: list[Pair]) -> set[tuple[int, int]]:
    return {(p.a, p.b) for p in found}


def test_a_letter_in_two_translations(embedder: Embedder) -> None:
    found = aligned(embedder, LETTER, OTHER_LETTER)
    assert pairs(found) == {(k, k) for k in range(4)}
    second = found[1]
    assert second.by_order and second.odds < 0 < second.score


def test_without_neighbours_unlike_words_do_not_match(embedder: Embedder) -> None:
    assert aligned(embedder, LETTER[1:2], OTHER_LETTER[1:2]) == []


def test_foreign_matter_and_swapped_neighbours(embedder: Embedder) -> None:
    foreign = ["Bread prices rose by a tenth in May.", "The museum shows clocks until Sunday."]
    other = [OTHER_LETTER[0], foreign[0], OTHER_LETTER[2], OTHER_LETTER[3], foreign[1]]
    assert pairs(aligned(embedder, LETTER, other)) == {(0, 0), (2, 2), (3, 3)}
    swapped = [OTHER_LETTER[k] for k in (0, 2, 3)]
    swapped[1:] = swapped[:0:-1]
    assert pairs(aligned(embedder, LETTER, swapped)) == {(0, 0), (2, 2), (3, 1)}


def test_one_sentence_told_in_two(embedder: Embedder) -> None:
    other = [
        OTHER_LETTER[0],
        OTHER_LETTER[2],
        "We call on all free sailors, all who refuse the blockade.",
        "They should join us on our quay, the last open one of the coast.",
    ]
    found = aligned(embedder, [LETTER[0], LETTER[2], LETTER[3]], other)
    assert pairs(found) == {(0, 0), (1, 1), (2, 2), (2, 3)}
    assert [p.merged for p in found] == [False, False, True, True]


def test_other_speakers_are_not_paired(embedder: Embedder) -> None:
    refused = np.zeros((4, 4))
    refused[2] = REFUSED
    assert pairs(aligned(embedder, LETTER, OTHER_LETTER, refused)) == {(0, 0), (1, 1), (3, 3)} or pairs(
        aligned(embedder, LETTER, OTHER_LETTER, refused)
    ) == {(0, 0), (3, 3)}


def test_unrelated_texts_share_nothing(embedder: Embedder) -> None:
    bread = [
        "Bread prices rose by a tenth in May.",
        "Bakers blame the drought.",
        "The ministry has no comment.",
    ]
    assert aligned(embedder, LETTER, bread) == []
    assert aligned(embedder, LETTER, []) == []


def test_joined_profiles() -> None:
    one, two = profile("We saw 3 ships."), profile("They did not stop.")
    both = joined(one, two)
    assert both.length == one.length + 1 + two.length
    assert both.figures == {"3"} and both.negated
    assert both.weights.keys() == one.weights.keys() | two.weights.keys()


def test_mutual_best_takes_the_first_of_equals() -> None:
    assert mutual_best(np.ones((2, 2)), 0.5) == [(0, 0)]
    assert mutual_best(np.array([[3.0, 1.0], [2.0, 0.0]]), 0.5) == [(0, 0)]


def enumerated(
    odds: NDArray[np.float64], one_two: NDArray[np.float64], two_one: NDArray[np.float64], swapped: float
) -> NDArray[np.float64]:
    """The same probabilities by walking every path."""
    n, m = odds.shape
    mass = np.zeros((n, m))
    total = 0.0

    def walk(i: int, j: int, weight: float, done: list[tuple[int, int]], right: bool) -> None:
        nonlocal total
        if (i, j) == (n, m):
            total += weight
            for cell in done:
                mass[cell] += weight
            return
        if i < n and j < m:
            walk(i + 1, j + 1, weight * math.exp(odds[i, j]), [*done, (i, j)], False)
        if i < n and j + 1 < m:
            walk(i + 1, j + 2, weight * math.exp(one_two[i, j]), [*done, (i, j), (i, j + 1)], False)
        if i + 1 < n and j < m:
            walk(i + 2, j + 1, weight * math.exp(two_one[i, j]), [*done, (i, j), (i + 1, j)], False)
        if i + 1 < n and j + 1 < m:
            both = odds[i + 1, j] + odds[i, j + 1] + swapped
            walk(i + 2, j + 2, weight * math.exp(both), [*done, (i + 1, j), (i, j + 1)], False)
        if i < n and not right:
            walk(i + 1, j, weight, done, False)
        if j < m:
            walk(i, j + 1, weight, done, True)

    walk(0, 0, 1.0, [], False)
    return mass / total


@pytest.mark.parametrize(("n", "m"), list(itertools.product((1, 2, 3), (1, 2, 4))))
def test_probabilities_are_those_of_all_paths(n: int, m: int) -> None:
    dice = np.random.default_rng(n * 10 + m)
    odds, one_two, two_one = (dice.normal(0, 2, size) for size in ((n, m), (n, m - 1), (n - 1, m)))
    single, merged = probabilities(odds, one_two, two_one, -1.0)
    assert np.allclose(single + merged, enumerated(odds, one_two, two_one, -1.0))


sentence = st.sampled_from([*LETTER, *OTHER_LETTER, "Bread is dear.", "The museum is shut.", "No."])


@settings(max_examples=60, deadline=None)
@given(st.lists(sentence, max_size=7), st.lists(sentence, max_size=7))
def test_every_pair_is_in_the_texts_and_no_sentence_in_three(one: list[str], other: list[str]) -> None:
    embedder = _shared()
    found = aligned(embedder, one, other)
    cells = [(p.a, p.b) for p in found]
    assert len(set(cells)) == len(cells)
    for p in found:
        assert 0 <= p.a < len(one) and 0 <= p.b < len(other) and 0 <= p.score <= 1
    for side in (0, 1):
        for place in {cell[side] for cell in cells}:
            partners = sorted(cell[1 - side] for cell in cells if cell[side] == place)
            assert len(partners) <= 2
            assert partners[-1] - partners[0] <= 1  # two partners are neighbours: a sentence told in two
    by_order = [p for p in found if p.by_order and not p.merged]
    sure = [p for p in found if not p.by_order and p.odds > 5]
    for weak in by_order:  # what only order brings together never crosses more than a swapped neighbour
        crossed = [s for s in sure if (s.a - weak.a) * (s.b - weak.b) < 0 and s.score > 0.99]
        assert all(abs(s.a - weak.a) <= 1 and abs(s.b - weak.b) <= 1 for s in crossed) or weak.score < 0.99


_EMBEDDER: list[Embedder] = []


def _shared() -> Embedder:
    if not _EMBEDDER:
        _EMBEDDER.append(Embedder.load())
    return _EMBEDDER[0]
