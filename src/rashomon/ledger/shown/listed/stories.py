"""The stories of a ledger, filtered and in an order, and of one of them who cites whom."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.ledger.search import match_expression
from rashomon.ledger.shown.listed.page import PAGE
from rashomon.ledger.shown.listed.people import named
from rashomon.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class StoryFilter:
    """Which stories: ``words`` somewhere in a report, an ``outlet`` among its reports, a ``person`` (an entity's id) who
    speaks in it, or somebody ``named`` so, a ``conflict`` of this kind (``any`` is of any; ``worth a look`` is what may be one)
    in it, and dates that touch ``first`` to ``last`` (ISO dates or the beginning of one; a story without dates is in no stretch
    of time)."""

    words: str = ""
    outlet: str = ""
    person: str = ""
    named: str = ""
    conflict: str = ""
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """A story as listed. ``outlets`` are named in order; of ``unknown`` of its reports none is known. ``worth_a_look`` counts the
    opposed claims that only a model found, which are no ``conflicts``."""

    id: str
    title: str
    earliest: str | None
    latest: str | None
    reports: int
    outlets: tuple[str, ...]
    unknown: int
    statements: int
    conflicts: int
    worth_a_look: int = 0


WORTH_A_LOOK = "worth a look"
"""Instead of a kind of conflict: stories with claims that only a model holds for opposed."""

ORDERS = {
    "reports": "y.reports DESC, y.latest DESC, y.story",
    "latest": "y.latest DESC, y.story",
    "earliest": "y.earliest, y.story",
    "conflicts": "coalesce(c.conflicts, 0) DESC, y.reports DESC, y.story",
    "title": "s.title COLLATE NOCASE, s.id",
}


def entries(
    ledger: Ledger, wanted: StoryFilter, *, order: str = "reports", first: int = 0, limit: int = PAGE
) -> tuple[StoryEntry, ...]:
    """The stories that pass the filter, from the ``first`` on, in one of the :data:`ORDERS`."""
    conditions, values = _story_conditions(wanted)
    with ledger.at_one_moment() as connection:
        page = connection.execute(
            f"SELECT y.story FROM {_among(wanted, order)} WHERE {' AND '.join(conditions)}"
            f" ORDER BY {ORDERS[order]} LIMIT ? OFFSET ?",
            (*values, limit, first),
        ).fetchall()
        return tuple(_story(connection, story) for (story,) in page)


def _story(connection: sqlite3.Connection, story: str) -> StoryEntry:
    title, earliest, latest, reports, statements, conflicts, unsure = connection.execute(
        "SELECT s.title, s.earliest, s.latest, y.reports, y.statements,"
        " (SELECT count(*) FROM conflict WHERE story = s.id AND NOT unsure),"
        " (SELECT count(*) FROM conflict WHERE story = s.id AND unsure)"
        " FROM story AS s JOIN story_tally AS y ON y.story = s.id WHERE s.id = ?",
        (story,),
    ).fetchone()
    outlets, unknown = _outlets(connection, story)
    return StoryEntry(
        story, title, earliest, latest, reports, outlets, unknown, statements, conflicts, unsure
    )


def _among(wanted: StoryFilter, order: str) -> str:
    """The tables that a list of stories is made from. For an order by conflicts these are counted once for all stories; where
    a conflict is asked for, only stories with one are looked at."""
    if order == "title":
        return "story_tally AS y JOIN story AS s ON s.id = y.story"
    if order != "conflicts":
        return "story_tally AS y"
    counted = "(SELECT story, sum(NOT unsure) AS conflicts FROM conflict GROUP BY story) AS c"
    if wanted.conflict:
        return f"{counted} CROSS JOIN story_tally AS y ON y.story = c.story"
    return f"story_tally AS y LEFT JOIN {counted} ON c.story = y.story"


def _outlets(connection: sqlite3.Connection, story: str) -> tuple[tuple[str, ...], int]:
    """The outlets of a story, in order, and how many of its reports are of none that is known."""
    rows = connection.execute(
        "SELECT outlet, reports FROM story_outlet WHERE story = ? ORDER BY outlet", (story,)
    ).fetchall()
    return tuple(name for name, _ in rows if name), sum(number for name, number in rows if not name)


def outlets_of(ledger: Ledger, story: str) -> tuple[tuple[str, ...], int]:
    """The outlets of a story, by its whole id, and how many of its reports are of none that is known."""
    with ledger.at_one_moment() as connection:
        return _outlets(connection, story)


def count_statements(ledger: Ledger, story: str) -> int:
    """How many statements a story's reports carry, by the story's whole id."""
    with ledger.at_one_moment() as connection:
        row = connection.execute("SELECT statements FROM story_tally WHERE story = ?", (story,)).fetchone()
    return 0 if row is None else int(row[0])


def count(ledger: Ledger, wanted: StoryFilter) -> int:
    """How many stories pass the filter."""
    conditions, values = _story_conditions(wanted)
    with ledger.at_one_moment() as connection:
        return int(
            connection.execute(
                f"SELECT count(*) FROM story_tally AS y WHERE {' AND '.join(conditions)}",
                values,
            ).fetchone()[0]
        )


def _story_conditions(wanted: StoryFilter) -> tuple[list[str], list[str]]:
    conditions, values = ["1"], list[str]()
    if wanted.words:
        # A query without a word in it finds nothing, and an empty match expression is an error.
        conditions.append(
            "y.story IN (SELECT story FROM story_report WHERE report IN (SELECT report FROM searchable WHERE number IN"
            " (SELECT rowid FROM search WHERE search MATCH ?)))"
            if match_expression(wanted.words)
            else "0"
        )
        values += [match_expression(wanted.words)] if match_expression(wanted.words) else []
    if wanted.outlet:
        conditions.append(
            "y.story IN (SELECT story FROM story_report JOIN report ON id = report WHERE outlet = ?)"
        )
        values.append(wanted.outlet)
    if wanted.person:
        conditions.append(
            "y.story IN (SELECT story FROM wording JOIN story_report USING (report) WHERE statement IN"
            " (SELECT statement FROM statement_tally WHERE speaker = ?))"
        )
        values.append(wanted.person)
    if wanted.named.strip():
        of_name, words = named(wanted.named)
        conditions.append(
            "y.story IN (SELECT story_report.story FROM entity AS e JOIN statement_tally AS t ON t.speaker = e.id"
            f" JOIN wording AS w ON w.statement = t.statement JOIN story_report USING (report) WHERE {of_name})"
        )
        values += words
    if wanted.conflict:
        if wanted.conflict == WORTH_A_LOOK:
            of_kind = "unsure"
        else:
            of_kind = "NOT unsure" if wanted.conflict == "any" else "NOT unsure AND kind = ?"
        conditions.append(f"y.story IN (SELECT story FROM conflict WHERE {of_kind})")
        values += [wanted.conflict] if "?" in of_kind else []
    if wanted.first:
        conditions.append("y.latest >= ?")
        values.append(wanted.first)
    if wanted.last:
        # A day in the month that is asked for is not after it: 2031-04-05 against 2031-04. A story without dates has ~.
        conditions.append("substr(y.earliest, 1, ?) <= ?")
        values += [str(len(wanted.last)), wanted.last]
    return conditions, values


def outlets(ledger: Ledger, *, limit: int = 500) -> Sequence[str]:
    """Names of outlets in order of the alphabet."""
    with ledger.at_one_moment() as connection:
        # From each name to the next one, which an index gives at once; DISTINCT would go through every report.
        rows = connection.execute(
            "WITH RECURSIVE each(outlet) AS (SELECT min(outlet) FROM report UNION ALL"
            " SELECT (SELECT min(outlet) FROM report WHERE outlet > each.outlet) FROM each WHERE each.outlet IS NOT NULL)"
            " SELECT outlet FROM each WHERE outlet IS NOT NULL LIMIT ?",
            (limit,),
        )
        return [row[0] for row in rows]


@dataclass(frozen=True, slots=True)
class Citing:
    """An outlet that gives words as a speaker's (an entity's id, name and kind), by name, and how many times."""

    outlet: str
    speaker: str
    name: str
    kind: str | None
    times: int


def citing(ledger: Ledger, story: str) -> tuple[Citing, ...]:
    """Who cites whom in a story: each outlet (or else report, by its name) and each speaker that it has words of, alone or of
    several.
    """
    with ledger.at_one_moment() as connection:
        rows = connection.execute(
            "WITH said AS (SELECT sr.report, w.statement, w.attribution FROM story_report AS sr JOIN wording AS w"
            " ON w.report = sr.report WHERE sr.story = ?), cited AS (SELECT s.report, t.speaker AS entity FROM said AS s"
            " JOIN attribution AS a ON a.report = s.report AND a.ordinal = s.attribution AND a.speaker_name IS NOT NULL"
            " JOIN statement AS t ON t.id = s.statement"
            " UNION ALL SELECT s.report, v.entity FROM said AS s JOIN joint_speaker AS j ON j.report = s.report"
            " AND j.attribution = s.attribution JOIN entity_evidence AS v ON v.report = j.report AND v.name = j.name)"
            " SELECT coalesce(r.outlet, r.name), e.id, e.name, e.kind, count(*) FROM cited AS c"
            " JOIN report AS r ON r.id = c.report JOIN entity AS e ON e.id = c.entity"
            " GROUP BY 1, 2 ORDER BY 1, 5 DESC, 2",
            (story,),
        )
        return tuple(Citing(*row) for row in rows)
