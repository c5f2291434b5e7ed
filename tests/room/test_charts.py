"""Charts lie on their planes, in order, and leave out what cannot be drawn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.room import charts
from rashomon.room.views.figures import FigureRow

days = (
    st.dates().map(str) | st.dates().map(lambda d: str(d)[:7]) | st.sampled_from(["2031", "x", "", "2031-13"])
)


@given(st.lists(st.tuples(days, st.integers(1, 1000)), max_size=30))
def test_bars_count_everything_that_has_a_date_and_lie_on_the_plane(counted: list[tuple[str, int]]) -> None:
    chart = charts.over_time(counted)
    if chart is None:
        return
    assert [bar.label for bar in chart.bars] == sorted(bar.label for bar in chart.bars)
    for bar in chart.bars:
        assert bar.x >= 0
        assert bar.x + bar.width <= charts.WIDTH + 0.1
        assert bar.y + bar.height == pytest.approx(charts.HEIGHT, abs=0.05)
    assert max(bar.count for bar in chart.bars) == chart.most


def test_days_become_months_where_there_are_too_many() -> None:
    chart = charts.over_time([("2031-01-01", 1), ("2031-01-30", 2), ("2032-06-01", 4)])
    assert chart is not None
    assert (chart.by, [(b.label, b.count) for b in chart.bars]) == ("month", [("2031-01", 3), ("2032-06", 4)])
    assert charts.over_time([("2031-01-01", 3)]) is None


def figure(low: float | None, best: float | None, high: float | None) -> FigureRow:
    return FigureRow("1f", "Gull", None, 0, 4, "four", "", None, "the report itself", low, best, high, "", "")


def test_ranges_of_one_event_share_a_scale_and_open_ends_reach_its_end() -> None:
    four, nine = figure(4, 4, 4), figure(9, 9, None)
    end = charts.scale([four, nine])
    closed, opened = charts.range_on(four, end), charts.range_on(nine, end)
    assert closed is not None
    assert opened is not None
    assert closed.dot is not None
    assert opened.dot is not None
    assert closed.x1 == closed.x2 == closed.dot < opened.dot == opened.x1 < opened.x2 <= charts.RANGE_WIDTH
    assert opened.open
    assert charts.range_on(figure(None, None, None), end) is None
    assert charts.range_on(four, 0) is None
