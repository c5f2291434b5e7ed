"""Whose saying a participle holds."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.attributions import Certainty, Found
from rashomon.reading.attributions.passed_over.participles import with_whose_participle
from rashomon.records import AttributionKind, Span


def found(text: str, cue: str, content: str, source: str = "") -> Found:
    spans = [Span(at, at + len(words)) for words in (cue, content) for at in [text.index(words)]]
    who = (Span(text.index(source), text.index(source) + len(source)),) if source else ()
    return Found(who, (spans[0],), (spans[1],), AttributionKind.INDIRECT, Certainty(1, 1, 1))


@pytest.mark.parametrize(
    ("text", "seen", "whose"),
    [
        ("Kerr was criticised on Monday for saying it was safe.", "", "Kerr"),
        ("Lind criticised Kerr on Monday for saying it was safe.", "Lind", "Kerr"),
        ("Kerr was attacked by Lind on Monday for saying it was safe.", "Lind", "Kerr"),
        ("The mayor was fired by the council for saying it was safe.", "the council", "The mayor"),
        ("Lind scolded him for saying it was safe.", "Lind", "him"),
        ("Oran Kerr, who was jailed in 2030 for saying it was safe, came.", "", "who"),
        ("Lind accused Kerr of saying it was safe.", "", "Kerr"),
        ("Lind showed a clip of Oran Kerr saying it was safe.", "Lind", "Oran Kerr"),
        ("Lind sat with Kerr saying it was safe.", "Kerr", "Kerr"),
        ("Lind left after saying it was safe.", "Lind", "Lind"),
        ("Kerr apologised for saying it was safe.", "Kerr", "Kerr"),
    ],
)
def test_who_is_taken_to_task_for_saying_something_says_it(text: str, seen: str, whose: str) -> None:
    (f,) = with_whose_participle(text, [found(text, "saying", "it was safe", seen)])
    assert [text[s.start : s.end] for s in f.source] == [whose]


def test_what_goes_on_behind_it_is_theirs_too() -> None:
    text = "Lind showed a clip of Oran Kerr saying it was safe and lamenting the delay."
    out = with_whose_participle(
        text, [found(text, "lamenting", "the delay", "Lind"), found(text, "saying", "it was safe", "Lind")]
    )
    assert [text[s.start : s.end] for f in out for s in f.source] == ["Oran Kerr", "Oran Kerr"]
