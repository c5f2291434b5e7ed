"""A story's figures in the terminal."""

from __future__ import annotations

from itertools import groupby

from rich.console import RenderableType
from rich.table import Table

from rashomon.dossier.figures import FigureView, figures
from rashomon.dossier.gathered import Gathered
from rashomon.terminal.screen import heading, indented, line

#: Figures shown of one event; the dossier has all.
MOST = 12


def figure_list(gathered: Gathered) -> list[RenderableType]:
    """A heading an event, and under it a line a figure: how many, of what, who is cited, in which outlet."""
    numbers = {report.id: number for number, report in enumerate(gathered.reports, 1)}
    found = [f for f in figures(gathered.reports, gathered.readings, numbers) if f.event]
    views: list[RenderableType] = []
    for event, group in groupby(found, key=lambda f: f.event):
        rows = list(group)
        views += [indented(line(event, style="bold")), indented(_table(rows[:MOST]))]
        if len(rows) > MOST:
            views.append(
                indented(line(f"… and {len(rows) - MOST:,} more, which the dossier has", style="dim"))
            )
    return [heading("Figures"), *views] if views else []


def _table(rows: list[FigureView]) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    for _ in range(3):
        table.add_column(overflow="fold")
    for f in rows:
        table.add_row(
            line(f.range),
            line(f"“{f.words}”"),
            line(f"cited: {f.cited}"),
            line(f"{f.outlet}, {f.published}", style="dim"),
        )
    return indented(table)
