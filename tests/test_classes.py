"""Classes of items joined two by two."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.classes import Classes

PAIRS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=20)


def test_classes_are_named_by_their_lowest_item() -> None:
    classes = Classes[int]()
    classes.join(5, 3)
    classes.join(5, 1)
    assert [classes.of(k) for k in (5, 3, 1, 4)] == [1, 1, 1, 4]


@given(PAIRS)
def test_what_is_joined_does_not_depend_on_the_order(pairs: list[tuple[int, int]]) -> None:
    one, other = Classes[int](), Classes[int]()
    for a, b in pairs:
        one.join(a, b)
        one.of(b)  # looking shortens paths, and changes nothing
    for a, b in reversed(pairs):
        other.join(b, a)
    found = [one.of(k) for k in range(13)]
    assert found == [other.of(k) for k in range(13)]
    assert all(found[a] == found[b] for a, b in pairs)
    assert all(found[k] == min(j for j in range(13) if found[j] == found[k]) for k in range(13))
