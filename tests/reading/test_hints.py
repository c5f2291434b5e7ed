"""Patterns that are not tried where none of their hints stands: whatever they match has one."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.reading.circumstances import channels, unnamed
from rashomon.reading.figures.events import EVENTS
from rashomon.reading.figures.events import HINTS as EVENT_HINTS
from rashomon.reading.text.numbers import ONES, TENS, VAGUE, numbers
from rashomon.reading.times import occasions
from rashomon.reading.times.date_words import HINTS, PATTERNS

LETTERS = st.characters(max_codepoint=127, include_characters="’")


@pytest.mark.parametrize("words", [words for _, _, words in EVENTS])
def test_every_word_for_an_event_has_a_hint(words: str) -> None:
    itself = re.sub(r"\(\?=.*\)$", "", words)  # what must follow a word is none of it

    @given(st.from_regex(re.compile(itself, re.I), fullmatch=True, alphabet=LETTERS))
    def has_one(event: str) -> None:
        assert any(hint in f" {event}".casefold() for hint in EVENT_HINTS)

    has_one()


@pytest.mark.parametrize("form", sorted(HINTS))
def test_every_time_of_a_form_with_hints_has_one(form: str) -> None:
    patterns = [pattern for name, _, pattern in PATTERNS if name == form]
    assert patterns

    @settings(max_examples=300)
    @given(st.one_of([st.from_regex(p, fullmatch=True, alphabet=LETTERS) for p in patterns]))
    def has_one(words: str) -> None:
        assert any(hint in words.lower() for hint in HINTS[form])

    has_one()


@pytest.mark.parametrize(
    ("days", "signs"), [(occasions.EVENTS, occasions.OF_EVENTS), (occasions.YEARLY, occasions.OF_HOLIDAYS)]
)
def test_every_day_that_has_a_name_has_a_sign(
    days: tuple[tuple[str, object], ...], signs: tuple[str, ...]
) -> None:
    @settings(max_examples=300)
    @given(
        st.one_of([st.from_regex(re.compile(day, re.I), fullmatch=True, alphabet=LETTERS) for day, _ in days])
    )
    def has_one(words: str) -> None:
        assert any(sign in f" {words}".lower() for sign in signs)

    has_one()


@pytest.mark.parametrize("words", [*ONES, *TENS, *VAGUE, "a hundred", "a million", "12", "two dozen"])
def test_every_word_for_a_number_is_looked_for(words: str) -> None:
    text = f"Then {words} people came."
    assert numbers(text, 0, len(text))


SIGNS: dict[re.Pattern[str], Sequence[str]] = {**channels.SIGNS, **unnamed.SIGNS}


@pytest.mark.parametrize("pattern", SIGNS)
def test_whatever_is_told_by_signs_has_one(pattern: re.Pattern[str]) -> None:
    @settings(max_examples=300)
    @given(st.from_regex(pattern, alphabet=LETTERS))
    def has_one(words: str) -> None:
        for found in pattern.finditer(words):
            assert any(sign in found.group().lower() for sign in SIGNS[pattern])

    has_one()
