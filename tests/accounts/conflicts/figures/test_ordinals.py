"""What two reports number otherwise, and what are two things."""

from __future__ import annotations

import pytest

from rashomon.accounts.conflicts.figures.ordinals import ordinals
from rashomon.accounts.conflicts.figures.sides import Events
from rashomon.accounts.records import Conflict
from tests.accounts.telling import gulls, report, sets_apart, told


def parted(*texts: str) -> tuple[Conflict, ...]:
    return ordinals(Events(gulls(*texts)))


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        (
            "Harn became the 14th state to ban drift nets on Monday.",
            "Harn has become the 15th state to ban drift nets.",
            "which state in order it is",
        ),
        (
            "It was the third shooting in Lidva this year, police said.",
            "Lidva has seen its fourth shooting this year, police said.",
            "which shooting in order it is",
        ),
    ],
)
def test_another_number_for_the_same_is_a_conflict(one: str, other: str, about: str) -> None:
    sets_apart(parted(one, other), one, other, about)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harn became the 14th state to ban drift nets.", "Harn became the 14th state to ban drift nets."),
        ("Harn became the 14th state to ban drift nets.", "Orm became the 15th state to ban drift nets."),
        (
            "Harn became the 14th state to ban drift nets.",
            "The Guild praised the ban on drift nets in Harn, making Orm the 15th state to ban nets.",
        ),
        (
            "Harn became the 14th state to ban drift nets.",
            "Harn became the 14th state to ban drift nets. Orm became the 15th state to ban them.",
        ),
        ("It was the third shooting in Lidva this year.", "It was the fourth shooting in Lidva this month."),
        ("It was the third shooting in Lidva this year.", "It was the 130th shooting in Lidva this year."),
        (
            "It was the third shooting in Lidva this year.",
            "It was the fourth mass shooting in Lidva this year.",
        ),
        (
            "Harn became the 14th state to ban drift nets on Monday. Orm is to vote next week.",
            "Orm became the 15th state to ban drift nets on Monday, a week after Harn did.",
        ),
        (
            "Harn is the second city to ban drift nets in the north.",
            "Harn is the third city to ban drift nets in the country.",
        ),
        (
            "Harn became the 14th state to ban drift nets near the coast.",
            "Harn became the 15th state to tax drift nets near the coast.",
        ),
        (
            "Kerr signed it on Monday, making Harn the 14th state to ban drift nets. Orm will follow.",
            "The vote in Orm makes it the 15th state to ban drift nets; Harn was the last.",
        ),
    ],
)
def test_the_same_number_another_time_and_another_thing_are_none(one: str, other: str) -> None:
    assert parted(one, other) == ()


def test_what_is_counted_within_a_time_grows_by_the_day() -> None:
    one = report("Gull", "It was the third shooting in Lidva this year, police said.", published="2031-04-05")
    other = report(
        "Tern", "It was the fourth shooting in Lidva this year, police said.", published="2031-04-08"
    )
    assert ordinals(Events(told([one, other]))) == ()


def test_a_report_that_lists_many_ordinals_is_set_against_none() -> None:
    many = " ".join(f"Harn became the {n}th state to ban drift nets." for n in range(115, 120)) * 13
    assert parted("Harn became the 114th state to ban drift nets.", many) == ()
