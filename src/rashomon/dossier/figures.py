"""A story's figures as every view shows them: how many, of what, in which event, who is cited, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.accounts.told import given_by
from rashomon.dossier.phrases import NOT_KNOWN, claimant, outlet
from rashomon.records import Attribution, Figure, Reading, Report
from rashomon.visible import one_line

#: Figures without an event are told only of people and money: durations and the rest would bury them.
_TOLD_WITHOUT_EVENT = frozenset({"people", "date", "USD", "EUR", "GBP", "JPY", "INR", "AUD", "CAD"})

#: Events whose figures come first: what is counted of people, the gravest first.
FIRST = ("killed", "wounded", "missing", "captured", "abducted", "displaced")


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure: its words with those for what is counted, its range in words, what is counted, the event, the place, who is
    cited, and where it stands.

    ``report`` is the report's number in the dossier, ``start`` and ``end`` are characters of the report.
    """

    words: str
    range: str
    of: str
    event: str
    place: str
    cited: str
    outlet: str
    published: str
    report: int
    start: int
    end: int
    why: str


def figures(
    reports: Sequence[Report], readings: Sequence[Reading], numbers: Mapping[str, int]
) -> tuple[FigureView, ...]:
    """The figures that reports give, those of one event together, by date; implied ones are left out."""
    rows = [
        (event_order(figure.event), place, figure.start, _view(report, figure, reading.attributions, numbers))
        for place, (report, reading) in enumerate(zip(reports, readings, strict=True))
        for figure in told(reading.figures)
    ]
    return tuple(row[3] for row in sorted(rows, key=lambda row: row[:3]))


def told(figures: Iterable[Figure]) -> list[Figure]:
    """Those that views show: given as a number, of an event, of people or of money."""
    return [f for f in figures if not f.implied and (f.event is not None or f.unit in _TOLD_WITHOUT_EVENT)]


def in_range(figure: Figure) -> str:
    """A figure's range in words.

    >>> in_range(Figure(0, 1, 9, 9, None, "people")), in_range(Figure(0, 1, 4, 4, 4, "people"))
    ('9 or more', '4')
    >>> in_range(Figure(0, 1, None, 20310405, 20310405, "date"))
    'by 2031-04-05'
    """
    return range_of(figure.unit, figure.low, figure.best, figure.high)


def range_of(unit: str, low: float | None, best: float | None, high: float | None) -> str:
    """A range in words; where both its ends are told, with the number that is put first in it.

    >>> range_of("people", 45, 50, 55), range_of("people", 24, None, 99)
    ('45 to 55, best 50', '24 to 99')
    """
    if unit == "date" and high is not None:
        digits = f"{high:.0f}"
        day = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
        return day if low is not None else f"by {day}"
    if low is None and high is None:
        return NOT_KNOWN
    if low is None:
        return f"{_plain(high)} or fewer"
    if high is None:
        return f"{_plain(low)} or more"
    if low == high:
        return _plain(low)
    return f"{_plain(low)} to {_plain(high)}{f', best {_plain(best)}' if best is not None else ''}"


def _plain(number: float | None) -> str:
    return "" if number is None else f"{number:,.0f}" if number == int(number) else f"{number:,.10g}"


def event_order(event: str | None) -> tuple[int, str]:
    """Where an event stands among others: what is counted of people first, the gravest before the others, none at the end.

    >>> sorted(["arrested", "wounded", None, "killed"], key=event_order)
    ['killed', 'wounded', 'arrested', None]
    """
    return (FIRST.index(event) if event in FIRST else len(FIRST), event or "~")


def _view(
    report: Report, figure: Figure, attributions: Sequence[Attribution], numbers: Mapping[str, int]
) -> FigureView:
    text = report.text
    what = text[figure.counted.start : figure.counted.end] if figure.counted else ""
    if figure.unit not in ("people", "thing"):
        what = f"{figure.unit} {what}".strip()
    return FigureView(
        words=one_line(text[figure.start : figure.whole_end]),
        range=in_range(figure),
        of=one_line(what or figure.unit),
        event=figure.event or "",
        place=one_line(text[figure.place.start : figure.place.end]) if figure.place else "",
        cited=cited(report, figure, attributions),
        outlet=outlet(report),
        published=one_line(report.published) if report.published else f"date {NOT_KNOWN}",
        report=numbers[report.id],
        start=figure.start,
        end=figure.end,
        why=figure.why,
    )


def cited(report: Report, figure: Figure, attributions: Sequence[Attribution]) -> str:
    """Who is cited for a figure: a name, the words for the source, or the report's outlet, on its own account."""
    return claimant(given_by(report, attributions, figure), report)
