"""People's decisions: rows that are only ever added, beside the machine's reading and never over it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime

from rashomon.ledger.tables.write import content_id, storable, storable_or_none
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


def load_corrections(
    connection: sqlite3.Connection, target: str | None, kind: CorrectionKind | None = None
) -> Iterator[Correction]:
    """Corrections in order of time: all of them, or those of one target, of one kind, or both."""
    asked = {"target = ?": target, "kind = ?": kind and kind.value}
    conditions = " AND ".join(condition for condition, value in asked.items() if value is not None)
    rows = connection.execute(
        "SELECT id, who, decided_at, why, kind, target, old, new FROM correction"
        f" WHERE {conditions or '1'} ORDER BY decided_at, id",
        [value for value in asked.values() if value is not None],
    ).fetchall()
    for id_, who, decided_at, why, decided, about, old, new in rows:
        yield Correction(id_, who, decided_at, why, CorrectionKind(decided), about, old, new)
