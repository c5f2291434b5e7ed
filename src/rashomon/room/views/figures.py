"""A story's figures: how many of what, as each report gives it, those of one event on one scale."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.dossier.estimates import EstimateView
from rashomon.dossier.figures import cited, event_order, in_range, told
from rashomon.dossier.phrases import outlet
from rashomon.records import Figure, Reading, Report


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure where it stands: characters ``start`` to ``end`` of ``report``. ``low``, ``best`` and ``high`` are what its words
    allow (``None`` is open), ``range`` says it in words; ``cited`` names whoever is cited for it."""

    report: str
    outlet: str
    published: str | None
    start: int
    end: int
    words: str
    counted: str
    place: str | None
    cited: str
    low: float | None
    best: float | None
    high: float | None
    range: str
    why: str


@dataclass(frozen=True, slots=True)
class FigureEvent:
    """The figures of one event in one unit (``people``, a currency …), by date of their reports, and, as ``estimates``, what
    reports give alike, by size."""

    event: str | None
    unit: str
    figures: tuple[FigureRow, ...]
    estimates: tuple[EstimateView, ...]


def figure_events(
    read: Iterable[tuple[Report, Reading]], estimates: Iterable[EstimateView]
) -> tuple[FigureEvent, ...]:
    """The figures that reports give as numbers, grouped by event; the reports stand in order of date."""
    groups: defaultdict[tuple[str | None, str], list[FigureRow]] = defaultdict(list)
    for report, reading in read:
        for figure in told(reading.figures):
            groups[figure.event, figure.unit].append(_row(report, figure, reading))
    alike: defaultdict[tuple[str | None, str], list[EstimateView]] = defaultdict(list)
    for estimate in estimates:
        alike[estimate.event, estimate.unit].append(estimate)
    return tuple(
        FigureEvent(*key, tuple(groups[key]), tuple(alike[key]))
        for key in sorted(groups, key=lambda key: (event_order(key[0]), key[1]))
    )


def _row(report: Report, figure: Figure, reading: Reading) -> FigureRow:
    def words(start: int, end: int) -> str:
        return report.text[start:end]

    return FigureRow(
        report.id,
        outlet(report),
        report.published,
        figure.start,
        figure.end,
        words(figure.start, figure.whole_end),
        words(figure.counted.start, figure.counted.end) if figure.counted else "",
        words(figure.place.start, figure.place.end) if figure.place else None,
        cited(report, figure, reading.attributions),
        figure.low,
        figure.best,
        figure.high,
        in_range(figure),
        figure.why,
    )
