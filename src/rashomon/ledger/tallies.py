"""What lists are made from: counts of stories, people and statements, derived whenever reports are collated.

Without them the first page of a list would count every row there is: of a million statements, half a second each time.
"""

from __future__ import annotations

import sqlite3

_TALLIES = {
    "story_tally": "SELECT s.id, count(DISTINCT sr.report), count(DISTINCT w.statement), coalesce(s.latest, ''),"
    " coalesce(s.earliest, '~') FROM story AS s JOIN story_report AS sr ON sr.story = s.id"
    " LEFT JOIN wording AS w ON w.report = sr.report GROUP BY s.id",
    "entity_tally": "SELECT e.id, (SELECT count(*) FROM statement WHERE speaker = e.id) FROM entity AS e",
    # In the table's own order, so that rows are only ever added at its end.
    "statement_tally": "SELECT t.speaker, coalesce(r.published, '~'), w.report, w.start, t.id,"
    " (SELECT count(*) FROM wording WHERE statement = t.id),"
    " (SELECT min(story) FROM story_report WHERE report = w.report)"
    " FROM statement AS t JOIN wording AS w ON w.statement = t.id AND w.ordinal = 0 JOIN report AS r ON r.id = w.report"
    " WHERE t.speaker IS NOT NULL ORDER BY 1, 2, 3, 4, 5",
}


def write_tallies(connection: sqlite3.Connection) -> None:
    """Count anew what lists are made from; inside the transaction that changed it."""
    for table, rows in _TALLIES.items():
        connection.execute(f"DELETE FROM {table}")
        connection.execute(f"INSERT INTO {table} {rows}")
