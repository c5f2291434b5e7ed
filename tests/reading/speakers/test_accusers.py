"""Who denies what another has said of him, and who pleads: not who has just said it."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.attributions import Found
from rashomon.reading.speakers.speakers import speakers
from rashomon.records import Span
from tests.reading.names.persons.test_people import mentions
from tests.reading.speakers.test_not_meant import said

_PEOPLE = ("Tom Orr", "Orr", "Oran Kerr", "Otto Lind")


def told(text: str, *parts: tuple[str, str, str]) -> list[str | None]:
    found: list[Found] = [said(text, *p) for p in parts]
    return [s.name for s in speakers(text, mentions(text, *_PEOPLE), found)]


@pytest.mark.parametrize(
    ("accused", "content", "answer", "speaker"),
    [
        ("said", "Orr was drunk", "it", "Tom Orr"),
        ("alleged", "that Orr was drunk", "the allegation", "Tom Orr"),
        ("said", "the clerk, Orr, was drunk", "this", "Tom Orr"),
        ("said", "Orr’s house was dark", "it", "Oran Kerr"),  # nobody is accused
        ("said", "Orr had lied", "it", "Oran Kerr"),  # he may deny what Orr had said of him
        ("said", "Orr was drunk", "that the cell was cold", "Oran Kerr"),
        ("said", "Orr was drunk", "any wrongdoing", None),  # the sheriff may have been accused before
        ("said", "Orr and Otto Lind were drunk", "it", None),
    ],
)
def test_who_accused_another_does_not_deny_it(
    accused: str, content: str, answer: str, speaker: str | None
) -> None:
    text = f"Tom Orr was arrested on Monday. The sheriff, Oran Kerr, {accused} {content}. He denied {answer}."
    first, second = told(text, ("The sheriff, Oran Kerr,", accused, content), ("He", "denied", answer))
    assert (first, second) == ("Oran Kerr", speaker)


def test_what_is_said_in_the_breath_of_a_denial_has_its_speaker() -> None:
    text = "Tom Orr was held. The sheriff, Oran Kerr, said Orr was drunk. He denied it and said he was ill."
    whole = said(text, "He", "denied", "it")
    at = text.index("said he was ill")
    more = Found(
        whole.source, (Span(at, at + 4),), (Span(at + 5, len(text) - 1),), whole.kind, whole.certainty
    )
    found = [said(text, "The sheriff, Oran Kerr,", "said", "Orr was drunk"), more, whole]
    assert [s.name for s in speakers(text, mentions(text, *_PEOPLE), found)][1:] == ["Tom Orr", "Tom Orr"]


@pytest.mark.parametrize(("office", "speaker"), [("prosecutor", "Tom Orr"), ("baker", "Oran Kerr")])
def test_who_prosecutes_does_not_plead(office: str, speaker: str) -> None:
    text = f"Tom Orr was charged with theft.\n\nOran Kerr, the {office}, said the case was strong. He pleaded not guilty."
    found = ((f"Oran Kerr, the {office},", "said", "the case was strong"), ("He", "pleaded", "not guilty"))
    assert told(text, *found)[-1] == speaker
