"""Average linkage over sparse pairs (Sokal and Michener 1958)."""

from __future__ import annotations

from collections.abc import Mapping

Pair = tuple[int, int]


def linked(count: int, likeness: Mapping[Pair, float], least: float) -> list[list[int]]:
    """Average linkage down to a mean of ``least``, by chains of nearest neighbours (Murtagh 1983); pairs not given are 0.

    Steps are in proportion to the pairs. Groups are in ascending order and stand by their first member.
    """
    sums: list[dict[int, float]] = [{} for _ in range(count)]
    for (a, b), value in sorted(likeness.items()):
        sums[a][b] = sums[b][a] = value
    members = {k: [k] for k in range(count)}

    def nearest_to(group: int) -> tuple[float, int]:
        size = len(members[group])
        return max(((s / (size * len(members[k])), -k) for k, s in sums[group].items()), default=(-1.0, 0))

    waiting = list(range(count - 1, -1, -1))
    chain: list[int] = []
    while waiting or chain:
        if not chain:
            start = waiting.pop()
            if start not in members:
                continue
            chain.append(start)
        top = chain[-1]
        mean, minus = nearest_to(top)
        if mean < least:
            # Nothing it may join, now or later: joining others brings a group no nearer than the nearer of both.
            chain.pop()
            continue
        before = chain[-2] if len(chain) > 1 else None
        if (
            before is not None
            and sums[top].get(before, 0.0) / (len(members[top]) * len(members[before])) >= mean
        ):
            keep, gone = min(top, before), max(top, before)
            del chain[-2:]
            members[keep] += members.pop(gone)
            for k, s in sums[gone].items():
                del sums[k][gone]
                if k != keep:
                    sums[keep][k] = sums[k][keep] = sums[keep].get(k, 0.0) + s
            sums[gone] = {}
            if not chain:
                chain.append(keep)
            else:
                waiting.append(keep)
        else:
            chain.append(-minus)
    return [sorted(members[k]) for k in sorted(members)]
