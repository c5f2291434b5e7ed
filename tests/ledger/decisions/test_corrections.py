"""A person's decision stays as it was made."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from rashomon.ledger import Ledger
from rashomon.records import CorrectionKind
from tests.ledger.making import collation, item

AT = "2021-02-05T09:30:00+00:00"


def test_corrections_are_kept_in_order_and_once(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "x.db") as ledger:
        later = ledger.correct("Ilo", "not said by her", CorrectionKind.REJECT, "statement:51a7")
        first = ledger.correct(
            "Tam", "as the paper has it", CorrectionKind.MEND, "entity:e0a1", old="a", new="b", decided_at=AT
        )
        again = ledger.correct(
            "Tam", "as the paper has it", CorrectionKind.MEND, "entity:e0a1", old="a", new="b", decided_at=AT
        )
        assert first == again
        assert ledger.corrections() == (first, later)
        assert ledger.corrections("statement:51a7") == (later,)
        assert first.decided_at == AT


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE correction SET why = 'other'",
        "DELETE FROM correction",
        "INSERT OR REPLACE INTO correction SELECT id, 'Eve', decided_at, why, kind, target, old, new FROM correction",
    ],
)
def test_a_correction_can_be_neither_changed_nor_removed(tmp_path: Path, sql: str) -> None:
    with Ledger.open(tmp_path / "x.db") as ledger:
        made = ledger.correct("Ilo", "not said by her", CorrectionKind.REJECT, "statement:51a7")
        with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
            ledger._connection.execute(sql)
        assert ledger.corrections() == (made,)


def test_a_correction_outlives_what_it_is_about(tmp_path: Path) -> None:
    kept = item()
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add(*kept)
        ledger.replace_collation(*collation([kept]), "c1")
        made = ledger.correct("Ilo", "another mayor", CorrectionKind.SPLIT, "entity:e0a1")
        ledger.add(*kept, fingerprint="reader-2")
        ledger.replace_collation([], [], [], "c2")
        assert ledger.corrections("entity:e0a1") == (made,)
