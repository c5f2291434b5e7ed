"""For whom the labels of turns stand."""

from __future__ import annotations

import re

from rashomon.reading.attributions.attributions import Certainty, Found
from rashomon.reading.names.persons.people import people
from rashomon.reading.speakers.labels import labels
from rashomon.records import AttributionKind, Span
from tests.reading.names.persons.test_people import mentions

SURE = Certainty(1, 1, 1)


def answers(text: str, *names: str) -> str | None:
    """Who is said to answer, of lines that begin with a letter and are not signed."""
    found = [
        Found((Span(*m.span(1)),), (Span(*m.span(2)),), (Span(*m.span(3)),), AttributionKind.DIRECT, SURE)
        for m in re.finditer(r"^([QA])(\.) ([^—\n]+)$", text, re.M)
    ]
    told = labels(text, found, people(text, mentions(text, *names)), ())
    return told["A"].name if "A" in told else None


def test_who_is_named_above_an_interview_answers() -> None:
    text = "We met Ada Lind.\n\nQ. Is it late?\nA. It is.\nQ. Why?\nA. I slept."
    assert answers(text, "Ada Lind") == "Ada Lind"


def test_nobody_does_in_a_column_whose_questions_are_signed() -> None:
    text = "Letters.\n\nQ. Is it late? — Tom Kerr, Harn\nA. It is.\nQ. Why?\nA. I slept."
    assert answers(text, "Tom Kerr") is None
    assert answers(f"Ada Lind was jailed.\n{text}", "Ada Lind") is None
