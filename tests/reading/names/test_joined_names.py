"""Bodies with *and* in their name."""

from __future__ import annotations

import pytest

from rashomon.reading.names.joined_names import with_joined_names
from rashomon.records import Mention, MentionKind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("No rail ran. The Rail and Signal Union said so.", ["Rail and Signal Union"]),
        ("No train ran. The Rail and Signal Union said so.", ["Rail", "Signal Union"]),  # may be two
        ("No rail ran. Rail is late. The Rail and Signal Union said so.", ["Rail", "Signal Union"]),
        ("The senate met. The Senate and Signal Union said so.", ["Senate", "Signal Union"]),
        ("No rail ran. Rail and Signal Union said so.", ["Rail", "Signal Union"]),
    ],
)
def test_halves_of_a_name_are_one(text: str, names: list[str]) -> None:
    halves = [
        Mention(MentionKind.ORGANISATION, at := text.rindex(half), at + len(half), 0.9)
        for half in ("Senate" if "Senate" in text else "Rail", "Signal Union")
    ]
    assert [text[m.start : m.end] for m in with_joined_names(text, halves)] == names
