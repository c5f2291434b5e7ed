"""A story's figures brought together: what reports give alike, how many of them, and how many independent origins that has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rashomon.accounts.records import Accounts, Estimate, Independence
from rashomon.dossier.figures import cited, event_order, range_of
from rashomon.dossier.phrases import count, independent
from rashomon.records import Reading, Report
from rashomon.visible import one_line

#: Sources that are named of one figure; the list of figures has all.
MOST_CITED = 6


@dataclass(frozen=True, slots=True)
class EstimateView:
    """A figure that reports give alike: ``event``, ``unit``, what is counted (``of``), ``range`` in words, and ``low``, ``best``
    and ``high`` (``None`` is open).

    ``carried`` says how many reports, outlets and independent origins (``fewest`` to ``most``) it has, ``why`` what that count
    rests on; ``cited`` are those who are cited for it, each once, the earliest report's first, and
    ``further`` counts those of them that are not named here.
    """

    id: str
    event: str
    unit: str
    of: str
    range: str
    low: float | None
    best: float | None
    high: float | None
    reports: int
    outlets: int
    fewest: int
    most: int
    carried: str
    cited: tuple[str, ...]
    further: int
    why: tuple[str, ...]


def estimates(
    accounts: Accounts, find: Callable[[str], tuple[Report, Reading] | None]
) -> tuple[EstimateView, ...]:
    """A story's estimates, those of one event together, by size; ``find`` gives a report with its reading, or none that is not
    shown."""
    rests_on = {i.subject: i for i in accounts.independence}
    found = [(e, rests_on[e.id]) for e in accounts.estimates if e.id in rests_on]
    found.sort(key=lambda pair: (event_order(pair[0].event), pair[0].unit, pair[0].of, _size(pair[0])))
    return tuple(_view(e, i, find) for e, i in found)


def _size(e: Estimate) -> tuple[float, float]:
    """By the least that it may be, then by the most."""
    return e.low or 0.0, float("inf") if e.high is None else e.high


def _view(e: Estimate, i: Independence, find: Callable[[str], tuple[Report, Reading] | None]) -> EstimateView:
    named: dict[str, None] = {}
    for report_id, place in e.members:
        if (found := find(report_id)) is not None:
            report, reading = found
            named[cited(report, reading.figures[place], reading.attributions)] = None
    return EstimateView(
        e.id,
        e.event,
        e.unit,
        e.of,
        range_of(e.unit, e.low, e.best, e.high),
        e.low,
        e.best,
        e.high,
        i.reports,
        i.outlets,
        i.low,
        i.high,
        f"{count(i.reports, 'report')}, {independent(i.low, i.high)}",
        tuple(named)[:MOST_CITED],
        max(0, len(named) - MOST_CITED),
        tuple(map(one_line, i.why)),
    )
