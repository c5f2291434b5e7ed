"""The index of meanings finds what is nearest, and keeps up with a ledger that is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from rashomon.collation.sentences.embed import pack
from rashomon.ledger import Ledger
from rashomon.records import Sentence, Voice
from rashomon.room.meaning import Meanings
from tests.dossier import made

RANDOM = np.random.default_rng(7)


def unit(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(vector / np.linalg.norm(vector), dtype=np.float32)


def add(ledger: Ledger, name: str, vectors: list[NDArray[np.float32]], reader: str = "made") -> list[str]:
    """A report with a sentence for each vector; gives the sentences."""
    words = [f"{name} {n} says so." for n in range(len(vectors))]
    capture, report, reading = made.item(name, [(Voice.BODY, " ".join(words))], [])
    places = [report.text.index(w) for w in words]
    sentences = tuple(
        Sentence(at, at + len(w), None, v)
        for at, w, v in zip(places, words, pack(np.array(vectors)), strict=True)
    )
    ledger.add(capture, report, replace(reading, sentences=sentences), fingerprint=reader)
    return words


@pytest.fixture
def question(monkeypatch: pytest.MonkeyPatch) -> NDArray[np.float32]:
    """What is asked, as a vector, whatever its words are."""
    vector = unit(RANDOM.normal(size=384).astype(np.float32))
    monkeypatch.setattr(Meanings, "_embed", lambda self, words: vector)
    return vector


def test_the_nearest_come_first_whatever_else_there_is(tmp_path: Path, question: NDArray[np.float32]) -> None:
    noise = [RANDOM.normal(size=384).astype(np.float32) for _ in range(600)]
    near = [unit(question + share * unit(noise[n])) for n, share in enumerate((0.2, 0.6, 1.2))]
    with Ledger.open(tmp_path / "made.db") as ledger:
        add(ledger, "others", [unit(v) for v in noise])
        wanted = add(ledger, "near", near)
        index = Meanings(tmp_path / "made.db")
        assert index.prepare(ledger, wait=60) == 1.0
        found = index.nearest(ledger, "what is asked")
    assert [a.sentence.text for a in found[:3]] == wanted
    assert [a.cosine for a in found[:3]] == pytest.approx([float(v @ question) for v in near], abs=2e-3)
    assert all(a.cosine > 0.3 for a in found), "what is not like the question is left out"


def test_what_is_added_is_found_and_what_is_read_anew_is_found_once(
    tmp_path: Path, question: NDArray[np.float32]
) -> None:
    with Ledger.open(tmp_path / "made.db") as ledger:
        index = Meanings(tmp_path / "made.db")
        assert index.prepare(ledger) == 1.0
        assert index.nearest(ledger, "anything") == []
        for reader in ("made", "another"):
            (sentence,) = add(ledger, "late", [question], reader)
            assert index.prepare(ledger, wait=60) == 1.0
            assert [a.sentence.text for a in index.nearest(ledger, "it")] == [sentence]
        index.close()
