"""Which corrections stand: an undo is a correction too, and may itself be undone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from rashomon.corrections import targets
from rashomon.records import Correction, CorrectionKind

_STEP = timedelta(microseconds=1)


def standing(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """The decisions that hold, in order of time: less those that an undo names which is not undone itself, and less the undos."""
    every = tuple(corrections)
    undone = {targets.correction(undo.target) for undo in standing_undos(every)}
    holds = (c for c in every if c.kind is not CorrectionKind.UNDO and c.id not in undone)
    return tuple(sorted(holds, key=when))


def standing_undos(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """The undos that are not undone themselves, in order of time."""
    undone: set[str | None] = set()
    out = []
    # From the last one backwards, so that whether an undo holds is known before what it names is met.
    for c in sorted(corrections, key=when, reverse=True):
        if c.kind is CorrectionKind.UNDO and c.id not in undone:
            undone.add(targets.correction(c.target))
            out.append(c)
    return tuple(reversed(out))


def made_together(corrections: Iterable[Correction], one: Correction) -> tuple[Correction, ...]:
    """The corrections that one decision became, ``one`` among them, in order of time.

    They are a microsecond apart (:func:`moments`), of one kind, by one person and for one reason; no two decisions are.
    """
    alike = (c for c in corrections if (c.who, c.why, c.kind) == (one.who, one.why, one.kind))
    by_moment = {moment: c for c in alike if (moment := _moment(c)) is not None}
    at = first = last = _moment(one)
    if at is None or first is None or last is None:
        return (one,)
    while first - _STEP in by_moment:
        first -= _STEP
    while last + _STEP in by_moment:
        last += _STEP
    return tuple(by_moment[m] for m in sorted(by_moment) if first <= m <= last)


def moments() -> Iterator[str]:
    """When each of the corrections that one decision becomes is decided: now, and then a microsecond apart, since they are
    replayed in order of time."""
    now = datetime.now(UTC)
    while True:
        yield now.isoformat(timespec="microseconds")
        now += _STEP


def _moment(c: Correction) -> datetime | None:
    """When it was decided; ``None`` where another program wrote that in a way of its own."""
    try:
        found = datetime.fromisoformat(c.decided_at)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def when(correction: Correction) -> tuple[str, str]:
    """What decisions are put in order of time by."""
    return correction.decided_at, correction.id


def decided_by(correction: Correction) -> str:
    """Who decided it, when and why, in words for pages and for ``why`` columns."""
    return f"as {correction.who} decided on {correction.decided_at[:10]}: {correction.why}"
