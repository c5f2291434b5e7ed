"""What is noted of reports that could be read."""

from __future__ import annotations

import hashlib
import json

import pytest

from rashomon.records import Capture, Problem
from rashomon.reports.extract import extract
from rashomon.reports.notes import notes
from tests.reports.test_language import FOREIGN

ENGLISH = "The mill at Oltra burned down on Monday, the mayor said. Nobody was hurt, she told reporters at the gate."


def noted(content: str, media_type: str = "text/plain") -> list[str]:
    data = content.encode()
    capture = Capture(hashlib.sha256(data).hexdigest(), data, media_type, "news.jsonl:3")
    report = extract(capture)
    assert not isinstance(report, Problem)
    found = notes(capture, report)
    assert all(note.noted and note.item == "news.jsonl:3" and note.sha256 == capture.sha256 for note in found)
    assert all(note.mend for note in found)
    return [note.fault for note in found]


@pytest.mark.parametrize("given", ["next week", "2031-02-30", "05/04/2031", " soon\n"])
def test_a_given_date_that_cannot_be_told_is_noted_and_the_report_kept(given: str) -> None:
    (fault,) = noted(json.dumps({"text": ENGLISH, "published": given}), "application/json")
    assert fault == f"the date given as published cannot be told: “{given.strip()}”"


@pytest.mark.parametrize("given", ["2031-04-05", "16/08/2031", "2031", "", "  ", None])
def test_a_given_date_that_can_be_told_or_is_not_there_is_not_noted(given: str | None) -> None:
    assert noted(json.dumps({"text": ENGLISH, "published": given}), "application/json") == []


@pytest.mark.parametrize(
    ("fields", "slip", "read"),
    [
        ({"publshed": "2031-04-05"}, "publshed", "published"),
        ({"Title": "Mill burns"}, "Title", "title"),
        ({"outlte": "The Lantern"}, "outlte", "outlet"),
        ({"author": "Ann Lee"}, "author", "authors"),
    ],
)
def test_a_field_whose_name_is_a_letter_off_is_noted(fields: dict[str, str], slip: str, read: str) -> None:
    (fault,) = noted(json.dumps({"text": ENGLISH, **fields}), "application/json")
    assert fault == f"the field “{slip}” is not read, for no field is called so"
    assert noted(json.dumps({"text": ENGLISH, **fields, read: "2031"}), "application/json") == []


@pytest.mark.parametrize(
    "fields",
    [{"section": "World"}, {"publisher": "Lantern Press"}, {"publshed": None}, {"x" * 999: "1"}, {"": "1"}],
)
def test_other_fields_are_passed_over(fields: dict[str, str | None]) -> None:
    assert noted(json.dumps({"text": ENGLISH, **fields}), "application/json") == []


def test_a_report_in_another_language_is_kept_and_noted() -> None:
    (fault,) = noted(FOREIGN["German"])
    assert fault.startswith("the text looks German: it is kept as a report, but only English is read")
    (fault,) = noted(FOREIGN["Cyrillic letters"])
    assert fault.startswith("the text is in Cyrillic letters")


@pytest.mark.parametrize("text", ["\ufffd", "Leave a Reply", "***"])
def test_a_report_without_words_of_its_own_is_noted(text: str) -> None:
    (fault,) = noted(text)
    assert fault.startswith("no words of its own were found in the report")


def page(language: str, text: str) -> str:
    return f'<html lang="{language}"><head><title>Oltra</title></head><body><article><p>{text}</p></article></body></html>'


def test_a_declared_language_counts_only_where_the_words_are_not_english() -> None:
    finnish = (
        "Ministeri sanoi maanantaina, että silta on turvallinen ja että asukkaat voivat palata kaupunkiin. Poliisin mukaan"
        " kolme ihmistä kuoli ja kaksitoista loukkaantui, kun portti räjähti sunnuntaina, eikä syytä vielä tiedetä."
    )
    (fault,) = noted(page("fi", finnish), "text/html")
    assert fault.startswith("the text is in “fi”, as its page declares")
    assert noted(page("fi", ENGLISH * 3), "text/html") == []
    assert noted(page("en", ENGLISH * 3), "text/html") == []
    assert noted(ENGLISH) == []


BELOW = [
    "You have reached your article limit. Subscribe now to continue reading. Already a subscriber? Log in.",
    "This story is available exclusively to subscribers.",
    "You’ve read all your free articles this month.",
    "Sign in to unlock the rest.",
]


@pytest.mark.parametrize("below", BELOW)
def test_a_page_that_shows_its_beginning_alone_is_noted(below: str) -> None:
    (fault,) = noted(f"Inside the mill\n\n{ENGLISH}\n\n{below}")
    assert fault.startswith("the page seems to give no more than its beginning")


@pytest.mark.parametrize(
    "text",
    [
        f"{ENGLISH}\n\nSubscribe to our newsletter.",
        f"{ENGLISH}\n\nThe mayor asked all to sign up for the watch. “We have reached our limit,” she said.",
        f"{' '.join([ENGLISH] * 8)}\n\n{BELOW[0]}",
    ],
)
def test_one_that_shows_more_or_asks_for_something_else_is_not(text: str) -> None:
    assert noted(text) == []
