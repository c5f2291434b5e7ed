"""The large ledger that the room is measured on fits in every part, and making it again changes nothing."""

from __future__ import annotations

from pathlib import Path

from bench.room.made import make

from rashomon.ledger import Ledger


def test_what_is_made_up_fits_and_is_made_on_where_it_stopped(tmp_path: Path) -> None:
    path = tmp_path / "made.db"
    make(path, 40)
    with Ledger.open(path) as ledger:
        assert ledger.verify() == ()
        before = ledger.counts()
        assert before.reports >= 40
        assert before.shared > 0
        assert ledger.conflicts()
    make(path, 40)
    with Ledger.open(path) as ledger:
        assert ledger.counts() == before
