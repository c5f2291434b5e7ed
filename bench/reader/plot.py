"""Speed against quality as a picture: an SVG of a few lines, with no library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import floor, log10

WIDTH, HEIGHT = 640, 400
LEFT, RIGHT, TOP, BOTTOM = 60, 24, 48, 52
LINE = 15  # what a label needs of height


@dataclass(frozen=True, slots=True)
class Dot:
    """A system: its words per CPU-second and its F1 in percent, ``None`` for one that stands at the foot without."""

    label: str
    speed: float
    f1: float | None
    ours: bool = False


def svg(dots: Sequence[Dot], title: str) -> str:
    """The picture: words per CPU-second along, who-said-what F1 up from 0 to 100, a labelled dot for each system.

    A system without an F1 is a ring on the axis. Raises ValueError where there are no dots.
    """
    step = _step(max(d.speed for d in dots))
    most = step * (floor(max(d.speed for d in dots) / step) + 1)

    def x(speed: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * speed / most

    def y(f1: float) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * f1 / 100

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" font-size="13" '
        f'font-family="system-ui, sans-serif" fill="#333">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="24" font-weight="600">{escape(title)}</text>',
    ]
    for f1 in range(0, 101, 20):
        lines.append(
            f'<path d="M{LEFT} {y(f1):.1f}H{WIDTH - RIGHT}" stroke="{"#ddd" if f1 else "#333"}"/>'
            f'<text x="{LEFT - 8}" y="{y(f1) + 4:.1f}" text-anchor="end">{f1}</text>'
        )
    for i in range(round(most / step) + 1):
        lines.append(
            f'<text x="{x(i * step):.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{i * step:,.0f}</text>'
        )
    lines.append(
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 10}" text-anchor="middle">words per CPU-second</text>'
        f'<text transform="translate(16 {(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">'
        "who-said-what F1</text>"
    )
    taken: list[tuple[float, float]] = []
    for d in sorted(dots, key=lambda d: (d.f1 or 0, d.speed)):
        across, up = x(d.speed), y(d.f1 or 0)
        colour = "#b3261e" if d.ours else "#3c5a80"
        look = 'fill="#fff" stroke-width="2"' if d.f1 is None else f'fill="{colour}"'
        lines.append(f'<circle cx="{across:.1f}" cy="{up:.1f}" r="5" stroke="{colour}" {look}/>')
        before = across > (LEFT + WIDTH - RIGHT) / 2
        height = up - 8  # above its dot, and above the labels that are there already
        while any(abs(height - other) < LINE and abs(across - at) < WIDTH / 2 for at, other in taken):
            height -= LINE
        taken.append((across, height))
        lines.append(
            f'<text x="{across:.1f}" y="{height:.1f}" text-anchor="{"end" if before else "start"}" '
            f'fill="{colour}" stroke="#fff" stroke-width="3" paint-order="stroke">{escape(d.label)}</text>'
        )
    return "\n".join([*lines, "</svg>", ""])


def _step(most: float) -> float:
    """A round distance between marks, such that there are four to ten of them up to ``most``."""
    power = 10.0 ** floor(log10(most))
    return next(power * part for part in (0.2, 0.5, 1.0) if most / (power * part) <= 10)
