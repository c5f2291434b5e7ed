"""Sentences that say the opposite of each other without a *no*, and those that only seem to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.collation.statements.claims import opposite
from rashomon.collation.statements.turned import changed_places, opposite_words, turned
from tests.collation.statements.test_apart import TASCH, found, says


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("the sluice at Varn was shut all night", "the sluice at Varn was open all night", ("shut", "open")),
        ("the miners had won the vote", "the miners lost the vote", ("won", "lost")),
        ("she would vote for the sluice", "she would vote against the sluice", ("for", "against")),
        ("he left the mill before the fire", "he left the mill after the fire", ("before", "after")),
        ("the paper was lawful", "the paper was unlawful", ("lawful", "unlawful")),
        ("all of the boats were found", "none of the boats were found", ("all", "none")),
        ("the dead of Varn were civilians", "the dead of Varn were militants", ("civilians", "militants")),
        ("the crew obeyed the order to sail", "the crew ignored the order to sail", ("obeyed", "ignored")),
        ("the left gate of the sluice gave way", "the right gate of the sluice gave way", ("left", "right")),
        ("the mill would create jobs at Varn", "the mill would destroy jobs at Varn", ("create", "destroy")),
    ],
)
def test_a_word_of_opposite_meaning_in_one_place(one: str, other: str, words: tuple[str, str]) -> None:
    assert opposite_words(one, other) == words
    assert opposite_words(other, one) == words[::-1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the sluice was not open that night", "the sluice was shut that night"),
        ("the army failed to win the pass", "the army lost the pass"),
        ("the boat sailed before the storm came", "the storm came after the boat sailed"),
        ("prices rose while wages fell", "wages fell and prices rose"),
        ("the miners won against the guild", "the guild lost against the miners"),
        ("she asked for more than the guild", "the guild spoke against the mill"),
        ("he would pay no more than ten crowns", "he would pay less than ten crowns"),
        ("the miners continued to stop the carts", "the miners stopped the carts"),
        ("he left the mill right after the fire", "he left the mill after the fire"),
        ("the pact was passed in the morning", "the pact was passed on Monday morning, not in the evening"),
        ("it would unwind the pact at Varn", "it would wind down the pact at Varn"),
    ],
)
def test_what_only_seems_opposite(one: str, other: str) -> None:
    assert not turned(one, other)
    assert not turned(other, one)


@pytest.mark.parametrize(
    ("one", "other", "verb"),
    [
        ("the guards shot at the miners", "the miners shot at the guards", "shot"),
        ("the guards shot at the miners", "the miners were shot at by the guards", None),
        ("the mayor met the miners", "the miners met the mayor", None),
        ("guards, miners and nurses marched", "nurses, miners and guards marched", None),
        ("the guards beat the miners", "the guards beat the miners", None),
    ],
)
def test_who_did_it_to_whom(one: str, other: str, verb: str | None) -> None:
    assert changed_places(one, other) == verb


def test_who_denies_it_says_the_opposite_word() -> None:
    shut, open_ = "that the sluice at Varn was shut", "that the sluice at Varn was open"
    assert opposite(shut, open_, one_denied=False, other_denied=False)
    assert not opposite(shut, open_, one_denied=True, other_denied=False)


def test_opposites_are_never_one_statement() -> None:
    shut, opened = (
        f"that the sluice at the mouth of the Harn was {state} all night" for state in ("shut", "open")
    )
    both = found(says("Post", TASCH, "said", shut), says("Echo", TASCH, "said", opened))
    assert all(len(s.wordings) == 1 for s in both)
    again = found(says("Post", TASCH, "said", shut), says("Echo", TASCH, "told reporters", shut))
    assert [len(s.wordings) for s in again] == [2]


_SAID = st.lists(
    st.sampled_from(
        "the a not was open shut opened for against before after guards shot miners Varn no , .".split()
    ),
    max_size=14,
).map(" ".join)


@given(_SAID, _SAID)
def test_either_way_round(one: str, other: str) -> None:
    assert turned(one, other) == turned(other, one)
    assert not turned(one, one)
