"""Lists to leaf through: stories, people, and what somebody is reported to have said, a page at a time.

A ledger may hold a million statements, so every list here has a beginning and a length, and counts are made for what
is on the page alone.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.ledger.search import match_expression
from rashomon.ledger.store import Ledger
from rashomon.ledger.write import folded
from rashomon.records import Problem, VariationKind

#: Entries on a page of a list.
PAGE = 50


@dataclass(frozen=True, slots=True)
class StoryFilter:
    """Which stories: ``words`` somewhere in a report, an ``outlet`` among its reports, a ``person`` (an entity's id) who
    speaks in it, or somebody ``named`` so, a ``conflict`` of this kind (``any`` is of any) in it, and dates that touch
    ``first`` to ``last`` (ISO dates or the beginning of one; a story without dates is in no stretch of time)."""

    words: str = ""
    outlet: str = ""
    person: str = ""
    named: str = ""
    conflict: str = ""
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """A story as listed. ``outlets`` are named in order; of ``unknown`` of its reports none is known."""

    id: str
    title: str
    earliest: str | None
    latest: str | None
    reports: int
    outlets: tuple[str, ...]
    unknown: int
    statements: int
    conflicts: int


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person or body as listed, with how many statements are theirs."""

    id: str
    name: str
    kind: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class SaidEntry:
    """A statement of somebody as listed, in the wording that leads the comparison of all.

    ``start`` and ``end`` are the characters of ``text`` in ``report``; ``published`` is the date of the first report, ``story``
    the story of that; ``altered`` where some report changes a word inside quotation marks.
    """

    statement: str
    text: str
    report: str
    start: int
    end: int
    outlet: str | None
    published: str | None
    wordings: int
    story: str | None
    story_title: str | None
    altered: bool


ORDERS = {
    "reports": "y.reports DESC, y.latest DESC, y.story",
    "latest": "y.latest DESC, y.story",
    "earliest": "y.earliest, y.story",
    "conflicts": "coalesce(c.conflicts, 0) DESC, y.reports DESC, y.story",
    "title": "s.title COLLATE NOCASE, s.id",
}


def stories(
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
    title, earliest, latest, reports, statements, conflicts = connection.execute(
        "SELECT s.title, s.earliest, s.latest, y.reports, y.statements, (SELECT count(*) FROM conflict WHERE story = s.id)"
        " FROM story AS s JOIN story_tally AS y ON y.story = s.id WHERE s.id = ?",
        (story,),
    ).fetchone()
    outlets, unknown = _outlets(connection, story)
    return StoryEntry(story, title, earliest, latest, reports, outlets, unknown, statements, conflicts)


def _among(wanted: StoryFilter, order: str) -> str:
    """The tables that a list of stories is made from. For an order by conflicts these are counted once for all stories; where
    a conflict is asked for, only stories with one are looked at."""
    if order == "title":
        return "story_tally AS y JOIN story AS s ON s.id = y.story"
    if order != "conflicts":
        return "story_tally AS y"
    counted = "(SELECT story, count(*) AS conflicts FROM conflict GROUP BY story) AS c"
    if wanted.conflict:
        return f"{counted} CROSS JOIN story_tally AS y ON y.story = c.story"
    return f"story_tally AS y LEFT JOIN {counted} ON c.story = y.story"


def _outlets(connection: sqlite3.Connection, story: str) -> tuple[tuple[str, ...], int]:
    """The outlets of a story, in order, and how many of its reports are of none that is known."""
    rows = connection.execute(
        "SELECT outlet, reports FROM story_outlet WHERE story = ? ORDER BY outlet", (story,)
    ).fetchall()
    return tuple(name for name, _ in rows if name), sum(number for name, number in rows if not name)


def count_statements(ledger: Ledger, story: str) -> int:
    """How many statements a story's reports carry, by the story's whole id."""
    with ledger.at_one_moment() as connection:
        row = connection.execute("SELECT statements FROM story_tally WHERE story = ?", (story,)).fetchone()
    return 0 if row is None else int(row[0])


def count_stories(ledger: Ledger, wanted: StoryFilter) -> int:
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
            "y.story IN (SELECT story FROM statement AS t JOIN wording AS w ON w.statement = t.id"
            " JOIN story_report USING (report) WHERE t.speaker = ?)"
        )
        values.append(wanted.person)
    if wanted.named.strip():
        of_name, words = _named(wanted.named)
        conditions.append(
            "y.story IN (SELECT story FROM entity AS e JOIN statement AS t ON t.speaker = e.id JOIN wording AS w"
            f" ON w.statement = t.id JOIN story_report USING (report) WHERE {of_name})"
        )
        values += words
    if wanted.conflict:
        of_kind = "" if wanted.conflict == "any" else " WHERE kind = ?"
        conditions.append(f"y.story IN (SELECT story FROM conflict{of_kind})")
        values += [wanted.conflict] if of_kind else []
    if wanted.first:
        conditions.append("y.latest >= ?")
        values.append(wanted.first)
    if wanted.last:
        # A day in the month that is asked for is not after it: 2031-04-05 against 2031-04. A story without dates has ~.
        conditions.append("substr(y.earliest, 1, ?) <= ?")
        values += [str(len(wanted.last)), wanted.last]
    return conditions, values


def people(ledger: Ledger, name: str = "", *, first: int = 0, limit: int = PAGE) -> tuple[PersonEntry, ...]:
    """People and bodies, those with the most statements first; those whose names hold these words, where given."""
    condition, values = _named(name)
    with ledger.at_one_moment() as connection:
        rows = connection.execute(
            "SELECT e.id, e.name, e.kind, y.statements FROM entity_tally AS y JOIN entity AS e ON e.id = y.entity"
            f" WHERE {condition} ORDER BY y.statements DESC, y.entity LIMIT ? OFFSET ?",
            (*values, limit, first),
        )
        return tuple(PersonEntry(*row) for row in rows)


def count_people(ledger: Ledger, name: str = "") -> int:
    """How many people and bodies have these words in a name; all of them where none are given."""
    condition, values = _named(name)
    with ledger.at_one_moment() as connection:
        return int(
            connection.execute(f"SELECT count(*) FROM entity AS e WHERE {condition}", values).fetchone()[0]
        )


def _named(name: str) -> tuple[str, list[str]]:
    words = folded(name.encode("utf-8", "replace").decode()).split()[:20]
    if not words:
        return ("0", []) if name.strip() else ("1", [])
    every = " AND ".join(["instr(' ' || folded, ?)"] * len(words))
    return f"e.id IN (SELECT entity FROM entity_name WHERE {every})", [f" {word}" for word in words]


def count_said(ledger: Ledger, person: str) -> int:
    """How many statements are this entity's."""
    with ledger.at_one_moment() as connection:
        return int(
            connection.execute(
                "SELECT count(*) FROM statement_tally WHERE speaker = ?", (person,)
            ).fetchone()[0]
        )


def said(
    ledger: Ledger,
    person: str,
    *,
    by: str = "time",
    among: Sequence[str] | None = None,
    first: int = 0,
    limit: int = PAGE,
) -> tuple[SaidEntry, ...]:
    """What an entity is reported to have said, or of that what is ``among`` these statements: by ``time`` of the first report
    (unknown last), by ``story``, or the most ``carried`` first."""
    order = {
        "time": "y.day, y.report, y.start",
        "story": "(SELECT coalesce(earliest, '~') FROM story WHERE id = y.story), y.story, y.day, y.report, y.start",
        "carried": "y.wordings DESC, y.day, y.report, y.start",
    }[by]
    only = "" if among is None else f" AND y.statement IN ({','.join('?' * len(among))})"
    with ledger.at_one_moment() as connection:
        rows = connection.execute(
            "WITH page AS MATERIALIZED (SELECT * FROM statement_tally AS y"
            f" WHERE speaker = ?{only} ORDER BY {order} LIMIT ? OFFSET ?)"
            " SELECT EXISTS (SELECT 1 FROM comparison WHERE statement = y.statement AND kind ="
            f" '{VariationKind.ALTERED}'), y.statement, w.text, w.report, w.start, w.stop, r.outlet, nullif(y.day, '~'),"
            " y.wordings, s.id, s.title FROM page AS y JOIN wording AS w ON w.statement = y.statement AND w.ordinal ="
            " (SELECT min(l.ordinal) FROM wording AS l WHERE l.statement = y.statement AND NOT EXISTS (SELECT 1"
            " FROM comparison AS c WHERE c.statement = l.statement AND c.wording = l.ordinal))"
            f" JOIN report AS r ON r.id = w.report LEFT JOIN story AS s ON s.id = y.story ORDER BY {order}",
            (person, *(among or ()), limit, first),
        )
        return tuple(
            SaidEntry(statement, text, report, start, end, outlet, day, wordings, story, title, bool(altered))
            for altered, statement, text, report, start, end, outlet, day, wordings, story, title in rows
        )


def days(ledger: Ledger, person: str) -> tuple[tuple[str, int], ...]:
    """On how many days an entity's words were first reported: (ISO date as far as known, statements), in order."""
    with ledger.at_one_moment() as connection:
        return tuple(
            connection.execute(
                "SELECT day, count(*) FROM statement_tally WHERE speaker = ? AND day <> '~' GROUP BY day ORDER BY day",
                (person,),
            )
        )


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
class CarriedHere:
    """A statement that a report has a wording of: its characters there, its speaker (id and name), how many wordings it has
    in all, and the other outlets that carry it."""

    statement: str
    start: int
    end: int
    speaker: tuple[str, str] | None
    wordings: int
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AroundReport:
    """Where a report's capture was found, the stories it belongs to, and the statements it carries by attribution."""

    path: str
    captured_at: str | None
    media_type: str
    stories: tuple[tuple[str, str], ...]
    statements: dict[int | None, list[CarriedHere]]


def around_report(ledger: Ledger, report: str) -> AroundReport:
    """What the ledger has around a report, by its whole id."""
    with ledger.at_one_moment() as connection:
        path, captured_at, media_type = connection.execute(
            "SELECT path, captured_at, media_type FROM report AS r JOIN sighting USING (capture)"
            " JOIN capture ON sha256 = r.capture WHERE r.id = ? ORDER BY path LIMIT 1",
            (report,),
        ).fetchone()
        stories = connection.execute(
            "SELECT id, title FROM story_report JOIN story ON id = story WHERE report = ? ORDER BY id",
            (report,),
        ).fetchall()
        own = connection.execute("SELECT outlet FROM report WHERE id = ?", (report,)).fetchone()[0]
        found: dict[int | None, list[CarriedHere]] = {}
        for attribution, statement, start, stop, speaker, name in connection.execute(
            "SELECT w.attribution, w.statement, w.start, w.stop, e.id, e.name FROM wording AS w"
            " JOIN statement AS t ON t.id = w.statement LEFT JOIN entity AS e ON e.id = t.speaker"
            " WHERE w.report = ? ORDER BY w.start, w.stop, w.statement",
            (report,),
        ).fetchall():
            elsewhere = connection.execute(
                "SELECT outlet, count(*) FROM wording JOIN report ON id = report WHERE statement = ? GROUP BY outlet"
                " ORDER BY outlet",
                (statement,),
            ).fetchall()
            found.setdefault(attribution, []).append(
                CarriedHere(
                    statement,
                    start,
                    stop,
                    None if speaker is None else (speaker, name),
                    sum(number for _, number in elsewhere),
                    tuple(outlet for outlet, _ in elsewhere if outlet and outlet != own),
                )
            )
        return AroundReport(path, captured_at, media_type, tuple(stories), found)


def count_problems(ledger: Ledger) -> int:
    """How many items could not be read."""
    with ledger.at_one_moment() as connection:
        return int(connection.execute("SELECT count(*) FROM problem").fetchone()[0])


def report_of(ledger: Ledger, capture: str) -> str | None:
    """The id of the report that a capture became; ``None`` where it could not be read."""
    with ledger.at_one_moment() as connection:
        row = connection.execute("SELECT id FROM report WHERE capture = ?", (capture,)).fetchone()
    return None if row is None else str(row[0])


@dataclass(frozen=True, slots=True)
class AroundFound:
    """What is shown beside something found: its report's title, outlet and date; for a statement its speaker (id and
    name), the source's words where the speaker is not known, and how many wordings it has."""

    title: str | None
    outlet: str | None
    published: str | None
    speaker: tuple[str, str] | None
    described: str | None
    wordings: int


def around_found(ledger: Ledger, kind: str, id_: str, report: str, start: int | None) -> AroundFound:
    """What the ledger has around a statement, a report or a title that was found in ``report`` at ``start``."""
    with ledger.at_one_moment() as connection:
        title, name, outlet, published = connection.execute(
            "SELECT title, name, outlet, published FROM report WHERE id = ?", (report,)
        ).fetchone()
        if kind != "statement":
            return AroundFound(title or name, outlet, published, None, None, 0)
        wordings, speaker, speaker_name = connection.execute(
            "SELECT (SELECT count(*) FROM wording WHERE statement = t.id), e.id, e.name FROM statement AS t"
            " LEFT JOIN entity AS e ON e.id = t.speaker WHERE t.id = ?",
            (id_,),
        ).fetchone()
        source = connection.execute(
            "SELECT s.text FROM wording AS w JOIN attribution_span AS s ON s.report = w.report"
            " AND s.attribution = w.attribution AND s.part = 'source'"
            " WHERE w.statement = ? AND w.report = ? AND w.start = ? ORDER BY s.ordinal LIMIT 1",
            (id_, report, start),
        ).fetchone()
        return AroundFound(
            title or name,
            outlet,
            published,
            None if speaker is None else (speaker, speaker_name),
            source[0] if source and speaker is None else None,
            wordings,
        )


def problems(ledger: Ledger, *, first: int = 0, limit: int = PAGE) -> tuple[Problem, ...]:
    """What could not be read, in order of the item, from the ``first`` on."""
    with ledger.at_one_moment() as connection:
        rows = connection.execute(
            "SELECT item, stage, fault, mend, sha256 FROM problem ORDER BY item, stage, id LIMIT ? OFFSET ?",
            (limit, first),
        )
        return tuple(Problem(*row) for row in rows)


@dataclass(frozen=True, slots=True)
class Citing:
    """An outlet that has words of a speaker (an entity's id, name and kind), and how many times."""

    outlet: str
    speaker: str
    name: str
    kind: str | None
    times: int


def citing(ledger: Ledger, story: str) -> tuple[Citing, ...]:
    """Who cites whom in a story: each outlet (or else report, by its name) and each speaker that it has words of."""
    with ledger.at_one_moment() as connection:
        rows = connection.execute(
            "SELECT coalesce(r.outlet, r.name), e.id, e.name, e.kind, count(*) FROM story_report AS sr"
            " JOIN report AS r ON r.id = sr.report JOIN wording AS w ON w.report = r.id"
            " JOIN statement AS t ON t.id = w.statement JOIN entity AS e ON e.id = t.speaker"
            " WHERE sr.story = ? GROUP BY 1, 2 ORDER BY 1, 5 DESC, 2",
            (story,),
        )
        return tuple(Citing(*row) for row in rows)
