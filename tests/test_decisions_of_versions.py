"""What a person decided about a conflict, when one of its pages is captured again with another text."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from pathlib import Path

import pytest

import rashomon
from rashomon.accounts.records import ConflictKind
from rashomon.ingest import recollate
from rashomon.ledger import Ledger
from rashomon.ledger.decisions.conflicts import PAGE_CHANGED
from tests import partings as pages
from tests.test_decided_conflicts import FIGURES, OPPOSED, name, state

UNCHANGED = (
    "Gates of Orm mill\n\nSix people were killed when the bridge at Orm\nfell on Friday.\n\n"
    "Ann Lee, the miller, said the gates of the Orm mill could be opened on Friday before the bridge fell.\n\n"
    "The road to Lidva is closed."
)
"""The page of *Post* with a sentence more, and a line that ends elsewhere."""

CHANGED = UNCHANGED.replace("Six people", "Seven people").replace("said the gates", "insisted all the gates")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    rashomon.read([pages.write(tmp_path / "inbox", "post", "herald")], ledger=tmp_path / "l.db")
    return tmp_path / "l.db"


def captured_again(path: Path, text: str, of: str = "post", days: int = 1) -> None:
    """The page of an outlet comes again so many days later, with another text, and is read into the ledger."""
    outlet, published, _ = pages.PAGES[of]
    row = {"text": text, "url": f"https://{of}.example/orm", "outlet": outlet, "published": published}
    at = path.parent / f"{of}-{days}.json"
    at.write_text(json.dumps(row), encoding="utf-8")
    then = time.time() + days * 86_400
    os.utime(at, (then, then))
    rashomon.read([at], ledger=path)


def decide(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.accept(name(ledger, OPPOSED), who="Mira", why="the tapes tell it")
        ledger.reject(name(ledger, FIGURES), who="Mira", why="two bridges")
        recollate(ledger)
        assert state(ledger) == [(OPPOSED, False, True)]


def why_stranded(ledger: Ledger) -> list[str]:
    return [why for _, why in ledger.stranded()]


def test_decisions_hold_for_a_later_version_that_has_the_words(path: Path, tmp_path: Path) -> None:
    decide(path)
    captured_again(path, UNCHANGED)
    with Ledger.open(path) as ledger:
        assert len(list(ledger.versions())) == 1
        assert state(ledger) == [(OPPOSED, False, True)]
        assert why_stranded(ledger) == []
        ledger.export("jsonl", tmp_path / "one")
        with ledger.transaction():
            ledger._connection.execute("DELETE FROM meta WHERE key IN ('collated', 'collation')")
        recollate(ledger)
        ledger.export("jsonl", tmp_path / "two")
        assert state(ledger) == [(OPPOSED, False, True)]
    for file in sorted((tmp_path / "one").iterdir()):
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes(), file.name
    # A third version, and one of the other page: the words are followed as far as they go.
    captured_again(path, UNCHANGED + " It opens on Monday.", days=2)
    captured_again(path, pages.PAGES["herald"][2] + "\n\nThe inquiry begins in June.", "herald", days=3)
    with Ledger.open(path) as ledger:
        assert state(ledger) == [(OPPOSED, False, True)]
        assert why_stranded(ledger) == []


def test_where_the_words_changed_the_decisions_are_of_the_version_before(path: Path) -> None:
    decide(path)
    captured_again(path, CHANGED)
    with Ledger.open(path) as ledger:
        assert FIGURES in [kind for kind, _, accepted in state(ledger) if not accepted]
        assert why_stranded(ledger) == [PAGE_CHANGED] * 2
    # Where a later version has the words again, so have the decisions.
    captured_again(path, UNCHANGED, days=2)
    with Ledger.open(path) as ledger:
        assert state(ledger) == [(OPPOSED, False, True)]
        assert why_stranded(ledger) == []


def test_what_a_page_no_longer_says_is_not_dropped_silently(path: Path) -> None:
    decide(path)
    captured_again(path, "Gates of Orm mill\n\nThe road to Lidva is closed.")
    with Ledger.open(path) as ledger:
        assert state(ledger) == []
        assert why_stranded(ledger) == [PAGE_CHANGED] * 2


def test_a_decision_about_a_later_version_is_taken_back_and_given_again(path: Path) -> None:
    decide(path)
    captured_again(path, UNCHANGED)
    with Ledger.open(path) as ledger:
        rejection = next(c for c in ledger.corrections() if c.kind.value == "reject")
        ledger.undo(rejection.id, who="Mira", why="one bridge")
        recollate(ledger)
        assert [kind for kind, _, _ in state(ledger)] == [OPPOSED, FIGURES]
        # The target of the first version still names the conflict, which now is of the later one.
        assert ledger.conflict(rejection.target).kind is ConflictKind.FIGURES
        for accepts, which in ((True, rejection.target), (False, name(ledger, FIGURES))):
            (ledger.accept if accepts else ledger.reject)(which, who="Ilo", why="the list")
            recollate(ledger)
            assert [(kind, accepted) for kind, _, accepted in state(ledger)] == [
                (OPPOSED, True),
                (FIGURES, True),
            ][: 1 + accepts]
            assert why_stranded(ledger) == []


DAMAGE = [
    ("UPDATE conflict_decision SET rejects = 1 - rejects", "decided", "conflict_decision"),
    ("UPDATE conflict_decision SET told = 'as Ilo decided'", "decided", "conflict_decision"),
    ("UPDATE conflict_decision SET story = 'gone'", "reference", "conflict_decision"),
    ("UPDATE conflict_decision SET conflict = 'gone' WHERE NOT rejects", "reference", "conflict_decision"),
    (
        "UPDATE conflict_decision SET conflict = (SELECT id FROM conflict) WHERE rejects",
        "decided",
        "conflict_decision",
    ),
    (
        "INSERT INTO conflict SELECT conflict, story, 'figures', 'x', 0.7, 0, 'y', 0 FROM conflict_decision WHERE rejects",
        "decided",
        "conflict",
    ),
    ("UPDATE conflict SET unsure = 1", "decided", "conflict"),
    ("DELETE FROM conflict_decision WHERE NOT rejects", "decided", "conflict"),
    (
        "DROP TRIGGER correction_stays; UPDATE correction SET target = replace(target, '-', '9999-')",
        "span",
        "conflict_decision",
    ),
    ("DROP TRIGGER correction_stays; UPDATE correction SET why = 'no reason'", "id", "correction"),
    ("DROP TRIGGER correction_stays; UPDATE correction SET kind = 'praise'", "record", "correction"),
    (
        "DROP TRIGGER correction_stays; UPDATE correction SET target = 'conflict:' WHERE kind = 'reject'",
        "decided",
        "conflict_decision",
    ),
]


@pytest.mark.parametrize(("sql", "kind", "table"), DAMAGE)
def test_damage_to_decisions_is_found(path: Path, sql: str, kind: str, table: str) -> None:
    decide(path)
    connection = sqlite3.connect(path)
    connection.executescript(sql)
    connection.close()
    with Ledger.open(path) as ledger:
        findings = ledger.verify()
    assert (kind, table) in {(finding.kind, finding.table) for finding in findings}


def test_what_was_decided_since_the_last_collation_is_no_damage(path: Path) -> None:
    decide(path)
    with Ledger.open(path) as ledger:
        for c in ledger.corrections():
            ledger.undo(c.id, who="Mira", why="no")
        ledger.reject(name(ledger, OPPOSED), who="Mira", why="no")
        assert ledger.verify() == ()
        recollate(ledger)
        assert [kind for kind, _, _ in state(ledger)] == [FIGURES]
