"""What could not be read."""

from __future__ import annotations

from rashomon.ledger.listed.page import PAGE
from rashomon.ledger.store import Ledger
from rashomon.records import Problem


def count(ledger: Ledger) -> int:
    """How many items could not be read."""
    with ledger.at_one_moment() as connection:
        return int(connection.execute("SELECT count(*) FROM problem").fetchone()[0])


def entries(ledger: Ledger, *, first: int = 0, limit: int = PAGE) -> tuple[Problem, ...]:
    """What could not be read, in order of the item, from the ``first`` on."""
    with ledger.at_one_moment() as connection:
        rows = connection.execute(
            "SELECT item, stage, fault, mend, sha256 FROM problem ORDER BY item, stage, id LIMIT ? OFFSET ?",
            (limit, first),
        )
        return tuple(Problem(*row) for row in rows)
