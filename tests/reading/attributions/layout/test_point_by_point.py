"""Answers by points."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.layout.point_by_point import point_by_point
from rashomon.reading.text.quotations import quotations
from rashomon.records import Passage, Voice
from tests.reading.names.persons.test_people import mentions

POINTS = ("On the crack: “We saw it in March.”", "On the letter: “It never reached my desk.”")


def sources(above: str, *lines: str) -> list[list[str]]:
    text = "\n\n".join((above, *lines))
    out = point_by_point(
        text,
        [Passage(Voice.BODY, 0, len(text))],
        (),
        mentions(text, "Oran Kerr", "Anna Lind"),
        quotations(text),
    )
    assert all(text[s.start] == "“" and text[s.end - 1] == "”" for f in out for s in f.content)
    return [[text[s.start : s.end] for s in f.source] for f in out]


@pytest.mark.parametrize(
    ("above", "source"),
    [
        ("Oran Kerr answered the report.", ["Oran Kerr"]),
        ("Oran Kerr answered Anna Lind.", []),
        ("The town answered the report.", []),
        ("Oran Kerr was late.", []),
    ],
)
def test_they_are_whose_answers_the_paragraph_above_tells(above: str, source: list[str]) -> None:
    assert sources(above, *POINTS) == [source, source]


@pytest.mark.parametrize(
    "lines",
    [
        POINTS[:1],
        (POINTS[0], "The letter: “It never reached my desk.”"),
        (POINTS[0], "On the letter: “It never reached my desk,” he said."),
        ("On the radio: “Velvet Rain”", "On the town: “The Long Walk”"),
    ],
)
def test_one_alone_or_what_has_its_own_sayer_is_none(lines: tuple[str, ...]) -> None:
    assert sources("Oran Kerr answered the report.", *lines) == []
