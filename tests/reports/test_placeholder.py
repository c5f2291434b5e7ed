"""Pages that only ask something of the browser are problems; pages that tell of such things are reports."""

from __future__ import annotations

import hashlib

import pytest

from rashomon.records import Capture, Problem, Report
from rashomon.reports.extract import extract


def read(*paragraphs: str) -> Report | Problem:
    content = f"<html><body>{''.join(f'<p>{p}</p>' for p in paragraphs)}</body></html>".encode()
    return extract(Capture(hashlib.sha256(content).hexdigest(), content, "text/html", "pages/mill.html"))


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Please enable JavaScript to continue. Checking your browser before accessing.",),
        ("Lantern Post", "JavaScript is disabled in your browser. Please turn it on and reload the page."),
        ("You need to enable JavaScript to run this app.",),
        ("Just a moment...", "Verify you are human by completing the action below.", "Ray ID: 8f2a"),
        ("This site requires cookies. Enable cookies and JavaScript in your browser.",),
    ],
)
def test_a_page_that_only_asks_is_no_report(paragraphs: tuple[str, ...]) -> None:
    found = read(*paragraphs)
    assert isinstance(found, Problem)
    assert found.fault.startswith("the page only asks for JavaScript, for cookies or for a check")
    assert not found.noted
    assert found.mend


@pytest.mark.parametrize(
    "paragraphs",
    [
        (
            "The mill at Oltra burned down on Monday, the mayor said, and nobody was hurt in the fire.",
            "Please enable JavaScript to view the comments.",
        ),
        (
            "The court said that the office must not require JavaScript or cookies of those who ask it something.",
        ),
        ("Nobody was hurt.",),
    ],
)
def test_a_report_is_one(paragraphs: tuple[str, ...]) -> None:
    assert isinstance(read(*paragraphs), Report)
