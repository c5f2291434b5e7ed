"""Search finds what is there, shows it where it stands, takes any string, and never finds a commenter."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.ledger import Ledger, LedgerError
from rashomon.ledger.search import match_expression
from rashomon.records import Voice
from tests.ledger.making import SAID, SAID_OTHERWISE, Item, collation, item, items


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    one, two = item(), item(SAID_OTHERWISE, "pages/beacon.txt")
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add(*one)
        ledger.add(*two)
        ledger.replace_collation(*collation([one, two]), "c1")
        yield ledger


def found(ledger: Ledger, words: str, kind: str | None = None) -> list[tuple[str, str]]:
    return [(f.kind, f.snippet) for f in ledger.search(words, kind=kind)]


def test_a_statement_is_found_once_by_its_best_wording(ledger: Ledger) -> None:
    assert found(ledger, "until spring", "statement") == [("statement", SAID)]
    (hit,) = ledger.search("before SPRING", kind="statement")
    assert (hit.id, hit.snippet) == ("51a7", SAID_OTHERWISE)
    assert (hit.start, hit.end) != (None, None)
    assert ledger.report(hit.report).text[hit.start : hit.end] == SAID_OTHERWISE
    assert [SAID_OTHERWISE[m.start : m.end] for m in hit.marks] == ["before", "spring"]


def test_case_accents_order_and_phrases(ledger: Ledger) -> None:
    assert len(found(ledger, "BRUCKE edith", "report")) == 2
    assert found(ledger, '"mill old"') == []
    assert found(ledger, "“old mill bridge”", "statement") == [("statement", SAID)]
    assert found(ledger, "bridge submarine") == []
    assert [kind for kind, _ in found(ledger, "shut")] == ["title", "title", "report", "report"]


def test_comments_are_not_found_nor_shown(ledger: Ledger) -> None:
    for words in ("zebra", "hobnail42", '"zebra crossing"'):
        assert found(ledger, words) == []
    hits = ledger.search("reason", kind="report")
    assert hits
    assert all(hit.snippet.endswith("She gave no reason.") for hit in hits)


def test_a_snippet_is_the_text_where_it_stands_and_marks_are_in_it(tmp_path: Path) -> None:
    long = " ".join(f"and then clause {number} of the long letter," for number in range(200))
    kept = item(f"{long} the heron returned to the weir at last, {long}")
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add(*kept)
        (hit,) = ledger.search("weir heron", kind="report")
        assert kept[1].text[hit.start : hit.end] == hit.snippet
        assert [hit.snippet[m.start : m.end] for m in hit.marks] == ["heron", "weir"]
        assert len(hit.snippet) < 200
        assert not hit.snippet[0].isspace()
        assert not hit.snippet[-1].isspace()


def test_a_phrase_does_not_reach_over_a_comment_into_the_snippet(tmp_path: Path) -> None:
    capture, report, reading = item(comment="zebra")
    body, comment = report.passages[1:]
    text = report.text + "\nIt stays shut."
    after = replace(body, start=comment.end + 1, end=len(text))
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add(capture, replace(report, text=text, passages=(*report.passages, after)), reading)
        for words in ('"no reason it stays"', "reason stays"):
            (hit,) = ledger.search(words, kind="report")
            assert "zebra" not in hit.snippet
            assert hit.marks
            assert all(m.end <= len(hit.snippet) for m in hit.marks)


def test_titles_stand_in_no_text(ledger: Ledger) -> None:
    hit = ledger.search("mill", kind="title")[0]
    assert (hit.start, hit.end, hit.snippet) == (None, None, "Mill bridge stays shut")


def test_limit_and_unknown_kind(ledger: Ledger) -> None:
    assert len(ledger.search("bridge", limit=2)) == 2
    with pytest.raises(LedgerError, match="statement, report, title"):
        ledger.search("bridge", kind="comment")


def test_what_is_read_anew_is_searched_anew(tmp_path: Path) -> None:
    capture, report, reading = item()
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add(capture, report, reading)
        assert len(found(ledger, "council", "report")) == 1
        retitled = replace(report, title="Otters return")
        ledger.add(capture, retitled, replace(reading, model="reader-2"))
        assert len(found(ledger, "council", "report")) == 1
        assert found(ledger, "otters") == [("title", "Otters return")]
        assert found(ledger, "shut", "title") == []
        assert ledger.verify() == ()


HOSTILE = [
    '"', '""', "'", "*", "^bridge", "bridge*", "NEAR(bridge mill)", "text:bridge", "{text} : bridge", "-bridge", "AND",
    "bridge AND", "OR NOT", "(((", "a\0b", "\ud800", "bridge; DROP TABLE report", "\\", "+", '"bridge', "“bridge",
    "bridge " * 5000, '"' * 1001, "é" * 100_000, "🌉", "\ufdd0", "٣", "\u0301",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_any_string_is_a_query(ledger: Ledger, words: str) -> None:
    for hit in ledger.search(words):
        assert hit.snippet


def test_operators_are_words(ledger: Ledger) -> None:
    assert found(ledger, "bridge OR mill") == []
    assert found(ledger, "bridge NEAR mill") == []
    assert len(found(ledger, "brid*")) == 0
    assert len(found(ledger, "-bridge", "statement")) == 1


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters() | st.sampled_from("\"'*^:(){}-+“” \0\ud800"), max_size=30))
def test_fts5_takes_every_match_expression(words: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')")
    if query := match_expression(words):
        connection.execute("SELECT * FROM t WHERE t MATCH ?", (query,)).fetchall()


@settings(max_examples=60, deadline=None)
@given(items(), st.data())
def test_every_word_is_found_where_it_stands_unless_apart(kept: Item, data: st.DataObject) -> None:
    _, report, _ = kept
    words = [word for word in report.text.split() if match_expression(word)]
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "x.db") as ledger:
        ledger.add(*kept)
        word = data.draw(st.sampled_from(words or ["heron"]))
        hits = ledger.search(word, kind="report")
        apart = [p for p in report.passages if p.voice in (Voice.COMMENT, Voice.FURNITURE)]
        # FTS5 ends its text at no NUL, but a word with one in it is two words; quotation marks part words as
        # well.
        if words and not apart and not set(word) & set('\0"“”„«»'):
            assert hits
        for hit in hits:
            assert hit.start is not None
            assert hit.end is not None
            assert report.text[hit.start : hit.end] == hit.snippet
            assert hit.marks
            assert all(0 <= m.start < m.end <= len(hit.snippet) for m in hit.marks)
            assert not any(hit.start < p.end and p.start < hit.end for p in apart)
