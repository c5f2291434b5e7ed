"""A decision about stories as the ledger records it; how it applies: tests/collation/stories/test_decisions.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.ledger import Ledger, LedgerError
from rashomon.records import CorrectionKind, Story
from tests.ledger.making import item


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """A ledger of two stories, of three reports and of one."""
    made = Ledger.open(tmp_path / "x.db")
    ids = []
    for n in range(4):
        capture, report, reading = item(f"We have waited {n} years for the ferry.", f"{n}.txt")
        made.add(capture, report, reading)
        ids.append(report.id)
    stories = (
        Story("aa", "A ferry", tuple(ids[:3]), None, None),
        Story("bb", "Two", tuple(ids[3:]), None, None),
    )
    made.replace_collation((), (), stories, "1")
    return made


def test_a_split_points_at_each_report_and_at_what_it_leaves(ledger: Ledger) -> None:
    first, second, third = ledger.story("aa").reports
    rows = ledger.split_story("aa", [second[:8], third], who="Mira", why="another ferry")
    assert [(c.kind, c.target, c.old, c.new) for c in rows] == [
        (CorrectionKind.SPLIT, f"story:{report}", f"story:{first}", f"story:{second}")
        for report in (second, third)
    ]
    assert rows[0].decided_at < rows[1].decided_at
    assert ledger.corrections() == rows


def test_two_stories_are_made_one(ledger: Ledger) -> None:
    made = ledger.same_story("a", "bb", who="Mira", why="one ferry")
    one, other = ledger.story("aa").reports[0], ledger.story("bb").reports[0]
    assert (made.kind, made.target, made.new) == (CorrectionKind.MERGE, f"story:{one}", f"story:{other}")
    assert made.old == "“A ferry” and “Two”"


def test_what_cannot_be_done_is_said_in_words_and_nothing_recorded(ledger: Ledger) -> None:
    own, (foreign,) = ledger.story("aa").reports, ledger.story("bb").reports
    with pytest.raises(LedgerError, match="does not stand in this story; those that do are"):
        ledger.split_story("aa", [foreign], who="Mira", why="-")
    with pytest.raises(LedgerError, match="these are all its reports"):
        ledger.split_story("aa", own, who="Mira", why="-")
    with pytest.raises(LedgerError, match="these are none of its reports"):
        ledger.split_story("aa", [], who="Mira", why="-")
    with pytest.raises(LedgerError, match="both are one story already"):
        ledger.same_story("aa", "a", who="Mira", why="-")
    assert ledger.corrections() == ()
