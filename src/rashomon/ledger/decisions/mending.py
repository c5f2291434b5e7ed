"""Putting people's decisions about attributions into effect: the tables of a report's reading stand as mended.

The machine's own reading is kept whole beside them (:mod:`.machine`), so that what stands is at any time
``mended(machine's reading, corrections)``: after another decision, an undo, or another reading. ``verify`` checks it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rashomon.corrections import targets
from rashomon.corrections.standing import standing
from rashomon.ledger.decisions.conflicts import why_without_effect
from rashomon.ledger.decisions.corrections import load_corrections
from rashomon.ledger.decisions.machine import drop, keep, machine
from rashomon.ledger.tables.circumstances import drop_circumstances, write_circumstances
from rashomon.ledger.tables.load import load_readings, load_reports
from rashomon.ledger.tables.write import write_attributions, write_figures, write_sentences
from rashomon.records import Correction, CorrectionKind, Reading, Report

if TYPE_CHECKING:
    from rashomon.corrections.mended import Mended

NOT_FOUND = "what it is about is no longer found in its report"
REPORT_GONE = "its report is no longer in the ledger"


def about_attributions(connection: sqlite3.Connection, report: str) -> list[Correction]:
    """Every correction about an attribution of a report, and every undo, in order of time; nothing where there is none."""
    begins = f"{targets.ATTRIBUTION}:{report}:"
    rows = connection.execute(
        "SELECT DISTINCT target FROM correction WHERE target >= ? AND target < ?", (begins, begins[:-1] + ";")
    ).fetchall()
    found = [c for (target,) in rows for c in load_corrections(connection, target)]
    if not found:
        return []
    return [*found, *load_corrections(connection, None, CorrectionKind.UNDO)]


def mend(connection: sqlite3.Connection, report: str) -> None:
    """Let the tables of a report's reading stand as people's decisions have it. Runs inside a transaction of its caller."""
    corrections = about_attributions(connection, report)
    if not corrections:
        return
    found = as_mended(connection, report, corrections)
    if found is None:
        return
    whole, read, stood, now = found
    if now.reading != read:
        keep(connection, read)
    reading = _with_vectors(whole, now.reading)
    if reading != stood:
        _rewrite(connection, reading, stood, whole.text)
    if now.reading == read:
        drop(connection, report)
    connection.execute("DELETE FROM mended WHERE report = ?", (report,))
    connection.executemany("INSERT INTO mended VALUES (?, ?, ?, ?)", _rows(report, now))
    connection.executemany("DELETE FROM stranded WHERE correction = ?", ((c.id,) for c in corrections))
    connection.executemany("INSERT INTO stranded VALUES (?, ?)", ((c.id, why) for c, why in now.stranded))


def as_mended(
    connection: sqlite3.Connection, report: str, corrections: Iterable[Correction]
) -> tuple[Report, Reading, Reading, Mended] | None:
    """A report, its machine reading, the reading that stands in the tables, and what should stand; None where it is not read."""
    from rashomon.corrections.mended import mended  # reading's modules are dear to import

    whole = next(load_reports(connection, [report]), None)
    stood = next(load_readings(connection, [report]), None)
    if whole is None or stood is None:
        return None
    read = machine(connection, stood)
    return whole, read, stood, mended(whole, read, corrections)


def stranded(connection: sqlite3.Connection) -> tuple[tuple[Correction, str], ...]:
    """Every correction that stands and finds nothing to apply to, with why, in order of time."""
    why = dict(connection.execute("SELECT correction, why FROM stranded"))
    reports = {row[0] for row in connection.execute("SELECT id FROM report")}
    out = []
    for c in standing(load_corrections(connection, None)):
        if c.id in why:
            out.append((c, why[c.id]))
        elif any(report not in reports for report in _pointed_at(c)):
            out.append((c, REPORT_GONE))
    return tuple(out)


def _pointed_at(correction: Correction) -> tuple[str, ...]:
    """The reports that a correction's characters are of."""
    at, parting = targets.place(correction.target), targets.conflict(correction.target)
    if (whole := targets.report(correction.target)) is not None:
        return () if correction.kind is CorrectionKind.REJECT else (whole,)
    return (at.report,) if at else tuple(report for report, _ in parting.members) if parting else ()


def note_stranded(connection: sqlite3.Connection, found: Iterable[Correction]) -> None:
    """Put down which decisions across reports found nothing, in the place of those of the last collation."""
    connection.execute(
        "DELETE FROM stranded WHERE correction NOT IN (SELECT id FROM correction WHERE target LIKE ? || ':%')",
        (targets.ATTRIBUTION,),
    )
    lost = tuple(found)
    why = why_without_effect(connection, lost)
    connection.executemany(
        "INSERT OR REPLACE INTO stranded VALUES (?, ?)", ((c.id, why.get(c.id, NOT_FOUND)) for c in lost)
    )


def _rewrite(connection: sqlite3.Connection, reading: Reading, stood: Reading, text: str) -> None:
    """Put a reading in the place of the one that stands; whatever refers to attributions by number still does."""
    connection.execute("INSERT OR IGNORE INTO uncollated VALUES (?)", (reading.report,))
    drop_circumstances(connection, reading.report)
    pairs = enumerate(zip(reading.attributions, stood.attributions, strict=True))
    write_attributions(connection, reading, text, [i for i, (a, b) in pairs if a != b])
    if reading.sentences != stood.sentences:
        write_sentences(connection, reading, text)
    if reading.figures != stood.figures:
        write_figures(connection, reading, text)
    write_circumstances(connection, reading, text)


def _rows(report: str, now: Mended) -> Iterator[tuple[str, int, str, int]]:
    for index, corrections in now.applied.items():
        gone = corrections[-1].kind is CorrectionKind.REJECT
        yield from ((report, index, c.id, int(gone)) for c in corrections)


def _with_vectors(report: Report, reading: Reading) -> Reading:
    if all(s.vector for s in reading.sentences):
        return reading
    from rashomon import pipeline  # loads a model

    return pipeline.with_vectors(report, reading)
