"""A person's decision about a conflict as a correction; how it applies is in accounts/decisions.py."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from rashomon.accounts import decisions
from rashomon.accounts.decisions import deciding, stranded
from rashomon.accounts.records import Conflict
from rashomon.corrections import targets
from rashomon.corrections.targets import ConflictPlace
from rashomon.ledger import lookup
from rashomon.ledger.decisions.corrections import new_correction
from rashomon.ledger.errors import LedgerError
from rashomon.ledger.tables.accounts import load_conflicts
from rashomon.ledger.tables.rows import rows_of
from rashomon.records import Correction, CorrectionKind
from rashomon.visible import beginning


def meant(connection: sqlite3.Connection, name: str) -> Conflict:
    """The conflict of a name: ``conflict:ID``, of which the beginning is enough, or a correction's target.

    Raises LedgerError where there is none; one that was rejected is none until the rejection is undone.
    """
    place = targets.conflict(name)
    if place is None:
        prefix = name.removeprefix(f"{targets.CONFLICT}:")
        id_ = lookup.resolve(connection, "conflict", prefix)
        story = connection.execute("SELECT story FROM conflict WHERE id = ?", (id_,)).fetchone()[0]
        return next(c for c in load_conflicts(connection, [story]) if c.id == id_)
    found = decisions.meant(place, there(connection, place))
    if not found:
        raise LedgerError(
            f"conflict {beginning(name, 80)}",
            "no conflict of this kind is found at these characters",
            "see: rashomon show conflicts; one that was rejected: rashomon correct list",
        )
    return found[0]


def judge(about: Conflict, accept: bool, who: str, why: str) -> Correction:
    """The correction that accepts a conflict, or rejects it, not yet written."""
    first = {m.side: m for m in reversed(about.members)}
    members = ((m.report, m.start, m.end) for _, m in sorted(first.items()))
    kind = CorrectionKind.ACCEPT if accept else CorrectionKind.REJECT
    return new_correction(who, why, kind, targets.of_conflict(about.kind.value, members), old=about.about)


def there(connection: sqlite3.Connection, place: ConflictPlace) -> Iterable[Conflict]:
    """The conflicts that are shown of the stories in which a place's reports are."""
    reports = sorted({report for report, _ in place.members})
    query = "SELECT DISTINCT story FROM story_report WHERE report IN ({})"
    return load_conflicts(connection, sorted(row[0] for row in rows_of(connection, query, reports)))


def without_effect(
    connection: sqlite3.Connection, corrections: Iterable[Correction]
) -> tuple[Correction, ...]:
    """Of the decisions that stand, those about conflicts that find nothing to apply to."""
    wanted = [c for c, _ in deciding(corrections)]
    held = (row[0] for row in connection.execute("SELECT correction FROM conflict_decision"))
    return stranded(wanted, held, lambda place: there(connection, place)) if wanted else ()
