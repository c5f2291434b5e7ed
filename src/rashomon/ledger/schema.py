"""The ledger's schema: its versions, the way from one to the next, and what each table and column holds."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

#: Marks a SQLite file as a ledger of Rashomon (the letters ``Rash``): ``PRAGMA application_id``.
APPLICATION_ID = int.from_bytes(b"Rash", "big")

#: The tables that one collation keeps for the next.
KEPT = (
    "heard_report", "heard_name", "name_tie", "name_explained", "side_named", "company", "said_sentence", "said_jointly",
    "sentence_key", "sentence_link", "sentence_halves", "shingled_report", "shingle", "compared_pair", "story_profile",
    "story_key", "story_pair",
)  # fmt: skip

#: Tables that are no data about reports, or are derived for searching, for lists or for the next collation: never exported.
NOT_EXPORTED = frozenset(
    (
        "meta",
        "run",
        "searchable",
        "story_tally",
        "story_outlet",
        "entity_tally",
        "statement_tally",
        "uncollated",
        *KEPT,
    )
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what it holds.

    ``type`` is TEXT, INTEGER, REAL or BLOB; ``key`` its place in the primary key, from 1, or 0 where it has
    none. ``refers_to`` is the table and column that its values stand in, if any.
    """

    name: str
    type: str
    required: bool
    key: int
    meaning: str
    refers_to: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with what one of its rows is, and its columns in order."""

    name: str
    meaning: str
    columns: tuple[Column, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """Names of the columns of the primary key, in order."""
        return tuple(column.name for column in sorted(self.columns, key=lambda c: c.key) if column.key)


def migrations() -> tuple[tuple[int, str], ...]:
    """Every migration as (version it leads to, SQL), in order; numbered 1, 2, 3 …"""
    scripts = sorted(
        (int(entry.name[:4]), entry.read_text(encoding="utf-8"))
        for entry in files("rashomon.ledger.migrations").iterdir()
        if entry.name.endswith(".sql")
    )
    assert [number for number, _ in scripts] == list(range(1, len(scripts) + 1)), (
        "migrations are numbered 1, 2, 3 …"
    )
    return tuple(scripts)


def latest_version() -> int:
    """The version of ledger that this code writes."""
    return len(migrations())


def version(connection: sqlite3.Connection) -> int:
    """The version of an open ledger; 0 for an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an empty file or an older ledger to the latest version, in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Read inside the transaction: another process may have migrated the file while this one waited.
        done = version(connection)
        for number, script in migrations():
            if number > done:
                for statement in statements(script):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number:d}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def statements(script: str) -> Iterator[str]:
    """The SQL statements of a script one by one; unlike ``executescript`` they can share a transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def tables(connection: sqlite3.Connection) -> tuple[Table, ...]:
    """Every table of an open ledger with the meaning of its columns, in order of creation.

    The index of full-text search (``search`` and the tables SQLite keeps for it) is left out.
    """
    found = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        " AND name <> 'search' AND name NOT LIKE 'search\\_%' ESCAPE '\\' ORDER BY rowid"
    ).fetchall()
    return tuple(_table(connection, name, sql) for name, sql in found)


def exported_tables(connection: sqlite3.Connection) -> tuple[Table, ...]:
    """The tables an export writes, each less its columns of bytes."""
    return tuple(
        Table(table.name, table.meaning, tuple(column for column in table.columns if column.type != "BLOB"))
        for table in tables(connection)
        if table.name not in NOT_EXPORTED
    )


def _table(connection: sqlite3.Connection, name: str, sql: str) -> Table:
    meaning, meanings = _meanings(sql)
    refers: dict[str, tuple[str, str]] = {}
    keys = connection.execute(f"PRAGMA foreign_key_list({name})").fetchall()
    widths = Counter(key[0] for key in keys)
    # A column's own reference is told rather than one that it shares with other columns.
    for _, _, target, column, target_column, *_ in sorted(keys, key=lambda key: -widths[key[0]]):
        refers[column] = (target, target_column)
    return Table(
        name,
        meaning,
        tuple(
            Column(column, kind, bool(required), key, meanings.get(column, ""), refers.get(column))
            for _, column, kind, required, _, key in connection.execute(f"PRAGMA table_info({name})")
        ),
    )


_COLUMN = re.compile(r"\s*([a-z_][a-z0-9_]*)\s+(?:TEXT|INTEGER|REAL|BLOB)\b[^\n]*?(?:--\s*(.*))?$")
_COMMENT = re.compile(r"\s*--\s*(.*)$")


def _meanings(sql: str) -> tuple[str, dict[str, str]]:
    """What the comments of a CREATE TABLE say: of the table (the lines before any column), and of each column."""
    table: list[str] = []
    columns: dict[str, list[str]] = {}
    current = table
    for line in sql.splitlines()[1:]:
        if comment := _COMMENT.match(line):
            current.append(comment[1].strip())
        elif column := _COLUMN.match(line):
            current = columns[column[1]] = [column[2].strip()] if column[2] else []
    return " ".join(table), {name: " ".join(words) for name, words in columns.items()}
