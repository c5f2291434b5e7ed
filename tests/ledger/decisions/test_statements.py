"""A decision about statements goes through the ledger's file and holds when the reports are read again."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.ingest import recollate
from rashomon.ledger import Ledger, LedgerError
from rashomon.records import Capture
from tests.collation.telling import told

SAYS = "The ferry of Lisse will sail again on Friday at noon."
LIKE = "Lisse's ferry is going to sail again at noon on Friday."
OTHER = "Nobody at the harbour office was paid in March."


def add(ledger: Ledger, name: str, said: str, reader: str) -> None:
    report, reading = told(name, f"“{said}” she said.", [said])
    digest = hashlib.sha256(report.text.encode()).hexdigest()
    capture = Capture(digest, report.text.encode(), "text/plain", f"{name}.txt")
    report = replace(report, id=digest[:16], capture=digest)
    ledger.add(capture, report, replace(reading, report=report.id, model=reader))


def together(ledger: Ledger) -> list[list[str]]:
    names = {report.id: report.name for report in ledger.reports()}
    return sorted(sorted(names[w.report] for w in s.wordings) for s in ledger.statements())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Ledger.open(tmp_path / "x.db") as ledger:
        for name, said in (("a", SAYS), ("b", LIKE), ("c", OTHER)):
            add(ledger, name, said, "reader-1")
        recollate(ledger, reader="reader-1")
        assert together(ledger) == [["a", "b"], ["c"]]
    return tmp_path / "x.db"


def test_decisions_hold_after_another_reading_and_are_undone_by_later_ones(path: Path) -> None:
    with Ledger.open(path) as ledger:
        pair, single = ledger.statements()
        by_name = {ledger.report(w.report).name: w for w in (*pair.wordings, *single.wordings)}
        ledger.split_statement(pair.id[:6], [by_name["b"].report[:8]], who="Mira", why="another ferry")
        recollate(ledger)
        assert together(ledger) == [["a"], ["b"], ["c"]]
        b, c = (f"wording:{w.report}:{w.start}-{w.end}" for w in (by_name["b"], by_name["c"]))
        (made,) = ledger.same(b, c, who="Mira", why="the tape")
        assert made.old == f"“{LIKE}” and “{OTHER}”"
        assert recollate(ledger) == ()
        assert together(ledger) == [["a"], ["b", "c"]]
        assert ledger.verify() == ()
    with Ledger.open(path) as ledger:
        for name, said in (("a", SAYS), ("b", LIKE), ("c", OTHER)):
            add(ledger, name, said, "reader-2")
        recollate(ledger, reader="reader-2")
        assert together(ledger) == [["a"], ["b", "c"]]
        ledger.not_same(b, c, who="Tam", why="heard again")
        recollate(ledger)
        assert together(ledger) == [["a"], ["b"], ["c"]]


def test_what_cannot_be_done_is_said_in_words(path: Path) -> None:
    with Ledger.open(path) as ledger:
        pair, single = ledger.statements()
        report = single.wordings[0].report
        with pytest.raises(LedgerError, match="does not carry this statement; those that do are"):
            ledger.split_statement(pair.id, [report], who="Mira", why="-")
        with pytest.raises(LedgerError, match="leave at least one report out"):
            ledger.split_statement(single.id, [report], who="Mira", why="-")
        with pytest.raises(LedgerError, match="these are none of its reports"):
            ledger.split_statement(pair.id, [], who="Mira", why="-")
        with pytest.raises(
            LedgerError, match="no statement of this ledger has a wording at these characters"
        ):
            ledger.same(f"wording:{report}:900-910", pair.id, who="Mira", why="-")
        with pytest.raises(LedgerError, match="is the same wording"):
            ledger.not_same(pair.id, pair.id, who="Mira", why="-")
        with pytest.raises(LedgerError, match="no statement of this ledger has such an id"):
            ledger.same("ffff", pair.id, who="Mira", why="-")
        assert ledger.corrections() == ()


def test_what_was_torn_in_several_corrections_is_joined_and_undone_as_a_whole(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "x.db") as ledger:
        for name, said in (("a", SAYS), ("b", LIKE), ("c", f"{SAYS[:-1]}, surely.")):
            add(ledger, name, said, "reader-1")
        recollate(ledger, reader="reader-1")
        (one,) = ledger.statements()
        assert together(ledger) == [["a", "b", "c"]]
        split = ledger.split_statement(one.id, [one.wordings[0].report], who="Mira", why="another ferry")
        assert len(split) == 2
        recollate(ledger)
        torn = together(ledger)
        assert sorted(map(len, torn)) == [1, 2]
        first, second = ledger.statements()
        joined = ledger.same(second.id, first.id, who="Mira", why="no, the same")
        assert len(joined) == 2
        recollate(ledger)
        assert together(ledger) == [["a", "b", "c"]]
        undone = ledger.undo(joined[1].id, who="Tam", why="two ferries")
        assert len(undone) == 2
        recollate(ledger)
        assert together(ledger) == torn
        assert len(ledger.undo(split[1].id, who="Tam", why="one ferry")) == 2
        recollate(ledger)
        assert together(ledger) == [["a", "b", "c"]]
        assert len(ledger.undo(undone[0].id, who="Mira", why="no, one")) == 2
