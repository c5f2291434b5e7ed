"""What a report says would settle a matter: in the paragraph of what is contested, and of a number only what counts."""

from __future__ import annotations

import pytest

from rashomon.accounts.conflicts.settling import settling
from rashomon.records import Span
from tests.accounts.telling import report


@pytest.mark.parametrize(
    ("text", "of_a_number", "of_anything"),
    [
        ("Eleven died. The figure could not be confirmed.", ["could not be confirmed"], None),
        ("Eleven died. An inquest opens on Friday.", ["inquest"], None),
        ("Eleven died. Police are investigating who fired.", [], ["investigating"]),
        ("Eleven died.\n\nThe figure could not be confirmed.", [], None),
    ],
)
def test_what_settles_stands_in_the_paragraph(
    text: str, of_a_number: list[str], of_anything: list[str] | None
) -> None:
    one, _ = report("Mail", text)
    places = settling(one, Span(0, 6), number=True)
    assert [text[start:end] for _, start, end in places] == of_a_number
    places = settling(one, Span(0, 6))
    assert [text[start:end] for _, start, end in places] == (of_anything or of_a_number)
