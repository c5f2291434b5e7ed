"""What an inquiry has found, told behind it."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.nesting import find
from rashomon.records import Span
from tests.reading.stub import Told, tagger

Parts = tuple[str, str, list[str], int | None]


def read(text: str, *told: Told) -> list[Parts]:
    found = find(text, [Span(0, len(text))], (), tagger(text, *told))[0]

    def words(spans: tuple[Span, ...]) -> list[str]:
        return [text[s.start : s.end] for s in spans]

    return [("".join(words(f.source)), "".join(words(f.cue)), words(f.content), f.inside) for f in found]


def test_what_an_inquiry_has_found_is_told_by_it() -> None:
    text = "Oran Kerr lied\n\nThe head of the bank lied to his board for years, an official inquiry into it has found.\n"
    lied = "The head of the bank lied to his board for years"
    assert read(text) == [("an official inquiry into it", "has found", [lied], None)]
    said = "Kerr wept. The head of the bank said that he was ill, an inquest heard."
    told = Told("The head of the bank", "said", ["that he was ill"])
    assert read(said, told) == [
        ("an inquest", "heard", ["The head of the bank said that he was ill"], None),
        ("The head of the bank", "said", ["that he was ill"], 0),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The head of the bank lied to the board for years, a report found on the floor says.",
        "The head of the bank lied to it, an inquiry found a year later.",
        "He lied, an inquiry found.",  # too short to be told from half a sentence
        "“The head of the bank lied to the board for years, an inquiry found.”",
    ],
)
def test_what_is_found_otherwise_is_no_finding(text: str) -> None:
    assert [p for p in read(text) if p[1] in ("found", "has found")] == []


def test_what_the_tagger_has_seen_is_left_to_it() -> None:
    text = "The mayor said the head of the bank had lied to his board, an inquiry found."
    told = Told("The mayor", "said", ["the head of the bank had lied to his board, an inquiry found"])
    assert [p[:2] for p in read(text, told) if p[3] is None] == [("The mayor", "said")]
