"""What has a cue of saying and is none."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.nesting import find
from rashomon.records import Span
from tests.reading.stub import Told, tagger


def found(text: str, told: Told) -> int:
    return len(find(text, [Span(0, len(text))], (), tagger(text, told))[0])


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Hald said nothing.", "Hald", "said", "nothing"),
        ("Hald said no more.", "Hald", "said", "no more"),
        ("Hald said nothing at all on Monday.", "Hald", "said", "nothing at all"),
        ("What did the Front say about the dead?", "the Front", "say about", "the dead"),
        ("It burned.\n\nWhat do the owners say happened?", "the owners", "say", "happened"),
        ("How many boats did the Front say were lost?", "the Front", "say", "were lost"),
        ("The quake claimed 214 lives in Lidva.", "The quake", "claimed", "214 lives"),
        (
            "The fire has claimed the lives of nine people.",
            "The fire",
            "has claimed",
            "the lives of nine people",
        ),
        ("What was said\n\nIt burned.", "", "was said", "What"),
        ("Mayor hits back on Mastodon", "Mayor", "hits back on", "Mastodon"),
        ("What they’re saying: “It was late.”", "they", "’re saying:", "“It was late.”"),
        ("Let nobody say that it was shut.", "nobody", "say", "that it was shut"),
        ("Do not let them tell you that it was shut.", "them", "tell", "that it was shut"),
        (
            "The flood claimed at least thirty-one victims.",
            "The flood",
            "claimed",
            "at least thirty-one victims",
        ),
    ],
)
def test_no_saying(text: str, source: str, cue: str, content: str) -> None:
    assert found(text, Told(source, cue, [content])) == 0


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Hald said nothing was lost.", "Hald", "said", "nothing was lost"),
        ("What the Front did say was that nine died.", "the Front", "did say", "that nine died"),
        ("Why did the Front say that nine died?", "the Front", "say", "that nine died"),
        ("Hald claimed that lives were lost.", "Hald", "claimed", "that lives were lost"),
        ("Hald claimed 214 lives were lost.", "Hald", "claimed", "214 lives were lost"),
        ("Let me say that it was shut.", "me", "say", "that it was shut"),
        ("The outlet Koll said that it was shut.", "Koll", "said", "that it was shut"),
        ("The Front claimed responsibility.", "The Front", "claimed", "responsibility"),
    ],
)
def test_a_saying(text: str, source: str, cue: str, content: str) -> None:
    assert found(text, Told(source, cue, [content])) == 1


def test_whom_somebody_let_say_it_said_it() -> None:
    assert found("They let her explain that it was shut.", Told("her", "explain", ["that it was shut"])) == 1
