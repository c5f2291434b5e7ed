"""The date in the name of a file: of a text that has none itself, and nowhere else."""

from __future__ import annotations

import hashlib

import pytest

from rashomon.records import Capture, Report
from rashomon.reports.extract import extract


@pytest.mark.parametrize(
    ("text", "media_type", "path", "published", "read_in"),
    [
        (
            "The mill burned down.",
            "text/plain",
            "pile/courier_2031-04-05_mill.txt",
            "2031-04-05",
            "file name",
        ),
        (
            "HARN, 6 April 2031 (MPA) — It burned.",
            "text/plain",
            "pile/2031-04-05.txt",
            "2031-04-06",
            "dateline",
        ),
        ("The mill burned down.", "text/plain", "2031-04-05/mill.txt", None, None),
        ("The mill burned down.", "text/plain", "pile/from 2031-04-05 to 2031-04-07.txt", None, None),
        ("The mill burned down.", "text/plain", "pile/203104051230.txt", None, None),
        ("<p>The mill burned down.</p>", "text/html", "pile/mill 2031-04-05.html", None, None),
    ],
)
def test_a_text_without_a_date_is_dated_by_the_name_of_its_file(
    text: str, media_type: str, path: str, published: str | None, read_in: str | None
) -> None:
    content = text.encode()
    made = extract(Capture(hashlib.sha256(content).hexdigest(), content, media_type, path))
    assert isinstance(made, Report)
    assert (made.published, made.published_from) == (published, read_in)
