"""A capture: the bytes as received, shown as text and never as a page."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from rashomon.ledger.shown.around import report_of
from rashomon.records import Capture
from rashomon.reports.decode import UnreadableError, decode
from rashomon.room.readers import Desk

#: Characters of a capture on one page.
PART = 100_000


@dataclass(frozen=True, slots=True)
class CaptureView:
    """A capture: where and when it was found, its size in bytes, and characters ``first`` on of what it says.

    ``whole`` tells whether its bytes still have the SHA-256 that they are named by. ``next`` is where the next page begins.
    """

    sha256: str
    media_type: str
    size: int
    path: str
    address: str | None
    captured_at: str | None
    report: str | None
    whole: bool
    first: int
    next: int | None
    text: str


def capture_view(desk: Desk, sha256: str, first: int) -> CaptureView:
    """A capture by its SHA-256. Raises LedgerError where there is none of that digest."""
    capture = desk.ledger.capture(sha256)
    text = _text(capture)
    shown = text[first : first + PART]
    return CaptureView(
        capture.sha256,
        capture.media_type,
        len(capture.content),
        capture.path,
        capture.address,
        capture.captured_at,
        report_of(desk.ledger, capture.sha256),
        hashlib.sha256(capture.content).hexdigest() == capture.sha256,
        first,
        first + len(shown) if first + len(shown) < len(text) else None,
        shown,
    )


def _text(capture: Capture) -> str:
    try:
        return decode(capture.content, html=capture.media_type == "text/html")
    except UnreadableError:  # no text at all: its bytes, one character each
        return capture.content.decode("latin-1")
