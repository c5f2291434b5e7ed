"""Copies and versions brought up to date: found anew among all reports, and written where they differ from what stands."""

from __future__ import annotations

import sqlite3

from rashomon import pipeline
from rashomon.ledger import lookup
from rashomon.ledger.copies import load_families, load_passages, load_versions, write_copies
from rashomon.ledger.load import load_readings, load_reports


def collate_copies(connection: sqlite3.Connection) -> set[str]:
    """Find copies and versions anew; the reports that are now of another family, or of one where they were of none."""
    ids = lookup.ids_of(connection, "report")
    captured = connection.execute(
        "SELECT id, min(captured_at) FROM report JOIN sighting USING (capture) GROUP BY id"
    )
    reports, readings = list(load_reports(connection, ids)), list(load_readings(connection, ids))
    copies, versions = pipeline.copied(reports, readings, dict(captured.fetchall()))
    now = (copies.families, copies.passages, versions)
    loaders = (load_families, load_passages, load_versions)
    before = tuple(tuple(load(connection, None)) for load in loaders)
    was = family_of(connection)
    # A report that is taken away takes its row along, and leaves its number open.
    gap = "SELECT 1 FROM copy GROUP BY family HAVING max(ordinal) >= count(*)"
    if now != before or connection.execute(gap).fetchone():
        write_copies(connection, *now)
    then = pipeline.family_of(copies)
    return {report for report in was.keys() | then.keys() if was.get(report) != then.get(report)}


def family_of(connection: sqlite3.Connection) -> dict[str, str]:
    """The family of each report that is a copy of others."""
    return dict(connection.execute("SELECT report, family FROM copy").fetchall())
