"""People's decisions about what is one statement and what is two: "same" is a must-link, "not the same" a cannot-link.

A decision points at two wordings, never at a statement's id, which may change with every report: ``wording:REPORT:START-END`` is
the sentence said at these characters of that report. Reports are named by their bytes and their texts never change, so that a
decision holds after another collation and after another reading.

- **merge**: ``target`` and ``new`` are one statement, with everything that is one with either.
- **split**: ``target`` and ``old`` are two statements; what is like both goes with the one it is liker to.

Where decisions contradict each other, the later ones stand (:func:`constraints`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rashomon.classes import Classes
from rashomon.corrections import targets
from rashomon.corrections.standing import decided_by, when
from rashomon.records import Correction, CorrectionKind, Reading

Place = tuple[str, int, int]
"""A report and the characters of it, half-open."""

Find = Callable[[str, int, int], int | None]
"""The item at a report's characters, or ``None`` where nothing is said there."""


def place(target: str | None) -> Place | None:
    """Where the target of a wording points; ``None`` for any other.

    >>> place("wording:9a3b04c1d2e3f405:120-188"), place("entity:9a3b04c1d2e3f405:Jan Kerr")
    (('9a3b04c1d2e3f405', 120, 188), None)
    """
    at = targets.place(target)
    if at is None or at.kind != targets.WORDING or at.span.start >= at.span.end:
        return None
    return at.report, at.span.start, at.span.end


def decides(correction: Correction) -> bool:
    """Whether a correction says of two wordings that they are one statement, or two."""
    kinds = (CorrectionKind.MERGE, CorrectionKind.SPLIT)
    return correction.kind in kinds and correction.target.startswith(f"{targets.WORDING}:")


def ends(correction: Correction) -> tuple[Place | None, Place | None]:
    """Where a decision's two wordings are; ``None`` for what is written as no version of Rashomon writes it."""
    other = correction.new if correction.kind is CorrectionKind.MERGE else correction.old
    return place(correction.target), place(other)


@dataclass(frozen=True, slots=True)
class Tie:
    """Two items (lower, higher index) that a person said are the same, or not; ``why`` is who decided, when and why."""

    a: int
    b: int
    why: str


@dataclass(frozen=True, slots=True)
class Constraints:
    """Decisions that stand: must-links and cannot-links in order of time; and those that found no wording."""

    same: tuple[Tie, ...] = ()
    apart: tuple[Tie, ...] = ()
    stranded: tuple[Correction, ...] = ()


def constraints(find: Find, corrections: Iterable[Correction]) -> Constraints:
    """The must-links and cannot-links of all decisions about wordings; other corrections are none of its business.

    From the last to the first, a decision stands unless later ones that stand contradict it, if only by way of others:
    of "a is b", "b is c" and then "a is not c", the first does not stand.
    """
    same: list[Tie] = []
    apart: list[Tie] = []
    stranded: list[Correction] = []
    classes = Classes[int]()
    for c in sorted(filter(decides, corrections), key=when, reverse=True):
        one, other = (find(*at) if at else None for at in ends(c))
        if one is None or other is None:
            stranded.append(c)
            continue
        a, b = sorted((one, other))
        tie = Tie(a, b, decided_by(c))
        roots = {classes.of(a), classes.of(b)}
        if c.kind is CorrectionKind.SPLIT and len(roots) == 2:
            apart.append(tie)
        elif c.kind is CorrectionKind.MERGE and all(
            {classes.of(t.a), classes.of(t.b)} != roots for t in apart
        ):
            same.append(tie)
            classes.join(a, b)
    return Constraints(tuple(reversed(same)), tuple(reversed(apart)), tuple(reversed(stranded)))


def nearest(spans: Iterable[tuple[int, int, int]], start: int, end: int) -> int | None:
    """The item, of (start, end, item), whose characters are most nearly these; half of the shorter must be shared.

    Another reading may cut a sentence elsewhere by a few words.

    >>> nearest([(0, 50, 7), (52, 90, 8)], 50, 88)
    8
    >>> nearest([(0, 50, 7)], 45, 90) is None
    True
    """
    best, found = 0.0, None
    for a, b, item in spans:
        shared = min(b, end) - max(a, start)
        likeness = shared / (max(b, end) - min(a, start))
        if 2 * shared >= min(b - a, end - start) and likeness > best:
            best, found = likeness, item
    return found


def stranded(readings: Sequence[Reading], corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Decisions that point where nothing is said any more, or at a report that is not there: kept, and without effect."""
    wanted = [c for c in corrections if decides(c)]
    if not wanted:
        return ()
    of = {reading.report: reading for reading in readings}

    def find(report: str, start: int, end: int) -> int | None:
        reading = of.get(report)
        said = reading.sentences if reading else ()
        return nearest(
            ((s.start, s.end, k) for k, s in enumerate(said) if s.attribution is not None), start, end
        )

    # One number for all reports: who is one with whom does not matter here.
    return tuple(
        c for c in sorted(wanted, key=when) if any(at is None or find(*at) is None for at in ends(c))
    )
