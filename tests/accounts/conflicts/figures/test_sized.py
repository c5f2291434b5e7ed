"""Sums that tell how large a bill or a package is."""

from __future__ import annotations

import pytest

from rashomon.accounts.conflicts.figures.sides import Events
from rashomon.accounts.conflicts.figures.sized import sized
from rashomon.accounts.records import Conflict
from rashomon.accounts.story import accounts
from tests.accounts.telling import report, told


def parted(*texts: str) -> tuple[Conflict, ...]:
    return sized(Events(told([report(f"Gull {n}", text) for n, text in enumerate(texts)])))


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        (
            "The Assembly passed the $1.2 trillion harbour bill.",
            "A vote on the nearly $1 trillion joint harbour package is set for Monday.",
            "how large the harbour package is",
        ),
        (
            "Kerr may sign the $600 million measure for the harbour.",
            "The Union has read the $500 million harbour plan.",
            "how large the harbour plan is",
        ),
        (
            "The mill fears a $30 million oil fine.",
            "The mill must pay a $40 million oil fine.",
            "how large the oil fine is",
        ),
    ],
)
def test_what_a_sum_is_the_size_of_stands_behind_it(one: str, other: str, about: str) -> None:
    (conflict,) = parted(one, other)
    assert {m.side for m in conflict.members} == {0, 1}
    assert conflict.about == about
    assert "e+" not in conflict.why
    assert conflict in accounts(told([report("Gull 0", one), report("Gull 1", other)])).conflicts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The $1.2 trillion harbour bill passed.", "The $3 trillion harbour bill passed."),
        ("The $1.25 trillion harbour bill passed.", "The $1.3 trillion harbour bill passed."),
        ("The $1.2 trillion harbour bill passed.", "The $1 trillion school bill passed."),
        ("The $1.2 trillion harbour bill passed.", "Last year a $1 trillion harbour bill passed."),
        ("The Guild’s $1.2 trillion harbour bill passed.", "The Union’s $1 trillion harbour bill failed."),
        (
            "The $1.2 trillion harbour bill passed, $1 trillion of it for the locks.",
            "The $1 trillion harbour bill passed.",
        ),
        ("The Senate read a $1.2 trillion harbour bill.", "The House passed a $1 trillion harbour bill."),
        ("The Democrats read a $1.2 trillion harbour bill.", "Republicans have a $1 trillion harbour bill."),
        ("It was cut to a $1 trillion harbour bill.", "It is a $1.2 trillion harbour bill."),
        (
            "He wants a $1.5 billion harbour plan over ten years.",
            "He wants a $1.2 billion harbour plan over eight years.",
        ),
        (
            "It agreed to a $30 million oil settlement with Osk.",
            "It has a $40 million oil settlement with Lund.",
        ),
        ("The Guild has a $20 million ferry contract.", "The Union has a $25 million ferry contract."),
        ("The $600 million harbour bill passed.", "He wants $500 million for the harbour bill."),
    ],
)
def test_sums_of_two_bills_rounded_ones_and_parts_do_not_part(one: str, other: str) -> None:
    assert parted(one, other) == ()
