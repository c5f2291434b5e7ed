"""Mailboxes: each message a capture of its own, and what is wrong with one is told with its number."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from rashomon.captures.folder import captures, count
from rashomon.captures.mailbox import messages
from rashomon.captures.objects import Fault
from rashomon.records import Capture, Problem, Report, Voice
from rashomon.reports.extract import extract

BEGINS = "From brandt@sandvik.example Fri Oct 17 08:12:00 2031\n"


def message(number: int, body: str = "Nobody is missing, the harbour office says.") -> str:
    return (
        f"From: Ilse Brandt <brandt@sandvik.example>\nDate: Fri, {number} Oct 2031 08:12:00 +0200\n"
        f"Subject: Notice {number}\n\n{body}\n"
    )


def mailbox(*inside: str) -> bytes:
    return "".join(f"{BEGINS}{m}\n" for m in inside).encode()


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_each_message_is_a_report(tmp_path: Path, ends: bytes) -> None:
    path = tmp_path / "notices.mbox"
    path.write_bytes(mailbox(message(1), message(2), message(3)).replace(b"\n", ends))
    reports = [extract(c) for c in captures([path]) if isinstance(c, Capture)]
    assert [r.name for r in reports if isinstance(r, Report)] == ["notices:1", "notices:2", "notices:3"]
    assert [(r.title, r.published) for r in reports if isinstance(r, Report)] == [
        ("Notice 1", "2031-10-01"),
        ("Notice 2", "2031-10-02"),
        ("Notice 3", "2031-10-03"),
    ]
    assert count([path]) == 3
    (alone,) = [c.content for c in captures([path]) if isinstance(c, Capture)][1:2]
    assert alone.strip() == message(2).encode().replace(b"\n", ends).strip()


def test_a_bad_message_is_a_problem_with_its_number_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "notices.mbox"
    path.write_bytes(
        mailbox(message(1), "From: Ann Lee\n", "Subject: x\nContent-Type: image/png\n\nxx\n", message(4))
    )
    found = [extract(c) if isinstance(c, Capture) else c for c in captures([path])]
    assert [type(f) for f in found] == [Report, Problem, Problem, Report]
    assert [f.item for f in found if isinstance(f, Problem)] == [f"{path}:2", f"{path}:3"]


def test_a_line_that_begins_with_from_parts_nothing_else() -> None:
    body = (
        "Nobody is missing, the harbour office says.\n\nFrom Sandvik the ferry went at 8:15 on 16 October 2031\nas ever.\n\n"
        ">From what we know, nobody was hurt."
    )
    (found,) = messages(io.BytesIO(mailbox(message(1, body))), 10_000)
    assert not isinstance(found, Fault)
    report = extract(Capture("0" * 64, found.content, "message/rfc822", "m.mbox:1"))
    assert isinstance(report, Report)
    assert not any(p.voice is Voice.FURNITURE for p in report.passages)


def test_a_mailbox_without_its_suffix_is_told_by_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / "Inbox"
    path.write_bytes(mailbox(message(1), message(2)))
    assert [c.path for c in captures([path]) if isinstance(c, Capture)] == [f"{path}:1", f"{path}:2"]
    assert len(list(captures(["-"], stdin=io.BytesIO(path.read_bytes())))) == 2
    path.write_bytes(b"From Harn the road went on.\n\nIt was 8:15.\n")
    assert [c.media_type for c in captures([path]) if isinstance(c, Capture)] == ["text/plain"]


def test_what_is_too_long_or_stands_above_the_first_is_told() -> None:
    long = message(1, "x " * 5_000)
    one, other = messages(io.BytesIO(mailbox(long, message(2))), 1_000)
    assert isinstance(one, Fault)
    assert (one.line, one.fault) == (1, "the message is larger than 1,000 bytes")
    assert not isinstance(other, Fault)
    above, first = messages(io.BytesIO(b"Exported by a program.\n\n" + mailbox(message(1))), 1_000)
    assert isinstance(above, Fault)
    assert not isinstance(first, Fault)
    assert list(messages(io.BytesIO(b""), 1_000)) == []
