"""What could not be read, each with what mends it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from rashomon.dossier.phrases import count
from rashomon.records import Problem
from rashomon.terminal.screen import heading, indented, line


def problems_page(found: Sequence[Problem]) -> RenderableType:
    """Every problem of a ledger: what could not be read, then notes on what could be, or was passed over."""
    views: list[RenderableType] = []
    for title, some in parted(found):
        views += [*([Text()] if views else []), heading(title), *map(problem_entry, some)]
    if all(problem.noted for problem in found):
        rest = " but for what follows." if found else "."
        views = [line(f"Everything that this ledger was given could be read{rest}"), *views]
    return Group(*views)


def parted(found: Sequence[Problem]) -> list[tuple[str, list[Problem]]]:
    """Problems under their headings: what could not be read, and what is to be noted; none without any."""
    failed, noted = [p for p in found if not p.noted], [p for p in found if p.noted]
    parts = [
        (f"Could not be read: {count(len(failed), 'item')}", failed),
        (f"To be noted: {count(len(noted), 'item')}", noted),
    ]
    return [(title, some) for title, some in parts if some]


def problem_entry(problem: Problem) -> RenderableType:
    """A problem in two lines: the item and its fault, then what mends it."""
    return indented(line(f"{problem.item}: {problem.fault}"), indented(line(problem.mend, style="dim")))
