"""Which spans hold which, against looking at all of them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rashomon.reading.text.edges import LONG, Holders, Letters, Stretches, bare, joined, letters
from rashomon.records import Span, overlap

spans = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(st.lists(spans, max_size=12), spans)
def test_holders_are_those_that_hold(outer: list[Span], inner: Span) -> None:
    found = list(Holders((s, i) for i, s in enumerate(outer)).of(inner))
    assert sorted(found) == [i for i, s in enumerate(outer) if s.start <= inner.start and inner.end <= s.end]
    starts = [outer[i].start for i in found]
    assert starts == sorted(starts, reverse=True), "the nearest first"


@given(st.lists(spans, max_size=12), spans)
def test_spans_that_meet_share_a_character(among: list[Span], other: Span) -> None:
    found = Holders((s, i) for i, s in enumerate(among)).meeting(other)
    assert sorted(found) == [i for i, s in enumerate(among) if s.start < other.end and other.start < s.end]
    assert [among[i] for i in found] == sorted(among[i] for i in found)


@given(st.lists(spans, max_size=12), spans)
def test_stretches_meet_what_shares_a_character_with_one_of_them(added: list[Span], other: Span) -> None:
    covered = Stretches()
    for s in added:
        covered.add([s])
    assert covered.meets(other) == any(overlap(s, other) for s in added)


@given(st.text("ab “”,.", max_size=40))
def test_joined_spans_have_letters_between_them(text: str) -> None:
    words = [Span(i, i + 1) for i, c in enumerate(text) if c == "a"]
    out = joined(text, words)
    assert all(any(c.isalnum() for c in text[s.end : t.start]) for s, t in pairwise(out))
    assert {i for s in out for i in range(s.start, s.end)} >= {s.start for s in words}


def test_bare_spans_have_no_marks_around_them() -> None:
    text = " “‘Go,’ she said.” "
    span = bare(text, Span(0, len(text)))
    assert text[span.start : span.end] == "Go,’ she said."


@given(
    st.text("aé1 ,.“", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4)
)
def test_letters_counted_once_are_those_of_the_spans(text: str, edges: list[tuple[int, int]]) -> None:
    spans = [Span(*sorted((min(a, len(text)), min(b, len(text))))) for a, b in edges]
    assert Letters(text).of(spans) == letters(text, spans)


def test_the_letters_of_a_long_span_are_counted_alike() -> None:
    text = "“We stay,” she said, 12 times. " * (LONG // 10)
    for span in (Span(3, LONG), Span(3, LONG + 3), Span(0, len(text))):
        assert letters(text, [span]) == sum(c.isalnum() for c in text[span.start : span.end])
