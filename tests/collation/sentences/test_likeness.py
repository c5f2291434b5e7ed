"""Likeness: what counts for and against two sentences being one statement."""

from __future__ import annotations

import numpy as np
import pytest

from rashomon.collation.sentences.embed import Embedder
from rashomon.collation.sentences.in_texts import common_meaning, compared, in_texts
from rashomon.collation.sentences.likeness import REFUSED, fragment, profile, stem, telling, whole


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return Embedder.load()


def odds(embedder: Embedder, one: str, other: str) -> float:
    a, b = embedder.embed([one, other])
    return float(whole([profile(one)], [profile(other)], np.array([a @ b], dtype=np.float32))[0])


def test_a_rewording_beats_another_statement(embedder: Embedder) -> None:
    said = "We shall hold the harbour until the last ship has sailed."
    reworded = "We will hold the port until the last of the ships has left."
    other = "The harbour was built by fishermen two hundred years ago."
    assert odds(embedder, said, reworded) > 0 > odds(embedder, said, other)


@pytest.mark.parametrize(
    ("same", "differing"),
    [
        ("Some 40 people were hurt at the bridge.", "Some 90 people were hurt at the bridge."),
        ("They will leave the valley.", "They will not leave the valley."),
        ("The envoy met Tarek in Lisse.", "The envoy met Oduya in Varna."),
    ],
)
def test_figures_negation_and_names_that_differ_count_against(
    embedder: Embedder, same: str, differing: str
) -> None:
    assert odds(embedder, same, differing) < odds(embedder, same, same) - 1


def test_figures_are_compared_as_written() -> None:
    assert profile("It cost 1,200 crowns.").figures == profile("1200 crowns").figures == {"1200"}


def test_a_number_in_a_name_is_no_figure() -> None:
    assert profile("16 million cases of Covid-19 by May").figures == {"16"}


def test_in_texts_is_symmetric(embedder: Embedder) -> None:
    one = ["We shall hold the harbour.", "Bread is dear.", "The envoy left at dawn."]
    other = ["The port will be held by us.", "The envoy departed at first light."]
    a, b = embedder.embed(one), embedder.embed(other)
    p, q = [profile(s) for s in one], [profile(s) for s in other]
    common = common_meaning(a, b)
    matrix = in_texts(compared(p, q, a, b, common))
    assert matrix.shape == (3, 2)
    assert np.allclose(matrix, in_texts(compared(q, p, b, a, common)).T, atol=1e-4)
    assert matrix[0].argmax() == 0 and matrix[2].argmax() == 1


def test_a_fragment_joins_its_sentence(embedder: Embedder) -> None:
    piece, full = (
        "We are ready to march at dawn,",
        "My comrades and I are ready to march at dawn, and so is the harbour watch.",
    )
    a, b = embedder.embed([piece, full])
    assert fragment(profile(piece), profile(full), float(a @ b)) > 2


@pytest.mark.parametrize("piece", ["only solution", "We will never give up.", "Tarek of Lisse"])
def test_a_few_words_are_no_fragment(piece: str) -> None:
    full = profile("Tarek of Lisse said that we will never give up the only solution there is.")
    assert not telling(profile(piece))
    assert fragment(profile(piece), full, 1.0) == REFUSED


def test_a_sentence_is_no_fragment_of_one_as_long() -> None:
    one = profile("The harbour watch is ready to march at dawn.")
    assert fragment(one, one, 1.0) == REFUSED


def test_stems() -> None:
    assert stem("harbour’s") == stem("harbours") == "harbour"
    assert stem("marching") == stem("marched") == "march"
