"""How far what is said inside a content goes."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.nesting import find
from rashomon.records import AttributionKind, Span
from tests.reading.stub import Told, tagger


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[s.start : s.end] for s in spans]


@pytest.mark.parametrize(
    ("inner", "kept"),
    [
        ("nine. I do not know who is right", "nine"),
        (
            "“nine” on Monday and “ten” on Friday. By next week it will be “twenty”",
            "“nine” on Monday and “ten” on Friday",
        ),
        ("“nine. And more will die” on Monday", "“nine. And more will die” on Monday"),
    ],
)
def test_what_follows_in_the_speakers_own_voice_is_not_of_whom_they_speak_of(inner: str, kept: str) -> None:
    text = f"Sall said: «Our people wait. The mayor says {inner}.» Then he left."
    whole = text[text.index("«") : text.index("»") + 1]
    told = Told("The mayor", "says", [inner])
    outer, mayor = find(text, [Span(0, len(text))], (), tagger(text, Told("Sall", "said", [whole]), told))[0]
    assert words(text, outer.content) == [whole]
    assert words(text, mayor.content) == [kept]


@pytest.mark.parametrize("inner", ["‘The fire will reach you.’ You forgot", "‘The fire will reach you."])
def test_a_quotation_inside_another_ends_at_its_mark(inner: str) -> None:
    text = "“He said: ‘The fire will reach you.’ You forgot,” Marn told them."
    told = (
        Told("Marn", "told", ["“He said: ‘The fire will reach you.’ You forgot,”"]),
        Told("He", "said", [inner], inner=True),
    )
    _, inside = find(text, [Span(0, len(text))], (), tagger(text, *told))[0]
    assert words(text, inside.content) == ["‘The fire will reach you.’"]
    assert inside.kind is AttributionKind.DIRECT


def test_what_is_said_beyond_the_first_sentence_stands_inside_the_one_around() -> None:
    text = "Sall said: «The mayor says nine. The clinic told us that ten had died.» Then he left."
    whole = text[text.index("«") : text.index("»") + 1]
    told = [
        Told("Sall", "said", [whole]),
        Told("The mayor", "says", ["nine. The clinic told us that ten had died"]),
        Told("The clinic", "told", ["that ten had died"]),
    ]
    found = find(text, [Span(0, len(text))], (), tagger(text, *told))[0]
    assert [(words(text, f.source), f.inside) for f in found] == [
        (["Sall"], None),
        (["The mayor"], 0),
        (["The clinic"], 0),
    ]
