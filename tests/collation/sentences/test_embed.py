"""Vectors: of unit length, alone in what they depend on, packed and unpacked."""

from __future__ import annotations

import numpy as np
import pytest

from rashomon.collation.sentences.embed import WIDTH, Embedder, pack, unpack


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return Embedder.load()


def test_near_in_meaning_is_near(embedder: Embedder) -> None:
    road, street, bread = embedder.embed(
        ["The army closed the road.", "Soldiers have shut the street.", "She bakes bread on Sundays."]
    )
    assert road @ street > 0.6 > 0.2 > road @ bread


def test_a_vector_depends_on_its_sentence_alone(embedder: Embedder) -> None:
    some = [
        "We go.",
        "The harbour has been closed since the night of the storm, officials of the port said.",
        "",
    ]
    together = embedder.embed(some)
    assert together.shape == (3, WIDTH)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    for sentence, row in zip(some, together, strict=True):
        assert np.array_equal(embedder.embed([sentence])[0], row)


def test_white_space_does_not_count(embedder: Embedder) -> None:
    assert np.array_equal(*embedder.embed(["We will\nnot go.", "We will not  go."]))


def test_what_lies_behind_the_limit_does_not_count(embedder: Embedder) -> None:
    long = "the harbour " * 400
    assert np.array_equal(*embedder.embed([long + "burns", long + "sleeps"]))


def test_no_sentences(embedder: Embedder) -> None:
    assert embedder.embed([]).shape == (0, WIDTH)


def test_packing_keeps_vectors(embedder: Embedder) -> None:
    vectors = embedder.embed(["We go.", "They stay."])
    packed = pack(vectors)
    assert [len(p) for p in packed] == [2 * WIDTH] * 2
    assert np.allclose(unpack(packed), vectors, atol=1e-3)
    assert not unpack([b""]).any()
    with pytest.raises(ValueError, match="384"):
        unpack([b"\0\0"])
