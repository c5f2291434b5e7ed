"""Word lists of roles and bodies: each word stands in one list, and narrower lists are parts of wider ones."""

from __future__ import annotations

from itertools import combinations

import pytest

from rashomon.reading.names.words.bodies import ANY, GROUPS, LED, OWNED
from rashomon.reading.names.words.roles import NOUNS, OWN, REFERRING, SPEAKING


@pytest.mark.parametrize("lists", [(GROUPS, LED, OWNED), (SPEAKING, OWN)], ids=["bodies", "roles"])
def test_a_word_is_of_one_kind(lists: tuple[frozenset[str], ...]) -> None:
    for one, other in combinations(lists, 2):
        assert not one & other


def test_narrower_lists_are_parts_of_wider_ones() -> None:
    assert ANY < GROUPS
    assert REFERRING.difference(NOUNS) == {"frontrunner"}
