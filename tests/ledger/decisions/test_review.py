"""The review queue: what is doubted comes with its reason, the most useful first, and goes when it is decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.ingest import recollate
from rashomon.ledger import Ledger, schema
from rashomon.ledger.decisions.review import ReviewKind
from rashomon.records import CorrectionKind, PartConfidence, Speaker
from tests.corrections.made import INNER, LAST, OUTER, made

CAPTURE, REPORT, READING = made()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    outer, inner, last = READING.attributions
    attributions = (
        replace(outer, confidence=0.9, part_confidence=PartConfidence(0.95, 0.9, 0.3)),
        replace(inner, confidence=0.99, part_confidence=None, speaker=Speaker(None, "“Rusk” may be Ana Rusk or Ove Rusk")),
        replace(last, confidence=0.98, part_confidence=None, speaker=replace(last.speaker, why="“he” for him (56%)")),
    )  # fmt: skip
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add(CAPTURE, REPORT, replace(READING, attributions=attributions))
        ledger.add_run(code="test", reader="reader-1")
        recollate(ledger)
        yield ledger


def test_each_is_listed_once_with_its_strongest_reason(ledger: Ledger) -> None:
    items = ledger.review()
    assert [(i.kind, i.text) for i in items] == [
        (ReviewKind.SPEAKER, INNER),
        (ReviewKind.SPEAKER, LAST),
        (ReviewKind.ATTRIBUTION, OUTER),
    ]
    assert [i.doubt for i in items] == [0.5, 0.44, 0.35]
    assert items[2].why == "who says what is right with a chance of 90%, its content to the word with 30%"
    assert "may be Ana Rusk or Ove Rusk" in items[0].why
    assert all(REPORT.text[i.start : i.end] == i.text for i in items)
    assert ledger.review(1) == items[:1]
    assert [i.kind for i in ledger.review(kind=ReviewKind.SPEAKER)] == [ReviewKind.SPEAKER] * 2


def test_what_is_decided_is_not_asked_again_and_a_lost_decision_is(ledger: Ledger) -> None:
    ledger.accept(f"{REPORT.id}:1", who="Mira", why="so it is")
    undone = ledger.name_speaker(f"{REPORT.id}:2", "Ove Rusk", who="Mira", why="the elder")
    assert [i.text for i in ledger.review()] == [LAST]
    ledger.undo(undone.id, who="Mira", why="or not")
    assert [i.text for i in ledger.review()] == [INNER, LAST]
    lost = ledger.correct("Mira", "not there", CorrectionKind.REJECT, "attribution:ffff:1-2")
    (item,) = ledger.review(kind=ReviewKind.STRANDED)
    assert (item.correction, item.doubt) == (lost.id, 1.0)
    assert "no longer in the ledger" in item.why


def test_links_near_the_threshold_and_altered_quotations_of_the_example_s_kind(tmp_path: Path) -> None:
    said = "The ferry of Lisse will sail again on Friday at noon"
    with Ledger.open(tmp_path / "two.db") as ledger:
        from tests.ledger.decisions.test_statements import add

        for name, words in (("a", f"{said}."), ("b", f"{said.replace('noon', 'dusk')}.")):
            add(ledger, name, words, "reader-1")
        recollate(ledger, reader="reader-1")
        kinds = {item.kind: item for item in ledger.review()}
        assert ReviewKind.LINK in kinds
        assert "dusk" in kinds[ReviewKind.ALTERED].why and "noon" in kinds[ReviewKind.ALTERED].why
        (statement,) = ledger.statements()
        ledger.split_statement(statement.id, [statement.wordings[1].report], who="Mira", why="two ferries")
        assert ReviewKind.LINK not in {item.kind for item in ledger.review()}


def test_no_query_reads_a_whole_table_in_order(ledger: Ledger) -> None:
    """What is sorted by doubt is sorted by an index."""
    indexes = {
        row[1] for row in ledger._connection.execute("SELECT * FROM sqlite_master WHERE type = 'index'")
    }
    assert {"attribution_confidence", "attribution_speaker_open", "wording_score"} <= indexes
    plan = ledger._connection.execute(
        "EXPLAIN QUERY PLAN SELECT a.report FROM attribution AS a WHERE a.speaker_why GLOB '*([0-9][0-9]%)'"
        " ORDER BY substr(a.speaker_why, -4, 2) LIMIT 5"
    ).fetchall()
    assert "attribution_speaker_chance" in str(plan)
    assert schema.version(ledger._connection) == schema.latest_version()
