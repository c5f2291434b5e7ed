"""Bodies of whose names the tagger saw halves."""

from __future__ import annotations

import pytest

from rashomon.reading.names.organisations.joined_names import with_joined_names
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


@pytest.mark.parametrize(
    ("text", "halves", "names"),
    [
        ("The Harrow/Warren Regional Chamber met.", ("Harrow", "Warren Regional Chamber"), ["Harrow/Warren Regional Chamber"]),
        ("The Harrow/Warren Regional Chamber met.", ("Warren Regional Chamber",), ["Harrow/Warren Regional Chamber"]),
        ("A Mail/Osmer Post poll is out.", ("Mail", "Osmer Post"), ["Mail", "Osmer Post"]),
    ],
)  # fmt: skip
def test_a_body_of_two_towns_is_one(text: str, halves: tuple[str, ...], names: list[str]) -> None:
    seen = [Mention(MentionKind.ORGANISATION, at := text.index(h), at + len(h), 0.9) for h in halves]
    assert [text[m.start : m.end] for m in with_joined_names(text, seen)] == names


def test_a_ministry_is_named_with_its_noun() -> None:
    text = "The Interior Ministry spoke, and the interior of Interior, a town."
    seen = [Mention(MentionKind.ORGANISATION, at, at + 8, 0.9) for at in (4, text.rindex("Interior"))]
    assert [text[m.start : m.end] for m in with_joined_names(text, seen)] == ["Interior Ministry", "Interior"]
