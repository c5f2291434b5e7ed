"""Who said what, found against gold: one to one, as the yardstick (attribution_score.py) has it.

Two spans' likeness is Jaccard's index (1901) of the letters and digits they hold; what stands between words does not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.records import Span

ALIKE = 0.5  # the yardstick's least likeness, of contents and of sources

Letters = frozenset[int]


def letters(text: str, spans: Iterable[Span]) -> Letters:
    """The offsets of the letters and digits in the spans."""
    return frozenset(i for s in spans for i in range(s.start, s.end) if text[i].isalnum())


def likeness(a: Letters, b: Letters) -> float:
    """Jaccard's index; 1 for two empty sets: neither names a source."""
    return len(a & b) / len(a | b) if a | b else 1.0


def matched(predicted: Sequence[Letters], wanted: Sequence[Letters]) -> dict[int, int]:
    """For contents found the index of the gold one, each with one at most, the likest first; of equals the earlier."""
    pairs = sorted(
        ((likeness(p, w), i, j) for i, p in enumerate(predicted) for j, w in enumerate(wanted) if p & w),
        key=lambda pair: (-pair[0], pair[1:]),
    )
    out: dict[int, int] = {}
    taken: set[int] = set()
    for alike, i, j in pairs:
        if alike >= ALIKE and i not in out and j not in taken:
            out[i] = j
            taken.add(j)
    return out
