"""Whose a handle is."""

from __future__ import annotations

import pytest

from rashomon.reading.names.persons.handles import bearer
from rashomon.reading.names.persons.people import people
from rashomon.records import Mention, MentionKind

TEXT = "Petra Koll met Ana Koll, Jonas Reiter and Koll’s aide in Marlow."


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("@petrakoll", "Petra Koll"),
        ("@Jonas_Reiter99@delta.example", "Jonas Reiter"),
        ("@jreiter", None),
        ("@koll_official", None),
        ("petrakoll", None),
        ("@reiter", None),
    ],
)
def test_a_handle_is_somebodys_where_it_is_the_full_name(source: str, name: str | None) -> None:
    names = [("Petra Koll", 0), ("Ana Koll", TEXT.index("Ana")), ("Jonas Reiter", TEXT.index("Jonas"))]
    mentions = [Mention(MentionKind.PERSON, at, at + len(n), 1.0) for n, at in names]
    who = bearer(source, people(TEXT, mentions))
    assert (who.name if who else None) == name
