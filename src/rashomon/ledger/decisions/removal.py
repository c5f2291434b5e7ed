"""Taking a report out of the ledger, as a person decides: it is in nothing any more, is not read again, and can be had back."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from rashomon.corrections import imprint, targets
from rashomon.corrections.standing import decided_by
from rashomon.ledger.decisions.corrections import load_corrections, new_correction
from rashomon.ledger.tables import load
from rashomon.ledger.tables.write import drop_report, forget_collation, write_problem
from rashomon.records import NOTED, Correction, CorrectionKind, Problem, Report


@dataclass(frozen=True, slots=True)
class Removal:
    """What goes with a report: its attributions, and its wordings, of which ``shared`` are of statements that other reports carry
    too. ``paths`` are where it was found."""

    report: Report
    attributions: int
    wordings: int
    shared: int
    paths: tuple[str, ...]


def what_goes(connection: sqlite3.Connection, report: str) -> Removal:
    """What would go with a report, by its whole id."""

    def number(query: str) -> int:
        return int(connection.execute(query, (report,)).fetchone()[0])

    whole = next(load.load_reports(connection, [report]))
    paths = connection.execute("SELECT path FROM sighting WHERE capture = ? ORDER BY path", (whole.capture,))
    return Removal(
        whole,
        number("SELECT count(*) FROM attribution WHERE report = ?"),
        number("SELECT count(*) FROM wording WHERE report = ?"),
        number(
            "SELECT count(*) FROM wording AS w WHERE report = ? AND EXISTS (SELECT 1 FROM wording AS o"
            " WHERE o.statement = w.statement AND o.report <> w.report)"
        ),
        tuple(path for (path,) in paths),
    )


def removal(report: Report, who: str, why: str, *, erase: bool) -> Correction:
    """The correction, not yet written, that takes a report out; what is erased is not told in it either."""
    old = None if erase else imprint.dumped(imprint.of_report(report))
    return new_correction(who, why, CorrectionKind.REJECT, targets.of_report(report.id), old=old)


def take_out(connection: sqlite3.Connection, report: str, correction: Correction, *, erase: bool) -> None:
    """Delete a report with all that was read in it, and note where it was found that a person did. Its capture stays, unless
    it is to be erased. Runs inside a transaction of its caller."""
    gone = what_goes(connection, report)
    sha256 = gone.report.capture
    drop_report(connection, sha256)
    forget_collation(connection)
    connection.execute("DELETE FROM problem WHERE sha256 = ?", (sha256,))
    for path in gone.paths:
        write_problem(connection, note(path, sha256, correction, erased=erase), None, None)
    if erase:
        connection.execute("DELETE FROM sighting WHERE capture = ?", (sha256,))
        connection.execute("DELETE FROM capture WHERE sha256 = ?", (sha256,))
        # What collations keep for the next one has names of the report too: the next one begins anew.
        connection.execute("DELETE FROM meta WHERE key = 'collated'")


def note(path: str, sha256: str, correction: Correction, *, erased: bool) -> Problem:
    """That what is found here was taken out, by whom and why."""
    mend = f"to have it back: rashomon correct undo {correction.id[:8]}"
    return Problem(
        path,
        NOTED,
        f"taken out of the ledger, {decided_by(correction)}",
        f"{mend}, and read its file again" if erased else mend,
        sha256,
    )


def forget_note(connection: sqlite3.Connection, report: str) -> None:
    """Forget that a report was taken out, where it is to be had back."""
    connection.execute(
        "DELETE FROM problem WHERE stage = ?1 AND substr(sha256, 1, length(?2)) = ?2 AND fingerprint IS NULL",
        (NOTED, report),
    )


def taken_out(connection: sqlite3.Connection) -> dict[str, Correction]:
    """The reports that are taken out, by id, each with the decision."""
    return dict(imprint.taken_out(load_corrections(connection, None)))


def rewrite(connection: sqlite3.Connection) -> None:
    """Write the ledger's file anew, so that nothing of what was deleted is left in it. Runs outside of any transaction."""
    connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
