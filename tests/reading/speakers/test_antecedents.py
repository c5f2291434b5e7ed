"""Whom a pronoun refers to, and that it is not known where the text does not tell."""

from __future__ import annotations

import pytest

from rashomon.reading.names.organisations.organisations import organisations
from rashomon.reading.names.persons.people import GENDER, people, plain
from rashomon.reading.names.words.given_names import FEMALE_NAMES, MALE_NAMES
from rashomon.reading.speakers.antecedent_features import Asked
from rashomon.reading.speakers.antecedents import KINDS, answer, one_stranger
from rashomon.reading.speakers.candidates import Stage
from rashomon.records import Mention, MentionKind, Span
from tests.reading.names.persons.test_people import mentions


def meant(text: str, pronoun: str, *names: str, around: str | None = None) -> str | None:
    """The name that the last such pronoun of the text leads to."""
    found = mentions(text, *names)
    stage = Stage(text, people(text, found), organisations(text, found), ())
    at = text.rindex(pronoun)
    low = pronoun.lower()
    asked = Asked(Span(at, at + len(pronoun)), KINDS[low], GENDER.get(low), around=around)
    found_answer = answer(stage, asked)
    return found_answer.candidate.name if found_answer else None


def test_the_subject_of_the_sentence_before() -> None:
    text = "Dessa Morlin met Tomas Kerr on the bridge. Dessa Morlin was tired. She left at noon."
    assert meant(text, "She", "Dessa Morlin", "Tomas Kerr") == "Dessa Morlin"


def test_a_title_that_tells_the_gender_is_heeded() -> None:
    text = "Mrs. Morlin spoke to Mr. Kerr at the gate. He left at noon."
    assert meant(text, "He", "Mrs. Morlin", "Mr. Kerr") == "Kerr"


def test_who_is_quoted_around_a_third_person_pronoun_is_not_meant() -> None:
    text = "Bernard Lévy said: “I met Amar Sorin there. He was ready.”"
    assert meant(text, "He", "Bernard Lévy", "Amar Sorin", around="Bernard Lévy") == "Amar Sorin"


def test_nobody_is_named() -> None:
    assert meant("It rained all night. He left at noon.", "He") is None


def test_the_reason_says_what_spoke_for_it() -> None:
    text = "Dessa Morlin was tired. She left."
    found = mentions(text, "Dessa Morlin")
    stage = Stage(text, people(text, found), (), ())
    at = text.index("She")
    told = answer(stage, Asked(Span(at, at + 3), "singular", "f"))
    assert told is not None
    assert 0.62 <= told.chance <= 1
    assert "sentence" in told.why


@pytest.mark.parametrize(
    ("words", "one"),
    [
        ("a spokesman for the court", True),
        ("officials", False),
        ("the court", False),
        ("a man", True),
        ("My landlord", True),
        ("our neighbours", False),
    ],
)
def test_strangers(words: str, one: bool) -> None:
    assert one_stranger(words) is one


def test_a_given_name_of_the_other_gender_is_not_meant() -> None:
    text = "Erik Voss met Ingrid Holm on the bridge. Erik Voss was tired. She left at noon."
    assert meant(text, "She", "Erik Voss", "Ingrid Holm") != "Erik Voss"
    assert meant(text.replace("She", "He"), "He", "Erik Voss", "Ingrid Holm") == "Erik Voss"


def test_no_given_name_is_borne_by_both() -> None:
    assert not FEMALE_NAMES & MALE_NAMES
    assert all(plain(name) == name for name in FEMALE_NAMES | MALE_NAMES)


@pytest.mark.parametrize(
    ("text", "bodies", "whom"),
    [
        (
            "Tarn Foods said the ovens would run. Eighty bakers had left, according to the BPU. The company said ten.",
            ("Tarn Foods", "BPU"),
            None,
        ),
        ("The BPU called it late. The union is small. The company said ten had left.", ("BPU",), None),
        ("Eighty left, the Bakers' Union said. The company said ten.", ("Bakers' Union",), None),
        ("The Osmer Courier has the letter. The company says it is old.", ("Osmer Courier",), None),
        (
            "Tarn Foods said it had sold the mill. The company would not say to whom.",
            ("Tarn Foods",),
            "Tarn Foods",
        ),
        ("Eighty fell ill in Harn. Harn is small. The company says it is sorry.", ("Harn",), None),
        ("TRN said it had sold the mill. The company would not say to whom.", ("TRN",), "TRN"),
    ],
)
def test_the_company_is_no_union_and_no_newspaper(
    text: str, bodies: tuple[str, ...], whom: str | None
) -> None:
    found = [Mention(MentionKind.ORGANISATION, at := text.index(b), at + len(b), 1.0) for b in bodies]
    stage = Stage(text, (), organisations(text, found), ())
    at = text.rindex("The company")
    given = answer(stage, Asked(Span(at, at + 11), "group", noun="company"))
    assert (given.candidate.name if given else None) == whom
