"""What stands beside a source or a quotation and is none of it."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.attributions import Certainty, Found
from rashomon.reading.attributions.mended.told_besides import apart_from_besides
from rashomon.reading.text.quotations import quotations
from rashomon.records import AttributionKind, Span
from tests.reading.speakers.test_not_meant import said


@pytest.mark.parametrize(
    ("text", "source", "cue", "who"),
    [
        (
            "After the broadcast the ministry called to say that it was late.",
            "the broadcast",
            "called",
            "the ministry",
        ),
        ("Following the vote, Anna Kerr told us that it was late.", "the vote", "told", "Anna Kerr"),
        ("After the engineer the ministry said that it was late.", "the engineer", "said", "the engineer"),
        ("The meeting the ministry held told us that it was late.", "The meeting", "told", "The meeting"),
    ],
)
def test_an_occasion_says_nothing(text: str, source: str, cue: str, who: str) -> None:
    spans = [Span(at := text.index(part), at + len(part)) for part in (source, cue, "that it was late")]
    made = Found((spans[0],), (spans[1],), (spans[2],), AttributionKind.INDIRECT, Certainty(1, 1, 1))
    (kept,) = apart_from_besides(text, made, quotations(text)).source
    assert text[kept.start : kept.end] == who


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        (
            "that the sluice was «free and dry», a formula that was mocked",
            "that the sluice was «free and dry»",
        ),
        ("that it was “a wound,” a word he had used before", "that it was “a wound,”"),
        ("that it was “a wound”, and the river knew it", "that it was “a wound”, and the river knew it"),
        ("that it was “a wound”, a sore that festers", "that it was “a wound”, a sore that festers"),
    ],
)
def test_what_is_told_of_the_words_is_none_of_them(content: str, kept: str) -> None:
    text = f"The minister had tweeted {content}."
    made = said(text, "The minister", "had tweeted", content)
    (piece,) = apart_from_besides(text, made, quotations(text)).content
    assert text[piece.start : piece.end] == kept


@pytest.mark.parametrize(
    ("beside", "cue", "who"),
    [
        ("backed by Senator Anna Kerr,", "would", "The recent mill bill"),
        ("backed by Senator Anna Kerr,", "calls", "The recent mill bill"),
        ("written last week and backed by the mayor, Senator Anna Kerr,", "would", "Senator Anna Kerr,"),
        ("written last week and backed by Senator Anna Kerr,", "says", "The recent mill bill"),
        ("as told by Senator Anna Kerr,", "would", "Senator Anna Kerr,"),
    ],
)
def test_by_whom_something_is_done_does_not_do_what_it_would(beside: str, cue: str, who: str) -> None:
    text = f"It rained. The recent mill bill, {beside} {cue} ban mills."
    made = said(text, "Senator Anna Kerr,", cue, "ban mills")
    (kept,) = apart_from_besides(text, made, quotations(text)).source
    assert text[kept.start : kept.end] == who


def test_where_the_sentence_has_its_verb_before_it_is_by_who_speaks() -> None:
    text = "The mill was shut, surrounded by Senator Anna Kerr, says Lind."
    made = said(text, "Senator Anna Kerr,", "says", "Lind")
    assert apart_from_besides(text, made, quotations(text)).source == made.source
