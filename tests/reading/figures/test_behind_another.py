"""A number behind a count: of the same, of something else, or of nothing that is told."""

from __future__ import annotations

import pytest

from tests.reading.figures.test_figures import read


def test_another_count_is_of_what_the_first_one_counts() -> None:
    text = "The Guild said 30,000 people marched; police put the number at 6,000."
    _, again = read(text)
    assert again.counted is not None
    assert text[again.counted.start : again.counted.end] == "people"
    assert text[again.start : again.end] == "6,000"


def test_a_number_between_two_counts_parts_them() -> None:
    for between in ("Police say 5,000 marched.", "Turnout was 74 percent.", "Kerr heard nine."):
        found = read(f"Six people died at Orm. {between} The union says 12.")
        assert [f.event for f in found if f.low == 12] == []
    found = read("Six people died at Orm. Kerr wept. The union says 12.")
    assert [f.event for f in found if f.low == 12] == ["killed"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Four dead, 31 ill at the Harn mill", None),
        ("Four dead, 31 missing at the Harn mill", "missing"),
        ("Four dead, nine hurt at the Harn mill", "wounded"),
        ("The dead: 31 in Harn alone.", "killed"),
    ],
)
def test_who_are_ill_behind_the_dead_are_not_dead(text: str, event: str | None) -> None:
    assert read(text)[-1].event == event
