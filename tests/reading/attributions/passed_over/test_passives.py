"""Several who took one thing each in their way, and who turned down a claim."""

from __future__ import annotations

import pytest

from tests.reading.attributions.mended.test_next_voice import read
from tests.reading.stub import Told

ROW = (
    "A promise to reopen the mill was welcomed by the families, condemned by the mayor and called “hot air” by minister Finn"
    " Dyer, who left."
)


def test_each_of_a_row_is_whom_by_stands_before() -> None:
    promise = "A promise to reopen the mill"
    first = Told("the families", "was welcomed", [promise])
    called = Told("the mayor", "called", ["“hot air”"])
    assert sorted(read(ROW, first, called)) == [
        ("minister Finn Dyer", "called", ["“hot air”"]),
        ("the families", "was welcomed", [promise]),
        ("the mayor", "condemned", [promise]),
    ]
    assert sorted(read(ROW)) == [
        ("minister Finn Dyer", "called", ["“hot air”"]),
        ("the families", "welcomed", [promise]),
        ("the mayor", "condemned", [promise]),
    ]


def test_one_alone_is_left_to_the_tagger_and_what_is_said_to_who_says_it() -> None:
    assert read("A promise to reopen the mill was welcomed by the families.") == []
    assert read("The gate was closed by the mayor and rejected by a vote.") == []
    text = f"Oran Kerr said: {ROW}"
    whole = text[len("Oran Kerr said: ") :]
    assert [s for s, c, _ in read(text, Told("Oran Kerr", "said", [whole]))] == ["Oran Kerr"]


def test_who_turns_down_a_claim_does_so() -> None:
    text = "The suggestion that the mill could stay open was dismissed by Ms Keane. The mill was dismissed by nobody."
    assert read(text) == [("Ms Keane", "dismissed", ["that the mill could stay open"])]


@pytest.mark.parametrize(
    "text",
    [
        "She repeated a claim that the bill was rejected by the senate.",
        "The suggestion that the mill could stay open was rejected by Monday.",
        "The suggestion that the mill could stay open was rejected by a large majority.",
        "The minister told them the promise was welcomed by the families and praised by the mayor.",
        "The visa was denied by the embassy and rejected by the court.",
        "The convoy was welcomed by gunfire and condemned by the guards.",
    ],
)
def test_what_no_one_did_and_what_is_no_subject_are_left_alone(text: str) -> None:
    assert read(text) == []
