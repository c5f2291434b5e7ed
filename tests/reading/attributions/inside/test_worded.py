"""Sayings inside contents that the words alone tell."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.attributions import Certainty, Found
from rashomon.reading.attributions.inside.worded import worded
from rashomon.reading.attributions.speech import is_speech, is_telling
from rashomon.reading.text.quotations import quotations
from rashomon.records import AttributionKind, Span


def inside(text: str) -> list[tuple[str, str, str, int | None]]:
    """What is found in the content that begins after the first colon, as words."""
    start = text.index(": ") + 2
    outer = Found((Span(0, 3),), (), (Span(start, len(text)),), AttributionKind.DIRECT, Certainty(1, 1, 1))
    found = worded(text, [outer], quotations(text, 0, len(text)))
    said = []
    for f in found:
        source, cue, content = (text[s.start : s.end] for s in (f.source[0], f.cue[0], f.content[0]))
        said.append((source, cue, content, f.inside))
    return said


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Lev: “No. Colonel Stahn told me on Sunday, in these words: ‘Not one shot.’ I believe him.”",
         "Colonel Stahn", "told", "‘Not one shot.’"),
        ("Lev: We waited. A senior guard had asked for «two more days and a priest» that night.",
         "A senior guard", "had asked", "«two more days and a priest»"),
        ("Lev: “Two people in your ministry are reported to have said that the order came late.”",
         "Two people in your ministry", "are reported to have said", "that the order came late"),
        ("Lev: “The ministry tells the capital that we are armed, and we carry hooks.”",
         "The ministry", "tells", "that we are armed"),
        ("Lev: “Koll’s lawyer explained that the order came late, but we had gone.”",
         "Koll’s lawyer", "explained", "that the order came late"),
        # Without marks, behind a colon.
        ("Lev: “Think of what Colonel Stahn said after the flood: We lost a bridge but not a river. We stay.”",
         "Colonel Stahn", "said", "We lost a bridge but not a river"),
    ],
)  # fmt: skip
def test_a_source_a_verb_and_what_was_said(text: str, source: str, cue: str, content: str) -> None:
    assert inside(text) == [(source, cue, content, 0)]


@pytest.mark.parametrize(
    "text",
    [
        "Lev: “I said that the order came late.”",
        "Lev: “If she says that the order came late, ask her.”",
        "Lev: “Nobody said that the order came late.”",
        "Lev: “She thinks that the order came late.”",
        "Lev: “She came. ‘Not one shot.’”",
        "Lev: We heard of it in his remarks ‘of hope and of peace’ last night.",
        "Lev: “It was as the notice said: Closed.”",
        "Lev: The gate was open, and anyone who claimed otherwise “was not there” that night.",
        "Lev: We heard the keepers saying “never again” to each other.",
        "Lev: “Had Stahn never said in the hall: We lost a bridge but not a river?”",
    ],
)
def test_what_nobody_else_said(text: str) -> None:
    assert inside(text) == []


def test_what_has_a_cue_already_is_not_found_twice() -> None:
    text = "Lev: “She said that the order came late.”"
    outer = Found((Span(0, 3),), (), (Span(5, len(text)),), AttributionKind.DIRECT, Certainty(1, 1, 1))
    cue = Span(text.index("said"), text.index("said") + 4)
    inner = Found(
        (), (cue,), (Span(cue.end + 1, len(text) - 2),), AttributionKind.INDIRECT, Certainty(1, 1, 1), 0
    )
    assert worded(text, [outer, inner], quotations(text, 0, len(text))) == []


def test_a_document_speaks_where_it_shows() -> None:
    assert is_speech("shows", "an internal review")
    assert not is_speech("shows", "a colleague")
    assert is_speech("concluded", "the court")


def test_inside_contents_deeds_of_words_are_told_too() -> None:
    assert is_telling("was charged with") and not is_speech("was charged with")
    assert is_telling("’s threats", "the minister")
    assert is_telling("made it clear")
    assert not is_telling("wants to attack", "the general")
    assert not is_telling("showed", "a colleague")
