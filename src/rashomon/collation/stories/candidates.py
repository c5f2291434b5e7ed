"""Which reports are weighed as being of one story: not far apart in time, and sharing keys or near in meaning.

Reports whose days are known and :data:`FAR` days apart or more are never compared, so that what a report is compared with does
not grow with the years that a ledger spans.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from rashomon.collation.stories.linkage import Pair
from rashomon.collation.stories.profiles import Profile

Days = NDArray[np.int64]

NEIGHBOURS = 15
"""Nearest reports by meaning, by the beginning's and by the whole's, that are candidates whatever their words: of pairs of one
NeuS story 96% are candidates then, 64% by keys alone."""
KEYS = 2
"""Keys that make two reports candidates: with one, a report on an election meets a hundred others, for 1% more of such pairs."""
FAR = 21
"""Days apart from which two reports are not of one story. Set by hand; no corpus here has both stories and dates."""
UNDATED = -1
"""The day of a report of which the day is not known; it is never far from any other."""

_BLOCK = 1024
"""Reports whose nearest are looked for at a time, to bound memory."""
_NEVER = np.iinfo(np.int64).min


def day_of(published: str | None) -> int:
    """The day as a number; :data:`UNDATED` where only the month or year is known, or nothing."""
    if published is None or len(published) < 10:
        return UNDATED
    try:
        return date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return UNDATED


def candidates(profiles: Sequence[Profile], days: Days) -> list[Pair]:
    """Pairs (lower, higher place) that are candidates, in order; ``days`` has the day of each."""
    everyone = np.arange(len(profiles))
    found = set(_sharing(profiles, days))
    for vectors in ([p.apart for p in profiles], [p.lead for p in profiles]):
        if vectors:
            for at, (near, _) in zip(
                everyone.tolist(), nearest_by_meaning(np.stack(vectors), days, everyone), strict=True
            ):
                found.update((min(at, other), max(at, other)) for other in near)
    return sorted(found)


@overload
def far(one: int, other: int) -> bool: ...
@overload
def far(one: Days, other: Days) -> NDArray[np.bool_]: ...
def far(one: Any, other: Any) -> Any:
    """Whether two days are known and too far apart for one story; of arrays of days, place by place.

    >>> far(100, 100 + FAR), far(100, 99 + FAR), far(100, UNDATED)
    (True, False, False)
    """
    return (abs(one - other) >= FAR) & (one != UNDATED) & (other != UNDATED)


def nearest_by_meaning(
    vectors: NDArray[np.float32], days: Days, of: NDArray[np.int64]
) -> Iterable[tuple[list[int], int | None]]:
    """For each row of ``of``, the :data:`NEIGHBOURS` others not far in time that are nearest, and how near the last of them is.

    Of equals the first is nearer. Where there are no more than so many others, all are there, and the nearness is ``None``:
    any report that comes is among them. Vectors are of whole numbers, so that sums are exact.
    """
    for start in range(0, len(of), _BLOCK):
        rows = of[start : start + _BLOCK]
        near = (vectors[rows] @ vectors.T).astype(np.int64)
        ranked = near * len(vectors) - np.arange(len(vectors))
        ranked[far(days[rows][:, None], days[None, :])] = _NEVER
        ranked[np.arange(len(rows)), rows] = _NEVER
        many = min(NEIGHBOURS, len(vectors))
        foremost = np.argpartition(-(ranked + 1), many - 1, axis=1)[:, :many] if many else ranked[:, :0]
        for row, places in enumerate(foremost.tolist()):
            others = [k for k in places if ranked[row, k] != _NEVER]
            full = len(others) == NEIGHBOURS
            yield others, min(int(near[row, k]) for k in others) if full else None


def _sharing(profiles: Sequence[Profile], days: Days) -> Iterable[Pair]:
    """Pairs that share :data:`KEYS` keys."""
    owners: defaultdict[int, list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        for key in profile.keys:
            owners[key].append(at)
    shared: Counter[Pair] = Counter()
    for met in owners.values():
        shared.update(combinations(met, 2))
    return (pair for pair, many in shared.items() if many >= KEYS and not far(days[pair[0]], days[pair[1]]))
