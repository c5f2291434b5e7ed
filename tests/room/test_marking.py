"""What is marked is what the reading says, whatever the text holds."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.records import Attribution, AttributionKind, Reading, Report, Span, Speaker
from rashomon.room import answers
from rashomon.room.marking import AROUND, LONGEST, Piece, marked
from tests.ledger.making import Item, items

PARTS = ("source", "cue", "content")


def pieces_of(report: Report, reading: Reading, asked: Span | None = None) -> list[Piece]:
    found = marked(report, reading, asked)
    return [piece for passage in found for paragraph in passage.paragraphs for piece in paragraph.pieces]


@settings(max_examples=60, deadline=None)
@given(items())
def test_each_piece_is_in_exactly_the_spans_that_hold_its_characters(item: Item) -> None:
    _, report, reading = item
    pieces = pieces_of(report, reading)
    assert all(a.end <= b.start for a, b in pairwise(pieces)), "in order, each once"
    seen = "".join(piece.text for piece in pieces)
    assert re.sub(r"\s", "", seen) == re.sub(r"\s", "", report.text)
    for piece in pieces:
        assert piece.text == report.text[piece.start : piece.end]
        for part in PARTS:
            holding = {
                number
                for number, attribution in enumerate(reading.attributions)
                if any(s.start <= piece.start and piece.end <= s.end for s in getattr(attribution, part))
            }
            assert set(getattr(piece, part)) == holding


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_a_browser_can_count_the_characters_it_is_given(words: str) -> None:
    """Each character is itself, or an element that says for how many it stands."""
    shown = str(answers.text(words))
    hidden = re.findall(r'<i class="acts" data-chars="1"[^>]*>[^<]*</i>', shown)
    plain = unescape(re.sub(r"<i [^>]*>[^<]*</i>", "", shown))
    assert len(plain) + len(hidden) == len(words)


def test_a_line_of_ten_megabytes_is_shown_around_its_marks() -> None:
    text = "x " * 5_000_000
    spans = (Span(4_000_000, 4_000_010),)
    attribution = Attribution((), (), spans, AttributionKind.DIRECT, 0.9, Speaker(None, "nobody is named"))
    report = Report("1f", "1f00", "long", text, ())
    pieces = pieces_of(report, Reading("1f", "made", (), (attribution,), ()))
    assert sum(len(piece.text) for piece in pieces) < 6 * AROUND < LONGEST
    assert [p.text for p in pieces if p.content] == [text[4_000_000:4_000_010]]
    assert [a.end for a in pieces[:-1]] == [b.start for b in pieces[1:]]
    assert pieces[-1].end == len(text)
