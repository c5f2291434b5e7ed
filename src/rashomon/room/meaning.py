"""Search by meaning: the sentences of a ledger that are nearest to a question, found through the signs of their vectors.

A vector's signs, 384 bits, keep the order of its angles to others well enough to choose some hundreds of a million in
tens of milliseconds (random hyperplanes: Charikar 2002; signs of learnt vectors: Norouzi, Fleet and Salakhutdinov 2012); those
are then ordered by the vectors themselves.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.ledger import Ledger, LedgerError
from rashomon.ledger.shown import meanings
from rashomon.ledger.shown.meanings import Meant

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from rashomon.collation.sentences.embed import Embedder

#: Sentences that the signs choose, of which the vectors then order the best.
CHOSEN = 400

#: Cosine below which a sentence is not like the question at all: on the bundled example, the best sentence for questions about
#: what stands in no report (a cup final, interest rates, a landing on the moon) has 0.20 to 0.37.
LEAST = 0.38


@dataclass(frozen=True, slots=True)
class Alike:
    """A sentence and how like the question it is: the cosine of their vectors, -1 to 1."""

    sentence: Meant
    cosine: float


class Meanings:
    """The index of a ledger's sentences, in memory: 48 bytes and a number each. It is made in the background, at first use."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._one_at_a_time = threading.Lock()
        self._signs: list[NDArray[np.uint64]] = []  # of each part (words of a vector's signs, sentences)
        self._numbers: list[NDArray[np.int64]] = []
        self._last = 0
        self._making: threading.Thread | None = None
        self._closed = False
        self._embedder: Embedder | None = None

    def prepare(self, ledger: Ledger, wait: float = 2.0) -> float:
        """See to it that the index holds every sentence; gives the share of the sentences' numbers that it has reached, 0 to 1.

        It goes on in the background after ``wait`` seconds: what it holds can be searched meanwhile.
        """
        last = meanings.last_number(ledger)
        with self._lock:
            if (
                last > self._last
                and (self._making is None or not self._making.is_alive())
                and not self._closed
            ):
                self._making = threading.Thread(target=self._make, name="meanings", daemon=True)
                self._making.start()
            making = self._making
        if making is not None:
            making.join(wait)
        return 1.0 if last == 0 else min(1.0, self._last / last)

    def close(self) -> None:
        """Stop making the index."""
        self._closed = True
        if self._making is not None:
            self._making.join()

    def nearest(self, ledger: Ledger, question: str) -> list[Alike]:
        """The sentences nearest to the question, the nearest first, some hundreds at the most."""
        import numpy as np

        from rashomon.collation.sentences.embed import unpack

        with self._one_at_a_time:
            vector = self._embed(question)
        chosen = self._choose(np.packbits(vector > 0).view(np.uint64))
        found = meanings.sentences(ledger, chosen)
        if not found:
            return []
        cosines = unpack(meant.vector for meant in found) @ vector
        alike = [Alike(meant, float(c)) for meant, c in zip(found, cosines, strict=True) if c >= LEAST]
        return sorted(alike, key=lambda a: (-a.cosine, a.sentence.report, a.sentence.start))

    def _embed(self, question: str) -> NDArray[np.float32]:
        from rashomon.collation.sentences.embed import Embedder

        if self._embedder is None:
            self._embedder = Embedder.load()
        vector: NDArray[np.float32] = self._embedder.embed([question])[0]
        return vector

    def _choose(self, signs: NDArray[np.uint64]) -> list[int]:
        import numpy as np

        with self._lock:
            parts = list(zip(self._signs, self._numbers, strict=True))
        best: list[tuple[NDArray[np.uint16], NDArray[np.int64]]] = []
        for held, numbers in parts:
            apart = _apart(held, signs)
            nearest = np.argpartition(apart, min(CHOSEN, len(apart)) - 1)[:CHOSEN]
            best.append((apart[nearest], numbers[nearest]))
        if not best:
            return []
        apart, numbers = (np.concatenate(column) for column in zip(*best, strict=True))
        return [int(n) for n in numbers[np.argsort(apart, kind="stable")[:CHOSEN]]]

    def _make(self) -> None:
        import numpy as np

        try:
            with Ledger.open(self._path, create=False, read_only=True) as ledger:
                for numbers, packed in meanings.vectors(ledger, self._last):
                    if self._closed:
                        return
                    signs = np.packbits(np.frombuffer(packed, "<f2").reshape(len(numbers), -1) > 0, axis=1)
                    with self._lock:
                        self._signs.append(
                            np.ascontiguousarray(np.ascontiguousarray(signs).view(np.uint64).T)
                        )
                        self._numbers.append(np.array(numbers, dtype=np.int64))
                        self._last = numbers[-1]
                # Those after the last one with a vector have none.
                self._last = max(self._last, meanings.last_number(ledger))
        except LedgerError:
            return  # the next search tries again, and its own reading of the ledger says what is wrong


def _apart(held: NDArray[np.uint64], signs: NDArray[np.uint64]) -> NDArray[np.uint16]:
    """In how many bits the signs of each sentence differ from these; ``held`` has a row for each word of signs, so that each
    is gone through from end to end."""
    import numpy as np

    apart = np.zeros(held.shape[1], dtype=np.uint16)
    for word, of_question in zip(held, signs, strict=True):
        apart += _bits(word ^ of_question)
    return apart


def _bits(words: NDArray[np.uint64]) -> NDArray[np.uint8]:
    """How many bits are set in each number."""
    import numpy as np

    if hasattr(np, "bitwise_count"):  # since NumPy 2.0
        return np.asarray(np.bitwise_count(words))
    return np.asarray(np.unpackbits(words.view(np.uint8).reshape(-1, 8), axis=1).sum(axis=1, dtype=np.uint8))
