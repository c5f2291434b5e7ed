"""What could not be read, and what is to be noted."""

from __future__ import annotations

from rashomon.ledger.shown.listed.page import PAGE
from rashomon.ledger.store import Ledger
from rashomon.records import NOTED, Problem


def count(ledger: Ledger) -> int:
    """How many problems there are, notes among them."""
    with ledger.at_one_moment() as connection:
        return len(ledger.due()) + int(connection.execute("SELECT count(*) FROM problem").fetchone()[0])


def failed(ledger: Ledger) -> int:
    """How many items could not be read."""
    with ledger.at_one_moment() as connection:
        return int(
            connection.execute("SELECT count(*) FROM problem WHERE stage <> ?", (NOTED,)).fetchone()[0]
        )


def entries(ledger: Ledger, *, first: int = 0, limit: int = PAGE) -> tuple[Problem, ...]:
    """Problems, from the ``first`` on: a collation that is due, then what could not be read, then notes, by their items."""
    with ledger.at_one_moment() as connection:
        due = ledger.due()
        rows = connection.execute(
            "SELECT item, stage, fault, mend, sha256 FROM problem ORDER BY stage = ?, item, stage, id LIMIT ? OFFSET ?",
            (NOTED, limit, max(0, first - len(due))),
        )
        return (*due[first:], *(Problem(*row) for row in rows))[:limit]
