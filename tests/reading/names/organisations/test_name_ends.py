"""What stands behind the name of a body and is none of it."""

from __future__ import annotations

import pytest

from rashomon.reading.names.organisations.name_ends import name_end, with_name_ends
from rashomon.records import Mention, MentionKind


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Senate Wednesday", "Senate"),
        ("Harn City Council Friday", "Harn City Council"),
        ("Water Authority itself", "Water Authority"),
        ("Centre for Floods (", "Centre for Floods"),
        ("Harn Wednesday", "Harn Wednesday"),
        ("Wednesday", "Wednesday"),
        ("Harn City Council", "Harn City Council"),
    ],
)
def test_a_day_and_what_stands_in_brackets_are_none_of_a_name(words: str, name: str) -> None:
    assert words[: name_end(words)] == name


def test_only_bodies_are_cut() -> None:
    text = "The Senate Wednesday heard Anna Senate Friday."
    mentions = [
        Mention(MentionKind.ORGANISATION, 4, 20, 0.9),
        Mention(MentionKind.PERSON, 27, 45, 0.9),
    ]
    cut = with_name_ends(text, mentions)
    assert [text[m.start : m.end] for m in cut] == ["Senate", "Anna Senate Friday"]
