"""Accounts in the ledger: kept with their stories, and given back as they were."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.accounts.records import Accounts, DecidedConflict
from rashomon.ledger import Ledger
from rashomon.records import CorrectionKind
from tests.ledger.making import accounts, collation, item


def test_accounts_come_back_as_they_were(tmp_path: Path) -> None:
    one = item()
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add(*one)
        ledger.replace_collation(*collation([one]), "c1", accounts=[accounts([one])])
        assert ledger.accounts("57") == accounts([one])
        assert ledger.conflicts() == ledger.conflicts(story="57") == accounts([one]).conflicts


def test_decisions_about_conflicts_come_back_with_what_stands(tmp_path: Path) -> None:
    one, told = item(), "as Ilo decided on 2031-02-05: heard it"
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add(*one)
        ids = [
            ledger.correct("Ilo", why, CorrectionKind.ACCEPT, "conflict:x").id for why in ("heard it", "no")
        ]
        made = accounts([one])
        made = replace(
            made,
            conflicts=(made.conflicts[0], replace(made.conflicts[1], unsure=False, decided=told)),
            decided=(
                DecidedConflict(ids[0], "c10", False, told),
                DecidedConflict(ids[1], "c11", True, "as Ilo decided: no"),
            ),
        )
        ledger.replace_collation(*collation([one]), "c1", accounts=[made])
        found = ledger.accounts("57")
        # The surest first, since what was accepted is a conflict as any other.
        assert found.conflicts == made.conflicts[::-1]
        assert found.decided == made.decided
        ledger.replace_collation(*collation([one]), "c2")
        assert ledger.accounts("57").decided == ()


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
