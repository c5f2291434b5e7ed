"""Ends of contents about which the tagger is in doubt, by the words on both sides of each place where one may be."""

from __future__ import annotations

import time

import numpy as np
import pytest

from rashomon.reading.attributions.attributions import Certainty, Found
from rashomon.reading.attributions.mended.content_ends import Way, last_letter, settled, with_likely_ends
from rashomon.reading.tagging.tokens import tokenise
from rashomon.reading.text.quotations import quotations
from rashomon.records import AttributionKind, Span

HALF = Certainty(0.5, 0.5, 0.5)


def part(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def found_in(text: str, source: str, cue: str, *content: str) -> Found:
    pieces = tuple(part(text, words) for words in content)
    return Found((part(text, source),), (part(text, cue),), pieces, AttributionKind.INDIRECT, HALF)


def ended(text: str, f: Found, chances: dict[str, float], *others: Found) -> list[str]:
    """The contents of ``f`` after the tagger gave some stretches these chances to be content, and 0.001 to all else."""
    tokens = tokenise(text, [Span(0, len(text))])
    seen = np.full((len(tokens), 3), 0.001, dtype=np.float32)
    for words, chance in chances.items():
        s = part(text, words)
        seen[(tokens.starts < s.end) & (tokens.ends > s.start), 2] = chance
    first, *_ = with_likely_ends(text, [f, *others], tokens, seen, quotations(text))
    return [text[s.start : s.end] for s in first.content]


SALT = "Kerr said that the wells were salt and the gate was shut for good. It rained all day."


def test_a_content_that_stops_in_mid_phrase_goes_on_where_the_tagger_is_in_doubt() -> None:
    f = found_in(SALT, "Kerr", "said", "that the wells were salt and the gate was")
    whole = "that the wells were salt and the gate was shut for good"
    assert ended(SALT, f, {whole: 0.6}) == [whole]


def test_where_the_tagger_is_sure_its_end_stays() -> None:
    f = found_in(SALT, "Kerr", "said", "that the wells were salt and the gate was")
    assert ended(SALT, f, {"that the wells were salt and the gate was": 0.999}) == [
        "that the wells were salt and the gate was"
    ]


def test_what_was_begun_and_belongs_to_the_report_is_left_out() -> None:
    text = "Kerr vowed to protect the wells, the only ones in the delta. It rained all day."
    f = found_in(text, "Kerr", "vowed", "to protect the wells, the")
    assert ended(text, f, {"to protect the wells": 0.9, ", the": 0.5}) == ["to protect the wells"]


def test_it_ends_neither_with_a_loose_word_nor_in_another_attribution_nor_in_another_paragraph() -> None:
    text = "Kerr spoke of the wells and Marn said that the gate was shut\n\nfor good."
    f, other = (
        found_in(text, "Kerr", "spoke of", "the wells"),
        found_in(text, "Marn", "said", "that the gate was"),
    )
    assert ended(text, f, {"the wells and Marn said": 0.6}, other) == ["the wells"]
    assert ended(text, other, {"that the gate was shut": 0.6, "for good": 0.6}, f) == [
        "that the gate was shut"
    ]


def test_a_quotation_that_a_content_goes_on_to_the_end_of_keeps_its_mark() -> None:
    text = "Kerr said the wells were “salt, bitter and of no use to man”. It rained all day."
    f = found_in(text, "Kerr", "said", "the wells were “salt, bitter and of no")
    assert ended(text, f, {"the wells were “salt, bitter and of no use to man”": 0.6}) == [
        "the wells were “salt, bitter and of no use to man”"
    ]


def test_a_content_right_before_its_speaker_ends_there() -> None:
    text = "The wells were salt and bitter, Kerr said."
    f = found_in(text, "Kerr", "said", "The wells were salt and bitter")
    assert settled(text, f.content[0], f.source)
    assert not settled(SALT, part(SALT, "that the wells"), (part(SALT, "Kerr"), part(SALT, "said")))
    assert ended(text, f, {"The wells were salt": 0.9, "and bitter": 0.3}) == [
        "The wells were salt and bitter"
    ]


@pytest.mark.parametrize(
    "far", ["", "?!", "x" * 200_000, "a.b-c’" * 30_000, "“" * 5_000, "word " * 40_000], ids=range(6)
)
def test_any_text_is_walked_in_bounded_time(far: str) -> None:
    text = f"Kerr said that {far}"
    began = time.process_time()
    way = Way(text, 10, len(text), [(0, 4)], [(5, 9)], 1)
    for i in range(min(len(way.words), 20)):
        way.described(i)
    assert [b for _, b in way.words] == sorted(b for _, b in way.words)
    assert time.process_time() - began < 5


def test_no_tokens_no_change() -> None:
    f = found_in(SALT, "Kerr", "said", "that the wells were salt")
    tokens = tokenise("", [])
    assert with_likely_ends(SALT, [f], tokens, None, []) == [f]
    assert (
        with_likely_ends("…!", [], tokenise("…!", [Span(0, 2)]), np.zeros((2, 3), dtype=np.float32), []) == []
    )
    assert last_letter("so it is.” ", Span(0, 11)) == 8
