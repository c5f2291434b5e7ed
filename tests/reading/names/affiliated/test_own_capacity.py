"""Who speaks for nobody but themselves."""

from __future__ import annotations

import pytest

from rashomon.reading.names.affiliated.affiliations import affiliations
from rashomon.reading.names.affiliated.own_capacity import in_their_own_capacity
from rashomon.reading.names.persons.people import people
from rashomon.records import Mention, MentionKind
from tests.reading.names.persons.test_people import mentions

WHO = "Ilan Dost, a spokesman for the Harbour Board, "


def alone(text: str) -> bool:
    return "Ilan Dost" in in_their_own_capacity(text, people(text, mentions(text, "Ilan Dost")))


@pytest.mark.parametrize(
    "words",
    [
        "said in a personal capacity that it fell.",
        "said, in his own personal capacity, that it fell.",
        "said on his own behalf that it fell.",
        "said that it fell, speaking for himself, not for the board.",
        "said he was not speaking on behalf of the board.",
        "said he wasn’t speaking for the board.",
        "said it fell. The views were his own, he said.",
        "spoke as a private citizen. It fell, he said.",
    ],
)
def test_a_report_says_it_in_several_ways(words: str) -> None:
    assert alone(WHO + words)
    assert alone(f"“It fell,” said Ilan Dost. He {words.removeprefix('said ')}")


@pytest.mark.parametrize(
    "words",
    [
        "said that it fell.",
        "said, not in a personal capacity, that it fell.",
        "spoke on behalf of the board rather than in a personal capacity.",
        "spoke for himself and for the board.",
        "was not speaking for long.",
        "did not speak for an hour.",
        "said that he has the capacity to lead.",
        "praised the views of his own board.",
    ],
)
def test_what_says_nothing_of_it(words: str) -> None:
    assert not alone(WHO + words)


def test_of_two_who_stand_beside_it_neither_is_told() -> None:
    text = "Ilan Dost and Ann Lee said in a personal capacity that it fell."
    assert not in_their_own_capacity(text, people(text, mentions(text, "Ilan Dost", "Ann Lee")))


def test_their_role_stays_and_they_speak_for_no_body() -> None:
    for words, side in (("in a personal capacity", None), ("on Monday", "Harbour Board")):
        text = f"{WHO}said {words} that it fell."
        at = text.index("Harbour Board")
        names = mentions(text, "Ilan Dost")
        every = [*names, Mention(MentionKind.ORGANISATION, at, at + len("Harbour Board"), 1.0)]
        (told,) = affiliations(text, people(text, names), every)
        assert (told.role, told.organisation, told.side) == ("spokesman", "Harbour Board", side)
