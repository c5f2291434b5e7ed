"""People's decisions: rows that are only ever added, beside the machine's reading and never over it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime

from rashomon.ledger.write import content_id, storable, storable_or_none
from rashomon.records import Correction, CorrectionKind


def new_correction(
    who: str,
    why: str,
    kind: CorrectionKind,
    target: str,
    *,
    old: str | None = None,
    new: str | None = None,
    decided_at: str | None = None,
) -> Correction:
    """A correction with its id, made now unless ``decided_at`` says when."""
    # To the microsecond, since one decision may rest on the last.
    decided_at = decided_at or datetime.now(UTC).isoformat(timespec="microseconds")
    who, why, target = storable(who), storable(why), storable(target)
    old, new = storable_or_none(old), storable_or_none(new)
    return Correction(
        content_id(who, decided_at, why, kind.value, target, old, new),
        who,
        decided_at,
        why,
        kind,
        target,
        old,
        new,
    )


def write_correction(connection: sqlite3.Connection, correction: Correction) -> None:
    """Add a correction; one that is there already is left as it is."""
    c = correction
    connection.execute(
        "INSERT INTO correction (id, who, decided_at, why, kind, target, old, new) SELECT ?, ?, ?, ?, ?, ?, ?, ?"
        " WHERE NOT EXISTS (SELECT 1 FROM correction WHERE id = ?)",
        (c.id, c.who, c.decided_at, c.why, c.kind.value, c.target, c.old, c.new, c.id),
    )


def load_corrections(connection: sqlite3.Connection, target: str | None) -> Iterator[Correction]:
    """Corrections in order of time, all of them or those of one target."""
    rows = connection.execute(
        "SELECT id, who, decided_at, why, kind, target, old, new FROM correction"
        " WHERE ? IS NULL OR target = ? ORDER BY decided_at, id",
        (target, target),
    ).fetchall()
    for id_, who, decided_at, why, kind, about, old, new in rows:
        yield Correction(id_, who, decided_at, why, CorrectionKind(kind), about, old, new)
