"""The drawing of origins and reports: every line joins what the accounts say it joins, and lies on the plane."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.room.sources import LEFT, MOST_ROWS, RIGHT, drawn
from rashomon.room.views.accounts import CarrierView, OriginView, Standing


def origin(id_: str, carriers: dict[int, int]) -> OriginView:
    """An origin from which report number n has so many passages."""
    return OriginView(
        id_,
        "agency",
        f"Agency {id_}",
        sum(carriers.values()),
        tuple(
            CarrierView(
                Standing("words", f"{n:04x}", f"Outlet {n}", None, 0, 5), passages, passages > 1, "why"
            )
            for n, passages in carriers.items()
        ),
    )


tied = st.lists(st.dictionaries(st.integers(0, 30), st.integers(1, 50), max_size=30), max_size=25)


@given(tied)
def test_lines_join_what_had_something_from_what(carried: list[dict[int, int]]) -> None:
    origins = [origin(f"o{n}", carriers) for n, carriers in enumerate(carried)]
    found = drawn(origins)
    if found is None:
        assert sum(len(carriers) for carriers in carried) < 2 or len(carried) > MOST_ROWS
        return
    assert len(found.origins) <= MOST_ROWS
    assert len(found.outlets) <= MOST_ROWS
    places = {node.y: node.id for node in found.origins}
    ends = {node.y: node.name for node in found.outlets}
    assert len(places) == len(found.origins), "no two stand in one place"
    for line in found.lines:
        start, *_, end = line.path.replace("M", "").replace("C", " ").split()
        first, last = float(line.path.split()[1].split("C")[0]), float(end)
        assert (start, line.path.split()[-2]) == (f"{LEFT:g}", f"{RIGHT:g}")
        assert 0 <= first <= found.height
        assert places[first] == line.origin
        assert ends[last] == line.to_name
        assert carried[int(line.origin[1:])][int(line.to_name.split()[1])] == line.passages


def test_lines_that_need_not_cross_do_not() -> None:
    found = drawn([origin("a", {1: 2, 2: 1}), origin("b", {3: 1, 4: 1}), origin("c", {5: 1})])
    assert found is not None
    y = {node.name: node.y for node in found.outlets}
    at = {node.id: node.y for node in found.origins}
    lines = [(at[line.origin], y[line.to_name]) for line in found.lines]
    assert not [(a, b) for a in lines for b in lines if a[0] < b[0] and a[1] > b[1]]
