"""Accounts in the ledger: kept with their stories, and given back as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.accounts.records import Accounts
from rashomon.ledger import Ledger
from tests.ledger.making import accounts, collation, item


def test_accounts_come_back_as_they_were(tmp_path: Path) -> None:
    one = item()
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add(*one)
        ledger.replace_collation(*collation([one]), "c1", accounts=[accounts([one])])
        assert ledger.accounts("57") == accounts([one])
        assert ledger.conflicts() == ledger.conflicts(story="57") == accounts([one]).conflicts


def test_a_new_collation_takes_the_place_of_the_accounts(tmp_path: Path) -> None:
    one = item()
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add(*one)
        ledger.replace_collation(*collation([one]), "c1", accounts=[accounts([one])])
        ledger.replace_collation(*collation([one]), "c2")
        assert ledger.accounts("57") == Accounts("5707")


def test_an_account_of_what_is_not_there_is_refused_and_nothing_is_changed(tmp_path: Path) -> None:
    one, other = item(), item("another bridge is closed", "pages/other.txt")
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add(*one)
        ledger.replace_collation(*collation([one]), "c1", accounts=[accounts([one])])
        with pytest.raises(ValueError, match="not in the ledger"):
            ledger.replace_collation(*collation([one]), "c2", accounts=[accounts([other])])
        assert ledger.accounts("57") == accounts([one])


def test_declared_families_are_kept(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.declare_families({"Gull": "Marsh"})
        ledger.declare_families({"Tide": "Marsh", "Pier": "Marsh"})
        assert ledger.families() == {"Pier": "Marsh", "Tide": "Marsh"}
