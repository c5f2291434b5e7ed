"""Files in, ledger out: the same rows whatever ran it, however often it was stopped."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import rashomon
from rashomon.ingest import News, Progress, Summary
from rashomon.records import Mention, Span, Voice
from rashomon.terminal.summary import summary
from tests.examples.golden import STORY
from tests.terminal.test_views import printed


def exported(ledger: Path) -> dict[str, bytes]:
    with rashomon.Ledger.open(ledger, read_only=True) as opened:
        assert opened.verify() == ()
        return {p.name: p.read_bytes() for p in opened.export("jsonl", ledger.with_suffix(".tables"))}


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled example, read undisturbed in this process."""
    ledger = tmp_path_factory.mktemp("calm") / "calm.db"
    summary = rashomon.read([STORY], ledger=ledger)
    assert (summary.read, summary.known, summary.failed) == (9, 0, 0)
    return ledger


def test_a_pool_gives_the_same_rows(calm: Path, tmp_path: Path) -> None:
    pooled = tmp_path / "pooled.db"
    rashomon.read([STORY], ledger=pooled, workers=2)
    assert exported(pooled) == exported(calm)


def test_files_one_by_one_in_another_order_give_the_same_rows(calm: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "bits.db"
    for path in sorted(STORY.iterdir(), reverse=True):
        rashomon.read([path], ledger=ledger)
    assert exported(ledger) == exported(calm)


def test_reading_again_adds_nothing(calm: Path) -> None:
    before = exported(calm)
    summary = rashomon.read([STORY], ledger=calm)
    assert (summary.read, summary.known) == (0, 9)
    assert exported(calm) == before


KILLED = """
import os, signal, sys
import rashomon
def progress(p):
    if f"{p.stage} {p.done}" == sys.argv[3]:
        os.kill(os.getpid(), signal.SIGKILL)
rashomon.read([sys.argv[1]], ledger=sys.argv[2], progress=progress)
"""


def test_killed_anywhere_the_next_run_goes_on(calm: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "killed.db"
    for moment in ("reading 2", "reading 7", "collating 0"):
        done = subprocess.run([sys.executable, "-c", KILLED, str(STORY), str(ledger), moment], check=False)
        assert done.returncode == -signal.SIGKILL, moment
    steps: list[Progress] = []
    summary = rashomon.read([STORY], ledger=ledger, progress=steps.append)
    assert (summary.read, summary.known) == (0, 9), "nothing is read twice"
    assert steps[-1].stage == "collating"
    assert exported(ledger) == exported(calm)


def test_the_same_bytes_under_two_names_are_one_report(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("“We will stay until the gate is open,” said Ilona Varesh on Sunday.\n")
    summary = rashomon.read([tmp_path], ledger=tmp_path / "l.db")
    assert (summary.read, summary.known) == (1, 1)


def test_what_cannot_be_read_is_a_problem_at_every_place_where_it_stands(tmp_path: Path) -> None:
    inbox, ledger = tmp_path / "inbox", tmp_path / "l.db"
    inbox.mkdir()
    for name in ("one.txt", "two.txt"):
        (inbox / name).write_bytes(b"%PDF-1.4 no text")
    first = rashomon.read([inbox], ledger=ledger, workers=2)
    assert {Path(p.item).name for p in first.problems} == {"one.txt", "two.txt"}
    assert (first.known, first.failed) == (0, 2)
    (inbox / "three.txt").write_bytes(b"%PDF-1.4 no text")
    again = rashomon.read([inbox], ledger=ledger)
    assert (again.known, again.failed, again.still_unread) == (2, 1, 2)
    with rashomon.Ledger.open(ledger) as kept:
        told = " ".join(printed(summary(again, kept)).split())
        assert "2 known already (2 of them still cannot be read: rashomon show problems), 1 could not" in told
        assert {Path(p.item).name for p in kept.problems()} == {"one.txt", "two.txt", "three.txt"}


def test_a_file_that_has_changed_is_noted_unless_its_page_tells_its_address(tmp_path: Path) -> None:
    letter, page, lines = (tmp_path / name for name in ("letter.txt", "page.html", "lines.jsonl"))
    address = '<link rel="canonical" href="https://lantern.example/quay">'

    def read(number: str) -> Summary:
        said = (
            f"The harbour master said on Monday that {number} boats were lost when the quay at Orm gave way."
        )
        letter.write_text(said)
        page.write_text(f"<html><head>{address}</head><body><article><p>{said}</p></article></body></html>")
        lines.write_text(json.dumps({"text": said + " He said so twice."}))
        return rashomon.read([tmp_path], ledger=tmp_path / "x.db")

    assert read("two").problems == ()
    (note,) = read("seven").problems
    assert (note.item, note.noted) == (str(letter), True)
    assert "has changed since it was read" in note.fault
    assert rashomon.read([tmp_path], ledger=tmp_path / "x.db").problems == ()
    with rashomon.Ledger.open(tmp_path / "x.db", read_only=True) as ledger:
        assert [p.item for p in ledger.problems()] == [str(letter)]
        assert len(ledger.report_ids()) == 6


def test_bad_files_are_problems_and_the_rest_goes_on(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "good.txt").write_text("“We will stay until the gate is open,” said Ilona Varesh on Sunday.\n")
    bad = {
        "empty.txt": b"",
        "binary.txt": bytes(range(256)) * 40,
        "nul.txt": b"One word.\0Another.",
        "half.json": b'{"text": "It was said th',
        "surrogate.json": b'{"text": "lone \\ud800 surrogate in a sentence"}',
        "neither.json": b'{"title": "no text"}',
        "deep.json": b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        "deep.html": b"<div>" * 100_000,
        "large.txt": b"a word " * 8_000_000,
    }
    for name, content in bad.items():
        (inbox / name).write_bytes(content)
    summary = rashomon.read([inbox], ledger=tmp_path / "l.db")
    assert summary.read == 1
    told = {Path(p.item).name.removesuffix(":1"): p for p in summary.problems}
    assert told.keys() == bad.keys()
    assert all(p.fault and p.mend for p in told.values())
    with rashomon.Ledger.open(tmp_path / "l.db") as ledger:
        assert {Path(p.item).name.removesuffix(":1") for p in ledger.problems()} == bad.keys()
    again = rashomon.read([inbox], ledger=tmp_path / "l.db")
    assert again.read == 0
    with rashomon.Ledger.open(tmp_path / "l.db") as ledger:
        assert len(list(ledger.problems())) == len(bad), "a problem is recorded once"


def test_what_is_to_be_noted_is_told_and_the_report_is_read(tmp_path: Path) -> None:
    inbox, ledger = tmp_path / "inbox", tmp_path / "l.db"
    inbox.mkdir()
    said = "“We will stay until the gate is open,” said Ilona Varesh on Sunday."
    (inbox / "date.json").write_text(json.dumps({"text": said, "published": "next week"}))
    (inbox / "de.txt").write_text(
        "Der Minister sagte am Montag, dass die Brücke sicher sei. Wir bleiben hier, bis die Schleuse offen ist, und nach dem"
        " Angriff auf das Tor wurde niemand verletzt, sagte sie der Zeitung."
    )
    (inbox / "check.html").write_text(
        "<html><body><p>Please enable JavaScript to continue.</p></body></html>"
    )
    (inbox / "more.pdf").write_bytes(b"%PDF")
    summary = rashomon.read([inbox], ledger=ledger)
    assert (summary.read, summary.failed) == (2, 1)
    noted = {Path(p.item).name for p in summary.problems if p.noted}
    assert noted == {"date.json", "de.txt", "inbox"}
    with rashomon.Ledger.open(ledger) as kept:
        assert set(kept.problems()) == set(summary.problems)
    again = rashomon.read([inbox], ledger=ledger)
    assert [Path(p.item).name for p in again.problems] == ["inbox"]
    with rashomon.Ledger.open(ledger) as kept:
        assert set(kept.problems()) == set(summary.problems), "what was noted stays, once"
    (inbox / "date.json").write_text(json.dumps({"text": said, "published": "2031-04-05"}))
    (inbox / "more.pdf").unlink()
    rashomon.read([inbox], ledger=ledger)
    with rashomon.Ledger.open(ledger) as kept:
        assert {Path(p.item).name for p in kept.problems()} == {"de.txt", "check.html"}, (
            "what was mended is gone"
        )


def test_nobody_is_profiled_who_only_left_a_comment(calm: Path) -> None:
    with rashomon.Ledger.open(calm, read_only=True) as ledger:
        assert any(p.voice is Voice.COMMENT for report in ledger.reports() for p in report.passages)
        for report in ledger.reports():
            comments = [p for p in report.passages if p.voice is Voice.COMMENT]
            reading = ledger.reading(report.id)
            spans: list[Span | Mention] = [*reading.mentions]
            for a in reading.attributions:
                spans += [*a.source, *a.cue, *a.content]
            for c in comments:
                assert not any(s.start < c.end and c.start < s.end for s in spans), report.name
            for said in ledger.statements(report=report.id):
                for w in said.wordings:
                    assert not any(
                        w.report == report.id and w.start < c.end and c.start < w.end for c in comments
                    )


def test_a_run_tells_which_conflicts_and_which_versions_are_new(tmp_path: Path) -> None:
    inbox, ledger = tmp_path / "inbox", tmp_path / "l.db"
    inbox.mkdir()

    def page(name: str, outlet: str, killed: str) -> None:
        url = f"https://{outlet}.example/orm"
        text = f"Bridge falls at Orm\n\n{killed} people were killed when the bridge at Orm fell on Friday."
        row = {"text": text, "url": url, "outlet": outlet, "published": "2031-05-03"}
        (inbox / name).write_text(json.dumps(row), encoding="utf-8")

    page("a.json", "Post", "Six")
    assert rashomon.read([inbox], ledger=ledger).news == News()
    page("b.json", "Herald", "Nine")
    assert len(rashomon.read([inbox], ledger=ledger).news.conflicts) == 1
    assert rashomon.read([inbox], ledger=ledger).news == News()
    page("c.json", "Post", "Eight")
    news = rashomon.read([inbox], ledger=ledger).news
    assert len(news.replaced) == 1
    with rashomon.Ledger.open(ledger) as kept:
        told = printed(summary(Summary(1, 2, 0, (), 20, 1.0, news=news), kept))
        assert "Pages that have changed: 1" in told
        assert "takes the place of report" in told
        assert "Where the accounts part: 1 conflict\n" in told
        (conflict,) = kept.conflict_places()
        assert {report for report, _, _ in conflict.places} <= set(kept.report_ids())


def test_a_figure_that_its_page_has_since_replaced_is_on_no_side(tmp_path: Path) -> None:
    inbox, ledger = tmp_path / "inbox", tmp_path / "l.db"
    inbox.mkdir()

    def conflicts(name: str, outlet: str, killed: str, day: str) -> list[str]:
        """The words on the sides of all conflicts, with this page read as well."""
        text = f"Bridge falls at Orm\n\n{killed} people were killed when the bridge at Orm fell on Friday."
        row = {"text": text, "url": f"https://{outlet}.example/orm", "outlet": outlet, "published": day}
        (inbox / name).write_text(json.dumps(row), encoding="utf-8")
        rashomon.read([inbox], ledger=ledger)
        with rashomon.Ledger.open(ledger, read_only=True) as kept:
            assert not kept.verify()
            text_of = {report.id: report.text for report in kept.reports()}
            places = [place for c in kept.conflict_places() for place in c.places]
            return sorted(text_of[report][start:stop] for report, start, stop in places)

    assert conflicts("a.json", "Post", "Six", "2031-05-03") == []
    assert conflicts("b.json", "Herald", "Nine", "2031-05-03") == ["Nine", "Six"]
    assert conflicts("c.json", "Post", "Eight", "2031-05-04") == ["Eight", "Nine"]
    assert conflicts("d.json", "Post", "Nine", "2031-05-05") == []
