"""Charts as shapes on a plane, for templates to draw as SVG: no library, no script, readable when printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rashomon.dossier.estimates import EstimateView
from rashomon.room.views.entries import ReportEntry
from rashomon.room.views.figures import FigureRow

#: Width and height of the plane in SVG's user units; the picture scales with the page.
WIDTH, HEIGHT = 720.0, 96.0

#: Bars at the most: more are thinner than can be told apart, and days are then counted by month, months by year.
MOST_BARS = 120


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its label, count and place."""

    label: str
    count: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Bars:
    """Counts over time. ``by`` is day, month or year; ``first``, ``last`` label the ends."""

    by: str
    bars: tuple[Bar, ...]
    most: int
    first: str
    last: str


def over_time(counted: Iterable[tuple[str, int]]) -> Bars | None:
    """Counts by ISO date (or the known part of one) as bars on an even scale of time; ``None`` for fewer than two dates."""
    days = [(value, number) for value, number in counted if _ordinal(value) is not None]
    shortest = min((len(value) for value, _ in days), default=0)
    for by, length in (("day", 10), ("month", 7), ("year", 4)):
        if shortest < length and by != "year":
            continue
        totals: dict[str, int] = {}
        for value, number in days:
            totals[value[:length]] = totals.get(value[:length], 0) + number
        places = {value: at for value in totals if (at := _ordinal(value)) is not None}
        if len(places) < 2:
            return None
        steps = max(places.values()) - min(places.values()) + 1
        if steps <= MOST_BARS or by == "year":
            return _bars(by, totals, places)
    return None


def _bars(by: str, totals: dict[str, int], places: dict[str, int]) -> Bars:
    low, high, most = min(places.values()), max(places.values()), max(totals.values())
    step = WIDTH / (high - low + 1)
    bars = tuple(
        Bar(
            value,
            totals[value],
            round((at - low) * step + step * 0.1, 2),
            round(HEIGHT * (1 - totals[value] / most), 2),
            round(min(step * 0.8, 40), 2),
            round(HEIGHT * totals[value] / most, 2),
        )
        for value, at in sorted(places.items())
    )
    return Bars(by, bars, most, bars[0].label, bars[-1].label)


@lru_cache(maxsize=20_000)  # most of a page's days are also another page's
def _ordinal(value: str) -> int | None:
    """A day, month or year as a number that goes up by one; ``None`` for what is no date."""
    try:
        match [int(part) for part in value.split("-")]:
            case [year]:
                return year
            case [year, month]:
                return year * 12 + date(year, month, 1).month
            case [year, month, day]:
                return date(year, month, day).toordinal()
    except ValueError:
        pass
    return None


@dataclass(frozen=True, slots=True)
class Dot:
    """A report on a lane of the timeline."""

    x: float
    y: float
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Lanes:
    """Reports by outlet, a lane each, on one scale of time. ``lanes`` are (outlet, y); ``ticks`` are (date, x)."""

    height: float
    lanes: tuple[tuple[str, float], ...]
    dots: tuple[Dot, ...]
    ticks: tuple[tuple[str, float], ...]


#: A lane's height, what its outlet's name takes at the left, and the lanes that fit on a screen.
LANE, NAMES, MOST_LANES = 22.0, 190.0, 24


def timeline(reports: Sequence[ReportEntry]) -> Lanes | None:
    """Reports on lanes; ``None`` where fewer than two days are known, or there are too many outlets."""
    placed = [
        ((r.id, r.outlet or r.name, r.published, r.title or r.name), at)
        for r in reports
        if r.published and len(r.published) == 10 and (at := _ordinal(r.published)) is not None
    ]
    outlets = tuple(dict.fromkeys(r[1] for r, _ in placed))
    days = sorted({at for _, at in placed})
    if len(days) < 2 or len(outlets) > MOST_LANES:
        return None
    scale = (WIDTH - NAMES - 80) / (days[-1] - days[0])
    y = {outlet: LANE * (n + 0.5) for n, outlet in enumerate(outlets)}
    used: dict[tuple[str, int], int] = {}
    dots = []
    for (id_, outlet, day, label), at in placed:
        # Two of one day stand side by side.
        beside = used[outlet, at] = used.get((outlet, at), -1) + 1
        dots.append(
            Dot(
                round(NAMES + 36 + (at - days[0]) * scale + 11 * beside, 1), y[outlet], id_, f"{day}: {label}"
            )
        )
    every = max(1, -(-len(days) // 8))
    ticks = tuple(
        (date.fromordinal(at).isoformat(), round(NAMES + 36 + (at - days[0]) * scale, 1))
        for at in days[::every]
    )
    return Lanes(LANE * len(outlets) + 22, tuple(y.items()), tuple(dots), ticks)


@dataclass(frozen=True, slots=True)
class Range:
    """A figure on its event's scale: a line from ``x1`` to ``x2`` and a dot at ``dot``; ``open`` where it has no upper end."""

    x1: float
    x2: float
    dot: float | None
    open: bool


#: Width and height of one figure's range.
RANGE_WIDTH, RANGE_HEIGHT = 240.0, 18.0


def scale(figures: Sequence[FigureRow]) -> float:
    """The end of a scale from 0 on which all of the figures lie; 0 where none can be drawn."""
    return max((x for f in figures for x in (f.low, f.best, f.high) if x is not None), default=0.0) * 1.08


def range_on(figure: FigureRow | EstimateView, end: float) -> Range | None:
    """A figure as a range on a scale from 0 to ``end``; ``None`` for a date, or where nothing can be drawn."""
    if end <= 0 or (figure.low is None and figure.high is None and figure.best is None):
        return None

    def x(number: float) -> float:
        return round(4 + max(0.0, number) / end * (RANGE_WIDTH - 12), 1)

    low = next(n for n in (figure.low, figure.best, 0.0) if n is not None)
    high = next((n for n in (figure.high, figure.best) if n is not None), None)
    return Range(
        x(low),
        RANGE_WIDTH - 4 if figure.high is None or high is None else x(high),
        None if figure.best is None else x(figure.best),
        figure.high is None,
    )
