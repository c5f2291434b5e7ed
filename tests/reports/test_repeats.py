"""A paragraph without end is read so often, the rest is kept apart, and that is said; nothing of the text is lost."""

from __future__ import annotations

import hashlib

import pytest

from rashomon.records import Capture, Report, Voice
from rashomon.reports.extract import extract
from rashomon.reports.notes import notes
from rashomon.reports.repeats import MOST

MILL = "“The mill at Harn will stay shut until spring,” the mill’s owner Tor Brandt said on Monday."


def read(text: str, media_type: str = "text/plain") -> tuple[Report, list[str]]:
    content = text.encode()
    capture = Capture(hashlib.sha256(content).hexdigest(), content, media_type, "mill.txt")
    report = extract(capture)
    assert isinstance(report, Report)
    return report, [note.fault for note in notes(capture, report)]


@pytest.mark.parametrize("kind", ["text/plain", "text/html"])
def test_a_paragraph_without_end_is_read_so_often_and_that_is_noted(kind: str) -> None:
    lines = [*[MILL] * (MOST + 30), "The ferry sails on Friday, its captain Ana Rusk said."]
    text = "\n\n".join(lines) if kind == "text/plain" else "".join(f"<p>{line}</p>" for line in lines)
    report, told = read(text, kind)
    of = [p for p in report.passages if report.text[p.start : p.end] == MILL]
    own = [p for p in of if p.voice is not Voice.FURNITURE]
    assert (len(own), own) == (MOST, of[:MOST])
    assert report.passages[-1].voice is Voice.BODY
    assert report.text.count(MILL) == len(of)
    assert any(
        f"of a paragraph {MOST} are read, the other {len(of) - MOST} are kept apart" in fault
        for fault in told
    )


def test_what_is_said_again_and_again_is_read_each_time() -> None:
    lines = [*["THE COURT: Sustained."] * 200, *[MILL] * MOST]
    report, told = read("\n\n".join(lines))
    assert all(p.voice is not Voice.FURNITURE for p in report.passages)
    assert not any("over and over" in fault for fault in told)
