"""Sentences by their vectors: read through once for an index, and by number for what the index finds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.ledger.store import Ledger
from rashomon.ledger.tables.rows import rows_of

#: Sentences read at once: some 15 MB.
BATCH = 20_000


@dataclass(frozen=True, slots=True)
class Meant:
    """A sentence of a report: its number, its characters and vector, and the statement (with its speaker) it is of, if any."""

    number: int
    report: str
    start: int
    end: int
    text: str
    vector: bytes
    outlet: str | None
    published: str | None
    statement: str | None
    speaker: str | None


def last_number(ledger: Ledger) -> int:
    """The highest number of a sentence; a sentence that is added has a higher one."""
    with ledger.at_one_moment() as connection:
        return int(connection.execute("SELECT coalesce(max(rowid), 0) FROM sentence").fetchone()[0])


def vectors(ledger: Ledger, after: int) -> Iterator[tuple[list[int], bytes]]:
    """Numbers and vectors (one after another) of the sentences numbered above ``after``, some thousands at a time."""
    while True:
        with ledger.at_one_moment() as connection:
            rows = connection.execute(
                "SELECT rowid, vector FROM sentence WHERE rowid > ? AND vector <> x'' ORDER BY rowid LIMIT ?",
                (after, BATCH),
            ).fetchall()
        if not rows:
            return
        yield [number for number, _ in rows], b"".join(vector for _, vector in rows)
        after = rows[-1][0]


def sentences(ledger: Ledger, numbers: Sequence[int]) -> tuple[Meant, ...]:
    """The sentences of these numbers that are still there, in no order."""
    with ledger.at_one_moment() as connection:
        rows = rows_of(
            connection,
            "SELECT s.rowid, s.report, s.start, s.stop, s.text, s.vector, r.outlet, r.published, t.id, t.speaker"
            " FROM sentence AS s JOIN report AS r ON r.id = s.report LEFT JOIN wording AS w ON w.report = s.report"
            " AND w.start <= s.start AND w.stop >= s.stop LEFT JOIN statement AS t ON t.id = w.statement"
            " WHERE s.rowid IN ({}) GROUP BY s.rowid",
            numbers,
        )
        return tuple(Meant(*row) for row in rows)
