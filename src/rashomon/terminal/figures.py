"""A story's figures in the terminal."""

from __future__ import annotations

from itertools import groupby

from rich.console import Group, RenderableType
from rich.table import Table

from rashomon.dossier.estimates import EstimateView, estimates
from rashomon.dossier.figures import FigureView, figures
from rashomon.dossier.gathered import Gathered
from rashomon.terminal.screen import heading, indented, line

#: Figures shown of one event; the dossier has all.
MOST = 12

#: Reasons for a count of independent origins; the dossier has all.
MOST_REASONS = 3


def figure_list(gathered: Gathered) -> list[RenderableType]:
    """A heading an event; under it what reports give alike, with its independent origins; then a line a figure: how many, of
    what, who is cited, in which outlet."""
    numbers = {report.id: number for number, report in enumerate(gathered.reports, 1)}
    found = [f for f in figures(gathered.reports, gathered.readings, numbers) if f.event]
    read = {r.id: (r, reading) for r, reading in zip(gathered.reports, gathered.readings, strict=True)}
    alike = estimates(gathered.accounts, read.get)
    views: list[RenderableType] = []
    for event, group in groupby(found, key=lambda f: f.event):
        rows = list(group)
        views.append(indented(line(event, style="bold")))
        together = [e for e in alike if e.event == event] if len(rows) > 1 else []
        if together:
            views += [indented(_alike(together[:MOST])), *_rest(len(together) - MOST)]
            views.append(indented(line("each by itself", style="dim")))
        views += [indented(_table(rows[:MOST])), *_rest(len(rows) - MOST)]
    return [heading("Figures"), *views] if views else []


def _rest(number: int) -> list[RenderableType]:
    words = f"… and {number:,} more, which the dossier has"
    return [indented(line(words, style="dim"))] if number > 0 else []


def _alike(found: list[EstimateView]) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for e in found:
        who = "; ".join([*e.cited, *([f"and {e.further} more"] if e.further else [])])
        table.add_row(
            line(e.range),
            Group(
                line(f"{e.carried}; cited: {who}"), *(line(why, style="dim") for why in e.why[:MOST_REASONS])
            ),
        )
    return indented(table)


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
