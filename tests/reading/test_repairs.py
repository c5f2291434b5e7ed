"""What the tagger gets wrong although the words beside tell."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions import Found
from rashomon.reading.nesting import find
from rashomon.records import Span
from tests.reading.stub import Told, tagger


def read(text: str, told: Told) -> Found:
    (one,) = find(text, [Span(0, len(text))], (), tagger(text, told))[0]
    return one


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[s.start : s.end] for s in spans]


def test_who_is_quoted_as_saying_something_says_it() -> None:
    text = "Ilona Marn was quoted as saying that the gate was shut."
    a = read(text, Told("", "was quoted as", ["Ilona Marn", "saying that the gate was shut"]))
    assert [words(text, part) for part in (a.source, a.cue, a.content)] == [
        ["Ilona Marn"],
        ["was quoted as saying"],
        ["that the gate was shut"],
    ]


@pytest.mark.parametrize(
    ("text", "narration", "quotation"),
    [
        ("“Come in,” Marn said, and soon the gate fell shut.", "and soon the gate fell shut", "“Come in,”"),
        ("“Come in,” Marn said, as the gate fell shut.", ", as the gate fell shut", "“Come in,”"),
        ("Asked about the gate, Marn said: “It fell.”", "Asked about the gate", "“It fell.”"),
    ],
)
def test_what_a_report_tells_around_a_quotation_is_not_quoted(
    text: str, narration: str, quotation: str
) -> None:
    assert words(text, read(text, Told("Marn", "said", [narration, quotation])).content) == [quotation]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("“The gate,” Marn said, and “the key” are gone.", ["“The gate,”", "and “the key” are gone"]),
        ("“The gate,” Marn said, was gone for good.", ["“The gate,”", "was gone for good"]),
        ("When the gate fell, Marn said, “we ran.”", ["When the gate fell", "“we ran.”"]),
    ],
)
def test_what_goes_on_with_a_quotation_stays(text: str, pieces: list[str]) -> None:
    assert words(text, read(text, Told("Marn", "said", pieces)).content) == pieces


@pytest.mark.parametrize(
    ("text", "cue", "content", "subject"),
    [
        ("The gate, she claimed, was shut.", "claimed", "was shut", ["she"]),
        ("A smith who hopes to mend it came.", "hopes", "to mend it", ["who"]),
        ("It is a thing the older gatekeepers said was lost.", "said", "was lost", ["the older gatekeepers"]),
        ("It is a thing Ilona Marn said was lost.", "said", "was lost", ["Ilona Marn"]),
        ("She was said to be ill.", "was said", "to be ill", []),
        ("It seems that she seemed to be ill.", "seemed", "to be ill", []),
        ("She allegedly broke the gate.", "allegedly", "broke the gate", []),
        ("Following reports that it fell, they came.", "reports", "that it fell", []),
        ("Marn came, saying that it fell.", "saying", "that it fell", []),
    ],
)
def test_the_subject_right_before_a_cue_that_somebody_does_is_its_source(
    text: str, cue: str, content: str, subject: list[str]
) -> None:
    assert words(text, read(text, Told("", cue, [content])).source) == subject


@pytest.mark.parametrize(
    ("text", "told", "source", "cue"),
    [
        (
            "Dan Marn at the Osmer Post said that it fell.",
            Told("Dan Marn at", "said", ["that it fell"]),
            ["Dan Marn at the Osmer Post"],
            ["said"],
        ),
        (
            "Marn in a letter said that it fell.",
            Told("Marn in", "said", ["that it fell"]),
            ["Marn"],
            ["said"],
        ),
        (
            "Marn said at the time that it fell.",
            Told("Marn", "said at the", ["that it fell"]),
            ["Marn"],
            ["said"],
        ),
        ("The report that it fell came.", Told("The", "report", ["that it fell"]), [], ["report"]),
    ],
)
def test_no_source_and_no_cue_ends_in_mid_phrase(
    text: str, told: Told, source: list[str], cue: list[str]
) -> None:
    a = read(text, told)
    assert (words(text, a.source), words(text, a.cue)) == (source, cue)


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("that it was negotiating with", "that it was negotiating with the Delta Assembly"),
        ("that it was", "that it was negotiating with the Delta Assembly"),
        ("that it was negotiating", "that it was negotiating"),
    ],
)
def test_a_content_does_not_end_in_mid_phrase(cut: str, whole: str) -> None:
    text = "Marn said that it was negotiating with the Delta Assembly, and left."
    assert words(text, read(text, Told("Marn", "said", [cut])).content) == [whole]
