from __future__ import annotations

import io

from rich.console import Console

from rashomon.ingest import Progress
from rashomon.terminal.meter import EVERY, Meter


class Clock:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_outside_a_terminal_a_line_now_and_then_and_the_last() -> None:
    out, clock = io.StringIO(), Clock()
    with Meter(Console(file=out, width=40), clock) as meter:
        for done in range(1, 101):
            meter.show(Progress("reading", done, 100, f"page-{done}.html", done // 50))
            clock.now += EVERY / 40
        meter.show(Progress("collating", 0, None, "100 reports", 2))
    assert out.getvalue().splitlines() == [
        "reading 1 of 100: page-1.html",
        "reading 41 of 100: page-41.html",
        "reading 81 of 100, 1 problem: page-81.html",
        "reading 100 of 100, 2 problems: page-100.html",
        "collating, 2 problems: 100 reports",
    ]


def test_on_a_terminal_a_bar_that_is_taken_away() -> None:
    out = io.StringIO()
    with Meter(Console(file=out, width=100, force_terminal=True)) as meter:
        meter.show(Progress("reading", 1, 2, "\x1b]0;owned\x07.html", 0))
        meter.show(Progress("collating", 0, None, "2 reports", 1))
        meter.close()
        meter.close()
    assert "owned" in out.getvalue() or "collating" in out.getvalue()
    assert "\x1b]0;" not in out.getvalue()


def test_what_a_stopped_run_has_done() -> None:
    meter = Meter(Console(file=io.StringIO()))
    meter.show(Progress("reading", 3, 9, "a", 0))
    meter.show(Progress("collating", 0, None, "b", 0))
    assert meter.kept() == "What was done is kept (3 items looked at)."
