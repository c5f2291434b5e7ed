"""A decision about an attribution goes into the ledger's tables at once, holds after every reading, and can be taken back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from rashomon.corrections.shape import rejected
from rashomon.ingest import recollate
from rashomon.ledger import Ledger, LedgerError, schema
from rashomon.ledger.decisions.machine import keep, machine
from rashomon.records import CorrectionKind
from tests.corrections.made import INNER, LAST, at, made
from tests.ledger.making import Item, items

CAPTURE, REPORT, READING = made()
ONE, TWO, THREE = (f"{REPORT.id}:{number}" for number in (1, 2, 3))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add(CAPTURE, REPORT, READING)
        ledger.add_run(code="test", reader="reader-1")
        recollate(ledger)
        yield ledger
        assert ledger.verify() == ()


def speakers(ledger: Ledger) -> list[str | None]:
    return [a.speaker.name for a in ledger.reading(REPORT.id).attributions]


def said(ledger: Ledger) -> set[tuple[str, str | None]]:
    """What is said, and by whom, as statements have it."""
    names = {entity.id: entity.name for entity in ledger.entities()}
    return {
        (REPORT.text[w.start : w.end], names.get(s.speaker or ""))
        for s in ledger.statements()
        for w in s.wordings
    }


def test_a_named_speaker_is_everywhere_and_holds_after_every_reading(ledger: Ledger, tmp_path: Path) -> None:
    made_by = ledger.name_speaker(TWO, "Tor Brandt", who="Mira", why="he wrote it down")
    assert made_by.target == f"attribution:{REPORT.id}:{at(INNER).start}-{at(INNER).end}"
    recollate(ledger)
    assert (INNER, "Tor Brandt") in said(ledger)
    assert len(ledger.person("Brandt")[0].statements) == 2
    assert ledger.machine_reading(REPORT.id) == READING
    assert ledger.mended(REPORT.id) == {1: (made_by,)}
    ledger.export("jsonl", tmp_path / "tables")
    rows = [json.loads(line) for line in (tmp_path / "tables" / "attribution.jsonl").read_text().splitlines()]
    assert [row["speaker_name"] for row in rows] == ["Ana Rusk", "Tor Brandt", "Tor Brandt"]
    assert "as Mira decided on" in rows[1]["speaker_why"]
    assert (tmp_path / "tables" / "machine_reading.jsonl").read_text()
    for fingerprint in ("reader-1", "reader-2"):
        ledger.add(CAPTURE, REPORT, replace(READING, model=fingerprint))
        recollate(ledger, reader=fingerprint)
        assert speakers(ledger)[1] == "Tor Brandt"
        assert (INNER, "Tor Brandt") in said(ledger)
        assert ledger.machine_reading(REPORT.id).attributions == READING.attributions


def test_a_rejected_one_is_left_out_of_what_is_said_and_an_undo_brings_all_back(ledger: Ledger) -> None:
    before, stood = said(ledger), ledger.reading(REPORT.id)
    made_by = ledger.reject(THREE, who="Mira", why="a rumour")
    # Until the next collation what refers to it by number still does.
    assert said(ledger) == before
    assert rejected(ledger.reading(REPORT.id).attributions[2])
    recollate(ledger)
    assert {words for words, _ in before - said(ledger)} == {LAST}
    assert ledger.counts().attributions == 2
    with pytest.raises(LedgerError, match="rejected already"):
        ledger.reject(THREE, who="Mira", why="again")
    (undo,) = ledger.undo(made_by.id[:8], who="Tam", why="it is in the minutes")
    recollate(ledger)
    assert (said(ledger), ledger.reading(REPORT.id)) == (before, stood)
    assert ledger.mended(REPORT.id) == {}
    ledger.undo(undo.id, who="Mira", why="they are forged")
    assert rejected(ledger.reading(REPORT.id).attributions[2])
    assert [c.kind.value for c in ledger.corrections()] == ["reject", "undo", "undo"]


def test_mended_spans_are_cut_and_can_be_searched(ledger: Ledger) -> None:
    ledger.mend(THREE, {"content": [at("the ferry would sail")]}, who="Mira", why="Monday is ours")
    recollate(ledger)
    assert ("the ferry would sail", "Tor Brandt") in said(ledger)
    sentences = {REPORT.text[s.start : s.end]: s for s in ledger.reading(REPORT.id).sentences}
    assert sentences["the ferry would sail"].attribution == 2
    assert len(sentences["the ferry would sail"].vector) == 768
    assert len(ledger.search("sail ferry", kind="statement")) == 1
    assert ledger.search("sail Monday", kind="statement") == ()


def test_the_second_decision_remembers_what_stood_and_what_was_read(ledger: Ledger) -> None:
    ledger.mend(TWO, {"source": []}, who="Mira", why="nobody")
    second = ledger.accept(TWO, who="Tam", why="so it is")
    old = json.loads(second.old or "")
    assert (old["source"], old["read"]["source"][0][2]) == ([], "The pilot")
    assert [c.kind.value for c in ledger.mended(REPORT.id)[1]] == ["mend", "accept"]


def test_a_lost_anchor_is_stranded_and_found_again(ledger: Ledger) -> None:
    c = ledger.reject(THREE, who="Mira", why="a rumour")
    less = replace(READING, model="reader-2", attributions=READING.attributions[:2])
    sentences = tuple(s for s in READING.sentences if s.attribution != 2)
    ledger.add(CAPTURE, REPORT, replace(less, sentences=sentences))
    assert [found for found, _ in ledger.stranded()] == [c]
    ledger.add(CAPTURE, REPORT, replace(READING, model="reader-3"))
    assert ledger.stranded() == ()
    gone = ledger.correct("Mira", "not ours", CorrectionKind.REJECT, "attribution:ffff:1-2")
    assert ledger.stranded() == ((gone, "its report is no longer in the ledger"),)


@pytest.mark.parametrize(
    ("act", "fault"),
    [
        (lambda k: k.accept("9", who="M", why="-"), "names no attribution"),
        (lambda k: k.accept(f"{REPORT.id}:9", who="M", why="-"), "has no such attribution"),
        (lambda k: k.accept("ffff:1", who="M", why="-"), "no report of this ledger"),
        (lambda k: k.accept(f"attribution:{REPORT.id}:1-2", who="M", why="-"), "has no such attribution"),
        (lambda k: k.accept(ONE, who=" ", why="-"), "does not say who"),
        (lambda k: k.accept(ONE, who="M", why=""), "does not say why"),
        (lambda k: k.mend(ONE, {}, who="M", why="-"), "its spans already"),
        (lambda k: k.mend(ONE, {"content": []}, who="M", why="-"), "says nothing"),
        (lambda k: k.mend(ONE, {"cue": [at("told")]}, who="M", why="-"), "its spans already"),
        (lambda k: k.mend(ONE, {"cue": [at("gull9")]}, who="M", why="-"), "reader's comment"),
        (lambda k: k.mend(ONE, {"cue": [replace(at("told"), end=9999)]}, who="M", why="-"), "are not in its text"),
        (lambda k: k.mend(ONE, {"cue": [at("told"), at("told the")]}, who="M", why="-"), "overlap"),
        (lambda k: k.mend(ONE, {"verb": [at("told")]}, who="M", why="-"), "no part verb"),
        (lambda k: k.name_speaker(ONE, "Ana Rusk", who="M", why="-"), "is Ana Rusk already"),
        (lambda k: k.name_speaker(ONE, " ", who="M", why="-"), "this is no name"),
        (lambda k: k.name_speaker(TWO, None, who="M", why="-"), "is not known already"),
        (lambda k: k.undo("ffff", who="M", why="-"), "no correction of this ledger"),
    ],
)  # fmt: skip
def test_what_cannot_be_decided_is_said_and_not_kept(ledger: Ledger, act: object, fault: str) -> None:
    with pytest.raises(LedgerError, match=fault):
        act(ledger)  # type: ignore[operator]
    assert ledger.corrections() == ()
    assert ledger.reading(REPORT.id) == READING


@given(items())
def test_a_kept_machine_reading_comes_back_as_it_was(kept: Item) -> None:
    _, _, reading = kept
    connection = sqlite3.connect(":memory:", isolation_level=None)
    schema.migrate(connection)
    keep(connection, reading)
    bare = replace(reading, attributions=(), dates=(), sentences=(), figures=())
    assert machine(connection, bare) == reading
