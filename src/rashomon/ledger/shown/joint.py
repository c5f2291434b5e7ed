"""Those who say something together, as lists and pages name them: by entity, where they are known."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.ledger.store import Ledger
from rashomon.ledger.tables.rows import rows_of


@dataclass(frozen=True, slots=True)
class Known:
    """An entity by id, with the name to show."""

    id: str
    name: str


Several = tuple[Known | None, ...]
"""Those who say something together, in order; ``None`` for one who is not known."""


def joint_speakers(connection: sqlite3.Connection, statements: Iterable[str]) -> dict[str, Several]:
    """Those who are reported to have said these statements together, of the statements where they are several."""
    found: defaultdict[str, list[tuple[int, Known | None]]] = defaultdict(list)
    for statement, ordinal, entity, name in rows_of(
        connection,
        "SELECT j.statement, j.ordinal, e.id, e.name FROM statement_joint_speaker AS j LEFT JOIN entity AS e"
        " ON e.id = j.entity WHERE j.statement IN ({})",
        statements,
    ):
        found[statement].append((ordinal, None if entity is None else Known(entity, name)))
    return {
        statement: tuple(who for _, who in sorted(several, key=lambda one: one[0]))
        for statement, several in found.items()
    }


def said_by_name(ledger: Ledger, report: str) -> dict[str, Known]:
    """Whom a report means by each name under which somebody speaks in it, by the report's whole id."""
    with ledger.at_one_moment() as connection:
        rows = connection.execute(
            "SELECT v.name, e.id, e.name FROM entity_evidence AS v JOIN entity AS e ON e.id = v.entity WHERE v.report = ?",
            (report,),
        )
        return {name: Known(entity, shown) for name, entity, shown in rows}
