"""Where two wordings differ: which words of the one stand in whose place in the other, and which have moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.collation.wordings.columns import paired
from rashomon.collation.wordings.wordforms import Word, words
from rashomon.records import Span


@dataclass(frozen=True, slots=True)
class Witness:
    """A wording as it is compared: its report's text and its words, each with the quotation it stands in."""

    text: str
    start: int
    end: int
    words: tuple[Word, ...]

    @property
    def quoted(self) -> bool:
        """Whether all of it stands inside quotation marks."""
        return bool(self.words) and all(word.quotation is not None for word in self.words)


@dataclass(frozen=True, slots=True)
class Unit:
    """Words ``a:b`` of the one wording in whose place the other has ``c:d``; either range may be empty."""

    a: int
    b: int
    c: int
    d: int
    moved: bool = False

    @property
    def one_sided(self) -> bool:
        """Whether only one of the wordings has words here."""
        return self.a == self.b or self.c == self.d


def witness(text: str, start: int, end: int, quoted: Sequence[Span] = ()) -> Witness:
    """The wording ``text[start:end]``; ``quoted`` are the stretches of the text inside quotation marks, in order."""
    return Witness(text, start, end, words(text, start, end, quoted))


def differing(base: Witness, other: Witness) -> tuple[list[Unit], list[tuple[int, int]]]:
    """The units in which two wordings differ, by their place in ``other``; and the pairs of words that are the same."""
    steps = paired(base.words, other.words)
    same = [(i, j) for i, j in steps if i is not None and j is not None and _same(base, other, i, j)]
    units = _at_ends(base, other, _units(base, other, steps))
    return _reordered(base, other, [part for unit in units for part in _trimmed(base, other, unit)]), same


def _same(base: Witness, other: Witness, i: int, j: int) -> bool:
    return base.words[i].key == other.words[j].key


def _units(base: Witness, other: Witness, steps: Sequence[tuple[int | None, int | None]]) -> list[Unit]:
    """Runs of steps in which the two differ, in order."""
    units: list[Unit] = []
    i = j = a = c = 0
    for x, y in [*steps, (len(base.words), len(other.words))]:
        at_end = x == len(base.words) and y == len(other.words)
        if x is not None and y is not None and (at_end or _same(base, other, x, y)):
            if i > a or j > c:
                units.append(Unit(a, i, c, j))
            a, c = x + 1, y + 1
        i = i if x is None else x + 1
        j = j if y is None else y + 1
    return units


def _at_ends(base: Witness, other: Witness, units: list[Unit]) -> list[Unit]:
    """The units, with what only one side has slid to the end of the wordings where the words around it allow it.

    "… at the" is the beginning of "… at the end of the duel", and not a sentence with "end of the" left out.
    """
    one, two = [w.key for w in base.words], [w.key for w in other.words]
    for unit in units:
        a, b, c, d = unit.a, unit.b, unit.c, unit.d
        if c == d and 0 < c <= b and one[b - c : b] == two[:c]:
            units = [Unit(0, b - c, 0, 0), *(u for u in units if u.a > b)]
            break
        if a == b and 0 < a <= d and two[d - a : d] == one[:a]:
            units = [Unit(0, 0, 0, d - a), *(u for u in units if u.c > d)]
            break
    for unit in reversed(units):
        a, b, c, d = unit.a, unit.b, unit.c, unit.d
        rest = len(two) - c
        if c == d and rest and one[a : a + rest] == two[c:]:
            return [*(u for u in units if u.b < a), Unit(a + rest, len(one), len(two), len(two))]
        rest = len(one) - a
        if a == b and rest and two[c : c + rest] == one[a:]:
            return [*(u for u in units if u.d < c), Unit(len(one), len(one), c + rest, len(two))]
    return units


def _trimmed(base: Witness, other: Witness, unit: Unit) -> list[Unit]:
    """A unit at an end, where one side has many words and the other one or two: those beside the rest, and the rest alone."""
    long, short = max(unit.b - unit.a, unit.d - unit.c), min(unit.b - unit.a, unit.d - unit.c)
    if not 1 <= short <= 2 or long < short + 3:
        return [unit]
    a, b, c, d = unit.a, unit.b, unit.c, unit.d
    longer_base = b - a > d - c
    if a == 0 and c == 0 and (b < len(base.words) or d < len(other.words)):
        if longer_base:
            return [Unit(0, b - short, 0, 0), Unit(b - short, b, c, d)]
        return [Unit(0, 0, 0, d - short), Unit(a, b, d - short, d)]
    if b == len(base.words) and d == len(other.words):
        if longer_base:
            return [Unit(a, a + short, c, d), Unit(a + short, b, d, d)]
        return [Unit(a, b, c, c + short), Unit(b, b, c + short, d)]
    return [unit]


def _reordered(base: Witness, other: Witness, units: list[Unit]) -> list[Unit]:
    """The units, with the words that stand in one on one side and in another on the other side taken out as moved."""
    moved: list[Unit] = []
    while run := _longest_moved(base, other, units):
        moved.append(run)
        units = [part for unit in units for part in _without(unit, run)]
    return sorted([*units, *moved], key=lambda u: (u.c, u.d, u.a))


def _longest_moved(base: Witness, other: Witness, units: Sequence[Unit]) -> Unit | None:
    places: dict[str, list[int]] = {}
    for unit in units:
        for j in range(unit.c, unit.d):
            places.setdefault(other.words[j].key, []).append(j)
    home = {j: unit for unit in units for j in range(unit.c, unit.d)}
    best: tuple[int, int, int] | None = None
    for unit in units:
        for i in range(unit.a, unit.b):
            for j in places.get(base.words[i].key, ()):
                length = 1
                limit = min(unit.b - i, home[j].d - j)
                while length < limit and _same(base, other, i + length, j + length):
                    length += 1
                if any(word.tells for word in base.words[i : i + length]) and (
                    best is None or length > best[0]
                ):
                    best = (length, i, j)
    if best is None:
        return None
    length, i, j = best
    return Unit(i, i + length, j, j + length, moved=True)


def _without(unit: Unit, run: Unit) -> list[Unit]:
    """What is left of a unit without the words of a run."""
    left = [(unit.a, unit.b)] if not unit.a <= run.a < unit.b else [(unit.a, run.a), (run.b, unit.b)]
    right = [(unit.c, unit.d)] if not unit.c <= run.c < unit.d else [(unit.c, run.c), (run.d, unit.d)]
    left = [r for r in left if r[0] < r[1]] or [left[0]]
    right = [r for r in right if r[0] < r[1]] or [right[0]]
    parts = [Unit(*left[0], *right[0])]
    parts += [Unit(*rest, right[0][1], right[0][1]) for rest in left[1:]]
    parts += [Unit(left[0][1], left[0][1], *rest) for rest in right[1:]]
    return [part for part in parts if part.a < part.b or part.c < part.d]
