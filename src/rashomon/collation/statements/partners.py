"""Partners: of the sentences that share a key, the pairs that are near in meaning and whose speakers may be one.

Keys are looked at in parts, so that what is held at a time does not grow with their number. What many sentences hold is compared
as a product of matrices, every one with every one: by the pair, many times cheaper than rows fetched two by two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.collation.statements.weighing import COSINE, rowwise

NEAR = COSINE - 0.002
"""Cosine below which a pair is not weighed: a little less than where weighing refuses it, as rows may be rounded here."""
_CROWDED = 16
"""Holders of a key from which all are compared with all, or as many pairs; fewer cost no more pair by pair (measured)."""
_PART = 4_000_000
"""Keys, and pairs of their holders, looked at together."""
_TILE = 1024
"""Rows and columns of one product."""

Numbers = NDArray[np.int64]
Owners = NDArray[np.int32]


def partners(
    keyed: Sequence[tuple[Owners, Numbers]], vectors: NDArray[np.floating], speakers: Sequence[str | None]
) -> tuple[Numbers, Numbers]:
    """All pairs (lower, higher) worth weighing, each once; those that met under one key mostly together.

    ``keyed`` are owners and their keys as :func:`..sentences.keys.keys_of` gives them; ``vectors`` are of unit length, (n, 384),
    and ``speakers`` are who said each, ``None`` where that is not known.
    """
    voices = voices_of(speakers)
    parts = sum(len(found) for _, found in keyed) // _PART + 1
    near = []
    for part in range(parts if keyed else 0):
        some = [found % parts == part for _, found in keyed]
        of = np.concatenate([owners[at] for at, (owners, _) in zip(some, keyed, strict=True)])
        key = np.concatenate([found[at] for at, (_, found) in zip(some, keyed, strict=True)])
        near.append(met(of, key, vectors, voices))
    return parted(near, len(voices))


def voices_of(speakers: Sequence[str | None]) -> Owners:
    """A number for each speaker, -1 for who is not known."""
    numbers: dict[str | None, int] = {None: -1}
    return np.array([numbers.setdefault(speaker, len(numbers)) for speaker in speakers], dtype=np.int32)


def parted(near: Sequence[Numbers], count: int) -> tuple[Numbers, Numbers]:
    """Pairs as :func:`met` gives them, as lower and higher rows, each pair once, where it came first."""
    pairs = np.concatenate([np.zeros(0, dtype=np.int64), *near])
    # numpy.unique would hash first, which for millions of numbers takes ten times as long.
    order = np.argsort(pairs, kind="stable")
    first = np.sort(order[np.diff(pairs[order], prepend=-1) > 0])
    return pairs[first] // max(count, 1), pairs[first] % max(count, 1)


def met(of: Owners, key: Numbers, vectors: NDArray[np.floating], voices: Owners) -> Numbers:
    """The pairs worth weighing among all owners of some keys: ``lower * len(voices) + higher``, some more than once.

    ``of`` are the owners and ``key`` their keys, in any order, of one length; an owner has a key once.
    """
    order = np.argsort(key, kind="stable")
    size = np.diff(_ends(key[order]), prepend=0)
    several = order[np.repeat(size > 1, size)]
    of, key = of[several], key[several]
    # Of a key's owners those come first whose speaker is not known: they meet all that follow, others their own speaker's.
    order = np.lexsort((voices[of], key))
    of, key = of[order], key[order]
    by_key = _ends(key)
    voice = _ends(key, voices[of])
    unknown = voices[of[voice - 1]] < 0
    start = np.concatenate([[0], voice[:-1]]) if len(voice) else voice
    end = np.where(unknown, by_key[np.searchsorted(by_key, voice)] if len(voice) else voice, voice)
    crowded = (voice - start) * (end - start) >= _CROWDED**2
    found = [
        _product(of[first:last], of[first:end_], vectors, len(voices))
        for first, last, end_ in zip(
            start[crowded].tolist(), voice[crowded].tolist(), end[crowded].tolist(), strict=True
        )
    ]
    at = np.flatnonzero(np.repeat(~crowded, voice - start))
    found += _pairwise(of, at, np.repeat(end, voice - start)[at], vectors, len(voices))
    return np.concatenate([np.zeros(0, dtype=np.int64), *found])


def _ends(*columns: NDArray[np.integer]) -> Numbers:
    """Where each run of equal rows ends."""
    if not len(columns[0]):
        return np.zeros(0, dtype=np.int64)
    change = np.zeros(len(columns[0]), dtype=bool)
    change[-1] = True
    for column in columns:
        change[:-1] |= column[1:] != column[:-1]
    return np.flatnonzero(change) + 1


def _product(ones: Owners, others: Owners, vectors: NDArray[np.floating], count: int) -> Numbers:
    """The near pairs of some owners with all others, which begin with the same."""
    found = []
    for start in range(0, len(ones), _TILE):
        rows = _fetched(vectors, ones[start : start + _TILE])
        for behind in range(start, len(others), _TILE):
            a, b = np.nonzero(rows @ _fetched(vectors, others[behind : behind + _TILE]).T >= NEAR)
            once = a + start < b + behind
            found.append(_coded(ones[a[once] + start], others[b[once] + behind], count))
    return np.concatenate(found)


def _pairwise(
    of: Owners, at: Numbers, end: Numbers, vectors: NDArray[np.floating], count: int
) -> Iterator[Numbers]:
    """The near pairs of the owners at these places, each with those that follow it up to its end."""
    following = end - at - 1
    totals = np.cumsum(following)
    start = 0
    while start < len(at):
        done = int(totals[start - 1]) if start else 0
        stop = max(int(np.searchsorted(totals, done + _PART, side="right")), start + 1)
        many = following[start:stop]
        one = np.repeat(at[start:stop], many)
        other = one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(many) - many, many)
        a, b = parted([_coded(of[one], of[other], count)], count)
        near = rowwise(vectors, a, b) >= NEAR
        yield a[near] * np.int64(count) + b[near]
        start = stop


def _coded(one: Owners, other: Owners, count: int) -> Numbers:
    return np.asarray(np.minimum(one, other) * np.int64(count) + np.maximum(one, other), dtype=np.int64)


def _fetched(vectors: NDArray[np.floating], rows: Owners) -> NDArray[np.float32]:
    return np.asarray(vectors[rows], dtype=np.float32)
