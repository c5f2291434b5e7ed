"""Candidate keys: what is said again meets under one, whatever else is looked up."""

from __future__ import annotations

from unittest.mock import patch

import numpy as np

from rashomon.collation.sentences import keys as module
from rashomon.collation.sentences.keys import CELLS, keys, keys_of, nearest_cells
from tests.collation.telling import embedder

SAYS = (
    "The first harbour master of Lisse left me one duty: to keep the port open to all.",
    "Whoever was first master of the harbour in Lisse left me one task: keeping the port open for everybody.",
    "Bread prices rose by a tenth in May, the bakers' guild of Tarn told its members on Sunday.",
)


def found(*texts: str) -> list[set[int]]:
    cells = nearest_cells(embedder().embed(texts))
    return [set(keys(text, own)) for text, own in zip(texts, cells.tolist(), strict=True)]


def test_two_renderings_meet_and_another_sentence_does_not() -> None:
    one, other, third = found(*SAYS)
    assert one & other
    assert not (one | other) & third


def test_a_part_repeated_word_for_word_meets_its_whole() -> None:
    whole, part = found(SAYS[0], "one duty: to keep the port open to all")
    assert whole & part


def test_keys_depend_on_nothing_else_and_are_the_same_on_every_run() -> None:
    alone = found(SAYS[0])[0]
    assert alone == found(*SAYS)[0]
    assert keys("“Lisse pays,” Tarn wrote.", [3, 77])[:2] == [PINNED_FIRST, PINNED_SECOND]


# Keys are kept in ledgers: another number would part what was read before from what is read now.
PINNED_FIRST, PINNED_SECOND = 444365922188112616, 3034367803365320087


def test_the_keys_of_many_are_those_of_each_and_what_says_too_little_has_none() -> None:
    texts = [*SAYS, "We will never give up.", "", *SAYS[:1]]
    vectors = embedder().embed(texts)
    with patch.object(module, "_BLOCK", 2):
        blocks = list(keys_of(texts, vectors))
    by = {k: [key for of, own in blocks for o, key in zip(of, own, strict=True) if o == k] for k in range(6)}
    cells = nearest_cells(vectors).tolist()
    assert by == {k: keys(texts[k], cells[k]) if k not in (3, 4) else [] for k in range(6)}


def test_cells_are_the_nearest_and_do_not_depend_on_the_batch() -> None:
    dice = np.random.default_rng(7)
    vectors = dice.normal(size=(50, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    together = nearest_cells(vectors)
    assert together.shape == (50, CELLS)
    assert all((nearest_cells(vectors[k : k + 1])[0] == together[k]).all() for k in range(50))
