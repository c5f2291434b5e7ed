"""What could not be read, each with what mends it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType

from rashomon.dossier.phrases import count
from rashomon.records import Problem
from rashomon.terminal.screen import heading, indented, line


def problems_page(found: Sequence[Problem]) -> RenderableType:
    """Every problem of a ledger."""
    if not found:
        return line("Everything that this ledger was given could be read.")
    return Group(heading(f"Could not be read: {count(len(found), 'item')}"), *map(problem_entry, found))


def problem_entry(problem: Problem) -> RenderableType:
    """A problem in two lines: the item and its fault, then what mends it."""
    return indented(line(f"{problem.item}: {problem.fault}"), indented(line(problem.mend, style="dim")))
