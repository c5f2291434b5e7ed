"""Interviews whose turns no label tells."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.layout.unlabelled_interviews import unlabelled_interviews
from rashomon.records import Passage, Voice

TALK = (
    "Mira Sand swam the strait on Sunday. She spoke to the Courier.",
    "Did your team-mates know?",
    "Only my sister. My sister told me: you are mad.",
    "Were you cold?",
    "For nine hours.",
    "I counted to a thousand.",
    "What will you do now?",
    "I will sleep.",
    "The strait is nine miles wide.",
)


def read(*paragraphs: str) -> list[list[str]]:
    text = "\n\n".join(paragraphs)
    body = [Passage(Voice.BODY, text.index(p), text.index(p) + len(p)) for p in paragraphs]
    return [[text[s.start : s.end] for s in g.content] for g in unlabelled_interviews(text, body, ())]


def test_what_answers_a_question_is_somebody_s_words() -> None:
    assert read(*TALK) == [[TALK[2]], [TALK[4], TALK[5]], [TALK[7]]]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TALK[0], "Mira Sand swam the strait on Sunday."),
        (TALK[0], "Voters spoke to us in Harn on Sunday. The swimmers had talked with us before."),
        ("Were you cold?", "Was it cold?"),  # two questions are few
        ("Were you cold?", "Were you cold, and did I say so?"),  # somebody asks themselves
        ("I counted to a thousand.", "Were you afraid?"),  # two in a row are rhetoric
    ],
)
def test_what_may_be_an_essay_is_no_interview(old: str, new: str) -> None:
    paragraphs = [new if p == old else p for p in TALK]
    if new == "Were you afraid?":
        paragraphs.remove("For nine hours.")
    assert read(*paragraphs) == []


def test_answers_without_a_first_person_may_be_the_outlet_s() -> None:
    assert (
        read(
            "We asked them.",
            "What can you do?",
            "Boil it.",
            "Are you safe?",
            "No.",
            "Can you swim?",
            "Do not.",
        )
        == []
    )
