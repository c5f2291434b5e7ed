"""A person's decision about a conflict as a correction; how it applies is in accounts/decisions.py."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rashomon.accounts import decisions
from rashomon.accounts.decisions import NOWHERE, deciding, stranded
from rashomon.accounts.later_versions import Later
from rashomon.accounts.later_versions import later as in_last_versions
from rashomon.accounts.records import Conflict
from rashomon.corrections import targets
from rashomon.corrections.targets import ConflictPlace
from rashomon.ledger import lookup
from rashomon.ledger.decisions.corrections import new_correction
from rashomon.ledger.errors import LedgerError
from rashomon.ledger.tables.accounts import load_conflicts
from rashomon.ledger.tables.copies import load_next_versions
from rashomon.ledger.tables.load import load_reports
from rashomon.ledger.tables.rows import rows_of
from rashomon.records import Correction, CorrectionKind, Report
from rashomon.visible import beginning

NO_LONGER_PART = "the accounts are not found to part there any more, or part in more than was decided about"
PAGE_CHANGED = "it is about an earlier version: its page has since changed the sentences that it is about"


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
    later = _later(connection, [place])
    found = decisions.meant(place, there(connection, place, later), later)
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


def later_of(connection: sqlite3.Connection, corrections: Iterable[Correction]) -> Later:
    """Where the words of the decisions about conflicts stand in later versions of their pages."""
    return _later(connection, [place for _, place in deciding(corrections)])


def _later(connection: sqlite3.Connection, places: Sequence[ConflictPlace]) -> Later:
    members = [at for place in places for at in place.members]
    taken_by = load_next_versions(connection, {report for report, _ in members})

    @lru_cache(maxsize=64)
    def report(id_: str) -> Report | None:
        return next(load_reports(connection, [id_]), None)

    return in_last_versions(members, taken_by, report) if taken_by else NOWHERE


def reports_of(place: ConflictPlace, later: Later) -> list[str]:
    """The reports in which the words of a decision stand, later versions among them."""
    return sorted({report for at in place.members for report, _ in (at, *later.get(at, ()))})


def there(connection: sqlite3.Connection, place: ConflictPlace, later: Later) -> Iterable[Conflict]:
    """The conflicts that are shown of the stories in which the words of a decision stand."""
    query = "SELECT DISTINCT story FROM story_report WHERE report IN ({})"
    rows = rows_of(connection, query, reports_of(place, later))
    return load_conflicts(connection, sorted(row[0] for row in rows))


def without_effect(
    connection: sqlite3.Connection, corrections: Iterable[Correction]
) -> tuple[Correction, ...]:
    """Of the decisions that stand, those about conflicts that find nothing to apply to."""
    wanted = [c for c, _ in deciding(corrections)]
    if not wanted:
        return ()
    held = (row[0] for row in connection.execute("SELECT correction FROM conflict_decision"))
    later = later_of(connection, wanted)
    return stranded(wanted, held, lambda place: there(connection, place, later), later)


def why_without_effect(connection: sqlite3.Connection, corrections: Iterable[Correction]) -> dict[str, str]:
    """Of decisions about conflicts, by their ids, why they have no effect."""
    wanted = deciding(corrections)
    later = _later(connection, [place for _, place in wanted])
    return {
        c.id: PAGE_CHANGED if decisions.of_an_earlier_version(place, later) else NO_LONGER_PART
        for c, place in wanted
    }
