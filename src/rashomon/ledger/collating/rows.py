"""Queries over any number of values."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

T = TypeVar("T")

BATCH = 900
"""Values that one query asks for; SQLite before 3.32 took 999."""


def rows_of(connection: sqlite3.Connection, query: str, values: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    """The rows of a query for all values, which stand in it as ``({})``; a row that several parts give comes several times."""
    rest = iter(values)
    while batch := list(islice(rest, BATCH)):
        yield from connection.execute(query.format(",".join("?" * len(batch))), batch).fetchall()


def delete(connection: sqlite3.Connection, table: str, column: str, values: Iterable[Any]) -> None:
    """Delete the rows of a table whose column has one of these values."""
    connection.executemany(f"DELETE FROM {table} WHERE {column} = ?", ((value,) for value in values))


def parts(values: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """The values in order, so many at a time."""
    for start in range(0, len(values), size):
        yield values[start : start + size]
