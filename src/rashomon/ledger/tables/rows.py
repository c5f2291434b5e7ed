"""Rows: queries over any number of values, and values some at a time."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

T = TypeVar("T")
Row = tuple[Any, ...]

BATCH = 900
"""Values that one query asks for; an SQLite may have been built to take no more than 999."""


def rows_of(connection: sqlite3.Connection, query: str, values: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    """The rows of a query for all values, which stand in it as ``({})``; a row that several parts give comes several times."""
    rest = iter(values)
    while batch := list(islice(rest, BATCH)):
        yield from connection.execute(query.format(",".join("?" * len(batch))), batch).fetchall()


def grouped(connection: sqlite3.Connection, query: str, values: Iterable[Any]) -> defaultdict[Any, list[Row]]:
    """The rows of a query as for :func:`rows_of`, by their first column, which is what the values are; each group in order."""
    found: defaultdict[Any, list[Row]] = defaultdict(list)
    for row in rows_of(connection, query, values):
        found[row[0]].append(row)
    return found


def delete(connection: sqlite3.Connection, table: str, column: str, values: Iterable[Any]) -> None:
    """Delete the rows of a table whose column has one of these values."""
    connection.executemany(f"DELETE FROM {table} WHERE {column} = ?", ((value,) for value in values))


def more_than(connection: sqlite3.Connection, table: str, many: float) -> bool:
    """Whether a table has more rows than so many; no more than that are gone through."""
    query = f"SELECT count(*) FROM (SELECT 1 FROM {table} LIMIT ?)"
    return bool(connection.execute(query, (max(0, int(many) + 1),)).fetchone()[0] > many)


def parts(values: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """The values in order, so many at a time."""
    for start in range(0, len(values), size):
        yield values[start : start + size]
