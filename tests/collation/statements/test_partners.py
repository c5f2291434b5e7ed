"""Partners: whatever way keys are gone through, the pairs are those that all pairs would give."""

from __future__ import annotations

from itertools import combinations
from unittest.mock import patch

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.collation.statements import partners as module
from rashomon.collation.statements.partners import NEAR, partners
from rashomon.collation.statements.weighing import COSINE

Held = list[tuple[set[int], int, str | None]]
"""Of each sentence its keys, the direction that its vector has, and its speaker."""

held = st.lists(
    st.tuples(
        st.sets(st.integers(0, 9), max_size=5), st.integers(0, 2), st.sampled_from(["osk", "ilse", None])
    ),
    max_size=30,
)


@given(held, st.integers(2, 9), st.integers(1, 40), st.integers(1, 8), st.integers(1, 4))
def test_partners_are_the_near_pairs_that_share_a_key_and_may_have_one_speaker(
    said: Held, crowded: int, part: int, tile: int, blocks: int
) -> None:
    vectors = np.zeros((len(said), 384), dtype=np.float32)
    for row, (_, direction, _) in zip(vectors, said, strict=True):
        row[direction] = row[direction + 1] = 0.5**0.5  # directions are apart by cosines of 1, 0.5 and 0
    keyed = []
    for some in np.array_split(np.arange(len(said)), blocks):
        owners = np.repeat(some, [len(said[k][0]) for k in some]).astype(np.int32)
        keyed.append((owners, np.array([key for k in some for key in sorted(said[k][0])], dtype=np.int64)))
    with patch.multiple(module, _CROWDED=crowded, _PART=part, _TILE=tile):
        a, b = partners(keyed, vectors, [speaker for _, _, speaker in said])
    expected = [
        (x, y)
        for (x, (ones, _, one)), (y, (others, _, other)) in combinations(enumerate(said), 2)
        if ones & others
        and vectors[x] @ vectors[y] >= NEAR
        and (one is None or other is None or one == other)
    ]
    assert sorted(zip(a.tolist(), b.tolist(), strict=True)) == expected


def test_rounded_vectors_lose_no_pair_that_weighing_would_take() -> None:
    dice = np.random.default_rng(3)
    rows = dice.normal(size=(60, 384)) + 1.22 * dice.normal(size=384)  # cosines around 0.6
    exact = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    keyed = [(np.arange(60, dtype=np.int32), np.zeros(60, dtype=np.int64))]
    found = set(
        zip(*(side.tolist() for side in partners(keyed, exact.astype(np.float16), [None] * 60)), strict=True)
    )
    near = {(x, y) for x, y in combinations(range(60), 2) if exact[x] @ exact[y] >= COSINE}
    assert 0 < len(near) < 60 * 59 / 2
    assert near <= found
