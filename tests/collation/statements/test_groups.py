"""Grouping: the weakest link decides, and the order of the input does not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.collation.statements.groups import Link, groups


def never(_a: int, _b: int) -> float:
    return -50.0


def link(odds: float) -> Link:
    return Link(odds, "")


def test_lookalikes_are_not_chained() -> None:
    links = {(0, 1): link(5), (1, 2): link(4), (2, 3): link(6)}
    assert groups([None] * 4, links, never) == [[0, 1], [2, 3]]


def test_what_is_bearable_may_stand_together() -> None:
    links = {(0, 1): link(5), (1, 2): link(4)}
    assert groups([None] * 3, links, lambda a, b: 2.5 if (a, b) == (0, 2) else -50) == [[0, 1, 2]]
    assert groups([None] * 3, links, lambda a, b: 1.5) == [[0, 1], [2]]
    part = {(0, 1): link(5), (1, 2): Link(3.0, "", 2)}
    assert groups([None] * 3, part, lambda a, b: 0.5) == [[0, 1, 2]]


def test_where_most_are_linked_the_weakest_may_be_weaker() -> None:
    links = {(0, 1): link(9), (2, 3): link(9), (0, 2): link(4), (0, 3): link(4), (1, 2): link(3)}
    assert groups([None] * 4, links, lambda a, b: 0.0) == [[0, 1, 2, 3]]
    assert groups([None] * 4, links, lambda a, b: -1.5) == [[0, 1], [2, 3]]
    del links[1, 2]
    assert groups([None] * 4, links, lambda a, b: 0.0) == [[0, 1], [2, 3]]


def test_a_headline_bars_no_two_sentences_of_bodies() -> None:
    links = {
        (0, 1): link(5),
        (1, 3): link(4),
    }  # a headline, the sentence below it, another report's headline and sentence

    def alike(a: int, b: int) -> float:
        return 1.2 if (a, b) == (0, 3) else -50.0

    assert groups([None] * 4, links, alike) == [[0, 1], [2], [3]]
    assert groups([None] * 4, links, alike, headlines={0, 2}) == [[0, 1, 3], [2]]
    assert groups([None] * 4, links, lambda a, b: 0.8, headlines={0, 2}) == [[0, 1], [2], [3]]
    # Of two headlines alone, and of a headline and one sentence, as much is asked as of any.
    chain = {(0, 1): link(5), (1, 2): link(4)}
    assert groups([None] * 3, chain, lambda a, b: 1.2, headlines={0, 2}) == [[0, 1], [2]]
    assert groups([None] * 3, chain, lambda a, b: 1.2, headlines={1}) == [[0, 1], [2]]


def test_the_stronger_link_wins() -> None:
    assert groups([None] * 3, {(0, 1): link(1), (1, 2): link(2)}, never) == [[0], [1, 2]]


def test_one_speaker_a_group() -> None:
    links = {(0, 1): link(5), (1, 2): link(4), (0, 2): link(3)}
    assert groups(["Tarek", None, "Oduya"], links, never) == [[0, 1], [2]]
    assert groups(["Tarek", None, "Tarek"], links, never) == [[0, 1, 2]]


numbers = st.integers(0, 7)


@given(
    st.dictionaries(st.tuples(numbers, numbers).filter(lambda p: p[0] < p[1]), st.integers(1, 5)),
    st.lists(st.sampled_from(["a", "b", None]), min_size=8, max_size=8),
)
def test_groups_partition_and_hold_only_linked_items_of_one_speaker(
    odds: dict[tuple[int, int], int], speakers: list[str | None]
) -> None:
    links = {pair: link(value) for pair, value in odds.items()}
    found = groups(speakers, links, never)
    assert sorted(item for group in found for item in group) == list(range(8))
    for group in found:
        assert len({speakers[k] for k in group} - {None}) <= 1
        assert all((a, b) in links for a in group for b in group if a < b)
    assert found == groups(speakers, dict(reversed(links.items())), never)
