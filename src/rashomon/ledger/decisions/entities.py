"""A person's merge or split of entities as corrections: whom a name means, which reports, and how the rows point at them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from rashomon.corrections import targets
from rashomon.corrections.standing import moments
from rashomon.ledger import lookup
from rashomon.ledger.decisions.corrections import new_correction
from rashomon.ledger.decisions.dividing import told_apart
from rashomon.ledger.errors import LedgerError
from rashomon.ledger.near_names import near_names
from rashomon.ledger.tables import load
from rashomon.ledger.tables.write import folded
from rashomon.records import Correction, CorrectionKind, Entity, EntityEvidence

_CANDIDATES = 5  # as many as a terminal shows without scrolling


def whom(connection: sqlite3.Connection, name: str) -> Entity:
    """The one entity that a name or the beginning of an id means. Raises LedgerError, naming candidates, where it is not one.

    The same name comes before an id, and an id before a name with these words among others.
    """
    found = list(load.load_entities(connection, lookup.entity_ids_named(connection, name)))
    exact = [entity for entity in found if folded(name) in map(folded, entity.names)]
    if not exact and len(name) >= 4 and set(name) <= set("0123456789abcdef"):
        ids = connection.execute(
            "SELECT id FROM entity WHERE substr(id, 1, ?) = ?", (len(name), name)
        ).fetchall()
        exact = list(load.load_entities(connection, [row[0] for row in ids]))
    meant = exact or found
    if not meant:
        fault = "nobody in this ledger is known by this name"
        near = " or ".join(near_names(connection, name))
        mend = f"did you mean {near}?" if near else "look for words with: rashomon search WORDS"
        raise LedgerError(name, fault, mend)
    if len(meant) > 1:
        named = ", ".join(f"{entity.id[:8]} ({entity.name})" for entity in meant[:_CANDIDATES])
        more = " and more" if len(meant) > _CANDIDATES else ""
        raise LedgerError(
            name, f"more than one person or body has this name: {named}{more}", "give an id instead"
        )
    return meant[0]


def merge(connection: sqlite3.Connection, one: str, other: str, who: str, why: str) -> Correction:
    """The correction that says that two entities are one, not yet written."""
    a, b = whom(connection, one), whom(connection, other)
    if a.id == b.id:
        fault = f"{other} is one with it already: {a.name} ({a.id[:8]})"
        raise LedgerError(one, fault, f"see: rashomon show person {a.id[:8]}")
    old = f"{a.name} ({a.id[:8]}) and {b.name} ({b.id[:8]}), two"
    target, new = (targets.of_entity(at.report, at.name) for at in (_main(a), _main(b)))
    return new_correction(who, why, CorrectionKind.MERGE, target, old=old, new=new)


def split(
    connection: sqlite3.Connection, name: str, reports: Sequence[str], who: str, why: str
) -> tuple[Correction, ...]:
    """The corrections, not yet written, that say that an entity is another person in these reports: one for each name there."""
    entity = whom(connection, name)
    named = {at.report for at in entity.evidence}
    ids = told_apart(connection, entity.name, named, reports, f"does not name {entity.name}")
    apart = [at for at in entity.evidence if at.report in ids]
    rest = [at for at in entity.evidence if at.report not in ids]
    old = next((at for at in rest if at.name == entity.name), rest[0])
    return tuple(
        new_correction(
            who,
            why,
            CorrectionKind.SPLIT,
            targets.of_entity(at.report, at.name),
            old=targets.of_entity(old.report, old.name),
            new=targets.of_entity(apart[0].report, apart[0].name),
            # Decisions are replayed in order of time, and the first of these is whom the others stand with.
            decided_at=moment,
        )
        for moment, at in zip(moments(), apart, strict=False)
    )


def _main(entity: Entity) -> EntityEvidence:
    """Where an entity is named by the name that it goes by."""
    if not entity.evidence:
        raise LedgerError(
            entity.name, "no report of this ledger names this person any more", "read the reports again"
        )
    return next((at for at in entity.evidence if at.name == entity.name), entity.evidence[0])
