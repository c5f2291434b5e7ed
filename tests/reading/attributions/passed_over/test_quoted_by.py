"""Who is quoted stands inside who quotes them."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.nesting import find
from rashomon.records import Span
from tests.reading.stub import Told, tagger

Parts = tuple[str, str, str, int | None]


def read(text: str, *told: Told) -> list[Parts]:
    found = find(text, [Span(0, len(text))], (), tagger(text, *told))[0]

    def words(spans: tuple[Span, ...]) -> str:
        return " / ".join(text[s.start : s.end] for s in spans)

    return [(words(f.source), words(f.cue), words(f.content), f.inside) for f in found]


QUELL: Parts = ("Tomas Quell", "as saying", "“No ship was boarded,”", 0)


@pytest.mark.parametrize(
    ("text", "told", "outer"),
    [
        (
            "“No ship was boarded,” Tomas Quell was quoted as saying by the agency.",
            Told("the agency", "was quoted as saying", ["“No ship was boarded,” Tomas Quell"]),
            "“No ship was boarded,” Tomas Quell",
        ),
        (
            "“No ship was boarded,” the agency quoted Tomas Quell as saying.",
            Told("the agency", "quoted", ["“No ship was boarded,”", "Tomas Quell"]),
            "“No ship was boarded,” / Tomas Quell",
        ),
    ],
)
def test_who_is_quoted_stands_inside_who_quotes(text: str, told: Told, outer: str) -> None:
    assert read(text, told) == [("the agency", told.cue, outer, None), QUELL]


def test_the_subject_of_was_quoted_is_quoted() -> None:
    text = "“No ship was boarded,” she was quoted by the agency as saying."
    told = Told("the agency", "was quoted", ["“No ship was boarded,”"])
    assert read(text, told) == [
        ("the agency", "was quoted", "“No ship was boarded,”", None),
        ("she", "as saying", "“No ship was boarded,”", 0),
    ]


def test_the_words_behind_as_saying_are_theirs() -> None:
    text = "Tomas Quell was quoted by the agency as saying that no ship was boarded."
    told = Told("the agency", "was quoted by", ["Tomas Quell", "that no ship was boarded"])
    assert read(text, told)[1] == ("Tomas Quell", "as saying", "that no ship was boarded", 0)


def test_who_quotes_stands_behind_by() -> None:
    text = "“No ship was boarded,” Tomas Quell was quoted as saying by the Anse News Agency."
    told = Told("Tomas Quell", "was quoted as saying", ["“No ship was boarded,”"])
    assert read(text, told) == [
        ("the Anse News Agency", "was quoted as saying", "“No ship was boarded,” / Tomas Quell", None),
        QUELL,
    ]


def test_who_is_quoted_by_nobody_stands_alone() -> None:
    text = "“No ship was boarded,” Tomas Quell was quoted as saying by mistake."
    told = Told("Tomas Quell", "was quoted as saying", ["“No ship was boarded,”"])
    assert read(text, told) == [("Tomas Quell", "was quoted as saying", "“No ship was boarded,”", None)]


def test_a_quotation_with_its_sayer_behind_it_stands_inside_who_tells_of_both() -> None:
    text = "“No ship was boarded,” Tomas Quell said, according to the agency."
    told = Told("the agency", "according to", ["“No ship was boarded,” Tomas Quell said"])
    assert read(text, told)[1] == ("Tomas Quell", "said", "“No ship was boarded,”", 0)


@pytest.mark.parametrize(
    "told",
    [
        Told("The committee’s minutes record Paula Reeve", "as saying", ["that the bridge was shut"]),
        Told("The committee’s minutes record", "as saying", ["that the bridge was shut"]),
        Told("Paula Reeve", "saying", ["that the bridge was shut"]),
        Told("The committee’s minutes", "record", ["Paula Reeve as saying that the bridge was shut"]),
    ],
)
def test_what_minutes_record_somebody_as_saying_is_theirs_in_what_the_minutes_tell(told: Told) -> None:
    text = "It was late. The committee’s minutes record Paula Reeve as saying that the bridge was shut."
    assert read(text, told) == [
        ("The committee’s minutes", "record", "Paula Reeve as saying that the bridge was shut", None),
        ("Paula Reeve", "as saying", "that the bridge was shut", 0),
    ]


def test_who_goes_on_saying_is_recorded_by_nobody() -> None:
    text = "The clerk kept a record of it, and Paula Reeve left, saying that the bridge was shut."
    told = Told("Paula Reeve", "saying", ["that the bridge was shut"])
    assert read(text, told) == [("Paula Reeve", "saying", "that the bridge was shut", None)]
