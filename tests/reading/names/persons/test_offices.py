"""A surname with an office is not that of a relative whom the report names in full."""

from __future__ import annotations

import re

import pytest

from rashomon.reading.names.persons.by_name import candidates
from rashomon.reading.names.persons.people import people
from rashomon.records import Mention, MentionKind


def mentions(text: str, *names: str) -> list[Mention]:
    found = sorted((m.start(), m.end()) for m in re.finditer("|".join(names), text))
    return [Mention(MentionKind.PERSON, start, end, 0.9) for start, end in found]


@pytest.mark.parametrize(
    "text",
    [
        "President Orr said he was proud of his daughter. Selma Orr opened the hall. Orr wept.",
        "Selma Orr was charged on Friday. President Orr would not pardon a child of his, his daughter least. Orr wept.",
        "A hall is opened\nPresident Orr came on Friday. Selma Orr cut the ribbon. Orr wept.",
        "The hall of Selma Orr\nFirst lady Selma Orr cut the ribbon. President Orr held a speech. Orr wept.",
        "A hall is opened\nPresident Orr came with Selma Orr, Vice President Ivo Bast and others. Orr wept.",
        "Chief Orr denied it. Selma Orr, a teacher, is no relation. Orr wept.",
    ],
)
def test_an_office_before_a_surname_tells_its_holder_from_a_relative(text: str) -> None:
    found = people(text, mentions(text, "Selma Orr", "Orr"))
    assert sorted(p.name for p in found) == ["Orr", "Selma Orr"]
    assert [len(p.mentions) for p in found if p.name == "Orr"] == [1]
    assert {p.name for p in candidates("Orr", found)} == {"Orr", "Selma Orr"}
    assert [p.name for p in candidates("Selma Orr", found)] == ["Selma Orr"]


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Chief Justice Ivo G. Orr Jr. wrote it. Mr. Orr smiled. Chief Justice Orr left.", True),
        ("Ivo G. Orr Jr., the mayor of Lisse, wrote it. Mayor Orr smiled. Orr left.", True),
        # His father, it may be, and surely where another office stands before it.
        ("Ivo G. Orr Jr. wrote it. Mr. Orr smiled. Orr left.", False),
        ("Mayor Ivo G. Orr Jr. wrote it. President Orr smiled. Mr. Orr left.", False),
        ("Mayor Ivo G. Orr Jr. wrote it. His father, Mr. Orr, smiled. Orr left.", False),
        ("Mayor Ivo G. Orr Jr. met Judge Ada Orr. Orr left.", False),
    ],
)
def test_the_younger_is_called_by_the_surname_where_he_holds_an_office(text: str, one: bool) -> None:
    found = people(text, mentions(text, r"Ivo G\. Orr Jr", "Ada Orr", "Orr"))
    assert (len(found) == 1) is one
    assert [p.name for p in candidates("Orr", found)] == (
        ["Ivo G. Orr Jr"] if one else [p.name for p in found if not p.name.endswith("Jr")]
    )


@pytest.mark.parametrize(
    "text",
    [
        # The office stands beside the full name, before it or behind.
        "Selma Orr, the mayor of Lisse, opened the hall with her son. Mayor Orr wept.",
        "Mayor Selma Orr opened the hall with her son. Mayor Orr wept.",
        "The hall is opened\nMayor Orr wept on Friday. Selma Orr, who was elected mayor in 2029, opened the hall.",
        # By another title of the same office.
        "Governor Selma Orr came with her husband. Gov. Orr wept.",
        "Rep. Selma Orr came with her husband. Congresswoman Orr wept.",
        "Selma Orr, the senator for Lisse, came with her husband. Sen. Orr wept.",
        # Named in full at first, and no word of kin.
        "Selma Orr opened the hall on Friday. Mayor Orr wept.",
        "Mayor Orr opens the hall\nSelma Orr opened the hall on Friday. Mayor Orr wept.",
        # A title that everybody bears.
        "Mr. Orr came with his daughter. Jon Orr opened the hall.",
    ],
)
def test_an_office_is_hers_where_nothing_tells_otherwise(text: str) -> None:
    (orr,) = people(text, mentions(text, "Selma Orr", "Jon Orr", "Orr"))
    assert orr.name in ("Selma Orr", "Jon Orr")
    assert len(orr.mentions) == text.count("Orr")
