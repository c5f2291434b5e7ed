from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rashomon.dossier import marking
from rashomon.dossier.marking import Place, blocks
from rashomon.records import Attribution, AttributionKind, Passage, Reading, Report, Span, Speaker, Voice
from tests.dossier import made


def read(text: str, passages: list[Passage], spans: list[tuple[Span, Span]]) -> tuple[Report, Reading]:
    report = Report("1f", "1f00", "mill", text, tuple(passages))
    attributions = tuple(
        Attribution((source,), (), (content,), AttributionKind.DIRECT, 1.0, Speaker(None, ""))
        for source, content in spans
    )
    return report, Reading("1f", "made", (), attributions, ())


def test_parts_anchors_and_numbers_stand_where_they_belong() -> None:
    _, report, reading = made.GULL
    start = report.text.index("The lamp")
    end = start + len("The lamp will stay lit until we are heard")
    found = blocks(report, reading, [Place(start, end, 7)])
    assert [b.voice for b in found] == [Voice.HEADLINE, Voice.BODY, Voice.BODY]
    pieces = [p for b in found for p in b.pieces]
    (anchored,) = [p for p in pieces if p.anchor]
    assert anchored.start == start
    assert anchored.content
    (ended,) = [p for p in pieces if p.ends]
    assert (ended.end, ended.ends) == (end, (7,))
    assert [p.text for p in pieces if p.cue] == ["said", "claimed"]
    assert [p.text for p in pieces if p.source] == ["Odile Marsh, the keeper", "A sailor"]


def test_comments_are_not_shown() -> None:
    _, report, reading = made.GULL
    shown = "".join(p.text for b in blocks(report, reading, []) for p in b.pieces)
    assert "barnacle" not in shown


def test_a_very_long_text_is_shown_around_what_is_marked() -> None:
    text = "x" * 5_000_000 + "the lamp" + "y" * 5_000_000
    span = Span(5_000_000, 5_000_008)
    report, reading = read(text, [Passage(Voice.BODY, 0, len(text))], [(span, span)])
    (block,) = blocks(report, reading, [Place(span.start, span.end, 1)])
    shown = "".join(p.text for p in block.pieces)
    assert "xthe lampy" in shown
    assert len(shown) == 3 * marking.AROUND + len("the lamp")
    assert sum(p.end - p.start for p in block.pieces) == len(text)
    assert [p.left_out for p in block.pieces].count(True) == 2


@given(st.data())
def test_pieces_give_the_text_of_every_passage_unchanged(data: st.DataObject) -> None:
    text = data.draw(st.text(max_size=40))
    at = st.integers(0, len(text))
    spans = st.tuples(at, at).map(lambda pair: Span(*sorted(pair)))
    edges = sorted(data.draw(st.sets(at)))
    passages = [Passage(Voice.BODY, a, b) for a, b in pairwise(edges)]
    report, reading = read(text, passages, data.draw(st.lists(st.tuples(spans, spans), max_size=5)))
    places = [Place(s.start, s.end, n) for n, s in enumerate(data.draw(st.lists(spans, max_size=5)), 1)]
    found = blocks(report, reading, places)
    assert ["".join(p.text for p in b.pieces) for b in found] == [text[p.start : p.end] for p in passages]
    for block in found:
        for piece in block.pieces:
            inside = [
                a
                for a in reading.attributions
                for s in a.content
                if s.start <= piece.start and piece.end <= s.end
            ]
            assert piece.content == bool(inside)
