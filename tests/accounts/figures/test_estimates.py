"""When figures of a story meet."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.accounts.figures.estimates import meet
from rashomon.accounts.records import Estimate

numbers = st.none() | st.integers(0, 30).map(float)


@given(st.tuples(numbers, numbers), st.tuples(numbers, numbers))
def test_ranges_meet_where_a_number_is_in_both(
    a: tuple[float | None, float | None], b: tuple[float | None, float | None]
) -> None:
    def estimate(low: float | None, high: float | None) -> Estimate:
        return Estimate("", "", "killed", "people", "people", low, None, high, ())

    def inside(n: int, low: float | None, high: float | None) -> bool:
        return (low or 0) <= n <= (high if high is not None else 99)

    if all(low is None or high is None or low <= high for low, high in (a, b)):
        one, other = estimate(*a), estimate(*b)
        assert (
            meet(one, other) == meet(other, one) == any(inside(n, *a) and inside(n, *b) for n in range(100))
        )


def test_a_round_thousand_is_one_toll_with_what_it_rounds_and_two_thousands_are_two() -> None:
    def toll(number: int) -> Estimate:
        return Estimate("", "", "killed", "people", "people", number, number, number, ())

    assert meet(toll(1000), toll(1009)) and meet(toll(12_000), toll(12_080))
    assert not meet(toll(1000), toll(1400)) and not meet(toll(1009), toll(1019))
