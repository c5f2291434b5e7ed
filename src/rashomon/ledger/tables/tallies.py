"""What lists are made from: counts of stories, people and statements, derived whenever reports are collated.

Without them the first page of a list would count every row there is: of a million statements, half a second each time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

_FIRST_REPORTED = (
    "coalesce(r.published, '~'), w.report, w.start, t.id, (SELECT count(*) FROM wording WHERE statement = t.id),"
    " (SELECT min(story) FROM story_report WHERE report = w.report)"
)
_FIRST_WORDING = (
    "JOIN wording AS w ON w.statement = t.id AND w.ordinal = 0 JOIN report AS r ON r.id = w.report"
)

_TALLIES = {
    "story_tally": (
        "story",
        "SELECT s.id, count(DISTINCT sr.report), count(DISTINCT w.statement), coalesce(s.latest, ''),"
        " coalesce(s.earliest, '~') FROM story AS s JOIN story_report AS sr ON sr.story = s.id"
        " LEFT JOIN wording AS w ON w.report = sr.report WHERE {} GROUP BY s.id",
        "s.id = ?",
    ),
    "story_outlet": (
        "story",
        "SELECT s.story, coalesce(r.outlet, ''), count(*) FROM story_report AS s JOIN report AS r ON r.id = s.report"
        " WHERE {} GROUP BY 1, 2",
        "s.story = ?",
    ),
    "entity_tally": (
        "entity",
        "SELECT e.id, (SELECT count(*) FROM statement WHERE speaker = e.id) + (SELECT count(DISTINCT t.id) FROM"
        " statement_joint_speaker AS j JOIN statement AS t ON t.id = j.statement WHERE j.entity = e.id AND t.speaker IS NOT e.id)"
        " FROM entity AS e WHERE {}",
        "e.id = ?",
    ),
    # In the table's own order, so that rows are only ever added at its end.
    "statement_tally": (
        "statement",
        f"SELECT t.speaker, {_FIRST_REPORTED}, 0 FROM statement AS t {_FIRST_WORDING}"
        " WHERE t.speaker IS NOT NULL AND {0}"
        f" UNION ALL SELECT DISTINCT j.entity, {_FIRST_REPORTED}, 1 FROM statement AS t JOIN statement_joint_speaker AS j"
        f" ON j.statement = t.id {_FIRST_WORDING} WHERE j.entity IS NOT NULL AND j.entity IS NOT t.speaker AND {{0}}"
        " ORDER BY 1, 2, 3, 4, 5",
        "t.id = ?1",
    ),
}
"""Of each table what it counts, its rows, and which of them are those of one story, entity or statement."""


def write_tallies(connection: sqlite3.Connection) -> None:
    """Count anew what lists are made from; inside the transaction that changed it."""
    for table, (_, rows, _) in _TALLIES.items():
        connection.execute(f"DELETE FROM {table}")
        connection.execute(f"INSERT INTO {table} {rows.format('true')}")


def tally(connection: sqlite3.Connection, kind: str, ids: Iterable[str]) -> None:
    """Count anew these stories, entities or statements (``kind``), which may be gone."""
    some = sorted(ids)
    for table, (counted, rows, one) in _TALLIES.items():
        for id_ in some if counted == kind else ():
            connection.execute(f"DELETE FROM {table} WHERE {kind} = ?", (id_,))
            connection.execute(f"INSERT INTO {table} {rows.format(one)}", (id_,))
