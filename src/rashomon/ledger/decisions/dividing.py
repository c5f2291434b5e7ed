"""Which reports a person tells apart from the rest: the first half of every split, of people, statements and stories."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence

from rashomon.ledger import lookup
from rashomon.ledger.errors import LedgerError

_NAMED = 5
"""Reports named to somebody who gave another one: what fits a terminal without scrolling."""


def told_apart(
    connection: sqlite3.Connection, whole: str, of: Collection[str], given: Sequence[str], foreign: str
) -> set[str]:
    """The ids of the ``given`` reports, each named by the beginning of its id: some of those that ``whole`` is ``of``, not all.

    Raises LedgerError where one is not among them (``foreign`` says so: "does not carry this statement"), where none is
    given, and where none is left.
    """
    ids = [lookup.resolve(connection, "report", report) for report in given]
    for name, report in zip(given, ids, strict=True):
        if report not in of:
            there = ", ".join(id_[:8] for id_ in sorted(of)[:_NAMED])
            raise LedgerError(f"report {name}", foreign, f"those that do are: {there}")
    if not ids or set(of) <= set(ids):
        fault = "these are none of its reports" if not ids else "these are all its reports"
        raise LedgerError(
            whole,
            f"{fault}, so that there is nothing to be told apart from",
            "give at least one report, and leave at least one report out",
        )
    return set(ids)
