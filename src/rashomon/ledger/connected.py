"""The connection that a ledger works on: transactions, moments and deadlines."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Self

from rashomon.ledger.errors import in_words


class Connected:
    """A ledger's file, open. What goes wrong with the file, the disk or another program is a LedgerError, in words."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    def close(self) -> None:
        """Close the file; what was not committed is undone."""
        with in_words(self.path):
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit what is written inside together, at its end; undo all of it on an exception.

        Inside another one, it is undone alone and committed with the outer one.
        """
        connection = self._connection
        begin, commit, undo = (
            ("SAVEPOINT step", "RELEASE step", "ROLLBACK TO step; RELEASE step")
            if connection.in_transaction
            else ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")
        )
        with in_words(self.path):
            connection.execute(begin)
            try:
                yield
                connection.execute(commit)
            except BaseException:
                # On a full disk SQLite may have undone all of it already.
                if connection.in_transaction:
                    for step in undo.split("; "):
                        connection.execute(step)
                raise

    @contextmanager
    def at_one_moment(self) -> Iterator[sqlite3.Connection]:
        """Read everything inside as it is at one moment, whatever another program writes meanwhile.

        What is given is the connection, for the package's own queries.
        """
        with in_words(self.path):
            nested = self._connection.in_transaction
            if not nested:
                self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                # After some errors SQLite has ended it already.
                if not nested and self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Read everything inside as it is at one moment, and give up with a LedgerError after so many seconds."""
        deadline = monotonic() + seconds
        # Asked some thousand times a second; a query of a page takes a few hundred such steps.
        self._connection.set_progress_handler(lambda: monotonic() > deadline, 50_000)
        try:
            with self.at_one_moment():
                yield
        finally:
            self._connection.set_progress_handler(None, 0)
