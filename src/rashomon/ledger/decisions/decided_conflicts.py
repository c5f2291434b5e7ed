"""Whether what the ledger holds of people's decisions about conflicts is what these make of them: for ``rashomon verify``."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.accounts.decisions import decide_conflicts, deciding, meets
from rashomon.accounts.later_versions import Later
from rashomon.accounts.records import Accounts, Conflict
from rashomon.corrections.standing import decided_by, standing, when
from rashomon.corrections.targets import ConflictPlace
from rashomon.ledger.decisions.conflicts import later_of, reports_of
from rashomon.ledger.decisions.corrections import load_corrections
from rashomon.ledger.tables.accounts import load_conflicts
from rashomon.ledger.tables.fitting import span_fault
from rashomon.ledger.tables.rows import rows_of
from rashomon.ledger.tables.write import storable
from rashomon.records import Correction, CorrectionKind


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of ``conflict_decision``."""

    correction: str
    conflict: str
    story: str
    rejects: bool
    told: str

    @property
    def key(self) -> str:
        return f"{self.correction} {self.conflict}"


_Decided = Mapping[str, tuple[Correction, ConflictPlace]]


def misfits(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str, str]]:
    """Kind, table, row and fault of each decision about a conflict that does not stand as it should.

    As with all that a collation makes, what was decided since the last one has not been applied and is no fault.
    """
    rows = [
        _Row(correction, conflict, story, bool(rejects), told)
        for correction, conflict, story, rejects, told in connection.execute(
            "SELECT correction, conflict, story, rejects, told FROM conflict_decision ORDER BY correction, conflict"
        )
    ]
    held = {row.correction for row in rows}
    every = list(load_corrections(connection, None))
    applied = _applied(connection)
    about = {
        c.id: (c, place)
        for c, place in deciding(every)
        if c.id in held or (applied is not None and c.id in applied)
    }
    later = later_of(connection, [c for c, _ in about.values()])
    taken_back = {c.id for c in every} - {c.id for c in standing(every)}
    if applied is not None:
        taken_back -= applied
    for row in rows:
        for kind, fault in _of_row(connection, row, about, taken_back):
            yield kind, "conflict_decision", row.key, fault
    yield from _of_conflicts(connection, rows, about, later)


def _applied(connection: sqlite3.Connection) -> frozenset[str] | None:
    """The decisions that the last collation was made with; None where none says so."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'collated'").fetchone()
    return None if row is None else frozenset(json.loads(row[0])[2])


def _of_row(
    connection: sqlite3.Connection, row: _Row, about: _Decided, taken_back: Collection[str]
) -> Iterator[tuple[str, str]]:
    if row.correction not in about:
        if connection.execute("SELECT 1 FROM correction WHERE id = ?", (row.correction,)).fetchone():
            yield "decided", "its correction accepts or rejects no conflict"
        return
    if row.correction in taken_back:
        yield "decided", "its correction has been taken back"
    for report, span in about[row.correction][1].members:
        found = connection.execute("SELECT text FROM report WHERE id = ?", (report,)).fetchone()
        if found is None:
            yield "reference", f"its correction points into report {report}, which is not there"
        elif fault := span_fault(span.start, span.end, found[0]):
            yield "span", f"what its correction points at: {fault}"


def _of_conflicts(
    connection: sqlite3.Connection, rows: Sequence[_Row], about: _Decided, later: Later
) -> Iterator[tuple[str, str, str, str]]:
    by_conflict: defaultdict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        by_conflict[row.conflict].append(row)
    shown = {c.id: c for c in _shown(connection, rows, about, later)}
    for id_, some in sorted(by_conflict.items()):
        last = max((about[r.correction][0] for r in some if r.correction in about), key=when, default=None)
        if last is None:  # told of each row
            continue
        rejects, told = last.kind is CorrectionKind.REJECT, storable(decided_by(last))
        for row in some:
            if (row.rejects, row.told) != (rejects, told):
                yield "decided", "conflict_decision", row.key, "does not tell the last decision that holds"
        yield from _of_conflict(shown.get(id_), id_, some, about, later)
    yield from _rejected_and_shown(shown, rows, about, later)


def _of_conflict(
    conflict: Conflict | None, id_: str, rows: Sequence[_Row], about: _Decided, later: Later
) -> Iterator[tuple[str, str, str, str]]:
    if all(row.rejects for row in rows):
        if conflict is not None:
            yield "decided", "conflict", id_, "stands rejected, and is there"
        return
    if conflict is None:
        for row in rows:
            yield "reference", "conflict_decision", row.key, "refers to a conflict that is not there"
        return
    if conflict.unsure:
        yield "decided", "conflict", id_, "stands accepted, and is only worth a look"
    for row in rows:
        if row.story != conflict.story:
            yield "reference", "conflict_decision", row.key, "is of another story than its conflict"
        if row.correction in about and not meets(about[row.correction][1], conflict, later):
            yield "decided", "conflict_decision", row.key, "its correction is not about this conflict"


def _shown(
    connection: sqlite3.Connection, rows: Sequence[_Row], about: _Decided, later: Later
) -> list[Conflict]:
    """The conflicts of the stories in which anything was decided."""
    reports = sorted({report for _, place in about.values() for report in reports_of(place, later)})
    query = "SELECT DISTINCT story FROM story_report WHERE report IN ({})"
    stories = {row.story for row in rows} | {row[0] for row in rows_of(connection, query, reports)}
    return list(load_conflicts(connection, sorted(stories)))


def _rejected_and_shown(
    shown: Mapping[str, Conflict], rows: Sequence[_Row], about: _Decided, later: Later
) -> Iterator[tuple[str, str, str, str]]:
    """Conflicts that are there although a rejection holds for them, or one that is accepted and does not say so."""
    # Which conflicts a decision is about depends on all that were found: of those whose rejected conflict has no row, nothing
    # can be told of others.
    gone = {row.correction for row in rows if row.rejects and row.conflict not in shown}
    apart = {row.conflict for row in rows if row.correction in gone}
    of_story: defaultdict[str, list[Conflict]] = defaultdict(list)
    for conflict in shown.values():
        of_story[conflict.story].append(conflict)
    decided = {(row.correction, row.conflict) for row in rows}
    for story, conflicts in sorted(of_story.items()):
        found = decide_conflicts(
            Accounts(story, conflicts=tuple(conflicts)),
            [c for c, _ in about.values() if c.id not in gone],
            later,
        )
        for d in found.decided:
            if d.conflict not in apart and (d.correction, d.conflict) not in decided:
                fault = f"does not stand as correction {d.correction} has decided about it"
                yield "decided", "conflict", d.conflict, fault
