"""Problems and notes as they are listed, and a collation that is due."""

from __future__ import annotations

from pathlib import Path

from rashomon.ledger import Ledger
from rashomon.ledger.shown import listed
from rashomon.records import NOTED, Problem
from tests.ledger.making import item

FAILED = Problem("z.html", "reports", "no text", "fetch the page again")
NOTE = Problem("a.txt", NOTED, "the text looks German", "give a translation")
FOLDER = Problem("pages", NOTED, "2 files of other kinds were passed over", "save them as .txt")


def test_notes_stand_behind_what_could_not_be_read_and_what_is_due_before_all(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "x.db") as ledger:
        for problem in (NOTE, FOLDER, FAILED):
            ledger.add_problem(problem)
        assert listed.problems.entries(ledger) == (FAILED, NOTE, FOLDER)
        assert (listed.problems.count(ledger), listed.problems.failed(ledger)) == (3, 1)
        assert ledger.due() == (), "nothing was read"
        ledger.add(*item())
        (due,) = ledger.due()
        assert (due.item, due.noted) == (str(tmp_path / "x.db"), True)
        pages = [listed.problems.entries(ledger, first=first, limit=2) for first in (0, 2, 4)]
        assert pages == [(due, FAILED), (NOTE, FOLDER), ()]
        assert (listed.problems.count(ledger), listed.problems.failed(ledger)) == (4, 1)
        ledger.replace_collation([], [], [], "made")
        assert ledger.due() == ()


def test_what_was_wrong_with_a_path_is_forgotten_with_that_path_alone(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "x.db") as ledger:
        kept = Problem("pages", "reports", "no text", "fetch it again", "0" * 64)
        for problem in (FOLDER, NOTE, kept):
            ledger.add_problem(problem)
        ledger.forget_problems(["pages"])
        assert ledger.problems() == (NOTE, kept)
