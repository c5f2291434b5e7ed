"""Which entity the side is that a person is said to speak for: the one that bears the side's name, if there is one."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable

from rashomon.collation.entities.affiliations import leads_to
from rashomon.collation.entities.entities import name_key
from rashomon.ledger.tables.rows import rows_of
from rashomon.records import Entity, MentionKind


def set_parties(connection: sqlite3.Connection, entities: Iterable[Entity], keys: Collection[str]) -> None:
    """Let the sides of these entities, and all sides that have one of these names, lead to whom they mean now."""
    sides = {a.side for entity in entities for a in entity.affiliations if a.side}
    connection.executemany(
        "INSERT OR IGNORE INTO side_named VALUES (?, ?)", ((side, name_key(side)) for side in sorted(sides))
    )
    query = "SELECT side FROM side_named WHERE key IN ({})"
    sides |= {side for (side,) in rows_of(connection, query, sorted(keys))}
    connection.executemany(
        # A side that is the speaker itself is no party to it.
        "UPDATE entity_affiliation SET party = nullif(:party, entity)"
        " WHERE side = :side AND party IS NOT nullif(:party, entity)",
        [{"party": _bearer(connection, name_key(side)), "side": side} for side in sorted(sides)],
    )


def _bearer(connection: sqlite3.Connection, key: str) -> str | None:
    """The one entity that bears a name, given folded."""
    rows = connection.execute(
        "SELECT DISTINCT e.id, e.kind FROM heard_name AS n JOIN entity AS e ON e.id = n.entity WHERE n.key = ?",
        (key,),
    ).fetchall()
    found = [id_ for id_, kind in rows if leads_to(MentionKind(kind) if kind else None, key)]
    return found[0] if len(found) == 1 else None
