"""Results of one vote set against each other, and of two votes not."""

from __future__ import annotations

import pytest

from rashomon.accounts.conflicts.figures.sides import Events
from rashomon.accounts.conflicts.figures.votes import votes
from rashomon.accounts.records import Conflict
from tests.accounts.telling import gulls, sets_apart


def parted(*texts: str) -> tuple[Conflict, ...]:
    return votes(Events(gulls(*texts)))


_PASSED = "The Delta Assembly passed the water bill 222-190 on Monday."


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        (
            _PASSED,
            "Deputies voted 220-190 for the water bill, which raises the sluice toll.",
            "how the vote ended: 220 to 190 or 222 to 190",
        ),
        (
            "The Delta Assembly rejected the sluice bill 222-190.",
            "The Delta Assembly rejected the sluice bill 189-222.",
            "how the vote ended: 222 to 189 or 222 to 190",
        ),
        (
            "In a 5-4 ruling the court let the Orm dam stand.",
            "The court ruled 6-3 that the Orm dam may stand.",
            "how the vote ended: 5 to 4 or 6 to 3",
        ),
    ],
)
def test_two_results_of_one_vote_are_a_conflict(one: str, other: str, about: str) -> None:
    sets_apart(parted(one, other), one, other, about)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_PASSED, "The water bill passed the Delta Assembly by 222 votes to 190."),
        (
            "The Delta Assembly rejected the sluice bill 222-190.",
            "The Delta Assembly rejected the sluice bill 190-222.",
        ),
        (
            "The House passed the Delta water bill 222-190.",
            "The Senate passed the Delta water bill 220-190.",
        ),
        (_PASSED, "An amendment to the water bill passed the Delta Assembly 220-191."),
        (_PASSED, "In committee the Delta water bill passed 21-19."),
        (_PASSED, "The Delta Assembly passed the school bill 220-191."),
        (_PASSED, "The Delta Assembly had passed an earlier water bill 220-190."),
        (
            _PASSED,
            "The Delta Assembly passed the water bill 222-190. On the harbour it voted 220-190 for a water levy.",
        ),
        (
            "The Orm Senate voted 52-48 to clear Kerr of theft.",
            "The Orm Senate voted 53-47 to clear Marr of a veto of harbour tolls.",
        ),
        (
            "The Orm Senate voted 52-48 on Monday to strip the sluice money from the harbour bill.",
            "The Orm Senate voted 51-49 on Monday to keep the sluice money in the harbour bill.",
        ),
        (
            "The Orm appeals court ruled 2-1 that the sluice toll holds.",
            "The Orm Supreme Court ruled 3-1 that the sluice toll holds.",
        ),
        (
            "The court ruled 5-4 that the Orm dredging ban is lawful.",
            "The court ruled 6-3 that the Orm fishing ban is lawful.",
        ),
        (
            "The Orm budget committee voted 7-2 for the sluice plan at the harbour.",
            "The Orm planning committee voted 6-3 for the sluice plan at the harbour.",
        ),
        (
            "The council voted 14-1 on the Lidva harbour truce on Monday.",
            "The council voted 13-1 on the Lidva harbour truce on Friday.",
        ),
        (
            "A Harn draft on the Lidva harbour truce failed 5-4 in the Security Council.",
            "An Orm draft on the Lidva harbour truce failed 6-3 in the Security Council.",
        ),
        (
            "A jury in Harn voted 10-2 for death in the harbour murder trial.",
            "A jury in Lidva voted 11-1 for death in the harbour murder trial.",
        ),
        (
            "The Harn Senate voted 22-10 for the harbour ban with no exception.",
            "The Orm Senate voted 21-10 for the harbour ban with no exception.",
        ),
        (
            "The Orm Senate passed the sluice bill 52-48.",
            "The leader predicted that the Orm Senate passes the sluice bill by 53 votes to 47.",
        ),
        (
            "Council members voted 3-2, 4-1 and 5-0 on the sluice tolls of the harbour.",
            "Council members voted 4-1 on the sluice tolls of the harbour.",
        ),
    ],
)
def test_the_same_result_and_results_of_two_votes_are_none(one: str, other: str) -> None:
    assert parted(one, other) == ()


def test_a_report_that_lists_many_votes_is_set_against_none() -> None:
    many = " ".join(f"The Delta Assembly passed the water bill {n}-190." for n in range(222, 300))
    assert parted(_PASSED.replace("222", "305"), many) == ()
