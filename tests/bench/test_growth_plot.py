"""The picture of growth says what was measured, and what all pairs would cost, by the square."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from bench.collation.growth_plot import Measured, svg

PAIRS = Measured("all pairs", 2_000, 30.0, 0.5)


def labels(picture: str) -> list[str]:
    return [
        text.text or "" for text in ElementTree.fromstring(picture).iter("{http://www.w3.org/2000/svg}text")
    ]


@pytest.mark.parametrize(
    ("sizes", "spent", "beyond"),
    [((1_000, 10_000), "10 s", "12 min, extrapolated"), ((2_000,), "2.0 s", "30 s, extrapolated")],
)
def test_measured_and_extrapolated_are_told(sizes: tuple[int, ...], spent: str, beyond: str) -> None:
    ours = [Measured("in memory", size, size / 1_000, 0.31) for size in sizes]
    said = labels(svg(ours, PAIRS))
    assert {f"Rashomon: {spent}", f"cosine of all pairs: {beyond}", "Rashomon: 0.3"} <= set(said)


def test_there_is_nothing_to_draw_of_nothing() -> None:
    with pytest.raises(ValueError):
        svg([], PAIRS)
