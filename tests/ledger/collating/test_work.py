"""A report more costs what it brings: what is read and compared for it does not grow with the ledger."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from rashomon.ingest import recollate
from rashomon.ledger import Ledger
from rashomon.ledger.collating import partners, statements
from rashomon.ledger.tables.collate import Apart, write_statements
from rashomon.ledger.tables.rows import more_than
from rashomon.records import Statement
from tests.ledger.collating.test_changes import made

OTHERS = (
    "Bruno Kestrel", "Alma Dovan", "Cyril Fathom", "Ginevra Holt", "Ivo Jarrow", "Lorna Mabry", "Nils Opdyke",
    "Petra Quill", "Rufus Sedge", "Thora Umber", "Viggo Wynn", "Xenia Yarrow",
)  # fmt: skip


def test_who_says_it_too_and_is_somebody_else_is_not_read_however_many_they_are(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        for place, who in enumerate((*OTHERS, "")):
            ledger.add(*made(((0, who),), place, "r"))
        recollate(ledger, reader="r")
        first = made(((0, OTHERS[0]),), 20, "r")
        assert _read_for(ledger, 21, "Zeno Tarrant") == {None}
        assert _read_for(ledger, 20, OTHERS[0]) == {None, *_entity(ledger, OTHERS[0])}
        statements = {s.speaker: s for s in ledger.statements()}
        said = statements[_entity(ledger, OTHERS[0]).pop()]
        assert first[1].id in {w.report for w in said.wordings}
        everybody = {s for who in OTHERS for s in _entity(ledger, who)} | _entity(ledger, "Zeno Tarrant")
        assert _read_for(ledger, 22, "") == {None, *everybody}


def _read_for(ledger: Ledger, place: int, who: str) -> set[str | None]:
    """Add a report, and tell by whom the sentences are that are looked at for it."""
    ledger.add(*made(((0, who),), place, "r"))
    read: list[int] = []
    vectors = partners._vectors

    def noted(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, NDArray[np.float32]]:
        read.extend(numbers)
        return vectors(connection, read)

    with patch.object(partners, "_vectors", noted):
        recollate(ledger, reader="r")
    query = "SELECT speaker FROM said_sentence WHERE number = ?"
    return {ledger._connection.execute(query, (number,)).fetchone()[0] for number in read}


def _entity(ledger: Ledger, name: str) -> set[str | None]:
    return {said.entity.id for said in ledger.person(name)}


def test_a_statement_of_which_nothing_is_new_is_not_written_again_though_ties_lead_to_it(
    tmp_path: Path,
) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        for place, who in enumerate((*OTHERS, "")):
            ledger.add(*made(((0, who),), place, "r"))
        recollate(ledger, reader="r")
        before = {s.id: s for s in ledger.statements()}
        ledger.add(*made(((0, ""),), 20, "r"))
        written: list[Statement] = []
        reached: set[int] = set()

        def noted(connection: sqlite3.Connection, some: Sequence[Statement], apart: Apart) -> None:
            written.extend(some)
            write_statements(connection, some, apart)

        closure = statements._closure

        def led(
            connection: sqlite3.Connection, seeds: Collection[int], decided: statements._Decided
        ) -> set[int]:
            reached.update(closure(connection, seeds, decided))
            return reached

        with patch.multiple(statements, write_statements=noted, _closure=led):
            recollate(ledger, reader="r")
        now = {s.id: s for s in ledger.statements()}
        assert len(reached) == len(OTHERS) + 2
        assert {s.id for s in written} == {id_ for id_ in now if now[id_] != before.get(id_)}
        assert len(written) == 1
        assert not ledger.verify()


def test_no_more_rows_are_counted_than_are_asked_for(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        ledger._connection.executemany("INSERT INTO meta VALUES (?, '')", ((str(n),) for n in range(10)))
        held = [more_than(ledger._connection, "meta", many) for many in (-1, 0, 8.5, 9, 9.5, 10, 11)]
        assert held == [True, True, True, True, True, False, False]
