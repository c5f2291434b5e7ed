"""Whose words a document is that somebody's name stands on."""

from __future__ import annotations

import pytest

from rashomon.reading.speakers.documents import author
from rashomon.records import Span


def who(source: str, *names: str) -> str | None:
    spans = [Span(source.index(n), source.index(n) + len(n)) for n in names]
    at = author(source, Span(0, len(source)), spans)
    return source[at.start : at.end] if at else None


@pytest.mark.parametrize(
    "source",
    [
        "Petra Koll’s letter",
        "Petra Koll's second open letter to the port",
        "A letter from Petra Koll",
        "a joint statement signed by President Petra Koll",
        "the book by Petra Koll",
        "A letter from Petra Koll, dated 21 February",
        "A statement by Petra Koll dated February 21, 2031,",
        "A letter dated 21 February from Petra Koll",
        "preliminary figures published early on Monday by the Petra Koll",
        "results released by Petra Koll",
        "a letter seen by the Harn Post, dated 21 February and signed by General Petra Koll,",
    ],
)
def test_who_signs_a_document_speaks_in_it(source: str) -> None:
    assert who(source, "Petra Koll") == "Petra Koll"


@pytest.mark.parametrize(
    "source",
    [
        "Petra Koll’s lawyer’s letter",
        "a copy of Petra Koll’s letter",
        "a letter to Petra Koll",
        "a letter seen by Petra Koll",
        "a letter signed by the lawyer of Petra Koll",
        "a letter from lawyers for Petra Koll",
        "a statement from Petra Koll’s office",
        "Petra Koll’s obituary",
        "figures published by the paper of Petra Koll",
        "a study published by Petra Koll",
    ],
)
def test_a_name_beside_a_document_is_not_always_its_author(source: str) -> None:
    assert who(source, "Petra Koll") is None
