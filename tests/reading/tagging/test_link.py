"""The linker's input, taken for many pairs at once, against one pair after another; and what it does with few spans."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.models import model_path
from rashomon.reading.tagging.decode import PARTS, TokenSpan
from rashomon.reading.tagging.link import (
    FEATURES,
    NEAREST,
    Link,
    Linker,
    Surroundings,
    candidates,
    of_kind,
    pairs,
    span_states,
)
from rashomon.reading.tagging.tokens import NEWLINE, QUOTE_CLOSE, QUOTE_CONTINUES, QUOTE_OPEN, Tokens

FULL_STOP = 1012

STEPS = st.lists(st.tuples(st.sampled_from(PARTS), st.integers(0, 9), st.integers(1, 5)), max_size=30)
"""Spans in order: the kind of each, how many tokens before it and how many in it."""


def text_and_spans(steps: list[tuple[str, int, int]], seed: int) -> tuple[Tokens, list[TokenSpan]]:
    spans, at = [], 0
    for kind, gap, length in steps:
        spans.append(TokenSpan(kind, at + gap, at + gap + length, 0.9))
        at += gap + length
    drawn = np.random.default_rng(seed)
    ids = drawn.choice([NEWLINE, FULL_STOP, 2000, 2001], at)
    quote = drawn.integers(0, 8, at)
    places = np.arange(at)
    return Tokens(ids, places, places + 1, np.zeros(at, dtype=np.int64), quote, ((0, at),)), spans


def one_by_one(tokens: Tokens, spans: list[TokenSpan], a: TokenSpan, b: TokenSpan) -> list[float]:
    first, last = (a.last, b.first) if a.first < b.first else (b.last, a.first)
    between = range(first, max(first, last))
    begun = [sum(s.kind == kind and s.first in between for s in spans) for kind in PARTS]
    newlines = sum(tokens.ids[i] == NEWLINE for i in between)
    ends = sum(tokens.ids[i] == FULL_STOP for i in between)
    marks = sum(tokens.quote[i] in (QUOTE_OPEN, QUOTE_CLOSE, QUOTE_CONTINUES) for i in between)
    return [
        float(a.first < b.first),
        math.log1p(len(between)) / 6,
        float(len(between) == 0),
        float(len(between) <= 2),
        float(newlines == 0),
        min(newlines, 4) / 4,
        min(ends, 4) / 4,
        min(marks, 4) / 4,
        *(min(n, 3) / 3 for n in begun),
        min(b.last - b.first, 20) / 20,
    ]


@given(STEPS, st.integers(0, 2**32 - 1))
def test_pairs_are_described_as_each_would_be_alone(steps: list[tuple[str, int, int]], seed: int) -> None:
    tokens, spans = text_and_spans(steps, seed)
    cues, sources = of_kind(spans, "cue"), of_kind(spans, "source")
    near = [candidates(spans, i, sources) for i in cues]
    asked = pairs(Surroundings(tokens, spans), spans, cues, near)
    assert asked["features"].shape == (len(cues), NEAREST, FEATURES)
    for row, (i, options) in enumerate(zip(cues, near, strict=True)):
        assert asked["near"][row, : len(options)].tolist() == options
        assert asked["absent"][row].tolist() == [column >= len(options) for column in range(NEAREST)]
        for column, j in enumerate(options):
            wanted = one_by_one(tokens, spans, spans[i], spans[j])
            assert asked["features"][row, column] == pytest.approx(wanted, abs=1e-6)


@given(STEPS.filter(bool), st.integers(0, 2**32 - 1))
def test_states_of_spans_are_first_last_and_mean(steps: list[tuple[str, int, int]], seed: int) -> None:
    tokens, spans = text_and_spans(steps, seed)
    states = np.random.default_rng(seed).normal(size=(len(tokens), 6)).astype(np.float32)
    for s, row in zip(spans, span_states(states, spans), strict=True):
        own = states[s.first : s.last]
        assert row.tolist() == [*own[0].tolist(), *own[-1].tolist(), *own.mean(0).tolist()]


@pytest.fixture(scope="module")
def linker() -> Linker:
    return Linker.load(model_path("linker.onnx"))


@pytest.mark.parametrize(
    "kinds",
    [[], ["source"], ["cue"], ["content"], ["source", "cue"], ["cue", "content"], ["source", "content"]],
)
def test_what_a_span_picks_is_of_the_kind_it_picks_and_none_where_there_is_none(
    linker: Linker, kinds: list[str]
) -> None:
    tokens, spans = text_and_spans([(kind, 2, 2) for kind in kinds], 0)
    states = np.random.default_rng(0).normal(size=(len(tokens), 384)).astype(np.float32)
    links = linker.links(tokens, states, spans)
    assert len(links) == len(spans)
    picks = {"cue": "source", "content": "cue"}
    for span, link in zip(spans, links, strict=True):
        if picks.get(span.kind) not in kinds:
            assert link == Link(None, 1.0)
        else:
            assert link.to is None or spans[link.to].kind == picks[span.kind]
