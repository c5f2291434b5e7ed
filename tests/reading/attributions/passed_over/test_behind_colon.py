"""Quotations behind a colon, of whoever rejects something right before it."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.nesting import find
from rashomon.records import Span
from tests.reading.stub import Told, tagger


def read(text: str, *told: Told) -> list[tuple[str, str, str]]:
    found, _ = find(text, [Span(0, len(text))], (), tagger(text, *told))

    def words(spans: tuple[Span, ...]) -> str:
        return " … ".join(text[s.start : s.end] for s in spans)

    return [(words(f.source), words(f.cue), words(f.content)) for f in found]


@pytest.mark.parametrize(
    ("text", "cue", "content", "said"),
    [
        ("Kerr dismissed that: “He was never less tired.” It rained.", "dismissed", "that", "“He was never less tired.”"),
        ("Kerr rejected the charge on Monday: \"We shut it at noon.\"", "rejected", "the charge",
         "\"We shut it at noon.\""),
    ],
)  # fmt: skip
def test_what_is_said_behind_a_colon_is_whose_who_rejects(
    text: str, cue: str, content: str, said: str
) -> None:
    found = read(text, Told("Kerr", cue, [content]))
    assert sorted(found) == [("Kerr", ":", said), ("Kerr", cue, content)]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Kerr dismissed that. “He was never less tired.”", "dismissed", "that"),
        ("Kerr dismissed the book: “The Tide”.", "dismissed", "the book"),
        ("Kerr dismissed that: “He was never less tired, he said.", "dismissed", "that"),
        ("Kerr left that: “He was never less tired.”", "left", "that"),
    ],
)
def test_what_is_nobodys_stays_so(text: str, cue: str, content: str) -> None:
    assert all(c != ":" for _, c, _ in read(text, Told("Kerr", cue, [content])))


def test_a_quotation_that_somebody_has_stays_theirs() -> None:
    text = "Kerr dismissed that: “He was never less tired,” Lund said."
    told = (Told("Kerr", "dismissed", ["that"]), Told("Lund", "said", ["“He was never less tired,”"]))
    assert read(text, *told) == [
        ("Kerr", "dismissed", "that"),
        ("Lund", "said", "“He was never less tired,”"),
    ]
