from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from rashomon.visible import one_line, visible


def test_terminal_escapes_and_overrides_are_named() -> None:
    assert visible("\x1b[31m\u202eabc\x07\x9b2J\ud800") == "‹U+001B›[31m‹U+202E›abc‹U+0007›‹U+009B›2J‹U+D800›"


def test_scripts_that_need_joiners_and_marks_are_left_as_they_are() -> None:
    for text in ("می‌خواهم", "क्‍ष", "‏שלום‏", "Straßen\u00adbahn", "👩‍🚒", "Tab\tand\nline"):
        assert visible(text) == text


def test_every_line_end_is_a_line_feed() -> None:
    assert visible("a\r\nb\rc\u2028d\x85e") == "a\nb\nc\nd\ne"


@given(st.text(st.characters()))
def test_nothing_that_acts_is_left(text: str) -> None:
    for character in visible(text):
        assert character in "\t\n" or unicodedata.category(character) not in ("Cc", "Cs")
        assert unicodedata.bidirectional(character) not in (
            "LRE",
            "RLE",
            "LRO",
            "RLO",
            "PDF",
            "LRI",
            "RLI",
            "FSI",
            "PDI",
        )


@given(st.text(), st.integers(2, 30))
def test_one_line_is_one_line_of_at_most_so_many_characters(text: str, limit: int) -> None:
    line = one_line(text, limit)
    assert len(line) <= limit
    assert "\n" not in line
