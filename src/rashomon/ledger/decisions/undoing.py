"""Taking a correction back: by another row, since none is ever changed or deleted."""

from __future__ import annotations

import sqlite3

from rashomon.corrections import targets
from rashomon.corrections.standing import made_together, moments, standing_undos
from rashomon.ledger.decisions.corrections import load_corrections, new_correction
from rashomon.ledger.errors import LedgerError
from rashomon.records import Correction, CorrectionKind


def correction_of(connection: sqlite3.Connection, prefix: str) -> Correction:
    """The one correction whose id begins so. Raises LedgerError where it is not one."""
    found = [c for c in load_corrections(connection, None) if c.id.startswith(prefix)] if prefix else []
    if len(found) != 1:
        fault = "more than one id begins so" if found else "no correction of this ledger has such an id"
        raise LedgerError(f"correction {prefix}", fault, "list them with: rashomon correct list")
    return found[0]


def undo(
    connection: sqlite3.Connection, prefix: str, who: str, why: str
) -> tuple[tuple[Correction, Correction], ...]:
    """The undos, not yet written, of a correction and of what was decided together with it, each beside what it undoes.

    An undo is undone likewise: what it undid holds again. Raises LedgerError where the correction holds no longer as it is.
    """
    named = correction_of(connection, prefix)
    every = tuple(load_corrections(connection, None))
    undos = {targets.correction(c.target): c for c in standing_undos(every)}
    if named.id in undos:
        by = undos[named.id]
        raise LedgerError(
            f"correction {named.id[:8]}",
            f"{by.who} undid it on {by.decided_at[:10]}",
            f"to let it hold again: rashomon correct undo {by.id[:8]}",
        )
    hold = [c for c in made_together(every, named) if c.id not in undos]
    return tuple(
        (
            new_correction(
                who,
                why,
                CorrectionKind.UNDO,
                targets.of_correction(c.id),
                old=f"{c.kind.value} {c.target}",
                decided_at=moment,
            ),
            c,
        )
        for moment, c in zip(moments(), hold, strict=False)
    )
