"""Where reports had things from, laid out to be drawn: origins at the left, reports at the right, lines between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.room.views.accounts import OriginView

#: Width of the plane in SVG's user units, where the lines begin and end on it, and the height of one row.
WIDTH, LEFT, RIGHT, ROW = 900.0, 330.0, 650.0, 34.0

#: Origins and outlets that are drawn: more lines than these cannot be followed by eye. The table beside it has all.
MOST_ROWS = 16

#: Times that both sides are put in order of each other; the order hardly changes after that (Sugiyama, Tagawa and Toda 1981).
ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Node:
    """An origin or an outlet: its place (the middle of its line of text), what it is called, its kind, and where it leads."""

    id: str
    y: float
    name: str
    kind: str
    link: str


@dataclass(frozen=True, slots=True)
class Line:
    """From an origin to a report: an SVG path. ``passages`` sets its ``width``; ``certain`` whether something tells it."""

    origin: str
    from_name: str
    to_name: str
    path: str
    width: float
    passages: int
    certain: bool


@dataclass(frozen=True, slots=True)
class Sources:
    """The drawing: its height, origins at the left, outlets at the right, and lines."""

    height: float
    origins: tuple[Node, ...]
    outlets: tuple[Node, ...]
    lines: tuple[Line, ...]


def drawn(origins: Sequence[OriginView]) -> Sources | None:
    """The origins from which the most reports had something; ``None`` where no two things are tied to each other."""
    found = [o for o in origins if o.carriers][:MOST_ROWS]
    reports: dict[str, tuple[str, str]] = {}
    for origin in found:
        for carrier in origin.carriers:
            reports.setdefault(carrier.at.report, (carrier.at.outlet, carrier.at.published or "~"))
    kept = sorted(reports, key=lambda r: (reports[r][1], r))[:MOST_ROWS]
    ties = {
        (o.id, c.at.report): (c.passages, c.certain) for o in found for c in o.carriers if c.at.report in kept
    }
    found = [o for o in found if any(origin == o.id for origin, _ in ties)]
    if len(ties) < 2:
        return None
    left, right = _ordered([o.id for o in found], kept, ties)
    height = ROW * max(len(left), len(right))
    y_left, y_right = _spread(left, height), _spread(right, height)
    by_id = {o.id: o for o in found}
    return Sources(
        height,
        tuple(Node(i, y_left[i], by_id[i].name, by_id[i].kind, f"#origin-{i}") for i in left),
        tuple(Node(r, y_right[r], reports[r][0], "report", f"/report/{r}") for r in right),
        tuple(
            Line(
                origin,
                by_id[origin].name,
                reports[report][0],
                _path(y_left[origin], y_right[report]),
                min(9.0, 1 + passages**0.5),
                passages,
                certain,
            )
            for (origin, report), (passages, certain) in sorted(
                ties.items(), key=lambda t: (y_left[t[0][0]], y_right[t[0][1]])
            )
        ),
    )


def _ordered(
    left: Sequence[str], right: Sequence[str], ties: Mapping[tuple[str, str], object]
) -> tuple[list[str], list[str]]:
    """Both sides in an order in which few lines cross: each node at the mean place of those it is tied to, in turns."""
    first, second = list(left), list(right)
    for _ in range(ROUNDS):
        place = {node: at / len(first) for at, node in enumerate(first)}
        second.sort(key=lambda r: _mean([place[o] for o, tied in ties if tied == r]))
        place = {node: at / len(second) for at, node in enumerate(second)}
        first.sort(key=lambda o: _mean([place[r] for tied, r in ties if tied == o]))
    return first, second


def _mean(places: Sequence[float]) -> float:
    return sum(places) / len(places) if places else 1.0


def _spread(nodes: Sequence[str], height: float) -> dict[str, float]:
    """Nodes evenly from top to bottom."""
    step = height / len(nodes)
    return {node: round(step * (at + 0.5), 1) for at, node in enumerate(nodes)}


def _path(y1: float, y2: float) -> str:
    middle = (LEFT + RIGHT) / 2
    return f"M{LEFT:g} {y1:g}C{middle:g} {y1:g} {middle:g} {y2:g} {RIGHT:g} {y2:g}"
