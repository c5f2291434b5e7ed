"""People and bodies by how much they are reported to have said, and what that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.accounts.saying import Saying
from rashomon.ledger.shown.joint import Several, joint_speakers
from rashomon.ledger.shown.listed.page import PAGE
from rashomon.ledger.shown.sayings import LEADING, LEADING_TOGETHER, sayings
from rashomon.ledger.store import Ledger
from rashomon.ledger.tables.write import folded
from rashomon.records import VariationKind


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person or body as listed, with how many statements are theirs, alone or together with others."""

    id: str
    name: str
    kind: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class SaidEntry:
    """A statement of somebody as listed, in the wording that leads the comparison of all, of those given as theirs by name.

    ``start`` and ``end`` are the characters of ``text`` in ``report``; ``told`` is what else is told about it, ``name`` what the
    report is called where no outlet is known; ``published`` is the date of the first report, ``story`` the story of that; of
    ``wordings`` so many are of ``others``, whom no report names; ``altered`` where a quotation is. ``joint`` are those with whom
    they are reported to have said it (``None`` for one who is not known), empty where they say it alone.
    """

    statement: str
    text: str
    report: str
    start: int
    end: int
    told: Saying
    outlet: str | None
    name: str
    published: str | None
    wordings: int
    others: int
    story: str | None
    story_title: str | None
    altered: bool
    joint: Several = ()


def entries(ledger: Ledger, name: str = "", *, first: int = 0, limit: int = PAGE) -> tuple[PersonEntry, ...]:
    """People and bodies, those with the most statements first; those whose names hold these words, where given."""
    condition, values = named(name)
    with ledger.at_one_moment() as connection:
        rows = connection.execute(
            "SELECT e.id, e.name, e.kind, y.statements FROM entity_tally AS y JOIN entity AS e ON e.id = y.entity"
            f" WHERE {condition} ORDER BY y.statements DESC, y.entity LIMIT ? OFFSET ?",
            (*values, limit, first),
        )
        return tuple(PersonEntry(*row) for row in rows)


def count(ledger: Ledger, name: str = "") -> int:
    """How many people and bodies have these words in a name; all of them where none are given."""
    condition, values = named(name)
    with ledger.at_one_moment() as connection:
        return int(
            connection.execute(f"SELECT count(*) FROM entity AS e WHERE {condition}", values).fetchone()[0]
        )


def named(name: str) -> tuple[str, list[str]]:
    """The condition, with its values, that an entity ``e`` has these words in a name; nobody has marks alone."""
    words = folded(name.encode("utf-8", "replace").decode()).split()[:20]
    if not words:
        return ("0", []) if name.strip() else ("1", [])
    every = " AND ".join(["instr(' ' || folded, ?)"] * len(words))
    return f"e.id IN (SELECT entity FROM entity_name WHERE {every})", [f" {word}" for word in words]


def count_said(ledger: Ledger, person: str) -> int:
    """How many statements are this entity's, alone or together with others."""
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
            _SAID.format(only=only, order=order), (person, *(among or ()), limit, first)
        ).fetchall()
        told = sayings(connection, [row[1:5] for row in rows])
        joint = joint_speakers(connection, [row[0] for row in rows if row[-1]])
    return tuple(_said(row, told, joint, person) for row in rows)


def _said(
    row: Sequence[Any], told: Mapping[tuple[str, int, int], Saying], joint: Mapping[str, Several], person: str
) -> SaidEntry:
    """The entry of a row of :data:`_SAID`."""
    statement, report, start, end, _, text, *listed, altered, _ = row
    outlet, name, day, wordings, others, story, title = listed
    with_whom = tuple(one for one in joint.get(statement, ()) if one is None or one.id != person)
    by = told[report, start, end]
    return SaidEntry(
        statement, text, report, start, end, by, outlet, name, day, wordings, others, story, title, bool(altered), with_whom
    )  # fmt: skip


_SAID = (
    "WITH page AS MATERIALIZED (SELECT * FROM statement_tally AS y"
    " WHERE speaker = ?{only} ORDER BY {order} LIMIT ? OFFSET ?)"
    " SELECT y.statement, w.report, w.start, w.stop, w.attribution, w.text, r.outlet, r.name, nullif(y.day, '~'), y.wordings,"
    " (SELECT count(*) FROM wording AS l LEFT JOIN attribution AS a ON a.report = l.report AND a.ordinal = l.attribution"
    " WHERE l.statement = y.statement AND a.speaker_name IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM joint_speaker AS j WHERE j.report = l.report AND j.attribution = l.attribution)),"
    f" s.id, s.title, EXISTS (SELECT 1 FROM comparison WHERE statement = y.statement AND kind = '{VariationKind.ALTERED}'),"
    " y.joint FROM page AS y JOIN wording AS w ON w.statement = y.statement"
    f" AND w.ordinal = CASE y.joint WHEN 1 THEN {LEADING_TOGETHER.format('y.statement')}"
    f" ELSE {LEADING.format('y.statement')} END"
    " JOIN report AS r ON r.id = w.report LEFT JOIN story AS s ON s.id = y.story ORDER BY {order}"
)
"""A page of what somebody said, a row a statement: by what its saying is asked for, and what :func:`_said` makes the entry of."""


def days(ledger: Ledger, person: str) -> tuple[tuple[str, int], ...]:
    """On how many days an entity's words were first reported: (ISO date as far as known, statements), in order."""
    with ledger.at_one_moment() as connection:
        return tuple(
            connection.execute(
                "SELECT day, count(*) FROM statement_tally WHERE speaker = ? AND day <> '~' GROUP BY day ORDER BY day",
                (person,),
            )
        )
