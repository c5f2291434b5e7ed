"""The accounts of stories of which something is new."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence

from rashomon import pipeline
from rashomon.ledger.collating.copies import family_of
from rashomon.ledger.collating.names import named_in, speakers_in
from rashomon.ledger.collating.versions import superseded
from rashomon.ledger.decisions.conflicts import later_of
from rashomon.ledger.tables.accounts import load_families, write_accounts
from rashomon.ledger.tables.load import batches, load_readings, load_reports, load_statements, load_stories
from rashomon.ledger.tables.rows import rows_of
from rashomon.records import Correction


def collate_accounts(
    connection: sqlite3.Connection, stories: Collection[str], corrections: Sequence[Correction] = ()
) -> None:
    """Put the accounts of these stories in the place of those of before; ``corrections`` are the decisions that stand."""
    owners = load_families(connection)
    later = later_of(connection, corrections)
    for some in batches(sorted(stories)):
        told = list(load_stories(connection, some))
        ids = sorted({report for story in told for report in story.reports})
        readings = list(load_readings(connection, ids))
        carried = rows_of(connection, "SELECT statement FROM wording WHERE report IN ({})", ids)
        said = list(load_statements(connection, sorted({row[0] for row in carried})))
        named = named_in(connection, ids)
        speakers = speakers_in(readings, named)
        # Whose a statement is, a report of another story alone may tell.
        known = {*named.values(), *(s.speaker for s in said if s.speaker)}
        names = dict(rows_of(connection, "SELECT id, name FROM entity WHERE id IN ({})", sorted(known)))
        found = pipeline.story_accounts(
            told,
            load_reports(connection, ids),
            readings,
            said,
            speakers,
            names,
            owners,
            family_of(connection, ids),
            superseded(connection, ids),
            named,
            corrections,
            later,
        )
        write_accounts(connection, found)
