"""Surnames that the tagger passed over."""

from __future__ import annotations

from rashomon.reading.names.persons.named_again import named_again
from tests.reading.names.persons.test_people import mentions


def again(text: str, *people: str) -> list[str]:
    """The mentions that are found besides, each with what stands behind it."""
    told = mentions(text, *people)
    return [text[m.start : m.end + 8] for m in named_again(text, told) if m not in told]


def test_a_surname_at_the_head_of_a_sentence_is_a_mention() -> None:
    text = "Premier Karl Frost spoke. Frost will say more, and Frost’s aide too."
    assert again(text, "Karl Frost") == ["Frost will sa", "Frost’s aide "]


def test_a_surname_within_another_name_or_of_two_people_is_none() -> None:
    text = "Karl Frost left. The Frost Foundation, Ada Frost and the Frost-Dal bill stay; frost too."
    assert again(text, "Karl Frost") == []
    text = "Karl Frost and Ada Frost left. Frost will say more."
    assert again(text, "Karl Frost", "Ada Frost") == []
