"""Wordings aligned word by word into columns, as an editor sets a text's witnesses one below the other.

Two wordings are aligned by the path of highest score (Needleman and Wunsch 1970); further ones join one after the other, each
aligned with the columns of those before it (progressive alignment, Feng and Doolittle 1987; for texts, Spencer and Howe 2004).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from rashomon.collation.wordings.wordforms import Word, alike, spelt_alike

# Scores of a word set beside another, set by hand on the bundled example: what counts is their order. Two words that have
# nothing in common share a column rather than take one each, or a changed word would be one left out and one added.
SAME, SAME_SMALL, SPELT, ALIKE, OTHER, SKIPPED = 3.0, 1.5, 2.5, 1.0, -0.5, -0.3

Row = tuple[Word | None, ...]


def paired(one: Sequence[Word], other: Sequence[Word]) -> list[tuple[int | None, int | None]]:
    """The words of two wordings beside one another, by index; ``None`` where one has no word. Both stand in their order."""
    head = 0
    while head < min(len(one), len(other)) and one[head].key == other[head].key:
        head += 1
    tail = 0
    while tail < min(len(one), len(other)) - head and one[-1 - tail].key == other[-1 - tail].key:
        tail += 1
    a, b = one[head : len(one) - tail], other[head : len(other) - tail]
    steps: list[tuple[int | None, int | None]] = [(k, k) for k in range(head)]
    for i, j in _path(len(a), len(b), lambda i, j: score(a[i], b[j])):
        steps.append((None if i is None else i + head, None if j is None else j + head))
    steps += [(len(one) - tail + k, len(other) - tail + k) for k in range(tail)]
    return steps


def table(wordings: Sequence[Sequence[Word]], order: Sequence[int] | None = None) -> list[Row]:
    """Columns of aligned words: a row for each wording in the order given, all of one length, ``None`` where it has no word.

    ``order`` is the order in which they join, by index; the first is the one that the others are set beside.
    """
    order = range(len(wordings)) if order is None else order
    columns: list[dict[int, Word]] = []
    for at in order:
        columns = _joined(columns, wordings[at], at)
    return [tuple(column.get(at) for column in columns) for at in range(len(wordings))]


def _joined(columns: list[dict[int, Word]], own: Sequence[Word], at: int) -> list[dict[int, Word]]:
    steps = _path(len(columns), len(own), lambda i, j: _beside(columns[i], own[j]))
    return [(columns[i] if i is not None else {}) | ({at: own[j]} if j is not None else {}) for i, j in steps]


def score(one: Word, other: Word) -> float:
    """How well two words stand beside one another."""
    if one.key == other.key:
        return SAME if one.tells else SAME_SMALL
    return _apart(one.key, other.key, one.tells and other.tells)


@lru_cache(maxsize=65_536)
def _apart(one: str, other: str, tell: bool) -> float:
    """The score of two words of different keys; ``tell`` where both tell something."""
    if spelt_alike((one,), (other,)):
        return SPELT
    return ALIKE if tell and alike(one, other) else OTHER


def _beside(column: dict[int, Word], word: Word) -> float:
    """The best score with any word of the column, less a little for each that is not the same."""
    scores = [score(w, word) for w in column.values()]
    return max(scores) + 0.1 * sum(scores) / len(scores)


def _path(n: int, m: int, beside: Callable[[int, int], float]) -> list[tuple[int | None, int | None]]:
    """The best path through an n by m grid; of equals the one that pairs, then the one that skips on the first side."""
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    step = [[0] * (m + 1) for _ in range(n + 1)]
    for j in range(1, m + 1):
        best[0][j], step[0][j] = best[0][j - 1] + SKIPPED, 2
    for i in range(1, n + 1):
        above, here, steps = best[i - 1], best[i], step[i]
        here[0], steps[0] = above[0] + SKIPPED, 1
        for j in range(1, m + 1):
            pair = above[j - 1] + beside(i - 1, j - 1)
            down, right = above[j] + SKIPPED, here[j - 1] + SKIPPED
            if pair >= down and pair >= right:
                here[j] = pair
            elif down >= right:
                here[j], steps[j] = down, 1
            else:
                here[j], steps[j] = right, 2
    path: list[tuple[int | None, int | None]] = []
    i, j = n, m
    while i or j:
        if step[i][j] == 1:
            i -= 1
            path.append((i, None))
        elif step[i][j] == 2:
            j -= 1
            path.append((None, j))
        else:
            i, j = i - 1, j - 1
            path.append((i, j))
    return path[::-1]
