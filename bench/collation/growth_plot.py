"""Time and memory against the number of sentences as a picture: an SVG of two panels, with no library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

WIDTH, HEIGHT = 760, 360
TOP, BOTTOM = 56, 52
PANELS = ((64, 390), (470, 736))
"""Left and right edges."""
OURS, THEIRS = "#b3261e", "#3c5a80"


@dataclass(frozen=True, slots=True)
class Measured:
    """So many sentences, by one way: seconds of CPU, and the peak of memory in GiB."""

    way: str
    size: int
    seconds: float
    gib: float


Scale = Callable[[float], float]


def svg(ours: Sequence[Measured], pairs: Measured) -> str:
    """The picture, both axes logarithmic: ours as measured, and all pairs as measured and, dashed, by the square of it.

    Raises ValueError where there is nothing of ours.
    """
    most = max(m.size for m in ours)
    least = min(m.size for m in ours)
    beyond = Measured(pairs.way, most, pairs.seconds * (most / pairs.size) ** 2, 0.0)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" font-size="13" '
        'font-family="system-ui, sans-serif" fill="#333">',
        "<title>Collating statements: time and memory by the number of sentences</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
    ]
    seconds = [m.seconds for m in (*ours, pairs, beyond)]
    x, y = _axes(lines, 0, "seconds of CPU", (least, most), (min(seconds), max(seconds)))
    _line(lines, [(x(m.size), y(m.seconds), _time(m.seconds)) for m in ours], OURS, "Rashomon")
    near = [(x(pairs.size), y(pairs.seconds), _time(pairs.seconds))]
    far = (x(beyond.size), y(beyond.seconds), f"{_time(beyond.seconds)}, extrapolated")
    _line(lines, [*near, far], THEIRS, "cosine of all pairs", dashed=True)
    gib = [m.gib for m in ours]
    x, y = _axes(lines, 1, "peak memory, GiB", (least, most), (min(gib), max(8.0, *gib)))
    _line(lines, [(x(m.size), y(m.gib), f"{m.gib:.1f}") for m in ours], OURS, "Rashomon")
    return "\n".join([*lines, "</svg>", ""])


def _axes(
    lines: list[str], panel: int, title: str, across: tuple[float, float], up: tuple[float, float]
) -> tuple[Scale, Scale]:
    left, right = PANELS[panel]
    x = _scale(log10(across[0]), log10(across[1]), left + 24, right - 28)
    low, high = floor(log10(up[0])), ceil(log10(up[1]))
    y = _scale(low, max(high, low + 1), HEIGHT - BOTTOM, TOP)
    lines.append(f'<text x="{left}" y="24" font-weight="600">{title}</text>')
    for power in range(low, max(high, low + 1) + 1):
        at, shown = y(10.0**power), f"{10.0**power:,g}"
        lines.append(
            f'<path d="M{left} {at:.1f}H{right}" stroke="#ddd"/>'
            f'<text x="{left - 8}" y="{at + 4:.1f}" text-anchor="end">{shown}</text>'
        )
    for power in range(ceil(log10(across[0])), floor(log10(across[1])) + 1):
        lines.append(
            f'<text x="{x(10.0**power):.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{10**power:,}</text>'
        )
    lines.append(f'<text x="{(left + right) / 2}" y="{HEIGHT - 10}" text-anchor="middle">sentences</text>')
    return x, y


def _scale(low: float, high: float, start: float, stop: float) -> Scale:
    """From a number to its place, by its logarithm; one size alone stands in the middle."""
    if low == high:
        return lambda value: (start + stop) / 2
    return lambda value: start + (stop - start) * (log10(value) - low) / (high - low)


def _line(
    lines: list[str], dots: Sequence[tuple[float, float, str]], colour: str, name: str, dashed: bool = False
) -> None:
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y, _ in dots)
    dashes = ' stroke-dasharray="5 5"' if dashed else ""
    lines.append(f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2"{dashes}/>')
    below = not dashed  # ours lie below, and so do their labels, clear of the other line
    for n, (x, y, shown) in enumerate(dots):
        last = n == len(dots) - 1
        fill = "#fff" if dashed and last else colour
        lines.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.5" fill="{fill}" stroke="{colour}" stroke-width="2"/>'
        )
        up = y + (20 if below else -10)
        side, label = ("end", f"{name}: {shown}") if last else ("middle", shown)
        lines.append(
            f'<text x="{x + 8 * last:.1f}" y="{up:.1f}" text-anchor="{side}" fill="{colour}" stroke="#fff" '
            f'stroke-width="3" paint-order="stroke">{label}</text>'
        )


def _time(seconds: float) -> str:
    """Seconds as they are said: 1.2 s, 55 s, 12 min, 3 h."""
    if seconds < 10:
        return f"{seconds:.1f} s"
    if seconds < 120:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.1f} h"
