"""Turns below the names of who speaks, each in a line of its own."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.layout.turns import turns
from rashomon.records import Passage, Voice

CALL = """Osmer Mills Earnings Call Transcript

Participants

Tilda Roth - Chief Executive Officer
Ivo Sand - Chief Financial Officer
Ana Lind - Harn Securities

Operator

Good morning, and welcome to the call of Osmer Mills.

Tilda Roth

Thank you. We closed the mill on Monday, the day we were told of the mould.

Nobody of ours had seen it before.

Question-and-Answer Session

Operator

[Operator Instructions] The first question is from Ana Lind.

Ana Lind
Harn Securities
Good morning. Did your own baker not warn you in May?

Tilda Roth -- Chief Executive Officer

He did not. I have said so before.

[Technical difficulty]

I will say it again.

Ivo Sand

We have set aside two million crowns for it, as you know.

Tilda Roth

That is all that we can tell you today.

Ivo Sand

Thank you all for your time.

This transcript was made by a machine."""


def found(text: str) -> list[tuple[str, str]]:
    told = turns(text, (Passage(Voice.BODY, 0, len(text)),))
    return [
        (text[t.source.start : t.source.end], " ".join(text[t.content.start : t.content.end].split()))
        for t in told
    ]


def test_each_turn_is_whose_name_stands_above_it() -> None:
    assert found(CALL) == [
        ("Operator", "Good morning, and welcome to the call of Osmer Mills."),
        (
            "Tilda Roth",
            "Thank you. We closed the mill on Monday, the day we were told of the mould. Nobody of ours had seen it before.",
        ),
        ("Operator", "[Operator Instructions] The first question is from Ana Lind."),
        ("Tilda Roth", "He did not. I have said so before. [Technical difficulty] I will say it again."),
        ("Ivo Sand", "We have set aside two million crowns for it, as you know."),
        ("Tilda Roth", "That is all that we can tell you today."),
        ("Ivo Sand", "Thank you all for your time."),
    ]


def test_of_two_names_above_a_turn_nothing_tells_who_speaks() -> None:
    asked = CALL.replace("Ana Lind\nHarn Securities\n", "Ana Lind\n")
    assert ("Ana Lind", "Good morning. Did your own baker not warn you in May?") in found(asked)
    assert "Harn Securities" not in dict(found(CALL)) and "Ana Lind" not in dict(found(CALL))


@pytest.mark.parametrize(
    "text",
    [
        CALL.replace("Transcript", "Notes")
        .replace("Participants", "Names")
        .replace("Earnings Call", "")
        .replace("Question-and-Answer Session", "Later"),
        CALL.replace("Ivo Sand\n\n", "Tilda Roth\n\n"),  # of two speakers only one comes back
        "Q&A\n\nTop Stories\nThe mill has burned.\n\nHarn Sport\nThe boats have won.\n\nTop Stories\nThe mill stands.\n\n"
        "Harn Sport\nThe boats have lost the cup.",
        "A debate was held.\n\nThe mill has burned down to its stones.",
        "",
    ],
)
def test_names_above_paragraphs_are_no_turns_by_themselves(text: str) -> None:
    assert found(text) == []
