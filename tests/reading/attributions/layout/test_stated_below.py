"""What a report gives in full below a line that says so."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.nesting import find
from rashomon.records import Passage, Span, Voice
from tests.reading.stub import Told, tagger

LEAD = "The mayor’s office spoke on Monday. Mr Kerr’s statement in full:"
FIRST = "The bridge was checked in March. It was found to be safe."
SECOND = "We are working with the police."
BEHIND = "The statement was taken down. The police would not comment."


def found(*paragraphs: str, told: tuple[Told, ...] = ()) -> list[tuple[str, str]]:
    text = "\n\n".join(paragraphs)
    every = find(text, [Span(0, len(text))], (), tagger(text, *told), [Passage(Voice.BODY, 0, len(text))])[0]
    return [
        (
            "".join(text[s.start : s.end] for s in f.source),
            "".join(text[s.start : s.end] for s in f.content),
        )
        for f in every
        if f.inside is None
    ]


def test_it_ends_where_somebody_last_speaks_of_himself() -> None:
    assert found(LEAD, FIRST, SECOND, BEHIND) == [("Mr Kerr", f"{FIRST}\n\n{SECOND}")]


def test_what_another_said_is_the_report_s_own() -> None:
    told = "The company said we had been there."
    assert found(LEAD, FIRST, SECOND, told) == [("Mr Kerr", f"{FIRST}\n\n{SECOND}")]


def test_it_ends_with_who_signs_it() -> None:
    assert found(LEAD, FIRST, SECOND, BEHIND, "Dana Orr, minister of transport") == [
        ("Dana Orr", f"{FIRST}\n\n{SECOND}\n\n{BEHIND}")
    ]


def test_a_piece_of_it_is_not_said_again() -> None:
    told = Told("The mayor’s office", "spoke", ["The bridge was checked in March."])
    assert found(LEAD, FIRST, SECOND, told=(told,)) == [("Mr Kerr", f"{FIRST}\n\n{SECOND}")]


@pytest.mark.parametrize(
    "paragraphs",
    [
        (LEAD, FIRST, BEHIND),  # nobody speaks of himself
        ("The mayor’s office spoke on Monday:", FIRST, SECOND),
        ("The mayor answered in full", FIRST, SECOND),
        (LEAD, f"“{FIRST}”", SECOND),
    ],
)
def test_what_nothing_tells_to_be_a_statement_is_none(paragraphs: tuple[str, ...]) -> None:
    assert all(FIRST not in content or "“" in content for _, content in found(*paragraphs))
