"""Verifying finds every kind of damage, and nothing in a ledger that is whole."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from rashomon.ledger import Ledger
from rashomon.ledger.verify import KINDS
from tests.ledger.making import SAID_OTHERWISE, accounts, collation, copied, item

DAMAGE = [
    ("DROP TRIGGER capture_unaltered; UPDATE capture SET content = x'00'", "hash", "capture"),
    ("DROP TRIGGER capture_unaltered; UPDATE capture SET packing = 'none'", "hash", "capture"),
    ("DROP TRIGGER capture_unaltered; UPDATE capture SET size = size + 1", "hash", "capture"),
    ("DELETE FROM sighting", "reference", "capture"),
    ("UPDATE report SET capture = 'ab' || substr(capture, 3)", "id", "report"),
    ("UPDATE report SET capture = 'ab' || substr(capture, 3)", "reference", "report"),
    ("DROP TRIGGER report_text_unaltered; UPDATE report SET text = substr(text, 1, 40)", "span", "passage"),
    ("DROP TRIGGER report_text_unaltered; UPDATE report SET text = replace(text, 'mill', 'MILL')", "quotation", "wording"),
    ("UPDATE passage SET stop = 100000 WHERE ordinal = 2", "span", "passage"),
    ("UPDATE passage SET start = 3 WHERE ordinal = 1", "order", "passage"),
    ("UPDATE passage SET voice = 'whisper' WHERE ordinal = 1", "record", "report"),
    ("UPDATE mention SET start = -1", "span", "mention"),
    ("UPDATE mention SET text = 'Edith Brucke'", "quotation", "mention"),
    ("UPDATE attribution_span SET stop = start WHERE part = 'cue'", "span", "attribution_span"),
    ("UPDATE attribution_span SET text = text || '!' WHERE part = 'content'", "quotation", "attribution_span"),
    ("UPDATE attribution SET evidence_stop = 100000", "span", "attribution"),
    ("UPDATE attribution SET speaker_name = 'Ilo Marsh'", "mended", "attribution"),
    ("UPDATE attribution SET inside = ordinal", "reference", "attribution"),
    ("UPDATE sentence SET attribution = 9 WHERE ordinal = 1", "reference", "sentence"),
    ("UPDATE sentence SET stop = 100000 WHERE ordinal = 1", "span", "sentence"),
    ("UPDATE sentence SET text = 'The bridge is open' WHERE ordinal = 1", "quotation", "sentence"),
    ("UPDATE figure SET stop = 100000", "span", "figure"),
    ("UPDATE figure SET place_start = -1", "span", "figure"),
    ("UPDATE figure SET text = 'nine'", "quotation", "figure"),
    ("UPDATE figure SET attribution = 9", "reference", "figure"),
    ("UPDATE carrying SET stop = 100000", "span", "carrying"),
    ("UPDATE carrying SET origin = 'gone'", "reference", "carrying"),
    ("UPDATE conflict_member SET text = 'the bridge is open'", "quotation", "conflict_member"),
    ("INSERT INTO conflict_decision SELECT a.id, c.id, c.story, 0, 'told' FROM correction AS a, conflict AS c", "decided",
     "conflict_decision"),
    ("UPDATE conflict_settling SET start = -1", "span", "conflict_settling"),
    ("UPDATE timeline SET text = 'today'", "quotation", "timeline"),
    ("UPDATE entity_evidence SET stop = 100000", "span", "entity_evidence"),
    ("UPDATE wording SET start = 100000", "span", "wording"),
    ("UPDATE variation SET text = 'nothing' WHERE text <> ''", "quotation", "variation"),
    ("UPDATE variation SET against_stop = 100000", "span", "variation"),
    ("UPDATE copied_passage SET other_text = 'nothing'", "quotation", "copied_passage"),
    ("UPDATE revision SET earlier_start = earlier_start + 1", "quotation", "revision"),
    ("UPDATE comparison SET against = 9", "reference", "comparison"),
    ("UPDATE wording SET report = 'gone'", "reference", "wording"),
    ("UPDATE passage SET voice = 'comment' WHERE ordinal = 1", "voice", "wording"),
    ("UPDATE passage SET voice = 'furniture' WHERE ordinal = 1", "voice", "entity_evidence"),
    ("DELETE FROM searchable WHERE kind = 'statement'", "search", "wording"),
    ("DELETE FROM searchable WHERE kind = 'title'", "search", "report"),
    ("UPDATE passage SET voice = 'body' WHERE ordinal = 2", "search", "report"),
    ("DELETE FROM search_docsize WHERE id = 1", "search", "searchable"),
    (
        "PRAGMA writable_schema = ON; UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master AS m"
        " WHERE m.name = 'problem') WHERE name = 'story'",
        "database",
        "",
    ),
]  # fmt: skip


def small_ledger(path: Path) -> None:
    one, two = item(), item(SAID_OTHERWISE, "pages/beacon.txt")
    with Ledger.open(path) as ledger:
        ledger.add(*one)
        ledger.add(*two)
        ledger.accept(f"{one[1].id}:1", who="Ilo", why="heard it")
        ledger.replace_collation(*collation([one, two]), "c1", accounts=[accounts([one, two])])
        ledger.replace_copies(*copied(one, two))
        assert ledger.verify() == ()


def test_every_kind_is_inflicted() -> None:
    assert {kind for _, kind, _ in DAMAGE} == set(KINDS)


@pytest.mark.parametrize(("sql", "kind", "table"), DAMAGE)
def test_damage_is_found(tmp_path: Path, sql: str, kind: str, table: str) -> None:
    path = tmp_path / "x.db"
    small_ledger(path)
    connection = sqlite3.connect(path)
    connection.executescript(sql)
    connection.close()
    with Ledger.open(path) as ledger:
        findings = ledger.verify()
    assert (kind, table) in {(finding.kind, finding.table) for finding in findings}
    assert all(finding.kind in KINDS and finding.fault for finding in findings)
