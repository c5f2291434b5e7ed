"""Counts of a day: of two days they are two, of one day they may be set against each other."""

from __future__ import annotations

import pytest

from rashomon.accounts.records import ConflictKind
from rashomon.accounts.story import accounts
from tests.accounts.telling import report, told


def figures_parted(one: str, other: str) -> int:
    found = accounts(told([report("Gull 0", one), report("Gull 1", other)])).conflicts
    return sum(c.kind is ConflictKind.FIGURES for c in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("There were 3,000 new cases on {}.", "There were 4,000 new cases on {}."),
        ("Torvena reported 3,000 new cases on {}.", "On {} Torvena reported 4,000 new cases."),
        ("Torvena recorded 30 deaths on {}.", "Torvena recorded 45 deaths {}."),
        ("About 30,000 people marched on {} in Harn.", "Some 60,000 people marched in Harn on {}."),
    ],
)
def test_two_days_are_two_counts_and_one_day_is_one(one: str, other: str) -> None:
    assert figures_parted(one.format("Monday"), other.format("Tuesday")) == 0
    assert figures_parted(one.format("1 April"), other.format("2 April")) == 0
    assert figures_parted(one.format("Monday"), other.format("Monday")) == 1
    # The reports are of Saturday, 5 April 2031.
    assert figures_parted(one.format("Monday"), other.format("31 March")) == 1


def test_a_toll_may_be_of_one_night_and_a_day_of_saying_is_none_of_the_count() -> None:
    assert (
        figures_parted("The blast killed 30 people on Monday.", "The blast killed 45 people on Tuesday.") == 1
    )
    assert (
        figures_parted(
            "Torvena reported 3,000 new cases, the Guild said Monday.",
            "Torvena reported 4,000 new cases, the Union said Tuesday.",
        )
        == 1
    )


def test_few_things_by_one_word_on_one_day_are_not_set_against_each_other() -> None:
    assert figures_parted("There were 30 new cases on Monday.", "There were 40 new cases on Monday.") == 0
    assert figures_parted("There were 3,000 cases on Monday.", "There were 4,000 cases on Monday.") == 0
