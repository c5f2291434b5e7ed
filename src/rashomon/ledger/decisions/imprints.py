"""A person's decision about a report itself as a correction, and putting it into effect: the report is read anew with it."""

from __future__ import annotations

import sqlite3
from pathlib import PurePath

from rashomon.corrections import imprint, targets
from rashomon.corrections.imprint import PARTS, Imprint
from rashomon.ledger import lookup
from rashomon.ledger.decisions.corrections import load_corrections, new_correction
from rashomon.ledger.errors import LedgerError
from rashomon.ledger.tables import load
from rashomon.ledger.tables.write import drop_report, storable, write_report
from rashomon.records import Correction, CorrectionKind

LONGEST = 500
"""Characters of a title, an outlet's or an author's name; what is longer was pasted by mistake."""

_MOST_AUTHORS = 50


def named(connection: sqlite3.Connection, name: str) -> str:
    """The id of the report that is meant by the beginning of its id, or by the file it was read from: its path or its last part.

    Raises LedgerError where none is, or more than one.
    """
    try:
        return lookup.resolve(connection, "report", name)
    except LedgerError:
        found = sorted(_of_file(connection, name))
        if not found:
            raise
    if len(found) > 1:
        ids = ", ".join(id_[:8] for id_ in found[:5])
        raise LedgerError(f"report {name}", f"more than one file is called so: {ids}", "give the id of one")
    return found[0]


def _of_file(connection: sqlite3.Connection, name: str) -> set[str]:
    """The reports that were read from files of this name."""
    label = storable(name)
    found = {str(id_) for (id_,) in connection.execute("SELECT id FROM report WHERE name = ?", (label,))}
    ends = connection.execute(
        "SELECT report.id, path FROM sighting JOIN report USING (capture) WHERE substr(path, -length(?1)) = ?1",
        (label,),
    )
    return found | {str(id_) for id_, path in ends if label in (path, PurePath(path).name)}


def described(connection: sqlite3.Connection, which: str, given: Imprint, who: str, why: str) -> Correction:
    """The correction, not yet written, by which a report has these parts: ISO dates, ``None`` or no authors for not known.

    Raises LedgerError where a part is none, is too long, or nothing would change.
    """
    report = next(load.load_reports(connection, [named(connection, which)]))
    item = f"report {report.id[:8]}"
    if strange := set(given) - set(PARTS):
        raise LedgerError(item, f"it has no {min(strange)}", f"give {', '.join(PARTS)}")
    stands = imprint.of_report(report)
    new = {part: _fitting(item, part, given[part]) for part in PARTS if part in given}
    new = {part: value for part, value in new.items() if value != stands[part]}
    if not new:
        raise LedgerError(item, "this is what it has already", "give what is to stand instead")
    return new_correction(
        who,
        why,
        CorrectionKind.MEND,
        targets.of_report(report.id),
        old=imprint.dumped(imprint.of_report(report, new)),
        new=imprint.dumped(new),
    )


def _fitting(item: str, part: str, value: str | tuple[str, ...] | None) -> str | tuple[str, ...] | None:
    """A part as it is kept: one line, a date as ISO 8601 has it."""
    from rashomon.reports.published import iso_date

    if part == "authors":
        names = (value,) if isinstance(value, str) else value or ()
        lines = tuple(line for name in names if (line := " ".join(name.split())))
        if len(lines) > _MOST_AUTHORS:
            raise LedgerError(item, "these are too many authors", f"give at most {_MOST_AUTHORS}")
    else:
        lines = (" ".join(value.split()),) if isinstance(value, str) and value.strip() else ()
    if any(len(line) > LONGEST for line in lines):
        raise LedgerError(item, f"this {part} is too long", f"give at most {LONGEST} characters")
    if part == "authors":
        return lines
    if part != "published" or not lines:
        return lines[0] if lines else None
    date = iso_date(lines[0])
    if date is None:
        raise LedgerError(
            item, f"“{lines[0][:40]}” is no date, or may be two", "write year, month and day: 2031-04-05"
        )
    return date


def read_again(connection: sqlite3.Connection, report: str) -> bool:
    """Read a report anew, as people have decided what it is; False where the ledger has no bytes of it. Runs inside a transaction
    of its caller, who mends the reading. Raises LedgerError where another reader than the one at hand had read it."""
    from rashomon import pipeline  # loads a model

    row = connection.execute(
        "SELECT sha256, fingerprint FROM capture LEFT JOIN report ON capture = sha256 LEFT JOIN reading ON report = report.id"
        " WHERE sha256 >= ?1 AND sha256 < ?1 || 'g'",  # begins so: a report's id is the beginning of its capture's
        (report,),
    ).fetchone()
    if row is None:
        return False
    sha256, fingerprint = row
    ours = pipeline.fingerprint()
    if fingerprint not in (None, ours):
        raise LedgerError(
            f"report {report[:8]}",
            "another version of the reader, or another model, had read it",
            "read its file again with: rashomon read PATH",
        )
    capture = load.load_capture(connection, sha256)
    found = pipeline.read_capture(capture, corrections=tuple(load_corrections(connection, None)))
    if isinstance(found, pipeline.Unread):
        raise LedgerError(f"report {report[:8]}", found.problem.fault, found.problem.mend)
    drop_report(connection, sha256)
    return write_report(connection, capture, found.report, found.reading, ours)
