"""Bodies of states and places that are written small, and whose they are."""

from __future__ import annotations

import pytest

from rashomon.reading.names.organisations.of_places import belonging_to_places, body_named, with_bodies
from rashomon.reading.speakers.speakers import speakers
from rashomon.records import Mention, MentionKind, Span
from tests.reading.names.persons.test_people import mentions
from tests.reading.speakers.test_speakers import said

PLACES = frozenset({"Tessera", "Harn", "Oltra"})


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Tessera’s foreign ministry", "foreign ministry of Tessera"),
        ("the Tesseran foreign ministry", "foreign ministry of Tessera"),
        ("foreign ministry of Tessera", "foreign ministry of Tessera"),
        ("the government in Harn", "government of Harn"),
        ("Harn police", "police of Harn"),
        ("Harn’s civil defence agency", "civil defence agency of Harn"),
        ("the Tesseran disaster management authority", "disaster management authority of Tessera"),
        ("The Turkish armed forces", "armed forces of Turkey"),
        ("Turkey’s Defense Ministry", "defence ministry of Turkey"),
        ("the Turkish embassy in Harn", "embassy of Turkey in Harn"),
    ],
)
def test_one_body_has_one_name(words: str, name: str) -> None:
    assert body_named(words, PLACES) == name


@pytest.mark.parametrize(
    "words",
    [
        "Riot police",
        "Local police",
        "the ministry of health",
        "Ministry of Defence",
        "the army in Harn",
        "the army",
        "the Turkish army’s chief",
        "Harn’s mayor",
        "the Court of Sport",
        "Court of Appeal",
    ],
)
def test_what_tells_no_owner_is_no_body(words: str) -> None:
    assert body_named(words, PLACES) is None


def test_a_body_speaks_for_whose_it_is_and_its_noun_leads_to_it() -> None:
    text = "Tessera’s foreign ministry said that it fell. The ministry said more. Harn was silent."
    first = said(text, "Tessera’s foreign ministry", "that it fell")
    again = said(text, "The ministry", "more")
    places = [
        Mention(MentionKind.PLACE, text.index(n), text.index(n) + len(n), 0.9) for n in ("Tessera", "Harn")
    ]
    every = with_bodies(text, places, [(s, 0.8) for f in (first, again) for s in f.source])
    assert [text[m.start : m.end] for m in every] == ["Tessera’s foreign ministry", "Tessera", "Harn"]
    who = speakers(text, every, (first, again))
    assert [s.name for s in who] == ["foreign ministry of Tessera"] * 2
    (told,) = belonging_to_places(who)
    assert (told.name, told.role, told.side) == ("foreign ministry of Tessera", "foreign ministry", "Tessera")
    assert text[told.start : told.end] == "Tessera’s foreign ministry"


def test_what_a_person_owns_is_no_body_of_a_place() -> None:
    text = "Varesh’s army said that it fell."
    people = mentions(text, "Varesh")
    assert list(with_bodies(text, people, [(Span(0, 13), 0.8)])) == people
