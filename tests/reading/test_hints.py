"""Patterns that are not tried where none of their hints stands: whatever they match has one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.reading.date_words import HINTS, PATTERNS
from rashomon.reading.events import EVENTS
from rashomon.reading.events import HINTS as EVENT_HINTS

LETTERS = st.characters(max_codepoint=127, include_characters="’")


@given(st.sampled_from(EVENTS).flatmap(lambda row: st.from_regex(re.compile(row[2], re.I), alphabet=LETTERS)))
def test_every_word_for_an_event_has_a_hint(words: str) -> None:
    assert any(hint in words.casefold() for hint in EVENT_HINTS)


@pytest.mark.parametrize("form", sorted(HINTS))
def test_every_time_of_a_form_with_hints_has_one(form: str) -> None:
    patterns = [pattern for name, _, pattern in PATTERNS if name == form]
    assert patterns

    @given(st.sampled_from(patterns).flatmap(lambda pattern: st.from_regex(pattern, alphabet=LETTERS)))
    def has_one(words: str) -> None:
        assert any(hint in words.lower() for hint in HINTS[form])

    has_one()
