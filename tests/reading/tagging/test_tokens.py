"""Tokens, their offsets, features and windows."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.reading.tagging import tokens as t
from rashomon.records import Span


def whole(text: str) -> t.Tokens:
    return t.tokenise(text, [Span(0, len(text))])


def pieces(text: str, found: t.Tokens) -> list[str]:
    return [text[s:e] for s, e in zip(found.starts, found.ends, strict=True)]


def test_every_word_is_there_with_its_offsets_and_case() -> None:
    text = "Lévy told CNN in 2021:"
    found = whole(text)
    assert "".join(pieces(text, found)) == text.replace(" ", "")
    kinds = dict(zip(pieces(text, found), found.case.tolist(), strict=True))
    assert (kinds["told"], kinds["CNN"], kinds["2021"], kinds[":"]) == (
        t.CASE_LOWER,
        t.CASE_UPPER,
        t.CASE_DIGIT,
        t.CASE_OTHER,
    )


def test_a_run_of_newlines_is_one_token() -> None:
    found = whole("One.\n\n\nTwo.")
    assert found.ids.tolist().count(t.NEWLINE) == 1


def test_marks_tell_what_is_inside() -> None:
    text = "“We go,” he said."
    found = whole(text)
    told = dict(zip(pieces(text, found), found.quote.tolist(), strict=True))
    assert told["“"] == t.QUOTE_OPEN
    assert told["We"] == t.QUOTE_IN
    assert told["”"] == t.QUOTE_CLOSE
    assert told["said"] == t.QUOTE_OUT


def test_a_long_letter_is_folded_and_unfolds_to_the_same_characters() -> None:
    letter = "“" + "\n".join(f"Sentence number {i} of the letter stands here." for i in range(40)) + "”"
    text = f"She wrote:\n{letter}\nThat was all."
    found = whole(text)
    assert (found.ids == t.ELISION).sum() == 1
    (at,) = np.flatnonzero(found.ids == t.ELISION)
    assert found.starts[at + 1] == found.ends[at]
    assert len(found.windows) == 1, "head, tail and the words around them stand in one window"
    assert not (t.tokenise(text, [Span(0, len(text))], fold=False).ids == t.ELISION).any()


def test_windows_hold_every_token_once_and_none_is_too_long() -> None:
    text = "\n".join("word " * n for n in (10, 300, 40, 40, 900, 1)) + "\n"
    found = whole(text)
    covered = [i for a, b in found.windows for i in range(a, b)]
    assert covered == list(range(len(found)))
    assert all(b - a <= t.WINDOW for a, b in found.windows)


@given(st.lists(st.integers(1, 400), min_size=1, max_size=5))
def test_stretches_that_are_strangers_share_no_window(sizes: list[int]) -> None:
    regions, at = [], 0
    for size in sizes:
        regions.append(Span(at, at + len("gate ") * size - 1))
        at = regions[-1].end + 1
    found = t.tokenise("gate " * sum(sizes), regions, strangers=True)
    assert [i for a, b in found.windows for i in range(a, b)] == list(range(len(found)))
    for first, last in found.windows:
        own = {n for n, r in enumerate(regions) if r.start <= found.starts[first] <= r.end}
        assert last - first <= t.WINDOW
        assert own == {n for n, r in enumerate(regions) if r.start <= found.starts[last - 1] <= r.end}


def test_no_text_no_tokens() -> None:
    assert len(whole(" \n ")) == 0
    assert whole("").windows == ()


@given(st.text(max_size=300))
def test_offsets_are_in_order_and_fit_any_text(text: str) -> None:
    found = whole(text)
    assert all(0 <= s <= e <= len(text) for s, e in zip(found.starts, found.ends, strict=True))
    assert all(a <= b for a, b in pairwise(found.starts))
    assert [i for a, b in found.windows for i in range(a, b)] == list(range(len(found)))


@given(
    st.lists(
        st.sampled_from(
            ["a" * 100, "a" * 101, "B" * 102, "é" + "b" * 150, "7" * 300, "x", " ", "-", "“", "中"]
        )
    )
)
def test_words_too_long_to_have_pieces_are_the_tokens_they_would_be(words: list[str]) -> None:
    text = "".join(words)
    found = t.tokenise(text, [Span(0, len(text))], fold=False)
    encoded = t.vocabulary().encode(text, add_special_tokens=False)
    assert found.ids.tolist() == encoded.ids
    assert list(zip(found.starts.tolist(), found.ends.tolist(), strict=True)) == encoded.offsets


@given(st.text("abcdeEÉéßŁşıİ 09,.'-“”‘’…–_$£[]()\t\u00a0\u0301中", max_size=60))
def test_a_line_has_the_pieces_that_the_vocabulary_makes_of_it_as_a_whole(line: str) -> None:
    whole = t.vocabulary().encode(line, add_special_tokens=False)
    ids, starts, ends = t._pieces_of_line(line)
    assert (list(ids), [*zip(starts, ends, strict=True)]) == (whole.ids, whole.offsets)


def test_words_with_accents_and_words_of_several_pieces_are_split_as_the_vocabulary_splits_them() -> None:
    for line in (
        "Café Quellmarish, İzmir–Łódź: “unwaveringly”…",
        "the [SEP] mark",
        "a\u200bb \x07bell",
        "x" * 101,
    ):
        whole = t.vocabulary().encode(line, add_special_tokens=False)
        ids, starts, ends = t._pieces_of_line(line)
        assert (list(ids), [*zip(starts, ends, strict=True)]) == (whole.ids, whole.offsets)


def test_a_word_beyond_the_longest_is_not_remembered() -> None:
    kept = (t._pieces_of_word, t._known_case)
    before = [c.cache_info().currsize for c in kept]
    word = "é" * 5_000
    assert t.tokenise(word, [Span(0, len(word))]).ids.size == 1
    assert [c.cache_info().currsize for c in kept] == before
