"""Which corrections stand: an undo is a correction too, and may itself be undone."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.corrections import targets
from rashomon.records import Correction, CorrectionKind


def standing(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """The decisions that hold, in order of time: less those that an undo names which is not undone itself, and less the undos."""
    every = tuple(corrections)
    undone = {targets.correction(undo.target) for undo in standing_undos(every)}
    holds = (c for c in every if c.kind is not CorrectionKind.UNDO and c.id not in undone)
    return tuple(sorted(holds, key=_when))


def standing_undos(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """The undos that are not undone themselves, in order of time."""
    undone: set[str | None] = set()
    out = []
    # From the last one backwards, so that whether an undo holds is known before what it names is met.
    for c in sorted(corrections, key=_when, reverse=True):
        if c.kind is CorrectionKind.UNDO and c.id not in undone:
            undone.add(targets.correction(c.target))
            out.append(c)
    return tuple(reversed(out))


def _when(correction: Correction) -> tuple[str, str]:
    return correction.decided_at, correction.id


def decided_by(correction: Correction) -> str:
    """Who decided it, when and why, in words for pages and for ``why`` columns."""
    return f"as {correction.who} decided on {correction.decided_at[:10]}: {correction.why}"
