"""What a decision is about, as the ledger has it now: a report's characters, or the statement, story or person of today's id."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.corrections import targets
from rashomon.ledger.tables.rows import rows_of


@dataclass(frozen=True, slots=True)
class Heading:
    """A report as a choice among reports: without its text."""

    id: str
    name: str
    outlet: str | None
    title: str | None
    published: str | None


def headings(connection: sqlite3.Connection, reports: Iterable[str]) -> Iterator[Heading]:
    """Reports by id, in order of date."""
    query = "SELECT id, name, outlet, title, published FROM report WHERE id IN ({})"
    found = [Heading(*row) for row in rows_of(connection, query, sorted(set(reports)))]
    yield from sorted(found, key=lambda h: (h.published is None, h.published, h.id))


def subject(connection: sqlite3.Connection, target: str) -> tuple[str, str] | None:
    """What a correction's target means now: ``report``, ``statement``, ``story`` or ``entity``, and its id. None where it means
    nothing any more, or another correction."""
    kind, _, rest = target.partition(":")
    report, _, name = rest.partition(":")
    at = targets.place(target)
    if kind == targets.WORDING and at is not None:
        row = connection.execute(
            "SELECT 'statement', statement FROM wording WHERE report = ? AND start < ? AND stop > ?"
            " ORDER BY abs(start - ?) + abs(stop - ?), start LIMIT 1",
            (at.report, at.span.end, at.span.start, at.span.start, at.span.end),
        ).fetchone()
    elif (parting := targets.conflict(target)) is not None:
        row = connection.execute(
            "SELECT 'story', story FROM story_report WHERE report = ? LIMIT 1", (parting.members[0][0],)
        ).fetchone()
    elif kind == targets.STORY:
        row = connection.execute(
            "SELECT 'story', story FROM story_report WHERE report = ? LIMIT 1", (report,)
        ).fetchone()
    elif kind == targets.ENTITY:
        row = connection.execute(
            "SELECT 'entity', entity FROM entity_evidence WHERE report = ? AND name = ? LIMIT 1",
            (report, name),
        ).fetchone()
    elif kind in (targets.ATTRIBUTION, targets.REPORT):
        row = connection.execute("SELECT 'report', id FROM report WHERE id = ?", (report,)).fetchone()
    else:
        row = None
    return None if row is None else (str(row[0]), str(row[1]))
