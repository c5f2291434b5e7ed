"""Which sentence of one report answers to which of another: by likeness, and by order.

A letter that two outlets quote keeps its order, so a pair of sentences that stands between two sure pairs is likely
even where the words share little: "That fight is now irreversibly mine." / "That struggle is inevitable now." As in
bilingual aligners (Gale and Church 1993; Vecalign, Thompson and Koehn 2019), an alignment is a path of moves: a sentence skipped
on either side, one paired with one, one with two, two with one, and two neighbours swapped. Unlike those, the texts here are cut,
reordered and mixed with other matter; so no single best path is taken: each pair gets its probability over *all* paths, by
a forward and a backward pass, as for pairs of protein sequences (Miyazawa 1995; Durbin et al. 1998, chapter 4).

Lenience is local: the full bonus for order holds between near anchors, and none holds far from any.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rashomon.collation.sentences.in_texts import (
    Compared,
    common_meaning,
    compared,
    in_texts,
    in_texts_merged,
)
from rashomon.collation.sentences.likeness import REFUSED, Profile

Odds = NDArray[np.float64]

# Set on the dev translations (seeds 2 and 3 of the yardstick's making, three languages, one setting for all).
ANCHOR = 1.5
"""Log-odds that make a pair, each the other's best, an anchor."""
ANCHORS = 1
"""Anchors two texts must share to be aligned at all: order says nothing with fewer."""
BETWEEN = 2.0
"""Added to the log-odds of a pair that stands between two near anchors."""
BESIDE = 1.0
"""Added near one anchor."""
NEAR = 10
"""Sentences to the anchors before and after, together, up to which the bonus is full; it is gone at twice that."""
MERGED = -3.0
"""Added where one sentence is paired with two; -2 to -4 give the same mean F1 on the dev translations within 0.1."""
SWAPPED = -1.0
"""Added where two neighbours have changed places."""
KIN = 0.25
"""Share of the shorter text's sentences that are anchors besides one, from which two texts count as tellings of one."""
STRANGERS = -3.0
"""Added to every pair of two texts that share one sentence; rises to 0 at :data:`KIN`."""
DIRECTLY = 0.67
"""Part of what strangers lose that a pair directly behind or before an anchor keeps. Set on half of the crowd's lines (every
other block of 40, bench/collation/crowd.py); 1 is the same there, and texts that share much lose nothing anyway."""
LEAST = 0.5
"""Probability a pair needs."""
MOVED = 0.0
"""Log-odds a pair needs that the order of the texts cannot explain: a sentence moved far."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentence ``a`` of one report answers to sentence ``b`` of the other.

    ``odds`` is the log-odds by likeness alone, ``score`` the probability with order taken into account (0 to 1),
    ``by_order`` whether likeness alone would not have been enough; ``merged`` whether it is a half of a one-to-two pair.
    """

    a: int
    b: int
    odds: float
    score: float
    by_order: bool = False
    merged: bool = False


def align(
    a: Sequence[Profile],
    b: Sequence[Profile],
    vectors_a: NDArray[np.float32],
    vectors_b: NDArray[np.float32],
    handicap: Odds | None = None,
) -> list[Pair]:
    """The pairs of sentences of two texts that say the same, in order of ``a``.

    Vectors are rows of unit length. ``handicap`` (len(a), len(b)) is added to the log-odds: :data:`..sentences.likeness.REFUSED`
    where two sentences cannot be one statement (their speakers differ). Fewer than :data:`ANCHORS` anchors give an empty list. A
    sentence is paired once, or twice with neighbours.
    """
    if not a or not b:
        return []
    common = common_meaning(vectors_a, vectors_b)
    singles = compared(a, b, vectors_a, vectors_b, common)
    odds = in_texts(singles).astype(np.float64)
    if handicap is not None:
        odds = np.maximum(odds + handicap, REFUSED)
    anchors = mutual_best(odds, ANCHOR)
    if len(anchors) < ANCHORS:
        return []
    one_two, two_one = _merged_odds(
        a, b, vectors_a, vectors_b, common, singles, np.zeros_like(odds) if handicap is None else handicap
    )
    others = max(1, min(len(a), len(b)) - 1)
    base = STRANGERS * (1 - min(1.0, (len(anchors) - 1) / others / KIN))
    for _ in range(2):  # what the first pass finds between the anchors is an anchor to the second
        bonus = _bonus(anchors, odds.shape, base)
        single, merged = probabilities(
            odds + bonus,
            one_two + np.minimum(bonus[:, 1:], bonus[:, :-1]) + MERGED,
            two_one + np.minimum(bonus[1:], bonus[:-1]) + MERGED,
            SWAPPED,
        )
        chosen = [(int(i), int(j)) for i, j in np.argwhere(single + merged >= LEAST)]
        anchors = [(i, j) for i, j in chosen if odds[i, j] >= 0] or anchors
    pairs = [
        Pair(
            i,
            j,
            float(odds[i, j]),
            float(min(1.0, single[i, j] + merged[i, j])),
            by_order=bool(odds[i, j] < ANCHOR),
            merged=bool(merged[i, j] > single[i, j]),
        )
        for i, j in chosen
    ]
    # What the order of the two texts cannot explain (a sentence moved far) still stands on its likeness.
    rest = odds + base
    rest[[i for i, _ in chosen], :] = REFUSED
    rest[:, [j for _, j in chosen]] = REFUSED
    while (best := float(rest.max())) >= MOVED:
        i, j = (int(k) for k in np.unravel_index(int(rest.argmax()), rest.shape))
        pairs.append(Pair(i, j, float(odds[i, j]), 1 / (1 + float(np.exp(-best)))))
        rest[i, :] = rest[:, j] = REFUSED
    return sorted(pairs, key=lambda pair: (pair.a, pair.b))


def mutual_best(odds: Odds, least: float) -> list[tuple[int, int]]:
    """Cells of at least ``least`` that are the highest of their row and of their column; the first of equals."""
    best = odds.argmax(axis=1)
    return [(i, int(j)) for i, j in enumerate(best) if odds[i, j] >= least and int(odds[:, j].argmax()) == i]


def joined(first: Profile, second: Profile) -> Profile:
    """The profile of two neighbouring sentences as one."""
    weights = {
        word: max(first.weights.get(word, 0.0), second.weights.get(word, 0.0))
        for word in (*first.weights, *second.weights)
    }
    return replace(
        first,
        length=first.length + 1 + second.length,
        weights=weights,
        content=first.content | second.content,
        letters=" ".join(sorted(f"{first.letters} {second.letters}".split())),
        figures=first.figures | second.figures,
        names=first.names | second.names,
        negated=first.negated or second.negated,
    )


def _merged_odds(
    a: Sequence[Profile],
    b: Sequence[Profile],
    vectors_a: NDArray[np.float32],
    vectors_b: NDArray[np.float32],
    common: NDArray[np.float32],
    singles: Compared,
    handicap: Odds,
) -> tuple[Odds, Odds]:
    """Log-odds of one sentence of ``a`` with two of ``b``, (n, m - 1), and of two with one, (n - 1, m)."""

    def twos(
        profiles: Sequence[Profile], vectors: NDArray[np.float32]
    ) -> tuple[list[Profile], NDArray[np.float32]]:
        sums = vectors[1:] + vectors[:-1]
        lengths = np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-6)
        return [joined(x, y) for x, y in pairwise(profiles)], sums / lengths

    n, m = handicap.shape
    (two_a, sums_a), (two_b, sums_b) = twos(a, vectors_a), twos(b, vectors_b)
    one_two, two_one = np.empty((n, 0), np.float32), np.empty((0, m), np.float32)
    if m > 1:
        one_two = in_texts_merged(compared(a, two_b, vectors_a, sums_b, common), singles)
    if n > 1:
        turned = {name: values.T for name, values in singles.items()}
        two_one = in_texts_merged(compared(b, two_a, vectors_b, sums_a, common), turned).T
    return (
        np.maximum(one_two + np.minimum(handicap[:, 1:], handicap[:, :-1]), REFUSED),
        np.maximum(two_one + np.minimum(handicap[1:], handicap[:-1]), REFUSED),
    )


def _bonus(anchors: Sequence[tuple[int, int]], shape: tuple[int, int], base: float) -> Odds:
    """What order adds to each cell: by how far the nearest anchors before and after it are, in sentences.

    ``base``, which strangers lose, is not lost between anchors, nor most of it right beside one: there they are no strangers.
    """
    rows, columns = np.mgrid[: shape[0], : shape[1]]
    before, after = np.full(shape, np.inf), np.full(shape, np.inf)
    for i, j in anchors:
        for side, down, right in ((before, rows - i, columns - j), (after, i - rows, j - columns)):
            distance = np.where((down > 0) & (right > 0), np.maximum(down, right), np.inf)
            np.minimum(side, distance, out=side)
    enclosed = np.clip(2 - (before + after) / NEAR, 0, 1)
    beside = BESIDE * np.clip(2 - 2 * np.minimum(before, after) / NEAR, 0, 1)
    kept = np.maximum(enclosed, DIRECTLY * (np.minimum(before, after) == 1))
    return np.asarray(np.maximum(BETWEEN * enclosed, beside) + base * (1 - kept), dtype=np.float64)


def probabilities(odds: Odds, one_two: Odds, two_one: Odds, swapped: float = SWAPPED) -> tuple[Odds, Odds]:
    """The probability of each pair over all paths: as one with one (or swapped), and as half of one with two.

    ``odds`` (n, m), ``one_two`` (n, m - 1) and ``two_one`` (n - 1, m) are the log weights of the moves; a skip weighs 0. Skips go
    down before they go right, so that each set of pairs is counted once. Both results are (n, m).
    """
    n, m = odds.shape
    swap = (
        odds[1:, :-1] + odds[:-1, 1:] + swapped
        if n > 1 and m > 1
        else np.empty((max(n - 1, 0), max(m - 1, 0)))
    )
    moves = ((1, 1, odds), (1, 2, one_two), (2, 1, two_one), (2, 2, swap))
    ends, total = _forward(moves, n, m)
    # The backward pass is the forward pass of the texts read from their ends, but for the order of skips, which is free.
    turned = tuple((down, right, weights[::-1, ::-1]) for down, right, weights in moves)
    backward, _ = _forward(turned, n, m)
    starts = backward[::-1, ::-1]
    single, merged = np.zeros((n, m)), np.zeros((n, m))
    for down, right, weights in moves:
        if not weights.size:
            continue
        rows, columns = weights.shape
        mass = np.exp(ends[:rows, :columns] + weights + starts[down:, right:] - total)
        if (down, right) == (2, 2):
            single[1:, :-1] += mass
            single[:-1, 1:] += mass
        elif (down, right) == (1, 1):
            single += mass
        else:
            merged[:rows, :columns] += mass
            merged[down - 1 :, right - 1 :] += mass
    return single, merged


def _forward(moves: Sequence[tuple[int, int, Odds]], n: int, m: int) -> tuple[Odds, float]:
    """Log weight of all paths from the start to each point of the (n + 1) by (m + 1) grid, and to its end.

    Diagonal by diagonal: all points of one depend only on the two to four before it.
    """
    nothing = -1e9
    paired = np.full((n + 1, m + 1), nothing)  # the last move paired, or this is the start
    down = paired.copy()  # the last move skipped a sentence of the first text
    every = paired.copy()
    paired[0, 0] = every[0, 0] = 0
    for diagonal in range(1, n + m + 1):
        i = np.arange(max(0, diagonal - m), min(n, diagonal) + 1)
        j = diagonal - i
        here = np.full(len(i), nothing)
        for rows, columns, weights in moves:
            within = (i >= rows) & (j >= columns)
            x, y = i[within] - rows, j[within] - columns
            here[within] = np.logaddexp(here[within], every[x, y] + weights[x, y])
        skip_down, skip_right = np.full(len(i), nothing), np.full(len(i), nothing)
        within = i > 0
        x, y = i[within] - 1, j[within]
        skip_down[within] = np.logaddexp(paired[x, y], down[x, y])
        within = j > 0
        skip_right[within] = every[i[within], j[within] - 1]
        paired[i, j], down[i, j] = here, skip_down
        every[i, j] = np.logaddexp(np.logaddexp(here, skip_down), skip_right)
    return every, float(every[n, m])
