"""Finding the ids of records: by a prefix, by a name, by what they belong to; how many there are, and which runs wrote them."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from rashomon.ledger.errors import UnknownIdError
from rashomon.ledger.tables.write import folded
from rashomon.records import Entity, Statement


@dataclass(frozen=True, slots=True)
class Said:
    """An entity with everything it is reported to have said, the most reported first."""

    entity: Entity
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a ledger holds, without rejected attributions. ``shared`` are the statements that at least two reports carry."""

    captures: int
    reports: int
    attributions: int
    sentences: int
    entities: int
    statements: int
    shared: int
    wordings: int
    stories: int
    problems: int
    corrections: int


@dataclass(frozen=True, slots=True)
class Run:
    """A run that wrote to a ledger: when it began (ISO 8601, UTC), Rashomon's version, the reader's fingerprint."""

    started: str
    code: str
    reader: str


#: Words in a name that is looked up; more is no name, and SQLite takes no condition of a thousand parts.
_LONGEST_NAME = 50

# What can be asked for by id: the table, its column, and what shows a person which one it is.
_LABELS = {
    "capture": ("sha256", "(SELECT min(path) FROM sighting WHERE capture = sha256)"),
    "report": ("id", "coalesce(title, name)"),
    "statement": ("id", "(SELECT text FROM wording WHERE statement = id AND ordinal = 0)"),
    "entity": ("id", "name"),
    "story": ("id", "title"),
    "conflict": ("id", "kind || ': ' || about"),
}

#: Candidates named where a prefix is ambiguous: what fits a terminal without scrolling.
_CANDIDATES = 5


def resolve(connection: sqlite3.Connection, table: str, prefix: str) -> str:
    """The one id of a table that is ``prefix`` or begins with it; a LedgerError names the candidates otherwise."""
    column, label = _LABELS[table]
    item = f"{table} {prefix}"
    prefix = prefix.encode("utf-8", "replace").decode()
    if connection.execute(f"SELECT 1 FROM {table} WHERE {column} = ?", (prefix,)).fetchone():
        return prefix
    found = connection.execute(
        f"SELECT {column}, {label} FROM {table} WHERE {column} >= ? AND {column} < ? ORDER BY {column} LIMIT ?",
        (prefix, prefix + "\U0010ffff", _CANDIDATES + 1),
    ).fetchall()
    if not prefix or not found:
        raise UnknownIdError(item, f"no {table} of this ledger has such an id", _PLURAL[table])
    if len(found) > 1:
        named = ", ".join(f"{id_[: len(prefix) + 8]} ({_short(words)})" for id_, words in found[:_CANDIDATES])
        more = " and more" if len(found) > _CANDIDATES else ""
        raise UnknownIdError(item, f"more than one id begins so: {named}{more}", "give more of the id")
    return str(found[0][0])


def is_there(connection: sqlite3.Connection, table: str, id_: str) -> bool:
    """Whether a table has a row of this whole id."""
    return (
        connection.execute(f"SELECT 1 FROM {table} WHERE {_LABELS[table][0]} = ?", (id_,)).fetchone()
        is not None
    )


_PLURAL = {
    "capture": "give the SHA-256 of a capture, or enough of its beginning",
    "report": "list the reports of a story with: rashomon show story ID",
    "statement": "find one with: rashomon search WORDS",
    "entity": "find one with: rashomon show person NAME",
    "story": "list the stories with: rashomon show stories",
    "conflict": "list them with: rashomon show conflicts; one that was rejected: rashomon correct list",
}


def _short(words: str | None) -> str:
    line = " ".join((words or "").split())
    return line if len(line) <= 40 else line[:39] + "…"


def ids_of(connection: sqlite3.Connection, table: str) -> list[str]:
    """Every id of a table, in order."""
    column = _LABELS[table][0]
    return [row[0] for row in connection.execute(f"SELECT {column} FROM {table} ORDER BY {column}")]


def story_ids(connection: sqlite3.Connection) -> list[str]:
    """Stories that have reports, the one with the most first, then the latest."""
    rows = connection.execute(
        "SELECT id FROM story JOIN story_report ON story = id GROUP BY id"
        " ORDER BY count(*) DESC, coalesce(latest, '') DESC, id"
    )
    return [row[0] for row in rows]


def statement_ids(
    connection: sqlite3.Connection,
    *,
    story: str | None,
    report: str | None,
    speaker: str | None,
    min_wordings: int,
) -> list[str]:
    """Statements of a story's reports, a report or a speaker, alone or together with others; the one with the most wordings
    first."""
    conditions, values = ["1"], list[str | int]()
    for value, condition in (
        (
            speaker,
            "s.id IN (SELECT id FROM statement WHERE speaker = ? UNION SELECT statement FROM statement_joint_speaker"
            " WHERE entity = ?)",
        ),
        (report, "s.id IN (SELECT statement FROM wording WHERE report = ?)"),
        (story, "s.id IN (SELECT statement FROM wording JOIN story_report USING (report) WHERE story = ?)"),
    ):
        if value is not None:
            conditions.append(condition)
            values += [value] * condition.count("?")
    rows = connection.execute(
        "SELECT s.id FROM statement AS s JOIN wording AS w ON w.statement = s.id"
        f" WHERE {' AND '.join(conditions)} GROUP BY s.id HAVING count(*) >= ? ORDER BY count(*) DESC, s.id",
        (*values, min_wordings),
    )
    return [row[0] for row in rows]


def entity_ids_named(connection: sqlite3.Connection, name: str) -> list[str]:
    """Entities that bear a name: the same words first, then names that have these words among others.

    "sow" finds Awa Sow and Émile N'Diaye-Sow; "awa sow" finds the first only.
    """
    words = folded(name.encode("utf-8", "replace").decode())
    if not 0 < len(words.split()) <= _LONGEST_NAME:
        return []
    # Words are parted by one space, so that a word is found with a space on either side.
    every = " AND ".join(["instr(' ' || folded || ' ', ?)"] * len(words.split()))
    rows = connection.execute(
        f"SELECT entity FROM entity_name WHERE {every} GROUP BY entity ORDER BY max(folded = ?) DESC,"
        " (SELECT count(*) FROM statement WHERE speaker = entity) DESC, entity",
        (*(f" {word} " for word in words.split()), words),
    )
    return [row[0] for row in rows]


def counts(connection: sqlite3.Connection) -> Counts:
    """How much the ledger holds."""

    def number(query: str) -> int:
        return int(connection.execute(query).fetchone()[0])

    return Counts(
        captures=number("SELECT count(*) FROM capture"),
        reports=number("SELECT count(*) FROM report"),
        attributions=number(
            "SELECT (SELECT count(*) FROM attribution)"
            " - (SELECT count(*) FROM (SELECT DISTINCT report, attribution FROM mended WHERE rejects))"
        ),
        sentences=number("SELECT count(*) FROM sentence"),
        entities=number("SELECT count(*) FROM entity"),
        statements=number("SELECT count(DISTINCT statement) FROM wording"),
        shared=number(
            "SELECT count(*) FROM (SELECT 1 FROM wording GROUP BY statement HAVING count(DISTINCT report) >= 2)"
        ),
        wordings=number("SELECT count(*) FROM wording"),
        stories=number("SELECT count(DISTINCT story) FROM story_report"),
        problems=number("SELECT count(*) FROM problem"),
        corrections=number("SELECT count(*) FROM correction"),
    )


def runs(connection: sqlite3.Connection) -> tuple[Run, ...]:
    """The runs that wrote to the ledger, in order."""
    rows = connection.execute("SELECT started, code, reader FROM run ORDER BY number").fetchall()
    return tuple(Run(*row) for row in rows)
