"""Stories brought up to date, and written where they differ from what stands."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence

from rashomon.collation.stories import stories
from rashomon.collation.story_decisions import decide_stories
from rashomon.ledger import lookup
from rashomon.ledger.collate import write_stories
from rashomon.ledger.collating.rows import delete, rows_of
from rashomon.ledger.load import load_readings, load_reports, load_statements, load_stories
from rashomon.ledger.tallies import tally
from rashomon.records import Correction


def collate_stories(
    connection: sqlite3.Connection, touched: Collection[str], corrections: Sequence[Correction]
) -> tuple[set[str], tuple[Correction, ...]]:
    """Tell the stories anew: those in which anything is new, and the decisions whose reports are not there.

    ``touched`` are the reports of which anything is new. Stories are told from all reports: what a pair has in common depends on
    the two alone, but profiles and pairs are not kept yet.
    """
    ids = lookup.ids_of(connection, "report")
    reports, readings = list(load_reports(connection, ids)), list(load_readings(connection, ids))
    several = [
        row[0]
        for row in connection.execute(
            "SELECT statement FROM wording GROUP BY statement HAVING count(*) > 1 ORDER BY statement"
        )
    ]
    said = list(load_statements(connection, several))
    decided = decide_stories(stories(reports, readings, said), reports, corrections)
    now = {story.id: story for story in decided.stories}
    before = {story.id: story for story in load_stories(connection, lookup.ids_of(connection, "story"))}
    other = {id_ for id_ in before.keys() | now.keys() if before.get(id_) != now.get(id_)}
    # A report that is taken away takes its row along, and leaves its number open.
    gaps = connection.execute("SELECT story FROM story_report GROUP BY story HAVING max(ordinal) >= count(*)")
    other |= {row[0] for row in gaps}
    moved = {report for id_ in other & now.keys() for report in now[id_].reports}
    delete(connection, "story", "id", sorted(other & before.keys()))
    write_stories(connection, [now[id_] for id_ in sorted(other & now.keys())])
    held = rows_of(connection, "SELECT story FROM story_report WHERE report IN ({})", sorted(touched))
    # A report that is gone has left its story already.
    fewer = connection.execute(
        "SELECT story FROM story_tally AS y WHERE reports <> (SELECT count(*) FROM story_report WHERE story = y.story)"
    )
    renewed = other | {row[0] for row in held} | {row[0] for row in fewer}
    tally(connection, "story", renewed)
    first = rows_of(
        connection, "SELECT statement FROM wording WHERE ordinal = 0 AND report IN ({})", sorted(moved)
    )
    tally(connection, "statement", {row[0] for row in first})
    return renewed & now.keys(), decided.stranded
