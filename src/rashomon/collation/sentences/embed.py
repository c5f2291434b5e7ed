"""Sentences as vectors: the model beside ``models/sentences.md``, run one sentence at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rashomon.models import model_path, session

WIDTH = 384
"""Numbers in a vector."""

LENGTH = 256
"""Word pieces the model reads, its two markers included; what lies behind them does not count."""


LONGEST = 30_000
"""Characters of a sentence that are cut into word pieces at all: a hundred for each piece, as longer words have none."""


class Embedder:
    """Turns sentences into unit vectors; the cosine of two sentences is the dot product of their vectors."""

    def __init__(self, session: onnxruntime.InferenceSession, tokenizer: Tokenizer) -> None:
        self._session = session
        self._tokenizer = tokenizer

    @classmethod
    def load(cls, folder: Path | None = None) -> Embedder:
        """Load ``sentences.onnx`` and ``tokenizer.json`` from ``folder`` (the package's own by default)."""
        at = {
            name: folder / name if folder else model_path(name)
            for name in ("sentences.onnx", "tokenizer.json")
        }
        tokenizer = Tokenizer.from_file(str(at["tokenizer.json"]))
        tokenizer.no_padding()
        tokenizer.enable_truncation(LENGTH)
        return cls(session(at["sentences.onnx"]), tokenizer)

    def embed(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """One row of unit length for each sentence: ``(len(sentences), 384)``.

        A row depends on its sentence alone, line breaks and other white space counting as one space. Longer sentences are
        cut behind :data:`LENGTH` word pieces, some 180 words.
        """
        words = [" ".join(sentence[:LONGEST].split()) for sentence in sentences]
        different = {same: n for n, same in enumerate(dict.fromkeys(words))}
        rows = np.empty((len(different), WIDTH), dtype=np.float32)
        for row, encoding in zip(rows, self._tokenizer.encode_batch(list(different)), strict=True):
            # One sentence a run: int8 activations share a scale, so batch mates would change each other's vectors.
            row[:] = self._session.run(None, {"ids": np.array([encoding.ids], dtype=np.int64)})[0][0]
        return rows[[different[same] for same in words]]


def pack(vectors: NDArray[np.float32]) -> list[bytes]:
    """Each row as ``Sentence.vector`` holds it: 384 float16 numbers, little-endian, 768 bytes."""
    return [row.tobytes() for row in vectors.astype("<f2")]


def unpack(vectors: Iterable[bytes]) -> NDArray[np.float32]:
    """The matrix ``(n, 384)`` of ``n`` packed vectors, each scaled to unit length again; an empty one gives a row of zeros.

    Raises ``ValueError`` for bytes of any other length.
    """
    rows = [np.frombuffer(vector, dtype="<f2") if vector else np.zeros(WIDTH, "<f2") for vector in vectors]
    for row in rows:
        if row.shape != (WIDTH,):
            raise ValueError(f"a packed vector has {WIDTH} float16 numbers, this one {len(row)}")
    matrix = np.array(rows, dtype=np.float32).reshape(len(rows), WIDTH)
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    return np.asarray(matrix / np.where(lengths == 0, 1, lengths), dtype=np.float32)
