"""Partners: of the sentences that share a key, the pairs that are near in meaning and whose speakers may be one.

Keys are looked at in parts, so that what is held at a time does not grow with their number. What many sentences hold is compared
as a product of matrices, every one with every one: by the pair, many times cheaper than rows fetched two by two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.collation.links import COSINE, rowwise

NEAR = COSINE - 0.002
"""Cosine below which a pair is not weighed: a little less than where weighing refuses it, as rows may be rounded here."""
_CROWDED = 16
"""Holders of a key from which all are compared with all; of fewer, a pair at a time costs as much or less (measured)."""
_PART = 4_000_000
"""Keys, and pairs of their holders, looked at together."""
_TILE = 1024
"""Rows and columns of one product."""

Numbers = NDArray[np.int64]
Owners = NDArray[np.int32]


def partners(
    keyed: Sequence[tuple[Owners, Numbers]], vectors: NDArray[np.floating], speakers: Sequence[str | None]
) -> tuple[Numbers, Numbers]:
    """All pairs (lower, higher) worth weighing, each once, ascending.

    ``keyed`` are owners and their keys as :func:`~.keys.keys_of` gives them; ``vectors`` are of unit length, (n, 384), and
    ``speakers`` are who said each, ``None`` where that is not known.
    """
    voices = voices_of(speakers)
    parts = sum(len(found) for _, found in keyed) // _PART + 1
    near = []
    for part in range(parts if keyed else 0):
        some = [found % parts == part for _, found in keyed]
        of = np.concatenate([owners[at] for at, (owners, _) in zip(some, keyed, strict=True)])
        key = np.concatenate([found[at] for at, (_, found) in zip(some, keyed, strict=True)])
        order = np.argsort(key, kind="stable")
        near.append(met(of[order], key[order], vectors, voices))
    return parted(near, len(voices))


def voices_of(speakers: Sequence[str | None]) -> Owners:
    """A number for each speaker, -1 for who is not known."""
    numbers: dict[str | None, int] = {None: -1}
    return np.array([numbers.setdefault(speaker, len(numbers)) for speaker in speakers], dtype=np.int32)


def parted(near: Sequence[Numbers], count: int) -> tuple[Numbers, Numbers]:
    """Pairs as :func:`met` gives them as lower and higher rows, each pair once, ascending."""
    pairs = _once(np.concatenate([np.zeros(0, dtype=np.int64), *near]))
    return pairs // max(count, 1), pairs % max(count, 1)


def met(of: Owners, key: Numbers, vectors: NDArray[np.floating], voices: Owners) -> Numbers:
    """The pairs worth weighing among the owners of some keys, each pair once: ``lower * len(voices) + higher``.

    ``of`` are the owners and ``key`` their keys, ascending, of one length; an owner has a key once.
    """
    edges = (
        np.flatnonzero(np.concatenate([key[1:] != key[:-1], [True]])) + 1 if len(key) else np.zeros(0, int)
    )
    sizes = np.diff(edges, prepend=0)
    found = [
        _crowd(of[end - size : end], vectors, voices)
        for end, size in zip(
            edges[sizes >= _CROWDED].tolist(), sizes[sizes >= _CROWDED].tolist(), strict=True
        )
    ]
    few = np.repeat((sizes > 1) & (sizes < _CROWDED), sizes)
    found += _pairwise(of[few], np.repeat(edges, sizes)[few] - np.flatnonzero(few) - 1, vectors, voices)
    return _once(np.concatenate([np.zeros(0, dtype=np.int64), *found]))


def _crowd(rows: Owners, vectors: NDArray[np.floating], voices: Owners) -> Numbers:
    """The near pairs of all that hold one key."""
    found = []
    for start in range(0, len(rows), _TILE):
        ones = _fetched(vectors, rows[start : start + _TILE])
        for behind in range(start, len(rows), _TILE):
            others = ones if behind == start else _fetched(vectors, rows[behind : behind + _TILE])
            a, b = np.nonzero(ones @ others.T >= NEAR)
            a, b = a + start, b + behind
            found.append(_fitting(rows[a[a < b]], rows[b[a < b]], voices))
    return np.concatenate(found)


def _pairwise(
    of: Owners, following: Numbers, vectors: NDArray[np.floating], voices: Owners
) -> Iterator[Numbers]:
    """The near pairs of owners that stand key by key; each is followed by so many others of its key."""
    totals = np.cumsum(following)
    start = 0
    while start < len(of):
        done = int(totals[start - 1]) if start else 0
        stop = max(int(np.searchsorted(totals, done + _PART, side="right")), start + 1)
        many = following[start:stop]
        one = np.repeat(np.arange(start, stop), many)
        other = one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(many) - many, many)
        pairs = _once(_fitting(of[one], of[other], voices))
        near = rowwise(vectors, pairs // len(voices), pairs % len(voices)) >= NEAR
        yield pairs[near]
        start = stop


def _fitting(one: Owners, other: Owners, voices: Owners) -> Numbers:
    """The pairs whose speakers do not differ."""
    x, y = voices[one], voices[other]
    fit = (x == y) | (x < 0) | (y < 0)
    lower, higher = np.minimum(one[fit], other[fit]), np.maximum(one[fit], other[fit])
    return np.asarray(lower * np.int64(len(voices)) + higher, dtype=np.int64)


def _fetched(vectors: NDArray[np.floating], rows: Owners) -> NDArray[np.float32]:
    return np.asarray(vectors[rows], dtype=np.float32)


def _once(pairs: Numbers) -> Numbers:
    """Each number once, ascending. (``numpy.unique`` hashes first, which for millions of numbers takes ten times as long.)"""
    pairs = np.sort(pairs)
    return pairs[np.concatenate([[True], pairs[1:] != pairs[:-1]])] if len(pairs) else pairs
