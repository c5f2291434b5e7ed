"""What is told beside a name: the role, with whom, on which side; and what is not taken for it."""

from __future__ import annotations

import re

import pytest

from rashomon.reading.names.affiliated.affiliations import affiliations
from rashomon.reading.names.persons.people import people
from rashomon.records import Affiliation, Mention, MentionKind

PERSONS = ("Ruvin Sall", "Joren Tasch", "Ilona Varesh", "Varesh", "Benno Arden")
ORGANISATIONS = (
    "Delta Assembly",
    "Interior Ministry",
    "NRF",
    "River Front",
    "White House",
    "Harn",
    "Tide News",
)
PLACES = ("Harn",)


def told(text: str) -> tuple[Affiliation, ...]:
    found: list[Mention] = []
    for kind, names in (
        (MentionKind.PERSON, PERSONS),
        (MentionKind.PLACE, PLACES),
        (MentionKind.ORGANISATION, ORGANISATIONS),
    ):
        for name in names:
            for m in re.finditer(rf"\b{name}\b", text):
                if not any(f.start < m.end() and m.start() < f.end for f in found):
                    found.append(Mention(kind, m.start(), m.end(), 1.0))
    found.sort(key=lambda m: m.start)
    return affiliations(text, people(text, found), found)


@pytest.mark.parametrize(
    ("text", "role", "organisation", "side", "words"),
    [
        ("Delta Assembly spokesman Ruvin Sall said.", "spokesman", "Delta Assembly", "Delta Assembly", None),
        ("White House Chief of Staff Ruvin Sall left.", "Chief of Staff", "White House", "White House", None),
        ("Ruvin Sall, the NRF’s chief negotiator with the White House, left.", "chief negotiator", "NRF", "NRF", None),
        ("Ruvin Sall, a spokesman for the NRF, left.", "spokesman", "NRF", "NRF", "spokesman for the NRF"),
        ("The Delta Assembly met, and Ruvin Sall, the Assembly’s deputy chair, left.", "deputy chair",
         "Delta Assembly", "Delta Assembly", "Assembly’s deputy chair"),
        ("The Interior Ministry met. The ministry’s spokesman, Ruvin Sall, left.", "spokesman",
         "Interior Ministry", "Interior Ministry", "ministry’s spokesman"),
        ("The Interior Ministry met. Foreign Ministry spokesman Ruvin Sall left.", "spokesman",
         "Foreign Ministry", "Foreign Ministry", "Foreign Ministry spokesman"),
        ("The Interior Ministry met. The foreign ministry’s spokesman, Ruvin Sall, left.", "spokesman",
         "foreign ministry", "foreign ministry", "foreign ministry’s spokesman"),
        ("The Interior Ministry met. Ruvin Sall, a spokesman for the foreign ministry, left.", "spokesman",
         "foreign ministry", "foreign ministry", "spokesman for the foreign ministry"),
        ("The Interior Ministry met. The interior ministry’s spokesman, Ruvin Sall, left.", "spokesman",
         "Interior Ministry", "Interior Ministry", "interior ministry’s spokesman"),
        ("The Interior Ministry met. Local Ministry spokesman Ruvin Sall left.", "spokesman", None, None, None),
        ("the leader of the occupation, Ruvin Sall, said", "leader", "occupation", "occupation", None),
        ("NRF head of foreign relations Ruvin Sall said", "head of foreign relations", "NRF", "NRF", None),
        ("said Ruvin Sall, head of foreign relations for the NRF.", "head of foreign relations", "NRF", "NRF", None),
        ("The Delta Assembly met. Its envoy, Ruvin Sall, left.", "envoy", "Delta Assembly", "Delta Assembly", "Its envoy"),
        ("White House press secretary Ruvin Sall", "press secretary", "White House", "White House", None),
        ("Varesh spokesman Ruvin Sall and Ilona Varesh", "spokesman", None, "Ilona Varesh", "Varesh spokesman"),
        ("Tide News host Ruvin Sall", "host", "Tide News", None, "Tide News host"),
        ("Harn lawyer Ruvin Sall", "lawyer", None, None, "lawyer"),
        ("Interior Minister Ruvin Sall", "Interior Minister", None, None, "Interior Minister"),
        ("Ruvin Sall is the head of the clinic in Harn.", "head", "clinic", "clinic", "head of the clinic"),
        ("the RT editor in chief, Ruvin Sall, said", "editor in chief", "RT", None, None),
        ("Ruvin Sall, the head of Harn’s River Research Center, said", "head", "Harn’s River Research Center",
         "Harn’s River Research Center", "head of Harn’s River Research Center"),
        ("The head of the Interior Ministry’s Flood Headquarters, Ruvin Sall, said", "head",
         "Interior Ministry’s Flood Headquarters", "Interior Ministry’s Flood Headquarters", None),
        ("Ruvin Sall, the head of Harn’s Delta Assembly, said", "head", "Delta Assembly", "Delta Assembly", None),
        ("Ruvin Sall, head of Harn’s river and lock, said", "head", "Harn", "Harn", None),
        ("Ruvin Sall, a spokesman for Ilona Varesh’s party, said", "spokesman", None, "Ilona Varesh", None),
        ("Ruvin Sall, the mayor of Harn, said", "mayor", "Harn", None, "mayor of Harn"),
        ("Ruvin Sall, the bishop of Varesh, said", "bishop", "Varesh", None, "bishop of Varesh"),
        ("Foreign Minister of Torvena Ruvin Sall", "Foreign Minister", "Torvena", "Torvena", None),
        ("Ruvin Sall, head of house production for Tide News, said", "head of house production", "Tide News", "Tide News", None),
        ("Ruvin Sall, chief security officer with Tide News, said", "chief security officer", "Tide News", "Tide News", None),
        ("Ruvin Sall, executive staff attorney for the NRF, said", "executive staff attorney", "NRF", "NRF", None),
        ("Ruvin Sall, executive assistant at Tide News, said", "executive assistant", "Tide News", None, None),
        ("Ruvin Sall, head of the company’s global network centre, said", "head of the company’s global network centre",
         None, None, None),
        ("Ruvin Sall, a spokesman for the Harn company, said", "spokesman", None, None, "spokesman"),
        ("Ruvin Sall, a spokesman for the U.K. company. It sank.", "spokesman", None, None, "spokesman"),
        ("Ruvin Sall, a spokesman for the U.K. clinic, said", "spokesman", "U.K. clinic", "U.K. clinic", None),
        ("Ruvin Sall, chief executive of Tide News, said", "chief executive", "Tide News", "Tide News", None),
        ("Ruvin Sall, head of the clinic yesterday opened", "head", "clinic", "clinic", None),
        ("Ruvin Sall, the NRF’s head of IT until he left, said", "head of IT", "NRF", "NRF", None),
        ("Ruvin Sall, the NRF’s director of the Tide News, said", "director", "Tide News", "Tide News", None),
        ("Ruvin Sall, adviser to parliament, said", "adviser", "parliament", "parliament", None),
        ("They left, Ruvin Sall, a White House official said.", "official", "White House", "White House", None),
        ("It was made by Ruvin Sall, NRF’s President of Production. It sank.", "President of Production", "NRF", "NRF", None),
        ("Ruvin Sall, Vicar General of the Delta Assembly, said", "Vicar General", "Delta Assembly", "Delta Assembly", None),
        ("Ruvin Sall, the leader of the so-called “River State,” left.", "leader", None, None, "leader"),
        ("Hall of Fame coach Ruvin Sall left.", "coach", None, None, "coach"),
        ("Ruvin Sall was the second Harn mayor to leave office.", "mayor", "Harn", None, None),
        ("Ruvin Sall, manager of a central Harn phone store, said", "manager of a central Harn phone store", None, None, None),
        ("Ruvin Sall, a director at telecoms company Tide News, said", "director", "Tide News", "Tide News", None),
        ("Delta Assembly Democratic leader Ruvin Sall said", "leader", "Delta Assembly", "Delta Assembly", None),
    ],
)  # fmt: skip
def test_affiliations(
    text: str, role: str, organisation: str | None, side: str | None, words: str | None
) -> None:
    (a,) = told(text)
    assert (a.name, a.role, a.organisation, a.side) == ("Ruvin Sall", role, organisation, side)
    if words is not None:
        assert text[a.start : a.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "They met his nominee for Harbour Director, Ruvin Sall.",
        "Updated July 29, 2031 at 12:16 PM President Ruvin Sall left.",
        "An adviser to Ruvin Sall, a White House official said, left.",
        "President Ruvin Sall left.",  # a title tells nothing of whom one is with
        "If Ruvin Sall is elected president, he stays.",
        "hurt the nominee with young voters, Ruvin Sall said",
        "An official said it. Ruvin Sall left.",
        "“He is a spokesman” Ruvin Sall laughed",
        "Ruvin Sall said the spokesman left.",
        "Ruvin Sall, for the owner, said",
        "The widow of a sheriff’s deputy Varesh murdered.",
        "It was the court reporter Varesh had shot in May.",
        "A spokesman for the Harn president, Ruvin Sall, said no.",
        "An aide to the mayor, Ruvin Sall, said no.",
        "The widow of the mayor, Ruvin Sall, said no.",
        "Contradicting Ilona Varesh, Delta Assembly Denies Deal To Host Harn Ferries",
    ],
)
def test_what_is_no_affiliation(text: str) -> None:
    assert told(text) == ()


@pytest.mark.parametrize(
    "text",
    ["The engineer Varesh said no.", "The engineer Varesh warned.", "The engineer Varesh shot a film."],
)
def test_a_role_before_a_bare_name_that_did_nothing_to_its_holder(text: str) -> None:
    assert [(a.name, a.role) for a in told(text)] == [("Varesh", "engineer")]


def test_of_two_names_in_a_row_each_has_its_own() -> None:
    (a,) = told("Ruvin Sall, Interior Ministry spokesman Joren Tasch and others came.")
    assert (a.name, a.organisation) == ("Joren Tasch", "Interior Ministry")
    found = told("Ruvin Sall, a spokesman for the NRF, Joren Tasch, and others came.")
    assert [(a.name, a.organisation) for a in found] == [("Ruvin Sall", "NRF")]


def test_a_short_form_leads_to_the_name_that_the_report_explains() -> None:
    (a,) = told("The River Front (RF) spoke. RF spokesman Ruvin Sall left.")
    assert (a.organisation, a.why) == ("River Front", "beside the name; RF stands for it in the report")


@pytest.mark.parametrize(
    "text",
    [
        "Ruvin Sall, spokesman of ... the Assembly, left.",
        "Ruvin Sall, spokesman of the ... Assembly ... left.",
        "Ruvin Sall, a ... spokesman . of . Harn",
        "... spokesman ... Ruvin Sall, ..., left.",
    ],
)
def test_words_that_are_only_points_are_nothing(text: str) -> None:
    for t in told(text):
        assert text[t.start : t.end].strip(" .")


def test_who_stands_before_and_is_no_owner() -> None:
    found = told("Mayor Ilona Varesh and Democratic presidential nominee Ruvin Sall left.")
    assert [(a.role, a.organisation, a.side) for a in found if a.name == "Ruvin Sall"] == [
        ("presidential nominee", None, None)
    ]


def test_the_role_of_the_next_in_a_list_is_not_ones_own() -> None:
    found = told("The captain Ruvin Sall, former Senate Sergeant at Arms Joren Tasch and others left.")
    assert [a.name for a in found if a.role and "Sergeant" in a.role] in ([], ["Joren Tasch"])
