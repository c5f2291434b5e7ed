"""Results of votes: two counts, and on which side they were cast; what only looks like one is none."""

from __future__ import annotations

import pytest

from rashomon.reading.figures.votes import votes
from rashomon.records import Span
from tests.reading.figures.test_figures import read


def counts(text: str) -> list[tuple[float | None, str | None]]:
    """The counts of votes among a text's figures, with their events."""
    return [(f.best, f.event) for f in read(text) if f.unit == "vote"]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The Assembly passed the sluice bill 222-190.", 222, 190),
        ("The Assembly passed the sluice bill on Friday, 222 to 190.", 222, 190),
        ("The Senate confirmed Kerr by a vote of 52 to 48.", 52, 48),
        ("The motion was carried by 52 votes to 48.", 52, 48),
        ("The deputies voted 220–190 to raise the toll.", 220, 190),
        ("In a narrow 5-4 ruling, the court let the dam stand.", 5, 4),
        ("The court ruled five to four that the dam may stand.", 5, 4),
        ("The vote, held behind closed doors, was 1,345-46.", 1345, 46),
        ("The Assembly rejected the bill 190-222.", 190, 222),
        ("Of the members 141 voted in favour and five against.", 141, 5),
        ("The bill passed the House 214-207.", 214, 207),
        ("The bill cleared the House along party lines, 214-207.", 214, 207),
    ],
)
def test_a_result_is_two_counts_for_and_against(text: str, first: int, second: int) -> None:
    assert counts(text) == [(first, "voted for"), (second, "voted against")]
    assert all(f.unit == "vote" for f in read(text) if f.best in (first, second)), "neither is read twice"


def test_against_behind_it_turns_the_sides_round() -> None:
    assert counts("The vote was 51-49 against the dam.") == [(51, "voted against"), (49, "voted for")]


def test_who_was_for_what_the_larger_side_turned_down_is_not_told() -> None:
    assert counts("The Assembly rejected the bill 222-190.") == [(222, "voted"), (190, "voted")]


@pytest.mark.parametrize(
    "text",
    [
        "The Council approved the 2010-2015 budget.",
        "The Council approved the budget for 2010-2015.",
        "Since 9-11 the House has passed many bills, and a 9-11 ruling stands.",
        "Harn won 3-1 against Lidva.",
        "Harn defeated the House team 3-1 in the cup.",
        "The match ended in a 2-1 decision for Harn.",
        "To vote, call 555-0123 or 0800-555-012.",
        "The board approved the vaccine for children 5-11.",
        "The committee confirmed the visit for June 11-13.",
        "Torvena voted 52% to 48% to leave the Union.",
        "Torvena voted 52-48 in the referendum.",
        "In a poll 52 to 48 voted for Kerr.",
        "The committee passed 12 to 15 times as many bills.",
        "As a consequence of the ruling, 7,000 to 9,000 women lost it.",
        "The toll rose 16,000 to 744,000.",
        "The court's 6-3 majority is new.",
        "They voted between 10 and 12.",
        "The committee voted on 3-4 April.",
        "The vote, 12-14 June, is open.",
        "The House voted on 9-11 anniversary.",
        "The Parliament adopted Resolution 12-14.",
        "The House passed a law raising it 18 to 21.",
        "The board confirmed 20-30, the most since May.",
        "Under House rules 3-5, he may speak.",
        "He needs 10-15 votes, and Kerr has 50 to 60 votes in the Senate.",
        "Harn won a 3-2 split decision.",
        "The senator advanced 6-4 at tennis.",
        "The lawmakers voted by 2 to 1 margins.",
        "The council received 212 letters in favour of the dam and 305 against.",
        "Kerr was fined 40 for 20 against the rules.",
        "The club has 30 goals for and 20 against.",
    ],
)
def test_scores_years_ages_dates_and_shares_are_no_votes(text: str) -> None:
    assert counts(text) == []


def test_results_that_are_listed_are_all_read() -> None:
    text = "Members voted 3-2, 4-1 and 5-0 on the tolls."
    assert [v.first for v in votes(text, Span(0, len(text)))] == [Span(14, 15), Span(19, 20), Span(27, 28)]


def test_a_table_of_numbers_is_no_list_of_votes() -> None:
    assert counts("The House voted " + "1-1 " * 50) == [(1, "voted for"), (1, "voted against")]
    assert counts("The House voted " + "5-4, " * 50) == []


def test_of_two_that_stand_for_election_neither_is_voted_against() -> None:
    assert counts("Kerr was elected by 12 votes to 8.") == [(12, "voted"), (8, "voted")]


def test_a_sentence_may_tell_of_two_votes() -> None:
    text = "The bill passed 65-35 in the Senate, and 254 to 175 a few hours later in the House."
    assert [text[v.first.start : v.second.end] for v in votes(text, Span(0, len(text)))] == [
        "65-35",
        "254 to 175",
    ]
