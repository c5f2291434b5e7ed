"""Which reports are compared: those that share shingles, thinned by winnowing (Schleimer, Wilkerson and Aiken 2003).

Shingles of :data:`SHINGLE` words are hashed, and the least of every :data:`WINDOW` in a row is kept, which is at least one of
every run of ``SHINGLE + WINDOW - 1`` words that two reports share. Who meets whom under a shingle depends on the reports that
have it alone, not on the order in which they came.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

SHINGLE, WINDOW = 4, 2
"""Words in a shingle, and shingles in a row of which one is kept."""
SHARED = 2
"""Shingles that two reports must share to be compared."""
CROWD = 24
"""Reports that have a shingle up to which each is compared with each; of more, each with its neighbours in order of number
only, which still leads from any to any."""
BESIDE = 3
"""Neighbours on either side that are compared then."""
BITS = 48
"""Bits of a shingle's hash that are kept: SQLite holds so many in six bytes."""

BLOCK = 20_000
"""Texts whose pairs are counted at once."""

Words = NDArray[np.uint32]
Hashes = NDArray[np.uint64]
Pairs = NDArray[np.int64]
"""Two texts a row, the lesser first."""


def number(report: str) -> int:
    """The number of a report, 63 bits that its id gives: the order of reports in a crowd, as good as drawn by lot."""
    return int.from_bytes(hashlib.sha256(report.encode()).digest()[:8]) >> 1


def winnowed(words: Words) -> Hashes:
    """Hashes of a text's shingles, thinned: the least one of every :data:`WINDOW` in a row. Ascending, each once."""
    hashes = runs(words, SHINGLE) >> np.uint64(64 - BITS)
    if len(hashes) > WINDOW:
        hashes = np.lib.stride_tricks.sliding_window_view(hashes, WINDOW).min(axis=1)
    return np.unique(hashes)


def runs(words: Words, size: int) -> Hashes:
    """A 64-bit hash of each run of ``size`` words."""
    if len(words) < size:
        return np.empty(0, dtype=np.uint64)
    windows = np.lib.stride_tricks.sliding_window_view(words.astype(np.uint64), size)
    mixed = np.zeros(len(windows), dtype=np.uint64)
    for column in range(size):
        # Steps of splitmix64 (Steele, Lea and Flood 2014); products wrap around.
        mixed = (mixed ^ windows[:, column]) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
    return mixed


def enough(one: int, other: int) -> int:
    """Shingles that two texts must share to be compared, which have so many each: all, if fewer than :data:`SHARED`."""
    return min(SHARED, one, other)


def meeting(group: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs of all texts that have a shingle, given in order of number, that meet under it: one less, other more."""
    if len(group) <= CROWD:
        yield from combinations(group, 2)
    else:
        for k, one in enumerate(group):
            for other in group[k + 1 : k + 1 + BESIDE]:
                yield one, other


def across(group: Sequence[int], at: int) -> Iterator[tuple[int, int]]:
    """The pairs of a crowd, in order of number, that meet under its shingle only as long as ``at`` does not stand between them.

    One that is to come is between its neighbours to be; some pairs that meet either way are told too.
    """
    place = bisect_left(group, at)
    after = group[place + (place < len(group) and group[place] == at) :][:BESIDE]
    before = group[max(0, place - BESIDE) : place][::-1]
    for i, one in enumerate(before):
        for other in after[: BESIDE - i]:
            yield one, other


def candidates(fingerprints: Sequence[Hashes]) -> Iterator[Pairs]:
    """Pairs of texts to compare, some at a time and in order; ``fingerprints`` are their shingles, in order of number.

    Each pair meets under as many shingles as are :func:`enough`.
    """
    sizes = np.array([len(f) for f in fingerprints], dtype=np.int64)
    if not sizes.sum():
        return
    every = np.concatenate(fingerprints)
    owners = np.repeat(np.arange(len(fingerprints), dtype=np.int32), sizes)
    order = np.argsort(every, kind="stable")
    every, owners = every[order], owners[order]
    del order
    starts = np.flatnonzero(np.concatenate([[True], every[1:] != every[:-1]]))
    held = np.diff(np.append(starts, len(every)))
    group = np.repeat(np.arange(len(held), dtype=np.int32), held)
    several = (held > 1)[group]
    owners, group = owners[several], group[several]
    few = (held <= CROWD)[group]
    del every, several
    for first in range(0, len(fingerprints), BLOCK):
        own = (owners >= first) & (owners < first + BLOCK)
        codes = []
        for step in range(1, min(CROWD, len(owners))):
            met = own[:-step] & (group[:-step] == group[step:])
            if step > BESIDE:
                met &= few[:-step]
            one, other = owners[:-step][met].astype(np.int64), owners[step:][met]
            codes.append(one * len(fingerprints) + other)
        pairs, counts = np.unique(np.concatenate(codes), return_counts=True) if codes else ([], [])
        found = np.stack(np.divmod(np.asarray(pairs, dtype=np.int64), len(fingerprints)), axis=1)
        wanted = np.minimum(SHARED, np.minimum(sizes[found[:, 0]], sizes[found[:, 1]]))
        yield found[np.asarray(counts) >= wanted]
