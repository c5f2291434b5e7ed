"""Ordinals that count something, and those of names, days and anniversaries, which do not."""

from __future__ import annotations

import pytest

from tests.reading.figures.test_figures import read


def counted(text: str) -> list[tuple[float | None, str]]:
    """The ordinals among a text's figures, with what they count."""
    return [
        (f.best, text[f.counted.start : f.counted.end])
        for f in read(text)
        if f.unit == "ordinal" and f.counted
    ]


@pytest.mark.parametrize(
    ("text", "number", "what"),
    [
        ("Harn became the 14th state to ban drift nets.", 14, "state"),
        ("It was the third shooting in Lidva this year.", 3, "shooting"),
        ("He is the ninth federal inmate executed this year.", 9, "federal inmate"),
        ("Kerr, the second woman to lead the Guild, resigned.", 2, "woman"),
        ("Kerr entered the race, becoming the 24th Democrat seeking the seat.", 24, "Democrat"),
        ("Kerr became the first governor to visit the island.", 1, "governor"),
        ("The dam failed for the fourth time in six years.", 4, "time"),
    ],
)
def test_what_is_counted_stands_beside_it(text: str, number: int, what: str) -> None:
    assert counted(text) == [(number, what)]


@pytest.mark.parametrize(
    "text",
    [
        "Torvena marked the 75th anniversary this year.",
        "The council meets on the 5th of May this year.",
        "It was the third day of the siege this month.",
        "The 4th Circuit to which it went ruled this year.",
        "It is the 4th Circuit judge to watch this year.",
        "The ruling makes the 25th Amendment to be read anew this year.",
        "It was the 117th Congress to meet this year.",
        "He was the 1st Cavalry soldier to die there.",
        "It was the second quarter to remember.",
        "They took the second dose to be safe.",
        "The third option is to wait.",
        "It was the first shooting this year.",
        "It was the 10th verse to be sung.",
        "She finished in the third position this season.",
        "It is the second chapter to feature him.",
        "She was the third-largest donor to give this year.",
    ],
)
def test_anniversaries_dates_and_names_count_nothing(text: str) -> None:
    assert counted(text) == []
